/** Facts, each with its full time and its source's number. */
import type { DatedLine } from '../../lib/facts';
import { formatDay, formatPartialDate, formatSpan, lineWords, PACK_LANGUAGE, type Text, useText } from '../kit';
import { EntityLink } from './entity-link';
import { LongList } from './long-list';
import { SourceRef } from './source-ref';

interface FactListProps {
  readonly lines: readonly DatedLine[];
  readonly numbers: ReadonlyMap<string, number>;
}

export function FactList({ lines, numbers }: FactListProps) {
  const text = useText();
  return (
    <LongList class="rows facts-rows">
      {lines.map((line, at) => {
        const time = when(text, line);
        return (
          <li key={at} data-tense={line.tense}>
            <span>
              <bdi lang={line.words === null ? undefined : PACK_LANGUAGE}>
                <Words line={line} />
              </bdi>
              <SourceRef source={line.source} numbers={numbers} />
            </span>
            {time !== '' && <span class="when">{time}</span>}
          </li>
        );
      })}
    </LongList>
  );
}

function when(text: Text, { tense, start, end, source }: DatedLine): string {
  const { t } = text;
  if (tense === 'unconfirmed') {
    const known = t('date_as_known', formatDay(text, source.asOf));
    return start === null ? known : `${t('date_from', formatPartialDate(text, start))}, ${known}`;
  }
  // If it began and is over, or always holds, nothing more is known.
  if (tense === 'past' && end === null) return start === null ? t('date_formerly') : formatPartialDate(text, start);
  return formatSpan(text, start, end);
}

/** The words of a line; the name in it links to its page. */
function Words({ line }: { readonly line: DatedLine }) {
  const words = lineWords(useText(), line);
  const { name, other } = line;
  const at = name === null ? -1 : words.lastIndexOf(name);
  if (name === null || other === null || at < 0) return <>{words}</>;
  return (
    <>
      {words.slice(0, at)}
      <EntityLink entity={other}>
        <bdi>{name}</bdi>
      </EntityLink>
      {words.slice(at + name.length)}
    </>
  );
}
