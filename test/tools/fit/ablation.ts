import type { About } from '../../../lib/linking/evidence/clue';
import type { Weights } from '../../../lib/linking/evidence/scorer';
import type { Pack } from '../../../lib/pack';
import type { LabelledStory } from '../../unit/linking/labelled-stories';
import { type Answer, answersTo, type Change, changesBetween } from './answers';
import { CLUES } from './fit';

export interface Ablation {
  readonly name: string;
  readonly weight: number;
  readonly changes: readonly Change[];
}

/** What changes in the answers to these stories when one piece of evidence says nothing. */
export function ablate(pack: Pack, stories: readonly LabelledStory[], weights: Weights): Ablation[] {
  const before = stories.map((story) => answersTo(pack, story, weights));
  return CLUES.map(({ name }) => {
    const without = { ...weights, [name]: 0 };
    const changes = stories.flatMap((story, at) =>
      changesBetween(before[at] as Map<string, Answer>, answersTo(pack, story, without)),
    );
    return { name, weight: weights[name] ?? 0, changes };
  });
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
