/**
 * What stands in the card now: takes the reader script's drawings, asks the background for what they need, draws, and
 * carries out what is pressed. It knows neither the document nor the browser, only the line and the seams below. It is
 * long because all presses act on the one card that stands there.
 *
 *   EMPTY ── draw ──► ASKED ── the card comes ──► DRAWN ── shown ──► SEEN ── clear ──► EMPTY
 *     another drawing at any time: ASKED again, what was drawn stays until its card comes (or "no card" is said)
 */
import { type CardProps, type Done, type OpenEditor, type Refusal, unknownAnswer } from '../../components/card';
import type { FrameLine } from '../../lib/border';
import { type EntityKey, keyOfKind } from '../../lib/facts';
import type { ArticleState, NameState } from '../../lib/knowledge';
import { type CardAnswer, type Drawing, type NotePart, type ToCard, toCallError } from '../../lib/messages';
import type { EditorSession } from '../../lib/notes';
import { wantedOf } from '../../lib/page';
import type { CardPart } from './late-parts';
import type { MapSeam } from './map-seam';
import type { NoteAbout } from './open-editor-over';
import type { PictureSeam } from './picture-seam';
import type { Sight } from './watch-sight';

export interface CardDeskParts {
  readonly line: FrameLine;
  readonly sight: Sight;
  /** A script that only some cards need. */
  readonly comeWith: (part: CardPart) => Promise<unknown>;
  readonly openEditor: (about: NoteAbout, told: (session: EditorSession) => void) => Promise<OpenEditor | null>;
  /** Has the frame the keyboard? */
  readonly hasFocus: () => boolean;
  /** Null: nothing. */
  readonly draw: (props: CardProps | null) => void;
  /** In its place on the card, once what shows it is there. */
  readonly showPicture: (seam: PictureSeam) => void;
  readonly showMap: (seam: MapSeam) => void;
  /** CSS px: the frame's width, and how tall the card in it is. */
  readonly measure: () => { readonly width: number; readonly height: number };
}

export interface CardDesk {
  hear(say: ToCard): void;
  focused(inside: boolean): void;
  /** May a press on this costly button have an effect? Says why not. */
  mayPress(button: HTMLElement): boolean;
  /** The card, or the frame, has another size. */
  resized(): void;
  /** The page goes: what is typed is sent. */
  flush(): void;
  /** The frame goes: so is an unproven press taken back, since nobody can undo it any more. */
  leave(): void;
}

/** ms in which what was pressed can be undone. */
const UNDO_MS = 10_000;
/** Looked up and not drawn yet: the name on which the pointer rests, and the one before. */
const KEPT = 3;

/** A card, or a name that no pack knows. */
interface Answer extends CardAnswer {
  readonly unknown: CardProps['unknown'];
}

interface Shown {
  drawing: Drawing;
  answer: Answer;
}

/** After an editor has opened: a page that takes the focus again and again may be between two of its grips at the first look. */
const FOCUS_LOOKS_MS = [0, 100, 300];

