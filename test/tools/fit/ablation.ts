import type { About } from '../../../lib/linking/around/clue';
import { makeScorer, type Scorer, type Weights } from '../../../lib/linking/evidence/scorer';
import type { Pack } from '../../../lib/pack';
import type { LabelledStory } from '../../unit/linking/labelled-stories';
import { answersTo, type Change, changesBetween } from './answers';
import { CLUES } from './fit';

export interface Ablation {
  readonly name: string;
  readonly weight: number;
  readonly changes: readonly Change[];
}

/** What changes in the answers to these stories when one piece of evidence says nothing. */
export function ablate(pack: Pack, stories: readonly LabelledStory[], weights: Weights): Ablation[] {
  const changesWithout = openAblation(pack, stories, weights);
  return CLUES.map(({ name }) => ({ name, weight: weights[name] ?? 0, changes: [...changesWithout(name)] }));
}

/**
 * The same piece by piece, and only as far as is asked for. A story in which a piece never spoke is answered without it
 * as before, to the last bit, so it is not read again.
 */
export function openAblation(
  pack: Pack,
  stories: readonly LabelledStory[],
  weights: Weights,
): (name: string) => Iterable<Change> {
  const scorer = makeScorer(weights);
  const read = stories.map((story) => {
    const heard = new Set<string>();
    return { story, before: answersTo(pack, story, listening(scorer, heard)), heard };
  });
  return function* changesWithout(name) {
    const without = makeScorer({ ...weights, [name]: 0 });
    for (const { story, before, heard } of read) {
      if (heard.has(name)) yield* changesBetween(before, answersTo(pack, story, without));
    }
  };
}

/** Puts the pieces that say anything, of any candidate in any round, into `heard`. */
function listening(scorer: Scorer, heard: Set<string>): Scorer {
  return {
    ...scorer,
    first(candidate) {
      const look = scorer.first(candidate);
      for (let at = 0; at < look.spoken.length; at += 2) heard.add(scorer.names[look.spoken[at] ?? 0] ?? '');
      return look;
    },
    inScene(candidate, look, scene, rivals) {
      for (const { clue } of look.open) {
        if (!heard.has(clue.name) && clue.value(candidate, scene, rivals) !== 0) heard.add(clue.name);
      }
      return scorer.inScene(candidate, look, scene, rivals);
    },
  };
}

/** The table of README.md. */
export function tableOf(ablations: readonly Ablation[], told: ReadonlyMap<string, About>): string {
  const rows = ablations.map(({ name, weight, changes }) => {
    const worse = changes.filter((change) => change.worse);
    const example = worse[0] ?? changes[0];
    const shown = example ? `“${example.surface}”: ${example.before} → ${example.after}` : '';
    return `| ${name} | ${weight.toFixed(2)} | ${told.get(name)?.when} | ${changes.length} | ${worse.length} | ${shown} |`;
  });
  return [
    '| evidence | weight | speaks when, and its value where that is not 1 | answers that change without it | of these worse | such as |',
    '|---|---:|---|---:|---:|---|',
    ...rows,
  ].join('\n');
}
