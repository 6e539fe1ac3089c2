/** All sources of a page, by the numbers after its facts. */
import type { EntityPage } from '../../lib/facts';
import { formatDay, useText } from '../kit';
import { sourceKey } from './source-ref';

export const sourceNumbers = ({ sources }: Pick<EntityPage, 'sources'>): ReadonlyMap<string, number> =>
  new Map(sources.map((source, at) => [sourceKey(source), at + 1]));

export function SourceList({ page }: { readonly page: Pick<EntityPage, 'sources'> }) {
  const text = useText();
  const { t } = text;
  return (
    <ol class="source-list">
      {page.sources.map((source) => (
        <li key={sourceKey(source)}>
          {/* An address from a pack is data: only web addresses become links. */}
          {source.url !== null && /^https?:\/\//i.test(source.url) ? (
            <a href={source.url} target="_blank" rel="noreferrer noopener">
              {source.name}
            </a>
          ) : (
            source.name
          )}
          <span class="when">
            {', '}
            {t('card_source_as_of', formatDay(text, source.asOf))}
            {source.licence !== null && ` · ${t('card_source_licence', source.licence)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