export function createCardDesk({
  line,
  sight,
  comeWith,
  openEditor,
  hasFocus,
  draw,
  showPicture,
  showMap,
  measure,
}: CardDeskParts): CardDesk {
  const lookUps = new Map<string, Promise<Answer | null>>();
  const names = new Map<EntityKey, string>();
  const editors = new Set<OpenEditor>();
  const proof = sight.canTell ? 'sight' : 'none';
  let wanted: Drawing | null = null;
  let shown: Shown | null = null;
  let seen = false;
  /** The answer for which the article was asked without a press. */
  let askedFor: EntityKey | null = null;
  let refusal: Refusal | null = null;
  let waits: NonNullable<CardProps['waits']> | null = null;
  let done: (Done & { readonly undo: () => Promise<void> }) | null = null;
  let doneTimer: ReturnType<typeof setTimeout> | undefined;
  let lock: CardProps['lock'] = 'none';
  let looks: ReturnType<typeof setTimeout>[] = [];
  let unstored = false;
  let held: 'note' | 'undo' | null = null;
  let said = { token: -1, width: -1, height: -1 };

  async function answerTo(drawing: Drawing): Promise<Answer> {
    const { day, here, unknown } = drawing;
    const entity = topOf(drawing);
    if (unknown?.key !== entity) return { ...(await line.call('card', { entity, day, here })), unknown: null };
    return unknownAnswer(unknown, day, await line.call('nameCard', { name: wantedOf(unknown) }));
  }

  function lookUp(drawing: Drawing): Promise<Answer | null> {
    const { token, day } = drawing;
    // The day of the story may have been set since.
    const key = `${token} ${day}`;
    const asked = lookUps.get(key) ?? answerTo(drawing).catch(() => null);
    lookUps.set(key, asked);
    for (const oldest of lookUps.keys()) {
      if (lookUps.size <= KEPT) break;
      lookUps.delete(oldest);
    }
    return asked;
  }

  async function show(drawing: Drawing): Promise<void> {
    wanted = drawing;
    const answer = await lookUp(drawing);
    if (wanted?.token !== drawing.token || wanted.day !== drawing.day) return;
    if (!answer) return line.say({ type: 'no-card', token: drawing.token });
    names.set(answer.view.entity, answer.view.name);
    if (shown?.answer.view.entity !== answer.view.entity) {
      refusal = null;
      waits = null;
      lock = 'none';
    }
    // What was changed by the reader meanwhile (mode, theme) holds.
    shown = { drawing: { ...drawing, mode: wanted.mode, theme: wanted.theme }, answer };
    paint();
  }

  function paint() {
    if (!shown) return draw(null);
    const { drawing, answer } = shown;
    const { stack, link } = drawing;
    const below = stack.at(-2);
    const depth = stack.length - 1;
    draw({
      view: answer.view,
      article: answer.article,
      picture: answer.picture,
      map: answer.map,
      nested: answer.nested,
      familiar: answer.familiar,
      met: answer.met,
      unknown: answer.unknown,
      note: answer.note,
      parts: answer.parts,
      namedIn: answer.namedIn,
      canQuote: true,
      mode: drawing.mode,
      theme: drawing.theme,
      depth,
      backTo: below === undefined ? null : (names.get(below) ?? null),
      canNest: drawing.canNest,
      link: answer.view.entity === link.entity ? link : null,
      days: { day: drawing.day, pageDay: drawing.pageDay },
      refusal,
      waits,
      done,
      lock,
      on: calls,
    });
    sight.look(document);
    tellSize();
    if (seen) void askUnpressed();
    if (answer.picture) void paintPicture();
    if (answer.map) void paintMap();
  }

  async function paintMap(): Promise<void> {
    await comeWith('map');
    if (!shown?.answer.map) return;
    const { entity } = shown.answer.view;
    const { here } = shown.drawing;
    showMap({ entity, ask: (width) => line.call('placeMap', { entity, here, width }) });
  }

  async function paintPicture(): Promise<void> {
    await comeWith('picture');
    if (!shown?.answer.picture) return;
    const { article, view } = shown.answer;
    const { entity, name } = view;
    showPicture({
      entity,
      name,
      article: article.state,
      ask: (pressed) => line.call('picture', { entity, press: pressed ? proof : null }),
      refused() {
        refusal = 'unproven';
        paint();
      },
      open: calls.openLink,
    });
  }

  function tellSize() {
    if (!shown) return;
    const now = { token: shown.drawing.token, ...measure() };
    if (now.token === said.token && now.width === said.width && now.height === said.height) return;
    said = now;
    line.say({ type: 'drawn', ...now });
  }

  /** The card stands before the reader's eyes: now, and once, may its title be sent, if that is what they chose. */
  async function askUnpressed(): Promise<void> {
    const before = shown;
    if (!before || askedFor === before.answer.view.entity) return;
    const { article, view } = before.answer;
    const stale = article.state === 'ready' && article.article.stale && before.answer.automatic;
    if (article.state !== 'fetching' && !stale) return;
    askedFor = view.entity;
    // Where the browser can tell, a card that was never in sight sends nothing, consent or not.
    if (sight.canTell && !(await inSight(before))) {
      askedFor = null;
      return;
    }
    const answer = await line.call('article', { entity: view.entity, proof: 'consent' }).catch(failedArticle);
    // The text under the reader's eyes stays; a fresh one is kept for the next time.
    if (article.state === 'fetching') setArticle(view.entity, answer);
  }

  async function inSight(card: Shown): Promise<boolean> {
    for (let tries = 0; tries < 40; tries++) {
      const element = document.querySelector('.card');
      if (shown !== card && shown?.answer.view.entity !== card.answer.view.entity) return false;
      if (element && sight.isProven(element)) return true;
      await new Promise((next) => setTimeout(next, 100));
    }
    return false;
  }

  function askArticle(entity: EntityKey) {
    line.call('article', { entity, proof }).then(
      (article) => setArticle(entity, article),
      (thrown: unknown) => {
        if (toCallError(thrown).code === 'refused' && shown) {
          refusal = 'unproven';
          // Another object: the article waits for one.
          return setArticle(entity, { ...shown.answer.article });
        }
        setArticle(entity, failedArticle(thrown));
      },
    );
  }

  function setArticle(entity: EntityKey, article: ArticleState) {
    if (shown?.answer.view.entity !== entity) return;
    shown = { ...shown, answer: { ...shown.answer, article: { ...article } } };
    paint();
  }

  /** The reader pressed the button under a name: what is surely meant takes its place. */
  function askName() {
    const before = shown?.answer.unknown;
    if (!before || !shown) return;
    const { key } = before.entry;
    const { day } = shown.drawing;
    line.call('lookUpName', { name: wantedOf(before.entry), day, proof }).then(
      (state) => {
        if (state.state === 'found' && state.sure && shown?.answer.view.entity === key) {
          return line.say({ type: 'instead', entity: state.found.entity });
        }
        setName(key, state);
      },
      (thrown: unknown) => {
        if (toCallError(thrown).code === 'refused') refusal = 'unproven';
        // Another object: the button waits for one.
        setName(key, refusal === null ? { state: 'failed', reason: String(thrown) } : { ...before.state });
      },
    );
  }

  function setName(key: EntityKey, state: NameState) {
    const unknown = shown?.answer.unknown;
    if (!shown || unknown?.entry.key !== key) return;
    shown = { ...shown, answer: { ...shown.answer, unknown: { ...unknown, state } } };
    paint();
  }

  /** What the reader pressed is done, or the card says that it could not be. */
  async function attempt(work: Promise<unknown>): Promise<boolean> {
    const before = shown?.answer.view.entity;
    const worked = await work.then(
      () => true,
      () => false,
    );
    if (shown?.answer.view.entity !== before) return worked;
    refusal = worked ? null : 'failed';
    paint();
    return worked;
  }

  function offerUndo(what: Done, undo: () => Promise<void>, closes: boolean): void {
    done = { ...what, undo };
    line.say({ type: 'choices-changed' });
    tellHold();
    paint();
    clearTimeout(doneTimer);
    doneTimer = setTimeout(() => {
      forgetDone();
      // A note that is being written keeps the card.
      if (closes && editors.size === 0) line.say({ type: 'close' });
      else paint();
    }, UNDO_MS);
  }
  function forgetDone() {
    clearTimeout(doneTimer);
    done = null;
    tellHold();
  }
  /** In use, and by what: said when it changes. */
  function tellHold() {
    const by = editors.size > 0 ? 'note' : done ? 'undo' : null;
    if (by !== held) line.say({ type: 'hold', by });
    held = by;
  }

  async function mute(entity: EntityKey): Promise<void> {
    const name = shown?.answer.view.name ?? '';
    if (!(await attempt(line.call('mute', { entity, muted: true, proof })))) return;
    offerUndo({ what: 'muted', name, form: name }, () => line.call('mute', { entity, muted: false, proof }), true);
  }

  /** `entity`: the card's, or all of its kind. The card stays: what is known can still be read about. */
  async function know(entity: string, known: boolean): Promise<void> {
    const { view, familiar } = shown?.answer ?? {};
    if (!view || !familiar) return;
    const own = entity === view.entity;
    const call = (now: boolean) => line.call('know', { entity, known: now, proof });
    if (!(await attempt(call(known)))) return;
    setFamiliar(view.entity, own ? { ...familiar, known } : { ...familiar, kindKnown: known });
    if (!known) return line.say({ type: 'choices-changed' });
    const { name } = view;
    const undo = async () => {
      await call(false);
      setFamiliar(view.entity, familiar);
    };
    offerUndo({ what: own ? 'known' : 'knows-all', name, form: name, kind: familiar.kind }, undo, false);
  }

  function setFamiliar(entity: EntityKey, familiar: NonNullable<Answer['familiar']>): void {
    lookUps.clear();
    if (shown?.answer.view.entity !== entity) return;
    shown = { ...shown, answer: { ...shown.answer, familiar } };
    paint();
  }

  async function refuse(what: 'refused' | 'chosen'): Promise<boolean> {
    const now = shown;
    if (!now) return false;
    const { entity, form } = now.drawing.link;
    const { name } = now.answer.view;
    if (!(await attempt(line.call('refuse', { entity, form, refused: true, proof })))) return false;
    const undo = () => line.call('refuse', { entity, form, refused: false, proof });
    offerUndo({ what, name, form }, undo, what === 'refused');
    return true;
  }

  /** The card is asked for again: the part may stand in another one now. */
  async function placeNote(part: NotePart, place: EntityKey | null): Promise<void> {
    const put = (to: EntityKey | null) => line.call('placeNote', { entity: part.entity, place: to });
    if (!(await attempt(put(place)))) return;
    await askAnew();
    if (place === null) return;
    const name = part.asks.find(({ entity }) => entity === place)?.name ?? part.name;
    const undo = async () => {
      await put(null);
      await askAnew();
    };
    offerUndo({ what: place === part.entity ? 'apart' : 'placed', name, form: '' }, undo, false);
  }

  /** Beside the story it covers nothing: the one over the story goes. */
  async function beside(entity: EntityKey): Promise<void> {
    const call = line.call('besideStory', { entity, day: shown?.drawing.day ?? null });
    if (!(await attempt(call))) return;
    const answer = await call;
    if (answer.state === 'here') return line.say({ type: 'close' });
    waits = { key: answer.key };
    paint();
  }

  async function askAnew(): Promise<void> {
    lookUps.clear();
    if (wanted) await show(wanted);
  }

  async function open(entity: EntityKey): Promise<OpenEditor | null> {
    const unknown = shown?.answer.unknown;
    const named = unknown?.entry.key === entity ? unknown.entry.name : null;
    const editor = await openEditor({ entity, named }, (session) => tellWords(session.holdsWords()));
    if (!editor) return null;
    editors.add(editor);
    tellHold();
    lockUnlessFocused();
    const close = () => {
      editors.delete(editor);
      editor.close();
      lock = 'none';
      tellHold();
    };
    return { ...editor, close };
  }

  /** A page may take the focus in the very moment in which the card gets it: then there was nothing to hear of. */
  function lockUnlessFocused() {
    stopLooking();
    looks = FOCUS_LOOKS_MS.map((after) =>
      setTimeout(() => {
        if (editors.size === 0 || lock !== 'none' || hasFocus()) return;
        lock = 'taken';
        paint();
      }, after),
    );
  }
  function stopLooking() {
    for (const look of looks) clearTimeout(look);
    looks = [];
  }

  function tellWords(now: boolean) {
    if (now === unstored) return;
    unstored = now;
    line.say({ type: 'words', unstored });
  }

  const calls: CardProps['on'] = {
    pin: () => line.say({ type: 'pin' }),
    unpin: () => line.say({ type: 'unpin' }),
    move: (x, y) => line.say({ type: 'moved', x, y }),
    close: () => line.say({ type: 'close' }),
    back: () => line.say({ type: 'back' }),
    nested: (entity) => line.say({ type: 'nested', entity }),
    choose: (entity) => void refuse('chosen').then((worked) => worked && line.say({ type: 'instead', entity })),
    refuse: () => void refuse('refused'),
    mute: (entity) => void mute(entity),
    know: (entity, known) => void know(entity, known),
    knowAll: (kind) => void know(keyOfKind(kind), true),
    setDay: (day) => void attempt(line.call('chooseDay', { day, tab: null, proof })),
    undo() {
      const undone = done;
      if (!undone) return;
      void attempt(undone.undo()).then((worked) => {
        if (!worked || done !== undone) return;
        forgetDone();
        line.say({ type: 'choices-changed' });
        if (undone.what === 'chosen' && shown) line.say({ type: 'instead', entity: shown.drawing.link.entity });
        paint();
      });
    },
    askArticle,
    lookUp: askName,
    instead: (entity) => line.say({ type: 'instead', entity }),
    openLink: (url) => void attempt(line.call('openLink', { url })),
    openEditor: open,
    passage: async () => shown?.drawing.passage ?? null,
    placeNote: (part, place) => void placeNote(part, place),
    openNotes: (entity) => void attempt(line.call('openNotes', { entity })),
    openBeside: (entity) => void attempt(line.call('openBeside', { entity, day: shown?.drawing.day ?? null })),
    besideStory: (entity) => void beside(entity),
    unlock() {
      lock = 'none';
      paint();
      document.querySelector('textarea')?.focus();
      lockUnlessFocused();
    },
  };

  function change(part: Partial<Drawing>) {
    if (wanted) wanted = { ...wanted, ...part };
    if (!shown) return;
    shown = { ...shown, drawing: { ...shown.drawing, ...part } };
    paint();
  }

  function flush() {
    for (const { session } of editors) session.flush();
  }

  return {
    hear(say) {
      switch (say.type) {
        case 'look-up':
          return void lookUp(say.drawing);
        case 'draw':
          return void show(say.drawing);
        case 'shown':
          seen = true;
          return void askUnpressed();
        case 'mode':
          return change({ mode: say.mode });
        case 'theme':
          return change({ theme: say.theme });
        case 'passage':
          return change({ passage: say.passage });
        case 'clear':
          wanted = null;
          shown = null;
          seen = false;
          askedFor = null;
          refusal = null;
          waits = null;
          clearTimeout(doneTimer);
          done = null;
          held = null;
          lock = 'none';
          said = { token: -1, width: -1, height: -1 };
          lookUps.clear();
          return paint();
        case 'focus-left':
          if (lock === 'none') return;
          lock = say.asked ? 'none' : 'taken';
          return paint();
        default:
          say satisfies never;
      }
    },
    focused(inside) {
      // What is heard of needs no look: the reader may have gone on to the story, and would find a lock there.
      if (!inside) stopLooking();
      // At once: what is typed from now on may go anywhere. Whether the reader did it, the reader script knows.
      if (!inside && editors.size > 0 && lock === 'none') {
        lock = 'checking';
        paint();
      }
      line.say({ type: 'focus', inside });
    },
    mayPress(button) {
      if (!sight.canTell || sight.isProven(button)) return true;
      refusal = 'unseen';
      paint();
      return false;
    },
    resized() {
      // A panel was opened: what is pressed in it has to have been seen as well.
      sight.look(document);
      tellSize();
    },
    flush,
    leave() {
      flush();
      // A page may go into the browser's memory instead, and its ports with it: the background then hears of no end.
      if (!sight.canTell && done && !isOfNote(done)) void done.undo().catch(() => {});
    },
  };
}

/** Nothing is lost by it, whoever pressed, and the library can take it back for ever. */
const isOfNote = ({ what }: Done): boolean => what === 'apart' || what === 'placed';

const topOf = ({ stack }: Drawing): EntityKey => stack.at(-1) as EntityKey;

const failedArticle = (thrown: unknown): ArticleState => ({ state: 'failed', reason: String(thrown) });
