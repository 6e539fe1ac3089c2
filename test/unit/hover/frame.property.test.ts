/** The machine inside a card's frame, against any order of drawings, answers, presses and losses of focus. Long because one model checks all invariants. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { initialFrame, shownEntity, stepFrame } from '../../../lib/hover/frame/machine';
import type { AnyAnswer, FrameEffect, FrameEvent, FrameState, ToReader } from '../../../lib/hover/frame/types';

interface Drawing {
  readonly token: number;
  readonly day: string | null;
  readonly mode: 'hover' | 'pinned';
  readonly theme: string;
  readonly passage: string | null;
  readonly link: { readonly entity: string };
}
interface Answer extends AnyAnswer {
  /** Which question it answers. */
  readonly to: string;
}
interface Done {
  readonly what: 'muted' | 'chosen' | 'placed';
  readonly number: number;
}
type State = FrameState<Drawing, Answer, Done>;
type Event = FrameEvent<Drawing, Answer, Done>;

const ENTITIES = ['iran', 'iraq', 'opec'];
const entity = fc.constantFrom(...ENTITIES);
const day = fc.constantFrom(null, '2020-01-03');
const ARTICLES: readonly Answer['article'][] = [
  { state: 'ask' },
  { state: 'fetching' },
  { state: 'ready', article: { stale: true } },
  { state: 'ready', article: { stale: false } },
];

type Deed =
  | { readonly do: 'draw' | 'look-up'; readonly of: string; readonly day: string | null }
  | { readonly do: 'day'; readonly day: string | null }
  /** The question that is `at` in the list is answered. */
  | {
      readonly do: 'answer';
      readonly at: number;
      readonly known: boolean;
      readonly article: number;
      readonly automatic: boolean;
    }
  | { readonly do: 'event'; readonly event: Event }
  | { readonly do: 'press'; readonly what: Done['what']; readonly closes: boolean }
  | { readonly do: 'undo' | 'time' | 'open' | 'close-editor' | 'look' };

const events: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom<Event>(
    { type: 'shown' },
    { type: 'shown' },
    { type: 'clear' },
    { type: 'mode', mode: 'pinned' },
    { type: 'theme', theme: 'dark' },
    { type: 'passage', passage: 'No.' },
    { type: 'focus-left', asked: true },
    { type: 'focus-left', asked: false },
    { type: 'changed' },
    { type: 'waits', key: 'Alt+S' },
    { type: 'unseen' },
    { type: 'unproven' },
    { type: 'focus', inside: true },
    { type: 'focus', inside: false },
    { type: 'unlock' },
    { type: 'words', unstored: true },
    { type: 'words', unstored: false },
    { type: 'size', width: 378, height: 200 },
    { type: 'size', width: 378, height: 240 },
    { type: 'leave', proven: false },
    { type: 'leave', proven: true },
  ),
  fc.record({ type: fc.constant('article' as const), entity, article: fc.constantFrom(null, ...ARTICLES) }),
  fc.record({
    type: fc.constant('name' as const),
    key: entity,
    state: fc.constantFrom(null, { state: 'failed' }, { state: 'nobody' }),
  }),
  fc.record({ type: fc.constant('name-found' as const), key: entity, entity }),
  fc.record({ type: fc.constant('not-seen' as const), entity }),
  fc.record({ type: fc.constant('tried' as const), entity: fc.option(entity), worked: fc.boolean() }),
  fc.record({ type: fc.constant('familiar' as const), entity, familiar: fc.constant('well') }),
);

const deeds = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('draw' as const, 'look-up' as const), of: entity, day }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('day' as const), day }) },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        at: fc.nat(20),
        known: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
        article: fc.nat(ARTICLES.length - 1),
        automatic: fc.boolean(),
      }),
    },
    { weight: 9, arbitrary: events.map((event): Deed => ({ do: 'event', event })) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('press' as const),
        what: fc.constantFrom('muted' as const, 'chosen' as const, 'placed' as const),
        closes: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom('undo' as const, 'time' as const, 'open' as const, 'close-editor' as const, 'look' as const)
        .map((name): Deed => ({ do: name })),
    },
  ),
  { maxLength: 50 },
);

const drawingOf = (token: number, { of, day }: { readonly of: string; readonly day: string | null }): Drawing => ({
  token,
  day,
  mode: 'hover',
  theme: 'light',
  passage: null,
  link: { entity: of },
});
const questionOf = ({ token, day }: Drawing) => `${token} ${day}`;

