import type { Mention } from '../../../lib/linking';
import type { GoldLabel } from '../../unit/linking/gold-story';

/** Entities of one story: marked and wanted, marked only, wanted only. */
export interface MarkJudgement {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** What a well-read adult would want explained (`[[surface|key!]]`) against what is marked, counted in entities. */
export function judgeMarks(labels: readonly GoldLabel[], mentions: readonly Mention[]): MarkJudgement {
  const wanted = new Set(labels.flatMap(({ explain, keys }) => (explain && keys[0] !== undefined ? [keys[0]] : [])));
  const marked = new Set(mentions.filter((mention) => mention.marked).map(({ entity }) => entity));
  return {
    right: [...marked].filter((key) => wanted.has(key)),
    wrong: [...marked].filter((key) => !wanted.has(key)),
    missed: [...wanted].filter((key) => !marked.has(key)),
  };
}
