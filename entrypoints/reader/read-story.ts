/** One visit wired: the page's eyes and hands, the hover machine, and the card. Wiring only; every rule is elsewhere. */
import type { EntityKey } from '../../lib/facts';
import { openCard, runHover, type Target, type Under } from '../../lib/hover';
import {
  type CardAnswer,
  callBackground,
  type GlossaryAnswer,
  type GlossaryState,
  toCallError,
} from '../../lib/messages';
import {
  glossaryOf,
  type Hit,
  hitTest,
  isCardHost,
  measure,
  type Spot,
  startVisit,
  watchEscape,
  watchLeaving,
  watchPointer,
  watchTouch,
} from '../../lib/page';
import type { Settings } from '../../lib/settings';
import { createCardShell } from './card-shell';
import { isInView, scrollTo, spotAfter } from './go-to-spot';
import { storyOf } from './selected-passage';

/** ms; a card that was open for less was passed over, not read. */
const READ_MS = 1_000;

export interface Reading {
  glossary(): GlossaryAnswer;
  reveal(entity: EntityKey): boolean;
  step(direction: 'next' | 'previous'): void;
  apply(settings: Settings): void;
}

export interface ReadingOptions {
  readonly view: Window;
  readonly settings: Settings;
  /** The reader wants this very page read, whatever it looks like. */
  readonly asked: boolean;
  /** Ends `signal` where the extension is gone. */
  readonly look: () => void;
  readonly signal: AbortSignal;
}

