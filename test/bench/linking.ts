/**
 * A story end to end, from blocks of text to mentions with their reasons: against the clock, and against wink-nlp, which
 * finds no more than parts of speech and dates in the same text.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { cachedPack } from '../../assets/knowledge/cached-pack';
import type { LinkingChoices, Story } from '../../lib/linking';
import type { Pack } from '../../lib/pack';
import { readGold } from '../unit/linking/gold-story';
import { linkingAsShipped } from './linking-as-shipped';
import { type BenchRow, inTurns, median, milliseconds, processorMilliseconds, type Times } from './measure';

const STORIES = fileURLToPath(new URL('../fixtures/stories/', import.meta.url));
const CHARACTERS = 5_000;
const LIMIT = 5;
const WARM_UP = 80;
const RUNS = 101;
export const CHOICES: LinkingChoices = { refused: {}, muted: [], density: 'normal' };

/** Of the time of linking, what names that no pack knows may cost on top of it. */
const UNKNOWN_LIMIT = 0.25;

const { findUnknownNames, linkStory, openPack } = await linkingAsShipped();

export async function bench(): Promise<BenchRow[]> {
  if (!existsSync(STORIES)) throw new Error('the fixture stories are missing');
  const stories = readdirSync(STORIES)
    .filter((name) => name.endsWith('.gold.txt'))
    .map((name) => asInMessage(readGold(readFileSync(`${STORIES}${name}`, 'utf8')).story));
  const pack = openPack((await cachedPack()).bytes);
  return [
    slowest(pack, stories),
    againstWink('the bundled pack', pack, stories),
    againstWink('the written tables alone', await openWritten(), stories),
    unknownNames(pack, stories),
  ];
}

/** The pack of the hand-written tables alone: thirty times smaller. */
export const openWritten = async (): Promise<Pack> =>
  openPack((await cachedPack(undefined, undefined, 'written')).bytes);

/** Each text is one run of memory then, as those that a page sends are, and no chain of pieces. */
export const asInMessage = (story: Story): Story => JSON.parse(JSON.stringify(story)) as Story;

function slowest(pack: Pack, stories: readonly Story[]): BenchRow {
  const lengthOf = (story: Story): number => story.blocks.reduce((sum, block) => sum + block.text.length, 0);
  const link = (story: Story): unknown => linkStory([pack], story, CHOICES).mentions.length;
  for (let run = 0; run < WARM_UP; run++) for (const story of stories) link(story);
  const times = stories.map((story) => {
    const runs = Array.from({ length: RUNS }, () => milliseconds(() => link(story)));
    return (median(runs) * CHARACTERS) / lengthOf(story);
  });
  return {
    what: `a story end to end, for ${CHARACTERS.toLocaleString('en')} characters (slowest of ${stories.length} stories)`,
    measured: Math.max(...times),
    unit: 'ms',
    limit: LIMIT,
    bound: 'at most',
  };
}

function againstWink(name: string, pack: Pack, stories: readonly Story[]): BenchRow {
  const wink = winkNlp(winkModel);
  const texts = stories.map(({ blocks }) => blocks.map(({ text }) => text).join('\n'));
  const [ours, byWink] = inTurns(
    [() => stories.map((story) => linkStory([pack], story, CHOICES)), () => texts.map((text) => wink.readDoc(text))],
    RUNS,
    WARM_UP,
    processorMilliseconds,
  ) as [Times, Times];
  const told = (one: Times): string => `${one.best.toFixed(1)} (median ${one.median.toFixed(1)})`;
  console.error(
    `${stories.length} stories with ${name}, ms of processor, best: ${told(ours)}, wink-nlp ${told(byWink)}`,
  );
  return {
    what: `${stories.length} stories end to end with ${name} ÷ wink-nlp, same texts`,
    measured: ours.best / byWink.best,
    unit: '×',
    limit: 1,
    bound: 'at most',
  };
}

/** Behind linking: names that no pack knows, and what the stories say of them. */
function unknownNames(pack: Pack, stories: readonly Story[]): BenchRow {
  const mentions = stories.map((story) => linkStory([pack], story, CHOICES).mentions);
  const [linked, found] = inTurns(
    [
      () => stories.map((story) => linkStory([pack], story, CHOICES)),
      () => stories.map((story, at) => findUnknownNames([pack], story, mentions[at] ?? [])),
    ],
    RUNS,
    WARM_UP,
    processorMilliseconds,
  ) as [Times, Times];
  console.error(`unknown names of ${stories.length} stories, ms of processor, best: ${found.best.toFixed(1)}`);
  return {
    what: `unknown names of ${stories.length} stories ÷ linking them`,
    measured: found.median / linked.median,
    unit: '×',
    limit: UNKNOWN_LIMIT,
    bound: 'at most',
  };
}
