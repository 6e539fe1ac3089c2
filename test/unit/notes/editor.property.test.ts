/** The machine of an open editor, against any order of what a reader, a store and others may do. Long because one model checks all invariants. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsWords, initialEditor, stepEditor } from '../../../lib/notes/editor/machine';
import type {
  Answered,
  CaretMove,
  EditorEffect,
  EditorEvent,
  EditorState,
  Sent,
} from '../../../lib/notes/editor/types';

/** An edit is the words that it adds; the whole of an editor is many at once. */
type Edit = readonly string[];
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000];
const subject = { entity: 'iran', name: 'Iran', kind: 'place' } as const;

type Deed =
  | { readonly do: 'type' | 'type-too-long' | 'tag' | 'flush' | 'retry' | 'settle' | 'close' | 'due' }
  | { readonly do: 'look-away' | 'look' | 'other' | 'compose' | 'composed' | 'same' }
  /** The exchange that is `at` in the queue comes back. */
  | { readonly do: 'answer' | 'fail' | 'lose-answer' | 'taken' | 'garble'; readonly at: number };

const deeds = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Deed>({ do: 'type' }) },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constantFrom('answer' as const), at: fc.nat(70) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('fail' as const, 'lose-answer' as const, 'taken' as const, 'garble' as const),
        at: fc.nat(70),
      }),
    },
    {
      weight: 5,
      arbitrary: fc
        .constantFrom(
          'type-too-long' as const,
          'tag' as const,
          'flush' as const,
          'retry' as const,
          'same' as const,
          'settle' as const,
          'due' as const,
          'look-away' as const,
          'look' as const,
          'other' as const,
          'compose' as const,
          'composed' as const,
        )
        .map((name): Deed => ({ do: name })),
    },
    { weight: 1, arbitrary: fc.constant<Deed>({ do: 'close' }) },
  ),
  { maxLength: 60 },
);

const written = new TextEncoder();
const words = (update: Uint8Array | null): string[] =>
  update === null ? [] : new TextDecoder().decode(update).split(' ').filter(Boolean);
const update = (of: readonly string[]): Uint8Array | null => (of.length === 0 ? null : written.encode(of.join(' ')));

