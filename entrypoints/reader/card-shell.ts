/**
 * Carries out what the two machines of lib/hover say about one card: `machine` when it opens, stays and goes, `shell` what
 * its frame is told and where it stands. What stands in the card the reader never learns; it hears how tall it is and what
 * was pressed.
 */
import {
  type CardMode,
  type Hover,
  type HoverEffect,
  type HoverEvent,
  initialShell,
  openCard,
  restingOf,
  type ShellEffect,
  type ShellEvent,
  type ShellState,
  STACK_CAP,
  stepShell,
  type Target,
  type Token,
} from '../../lib/hover';
import { browser, type Drawing, type FromCard } from '../../lib/messages';
import { formOf, measure, type Spot, type Visit } from '../../lib/page';
import type { Theme } from '../../lib/settings';
import { createCardTalk } from './card-talk';
import { selectedPassage } from './selected-passage';

/** What the machine gets as an answer: the card of that question is drawn. */
export type Drawn = true;
type OfHover = Exclude<HoverEffect<Drawn>, { type: 'set-timer' | 'clear-timer' | 'mark-active' }>;

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
  carryOut(effect: OfHover): void;
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
  /**
   * The reader pressed something outside the card; the pointer is over the page itself; the tab went out of sight; the
   * window may be smaller, in which a pinned card is kept.
   */
  tell(type: 'pressed-outside' | 'pointer-outside' | 'rest' | 'move'): void;
  /** Can cards be shown on this page? Known once a frame was tried. */
  canShow(): Promise<boolean>;
  /** Which line of the mention the card hangs on. */
  lineIndex(): number;
}

/** Entities of the story that a card is told of; a message takes no more. */
const MOST_HERE = 5_000;

const widthOf = (mode?: CardMode) => (mode === 'sheet' ? mode : 'card');

