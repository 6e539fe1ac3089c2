import type { DatedLine, EntityKey } from '../../lib/facts';
import type { Day, PartialDate } from '../../lib/time';
import { formatDay, formatPartialDate, formatSpan, lineWords, PACK_LANGUAGE, type Text, useText } from '../kit';

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

interface DatedListProps extends Heading {
  readonly lines: readonly DatedLine[];
  /** Null where the stack of cards is full: then names are plain text. */
  readonly onName: ((entity: EntityKey) => void) | null;
}

/** The words of a line; the name of who or what it names opens that one's card. */
function Words({ line, onName }: { readonly line: DatedLine; readonly onName: DatedListProps['onName'] }) {
  const words = lineWords(useText(), line);
  const { name, other } = line;
  const at = name === null ? -1 : words.lastIndexOf(name);
  if (name === null || other === null || onName === null || at < 0) return <>{words}</>;
  return (
    <>
      {words.slice(0, at)}
      <button type="button" class="name-link" onClick={() => onName(other)}>
        {name}
      </button>
      {words.slice(at + name.length)}
    </>
  );
}

/** Facts with their time. */
export function DatedList({ lines, onName, ...heading }: DatedListProps) {
  const text = useText();
  return (
    <ul class="dated">
      {lines.map((line) => {
        const time = when(text, line, heading);
        return (
          <li key={`${lineWords(text, line)}${line.start}`} data-tense={line.tense}>
            <bdi lang={line.words === null ? undefined : PACK_LANGUAGE}>
              <Words line={line} onName={onName} />
            </bdi>
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
