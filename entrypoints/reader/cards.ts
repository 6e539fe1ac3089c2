/**
 * The cards over a story: the one that the pointer, a key or a finger opens, and those that the reader has pinned. Each has a
 * machine and a frame of its own, so a pinned one blocks no other.
 *
 *   LIVE ── pinned ──► PINNED, and another is live ── closed ──► GONE, once its words are stored
 */
import type { EntityKey } from '../../lib/facts';
import { type Hover, type HoverEvent, openCard, runHover } from '../../lib/hover';
import { callBackground, type ReaderWishes } from '../../lib/messages';
import type { Spot, Visit } from '../../lib/page';
import { type CardShell, createCardShell, type Drawn } from './card-shell';
import { storyOf } from './selected-passage';

interface Holder {
  readonly hover: Hover<Drawn>;
  readonly shell: CardShell;
  readonly end: AbortController;
}

export interface CardsOptions {
  readonly view: Window;
  readonly visit: Visit;
  readonly spotOf: (id: string) => Spot | undefined;
  readonly wishes: () => ReaderWishes;
  /** For what comes by itself. */
  readonly ifAlive: (run: () => void) => void;
  readonly refused: (near: Spot) => void;
  readonly signal: AbortSignal;
}

export interface Cards {
  live(): Holder;
  /** The latest first. */
  pins(): readonly Holder[];
  /** The live one, then the pins. */
  all(): readonly Holder[];
  /** What Escape closes. */
  firstOpen(): Holder | null;
  tell(type: Extract<HoverEvent['type'], 'pointer-gone' | 'press-outside' | 'tab-hidden' | 'visit-ended'>): void;
  /** The tab went out of sight. */
  rest(): void;
}

/** ms; a card that was open for less was passed over, not read. */
const READ_MS = 1_000;

const isOpen = ({ hover }: Holder): boolean => openCard(hover.state()) !== null;

export function createCards({ view, visit, spotOf, wishes, ifAlive, refused, signal }: CardsOptions): Cards {
  let pins: readonly Holder[] = [];
  let live = hold();
  const all = (): readonly Holder[] => [live, ...pins];

  function hold(): Holder {
    const end = new AbortController();
    const hover = runHover<number, Drawn>({
      restMs: wishes().restMs,
      setTimeout: (run, ms) => view.setTimeout(() => ifAlive(run), ms),
      clearTimeout: (handle) => view.clearTimeout(handle),
      onEffect: (effect) => {
        if (effect.type !== 'mark-active') shell.carryOut(effect);
        else if (holder === live) visit.marks.setActive((effect.mention && spotOf(effect.mention.id)) ?? null);
        if (effect.type === 'hide') queueMicrotask(putAway);
        if (effect.type === 'fill' && wishes().history) rememberOnceRead(hover, effect.entity);
      },
    });
    const shell = createCardShell({
      view,
      visit,
      spotOf,
      hover: () => hover,
      theme: () => wishes().theme,
      refused,
      pinned() {
        if (holder !== live) return;
        pins = [holder, ...pins];
        live = hold();
        visit.marks.setActive(null);
      },
      signal: AbortSignal.any([signal, end.signal]),
    });
    const holder: Holder = { hover, shell, end };
    return holder;
  }

  function rememberOnceRead(hover: Hover<Drawn>, entity: EntityKey): void {
    view.setTimeout(() => {
      if (openCard(hover.state())?.stack.at(-1) !== entity) return;
      void callBackground('seen', { entity, ...storyOf(visit, view) }).catch(() => {});
    }, READ_MS);
  }

  /** Pins that were closed; those with words that are not stored keep their frame. */
  function putAway(): void {
    pins = pins.filter((pin) => {
      if (!isOpen(pin)) pin.shell.tell('rest');
      const stays = isOpen(pin) || pin.shell.isPrepared();
      if (!stays) pin.end.abort();
      return stays;
    });
  }

  return {
    live: () => live,
    pins: () => pins,
    all,
    firstOpen: () => all().find(isOpen) ?? null,
    tell(type) {
      for (const { hover } of all()) hover.send({ type });
    },
    rest() {
      live.shell.tell('rest');
      putAway();
    },
  };
}
