/** One visit wired: the page's eyes and hands, the hover machine, and the card. Wiring only; every rule is elsewhere. */
import type { EntityKey } from '../../lib/facts';
import { openCard, type Target, timeToLook, type Under } from '../../lib/hover';
import {
  browser,
  callBackground,
  type FromCard,
  type GlossaryAnswer,
  type GlossaryState,
  type ReaderWishes,
  toCallError,
} from '../../lib/messages';
import {
  glossaryOf,
  type Hit,
  hitTest,
  isCardHost,
  isOnCard,
  leaveGround,
  measure,
  openCardNotice,
  type Pointed,
  type SelectionGround,
  type Spot,
  startVisit,
  type Whereabouts,
  watchEscape,
  watchLeaving,
  watchPointer,
  watchTouch,
} from '../../lib/page';
import { createCards } from './cards';
import { isInView, scrollTo, spotAfter } from './go-to-spot';

export interface StoryReading {
  glossary(): GlossaryAnswer;
  /** False: the name is not on the page, or cards cannot be shown there. */
  reveal(entity: EntityKey): Promise<boolean>;
  step(direction: 'next' | 'previous'): void;
  /** The frame of a card says something. */
  cardSaid(card: string, say: FromCard): void;
  /** The reader may have set another day for the story. */
  dateAgain(): void;
  apply(wishes: ReaderWishes): void;
}

export interface StoryReadingOptions {
  readonly view: Window;
  readonly wishes: ReaderWishes;
  /** The reader wants this very page read, whatever it looks like. */
  readonly asked: boolean;
  /** Ends `signal` where the extension is gone. */
  readonly look: () => void;
  /** State or names are others now. */
  readonly changed: () => void;
  readonly signal: AbortSignal;
}

