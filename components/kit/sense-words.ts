/** What a name was on the story's day, in a line: "US Secretary of the Treasury since January 2025". */
import type { DatedLine } from '../../lib/facts';
import type { NameSense } from '../../lib/knowledge';
import { formatMonth, formatPartialDate } from './dates';
import { lineWords } from './fact-words';
import { listOf } from './list-of';
import type { Text } from './text';

/** Empty if nothing certain is known about that day. */
export function senseWords(text: Text, { lines }: Pick<NameSense, 'lines'>): string {
  const [first, ...others] = lines;
  if (!first) return '';
  const isSameKnowledge = others.every(
    ({ tense, source }) => tense === 'unconfirmed' && first.tense === tense && source.asOf === first.source.asOf,
  );
  // One date covers both.
  if (isSameKnowledge)
    return withTime(
      text,
      first,
      listOf(
        text,
        lines.map((line) => lineWords(text, line)),
      ),
    );
  return lines.map((line) => lineOfSense(text, line)).join(' · ');
}

/** Who or what that is in one line: for a person the office suffices, otherwise the gloss is added. */
export function whoWords(text: Text, sense: NameSense): string {
  const says = senseWords(text, sense);
  return (replacesGloss(sense) ? [says] : [sense.gloss, says]).filter((part) => part !== '').join(' · ');
}

export const lineOfSense = (text: Text, line: DatedLine): string => withTime(text, line, lineWords(text, line));

/** A held office says more than a profession: the gloss can be omitted. */
export const replacesGloss = ({ lines }: Pick<NameSense, 'lines'>): boolean =>
  lines.length > 0 &&
  lines.every(({ property, side, tense }) => property === 'office' && side === 'own' && tense === 'held');

/** A list has no room for days: months are enough, except for one-day events. */
function withTime(text: Text, { tense, start, end, source }: DatedLine, words: string): string {
  const { t } = text;
  if (tense === 'unconfirmed') return t('popup_sense_known', words, formatMonth(text, source.asOf));
  const point = start ?? end;
  if (point !== null && (start === end || (tense === 'past' && end === null)))
    return t('popup_sense_at', words, formatPartialDate(text, point));
  if (tense === 'past' && end !== null) return t('popup_sense_until', words, formatMonth(text, end));
  return start === null ? words : t('popup_sense_since', words, formatMonth(text, start));
}
