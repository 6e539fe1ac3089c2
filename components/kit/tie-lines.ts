/**
 * Ties as lines: all ties to one entity share a line, since "president, 2003–2010; again since 2023" reads better than
 * two names.
 */
import type { EntityKey, Tie } from '../../lib/facts';
import { formatPartialDate, formatSpan } from './dates';
import { tieWords } from './fact-words';
import type { Text } from './text';

export type TieLine = readonly [Tie, ...Tie[]];

export function tieLines(ties: readonly Tie[]): readonly TieLine[] {
  const lines = new Map<EntityKey, [Tie, ...Tie[]]>();
  for (const tie of ties) {
    const line = lines.get(tie.entity);
    if (line) line.push(tie);
    else lines.set(tie.entity, [tie]);
  }
  return [...lines.values()];
}

/** Words and span of each tie. Two facts may say the same: a person's office, and the tie to its institution. */
export function saidOfTies(text: Text, ties: TieLine): readonly (readonly [how: string, span: string])[] {
  const said = new Map<string, readonly [string, string]>();
  for (const tie of ties) {
    const { start, end, unconfirmed } = tie;
    const how = tieWords(text, tie);
    const span =
      unconfirmed && start !== null
        ? text.t('date_from', formatPartialDate(text, start))
        : formatSpan(text, start, end);
    said.set(`${how} ${span}`, [how, span]);
  }
  return [...said.values()];
}
