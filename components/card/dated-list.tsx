import type { DatedLine } from '../../lib/facts';
import type { Day } from '../../lib/time';
import { formatDay, formatPartialDate, formatSpan, type Text, useText } from '../kit';

/** When a line held, in as few words as the day of the story needs. */
function when(text: Text, { tense, start, end, source }: DatedLine, knownOn: Day | null): string {
  switch (tense) {
    case 'held':
      // The end of what holds is not known to the reader of that day.
      return start !== null && start === end ? formatPartialDate(text, start) : formatSpan(text, start, null);
    case 'past':
      if (end === null) return start === null ? text.t('date_formerly') : formatPartialDate(text, start);
      return start === end ? formatPartialDate(text, end) : formatSpan(text, null, end);
    case 'ahead':
      return start !== null && start === end ? formatPartialDate(text, start) : formatSpan(text, start, end);
    case 'unconfirmed':
      // Not "since": it may have ended after its source was read, and the heading says when that was.
      if (source.asOf === knownOn) return start === null ? '' : text.t('date_from', formatPartialDate(text, start));
      return text.t('date_as_known', formatDay(text, source.asOf));
    default:
      return tense satisfies never;
  }
}

interface DatedListProps {
  readonly lines: readonly DatedLine[];
  /** The day that the heading gives for what is not confirmed since. */
  readonly knownOn?: Day;
  /** The heading says all that is known of their time. */
  readonly bare?: boolean;
}

/** Facts with their time. */
export function DatedList({ lines, knownOn, bare = false }: DatedListProps) {
  const text = useText();
  return (
    <ul class="dated">
      {lines.map((line) => {
        const time = bare ? '' : when(text, line, knownOn ?? null);
        return (
          <li key={`${line.text}${line.start}`} data-tense={line.tense}>
            {line.text}
            {time !== '' && (
              <>
                {' '}
                <span class="when date">{time}</span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
