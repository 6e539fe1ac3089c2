/**
 * The names in the story as a list: an overview for everyone, and the way to every card for those who cannot see or
 * reach the marks. A name leads to its place in the story, "Card" beside it to its card here. Keys: walk.ts.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { EntityKey } from '../../lib/facts';
import { Button, useText } from '../kit';
import { ALL, arrange, isSought, type NamedRow, type Wish } from './arrange';
import { GlossarySection } from './glossary-section';
import { InPacks, type InPacksProps } from './in-packs';
import { Notice } from './notice';
import { UnknownNames, type UnknownNamesProps } from './unknown-names';
import { createWalk } from './walk';

interface GlossaryProps {
  readonly rows: readonly NamedRow[];
  readonly sort: Wish['sort'];
  readonly unknown: UnknownNamesProps;
  /** Initial search; null: nobody came to search. */
  readonly begin: string | null;
  readonly takesFocus: boolean;
  readonly onReveal: (entity: EntityKey) => void;
  readonly onCard: (entity: EntityKey) => void;
  /** Opens the card with focus in its note; null: notes may not be written. */
  readonly onNote: ((entity: EntityKey) => void) | null;
  /** A note on unknown words. */
  readonly onNoteOn: (words: string) => void;
  readonly onKnow: (entity: EntityKey, known: boolean) => void;
  /** What the packs have for the same words; null: no search. */
  readonly found: InPacksProps['found'] | null;
  readonly onSeek: (words: string) => void;
  readonly onMore: () => void;
  /** Below all names. */
  readonly children?: ComponentChildren;
}

export function Glossary(props: GlossaryProps) {
  const { rows, sort, unknown, begin, takesFocus, onReveal, onCard, onNote, onKnow, found, onSeek, onMore, children } =
    props;
  const { t } = useText();
  const [sought, setSought] = useState(begin ?? '');
  const list = useRef<HTMLDivElement>(null);
  const walk = useRef(createWalk());
  const sections = arrange(rows, { ...ALL, sort, text: sought });
  const names = unknown.names.filter(({ name, says }) => isSought(sought, [name, ...says.map(({ text }) => text)]));
  // Neither the story nor a pack has the words, but they can still be noted.
  const isNobody =
    sections.length + names.length === 0 && found !== null && found !== 'unavailable' && found.total === 0;
  // The search ends with the field.
  useEffect(() => () => onSeek(''), []);
  const seek = (words: string) => {
    setSought(words);
    onSeek(words);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are an addition; every control inside is a native one
    <div class="glossary" onKeyDown={(event) => walk.current(event, list.current)}>
      <SearchField words={sought} isWanted={begin !== null} takesFocus={takesFocus} onWords={seek} />
      <div ref={list} class="glossary-list">
        {sections.map((section) => (
          <GlossarySection
            key={section.name}
            {...section}
            sought={sought}
            onReveal={onReveal}
            onCard={onCard}
            onNote={onNote}
            onKnow={onKnow}
          />
        ))}
        {sections.length + names.length === 0 && rows.length + unknown.names.length > 0 && (
          <Notice action={{ label: t('popup_clear_filter'), onPress: () => seek('') }}>{t('popup_no_match')}</Notice>
        )}
        <UnknownNames {...unknown} shown={names} />
        {found !== null && (
          <InPacks
            found={found}
            above={sections.flatMap((section) => section.rows.map(({ entity }) => entity))}
            onCard={onCard}
            onNote={onNote}
            onMore={onMore}
          />
        )}
        {onNote && isNobody && sought.trim() !== '' && (
          <p class="glossary-more">
            <Button onClick={() => props.onNoteOn(sought.trim())}>{t('popup_note_on', sought.trim())}</Button>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}

interface SearchFieldProps {
  readonly words: string;
  /** The reader came to search. */
  readonly isWanted: boolean;
  readonly takesFocus: boolean;
  readonly onWords: (words: string) => void;
}

function SearchField({ words, isWanted, takesFocus, onWords }: SearchFieldProps) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  const keys = useId();
  useEffect(() => {
    // On touch devices a keyboard would cover the names; and focus elsewhere is not taken away.
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isWanted || (takesFocus && isFree && !matchMedia('(pointer: coarse)').matches)) field.current?.focus();
  }, []);
  return (
    <search class="glossary-filter">
      <input
        ref={field}
        type="search"
        value={words}
        placeholder={t('popup_filter')}
        aria-label={t('popup_filter')}
        aria-describedby={keys}
        onInput={({ currentTarget }) => onWords(currentTarget.value)}
      />
      <p id={keys} class="unseen">
        {t('popup_keys')}
      </p>
    </search>
  );
}