export function readStory({ view, settings: first, asked, look, signal }: ReadingOptions): Reading {
  let settings = first;
  let rehearsed = false;
  const heard = new WeakSet<Document>();

  /** For what comes by itself: a visit that has ended, or a page without its extension, shows nothing more. */
  function ifAlive(run: () => void): void {
    look();
    if (!signal.aborted) run();
  }

  const visit = startVisit({
    top: view,
    scan: (story) => callBackground('scan', { story }),
    asked,
    marksHidden: settings.marksHidden,
    isOwn: isCardHost,
    // The words may have moved, or be gone.
    changed: ({ state }) => {
      shifted();
      if (state === 'ready') rehearseOnce();
    },
    frameFound: (doc) => hear(doc),
    signal,
  });
  const spotOf = (id: string): Spot | undefined => visit.index.spots().find((spot) => spot.id === id);
  const targetOf = ({ spot, line }: Hit): Target => ({
    mention: { id: spot.id, entity: spot.mention.entity },
    anchor: line,
  });

  const hover = runHover<number, CardAnswer>({
    restMs: settings.restMs,
    setTimeout: (run, ms) => view.setTimeout(() => ifAlive(run), ms),
    clearTimeout: (handle) => view.clearTimeout(handle),
    onEffect: (effect) => {
      if (effect.type === 'request-card') void requestCard(effect.entity, effect.token);
      else if (effect.type === 'mark-active') visit.marks.setActive(spotOf(effect.mention?.id ?? '') ?? null);
      else shell.carryOut(effect);
      if (effect.type === 'fill' && settings.history) rememberOnceRead(effect.entity);
    },
  });
  const shell = createCardShell({
    view,
    visit,
    spotOf,
    stack: () => openCard(hover.state())?.stack ?? [],
    send: hover.send,
    theme: () => settings.theme,
    network: () => settings.network,
    signal,
  });

  function rememberOnceRead(entity: EntityKey): void {
    view.setTimeout(() => {
      if (openCard(hover.state())?.stack.at(-1) !== entity) return;
      void callBackground('seen', { entity, ...storyOf(visit, view) }).catch(() => {});
    }, READ_MS);
  }

  function rehearseOnce(): void {
    if (rehearsed) return;
    rehearsed = true;
    // In two goes: cold, a whole card takes longer than the page should wait for us at a time.
    const idle = (run: () => void) => view.requestIdleCallback(() => ifAlive(run));
    idle(() => {
      shell.rehearse('head');
      idle(() => shell.rehearse('whole'));
    });
  }

  async function requestCard(entity: EntityKey, token: number): Promise<void> {
    const here = [...new Set(visit.index.spots().map((spot) => spot.mention.entity))];
    try {
      const answer = await callBackground('card', { entity, day: visit.day, here });
      ifAlive(() => hover.send({ type: 'answer', token, answer }));
    } catch (thrown) {
      const view = visit.previews.get(entity);
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      const none = { nested: [], namedIn: [], note: { state: 'failed' } as const };
      const answer = view && { view, article: { state: 'failed', reason } as const, ...none };
      // Nothing at all is known of a name inside a card: the card stays what it was.
      ifAlive(() => hover.send(answer ? { type: 'answer', token, answer } : { type: 'no-answer', token }));
    }
  }

  /** After a scroll, a resize, a change of the page: where is the open card's mention now? */
  function shifted(): void {
    const open = openCard(hover.state());
    if (!open) return;
    const spot = spotOf(open.mention.id);
    const hit = spot && measure(spot, view);
    const line = hit && (hit.rects[shell.lineIndex()] ?? hit.line);
    hover.send({ type: 'anchor', anchor: line && isInView(line, view) ? line : null });
  }

  function underOf(under: Hit | 'card' | null): Under {
    if (under === 'card') return { on: 'card' };
    return under ? { on: 'mention', target: targetOf(under) } : { on: 'nothing' };
  }

  function hear(doc: Document): void {
    const window = doc.defaultView;
    if (heard.has(doc) || !window) return;
    heard.add(doc);
    const hit = (at: Document, x: number, y: number) => hitTest(visit.index, at, x, y, view);
    watchPointer({
      doc,
      top: view,
      isOwn: isCardHost,
      hit,
      moved: ({ x, y, time, under, held }) =>
        hover.send({ type: 'pointer', at: { x, y }, time, under: underOf(under), held }),
      gone: () => hover.send({ type: 'pointer-gone' }),
      signal,
    });
    watchTouch({
      doc,
      isOwn: isCardHost,
      hit,
      tapped: (found) => hover.send({ type: 'tap', target: targetOf(found) }),
      signal,
    });
    watchEscape({
      view: window,
      isOpen: () => openCard(hover.state()) !== null,
      pressed: () => hover.send({ type: 'escape' }),
      signal,
    });
    watchLeaving({
      doc,
      isOwn: isCardHost,
      pressedOutside: () => hover.send({ type: 'press-outside' }),
      shifted,
      hidden: () => hover.send({ type: 'tab-hidden' }),
      signal,
    });
  }

  function summon(spot: Spot): boolean {
    const hit = scrollTo(spot, view);
    if (hit) hover.send({ type: 'summon', target: targetOf(hit) });
    return hit !== null;
  }

  function glossaryState(): GlossaryState {
    const { state, failure } = visit;
    if (state === 'failed') return { state, code: toCallError(failure).code };
    return { state: state === 'looking' ? 'scanning' : state };
  }

  hear(view.document);
  signal.addEventListener('abort', () => hover.send({ type: 'visit-ended' }));

  return {
    glossary: () => ({
      ...glossaryState(),
      title: visit.article?.headline ?? view.document.title,
      day: visit.day,
      entries: glossaryOf(visit.index.spots(), visit.previews),
      marksHidden: settings.marksHidden,
    }),
    reveal: (entity) => visit.index.spots().some((spot) => spot.mention.entity === entity && summon(spot)),
    step(direction) {
      const marked = visit.index.spots().filter((spot) => spot.mention.marked);
      for (const spot of spotAfter(marked, hover.state().last?.id ?? null, direction, view)) if (summon(spot)) return;
    },
    apply(next) {
      const before = settings;
      settings = next;
      if (next.restMs !== before.restMs) hover.send({ type: 'rest-changed', restMs: next.restMs });
      if (next.marksHidden !== before.marksHidden) visit.marks.setHidden(next.marksHidden);
      if (next.theme !== before.theme) shell.paint();
      const rules = ({ density, muted, refused }: Settings) => JSON.stringify([density, muted, refused]);
      if (rules(next) !== rules(before)) void visit.scanAgain();
    },
  };
}
