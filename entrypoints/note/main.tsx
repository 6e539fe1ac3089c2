/**
 * The frame inside a card in which a note is written: an extension page in the card's closed root, so that the page
 * around it hears no key. By itself it knows nothing and shows nothing; it learns what it edits by a ticket, once.
 * No storage of its own: Chromium gives a framed page of ours none, so all goes to the background.
 */
import { render } from 'preact';
import * as v from 'valibot';
import { createText, type MessageKey, TextProvider } from '../../components/kit';
import { NoteEditor } from '../../components/notes/editor';
import { browser, callBackground, type NoteFrameGreeting, type NoteFrameNews } from '../../lib/messages';
import type { EditorSession } from '../../lib/notes';
import { askBeforeLeaving } from '../own-page/ask-before-leaving';
import { callTroubleOf } from '../own-page/note-trouble';
import { openEditor } from '../own-page/open-editor';
import { glimpseOf } from './glimpse';

const greeting = v.strictObject({
  ticket: v.string(),
  theme: v.picklist(['system', 'light', 'dark']),
}) satisfies v.GenericSchema<unknown, NoteFrameGreeting>;

const place = document.getElementById('note') as HTMLElement;
const root = document.documentElement;
const text = createText(browser.i18n.getUILanguage(), (key: MessageKey, substitutions) =>
  browser.i18n.getMessage(key as never, substitutions),
);
root.lang = text.t('text_language');
root.dir = text.t('text_direction');

addEventListener('message', function greeted({ data, ports: [port] }) {
  const first = v.safeParse(greeting, data);
  if (!first.success || !port) return;
  removeEventListener('message', greeted);
  void begin(first.output, (news) => port.postMessage(news));
});

async function begin({ ticket, theme }: NoteFrameGreeting, tell: (news: NoteFrameNews) => void): Promise<void> {
  if (theme !== 'system') root.dataset.theme = theme;
  const task = await callBackground('redeemNote', { ticket }).catch(() => null);
  if (!task) return tell({ type: 'refused' });
  const { subject, passage } = task;
  const life = new AbortController();
  const session = openEditor(subject, life.signal);
  // Whichever comes first: both mean that there may be no later.
  addEventListener('pagehide', () => {
    addTypedTag();
    session.flush();
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && session.flush());
  const told = () => {
    const { at } = session.save();
    if (at === 'saved') tell({ type: 'stored', note: glimpseOf(session.content()) });
  };
  session.subscribe(told, life.signal);
  askBeforeLeaving(() => [session], life.signal);
  if (passage) session.addQuote(passage);
  const done = () => void close(session, tell);
  // On the release: were the frame gone before it, the page would hear it. Within a composition the key is the input method's.
  let leaving: string | null = null;
  addEventListener('keydown', ({ key, ctrlKey, metaKey, isComposing }) => {
    const leaves = key === 'Escape' || (key === 'Enter' && (ctrlKey || metaKey));
    leaving = leaves && !isComposing ? key : null;
  });
  addEventListener('keyup', ({ key }) => {
    if (key === leaving) done();
    leaving = null;
  });
  render(
    <TextProvider text={text}>
      <NoteEditor session={session} name={subject.name} explain={callTroubleOf} onDone={done} />
    </TextProvider>,
    place,
  );
  // The card gives the frame the focus, and it goes on to the field. Were the field to take it as well, Chromium would
  // lose it between the two.
  addEventListener('focus', () => {
    if (document.activeElement === document.body) place.querySelector('textarea')?.focus();
  });
  new ResizeObserver(() => tell({ type: 'height', px: Math.ceil(place.getBoundingClientRect().height) })).observe(
    place,
  );
  tell({ type: 'ready' });
}

/** What is not stored yet keeps the editor open: its state line says why. */
async function close(session: EditorSession, tell: (news: NoteFrameNews) => void): Promise<void> {
  addTypedTag();
  if (await session.settled()) tell({ type: 'done' });
}

/** The field adds its word when it is left; a frame that goes does not wait for that. */
const addTypedTag = () => place.querySelector('form')?.requestSubmit();
