/** Below the story's names: what else the packs have for the searched words. */
import { useId } from 'preact/hooks';
import type { EntityKey } from '../../lib/facts';
import type { FoundKnowledge } from '../../lib/knowledge';
import { Button, PACK_LANGUAGE, type Read, useText } from '../kit';
import { NameButton } from './name-button';
import { RowActions } from './row-actions';

/** The popup is small; the library has room. */
const MOST = 5;

export interface InPacksProps {
  readonly found: Read<FoundKnowledge>;
  /** Those already shown in the story's list. */
  readonly above: readonly EntityKey[];
  readonly onCard: (entity: EntityKey) => void;
  /** Null: notes may not be written. */
  readonly onNote: ((entity: EntityKey) => void) | null;
  readonly onMore: () => void;
}

export function InPacks({ found, above, onCard, onNote, onMore }: InPacksProps) {
  const { t, count } = useText();
  const heading = useId();
  // The list above is useful without them.
  if (found === null || found === 'unavailable') return null;
  const others = found.found.filter(({ entity }) => !above.includes(entity));
  const isMore = others.length > MOST || found.found.length < found.total;
  return (
    <section class="glossary-packs">
      <h2 id={heading} class="glossary-kind">
        {t('popup_found_heading')}
      </h2>
      <p class={others.length === 0 ? 'popup-word' : 'unseen'} role="status">
        {others.length === 0
          ? t(above.length > 0 ? 'popup_found_none' : 'popup_found_nothing')
          : `${t('popup_found_heading')}: ${count('knowledge_found', found.total)}`}
      </p>
      <ul aria-labelledby={heading}>
        {others.slice(0, MOST).map(({ entity, name, kind, qualifier, gloss }) => (
          <li key={entity}>
            <NameButton
              name={name}
              gloss={gloss !== '' && <bdi lang={PACK_LANGUAGE}>{gloss}</bdi>}
              onPress={() => onCard(entity)}
            >
              <span class="glossary-count">
                {t(`kind_${kind}`)}
                {qualifier !== '' && (
                  <>
                    {' · '}
                    <bdi>{qualifier}</bdi>
                  </>
                )}
              </span>
            </NameButton>
            <RowActions name={name} onCard={null} onNote={onNote && (() => onNote(entity))} />
          </li>
        ))}
      </ul>
      {isMore && (
        <p class="glossary-more">
          <Button onClick={onMore}>{t('popup_found_more')}</Button>
        </p>
      )}
    </section>
  );
}
