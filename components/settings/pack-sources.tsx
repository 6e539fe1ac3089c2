/** A pack's sources, each with its licence and the days on which it was read. */
import type { PackCredit, PackCredits } from '../../lib/knowledge';
import { formatDay, type Text, useText } from '../kit';

/** More than anyone reads; a stranger's pack may name thousands. */
const SHOWN = 300;

export function PackSources({ sources, unread }: Pick<PackCredits, 'sources' | 'unread'>) {
  const text = useText();
  const { compare } = new Intl.Collator(text.locale);
  const shown = [...sources].sort((one, other) => compare(one.name, other.name)).slice(0, SHOWN);
  const more = sources.length - shown.length + unread;
  if (sources.length === 0) return <p class="help">{text.t('library_pack_no_sources')}</p>;
  return (
    <details class="pack-sources">
      <summary>{text.count('library_pack_sources', sources.length)}</summary>
      <ul>
        {shown.map((source) => (
          <li key={`${source.name}\n${source.url}\n${source.licence}`}>
            <SourceName {...source} />
            <span class="help">
              {source.licence === null ? '' : ` ${source.licence} ·`} {readOn(text, source)}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="help">{text.t('library_pack_sources_more', more)}</p>}
    </details>
  );
}

function SourceName({ name, url }: Pick<PackCredit, 'name' | 'url'>) {
  // An address from a pack is data: only web addresses become links.
  if (url === null || !/^https?:\/\//i.test(url)) return <span dir="auto">{name}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" dir="auto">
      {name}
    </a>
  );
}

const readOn = (text: Text, { first, last }: PackCredit): string =>
  first === last
    ? text.t('library_pack_source_read', formatDay(text, last))
    : text.t('library_pack_source_read_span', formatDay(text, first), formatDay(text, last));
