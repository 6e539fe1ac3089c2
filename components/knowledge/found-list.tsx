/** Entities with a line of description each; the name links to the page. */
import type { FoundEntity } from '../../lib/knowledge';
import { PACK_LANGUAGE, useText } from '../kit';
import { fragmentOf } from '../library';

export function FoundList({ found }: { readonly found: readonly FoundEntity[] }) {
  const { t } = useText();
  return (
    <ol class="entries found-list">
      {found.map(({ entity, kind, name, qualifier, gloss }) => (
        <li key={entity}>
          <p class="entry-head">
            <a class="entry-name" dir="auto" href={fragmentOf({ at: 'entity', entity, day: null })}>
              {name}
            </a>
            <span class="entry-kind">
              {t(`kind_${kind}`)}
              {qualifier !== '' && (
                <>
                  {' · '}
                  <bdi>{qualifier}</bdi>
                </>
              )}
            </span>
          </p>
          {gloss !== '' && (
            <p class="entry-gloss" dir="auto" lang={PACK_LANGUAGE}>
              {gloss}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
