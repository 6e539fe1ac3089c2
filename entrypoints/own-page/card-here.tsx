/**
 * Wires one card in a page of ours, which no page can cover, read or take the keys from: what is pressed here was pressed
 * by the reader. Names in it open on top of one another, as far as the reader goes.
 * It is long because all presses act on the one card that stands there.
 */
import type { FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Card, type CardProps, type Done, type OpenEditor, unknownAnswer } from '../../components/card';
import '../../components/card/card.css';
import { PopupCard, type PopupCardProps } from '../../components/glossary';
import { useText } from '../../components/kit';
import { type EntityKey, keyOfKind } from '../../lib/facts';
import type { ArticleState, Familiar, NameState } from '../../lib/knowledge';
import { type CardAnswer, type CardNote, callBackground, callReader, type NotePart } from '../../lib/messages';
import type { EditorSession } from '../../lib/notes';
import { wantedOf } from '../../lib/page';
import type { Settings } from '../../lib/settings';
import type { Day } from '../../lib/time';
import { openEditorOver } from '../card/open-editor-over';
import { askBeforeLeaving } from './ask-before-leaving';
import type { ShownCard } from './names-here';
import { passageIn } from './passage-in';
import { tellsSight } from './tells-sight';
import type { Unstored } from './use-unstored';

/** What is around the card: the head of the popup. */
type Around = FunctionComponent<PopupCardProps>;

/** The first card, and its story. */
export interface CardHereProps extends ShownCard {
  /** Of the story; null: there is no tab. */
  readonly tabId: number | null;
  /** Nothing that is read or pressed here may be stored. */
  readonly inPrivate: boolean;
  readonly settings: Pick<Settings, 'theme' | 'askInCards'>;
  /** Takes over an editor that is left before all its words are stored. */
  readonly leave: Unstored['leave'];
  readonly around?: Around;
  readonly onAskInCards: (on: boolean) => void;
  readonly onBack: (() => void) | null;
  readonly openTab: (url: string) => void;
  readonly openNotes: (entity: EntityKey) => void;
  /** The card shown now, for the title of the window. */
  readonly onShown: (name: string) => void;
}

interface Shown {
  /** The card on top last. */
  readonly stack: readonly [EntityKey, ...EntityKey[]];
  readonly answer: CardAnswer & Pick<CardProps, 'unknown'>;
}

/** Names of a story in one request; a page can make up any number. */
const MOST_HERE = 5_000;
/** ms in which a press can be undone. */
const UNDO_MS = 10_000;

