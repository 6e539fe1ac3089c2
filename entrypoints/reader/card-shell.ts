/** Carries out what the hover machine says about the card: opens its host, renders the card into it, puts it in place. */
import { h, render } from 'preact';
import { Card, type CardProps } from '../../components/card';
import cardCss from '../../components/card/card.css?inline';
import { createText, type MessageKey, TextProvider } from '../../components/kit';
import type { CardView, EntityKey } from '../../lib/facts';
import { type CardMode, type HoverEffect, type HoverEvent, type Rect, STACK_CAP } from '../../lib/hover';
import { type ArticleState, browser, type CardAnswer, callBackground } from '../../lib/messages';
import type { Passage } from '../../lib/notes';
import { type CardHost, formOf, measure, openCardHost, type Spot, type Visit } from '../../lib/page';
import type { NetworkConsent, Theme } from '../../lib/settings';
import { articleWish } from './article-wish';
import { hearFocus } from './hear-focus';
import { openNoteFrame } from './note-frame';
import { selectedPassage } from './selected-passage';

type ShellEffect = Exclude<
  HoverEffect<CardAnswer>,
  { type: 'set-timer' | 'clear-timer' | 'request-card' | 'mark-active' }
>;

export interface CardShellOptions {
  readonly view: Window;
  readonly visit: Visit;
  readonly spotOf: (id: string) => Spot | undefined;
  /** What lies in the open card, the mention's own entity first. */
  readonly stack: () => readonly EntityKey[];
  readonly send: (event: HoverEvent<CardAnswer>) => void;
  readonly theme: () => Theme;
  readonly network: () => NetworkConsent;
  readonly signal: AbortSignal;
}

export interface CardShell {
  carryOut(effect: ShellEffect): void;
  /** Renders again, e.g. in another theme. */
  paint(): void;
  /** Renders a card that nobody sees: the first one that somebody waits for then finds its code and formats ready. */
  rehearse(part: 'head' | 'whole'): void;
  /** Which line of the mention the card hangs on. */
  lineIndex(): number;
}

interface Shown {
  readonly host: CardHost;
  readonly spot: Spot;
  readonly lineIndex: number;
  mode: CardMode;
  view: CardView;
  answer: CardAnswer | null;
  /** The answer for which the article was asked without a press. */
  askedFor: CardAnswer | null;
  /** What was selected last while the card was open: a press in the card may take the selection back. */
  passage: Passage | null;
  /** The last thing that the reader pressed came to nothing. */
  failed: boolean;
}

