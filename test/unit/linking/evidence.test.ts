/** The table of evidence: each piece has a weight, an example that hangs on it, and makes answers of the gate better. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { linkStory } from '../../../lib/linking';
import type { About, Clue } from '../../../lib/linking/around/clue';
import { makeScorer, type Weights } from '../../../lib/linking/evidence/scorer';
import { FIXED_CLUES, SCENE_CLUES } from '../../../lib/linking/evidence/table';
import { FITTED, WEIGHTS } from '../../../lib/linking/evidence/weights';
import { openPack } from '../../../lib/pack';
import { reliability } from '../../tools/evaluate/reliability';
import { openAblation } from '../../tools/fit/ablation';
import { aboutEvidence, EVIDENCE_FILES } from '../../tools/fit/about-evidence';
import { type Change, judged } from '../../tools/fit/answers';
import { answersLeftOut } from '../../tools/fit/fit';
import { storyHalves } from '../../tools/fit/stories';
import { keyIn } from './gold-story';

const EVIDENCE = fileURLToPath(new URL('../../../lib/linking/evidence/', import.meta.url));

const clues: readonly Clue[] = [...FIXED_CLUES, ...SCENE_CLUES];
const pack = openPack((await cachedPack()).bytes);
const told = await aboutEvidence();
const readme = readFileSync(`${EVIDENCE}README.md`, 'utf8');

/** What the words in brackets open. */
function opened({ story }: About['example'], day: string, weights: Weights): string | null {
  const block = story.findIndex((text) => text.includes('['));
  const start = story[block]?.indexOf('[');
  const blocks = story.map((text, id) => ({ id, text: text.replace(/[[\]]/g, ''), role: 'body' as const }));
  const told = { day, title: '', blocks, memory: null };
  const { mentions } = linkStory([pack], told, { refused: {}, muted: [], density: 'every' }, makeScorer(weights));
  return mentions.find((mention) => mention.block === block && mention.start === start)?.entity ?? null;
}

const key = (handle: string | null): string | null => (handle === null ? null : keyIn(pack, handle));

describe('the table of evidence weights', () => {
  it('contains every file of the folder', () => {
    const kebab = (name: string) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
    expect(clues.map(({ name }) => kebab(name)).sort()).toEqual([...EVIDENCE_FILES].sort());
  });

  it('has one weight for each piece, with the expected sign', () => {
    expect(Object.keys(WEIGHTS).sort()).toEqual(clues.map(({ name }) => name).sort());
    const wrong = clues.filter(({ name, speaks }) => (WEIGHTS[name] ?? 0) * (speaks === 'for' ? 1 : -1) <= 0);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('is in README.md as it is: else run `npm run fit -- --table`', () => {
    const rows = [...readme.matchAll(/^\| (\w+) \| (-?[\d.]+) \| (.*?) \|/gm)].map(([, ...row]) => row);
    expect(rows).toEqual(clues.map(({ name }) => [name, (WEIGHTS[name] ?? 0).toFixed(2), told.get(name)?.when]));
  });
});

describe.each([...told].map(([name, { example }]) => [name, example] as const))('%s', (name, example) => {
  it('changes its example', () => {
    expect(example.opens).not.toBe(example.without);
    expect(opened(example, example.day, WEIGHTS)).toBe(key(example.opens));
    expect(opened(example, example.day, { ...WEIGHTS, [name]: 0 })).toBe(key(example.without));
  });
});

describe('without it, the gate stories are answered worse', () => {
  const changesWithout = openAblation(pack, storyHalves(pack).gate, WEIGHTS);
  // Up to the first that is worse: `npm run fit -- --table` finds them all.
  it.each(clues.map(({ name }) => [name]))('%s', (name) => {
    let worse: Change | undefined;
    for (const change of changesWithout(name)) {
      if (!change.worse) continue;
      worse = change;
      break;
    }
    expect(worse).toBeDefined();
  });
});

/** Bands of fewer cards say little. */
const FEWEST = 30;
/** Standard errors: of a hundred bands that are right one is farther off. In thousands of cards that is half a point. */
const CHANCES = 2.5;

/**
 * The gate cannot tell: its errors were read while evidence was chosen, and hardly a card of it is wrong any more. So each
 * story of the other half is judged by weights that were fitted without it. Evidence was chosen with these stories known,
 * too; how it is with strange ones, `npm run eval` says of public sets.
 */
describe('confidence is calibrated', () => {
  const { fitting } = storyHalves(pack);
  const bands = reliability(answersLeftOut(pack, fitting, WEIGHTS, FITTED).map(judged));
  const full = bands.filter(({ mentions }) => mentions >= FEWEST);

  it('in enough bands', () => {
    expect(full.length).toBeGreaterThanOrEqual(3);
  });

  it.each(full.map((band) => [band.from, band.to, band] as const))('for cards with %d–%d', (_, __, band) => {
    const { mentions, right, meanConfidence: said } = band;
    const byChance = Math.sqrt((said * (1 - said)) / mentions);
    expect(Math.abs(right / mentions - said)).toBeLessThan(CHANCES * byChance);
  });
});
