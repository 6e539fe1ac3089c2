import type { DatedLine } from '../../lib/facts';
import type { Day, PartialDate } from '../../lib/time';
import { formatDay, formatPartialDate, formatSpan, type Text, useText } from '../kit';

/** What the heading over the lines says of their time already. */
interface Heading {
  /** The day on which they were known to hold; nobody knows whether they still do. */
  readonly knownOn?: Day;
  /** The year or month of the story, in which they began. */
  readonly begun?: PartialDate;
}

/** When a line held, in as few words as the day of the story needs. */
function when(text: Text, { tense, start, end, source }: DatedLine, { knownOn, begun }: Heading): string {
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
      // Under the year or month in which it began.
      if (begun !== undefined) return start === null || start === begun ? '' : formatPartialDate(text, start);
      // Not "since": it may have ended after its source was read, and the heading says when that was.
      if (source.asOf === knownOn) return start === null ? '' : text.t('date_from', formatPartialDate(text, start));
      return text.t('date_as_known', formatDay(text, source.asOf));
    default:
      return tense satisfies never;
  }
}

/** Facts with their time. */
export function DatedList({ lines, ...heading }: Heading & { readonly lines: readonly DatedLine[] }) {
  const text = useText();
  return (
    <ul class="dated">
      {lines.map((line) => {
        const time = when(text, line, heading);
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