export function createCardShell(options: CardShellOptions): CardShell {
  const { view, visit, spotOf, hover, theme, signal } = options;
  const send = (event: HoverEvent<Drawn>) => hover().send(event);
  let state: ShellState<Drawing, Spot> = initialShell;

  // What is not stored outlives the extension: the card stays, to be copied from, until Escape or the page's end.
  const life = new AbortController();
  signal.addEventListener('abort', () => {
    if (!state.unstored) return life.abort();
    const end = (event: KeyboardEvent) => event.isTrusted && event.key === 'Escape' && life.abort();
    view.addEventListener('keydown', end, { capture: true, signal: life.signal });
  });
  view.addEventListener('beforeunload', (event) => state.unstored && event.preventDefault(), { signal: life.signal });

  const talk = createCardTalk({
    view,
    heard: (say) => step(hear(say)),
    gone: () => step({ type: 'lost' }),
    holdsWords: () => state.unstored,
    signal: life.signal,
  });

  function step(event: ShellEvent<Drawing, Spot>): void {
    const host = talk.host();
    const after = stepShell(state, event, {
      hover: hover().state(),
      time: performance.now(),
      inSight: !!host?.isShown(),
      holdsFocus: !!host?.holdsFocus(),
      refused: talk.isRefused(),
      ended: signal.aborted,
    });
    state = after.state;
    for (const effect of after.effects) carryOut(effect);
  }

  /** The frame's words, with what the page knows of them. */
  function hear(say: FromCard): ShellEvent<Drawing, Spot> {
    if (say.type === 'drawn') return { ...say, wide: talk.host()?.setWidth(widthOf(state.shown?.mode)) ?? null };
    return say.type === 'pointer' ? { ...say, passage: selectedPassage(visit, view) } : say;
  }

  /** What the open or coming card is to be, by hover's own word. */
  function drawingOf(token: Token): { readonly drawing: Drawing; readonly spot: Spot; readonly ahead: boolean } | null {
    const { is } = hover().state();
    const card = 'open' in is && is.open.question.token === token ? is.open : null;
    const resting = restingOf(hover().state());
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
      mode: (card && state.shown?.mode) ?? 'hover',
      theme: theme(),
      passage: state.passage,
    };
    return { drawing, spot, ahead: is.mode === 'closing' && card === null };
  }

  function ask(token: Token): void {
    const wanted = drawingOf(token);
    if (wanted) step({ type: 'ask', ...wanted, passage: selectedPassage(visit, view) });
    else send({ type: 'no-answer', token });
  }

  async function place({ by, x, y, height }: Extract<ShellEffect<Drawing, Spot>, { type: 'place' }>): Promise<void> {
    const host = talk.host();
    const { asked, shown } = state;
    if (!host || !asked) return;
    if (by === 'edge') host.placeSheet(height);
    else if (by === 'itself') host.shift(x, y, height);
    else {
      const spot = spotOf(asked.spot.id) ?? shown?.spot;
      const card = openCard(hover().state());
      const hit = spot && measure(spot, view);
      const line = hit && (hit.rects[shown?.line ?? 0] ?? hit.line);
      const placed = line && (await host.place(line, hit.rects, height));
      if (state.asked?.token !== asked.token || host !== talk.host()) return;
      if (!placed) return card && spot ? step({ type: 'no-place' }) : undefined;
    }
    const rect = host.box();
    if (rect) step({ type: 'placed', rect });
  }

  /** What either machine wants done. */
  function carryOut(effect: OfHover | ShellEffect<Drawing, Spot>): unknown {
    const host = talk.host();
    switch (effect.type) {
      case 'show': {
        const spot = spotOf(effect.target.mention.id);
        if (!spot) return send({ type: 'close' });
        const { x, y } = effect.target.anchor;
        const lines = measure(spot, view)?.rects ?? [];
        const at = lines.findIndex((line) => Math.abs(line.y - y) < 1 && Math.abs(line.x - x) < 1);
        return step({ type: 'show', spot, line: Math.max(0, at), mode: effect.mode });
      }
      case 'hide':
      case 'mode':
      case 'move':
      case 'focus-in':
        return step(effect);
      case 'request-card':
        return ask(effect.token);
      case 'turn': // the question that follows it has it drawn
      case 'fill': // it is drawn already
        return;
      case 'restore-focus':
        return host?.restoreFocus();
      case 'say':
        return talk.say(effect.say);
      case 'tell':
        return send(effect.event);
      case 'prepare':
        talk.prepare(effect.spot.block.element, widthOf(effect.mode));
        talk.host()?.setWidth(widthOf(effect.mode));
        return talk.host()?.setTheme(theme());
      case 'place':
        return place(effect);
      case 'reveal':
        return host?.reveal();
      case 'away':
        return host?.hide();
      case 'focus':
        return host?.focusIn();
      case 'drop':
        return talk.drop();
      case 'refused':
        return options.refused(effect.spot);
      case 'pinned':
        return options.pinned();
      case 'chosen':
        // A stored choice comes back as a change of settings, and the story is scanned then; a private one is not stored.
        return browser.extension.inIncognitoContext && visit.scanAgain();
      default:
        return effect satisfies never;
    }
  }

  return {
    carryOut,
    prepare(near) {
      // A card that is open keeps its place, whatever the pointer passes over.
      if (!openCard(hover().state())) talk.prepare(near);
    },
    isPrepared: () => talk.host() !== null,
    bring: (card, say) => talk.bring(card, say),
    refresh() {
      talk.host()?.setTheme(theme());
      talk.say({ type: 'theme', theme: theme() });
    },
    redraw() {
      const wanted = state.asked && drawingOf(state.asked.token);
      if (wanted) talk.say({ type: 'draw', drawing: wanted.drawing });
    },
    tell: (type) => step({ type }),
    async canShow() {
      await talk.settled();
      return !talk.isRefused();
    },
    lineIndex: () => state.shown?.line ?? 0,
  };
}