export function readStory({ view, wishes: first, asked, look, changed, signal }: StoryReadingOptions): StoryReading {
  let wishes = first;
  /** Ends the sentence that stands beside a name where no card can be. */
  let notice = new AbortController();
  const heard = new Set<Document>();
  let button: { readonly ground: SelectionGround<FromCard>; readonly end: AbortController } | null = null;
  const whereabouts: Whereabouts = { leave: null };

  /** For what comes by itself: a visit that has ended, or a page without its extension, shows nothing more. */
  function ifAlive(run: () => void): void {
    look();
    if (!signal.aborted) run();
  }

  const visit = startVisit({
    top: view,
    scan: (story) => callBackground('scan', { story }),
    dayOf: (clues) => callBackground('storyDay', { clues }),
    unknownOf: (story, named) => callBackground('unknownNames', { story, named }),
    asked,
    marksHidden: wishes.marksHidden,
    isOwn: isCardHost,
    changed: () => {
      // The words may have moved, or be gone.
      shifted();
      offerButton();
      changed();
    },
    frameFound: (doc) => hear(doc),
    signal,
  });
  const spotOf = (id: string): Spot | undefined => visit.index.spots().find((spot) => spot.id === id);
  const targetOf = ({ spot, line }: Hit): Target => ({
    mention: { id: spot.id, entity: spot.mention.entity },
    anchor: line,
  });

  const cards = createCards({
    view,
    visit,
    spotOf,
    wishes: () => wishes,
    ifAlive,
    refused: (near) => tellRefused(near),
    signal,
  });

  /** The button beside a selection is a script of its own: who does not want it has nothing of it. */
  function offerButton(): void {
    if (!wishes.selectionButton) {
      button?.end.abort();
      button = null;
    } else if (!button && visit.article) {
      const end = new AbortController();
      const ground: SelectionGround<FromCard> = {
        top: view,
        docs: heard,
        isRead: () => visit.article !== null,
        theme: () => wishes.theme,
        signal: AbortSignal.any([signal, end.signal]),
      };
      button = { ground, end };
      leaveGround(globalThis, ground);
      void callBackground('selectionButton', {}).catch(() => {});
    }
  }

  /** After a scroll, a resize, a change of the page: where is the open card's mention now? */
  function shifted(): void {
    for (const { shell } of cards.pins()) shell.tell('move');
    const live = cards.live();
    const open = openCard(live.hover.state());
    if (!open) return;
    const spot = spotOf(open.mention.id);
    const hit = spot && measure(spot, view);
    const line = hit && (hit.rects[live.shell.lineIndex()] ?? hit.line);
    live.hover.send({ type: 'anchor', anchor: line && isInView(line, view) ? line : null });
  }

  function tellRefused(near: Spot): void {
    const hit = measure(near, view);
    const text = browser.i18n.getMessage('card_frame_refused' as never);
    notice.abort();
    notice = new AbortController();
    if (hit) void openCardNotice({ top: view, hit, text, signal: AbortSignal.any([signal, notice.signal]) });
  }

  function underOf(under: Hit | 'card' | null): Under {
    if (under === 'card') return { on: 'card' };
    return under ? { on: 'mention', target: targetOf(under) } : { on: 'nothing' };
  }

  function prepareOver(on: EventTarget | null): void {
    if (on instanceof Element && visit.article?.roots.some((root) => root.contains(on))) cards.live().shell.prepare(on);
  }

  function hear(doc: Document): void {
    const window = doc.defaultView;
    if (heard.has(doc) || !window) return;
    heard.add(doc);
    button?.ground.hears?.doc(doc);
    const hit = (at: Document, x: number, y: number, pointed?: Pointed) =>
      hitTest(visit.index, at, x, y, view, visit.marks.near(), pointed);
    watchPointer({
      doc,
      top: view,
      whereabouts,
      // To ask where an event happened costs more than all else that is done with most of them.
      isOwn: (event) => cards.firstOpen() !== null && isOnCard(event),
      hit,
      timeToLook: (move, before, looked) => timeToLook(cards.live().hover.state(), move, before, looked),
      passing: ({ target }) => cards.live().shell.isPrepared() || prepareOver(target),
      moved: ({ x, y, time, late, under, held, on }) => {
        prepareOver(on);
        for (const one of cards.all()) {
          if (under !== 'card') one.shell.tell('pointer-outside');
          // One that was pinned opens no other.
          const sees = one === cards.live() || under === 'card' ? under : null;
          one.hover.send({ type: 'pointer', at: { x, y }, time, late, under: underOf(sees), held });
        }
      },
      gone: () => cards.tell('pointer-gone'),
      signal,
    });
    watchTouch({
      doc,
      isOwn: isOnCard,
      hit,
      tapped: (found) => cards.live().hover.send({ type: 'tap', target: targetOf(found) }),
      signal,
    });
    watchEscape({
      view: window,
      isOpen: () => cards.firstOpen() !== null,
      pressed: () => cards.firstOpen()?.hover.send({ type: 'escape' }),
      signal,
    });
    watchLeaving({
      doc,
      isOwn: isOnCard,
      pressedOutside: () => {
        for (const { shell } of cards.all()) shell.tell('pressed-outside');
        cards.tell('press-outside');
      },
      shifted,
      hidden: () => {
        cards.tell('tab-hidden');
        cards.rest();
      },
      signal,
    });
  }

  function summon(spot: Spot): boolean {
    const hit = scrollTo(spot, view);
    if (hit) cards.live().hover.send({ type: 'summon', target: targetOf(hit) });
    return hit !== null;
  }

  function glossaryState(): GlossaryState {
    const { state, failure } = visit;
    if (state === 'failed') return { state, code: toCallError(failure).code };
    return { state: state === 'looking' ? 'scanning' : state };
  }

  hear(view.document);
  signal.addEventListener('abort', () => cards.tell('visit-ended'));

  return {
    glossary: () => ({
      ...glossaryState(),
      title: visit.article?.headline ?? view.document.title,
      day: visit.day,
      pageDay: visit.pageDay,
      entries: glossaryOf(visit.index.spots(), visit.entities),
      unknown: visit.unknown,
      marksHidden: wishes.marksHidden,
    }),
    reveal: async (entity) =>
      visit.index.spots().some((spot) => spot.mention.entity === entity && summon(spot)) &&
      cards.live().shell.canShow(),
    step(direction) {
      const marked = visit.index.spots().filter((spot) => spot.mention.marked);
      for (const spot of spotAfter(marked, cards.live().hover.state().last?.id ?? null, direction, view))
        if (summon(spot)) return;
    },
    dateAgain: () =>
      void visit.dateAgain().then(() =>
        ifAlive(() => {
          for (const { shell } of cards.all()) shell.redraw();
        }),
      ),
    cardSaid: (card, say) =>
      ifAlive(() => {
        for (const { shell } of cards.all()) shell.bring(card, say);
        button?.ground.hears?.said(card, say);
      }),
    apply(next) {
      const before = wishes;
      wishes = next;
      if (next.restMs !== before.restMs) cards.live().hover.send({ type: 'rest-changed', restMs: next.restMs });
      if (next.marksHidden !== before.marksHidden) visit.marks.setHidden(next.marksHidden);
      if (next.theme !== before.theme) for (const { shell } of cards.all()) shell.refresh();
      if (next.rules !== before.rules) void visit.scanAgain();
      offerButton();
    },
  };
}
