/**
 * Below the names that have a card: those that Backstory does not know, each with what the story says of it, and one button
 * that asks the open world for all of them. What is sent and to whom stands beside it.
 *
 *   idle ── pressed ──► busy (so many of so many, Stop) ──► done (so many found) | trouble (again)
 */
import { useId, useRef } from 'preact/hooks';
import type { LookUpProgress, NameState, NameTrouble } from '../../lib/knowledge';
import type { UnknownEntry } from '../../lib/page';
import { Button, formatClock, listOf, type Text, useText } from '../kit';
import { MentionCount } from './mention-count';
import { NameButton } from './name-button';
import { RowActions } from './row-actions';

export interface UnknownNamesProps {
  readonly names: readonly UnknownEntry[];
  /** Those that match the search; absent: all. */
  readonly shown?: readonly UnknownEntry[];
  /** By name; a missing one is being requested. */
  readonly states: Readonly<Record<string, NameState>>;
  /** Names of known entities whose facts may be older than the story: requested along with the others. */
  readonly refresh: readonly string[];
  /** Null: no look-up is running. */
  readonly progress: LookUpProgress | null;
  /** The result of the last look-up; null: none yet. */
  readonly outcome: { readonly found: number; readonly perhaps: number; readonly trouble: NameTrouble | null } | null;
  readonly on: {
    readonly lookUp: () => void;
    readonly cancel: () => void;
    readonly open: (entry: UnknownEntry) => void;
    /** The same with focus in its note; null: notes may not be written. */
    readonly note: ((entry: UnknownEntry) => void) | null;
    readonly openSettings: () => void;
  };
}

export function UnknownNames({ names, shown = names, states, refresh, progress, outcome, on }: UnknownNamesProps) {
  const text = useText();
  const { t, count } = text;
  const heading = useId();
  const sends = useId();
  const open = names.filter(({ name }) => isOpen(states[name]));
  const asked = [...new Set(open.flatMap(({ name }) => hostsOf(states[name])))];
  // If the look-up failed, the states do not change, and the button asks for the same names again.
  const told = useRef(asked);
  if (asked.length > 0) told.current = asked;
  const hosts = told.current;
  const isOff = names.some(({ name }) => states[name]?.state === 'off');
  // A filtered list cannot be looked up as a whole: the button would not match what is seen.
  const isWhole = shown.length === names.length;
  if (names.length === 0 || (shown.length === 0 && progress === null)) return null;
  return (
    <section class="glossary-unknown" aria-labelledby={heading}>
      <h2 id={heading} class="glossary-kind">
        {t('popup_unknown_heading')}
      </h2>
      <ul aria-labelledby={heading}>
        {shown.map((entry) => (
          <li key={entry.key}>
            <NameButton
              name={entry.name}
              gloss={lineOf(text, entry, states[entry.name])}
              onPress={() => on.open(entry)}
            >
              <MentionCount count={entry.count} />
            </NameButton>
            <RowActions name={entry.name} onCard={null} onNote={on.note && (() => on.note?.(entry))} />
          </li>
        ))}
      </ul>
      {isOff && (
        <p class="popup-word">
          {t('popup_unknown_off')} <Button onClick={on.openSettings}>{t('popup_unknown_settings')}</Button>
        </p>
      )}
      {isWhole && progress === null && open.length > 0 && (
        <div class="unknown-ask">
          <Button look="framed" aria-describedby={sends} onClick={on.lookUp}>
            {count('popup_unknown_ask', open.length)}
          </Button>
          <p id={sends} class="credit">
            {hosts.length > 0 && t('popup_unknown_sends', listOf(text, hosts))}{' '}
            {refresh.length > 0 && t('popup_unknown_refresh', listOf(text, refresh))}
          </p>
        </div>
      )}
      <p class={progress === null && outcome === null ? 'unseen' : 'popup-word'} role="status">
        {progress !== null && t('popup_unknown_busy', progress.done, progress.of)}
        {progress === null && outcome !== null && endOf(text, outcome)}
      </p>
      {progress !== null && (
        <p class="popup-word">
          <Button onClick={on.cancel}>{t('popup_unknown_cancel')}</Button>
        </p>
      )}
    </section>
  );
}

/** Worth asking: never asked, no answer, or long ago. */
function isOpen(state: NameState | undefined): boolean {
  if (state === undefined || state.state === 'off') return false;
  return 'stale' in state ? state.stale : true;
}

const hostsOf = (state: NameState | undefined): readonly string[] =>
  (state !== undefined && 'hosts' in state && state.hosts) || [];

/** What the open world has under the name, else what the story says about it. */
function lineOf({ t }: Text, { says }: UnknownEntry, state: NameState | undefined): string {
  if (state?.state === 'found') return state.sure ? state.found.gloss : t('popup_unknown_perhaps', state.found.gloss);
  if (state?.state === 'several') return t('popup_unknown_several', state.among.length);
  const [said] = says;
  if (state?.state === 'nobody' && state.lists.length > 0) return t('popup_unknown_namesakes');
  if (state?.state === 'nobody')
    return said ? `${t('popup_unknown_nobody')} · ${said.text}` : t('popup_unknown_nobody');
  return said?.text ?? '';
}

function endOf(text: Text, { found, perhaps, trouble }: NonNullable<UnknownNamesProps['outcome']>): string {
  const { t, count } = text;
  const said = [
    found > 0 ? count('popup_unknown_found', found) : '',
    perhaps > 0 ? count('popup_unknown_choose', perhaps) : '',
  ]
    .filter(Boolean)
    .join(' ');
  if (trouble === null) return said || t('popup_unknown_found_none');
  const why =
    trouble.state === 'busy'
      ? t('card_article_busy', formatClock(text, trouble.retryAt))
      : t(`card_name_${trouble.state}`);
  return `${said} ${why}`.trim();
}
