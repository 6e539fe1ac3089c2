/**
 * The names in the story under one search field, and below them what else matches. Without a story only the field, for
 * a reader who came to look something up: it stays, focused, while a story is being read.
 */
import { useState } from 'preact/hooks';
import type { NameSenses } from '../../lib/knowledge';
import type { GlossaryAnswer } from '../../lib/messages';
import { type MessageKey, useText } from '../kit';
import type { Wish } from './arrange';
import { DayLine } from './day-line';
import { Glossary } from './glossary';
import type { InPacksProps } from './in-packs';
import { namedRows } from './named-rows';
import { Notice } from './notice';
import { OnWikipedia, type OnWikipediaProps } from './on-wikipedia';
import type { PopupCalls } from './popup-view';
import type { UnknownNamesProps } from './unknown-names';

export interface StoryNamesProps {
  /** Null: there is no story. */
  readonly glossary: GlossaryAnswer | null;
  /** What its names were on its day. */
  readonly senses: NameSenses;
  /** Initial search; null: nobody came to search. */
  readonly begin: string | null;
  /** The search field takes focus as soon as it exists: the reader has just opened this. */
  readonly takesFocus: boolean;
  /** What the packs have for the searched words; null: no search. */
  readonly found: InPacksProps['found'] | null;
  readonly world: OnWikipediaProps;
  /** Names in the story that no pack knows. */
  readonly unknown: UnknownNamesProps;
  /** Notes may be written and exported: not in a private window. */
  readonly notesMayGo: boolean;
  readonly on: PopupCalls;
}

export function StoryNames(props: StoryNamesProps) {
  const { glossary, senses, begin, takesFocus, found, world, unknown, notesMayGo, on } = props;
  const text = useText();
  const { t } = text;
  const [sort, setSort] = useState<Wish['sort']>('order');
  const entries = glossary?.entries ?? [];
  const empty = entries.length === 0;
  return (
    <>
      {glossary && !empty && (
        <DayLine day={glossary.day} pageDay={glossary.pageDay} onSet={on.setDay}>
          <select
            aria-label={t('popup_sort_label')}
            value={sort}
            onChange={({ currentTarget }) => setSort(currentTarget.value === 'importance' ? 'importance' : 'order')}
          >
            <option value="order">{t('popup_sort_order')}</option>
            <option value="importance">{t('popup_sort_importance')}</option>
          </select>
        </DayLine>
      )}
      <Glossary
        key="names"
        rows={namedRows(text, entries, senses)}
        sort={sort}
        unknown={unknown}
        begin={begin}
        takesFocus={takesFocus}
        onReveal={on.reveal}
        onCard={on.openCard}
        onNote={notesMayGo ? on.openNote : null}
        onNoteOn={on.noteOn}
        onKnow={on.know}
        found={found}
        onSeek={on.seek}
        onMore={on.seekInLibrary}
      >
        <OnWikipedia {...world} />
      </Glossary>
      {glossary?.state === 'scanning' && (
        <p class="popup-word" role="status">
          {t('popup_scanning')}
        </p>
      )}
      {glossary?.state === 'failed' && (
        <Notice action={{ label: t('popup_retry'), onPress: on.readAgain }}>
          {t(failureOf(glossary.code, empty))}
        </Notice>
      )}
    </>
  );
}

function failureOf(code: string, empty: boolean): MessageKey {
  if (code.startsWith('pack-')) return 'popup_pack_unreadable';
  return empty ? 'popup_scan_failed' : 'popup_scan_partly';
}
