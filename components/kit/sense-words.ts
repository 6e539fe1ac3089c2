/** What a name was on the day of the story, in a line: "US Secretary of the Treasury since January 2025". */
import type { DatedLine } from '../../lib/facts';
import type { NameSense } from '../../lib/knowledge';
import { precisionOf } from '../../lib/time';
import { formatMonth, formatPartialDate } from './dates';
import { lineWords } from './fact-words';
import { listOf } from './list-of';
import type { Text } from './text';

/** Empty where nothing certain is known of that day. */
export function senseWords(text: Text, { lines }: Pick<NameSense, 'lines'>): string {
  const [first, ...others] = lines;
  if (!first) return '';
  const isSameKnowledge = others.every(
    ({ tense, source }) => tense === 'unconfirmed' && first.tense === tense && source.asOf === first.source.asOf,
  );
  // One date says it for both.
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

/** Who or what that is in one line: of a person the office says it, else the gloss comes with it. */
export function whoWords(text: Text, sense: NameSense): string {
  const says = senseWords(text, sense);
  return (replacesGloss(sense) ? [says] : [sense.gloss, says]).filter((part) => part !== '').join(' · ');
}

export const lineOfSense = (text: Text, line: DatedLine): string => withTime(text, line, lineWords(text, line));

/** A held office says more than what somebody is by trade: the gloss can stay away. */
export const replacesGloss = ({ lines }: Pick<NameSense, 'lines'>): boolean =>
  lines.length > 0 &&
  lines.every(({ property, side, tense }) => property === 'office' && side === 'own' && tense === 'held');

/** A list has no room for days: a month is enough, and only what happened on one day is told by it. */
function withTime(text: Text, { tense, start, end, source }: DatedLine, words: string): string {
  const { t } = text;
  if (tense === 'unconfirmed') return t('popup_sense_known', words, formatMonth(text, source.asOf));
  const point = start ?? end;
  if (point !== null && (start === end || (tense === 'past' && end === null)))
    return t(precisionOf(point) === 'day' ? 'popup_sense_on' : 'popup_sense_in', words, formatPartialDate(text, point));
  if (tense === 'past' && end !== null) return t('popup_sense_until', words, formatMonth(text, end));
  return start === null ? words : t('popup_sense_since', words, formatMonth(text, start));
}
