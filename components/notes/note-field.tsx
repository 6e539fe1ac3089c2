/**
 * The field in which a note is written, with the line that says whether it is stored. It needs
 *  - `session`: an `EditorSession` of lib/notes, one an opened note, ended by its signal when the field is gone. It is
 *    told of each input event, and it changes the field when news comes from elsewhere;
 *  - `explain`: what went wrong, by the thing that the session's exchange threw.
 * The caller flushes the session when the page goes (`pagehide`). Needs `editor.css`.
 *
 * Invariant: the field is written to only in the task in which the session changed, caret included: a field that lags
 * behind the document would take the news of others back with the next key.
 */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EditorSession, SaveState } from '../../lib/notes';
import { Button, formatClock, formatMoment, type MessageKey, type Text, useText } from '../kit';

/** Why a note is not saved, as the message is named; each is a sentence that says what to do. */
export type NoteTrouble = 'full' | 'newer' | 'gone' | 'refused' | 'too_large' | 'failed';

export interface NoteFieldProps {
  readonly session: EditorSession;
  readonly name: string;
  readonly explain: (why: unknown) => NoteTrouble;
  /** Nothing can be typed for now, e.g. because the page around a card took the keyboard. */
  readonly locked?: boolean;
}

/** ms of rest until "Saved" replaces "Saving…": after each key it would flicker. A delay is no lie. */
const CALM_MS = 250;

/** The session's current state; the calling component re-renders with each change. */
export function useSession(session: EditorSession): { readonly save: SaveState } {
  const [save, setSave] = useState<SaveState>(session.save());
  const [, setTurn] = useState(0);
  useEffect(() => {
    const open = new AbortController();
    const look = () => {
      setSave(session.save());
      setTurn((turn) => turn + 1);
    };
    session.subscribe(look, open.signal);
    look();
    return () => open.abort();
  }, [session]);
  return { save };
}

export function NoteField({ session, name, explain, locked = false }: NoteFieldProps) {
  const text = useText();
  const { t } = text;
  const { save } = useSession(session);
  const field = useRef<HTMLTextAreaElement>(null);
  const state = useId();
  const unread = save.at === 'reading' || save.at === 'unread';
  const closed = unread || locked;

  useLayoutEffect(() => {
    const open = new AbortController();
    const area = field.current;
    if (!area) return;
    const put = (value: string) => {
      area.value = value;
      grow(area);
    };
    put(session.content().text);
    session.subscribe(({ move }) => {
      if (!move) return;
      const { selectionStart, selectionEnd, selectionDirection } = area;
      put(session.content().text);
      area.setSelectionRange(move(selectionStart), move(selectionEnd), selectionDirection);
    }, open.signal);
    return () => open.abort();
  }, [session]);

  // Once it can be typed into, the caret goes behind the text: a field focused before the text came would otherwise
  // type in front.
  useLayoutEffect(() => {
    const area = field.current;
    if (unread || !area) return;
    grow(area);
    area.setSelectionRange(area.value.length, area.value.length);
  }, [unread]);

  useEffect(() => {
    const area = field.current;
    return area ? growWithWidth(area) : undefined;
  }, []);

  const write = ({ currentTarget: area }: { currentTarget: HTMLTextAreaElement }) => {
    grow(area);
    session.write(area.value);
  };
  const { deletedAt } = session.content();
  return (
    <div class="note-field">
      {deletedAt !== null && (
        <p class="note-binned">
          {t('note_in_bin', formatMoment(text, deletedAt, 'day'))}{' '}
          <Button
            onClick={() => {
              session.takeBack();
              field.current?.focus(); // the focused button goes
            }}
          >
            {t('note_take_back')}
          </Button>
        </p>
      )}
      <textarea
        ref={field}
        class="note-text"
        aria-label={t('note_label', name)}
        aria-describedby={state}
        placeholder={unread ? '' : t('note_placeholder')}
        dir="auto"
        rows={3}
        readOnly={closed}
        onInput={write}
        onCompositionStart={() => session.compose(true)}
        onCompositionEnd={(event) => {
          write(event);
          session.compose(false);
        }}
      />
      <StateLine id={state} save={save} text={text} explain={explain} onRetry={() => session.retry()} />
    </div>
  );
}

interface StateLineProps {
  readonly id: string;
  readonly save: SaveState;
  readonly text: Text;
  readonly explain: (why: unknown) => NoteTrouble;
  readonly onRetry: () => void;
}

function StateLine({ id, save, text, explain, onRetry }: StateLineProps) {
  const { t } = text;
  const [shown, setShown] = useState(save);
  useEffect(() => {
    if (save.at !== 'saved' || shown.at !== 'saving') {
      setShown(save);
      return;
    }
    const timer = setTimeout(() => setShown(save), CALM_MS);
    return () => clearTimeout(timer);
  }, [save, shown]);
  if (shown.at === 'not-saved' || shown.at === 'unread') {
    const trouble = explain(shown.why);
    const unread = shown.at === 'unread';
    // A note that could not be read cannot be reported as unsaved.
    const why: MessageKey =
      unread && (trouble === 'full' || trouble === 'failed') ? `note_unread_${trouble}` : `note_trouble_${trouble}`;
    return (
      <p id={id} class="note-state note-trouble" role="alert">
        {t(unread ? 'note_unread' : 'note_not_saved', t(why))} <Button onClick={onRetry}>{t('note_retry')}</Button>
      </p>
    );
  }
  const line =
    shown.at === 'saved'
      ? t('note_state_saved', formatClock(text, shown.time))
      : shown.at === 'untouched'
        ? ''
        : t(shown.at === 'saving' ? 'note_state_saving' : 'note_state_reading');
  return (
    <p id={id} class="note-state">
      {line}
    </p>
  );
}

const growsByItself = () => CSS.supports?.('field-sizing', 'content');

/** In a narrower window the same text has more lines. Returns a function that ends the watch. */
function growWithWidth(area: HTMLTextAreaElement): (() => void) | undefined {
  if (growsByItself()) return undefined;
  let width = area.clientWidth;
  const watch = new ResizeObserver(() => {
    if (area.clientWidth === width) return;
    width = area.clientWidth;
    // Deferred: changing a height inside a resize report is reported as an error.
    requestAnimationFrame(() => grow(area));
  });
  watch.observe(area);
  return () => watch.disconnect();
}

/** Makes it as tall as its text. By hand, since Firefox has no `field-sizing`. */
function grow(area: HTMLTextAreaElement): void {
  if (growsByItself()) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
