/** The whole popup: head with the site switch, the glossary or the state that replaces it, foot. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { EntityKey } from '../../lib/facts';
import type { GlossaryAnswer, NotesDanger } from '../../lib/messages';
import type { NoEntry } from '../../lib/settings';
import type { Day } from '../../lib/time';
import { Button, type KeyLine, KeyList, type MessageKey, Switch, useText } from '../kit';
import { ExportForm, type ExportWish } from './export-form';
import { Notice } from './notice';
import { StoryNames, type StoryNamesProps } from './story-names';

/**
 *   loading ─► closed                     nothing can run there
 *           ─► not-allowed ─► (grant, once) ─► reading
 *           ─► off         ─► (switch)      ─► reading
 *           ─► reload                      script missing and could not be put in
 *           ─► no-story                    none was found, and nobody asked for it (panel)
 *           ─► reading                     the glossary, as far as it has come
 */
export type PopupState =
  | { readonly at: 'loading' }
  | { readonly at: 'closed'; readonly why: NoEntry }
  | { readonly at: 'not-allowed'; readonly site: string; readonly incognito: boolean; readonly why: NotAllowed }
  | { readonly at: 'off'; readonly site: string }
  | { readonly at: 'reload' }
  | { readonly at: 'no-story' }
  | { readonly at: 'pack-broken' }
  | { readonly at: 'failed' }
  | { readonly at: 'reading'; readonly glossary: GlossaryAnswer };

/**
 * `taken-back`: chosen, but the browser no longer allows it. `not-chosen`: the browser would allow it, for a folder of
 * notes or through its own menus.
 */
export type NotAllowed = 'not-asked' | 'taken-back' | 'not-chosen';

/** The places in the library that buttons lead to. */
export type LibraryPlace = 'notes' | 'packs' | 'backup' | 'sync' | 'settings';

export interface PopupCalls {
  readonly switchSite: (on: boolean) => void;
  readonly grant: () => void;
  readonly once: () => void;
  readonly reload: () => void;
  readonly retry: () => void;
  /** Although the page does not look like a story. */
  readonly readAnyway: () => void;
  /** Reads the story again, after some of its names could not be looked up. */
  readonly readAgain: () => void;
  readonly reveal: (entity: EntityKey) => void;
  /** The card in the popup itself. */
  readonly openCard: (entity: EntityKey) => void;
  /** The same with focus in its note. */
  readonly openNote: (entity: EntityKey) => void;
  /** A note on unknown words. */
  readonly noteOn: (words: string) => void;
  /** "I know this", or no longer. */
  readonly know: (entity: EntityKey, known: boolean) => void;
  /** The story's day from now on; null: as the page says. */
  readonly setDay: (day: Day | null) => void;
  readonly hideMarks: (hidden: boolean) => void;
  readonly exportGlossary: (glossary: GlossaryAnswer, wish: ExportWish) => void;
  readonly openLibrary: (place: LibraryPlace) => void;
  /** The words in the search field, with each letter. */
  readonly seek: (words: string) => void;
  /** The same search in the library. */
  readonly seekInLibrary: () => void;
}

export interface PopupViewProps extends Omit<StoryNamesProps, 'glossary'> {
  readonly state: PopupState;
  readonly marksHidden: boolean;
  /** A one-time message, e.g. that something failed. */
  readonly word: MessageKey | null;
  readonly danger: NotesDanger;
  /** The panel's other places; absent: only names. */
  readonly nav?: ComponentChildren;
  /** Replaces the names, which stay mounted; null: they are shown. */
  readonly instead?: ComponentChildren;
  /** The browser's current keys; empty: it has no shortcuts. */
  readonly keys: { readonly lines: readonly KeyLine[]; readonly change: (() => void) | null };
  /** Opens the panel; null: no button for it. */
  readonly onBeside?: (() => void) | null;
}

const NOT_ALLOWED: Readonly<Record<NotAllowed, MessageKey>> = {
  'not-asked': 'popup_not_allowed',
  'taken-back': 'popup_taken_back',
  'not-chosen': 'popup_not_chosen',
};

const CLOSED: Readonly<Record<NoEntry, MessageKey>> = {
  'browser-page': 'popup_closed_browser',
  'extension-store': 'popup_closed_store',
  pdf: 'popup_closed_pdf',
  'local-file': 'popup_closed_file',
  'unknown-address': 'popup_closed_unknown',
};

