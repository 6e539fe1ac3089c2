/**
 * What runs on a news page: one reader per document, one visit after another in it.
 *
 * An unlisted script, not one of WXT's content scripts: WXT's wrapper for those announces itself to the page by
 * `postMessage` and a DOM event that carry the extension's id, which would tell every site who reads it, and lets the
 * page end the script by sending the same event. It is built as `reader.js`; the background puts it into documents.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerFollowers, answerReaderCalls, browser, callBackground, type ReaderWishes } from '../../lib/messages';
import { isReadFromAbove, takeOver, watchNavigation, watchOwnLife } from '../../lib/page';
import { readStory, type StoryReading } from './read-story';

const NO_WISHES: ReaderWishes = {
  marksHidden: false,
  restMs: 300,
  theme: 'system',
  history: false,
  rules: '',
  selectionButton: false,
};

export default defineUnlistedScript(() => {
  const view = window;
  // The scout of this frame could not rule it out, or the reader of this page has asked.
  if (isReadFromAbove(view)) return;
  const life = takeOver(globalThis);
  const { signal } = life;
  // Taking a listener off throws once the extension is gone, and there is nothing left to take it off from.
  const wire = new AbortController();
  const isAlive = () => browser.runtime?.id !== undefined;
  signal.addEventListener('abort', () => {
    if (isAlive()) wire.abort();
  });
  const look = watchOwnLife({ view, alive: isAlive, died: () => life.abort(), signal });
  const tellFollowers = answerFollowers(wire.signal);
  // Not from storage: that is closed to scripts in pages. Where nobody answers, the popup can tell why.
  const askWishes = () => callBackground('wishes', {}).catch(() => NO_WISHES);

  let wishes: ReaderWishes | null = null;
  /** Null until the background has said how the tab's site stands: this may be a frame from another site. */
  let enabled: boolean | null = null;
  let visit: { reading: StoryReading; asked: boolean; end: AbortController } | null = null;

  function endVisit(): void {
    visit?.end.abort();
    visit = null;
    tellFollowers();
  }
  function beginVisit(asked = false): void {
    endVisit();
    if (!enabled || !wishes || signal.aborted) return;
    const end = new AbortController();
    const reading = readStory({
      view,
      wishes,
      asked,
      look,
      changed: tellFollowers,
      signal: AbortSignal.any([signal, end.signal]),
    });
    visit = { reading, asked, end };
  }

  signal.addEventListener('abort', endVisit);
  // Listeners first, in the first tick: the popup may ask before the settings are read.
  answerReaderCalls(
    {
      glossary: () =>
        visit?.reading.glossary() ?? {
          state: enabled !== null ? 'not-an-article' : 'scanning',
          title: view.document.title,
          day: null,
          pageDay: null,
          entries: [],
          unknown: [],
          marksHidden: wishes?.marksHidden ?? false,
        },
      reveal: async ({ entity }) => (await visit?.reading.reveal(entity)) ?? false,
      step: ({ backwards }) => visit?.reading.step(backwards ? 'previous' : 'next'),
      readAgain: ({ anyway }) => beginVisit(anyway || visit?.asked),
      settingsChanged: async ({ enabled: now }) => {
        wishes = await askWishes();
        if (now === enabled && visit) return visit.reading.apply(wishes);
        enabled = now;
        if (enabled) beginVisit();
        else endVisit();
      },
      wishesChanged: async () => {
        wishes = await askWishes();
        visit?.reading.apply(wishes);
      },
      dayChosen: () => visit?.reading.dateAgain(),
      cardSaid: ({ card, say }) => visit?.reading.cardSaid(card, say),
      ping: () => ({ alive: true }),
    },
    wire.signal,
  );
  watchNavigation({ view, tell: () => beginVisit(), signal });
  // Where nobody answers, nobody will scan either: the visit begins, fails, and the popup can tell why.
  const asked = callBackground('mayRead', {}).catch(() => NO_WISHES);
  void asked.then((now) => {
    wishes ??= now;
    if (enabled !== null) return; // told otherwise meanwhile
    enabled = now !== null;
    beginVisit();
  });
});
