/**
 * Carries out what the hover machine says about the card: has it drawn in its frame, puts the host in place, shows it.
 * What stands in the card the reader never learns; it hears how tall it is and what was pressed. It is
 * long because every effect of the machine and every word of the card meet here.
 */
import {
  type CardMode,
  type Hover,
  type HoverEffect,
  type HoverEvent,
  openCard,
  type Rect,
  STACK_CAP,
  type Target,
  type Token,
} from '../../lib/hover';
import { browser, type Drawing, type FromCard } from '../../lib/messages';
import type { Passage } from '../../lib/notes';
import { type CardHost, formOf, measure, type Spot, type Visit } from '../../lib/page';
import type { Theme } from '../../lib/settings';
import { createCardTalk } from './card-talk';
import { selectedPassage } from './selected-passage';

/** What the machine gets as an answer: the card of that question is drawn. */
export type Drawn = true;
type ShellEffect = Exclude<HoverEffect<Drawn>, { type: 'set-timer' | 'clear-timer' | 'mark-active' }>;

export interface CardShellOptions {
  readonly view: Window;
  readonly visit: Visit;
  readonly spotOf: (id: string) => Spot | undefined;
  readonly hover: () => Hover<Drawn>;
  readonly theme: () => Theme;
  /** Cards cannot be shown on this page. */
  readonly refused: (near: Spot) => void;
  /** The reader has pinned it: from now on it stands where it is, or where it is moved. */
  readonly pinned: () => void;
  readonly signal: AbortSignal;
}

export interface CardShell {
  carryOut(effect: ShellEffect): void;
  /** The pointer is over the story: the frame may be needed soon. */
  prepare(near: Element): void;
  /** Is there a frame, made or in the making? */
  isPrepared(): boolean;
  /** What the frame of a card says, through the background. */
  bring(card: string, say: FromCard): void;
  /** The day of the story is another. */
  redraw(): void;
  /** Another theme, another selection. */
  refresh(): void;
  /** The reader pressed something outside the card. */
  pressedOutside(): void;
  /** The pointer is over the page itself. */
  pointerOutside(): void;
  /** Can cards be shown on this page? Known once a frame was tried. */
  canShow(): Promise<boolean>;
  /** The tab went out of sight: what nobody needs now costs no memory. */
  rest(): void;
  /** The window may be smaller: a pinned card is kept in it. */
  stay(): void;
  /** Which line of the mention the card hangs on. */
  lineIndex(): number;
}

/** What was asked of the frame last. */
interface Asked {
  readonly token: Token;
  readonly id: string;
  readonly mode: CardMode;
  /** CSS px, of all that stands in the card; null until it is drawn. */
  height: number | null;
}

/** Entities of the story that a card is told of; a message takes no more. */
const MOST_HERE = 5_000;
/** ms in which the focus follows a press: what leaves the card then was sent away by the reader. */
const PRESS_MS = 1_000;
/** ms in which what was pressed is taken back where its frame goes (lib/border): the page's doing, not ours. */
const UNDO_MS = 10_000;