export function PopupView(props: PopupViewProps) {
  const { marksHidden, word, danger, nav, instead, keys, onBeside, ...body } = props;
  const { t, count } = useText();
  const { state, notesMayGo, on } = body;
  const glossary = state.at === 'reading' ? state.glossary : null;
  const names = glossary?.entries.length ?? 0;
  /** What is open above the foot. */
  const [opened, setOpened] = useState<'export' | 'keys' | null>(null);
  const turn = (what: 'export' | 'keys') => setOpened(opened === what ? null : what);
  return (
    <>
      <header class="popup-head">
        <h1>{t('extension_name')}</h1>
        {names > 0 && <span class="popup-count">{count('popup_names', names)}</span>}
        {(state.at === 'reading' || state.at === 'no-story' || state.at === 'off') && (
          <span class="popup-switch">
            <Switch on={state.at !== 'off'} onChange={on.switchSite}>
              {t('popup_site_switch')}
            </Switch>
          </span>
        )}
      </header>
      {nav}
      <main>
        <div class="popup-names" hidden={instead != null}>
          <PopupBody {...body} />
        </div>
        {instead}
        {word && (
          <p class="popup-word" role="alert">
            {t(word)}
          </p>
        )}
        {danger.state === 'undecided' && (
          <p class="popup-word" role="status">
            {t('popup_undecided')} <Button onClick={() => on.openLibrary('sync')}>{t('popup_decide')}</Button>
          </p>
        )}
        {(danger.state === 'emptied' || danger.state === 'no-copy') && (
          <p class="popup-word" role="status">
            {count(danger.state === 'emptied' ? 'popup_notes_lost' : 'popup_no_copy', danger.notes)}{' '}
            <Button onClick={() => on.openLibrary('backup')}>
              {t(danger.state === 'emptied' ? 'popup_restore' : 'popup_back_up')}
            </Button>
          </p>
        )}
      </main>
      <div class="popup-end">
        {opened === 'export' && glossary && (
          <ExportForm
            noted={notesMayGo ? glossary.entries.filter(({ noted }) => noted).length : 0}
            onExport={(wish) => {
              setOpened(null);
              on.exportGlossary(glossary, wish);
            }}
          />
        )}
        {opened === 'keys' && (
          <section class="popup-keys" aria-labelledby="popup-keys">
            <h2 id="popup-keys">{t('keys_title')}</h2>
            <KeyList keys={keys.lines} onChange={keys.change} />
          </section>
        )}
        <footer class="popup-foot">
          {names > 0 && glossary && (
            <>
              <Switch on={marksHidden} onChange={on.hideMarks}>
                {t('popup_hide_marks')}
              </Switch>
              <Button aria-expanded={opened === 'export'} onClick={() => turn('export')}>
                {t('popup_export')}
              </Button>
            </>
          )}
          {keys.lines.length > 0 && (
            <Button aria-expanded={opened === 'keys'} onClick={() => turn('keys')}>
              {t('keys_title')}
            </Button>
          )}
          {onBeside && <Button onClick={onBeside}>{t('popup_beside')}</Button>}
          <span class="popup-library">
            <Button onClick={() => on.openLibrary('notes')}>{t('popup_library')}</Button>
          </span>
        </footer>
      </div>
    </>
  );
}

type BodyProps = Pick<
  PopupViewProps,
  'state' | 'senses' | 'begin' | 'takesFocus' | 'found' | 'world' | 'unknown' | 'notesMayGo' | 'on'
>;

function PopupBody({ state, on, ...names }: BodyProps) {
  const glossary = state.at === 'reading' && isStory(state.glossary) ? state.glossary : null;
  const { begin, unknown } = names;
  // If a story failed, the reader learns why, whatever names there are.
  const hasNames =
    glossary !== null && (glossary.state === 'failed' || glossary.entries.length + unknown.names.length > 0);
  return hasNames || begin !== null ? (
    <StoryNames {...names} glossary={glossary} on={on} />
  ) : (
    <NoNames state={state} on={on} />
  );
}

const isStory = ({ state }: GlossaryAnswer): boolean => state !== 'not-an-article' && state !== 'off-limits';

/** What is shown instead of the names. */
function NoNames({ state, on }: Pick<PopupViewProps, 'state' | 'on'>) {
  const { t } = useText();
  switch (state.at) {
    case 'loading':
      return <Notice>{t('popup_loading')}</Notice>;
    case 'closed':
      return <Notice>{t(CLOSED[state.why])}</Notice>;
    case 'off':
      return <Notice>{t('popup_off', state.site)}</Notice>;
    case 'not-allowed':
      return state.incognito ? (
        <Notice action={{ label: t('popup_once'), onPress: on.once }}>{t('popup_once_private')}</Notice>
      ) : (
        <Notice
          action={{ label: t('popup_grant', state.site), onPress: on.grant }}
          quietly={{ label: t('popup_once'), onPress: on.once }}
        >
          {t(NOT_ALLOWED[state.why], state.site)}
        </Notice>
      );
    case 'reload':
      return <Notice action={{ label: t('popup_reload_action'), onPress: on.reload }}>{t('popup_reload')}</Notice>;
    case 'pack-broken':
      return (
        <Notice action={{ label: t('popup_open_library'), onPress: () => on.openLibrary('packs') }}>
          {t('popup_pack_broken')}
        </Notice>
      );
    case 'failed':
      return <Notice action={{ label: t('popup_retry'), onPress: on.retry }}>{t('popup_failed')}</Notice>;
    case 'no-story':
      return <NoStory on={on} />;
    case 'reading':
      return <Unread glossary={state.glossary} on={on} />;
  }
}

function Unread({ glossary, on }: { readonly glossary: GlossaryAnswer } & Pick<PopupViewProps, 'on'>) {
  const { t } = useText();
  switch (glossary.state) {
    case 'not-an-article':
      return <NoStory on={on} />;
    case 'off-limits':
      return <Notice>{t('popup_off_limits')}</Notice>;
    default:
      return <Notice>{t(glossary.state === 'scanning' ? 'popup_scanning' : 'popup_nothing')}</Notice>;
  }
}

function NoStory({ on }: Pick<PopupViewProps, 'on'>) {
  const { t } = useText();
  return <Notice action={{ label: t('popup_read_anyway'), onPress: on.readAnyway }}>{t('popup_not_article')}</Notice>;
}
