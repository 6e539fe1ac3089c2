import type { DatedLine, EntityKey } from '../../lib/facts';
import type { Day, PartialDate } from '../../lib/time';
import { formatDay, formatPartialDate, formatSpan, lineWords, PACK_LANGUAGE, type Text, useText } from '../kit';

/** What the heading already says about the time of its lines. */
interface Heading {
  /** The day on which they were known to hold; they may no longer do so. */
  readonly knownOn?: Day;
  /** The story's year or month, in which they began. */
  readonly begun?: PartialDate;
}

/** When a line held, in as few words as the story's day needs. */
function when(text: Text, { tense, start, end, source }: DatedLine, { knownOn, begun }: Heading): string {
  switch (tense) {
    case 'held':
      // A reader of that day does not know when it will end.
      return start !== null && start === end ? formatPartialDate(text, start) : formatSpan(text, start, null);
    case 'past':
      if (end === null) return start === null ? text.t('date_formerly') : formatPartialDate(text, start);
      return start === end ? formatPartialDate(text, end) : formatSpan(text, null, end);
    case 'ahead':
      return start !== null && start === end ? formatPartialDate(text, start) : formatSpan(text, start, end);
    case 'unconfirmed':
      // The heading already gives the year or month of its beginning.
      if (begun !== undefined) return start === null || start === begun ? '' : formatPartialDate(text, start);
      // Not "since": it may have ended after its source was read, and the heading gives that day.
      if (source.asOf === knownOn) return start === null ? '' : text.t('date_from', formatPartialDate(text, start));
      return text.t('date_as_known', formatDay(text, source.asOf));
    default:
      return tense satisfies never;
  }
}

interface DatedListProps extends Heading {
  readonly lines: readonly DatedLine[];
  /** Null if the stack of cards is full: then names are plain text. */
  readonly onName: ((entity: EntityKey) => void) | null;
}

/** The words of a line; the name in it opens its card. */
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

/** Facts with their times. */
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
