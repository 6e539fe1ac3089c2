/**
 * The names of the story as a list: for everybody an overview, for those who cannot see or reach the marks the way to
 * every card. Arrow keys walk the names, Enter opens; all of it are plain buttons, so Tab does as well. A name leads to
 * its place in the story, "Card" beside it to its card here.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { EntityKey, Kind } from '../../lib/facts';
import type { GlossaryEntry } from '../../lib/page';
import { Button, useText } from '../kit';
import { ALL, arrange, isSought, kindsOf, type Wish } from './arrange';
import { InPacks, type InPacksProps } from './in-packs';
import { MentionCount } from './mention-count';
import { NameButton } from './name-button';
import { Notice } from './notice';
import { UnknownNames, type UnknownNamesProps } from './unknown-names';

interface GlossaryProps {
  readonly entries: readonly GlossaryEntry[];
  readonly unknown: UnknownNamesProps;
  /** In the search field at first, with the focus in it; null: nobody came to search. */
  readonly begin: string | null;
  readonly onReveal: (entity: EntityKey) => void;
  readonly onCard: (entity: EntityKey) => void;
  /** What the packs have under the same words; null: nothing is sought. */
  readonly found: InPacksProps['found'] | null;
  readonly onSeek: (words: string) => void;
  readonly onMore: () => void;
  /** Below all names. */
  readonly children?: ComponentChildren;
}

export function Glossary({
  entries,
  unknown,
  begin,
  onReveal,
  onCard,
  found,
  onSeek,
  onMore,
  children,
}: GlossaryProps) {
  const { t } = useText();
  const [wish, setWish] = useState<Wish>({ ...ALL, text: begin ?? '' });
  const list = useRef<HTMLDivElement>(null);
  const groups = arrange(entries, wish);
  const names = unknown.names.filter(({ name, says }) => isSought(wish.text, [name, ...says.map(({ text }) => text)]));
  // What was sought goes with the field.
  useEffect(() => () => onSeek(''), []);
  const seek = (next: Wish) => {
    setWish(next);
    onSeek(next.text);
  };

  /** Up and down from the filter into the list and along its names; the ends hold. */
  function walk(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const names = [...(list.current?.querySelectorAll<HTMLElement>('.glossary-entry') ?? [])];
    if (step === 0 || names.length === 0 || event.target instanceof HTMLSelectElement) return;
    const at = names.findIndex((name) => name.parentElement?.contains(event.target as Node));
    if (at < 0 && step < 0) return;
    event.preventDefault();
    names[Math.max(0, Math.min(names.length - 1, at + step))]?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are an addition; every control inside is a native one
    <div class="glossary" onKeyDown={walk}>
      <GlossaryFilter wish={wish} kinds={kindsOf(entries)} isFirst={begin !== null} onWish={seek} />
      <div ref={list} class="glossary-list">
        {groups.map(({ kind, entries: members }) => (
          <GlossaryGroup key={kind} kind={kind} entries={members} onReveal={onReveal} onCard={onCard} />
        ))}
        {groups.length + names.length === 0 && entries.length + unknown.names.length > 0 && (
          <Notice action={{ label: t('popup_clear_filter'), onPress: () => seek({ ...ALL, sort: wish.sort }) }}>
            {t('popup_no_match')}
          </Notice>
        )}
        <UnknownNames {...unknown} shown={names} />
        {found !== null && (
          <InPacks
            found={found}
            above={groups.flatMap((group) => group.entries.map(({ entity }) => entity))}
            onCard={onCard}
            onMore={onMore}
          />
        )}
        {children}
      </div>
    </div>
  );
}

interface FilterProps {
  /** The reader came to search. */
  readonly isFirst: boolean;
  readonly wish: Wish;
  readonly kinds: readonly Kind[];
  readonly onWish: (wish: Wish) => void;
}

function GlossaryFilter({ wish, kinds, isFirst, onWish }: FilterProps) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, []);
  return (
    <search class="glossary-filter">
      <input
        ref={field}
        type="search"
        value={wish.text}
        placeholder={t('popup_filter')}
        aria-label={t('popup_filter')}
        onInput={({ currentTarget }) => onWish({ ...wish, text: currentTarget.value })}
      />
      {kinds.length > 0 && (
        <>
          <select
            aria-label={t('popup_kind_label')}
            value={wish.kind ?? ''}
            onChange={({ currentTarget }) =>
              onWish({ ...wish, kind: kinds.find((kind) => kind === currentTarget.value) ?? null })
            }
          >
            <option value="">{t('popup_kind_all')}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`popup_group_${kind}`)}
              </option>
            ))}
          </select>
          <select
            aria-label={t('popup_sort_label')}
            value={wish.sort}
            onChange={({ currentTarget }) =>
              onWish({ ...wish, sort: currentTarget.value === 'importance' ? 'importance' : 'order' })
            }
          >
            <option value="order">{t('popup_sort_order')}</option>
            <option value="importance">{t('popup_sort_importance')}</option>
          </select>
        </>
      )}
    </search>
  );
}

interface GroupProps {
  readonly kind: Kind;
  readonly entries: readonly GlossaryEntry[];
  readonly onReveal: (entity: EntityKey) => void;
  readonly onCard: (entity: EntityKey) => void;
}

function GlossaryGroup({ kind, entries, onReveal, onCard }: GroupProps) {
  const { t } = useText();
  const heading = useId();
  return (
    <section>
      <h2 id={heading} class="glossary-kind">
        {t(`popup_group_${kind}`)}
      </h2>
      <ul aria-labelledby={heading}>
        {entries.map((entry) => (
          <li key={entry.entity}>
            <NameButton
              name={entry.name}
              gloss={
                entry.noted ? (
                  <>
                    {entry.gloss}
                    {entry.gloss !== '' && ' · '}
                    <span class="glossary-noted">{t('popup_noted')}</span>
                  </>
                ) : (
                  entry.gloss
                )
              }
              onPress={() => onReveal(entry.entity)}
            >
              <MentionCount count={entry.count} />
            </NameButton>
            <Button aria-label={t('popup_card_label', entry.name)} onClick={() => onCard(entry.entity)}>
              {t('popup_card')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