export function CardHere(props: CardHereProps) {
  const { entity: first, here, tabId, inPrivate, settings, around: Around = PopupCard, onShown } = props;
  /** Where the day can be set. */
  const tab = props.ofStory ? tabId : null;
  const text = useText();
  const [days, setDays] = useState(props.days);
  const [shown, setShown] = useState<Shown | null>(null);
  const [failed, setFailed] = useState(false);
  const [refusal, setRefusal] = useState<CardProps['refusal']>(null);
  const [done, setDone] = useState<(Done & { readonly undo: () => void }) | null>(null);
  const [asked, setAsked] = useState(false);
  const names = useRef(new Map<EntityKey, string>());
  const turns = useRef(0);
  const open = useRef(new Set<EditorSession>());

  useEffect(() => {
    const life = new AbortController();
    void go([first]);
    addEventListener('pagehide', () => flush(), { signal: life.signal });
    askBeforeLeaving(() => open.current, life.signal);
    return () => life.abort();
  }, []);
  // What was pressed to come here is hidden.
  useEffect(() => {
    if (shown && !props.writes) document.querySelector<HTMLElement>('.popup-card h2')?.focus();
  }, [shown === null]);
  useEffect(() => {
    const { answer } = shown ?? {};
    if (answer?.picture || answer?.map)
      void import('./paint-here').then(({ paintCard }) =>
        paintCard(answer, { text, here: here.slice(0, MOST_HERE), inPrivate, openTab: props.openTab }),
      );
  }, [shown]);
  useEffect(() => {
    const timer = done && setTimeout(() => setDone(null), UNDO_MS);
    return () => void (timer && clearTimeout(timer));
  }, [done]);

  const flush = () => {
    // The tag field adds its word when it loses the focus; a page that closes does not wait for that.
    document.querySelector<HTMLFormElement>('.note form')?.requestSubmit();
    for (const session of open.current) session.flush();
  };

  async function go(stack: Shown['stack'], day = days.day): Promise<void> {
    const turn = ++turns.current;
    const entity = topOf(stack);
    setFailed(false);
    const answer = await answerTo(entity, day).catch(() => null);
    if (turn !== turns.current) return;
    if (!answer) return shown === null ? setFailed(true) : setRefusal('failed');
    const { article, view } = answer;
    // Its current key: the requested one may be a former key.
    const [bottom = view.entity, ...rest] = [...stack.slice(0, -1), view.entity];
    names.current.set(view.entity, view.name);
    setShown({ stack: [bottom, ...rest], answer });
    setRefusal(null);
    onShown(view.name);
    // The reader wants every article; an outdated one stays on screen, and the new one is stored for the next time.
    if (article.state === 'fetching') fetchArticle(view.entity, 'consent');
    else if (answer.automatic && article.state === 'ready' && article.article.stale)
      void callBackground('article', { entity: view.entity, proof: 'consent', inPrivate }).catch(() => {});
  }

  async function answerTo(entity: EntityKey, day: Day | null): Promise<Shown['answer']> {
    const { unknown } = props;
    if (unknown?.key !== entity) {
      return {
        ...(await callBackground('card', { entity, day, here: here.slice(0, MOST_HERE), tab, inPrivate })),
        unknown: null,
      };
    }
    return unknownAnswer(unknown, day, await callBackground('nameCard', { name: wantedOf(unknown), inPrivate }));
  }

  function askName(): void {
    const { unknown } = props;
    if (!unknown) return;
    const failed = (thrown: unknown): NameState => ({ state: 'failed', reason: String(thrown) });
    void callBackground('lookUpName', { name: wantedOf(unknown), day: days.day, proof: 'sight', inPrivate })
      .catch(failed)
      .then((state) => {
        if (state.state === 'found' && state.sure) return go([state.found.entity]);
        return setShown((now) =>
          now?.answer.unknown ? { ...now, answer: { ...now.answer, unknown: { entry: unknown, state } } } : now,
        );
      });
  }

  function fetchArticle(entity: EntityKey, proof: 'sight' | 'consent'): void {
    const failed = (thrown: unknown): ArticleState => ({ state: 'failed', reason: String(thrown) });
    void callBackground('article', { entity, proof, inPrivate })
      .catch(failed)
      .then((article) =>
        setShown((now) =>
          now?.answer.view.entity === entity ? { ...now, answer: { ...now.answer, article: { ...article } } } : now,
        ),
      );
  }

  async function attempt(work: Promise<unknown>): Promise<boolean> {
    const worked = await work.then(
      () => true,
      () => false,
    );
    setRefusal(worked ? null : 'failed');
    return worked;
  }

  /** Settings notify the story's tab themselves; choices in private windows are not settings. */
  function tellStory(): void {
    if (inPrivate && tabId !== null) void callReader(tabId, 'readAgain', { anyway: false }).catch(nothing);
  }

  async function mute(entity: EntityKey, muted: boolean): Promise<void> {
    const name = names.current.get(entity) ?? '';
    if (!(await attempt(callBackground('mute', { entity, muted, proof: 'sight', inPrivate })))) return;
    tellStory();
    setDone(muted ? { what: 'muted', name, form: name, undo: () => void mute(entity, false) } : null);
  }

  /** `entity`: the card's, or all of its kind. */
  async function know(entity: string, known: boolean): Promise<void> {
    const { view, familiar } = shown?.answer ?? {};
    if (!view || !familiar) return;
    if (!(await attempt(callBackground('know', { entity, known, proof: 'sight', inPrivate })))) return;
    tellStory();
    const own = entity === view.entity;
    setFamiliar(view.entity, own ? { ...familiar, known } : { ...familiar, kindKnown: known });
    const what = { what: own ? 'known' : 'knows-all', name: view.name, form: view.name, kind: familiar.kind } as const;
    setDone(known ? { ...what, undo: () => void forget(entity, view.entity, familiar) } : null);
  }

  async function forget(entity: string, card: EntityKey, before: Familiar): Promise<void> {
    if (!(await attempt(callBackground('know', { entity, known: false, proof: 'sight', inPrivate })))) return;
    tellStory();
    setFamiliar(card, before);
    setDone(null);
  }

  const setFamiliar = (entity: EntityKey, familiar: Familiar): void =>
    setShown((now) => (now?.answer.view.entity === entity ? { ...now, answer: { ...now.answer, familiar } } : now));

  /** The card is requested again: the part may belong to another one now. */
  async function placeNote(part: NotePart, place: EntityKey | null): Promise<void> {
    if (!(await attempt(callBackground('placeNote', { entity: part.entity, place })))) return;
    await go(shown?.stack ?? [first]);
    const name = part.asks.find(({ entity }) => entity === place)?.name ?? part.name;
    const undo = () => void placeNote(part, null);
    setDone(place === null ? null : { what: place === part.entity ? 'apart' : 'placed', name, form: '', undo });
  }

  async function setDay(chosen: Day | null): Promise<void> {
    if (!(await attempt(callBackground('chooseDay', { day: chosen, tab, proof: 'sight', inPrivate })))) return;
    const day = chosen ?? days.pageDay;
    setDays({ ...days, day });
    await go(shown?.stack ?? [first], day);
  }

  async function openEditor(entity: EntityKey): Promise<OpenEditor | null> {
    const named = props.unknown?.key === entity ? props.unknown.name : null;
    const editor = await openEditorOver({ call: callBackground }, { entity, named }, () => {});
    if (!editor) return null;
    const { session, name } = editor;
    open.current.add(session);
    const close = () => {
      open.current.delete(session);
      editor.close();
      if (session.holdsWords()) props.leave(name, session);
    };
    return { ...editor, close };
  }

  const on: CardProps['on'] = {
    back() {
      const [bottom, ...rest] = shown?.stack ?? [first];
      void go([bottom, ...rest.slice(0, -1)]);
    },
    nested: (entity) => void go([...(shown?.stack ?? [first]), entity]),
    mute: (entity) => void mute(entity, true),
    know: (entity, known) => void know(entity, known),
    knowAll: (kind) => void know(keyOfKind(kind), true),
    setDay: (day) => void setDay(day),
    placeNote: (part, place) => void placeNote(part, place),
    undo: () => done?.undo(),
    askArticle(entity) {
      setAsked(!settings.askInCards);
      fetchArticle(entity, 'sight');
    },
    lookUp: askName,
    openLink: props.openTab,
    openNotes: props.openNotes,
    openEditor,
    passage: async () => (tab === null ? null : passageIn(tab)),
    // Only for cards in a page: here no words led to it, nothing can cover it, and the window itself is closed.
    pin: nothing,
    unpin: nothing,
    move: nothing,
    close: nothing,
    choose: nothing,
    refuse: nothing,
    instead: nothing,
    openBeside: nothing,
    besideStory: nothing,
    unlock: nothing,
  };

  const offersToAsk = asked && !tellsSight();
  const below = shown?.stack.at(-2);
  return (
    <Around
      state={shown ? 'there' : failed ? 'failed' : 'loading'}
      insteadOfPage={props.insteadOfPage}
      onBack={props.onBack}
      onLibrary={inPrivate ? null : () => props.openNotes(shown ? topOf(shown.stack) : first)}
      onRetry={() => void go([first])}
      askInCards={offersToAsk ? { on: settings.askInCards, change: props.onAskInCards } : null}
    >
      {shown && (
        <Card
          {...shown.answer}
          note={inPrivate ? unwritten(shown.answer.note) : shown.answer.note}
          mode="own-page"
          writes={props.writes ?? false}
          depth={shown.stack.length - 1}
          backTo={below === undefined ? null : (names.current.get(below) ?? null)}
          canNest={true}
          canQuote={tab !== null && !inPrivate}
          link={null}
          days={tab === null ? null : days}
          theme={settings.theme}
          refusal={refusal}
          done={done}
          lock="none"
          on={on}
        />
      )}
    </Around>
  );
}

const nothing = () => {};

const topOf = (stack: Shown['stack']): EntityKey => stack.at(-1) ?? stack[0];

/** Shown but never edited. The background cannot tell that the toolbar popup belongs to a private window. */
const unwritten = (note: CardNote): CardNote =>
  note.state === 'noted'
    ? { ...note, state: 'private' }
    : note.state === 'none'
      ? { state: 'private', note: null }
      : note;