export function createCardShell(options: CardShellOptions): CardShell {
  const { view, visit, spotOf, stack, send, theme, network, signal } = options;
  const text = createText(browser.i18n.getUILanguage(), (key: MessageKey, parts) =>
    browser.i18n.getMessage(key as never, parts),
  );
  const names = new Map<EntityKey, CardView>();
  let shown: Shown | null = null;
  /** The host closed last: the focus is given back after the card has gone. */
  let leaving: CardHost | null = null;
  /** A painting is due at the end of this task. */
  let waiting = false;

  function show(id: string, anchor: Rect, mode: CardMode): void {
    const spot = spotOf(id);
    const card = spot && visit.previews.get(spot.mention.entity);
    if (!spot || !card) {
      send({ type: 'close' });
      return;
    }
    const focusBefore = shown?.host.focusBefore() ?? null;
    hide();
    const host = openCardHost({ top: view, css: cardCss, near: spot.block.element, focusBefore, signal });
    const lines = measure(spot, view)?.rects ?? [];
    const lineIndex = Math.max(
      0,
      lines.findIndex((line) => Math.abs(line.y - anchor.y) < 1 && Math.abs(line.x - anchor.x) < 1),
    );
    hearFocus(host, view, (inside) => send({ type: 'focus', inside }));
    shown = { host, spot, lineIndex, mode, view: card, answer: null, askedFor: null, passage: null, failed: false };
    paintSoon();
  }

  /** In the same task, but once: what was looked up during the rest fills the card in the same breath that shows it. */
  function paintSoon(): void {
    if (waiting) return;
    waiting = true;
    queueMicrotask(paintNow);
  }
  function paintNow(): void {
    if (!waiting) return;
    waiting = false;
    paint();
    void place();
  }

  function hide(): void {
    if (!shown) return;
    render(null, shown.host.mount);
    shown.host.close();
    leaving = shown.host;
    shown = null;
  }

  async function place(): Promise<void> {
    const now = shown;
    if (!now) return;
    if (now.mode === 'sheet') now.host.placeSheet();
    else {
      const spot = spotOf(now.spot.id) ?? now.spot;
      const hit = measure(spot, view);
      const line = hit && (hit.rects[now.lineIndex] ?? hit.line);
      const placed = line && (await now.host.place(line, hit.rects));
      if (shown !== now) return;
      // No place that leaves the words free, or no words: a card in a corner would be worse than none.
      if (!placed) return send({ type: 'anchor', anchor: null });
    }
    const rect = now.host.box();
    if (!rect) return;
    send({ type: 'card-placed', rect });
    if (shown === now) askUnpressed(now);
  }

  /** The card stands before the reader's eyes: now, and once, may its title be sent, if that is what they chose. */
  function askUnpressed(now: Shown): void {
    const { answer } = now;
    const wish = answer && articleWish(answer.article, network());
    if (!wish || now.askedFor === answer) return;
    now.askedFor = answer;
    if (wish === 'show') askArticle(answer.view.entity);
    else void callBackground('article', { entity: answer.view.entity }).catch(() => {});
  }

  function askArticle(entity: EntityKey): void {
    callBackground('article', { entity }).then(
      (article) => setArticle(entity, article),
      (thrown: unknown) => setArticle(entity, { state: 'failed', reason: String(thrown) }),
    );
  }

  function paint(): void {
    if (!shown) return;
    shown.passage = selectedPassage(visit, view) ?? shown.passage;
    const entities = stack();
    const depth = Math.max(0, entities.length - 1);
    const below = entities.at(-2);
    names.set(shown.view.entity, shown.view);
    const { view: card, mode, answer, failed, host } = shown;
    draw(host.mount, {
      view: card,
      article: answer?.article ?? null,
      nested: answer?.nested ?? [],
      note: answer?.note ?? null,
      namedIn: answer?.namedIn ?? [],
      canQuote: shown.passage !== null,
      mode,
      failed,
      depth,
      backTo: below === undefined ? null : (names.get(below)?.name ?? visit.previews.get(below)?.name ?? null),
      canNest: entities.length < STACK_CAP,
      link: linkOf(shown),
    });
  }

  function draw(mount: HTMLElement, what: Omit<CardProps, 'theme' | 'on'>): void {
    render(h(TextProvider, { text, children: h(Card, { ...what, theme: theme(), on: calls }) }), mount);
  }

  function rehearse(part: 'head' | 'whole'): void {
    const [preview] = [...visit.previews.values()].sort((one, other) => other.day.length - one.day.length);
    if (!preview || shown || signal.aborted) return;
    const stage = document.createElement('div');
    const nothing = { article: null, nested: [], note: null, namedIn: [], canQuote: false, backTo: null, link: null };
    const view = part === 'whole' ? preview : { ...preview, day: [], ties: [], since: [] };
    draw(stage, { view, mode: 'hover', failed: false, depth: 0, canNest: true, ...nothing });
    render(null, stage);
  }

  function linkOf({ spot, view: card }: Shown): CardProps['link'] {
    const { entity, evidence, runnersUp } = spot.mention;
    return card.entity === entity ? { form: formOf(spot), evidence, runnersUp } : null;
  }

  function setArticle(entity: EntityKey, article: ArticleState): void {
    if (shown?.answer?.view.entity !== entity) return;
    // A new object also for the same state: the card waits for another one than it had.
    shown.answer = { ...shown.answer, article: { ...article } };
    shown.askedFor = shown.answer;
    paint();
    void place();
  }

  const calls: CardProps['on'] = {
    pin: () => send({ type: 'pin' }),
    unpin: () => send({ type: 'unpin' }),
    close: () => send({ type: 'close' }),
    back: () => send({ type: 'back' }),
    nested: (entity) => send({ type: 'nested', entity }),
    choose(entity) {
      if (shown) void attempt(refuse(shown.spot), scanWherePrivate);
      send({ type: 'instead', entity });
    },
    refuse: () => shown && attempt(refuse(shown.spot), closeAndScan),
    mute: (entity) => attempt(callBackground('mute', { entity, muted: true }), closeAndScan),
    askArticle,
    openLink: (url) => attempt(callBackground('openLink', { url })),
    writeNote(slot, entity, quoting, tell) {
      const now = shown;
      // A press on the story must not end a card in which a note is written. Not within the rendering that calls this.
      const held = now?.mode === 'hover' || now?.mode === 'focus';
      const hold = (type: 'pin' | 'unpin') => held && queueMicrotask(() => shown === now && send({ type }));
      hold('pin');
      const passage = quoting ? (now?.passage ?? null) : null;
      const close = openNoteFrame({ slot, entity, passage, theme: theme(), tell, resized: () => void place() });
      return () => {
        close();
        hold('unpin');
      };
    },
    openNotes: (entity) => attempt(callBackground('openNotes', { entity })),
  };

  /** What the reader pressed is done, or the card stays and says that it could not be. */
  function attempt(work: Promise<void>, done: (card: Shown | null) => void = () => {}): void {
    const now = shown;
    work.then(
      () => done(now),
      () => {
        if (!now || shown !== now) return;
        now.failed = true;
        paint();
        void place();
      },
    );
  }

  function closeAndScan(card: Shown | null): void {
    if (card && shown === card) send({ type: 'close' });
    scanWherePrivate();
  }

  /** A stored choice comes back as a change of settings, and the story is scanned then; a private one is not stored. */
  function scanWherePrivate(): void {
    if (browser.extension.inIncognitoContext) void visit.scanAgain();
  }

  const refuse = (spot: Spot): Promise<void> =>
    callBackground('refuse', { entity: spot.mention.entity, form: formOf(spot) });

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
          if (!shown) return;
          shown.mode = effect.mode;
          return paint();
        case 'turn': {
          const preview = names.get(effect.entity) ?? visit.previews.get(effect.entity);
          if (!shown || !preview) return;
          shown.view = preview;
          shown.answer = null;
          shown.failed = false;
          paint();
          return void place();
        }
        case 'fill':
          if (!shown) return;
          shown.view = effect.answer.view;
          shown.answer = effect.answer;
          return paintSoon();
        case 'focus-in':
          paintNow();
          return shown?.host.focusIn(shown.host.mount.querySelector('h2') ?? shown.host.mount);
        case 'restore-focus':
          return (shown?.host ?? leaving)?.restoreFocus();
        default:
          effect satisfies never;
      }
    },
    paint,
    rehearse,
    lineIndex: () => shown?.lineIndex ?? 0,
  };
}
