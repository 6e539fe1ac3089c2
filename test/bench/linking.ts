/** A story end to end: from blocks of text to mentions with cards, with the real knowledge. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cachedPack } from '../../assets/knowledge/cached-pack';
import { linkStory, type Story } from '../../lib/linking';
import { openPack } from '../../lib/pack';
import { readGold } from '../unit/linking/gold-story';
import { type BenchRow, median, milliseconds } from './measure';

const STORIES = fileURLToPath(new URL('../fixtures/stories/', import.meta.url));
const CHARACTERS = 5_000;
const LIMIT = 5;
const WARM_UP = 40;
const RUNS = 101;

export async function bench(): Promise<BenchRow[]> {
  if (!existsSync(STORIES)) throw new Error('the fixture stories are missing');
  const pack = openPack((await cachedPack()).bytes);
  const stories = readdirSync(STORIES)
    .filter((name) => name.endsWith('.gold.txt'))
    .map((name) => readGold(readFileSync(`${STORIES}${name}`, 'utf8')).story);
  const lengthOf = (story: Story): number => story.blocks.reduce((sum, block) => sum + block.text.length, 0);
  const link = (story: Story): unknown =>
    linkStory([pack], story, { refused: {}, muted: [], density: 'normal' }).mentions.length;

  for (let run = 0; run < WARM_UP; run++) for (const story of stories) link(story);
  const times = stories.map((story) => {
    const runs = Array.from({ length: RUNS }, () => milliseconds(() => link(story)));
    return (median(runs) * CHARACTERS) / lengthOf(story);
  });
  return [
    {
      what: `a story end to end, for ${CHARACTERS.toLocaleString('en')} characters (slowest of ${stories.length} stories)`,
      measured: Math.max(...times),
      unit: 'ms',
      limit: LIMIT,
      bound: 'at most',
    },
  ];
}
