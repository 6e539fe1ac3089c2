/**
 * The reader's own note in a card: what it says, and the frame in which it is written.
 *
 *   READING ── Edit, Add, Quote ──► WRITING ── Done, Escape ──► READING (with the new text, the focus on the button)
 *                                      └── the frame does not come ──► REFUSED (a sentence, the way to the library,
 *                                          and the button again: a worker may only have been slow)
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardNote, NoteGlimpse } from '../../lib/messages';
import { Button, formatDay, useText } from '../kit';
import type { CardProps } from './props';

type At = 'reading' | 'writing' | 'quoting' | 'refused';

interface NoteProps extends Pick<CardProps, 'view' | 'canQuote' | 'on'> {
  readonly note: CardNote;
}

export function Note({ view: { entity }, note, canQuote, on }: NoteProps) {
  const { t } = useText();
  const [at, setAt] = useState<At>('reading');
  const [stored, setStored] = useState<NoteGlimpse | null | undefined>(undefined);
  const section = useRef<HTMLElement>(null);
  const slot = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const open = at === 'writing' || at === 'quoting';

  useLayoutEffect(() => {
    if (!open || !slot.current) return;
    return on.writeNote(slot.current, entity, at === 'quoting', (news) => {
      if (news.type === 'stored') setStored(news.note);
      else setAt(news.type === 'done' ? 'reading' : 'refused');
    });
  }, [open]);
  // The frame that had the focus is gone: back to where the reader came from.
  useEffect(() => {
    if (wasOpen.current && !open) section.current?.querySelector<HTMLElement>('.actions button')?.focus();
    wasOpen.current = open;
  }, [open]);

  const known = 'note' in note ? note.note : null;
  const glimpse = stored === undefined ? known : stored;
  const isPrivate = note.state === 'private';
  const failed = note.state === 'failed';
  return (
    <section ref={section} class="note" aria-label={t('card_note')}>
      {open ? (
        <div ref={slot} />
      ) : (
        <>
          {glimpse && <Glimpse {...glimpse} />}
          {isPrivate && <p class="state">{t('card_note_private')}</p>}
          {(failed || at === 'refused') && (
            <p class="state" role="alert">
              {t(failed ? 'card_note_failed' : 'card_note_refused')}{' '}
              <Button onClick={() => on.openNotes(entity)}>{t('card_note_library')}</Button>
            </p>
          )}
          {!failed && !isPrivate && (
            <p class="actions">
              <Button onClick={() => setAt('writing')}>{t(glimpse ? 'card_note_edit' : 'card_note_add')}</Button>
              {canQuote && <Button onClick={() => setAt('quoting')}>{t('card_note_quote')}</Button>}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** A note of more is cut to five lines, so that the card stays a card. */
const SHORT = { length: 300, lines: 5 };

function Glimpse({ text: words, tags, quotes, changedOn }: NoteGlimpse) {
  const text = useText();
  const [all, setAll] = useState(false);
  const long = words.length > SHORT.length || words.split('\n').length > SHORT.lines;
  const facts = [
    ...tags,
    ...(quotes > 0 ? [text.count('card_note_quotes', quotes)] : []),
    text.t('card_note_changed', formatDay(text, changedOn)),
  ];
  return (
    <>
      {words !== '' && (
        <p class={long && !all ? 'note-words note-cut' : 'note-words'} dir="auto">
          {words}
        </p>
      )}
      {long && !all && <Button onClick={() => setAll(true)}>{text.t('card_note_more')}</Button>}
      <p class="credit">{facts.join(' · ')}</p>
    </>
  );
}