/** A world of words: the document holds some, the store others, and exchanges carry them. */
function play(sequence: readonly Deed[]) {
  const reached = new Set<string>();
  let state: EditorState<Edit> = initialEditor;
  /** What the reader entered; no word is ever taken back. */
  const entered: string[] = [];
  const store = new Set<string>(['long-ago']);
  let draft = { holds: new Set<string>(), news: [] as string[], session: 1 };
  let queue: Sent[] = [];
  let timer: number | null = null;
  let tells = 0;
  let closed = false;
  let watched = true;
  let composing = false;
  let tooLong = false;
  let waiting = 0;
  let flushing = false;
  /** The document holds nothing of the reader's that the store has not said it has, or been asked to hold. */
  let known = false;
  let others = 0;
  let time = 1_000;
  let garbled = false;
  const received = new Set<Uint8Array>();
  /** Exchanges that failed since the last one that did not. */
  let failures = 0;
  let failing = false;

  const inEditor = () => [...draft.holds, ...state.early.flat()];

  function step(event: EditorEvent<Edit>): void {
    const before = state;
    const after = stepEditor(before, event, { news: draft.news.length > 0, closed, watched });
    state = after.state;
    if (event.type === 'compose') composing = event.composing;
    if (event.type === 'write') tooLong = !event.fits && before.save.at !== 'reading' && before.save.at !== 'unread';
    for (const effect of after.effects) carryOut(effect);
  }

  function carryOut(effect: EditorEffect<Edit>): unknown {
    reached.add(effect.type);
    switch (effect.type) {
      case 'send': {
        const news = { subject, update: update(draft.news), vector: written.encode([...draft.holds].join(' ')) };
        draft.news = [];
        queue.push({ news, begun: state.begun });
        return;
      }
      case 'make':
        for (const edit of effect.edits) {
          // Unless the page goes, nothing is changed before it is known what there is.
          expect(known || flushing).toBe(true);
          for (const word of edit) {
            if (!draft.holds.has(word)) draft.news.push(word);
            draft.holds.add(word);
          }
        }
        return step(effect.after);
      case 'receive': {
        // Neither under an input method nor under a text that is too long, and once.
        expect(composing || tooLong || received.has(effect.update)).toBe(false);
        received.add(effect.update);
        if (garbled) {
          if (effect.of) fail(effect.of.sent, 'garbled', false);
          return;
        }
        if (effect.of && effect.of.sent.begun === state.begun) known = true;
        for (const word of words(effect.update)) draft.holds.add(word);
        const move: CaretMove = (caret) => caret + 1;
        return step({ type: 'received', of: effect.of, move });
      }
      case 'give-back':
        draft.news.unshift(...words(effect.news.update));
        return;
      case 'start-over':
        draft = { holds: new Set(), news: [], session: effect.session };
        known = false;
        return;
      case 'settle':
        // It is known only when nothing is under way.
        expect(queue).toEqual([]);
        if (effect.stored && waiting > 0) everythingIsStored();
        waiting = 0;
        return;
      case 'wait':
        timer = effect.ms;
        // Looks come every three seconds; what failed comes again sooner, then less and less soon.
        if (failures === 0) expect([3_000, null]).toContain(timer);
        else if (failing) expect([PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1], null]).toContain(timer);
        return;
      case 'tell':
        tells++;
        return;
      default:
        effect satisfies never;
    }
  }

  function everythingIsStored() {
    expect(entered.filter((word) => !store.has(word))).toEqual([]);
    expect(tooLong).toBe(false);
  }

  function fail(sent: Sent, why: unknown, taken: boolean): void {
    const whole = [...draft.holds];
    if (queue.length === 0) failures = taken && sent.begun === state.begun ? 1 : failures + 1;
    else if (taken && sent.begun === state.begun) failures = 0;
    failing = true;
    step({ type: 'failed', sent, why, taken: taken ? { session: draft.session + 1, whole } : null });
    failing = false;
  }

  function comeBack(how: Deed['do'], at: number): unknown {
    if (queue.length === 0) return;
    const index = at % queue.length;
    const sent = queue[index] as Sent;
    queue = queue.filter((one) => one !== sent);
    if (how === 'fail') return fail(sent, 'asleep', false);
    // Only what was written under a session can be refused for it.
    if (how === 'taken') return fail(sent, 'taken', sent.news.update !== null);
    for (const word of words(sent.news.update)) store.add(word);
    if (how === 'lose-answer') return fail(sent, 'lost', false);
    garbled = how === 'garble';
    const held = new Set(new TextDecoder().decode(sent.news.vector).split(' '));
    const missing = [...store].filter((word) => !held.has(word));
    const answer = { update: update(missing), savedAt: sent.news.update ? time : null };
    if (answer.update === null && sent.begun === state.begun) known = true;
    // What is held back is known to be there all the same.
    if ((composing || tooLong) && sent.begun === state.begun) known = true;
    const isDamaged = garbled && answer.update !== null && !composing && !tooLong;
    if (!isDamaged && sent.begun === state.begun) failures = 0;
    const event: Answered = { type: 'answered', sent, answer, now: time };
    step(event);
    garbled = false;
    return;
  }

  function enter(tag: boolean): unknown {
    const word = `w${entered.length}`;
    entered.push(word);
    if (tag) return step({ type: 'edit', edit: [word] });
    // The whole field: what could not be put into the document before is in it as well.
    step({ type: 'write', text: entered.join(' '), fits: true, edit: [...entered] });
  }

  function check(): void {
    const inHand = new Set([
      ...inEditor(),
      ...store,
      ...queue.flatMap(({ news }) => words(news.update)),
      ...(state.over?.split(' ') ?? []),
    ]);
    // No order of events loses a word.
    expect(entered.filter((word) => !inHand.has(word))).toEqual([]);
    // What the document holds and the store lacks is on its way, or goes with the next exchange.
    const onTheWay = new Set([...draft.news, ...queue.flatMap(({ news }) => words(news.update))]);
    expect([...draft.holds].filter((word) => !store.has(word) && !onTheWay.has(word))).toEqual([]);
    if (state.over !== null) expect(['not-saved', 'reading', 'unread']).toContain(state.save.at);
    if (state.save.at === 'saved') everythingIsStored();
    if (state.save.at === 'untouched') everythingIsStored();
    const unstored = entered.some((word) => !store.has(word));
    const holds = holdsWords(state, draft.news.length > 0);
    if (unstored) expect(holds).toBe(true);
    // It does not give up: something is under way, or a time is set.
    expect(state.underWay).toBe(queue.length);
    if (draft.news.length > 0 || state.early.length > state.made) expect(queue.length > 0 || timer !== null).toBe(true);
    if (!closed) expect(queue.length > 0 || timer !== null).toBe(true);
    // Nor does it look for the news of others once nobody can see them.
    else if (!holds && queue.length === 0) expect(timer).toBeNull();
    // Those who wait are told once nothing is under way any more.
    if (queue.length === 0) expect(waiting).toBe(0);
  }

  step({ type: 'retry' });
  expect(queue).toHaveLength(1);
  for (const deed of sequence) {
    time++;
    const { length } = queue;
    // The field goes with the editor.
    if (closed && (deed.do === 'type' || deed.do === 'type-too-long' || deed.do === 'tag')) continue;
    switch (deed.do) {
      case 'type':
        enter(false);
        expect(queue.length - length).toBeLessThanOrEqual(1);
        if (length >= 64) expect(queue.length).toBe(length);
        break;
      case 'tag':
        enter(true);
        break;
      case 'type-too-long':
        entered.push(`w${entered.length}`);
        step({ type: 'write', text: entered.join(' '), fits: false, edit: [...entered] });
        break;
      case 'compose':
      case 'composed':
        step({ type: 'compose', composing: deed.do === 'compose' });
        break;
      case 'flush':
        flushing = true;
        step({ type: 'flush' });
        flushing = false;
        // The page may go now: nothing but what is too long is left behind.
        expect([draft.news, state.early.slice(state.made)]).toEqual([[], []]);
        break;
      case 'settle':
        waiting++;
        step({ type: 'settle' });
        break;
      case 'retry':
        step({ type: 'retry' });
        // What is under way is waited for.
        expect(queue).toHaveLength(Math.max(1, length));
        break;
      case 'same': {
        if (closed || state.over !== null || state.early.length > 0 || draft.news.length > 0) break;
        // Nothing is new: nothing is sent, and the field hears of it all the same.
        const { save } = state;
        const told = tells;
        const isRead = save.at !== 'reading' && save.at !== 'unread';
        step({ type: 'edit', edit: [...draft.holds].slice(0, 1) });
        if (isRead) expect([tells > told, state.save, queue.length]).toEqual([true, save, length]);
        break;
      }
      case 'due':
        if (timer === null) break;
        timer = null;
        step({ type: 'due' });
        break;
      case 'close':
        if (closed) break;
        closed = true;
        step({ type: 'closed' });
        break;
      case 'look':
      case 'look-away':
        watched = deed.do === 'look';
        break;
      case 'other':
        store.add(`o${others++}`);
        break;
      case 'answer':
      case 'fail':
      case 'lose-answer':
      case 'taken':
      case 'garble':
        comeBack(deed.do, deed.at);
        break;
      default:
        deed satisfies never;
    }
    reached.add(state.save.at);
    check();
  }

  // In the end the store has all of it, and the editor all of the store's.
  step({ type: 'compose', composing: false });
  if (state.over !== null) enter(false);
  step({ type: 'retry' });
  for (let round = 0; round < 500 && (queue.length > 0 || draft.news.length > 0 || timer !== null); round++) {
    if (queue.length > 0) comeBack('answer', 0);
    else if (draft.news.length > 0 || state.early.length > 0 || round < 80) {
      timer = null;
      step({ type: 'due' });
    } else break;
    check();
  }
  everythingIsStored();
  expect(['saved', 'untouched']).toContain(state.save.at);
  expect([...store].filter((word) => !draft.holds.has(word))).toEqual([]);
  return reached;
}

it('loses no word and promises nothing, in any order of events', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(deeds, (sequence) => {
      for (const one of play(sequence)) reached.add(one);
    }),
    { numRuns: 500 },
  );
  expect([...reached].sort()).toEqual([
    'give-back',
    'make',
    'not-saved',
    'reading',
    'receive',
    'saved',
    'saving',
    'send',
    'settle',
    'start-over',
    'tell',
    'unread',
    'untouched',
    'wait',
  ]);
});
