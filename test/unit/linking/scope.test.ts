/** A piece of evidence is asked only of candidates in its scope, and in the rounds only where it may speak: it must be silent on all others. */
import { expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { linkStory } from '../../../lib/linking';
import { isInScope } from '../../../lib/linking/around/scope';
import { makeScorer, type Scorer } from '../../../lib/linking/evidence/scorer';
import { FIXED_CLUES, SCENE_CLUES } from '../../../lib/linking/evidence/table';
import { WEIGHTS } from '../../../lib/linking/evidence/weights';
import { openPack } from '../../../lib/pack';
import { storyHalves } from '../../tools/fit/stories';

const pack = openPack((await cachedPack()).bytes);

it('no evidence is computed outside its scope, in all labelled stories', () => {
  const speaking = new Set<string>();
  let asked = 0;
  const scorer = makeScorer(WEIGHTS);
  const watching: Scorer = {
    ...scorer,
    first(candidate) {
      for (const clue of FIXED_CLUES)
        if (!isInScope(candidate, clue.only) && clue.value(candidate) !== 0) speaking.add(clue.name);
      return scorer.first(candidate);
    },
    inScene(candidate, look, scene, rivals) {
      asked += 1;
      for (const clue of SCENE_CLUES) {
        if (isInScope(candidate, clue.only) && clue.may?.(candidate) !== false) continue;
        if (clue.value(candidate, scene, rivals) !== 0) speaking.add(clue.name);
      }
      return scorer.inScene(candidate, look, scene, rivals);
    },
  };
  const { fitting, gate } = storyHalves(pack);
  for (const { story } of [...fitting, ...gate])
    linkStory([pack], story, { refused: {}, muted: [], density: 'every' }, watching);
  expect(asked).toBeGreaterThan(10_000);
  expect([...speaking]).toEqual([]);
}, 60_000);
