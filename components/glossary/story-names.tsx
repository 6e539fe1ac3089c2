/**
 * The names of a story under one search field, and below them what else there is under the words in it. The same field alone
 * where the reader came to look something up and no story is there: it stays, with the focus in it, while one is read.
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
  /** Null: no story is there. */
  readonly glossary: GlossaryAnswer | null;
  /** What its names were on its day. */
  readonly senses: NameSenses;
  /** In the search field at first; null: nobody came to search. */
  readonly begin: string | null;
  /** The search field has the focus as soon as there is one: this is what the reader has just opened. */
  readonly takesFocus: boolean;
  /** What the packs have under the words of the search field; null: nothing is sought. */
  readonly found: InPacksProps['found'] | null;
  readonly world: OnWikipediaProps;
  /** Names of the story that no pack knows. */
  readonly unknown: UnknownNamesProps;
  /** The reader's notes may be written, and go into a file: not in a private window. */
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
