/**
 * What becomes of the names that no pack knows, over the whole way: found in a story, asked of the server of the tests, judged. The labels
 * of `unseen-stories` were written before any of them was looked up; the floors stand where the guards stand now.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { openPack } from '../../../lib/pack';
import { type CardOutcome, type JudgedStory, lookUpStory } from '../../tools/look-up-stories';
import { type StoryFolder, unknownStories } from '../../tools/unknown-names';
import { type OpenWorld, startOpenWorld } from '../../tools/wikidata-server';

/** Of all names: a wrong card is worse than none. */
const MOST_WRONG = 0.02;
/** Of the answers about twenty names: measured, and some room. The item of 400 claims is one of them. */
const MOST_BYTES = 300_000;
const MOST_WIRE_BYTES = 36_000;
const FOLDERS: readonly (readonly [folder: StoryFolder, names: number, right: number, told: number])[] = [
  ['unknown-story', 93, 0.85, 0.88],
  ['unseen-stories', 117, 0.78, 0.92],
];

const pack = openPack((await cachedPack()).bytes);
let world: OpenWorld;
const judged = new Map<StoryFolder, JudgedStory[]>();
beforeAll(async () => {
  world = await startOpenWorld();
  for (const [folder] of FOLDERS) {
    const stories: JudgedStory[] = [];
    for (const story of unknownStories(folder)) stories.push(await lookUpStory(pack, world, story));
    judged.set(folder, stories);
  }
}, 60_000);
afterAll(() => world.stop());

const namesIn = (folder: StoryFolder) => (judged.get(folder) ?? []).flatMap(({ names }) => names);
const those = (folder: StoryFolder, ...outcomes: CardOutcome[]) =>
  namesIn(folder).filter(({ outcome }) => outcomes.includes(outcome));
const listed = (names: readonly { readonly why: string }[]): string => names.map(({ why }) => why).join('\n');

describe.each(FOLDERS)('the names of %s', (folder, count, leastRight, leastTold) => {
  it('are as many as are labelled', () => {
    expect(namesIn(folder)).toHaveLength(count);
  });

  it('get a wrong card in at most 2 of 100 cases', () => {
    const wrong = those(folder, 'wrong');
    expect(wrong.length / count, listed(wrong)).toBeLessThanOrEqual(MOST_WRONG);
  });

  it('never get a wrong one that claims to be certain', () => {
    const wrong = those(folder, 'wrong').filter(({ sure }) => sure);
    expect(listed(wrong)).toBe('');
  });

  it('get the right one, or none if there is none', () => {
    const right = those(folder, 'right', 'offered', 'nothing');
    expect(right.length / count, listed(those(folder, 'silent', 'unfound'))).toBeGreaterThanOrEqual(leastRight);
  });

  it('are described with what the story says', () => {
    const told = namesIn(folder).filter((one) => one.told);
    const untold = namesIn(folder).filter((one) => !one.told);
    expect(told.length / count, listed(untold)).toBeGreaterThanOrEqual(leastTold);
  });

  it('are the only ones that get a card', () => {
    expect((judged.get(folder) ?? []).flatMap(({ strays }) => strays)).toEqual([]);
  });

  it('need at most four requests for twenty of them, and a limited number of bytes', () => {
    const all = judged.get(folder) ?? [];
    for (const { story, requests, names, bytes, wireBytes } of all) {
      const batches = Math.ceil(names.length / 20);
      expect(requests, story).toBeLessThanOrEqual(4 * batches);
      expect(bytes, story).toBeLessThanOrEqual(MOST_BYTES * batches);
      expect(wireBytes, story).toBeLessThanOrEqual(MOST_WIRE_BYTES * batches);
    }
  });
});
