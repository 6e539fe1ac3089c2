/**
 * Carries out what the machine of the card's frame decides (lib/hover/frame): asks the background for what is to be drawn,
 * draws, and does what is pressed. It knows neither the document nor the browser, only the line and the seams below. It is
 * long because all presses act on the one card that stands there.
 */
import { type CardProps, type Done, type OpenEditor, unknownAnswer } from '../../components/card';
import type { FrameLine } from '../../lib/border';
import { type EntityKey, keyOfKind } from '../../lib/facts';
import {
  type FrameEffect,
  type FrameEvent,
  type FrameState,
  initialFrame,
  shownEntity,
  stepFrame,
} from '../../lib/hover';
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
/** ms after an editor has opened: a page that takes the focus again and again may be between two of its grips at the first look. */
const FOCUS_LOOKS_MS = [0, 100, 300];

/** A card, or a name that no pack knows. */
interface Answer extends CardAnswer {
  readonly unknown: CardProps['unknown'];
}
/** What can be undone, and how. */
interface Undoable extends Done {
  readonly undo: () => Promise<void>;
}
type State = FrameState<Drawing, Answer, Undoable>;

export function createCardDesk(parts: CardDeskParts): CardDesk {
  const { line, sight, comeWith, measure } = parts;
  const proof = sight.canTell ? 'sight' : 'none';
  const lookUps = new Map<string, Promise<Answer | null>>();
  const names = new Map<EntityKey, string>();
  const editors = new Set<OpenEditor>();
  let undoTimer: ReturnType<typeof setTimeout> | undefined;
  let looks: ReturnType<typeof setTimeout>[] = [];
  let state: State = initialFrame;

  function step(event: FrameEvent<Drawing, Answer, Undoable>): void {
    const after = stepFrame(state, event);
    state = after.state;
    for (const effect of after.effects) carryOut(effect);
  }

  function carryOut(effect: FrameEffect<Drawing, Undoable>): unknown {
    switch (effect.type) {
      case 'say':
        return line.say(effect.say);
      case 'ask':
        return ask(effect.drawing, effect.come);
      case 'forget-asked':
        return lookUps.clear();
      case 'draw':
        return draw();
      case 'ask-article':
        return askUnpressed(effect.entity, effect.show);
      case 'look-for-focus':
        return lookForFocus();
      case 'stop-looking':
        return stopLooking();
      case 'focus-field':
        return document.querySelector('textarea')?.focus();
      case 'begin-undo':
        clearTimeout(undoTimer);
        undoTimer = setTimeout(() => step({ type: 'undo-over' }), UNDO_MS);
        return;
      case 'end-undo':
        return clearTimeout(undoTimer);
      case 'take-back':
        return effect.done.undo().catch(() => {});
      default:
        return effect satisfies never;
    }
  }

  async function answerTo(drawing: Drawing): Promise<Answer> {
    const { day, here, unknown } = drawing;
    const entity = drawing.stack.at(-1) as EntityKey;
    if (unknown?.key !== entity) return { ...(await line.call('card', { entity, day, here })), unknown: null };
    return unknownAnswer(unknown, day, await line.call('nameCard', { name: wantedOf(unknown) }));
  }

  async function ask(drawing: Drawing, come: boolean): Promise<void> {
    // The day of the story may have been set since.
    const key = `${drawing.token} ${drawing.day}`;
    const asked = lookUps.get(key) ?? answerTo(drawing).catch(() => null);
    lookUps.set(key, asked);
    for (const oldest of lookUps.keys()) {
      if (lookUps.size <= KEPT) break;
      lookUps.delete(oldest);
    }
    if (come) step({ type: 'came', drawing, answer: await asked });
  }

  function draw(): unknown {
    const { shown, refusal, waits, done, lock } = state;
    if (!shown) return parts.draw(null);
    const { drawing, answer } = shown;
    const { stack, link } = drawing;
    names.set(answer.view.entity, answer.view.name);
    const below = stack.at(-2);
    parts.draw({
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
      depth: stack.length - 1,
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
    step({ type: 'size', ...measure() });
    if (answer.picture) void paintPicture();
    if (answer.map) void paintMap();
    return;
  }

  async function paintMap(): Promise<void> {
    await comeWith('map');
    const { shown } = state;
    if (!shown?.answer.map) return;
    const { entity } = shown.answer.view;
    const { here } = shown.drawing;
    parts.showMap({ entity, ask: (width) => line.call('placeMap', { entity, here, width }) });
  }

  async function paintPicture(): Promise<void> {
    await comeWith('picture');
    if (!state.shown?.answer.picture) return;
    const { article, view } = state.shown.answer;
    const { entity, name } = view;
    parts.showPicture({
      entity,
      name,
      article: article.state,
      ask: (pressed) => line.call('picture', { entity, press: pressed ? proof : null }),
      refused: () => step({ type: 'unproven' }),
      open: calls.openLink,
    });
  }

  async function askUnpressed(entity: EntityKey, show: boolean): Promise<void> {
    // Where the browser can tell, a card that was never in sight sends nothing, consent or not.
    if (sight.canTell && !(await comesIntoSight(entity))) return step({ type: 'not-seen', entity });
    const article = await line.call('article', { entity, proof: 'consent' }).catch(failedArticle);
    if (show) step({ type: 'article', entity, article });
  }

  async function comesIntoSight(entity: EntityKey): Promise<boolean> {
    for (let tries = 0; tries < 40; tries++) {
      const element = document.querySelector('.card');
      if (shownEntity(state) !== entity) return false;
      if (element && sight.isProven(element)) return true;
      await new Promise((next) => setTimeout(next, 100));
    }
    return false;
  }

  function askArticle(entity: EntityKey): void {
    line.call('article', { entity, proof }).then(
      (article) => step({ type: 'article', entity, article }),
      (thrown: unknown) => step({ type: 'article', entity, article: isRefused(thrown) ? null : failedArticle(thrown) }),
    );
  }

  /** The reader pressed the button under a name: what is surely meant takes its place. */
  function askName(): void {
    const { shown } = state;
    const unknown = shown?.answer.unknown;
    if (!unknown) return;
    const { key } = unknown.entry;
    const tell = (name: NameState | null) => step({ type: 'name', key, state: name });
    line.call('lookUpName', { name: wantedOf(unknown.entry), day: shown.drawing.day, proof }).then(
      (name) => {
        if (name.state === 'found' && name.sure && shownEntity(state) === key) {
          return step({ type: 'name-found', key, entity: name.found.entity });
        }
        tell(name);
      },
      (thrown: unknown) => tell(isRefused(thrown) ? null : { state: 'failed', reason: String(thrown) }),
    );
  }

  /** What the reader pressed is done, or the card says that it could not be. */
  async function attempt(work: Promise<unknown>): Promise<boolean> {
    const entity = shownEntity(state);
    const worked = await work.then(
      () => true,
      () => false,
    );
    step({ type: 'tried', entity, worked });
    return worked;
  }

  const offerUndo = (done: Done, undo: () => Promise<void>, closes: boolean) =>
    step({ type: 'done', done: { ...done, undo }, closes });

  async function mute(entity: EntityKey): Promise<void> {
    const name = state.shown?.answer.view.name ?? '';
    if (!(await attempt(line.call('mute', { entity, muted: true, proof })))) return;
    offerUndo({ what: 'muted', name, form: name }, () => line.call('mute', { entity, muted: false, proof }), true);
  }

  /** `entity`: the card's, or all of its kind. The card stays: what is known can still be read about. */
  async function know(entity: string, known: boolean): Promise<void> {
    const { view, familiar } = state.shown?.answer ?? {};
    if (!view || !familiar) return;
    const own = entity === view.entity;
    const call = (now: boolean) => line.call('know', { entity, known: now, proof });
    const tell = (now: typeof familiar) => step({ type: 'familiar', entity: view.entity, familiar: now });
    if (!(await attempt(call(known)))) return;
    tell(own ? { ...familiar, known } : { ...familiar, kindKnown: known });
    if (!known) return line.say({ type: 'choices-changed' });
    const { name } = view;
    const undo = async () => {
      await call(false);
      tell(familiar);
    };
    offerUndo({ what: own ? 'known' : 'knows-all', name, form: name, kind: familiar.kind }, undo, false);
  }

  async function refuse(what: 'refused' | 'chosen'): Promise<boolean> {
    const { shown } = state;
    if (!shown) return false;
    const { entity, form } = shown.drawing.link;
    const { name } = shown.answer.view;
    const call = (refused: boolean) => line.call('refuse', { entity, form, refused, proof });
    if (!(await attempt(call(true)))) return false;
    offerUndo({ what, name, form }, () => call(false), what === 'refused');
    return true;
  }

  /** The card is asked for again: the part may stand in another one now. */
  async function placeNote(part: NotePart, place: EntityKey | null): Promise<void> {
    const put = (to: EntityKey | null) => line.call('placeNote', { entity: part.entity, place: to });
    if (!(await attempt(put(place)))) return;
    step({ type: 'changed' });
    if (place === null) return;
    const name = part.asks.find(({ entity }) => entity === place)?.name ?? part.name;
    const undo = async () => {
      await put(null);
      step({ type: 'changed' });
    };
    offerUndo({ what: place === part.entity ? 'apart' : 'placed', name, form: '' }, undo, false);
  }

  /** Beside the story it covers nothing: the one over the story goes. */
  async function beside(entity: EntityKey): Promise<void> {
    const call = line.call('besideStory', { entity, day: state.shown?.drawing.day ?? null });
    if (!(await attempt(call))) return;
    const answer = await call;
    if (answer.state === 'here') line.say({ type: 'close' });
    else step({ type: 'waits', key: answer.key });
  }

  async function undo(): Promise<void> {
    const { done } = state;
    if (done && (await attempt(done.undo()))) step({ type: 'undone', done });
  }

  async function open(entity: EntityKey): Promise<OpenEditor | null> {
    const unknown = state.shown?.answer.unknown;
    const named = unknown?.entry.key === entity ? unknown.entry.name : null;
    const editor = await parts.openEditor({ entity, named }, (session) =>
      step({ type: 'words', unstored: session.holdsWords() }),
    );
    if (!editor) return null;
    editors.add(editor);
    step({ type: 'editor-opened' });
    const close = () => {
      const wasOpen = editors.delete(editor);
      editor.close();
      if (wasOpen) step({ type: 'editor-closed' });
    };
    return { ...editor, close };
  }

  /** A page may take the focus in the very moment in which the card gets it: then there was nothing to hear of. */
  function lookForFocus(): void {
    stopLooking();
    looks = FOCUS_LOOKS_MS.map((after) => setTimeout(() => parts.hasFocus() || step({ type: 'no-focus' }), after));
  }
  function stopLooking(): void {
    for (const look of looks) clearTimeout(look);
    looks = [];
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
    undo: () => void undo(),
    askArticle,
    lookUp: askName,
    instead: (entity) => line.say({ type: 'instead', entity }),
    openLink: (url) => void attempt(line.call('openLink', { url })),
    openEditor: open,
    passage: async () => state.shown?.drawing.passage ?? null,
    placeNote: (part, place) => void placeNote(part, place),
    openNotes: (entity) => void attempt(line.call('openNotes', { entity })),
    openBeside: (entity) => void attempt(line.call('openBeside', { entity, day: state.shown?.drawing.day ?? null })),
    besideStory: (entity) => void beside(entity),
    unlock: () => step({ type: 'unlock' }),
  };

  function flush(): void {
    for (const { session } of editors) session.flush();
  }

  return {
    hear: step,
    focused: (inside) => step({ type: 'focus', inside }),
    mayPress(button) {
      if (!sight.canTell || sight.isProven(button)) return true;
      step({ type: 'unseen' });
      return false;
    },
    resized() {
      // A panel was opened: what is pressed in it has to have been seen as well.
      sight.look(document);
      step({ type: 'size', ...measure() });
    },
    flush,
    leave() {
      flush();
      step({ type: 'leave', proven: sight.canTell });
    },
  };
}

const isRefused = (thrown: unknown): boolean => toCallError(thrown).code === 'refused';

const failedArticle = (thrown: unknown): ArticleState => ({ state: 'failed', reason: String(thrown) });
