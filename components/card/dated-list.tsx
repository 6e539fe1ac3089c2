import type { DatedLine } from '../../lib/facts';
import { formatDay, formatPartialDate, formatSpan, type Text, useText } from '../kit';

/** When a line held, in as few words as the day of the story needs. */
function when(text: Text, { tense, start, end, source }: DatedLine): string {
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
      return text.t('date_as_known', formatDay(text, source.asOf));
    default:
      return tense satisfies never;
  }
}

/** Facts with their time: the "on the day" band and "since this story". */
export function DatedList({ lines }: { readonly lines: readonly DatedLine[] }) {
  const text = useText();
  return (
    <ul class="dated">
      {lines.map((line) => {
        const time = when(text, line);
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
