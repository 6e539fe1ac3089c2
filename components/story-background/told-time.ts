/** When a line of a story held, as exactly as known, but no more than a reader of that day could know. */
import type { StoryLine } from '../../lib/story-background';
import { against, type Day, isBefore } from '../../lib/time';
import { formatDay, formatPartialDate, formatSpan, type Text } from '../kit';

type Timed = Pick<StoryLine, 'start' | 'end' | 'source'> & { readonly isPoint?: boolean };

/** `after`: including what came after the day. */
export function toldTime(text: Text, { start, end, source, isPoint = false }: Timed, day: Day, after: boolean): string {
  if (isPoint) return formatPartialDate(text, start ?? end ?? '');
  const isLater = end !== null && against(end, day) === 'after';
  if (end !== null && (after || !isLater)) return formatSpan(text, start, end);
  if (start === null) return '';
  // It may not have held any more if its source was older than the story.
  if (end === null && isBefore(source.asOf, day))
    return `${text.t('date_from', formatPartialDate(text, start))}, ${text.t('date_as_known', formatDay(text, source.asOf))}`;
  return text.t('date_since', formatPartialDate(text, start));
}
