/**
 * The reader's own note in a card: what it says, and the editor in which it is written.
 *
 *   READING ── Edit, Add, Quote (with words selected in the story) ──► OPENING ──► WRITING ── Done, Escape, all is stored ──► READING (with the new text, the
 *                                      └── there is no note to be had ──► READING, with a sentence and the way to the library
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntityKey } from '../../lib/facts';
import type { CardNote, NoteGlimpse, NotePart } from '../../lib/messages';
import type { Passage } from '../../lib/notes';
import { Button, formatDay, useText } from '../kit';
import { NoteEditor } from '../notes/editor';
import { Origin } from '../notes/origin';
import type { CardProps, OpenEditor } from './props';

interface NoteProps extends Pick<CardProps, 'canQuote' | 'lock' | 'mode' | 'writes' | 'on'> {
  readonly note: CardNote;
  /** The key it is written under. */
  readonly entity: EntityKey;
  /** Null: the note itself. */
  readonly part: NotePart | null;
  /** The card's title. */
  readonly title: string;
}

/** The note itself, in the foot, which stays in view. */
export const OwnNote = (props: CardProps & { readonly note: CardNote }) => (
  <Note {...props} entity={props.view.entity} title={props.view.name} part={null} />
);

/** Its parts written under other keys, each with its own editor. */
export const PartsOfNote = (props: CardProps & { readonly note: CardNote }) => (
  <>
    {props.parts.map((part) => (
      <Note
        {...props}
        key={part.entity}
        entity={part.entity}
        title={props.view.name}
        part={part}
        note={{ state: props.note.state === 'private' ? 'private' : 'noted', note: part.note }}
        canQuote={false}
      />
    ))}
  </>
);

function Note({ entity, title, note, part, canQuote, lock, mode, writes = false, on }: NoteProps) {
  const { t } = useText();
  const [editor, setEditor] = useState<OpenEditor | null>(null);
  const [refused, setRefused] = useState(false);
  const [nothingSelected, setNothingSelected] = useState(false);
  const [stored, setStored] = useState<NoteGlimpse | null | undefined>(undefined);
  const section = useRef<HTMLElement>(null);
  const wasOpen = useRef(false);
  const opening = useRef(false);
  /** Opened automatically: then it takes no focus. */
  const unasked = useRef(false);
  /** This card's editor; another entity has another one. */
  const open = useRef<OpenEditor | null>(null);

  useEffect(() => {
    // One opens our pages in order to write.
    if (part === null && mode === 'own-page' && (note.state === 'none' || note.state === 'noted')) {
      unasked.current = !writes;
      void write(null);
    }
    return () => open.current?.close();
  }, []);
  // The focused field is gone: return to where the reader came from.
  useEffect(() => {
    if (editor && !unasked.current) {
      section.current?.scrollIntoView?.({ block: 'nearest' });
      section.current?.querySelector('textarea')?.focus({ preventScroll: true });
    } else if (!editor && wasOpen.current) section.current?.querySelector<HTMLElement>('.actions button')?.focus();
    wasOpen.current = editor !== null;
  }, [editor]);

  async function write(passage: Passage | null): Promise<void> {
    if (opening.current) return;
    opening.current = true;
    const opened = await on.openEditor(entity);
    opening.current = false;
    // The card moved to another name meanwhile.
    if (!section.current) return opened?.close();
    if (passage) opened?.session.addQuote(passage);
    open.current = opened;
    setRefused(opened === null);
    setEditor(opened);
  }
  function writeAsked(passage: Passage | null): void {
    unasked.current = false;
    void write(passage);
  }
  /** Always enabled: pressing it explains how it works. */
  async function quote(): Promise<void> {
    const passage = await on.passage();
    setNothingSelected(passage === null);
    if (!passage) return;
    if (!open.current) return writeAsked(passage);
    open.current.session.addQuote(passage);
    section.current?.querySelector('textarea')?.focus();
  }
  /** Unsaved text keeps the editor open: its state line says why. */
  async function done(): Promise<void> {
    if (!editor) return;
    // The tag field adds its word when left; a closing editor does not wait for that.
    section.current?.querySelector('form')?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    if (!(await editor.session.settled()) || open.current !== editor) return;
    setStored(editor.glimpse());
    editor.close();
    open.current = null;
    setEditor(null);
  }
  function leave(event: KeyboardEvent): void {
    const leaves = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!leaves || event.isComposing) return;
    // Escape leaves the editor, not the card.
    event.preventDefault();
    event.stopPropagation();
    void done();
  }

  const known = 'note' in note ? note.note : null;
  const glimpse = stored === undefined ? known : stored;
  const isPrivate = note.state === 'private';
  const failed = note.state === 'failed';
  return (
    <section ref={section} class={part ? 'note note-part' : 'note'} aria-label={t('card_note')}>
      {part && <Origin {...part} title={title} onPlace={isPrivate ? null : (place) => on.placeNote(part, place)} />}
      {editor ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys that leave the field, wherever in it the focus is
        <div onKeyDown={leave}>
          {lock === 'taken' && (
            <p class="state note-lock" role="alert">
              {t('card_note_taken')} <Button onClick={on.unlock}>{t('card_note_write_on')}</Button>{' '}
              <Button onClick={() => on.openBeside(entity)}>{t('card_note_beside')}</Button>
            </p>
          )}
          <NoteEditor {...editor} locked={lock !== 'none'} onDone={() => void done()} />
          {lock !== 'taken' && (canQuote || mode !== 'own-page') && (
            <p class="actions note-elsewhere">
              {canQuote && <Button onClick={() => void quote()}>{t('card_note_quote')}</Button>}
              {mode !== 'own-page' && <Button onClick={() => on.openBeside(entity)}>{t('card_note_beside')}</Button>}
            </p>
          )}
        </div>
      ) : (
        <>
          {glimpse && <Glimpse {...glimpse} />}
          {isPrivate && <p class="state">{t('card_note_private')}</p>}
          {(failed || refused) && (
            <p class="state" role="alert">
              {t(failed ? 'card_note_failed' : 'card_note_refused')}{' '}
              <Button onClick={() => on.openNotes(entity)}>{t('card_note_library')}</Button>
            </p>
          )}
          {!failed && !isPrivate && (
            <p class="actions">
              <Button onClick={() => writeAsked(null)}>{t(glimpse ? 'card_note_edit' : 'card_note_add')}</Button>
              {canQuote && <Button onClick={() => void quote()}>{t('card_note_quote')}</Button>}
            </p>
          )}
        </>
      )}
      {canQuote && (
        <p class={nothingSelected ? 'state' : 'unseen'} role="status">
          {nothingSelected && t('card_note_select')}
        </p>
      )}
    </section>
  );
}

/** A longer note is cut to two lines, so that it can stay in view. */
const SHORT = { length: 100, lines: 2 };

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
        <p class={long ? `note-words note-${all ? 'all' : 'cut'}` : 'note-words'} dir="auto">
          {words}
        </p>
      )}
      {long && !all && <Button onClick={() => setAll(true)}>{text.t('card_note_more')}</Button>}
      <p class="credit">{facts.join(' · ')}</p>
    </>
  );
}