function play(sequence: readonly Deed[]) {
  const reached = new Set<string>();
  let state: State = initialFrame;
  let asked: Drawing[] = [];
  let tokens = 0;
  let presses = 0;
  let editors = 0;
  let undoRuns = false;
  let looking = false;
  /** What the reader script was told last. */
  let held: 'note' | 'undo' | null = null;
  let unstored = false;
  /** What it wants by its own word. */
  let wanted: Drawing | null = null;
  let seen = false;
  /** What is before the reader: as it was drawn last. */
  let drawn: State = initialFrame;
  const articlesAsked: string[] = [];

  function step(event: Event): {
    readonly said: readonly ToReader[];
    readonly effects: readonly FrameEffect<Drawing, Done>[];
  } {
    const before = state;
    const after = stepFrame<Drawing, Answer, Done>(before, event);
    state = after.state;
    const said: ToReader[] = [];
    for (const effect of after.effects) {
      reached.add(effect.type);
      switch (effect.type) {
        case 'say':
          said.push(effect.say);
          reached.add(effect.say.type);
          if (effect.say.type === 'hold') held = effect.say.by;
          if (effect.say.type === 'words') {
            expect(effect.say.unstored).not.toBe(unstored);
            unstored = effect.say.unstored;
          }
          break;
        case 'ask':
          if (effect.come) asked.push(effect.drawing);
          break;
        case 'forget-asked':
          break;
        case 'draw':
          drawn = state;
          break;
        case 'ask-article': {
          // Without a press nothing is asked of a card that nobody sees, nor of another one.
          expect(seen).toBe(true);
          expect(effect.entity).toBe(shownEntity(state));
          const { article, automatic } = (state.shown as NonNullable<State['shown']>).answer;
          expect(article.state === 'fetching' || (article.article?.stale && automatic)).toBe(true);
          expect(effect.show).toBe(article.state === 'fetching');
          articlesAsked.push(effect.entity);
          break;
        }
        case 'look-for-focus':
          looking = true;
          break;
        case 'stop-looking':
          looking = false;
          break;
        case 'focus-field':
          expect(state.lock).toBe('none');
          break;
        case 'begin-undo':
          expect(state.done).not.toBeNull();
          undoRuns = true;
          break;
        case 'end-undo':
          undoRuns = false;
          break;
        case 'take-back':
          expect(effect.done).toBe(state.done);
          expect(effect.done.what).not.toBe('placed');
          break;
        default:
          effect satisfies never;
      }
    }
    return { said, effects: after.effects };
  }

  function answer(deed: Extract<Deed, { do: 'answer' }>): void {
    const drawing = asked[deed.at % Math.max(1, asked.length)];
    if (!drawing) return;
    asked = asked.filter((one) => one !== drawing);
    const { entity } = drawing.link;
    const come: Answer = {
      to: questionOf(drawing),
      view: { entity },
      article: ARTICLES[deed.article] as Answer['article'],
      automatic: deed.automatic,
      unknown: entity === 'opec' ? { entry: { key: entity }, state: { state: 'ask' } } : null,
      familiar: null,
    };
    const before = state;
    const { said, effects } = step({ type: 'came', drawing, answer: deed.known ? come : null });
    const isLate = !wanted || questionOf(wanted) !== questionOf(drawing);
    // The late answer to an older question is never shown: nothing at all comes of it.
    if (isLate) {
      expect(state).toBe(before);
      expect(effects).toEqual([]);
    } else if (deed.known) {
      expect(drawn.shown?.answer).toBe(come);
      // What the reader script has changed since holds.
      expect(drawn.shown?.drawing).toEqual(wanted);
      if (shownEntity(before) !== entity)
        expect([drawn.refusal, drawn.waits, drawn.lock]).toEqual([null, null, 'none']);
      // What it says of the last press stays on the card of the same entity.
      else expect([drawn.refusal, drawn.waits, drawn.lock]).toEqual([before.refusal, before.waits, before.lock]);
    } else {
      expect(said).toEqual([{ type: 'no-card', token: drawing.token }]);
      expect(state).toBe(before);
    }
  }

  function happen(event: Event): void {
    const before = state;
    if (event.type === 'shown') seen = true;
    const was = shownEntity(before);
    const { said, effects } = step(event);
    switch (event.type) {
      case 'shown': {
        const fetching = before.shown?.answer.article.state === 'fetching';
        const asks = fetching && before.askedFor !== was;
        if (asks) expect(effects).toEqual([{ type: 'ask-article', entity: was, show: true }]);
        break;
      }
      case 'clear':
        seen = false;
        wanted = null;
        held = null;
        // It leaves nothing behind but the notes that are being written.
        expect(state).toEqual({ ...initialFrame, editors, unstored });
        expect(undoRuns).toBe(false);
        expect(effects).toContainEqual({ type: 'forget-asked' });
        expect(drawn.shown).toBeNull();
        articlesAsked.length = 0;
        break;
      case 'mode':
      case 'theme':
      case 'passage': {
        const { type: _, ...part } = event;
        if (wanted) wanted = { ...wanted, ...part };
        expect(state.wanted).toEqual(wanted);
        break;
      }
      case 'article':
      case 'familiar':
        if (event.entity !== was) expect(state).toBe(before);
        else if (event.type === 'familiar') expect(drawn.shown?.answer.familiar).toBe(event.familiar);
        else if (event.article) {
          expect(drawn.shown?.answer.article).toEqual(event.article);
          expect(drawn.refusal).toBe(before.refusal);
        } else {
          // Another object: the button waits for one.
          expect(drawn.shown?.answer.article).not.toBe(before.shown?.answer.article);
          expect(drawn.shown?.answer.article).toEqual(before.shown?.answer.article);
          expect(drawn.refusal).toBe('unproven');
        }
        if (event.type === 'familiar') expect(effects).toContainEqual({ type: 'forget-asked' });
        break;
      case 'name':
        if (before.shown?.answer.unknown?.entry.key !== event.key) expect(state).toBe(before);
        else if (event.state) {
          expect(drawn.shown?.answer.unknown?.state).toEqual(event.state);
          expect(drawn.refusal).toBe(before.refusal);
        } else {
          expect(drawn.shown?.answer.unknown?.state).toEqual(before.shown?.answer.unknown?.state);
          expect(drawn.shown?.answer.unknown?.state).not.toBe(before.shown?.answer.unknown?.state);
          expect(drawn.refusal).toBe('unproven');
        }
        break;
      case 'name-found':
        expect(said).toEqual(event.key === was ? [{ type: 'instead', entity: event.entity }] : []);
        break;
      case 'not-seen':
        if (event.entity === before.askedFor) {
          // The next time it is seen it may be asked for.
          expect(state.askedFor).toBeNull();
          articlesAsked.splice(0);
        } else expect(state).toBe(before);
        break;
      case 'tried':
        if (event.entity !== was) expect(state).toBe(before);
        else expect(drawn.refusal).toBe(event.worked ? null : 'failed');
        break;
      case 'waits':
        expect(drawn.waits).toEqual({ key: event.key });
        break;
      case 'unseen':
      case 'unproven':
        expect(drawn.refusal).toBe(event.type);
        break;
      case 'focus':
        expect(said).toEqual([event]);
        if (!event.inside) {
          expect(looking).toBe(false);
          // Nothing is typed into the field before it is known where the keys go.
          if (editors > 0) expect(drawn.lock).not.toBe('none');
        } else expect(state).toBe(before);
        break;
      case 'focus-left':
        if (before.lock === 'none') expect(state).toBe(before);
        else expect(drawn.lock).toBe(event.asked ? 'none' : 'taken');
        break;
      case 'unlock':
        expect([drawn.lock, looking]).toEqual(['none', true]);
        expect(effects).toContainEqual({ type: 'focus-field' });
        break;
      case 'words':
        expect(unstored).toBe(event.unstored);
        break;
      case 'size': {
        const token = before.shown?.drawing.token;
        const { width, height } = event;
        const told = { token, width, height };
        if (token === undefined || JSON.stringify(before.size) === JSON.stringify(told)) {
          expect([said, state === before]).toEqual([[], true]);
        } else expect(said).toEqual([{ type: 'drawn', ...told }]);
        break;
      }
      case 'changed':
        expect(effects).toContainEqual({ type: 'forget-asked' });
        if (wanted) expect(effects.at(-1)).toEqual({ type: 'ask', drawing: wanted, come: true });
        break;
      case 'leave': {
        const taken = effects.filter(({ type }) => type === 'take-back');
        const may = !event.proven && before.done !== null && before.done.what !== 'placed';
        expect(taken).toHaveLength(may ? 1 : 0);
        break;
      }
    }
    // What is drawn is how things stand, but where nobody could tell the difference.
    if (state.shown !== before.shown || state.refusal !== before.refusal) expect(drawn.shown).toBe(state.shown);
  }

  for (const deed of sequence) {
    const before = state;
    switch (deed.do) {
      case 'draw': {
        tokens++;
        wanted = drawingOf(tokens, deed);
        const { effects } = step({ type: 'draw', drawing: wanted });
        expect(effects).toEqual([{ type: 'ask', drawing: wanted, come: true }]);
        // What stands there stays until its card comes.
        expect(state.shown).toBe(before.shown);
        break;
      }
      case 'look-up': {
        tokens++;
        const drawing = drawingOf(tokens, deed);
        // It is asked for, and nothing is drawn of it.
        const { effects } = step({ type: 'look-up', drawing });
        expect([state, effects]).toEqual([before, [{ type: 'ask', drawing, come: false }]]);
        break;
      }
      case 'day':
        if (!wanted) break;
        wanted = { ...(wanted as Drawing), day: deed.day };
        step({ type: 'draw', drawing: wanted });
        break;
      case 'answer':
        answer(deed);
        break;
      case 'event':
        happen(deed.event);
        break;
      case 'press': {
        const done = { what: deed.what, number: ++presses };
        const { said } = step({ type: 'done', done, closes: deed.closes });
        expect(said).toContainEqual({ type: 'choices-changed' });
        if (before.shown) expect([drawn.done, undoRuns]).toEqual([done, true]);
        else expect(state).toBe(before);
        break;
      }
      case 'undo': {
        const { done } = state;
        if (!done) break;
        const { said } = step({ type: 'undone', done });
        expect([drawn.done, undoRuns]).toEqual([null, false]);
        const link = state.shown?.drawing.link.entity;
        expect(said.filter(({ type }) => type === 'instead')).toEqual(
          done.what === 'chosen' && link ? [{ type: 'instead', entity: link }] : [],
        );
        expect(said).toContainEqual({ type: 'choices-changed' });
        // Twice is once.
        const after = state;
        step({ type: 'undone', done });
        expect(state).toBe(after);
        break;
      }
      case 'time': {
        if (!undoRuns) break;
        const { said } = step({ type: 'undo-over' });
        const closes = before.closes && editors === 0;
        expect(said.filter(({ type }) => type === 'close')).toHaveLength(closes ? 1 : 0);
        if (!closes) expect(drawn.done).toBeNull();
        expect([state.done, undoRuns]).toEqual([null, false]);
        break;
      }
      case 'open':
        editors++;
        step({ type: 'editor-opened' });
        expect(looking).toBe(true);
        break;
      case 'close-editor':
        if (editors === 0) break;
        editors--;
        step({ type: 'editor-closed' });
        expect(state.lock).toBe('none');
        break;
      case 'look': {
        if (!looking) break;
        step({ type: 'no-focus' });
        if (editors > 0) expect(state.lock).not.toBe('none');
        else expect(state).toBe(before);
        break;
      }
      default:
        deed satisfies never;
    }
    if (state.shown) expect(shownEntity(state)).toBe(state.shown.drawing.link.entity);
    // What can be undone holds the card, and so does a note, unless it was cleared under it.
    const inUse = editors > 0 ? 'note' : state.done ? 'undo' : null;
    expect(state.held).toBe(held);
    const changesUse = ['press', 'undo', 'time', 'open', 'close-editor'].includes(deed.do);
    if (changesUse && state !== before) expect(held).toBe(inUse);
    expect(undoRuns).toBe(state.done !== null);
    // An article is asked for once, unless another card came between.
    for (let at = 1; at < articlesAsked.length; at++) expect(articlesAsked[at]).not.toBe(articlesAsked[at - 1]);
  }
  return reached;
}

it('keeps its invariants through any sequence of events', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(deeds, (sequence) => {
      for (const one of play(sequence)) reached.add(one);
    }),
    { numRuns: 1_500 },
  );
  expect([...reached].sort()).toEqual([
    'ask',
    'ask-article',
    'begin-undo',
    'choices-changed',
    'close',
    'draw',
    'drawn',
    'end-undo',
    'focus',
    'focus-field',
    'forget-asked',
    'hold',
    'instead',
    'look-for-focus',
    'no-card',
    'say',
    'stop-looking',
    'take-back',
    'words',
  ]);
});
