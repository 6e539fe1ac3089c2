/** The table of evidence: each piece has a weight, an example that hangs on it, and makes answers of the gate better. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { linkStory } from '../../../lib/linking';
import type { About, Clue } from '../../../lib/linking/evidence/clue';
import { makeScorer, type Weights } from '../../../lib/linking/evidence/scorer';
import { FIXED_CLUES, SCENE_CLUES } from '../../../lib/linking/evidence/table';
import { WEIGHTS } from '../../../lib/linking/evidence/weights';
import { openPack } from '../../../lib/pack';
import { ablate } from '../../tools/fit/ablation';
import { aboutEvidence, EVIDENCE_FILES } from '../../tools/fit/about-evidence';
import { answersTo } from '../../tools/fit/answers';
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

describe('the table of evidence', () => {
  it('holds every file of the folder', () => {
    const kebab = (name: string) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
    expect(clues.map(({ name }) => kebab(name)).sort()).toEqual([...EVIDENCE_FILES].sort());
  });

  it('has one weight for each piece, on its side of 0', () => {
    expect(Object.keys(WEIGHTS).sort()).toEqual(clues.map(({ name }) => name).sort());
    const wrong = clues.filter(({ name, speaks }) => (WEIGHTS[name] ?? 0) * (speaks === 'for' ? 1 : -1) <= 0);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('stands in README.md as it is: else `npm run fit -- --table`', () => {
    const rows = [...readme.matchAll(/^\| (\w+) \| (-?[\d.]+) \| (.*?) \|/gm)].map(([, ...row]) => row);
    expect(rows).toEqual(clues.map(({ name }) => [name, (WEIGHTS[name] ?? 0).toFixed(2), told.get(name)?.when]));
  });
});

describe.each([...told].map(([name, { example }]) => [name, example] as const))('%s', (name, example) => {
  it('decides its example', () => {
    expect(example.opens).not.toBe(example.without);
    expect(opened(example, example.day, WEIGHTS)).toBe(key(example.opens));
    expect(opened(example, example.day, { ...WEIGHTS, [name]: 0 })).toBe(key(example.without));
  });
});

describe('without it, the answers to the stories of the gate become worse', () => {
  const { gate } = storyHalves(pack);
  it.each(ablate(pack, gate, WEIGHTS).map((one) => [one.name, one] as const))('%s', (_, { changes }) => {
    expect(changes.filter(({ worse }) => worse)).not.toEqual([]);
  });
});

it('confidence is what it says: of the cards said 0.9, about 90 % are right in the gate', () => {
  const bins = new Map<number, { right: number; said: number; count: number }>();
  for (const story of storyHalves(pack).gate) {
    for (const { worth, confidence } of answersTo(pack, story, WEIGHTS).values()) {
      const bin = bins.get(Math.floor(confidence * 10)) ?? { right: 0, said: 0, count: 0 };
      bins.set(Math.floor(confidence * 10), bin);
      if (worth > 0) bin.right += 1;
      bin.said += confidence;
      bin.count += 1;
    }
  }
  const off = [...bins.values()]
    .filter(({ count }) => count >= 40)
    .map(({ right, said, count }) => Math.abs(right - said) / count);
  expect(off.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...off)).toBeLessThan(0.06);
});