export function createCardShell(options: CardShellOptions): CardShell {
  const { view, visit, spotOf, hover, theme, signal } = options;
  const send = (event: HoverEvent<Drawn>) => hover().send(event);
  const open = () => openCard(hover().state());
  let asked: Asked | null = null;
  let shown: { readonly spot: Spot; readonly lineIndex: number; mode: CardMode } | null = null;
  /** The host closed last: the focus is given back after the card has gone. */
  let leaving: CardHost | null = null;
  let passage: Passage | null = null;
  let held: 'note' | 'undo' | null = null;
  /** Pinned by us while the card was in use, not by the reader. */
  let pinned = false;
  /** The reader has pinned it: it hangs on no words any more. */
  let stays = false;
  let unstored = false;
  /** The focus is to go into the card as soon as it stands: what is hidden takes none. */
  let focusWanted = false;
  let pointerInside = false;
  let pressedAt = Number.NEGATIVE_INFINITY;
  let chosenAt = Number.NEGATIVE_INFINITY;

  // What is not stored outlives the extension: the card stays, to be copied from, until Escape or the page's end.
  const life = new AbortController();
  signal.addEventListener('abort', () => {
    if (!unstored) return life.abort();
    const end = (event: KeyboardEvent) => event.isTrusted && event.key === 'Escape' && life.abort();
    view.addEventListener('keydown', end, { capture: true, signal: life.signal });
  });
  view.addEventListener('beforeunload', (event) => unstored && event.preventDefault(), { signal: life.signal });

  const talk = createCardTalk({ view, heard, gone, holdsWords: () => unstored, signal: life.signal });

  /** What the open or coming card is to be, by the machine's own word. */
  function drawingOf(token: Token): { readonly drawing: Drawing; readonly spot: Spot; readonly ahead: boolean } | null {
    const { is } = hover().state();
    const card = 'open' in is && is.open.question.token === token ? is.open : null;
    const resting = is.mode === 'resting' ? is.resting : is.mode === 'closing' ? is.next : null;
    const target: Target | null = card ?? (resting?.question?.token === token ? resting : null);
    const spot = target && spotOf(target.mention.id);
    if (!target || !spot) return null;
    const { entity, evidence, runnersUp } = spot.mention;
    const stack = card?.stack ?? [entity];
    const known = visit.index.spots().filter((one) => one.unknown === undefined);
    const drawing: Drawing = {
      token,
      stack,
      canNest: stack.length < STACK_CAP,
      day: visit.day,
      pageDay: visit.pageDay,
      here: [...new Set(known.map((one) => one.mention.entity))].slice(0, MOST_HERE),
      link: { entity, form: formOf(spot), evidence, runnersUp },
      unknown: spot.unknown ?? null,
      mode: card && shown ? shown.mode : 'hover',
      theme: theme(),
      passage,
    };
    return { drawing, spot, ahead: is.mode === 'closing' && card === null };
  }

  function ask(token: Token) {
    const wanted = drawingOf(token);
    if (!wanted) return send({ type: 'no-answer', token });
    const { drawing, spot, ahead } = wanted;
    talk.prepare(spot.block.element, drawing.mode === 'sheet' ? 'sheet' : 'card');
    if (talk.isRefused()) return;
    // Another card is on the screen: it is not to be drawn over.
    if (ahead) return talk.say({ type: 'look-up', drawing });
    if (asked?.token === token) return;
    passage = selectedPassage(visit, view) ?? (open() ? passage : null);
    asked = { token, id: spot.id, mode: drawing.mode, height: null };
    talk.host()?.setWidth(drawing.mode === 'sheet' ? 'sheet' : 'card');
    talk.host()?.setTheme(theme());
    talk.say({ type: 'draw', drawing: { ...drawing, passage } });
  }

  function show(id: string, anchor: Rect, mode: CardMode) {
    const spot = spotOf(id);
    if (!spot) return send({ type: 'close' });
    const lines = measure(spot, view)?.rects ?? [];
    const at = lines.findIndex((line) => Math.abs(line.y - anchor.y) < 1 && Math.abs(line.x - anchor.x) < 1);
    talk.host()?.hide();
    shown = { spot, lineIndex: Math.max(0, at), mode };
    talk.prepare(spot.block.element, mode === 'sheet' ? 'sheet' : 'card');
    if (talk.isRefused()) return refuse(spot);
    const token = open()?.question.token;
    if (token === undefined) return;
    // Drawn during the rest, or only looked up, or not even that.
    if (asked?.token !== token) ask(token);
    else if (mode !== asked.mode) setMode(mode);
    void place();
  }

  /** In the place that a card would have stands why there is none. */
  function refuse(spot: Spot) {
    send({ type: 'close' });
    options.refused(spot);
  }

  function setMode(mode: CardMode) {
    if (!shown) return;
    shown.mode = mode;
    talk.say({ type: 'mode', mode });
  }

  /** Where the card of the open or rested-on mention belongs; shows it if it is open and drawn. A pinned one is moved. */
  async function place(x = 0, y = 0): Promise<void> {
    const host = talk.host();
    const now = asked;
    if (!host || now?.height == null) return;
    const spot = spotOf(now.id) ?? shown?.spot;
    const card = open();
    if (!spot) return;
    if (shown?.mode === 'sheet') host.placeSheet(now.height);
    else if (stays) host.shift(x, y, now.height);
    else {
      const hit = measure(spot, view);
      const line = hit && (hit.rects[shown?.lineIndex ?? 0] ?? hit.line);
      const placed = line && (await host.place(line, hit.rects, now.height));
      if (asked !== now || host !== talk.host()) return;
      // No place that leaves the words free, or no words: a card in a corner would be worse than none.
      if (!placed) return card && shown ? send({ type: 'anchor', anchor: null }) : undefined;
    }
    const rect = host.box();
    if (!rect || !shown || !open()) return;
    const first = !host.isShown();
    host.reveal();
    if (focusWanted) host.focusIn();
    focusWanted = false;
    if (first) talk.say({ type: 'shown' });
    send({ type: 'card-placed', rect });
  }

  function hide() {
    // The extension is gone, and words are not stored: the card stays, see above.
    if (signal.aborted && unstored) return;
    leaving = talk.host();
    leaving?.hide();
    if (shown) talk.say({ type: 'clear' });
    shown = null;
    asked = null;
    focusWanted = false;
    held = null;
    pinned = false;
    stays = false;
    passage = null;
  }

  /** The frame went, by the page's hand or with the worker's memory. */
  function gone() {
    const spot = shown?.spot;
    asked = null;
    unstored = false;
    if (open()) send({ type: 'close' });
    if (spot && talk.isRefused()) options.refused(spot);
  }

  function heard(say: FromCard) {
    switch (say.type) {
      case 'drawn':
        return drawn(say.token, say.width, say.height);
      case 'no-card': {
        const card = open();
        const nothingBelow = card?.question.token === say.token && card.stack.length === 1;
        return send(nothingBelow ? { type: 'close' } : { type: 'no-answer', token: say.token });
      }
      case 'moved':
        return void (stays && place(say.x, say.y));
      case 'pin':
        pinned = false;
        stays = true;
        send({ type: 'pin' });
        return options.pinned();
      case 'unpin':
      case 'close':
      case 'back':
      case 'escape':
        pinned = false;
        return send({ type: say.type });
      case 'nested':
      case 'instead':
        return send({ type: say.type, entity: say.entity });
      case 'focus':
        return focusChanged(say.inside);
      case 'pointer':
        return pointerChanged(say.inside);
      case 'hold':
        return hold(say.by);
      case 'words':
        unstored = say.unstored;
        return;
      case 'choices-changed':
        chosenAt = performance.now();
        // A stored choice comes back as a change of settings, and the story is scanned then; a private one is not stored.
        if (browser.extension.inIncognitoContext) void visit.scanAgain();
        return;
      case 'ready':
      case 'gone':
        return;
      default:
        say satisfies never;
    }
  }

  function drawn(token: Token, width: number, height: number) {
    const host = talk.host();
    if (!asked || asked.token !== token || !host) return;
    // Laid out before the frame had the width that it has now: it says so again. One that is out of sight does not: it
    // hears of another width only when it is shown (Chromium 156).
    const wide = host.setWidth(shown?.mode === 'sheet' ? 'sheet' : 'card');
    if (host.isShown() && Math.abs(width - wide) > 1) return;
    const first = asked.height === null;
    asked.height = height;
    if (first) send({ type: 'answer', token, answer: true });
    void place();
  }

  /** A note is written, or something can be undone: neither a pointer that leaves nor a scroll may end the card. */
  function hold(by: typeof held) {
    held = by;
    const { mode } = hover().state().is;
    if (by !== null && (mode === 'hover' || mode === 'focus' || mode === 'closing')) {
      pinned = true;
      send({ type: 'pin' });
    } else if (by === null && pinned) {
      pinned = false;
      send({ type: 'unpin' });
    }
  }

  function focusChanged(inside: boolean) {
    if (inside) return send({ type: 'focus', inside });
    // The whole window lost it, or the tab: the card stays in use.
    const stays = talk.host()?.holdsFocus() ?? false;
    talk.say({ type: 'focus-left', asked: stays || performance.now() - pressedAt < PRESS_MS || !open() });
    if (!stays) send({ type: 'focus', inside: false });
  }

  function pointerChanged(inside: boolean) {
    const { pointer } = hover().state();
    if (inside && pointer) {
      send({ type: 'pointer', at: pointer.at, time: pointer.time, late: 0, under: { on: 'card' }, held: false });
      const now = selectedPassage(visit, view);
      if (now?.text !== passage?.text && now) {
        passage = now;
        talk.say({ type: 'passage', passage });
      }
    } else if (!inside && pointerInside) send({ type: 'pointer-gone' });
    pointerInside = inside;
  }

  return {
    carryOut(effect) {
      switch (effect.type) {
        case 'show':
          return show(effect.target.mention.id, effect.target.anchor, effect.mode);
        case 'hide':
          return hide();
        case 'move':
          return void place();
        case 'mode':
          return setMode(effect.mode);
        case 'request-card':
          return ask(effect.token);
        case 'turn': // the question that follows it has it drawn
        case 'fill': // it is drawn already
          return;
        case 'focus-in':
          focusWanted = !talk.host()?.isShown();
          if (!focusWanted) talk.host()?.focusIn();
          return;
        case 'restore-focus':
          return (talk.host() ?? leaving)?.restoreFocus();
        default:
          effect satisfies never;
      }
    },
    prepare(near) {
      // A card that is open keeps its place, whatever the pointer passes over.
      if (!open()) talk.prepare(near);
    },
    isPrepared: () => talk.host() !== null,
    bring: (card, say) => talk.bring(card, say),
    refresh() {
      talk.host()?.setTheme(theme());
      talk.say({ type: 'theme', theme: theme() });
    },
    redraw() {
      const wanted = asked && drawingOf(asked.token);
      if (wanted) talk.say({ type: 'draw', drawing: { ...wanted.drawing, passage } });
    },
    pressedOutside() {
      pressedAt = performance.now();
      if (held === 'undo') send({ type: 'close' });
    },
    pointerOutside() {
      pointerInside = false;
    },
    async canShow() {
      await talk.settled();
      return !talk.isRefused();
    },
    rest() {
      if (!open() && !unstored && performance.now() - chosenAt > UNDO_MS) talk.drop();
    },
    stay: () => void place(),
    lineIndex: () => shown?.lineIndex ?? 0,
  };
}
