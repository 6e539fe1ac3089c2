/** An open editor, key by key. Long because each rule of its state machine is one short story over one stage. */
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import {
  createEditorDocument,
  createEditorSession,
  type EditorAnswer,
  type EditorNews,
  type EditorSession,
  SessionTakenError,
} from '../../../lib/notes';
import { createDevice } from './device';

const subject = { entity: 'iran', name: 'Iran', kind: 'place' } as const;
let clients = 1;
const draft = () => createEditorDocument({ subject, session: clients++, now: () => 1_000 });

/** A store that answers when it is told to; it holds the note as one more document. */
function stage() {
  const store = draft();
  const waiting: { news: EditorNews; done: (answer: EditorAnswer) => void; fail: (why: unknown) => void }[] = [];
  const timers = new Map<number, () => void>();
  let ticket = 0;
  const life = new AbortController();
  const session: EditorSession = createEditorSession({
    document: draft(),
    exchange: (news) => new Promise((done, fail) => waiting.push({ news, done, fail })),
    isSeen: () => true,
    now: () => 5_000,
    setTimeout: (run) => {
      timers.set(++ticket, run);
      return ticket;
    },
    clearTimeout: (timer) => timers.delete(timer),
    anotherSession: (why) => (why instanceof SessionTakenError ? 4321 : null),
    signal: life.signal,
  });
  const settle = () => new Promise((next) => setTimeout(next));
  return {
    session,
    waiting,
    life,
    store,
    timers,
    /** The oldest exchange reaches the store and is answered. */
    async answer(update: Uint8Array | null = null) {
      const first = waiting.shift();
      if (!first) throw new Error('nothing was asked');
      if (first.news.update) store.receive(first.news.update);
      first.done({ update, savedAt: first.news.update ? 7_000 : null });
      await settle();
    },
    async fail(why: unknown) {
      waiting.shift()?.fail(why);
      await settle();
    },
    async pause() {
      const due = [...timers.values()];
      timers.clear();
      for (const run of due) run();
      await settle();
    },
  };
}

describe('an open editor', () => {
  it('reads first, and stores nothing for a note that was not touched', async () => {
    const { session, waiting, answer } = stage();
    expect(session.save()).toEqual({ at: 'reading' });
    expect(waiting[0]?.news.update).toBeNull();
    await answer();
    expect(session.save()).toEqual({ at: 'untouched' });
    expect(await session.settled()).toBe(true);
  });

  it('adds a quote only once it has read the note, so that the note is not started anew', async () => {
    const { session, waiting, answer, store } = stage();
    const begun = createEditorDocument({ subject, session: 1, now: () => 5 });
    begun.write('Begun long ago.');
    const { update } = begun.take();
    store.receive(update as Uint8Array);
    const states: string[] = [];
    session.subscribe(() => states.push(session.save().at), new AbortController().signal);
    session.addQuote({ text: 'No.', title: 'Talks', url: 'https://news.example/', day: null });
    expect([session.save().at, waiting.length]).toEqual(['reading', 1]);
    const settled = session.settled();
    await answer(update);
    expect(session.save().at).toBe('saving');
    await answer();
    expect(await settled).toBe(true);
    expect(states).toEqual(['saving', 'saved']);
    expect(store.content()).toMatchObject({ text: 'Begun long ago.', createdAt: 5, quotes: [{ text: 'No.' }] });
    expect(session.content().createdAt).toBe(5);
  });

  it('keeps a quote when the first read fails, and sends it when the page closes', async () => {
    for (const end of ['pause', 'flush'] as const) {
      const { session, answer, fail, pause, store, waiting } = stage();
      session.addQuote({ text: 'No.', title: 'Talks', url: 'https://news.example/', day: null });
      const settled = session.settled();
      await fail('asleep');
      expect(session.save().at).toBe('unread');
      expect(await settled).toBe(false);
      if (end === 'flush') session.flush();
      else await pause();
      while (waiting.length > 0) await answer();
      expect(store.content().quotes).toHaveLength(1);
      expect(session.save().at).toBe('saved');
    }
  });

  it('reports an invalid answer as unreadable, and continues', async () => {
    const { session, answer, pause } = stage();
    await answer(new Uint8Array([9, 9, 9]));
    expect(session.save().at).toBe('unread');
    await pause();
    await answer();
    expect(await session.settled()).toBe(true);
  });

  it('sends each key at once and says “saved” only when the last one is', async () => {
    const { session, waiting, answer, store } = stage();
    await answer();
    session.write('a');
    session.write('ab');
    expect(waiting).toHaveLength(2);
    const settled = vi.fn();
    void session.settled().then(settled);
    await answer();
    expect(session.save()).toEqual({ at: 'saving' });
    expect(settled).not.toHaveBeenCalled();
    await answer();
    expect(session.save()).toEqual({ at: 'saved', time: 7_000 });
    expect(settled).toHaveBeenCalledWith(true);
    expect(store.content().text).toBe('ab');
  });

  it('merges what is typed while the background is stopped, and loses none of it', async () => {
    const { session, waiting, answer, store } = stage();
    await answer();
    const text = 'what is typed while nobody answers '.repeat(6);
    for (let end = 1; end <= text.length; end++) session.write(text.slice(0, end));
    expect(waiting.length).toBeLessThan(text.length / 2);
    while (waiting.length > 0) await answer();
    expect(store.content().text).toBe(text);
    expect(session.save().at).toBe('saved');
  });

  it('keeps what could not be stored, says so, and tries again before it counts as settled', async () => {
    const { session, fail, answer, store } = stage();
    await answer();
    const why = new Error('the disk is full');
    session.write('kept');
    await fail(why);
    expect(session.save()).toEqual({ at: 'not-saved', why });
    const twice = session.settled();
    await fail(why);
    expect(await twice).toBe(false);
    const thrice = session.settled();
    await answer();
    expect(await thrice).toBe(true);
    expect(store.content().text).toBe('kept');
  });

  it('stores what failed later, by itself or with the next key', async () => {
    for (const again of ['pause', 'key'] as const) {
      const { session, fail, answer, pause, waiting, store } = stage();
      await answer();
      session.write('kept');
      await fail('no');
      if (again === 'pause') await pause();
      else session.write('kept!');
      expect(session.save().at).toBe('not-saved');
      while (waiting.length > 0) await answer();
      expect(session.save()).toEqual({ at: 'saved', time: 7_000 });
      expect(store.content().text).toBe(again === 'pause' ? 'kept' : 'kept!');
    }
  });

  it('says that the note could not be opened, and opens it on the next try', async () => {
    const { session, fail, pause, answer } = stage();
    await fail('asleep');
    expect(session.save()).toEqual({ at: 'unread', why: 'asleep' });
    await pause();
    await answer();
    expect(session.save()).toEqual({ at: 'untouched' });
  });

  it('does not bother the reader when only a refresh fails', async () => {
    const { session, answer, pause, fail } = stage();
    await answer();
    session.write('a');
    await answer();
    await pause();
    await fail('asleep');
    expect(session.save()).toEqual({ at: 'saved', time: 7_000 });
  });

  it('brings in what others wrote and keeps the caret, but not while an input method composes', async () => {
    const { session, answer, pause } = stage();
    await answer();
    session.write('three');
    await answer();
    const other = draft();
    other.write('one two ');
    const news = other.take().update as Uint8Array;
    const moves: (number | null)[] = [];
    session.subscribe(({ move }) => moves.push(move?.(2) ?? null), new AbortController().signal);
    session.compose(true);
    await pause();
    await answer(news);
    expect(session.content().text).toBe('three');
    session.write('three か');
    session.compose(false);
    expect(session.content().text).toContain('one two ');
    expect(session.content().text).toContain('three か');
    const place = session.content().text.indexOf('three') + 2;
    expect(moves.filter((move) => move !== null)).toEqual([place]);
  });

  it('sends what is unsent when the page closes, besides everything under way', async () => {
    const { session, waiting, answer, store } = stage();
    await answer();
    for (let n = 1; n <= 200; n++) session.write('x'.repeat(n));
    const before = waiting.length;
    session.flush();
    expect(waiting).toHaveLength(before + 1);
    session.flush();
    expect(waiting).toHaveLength(before + 1);
    while (waiting.length > 0) await answer();
    expect(store.content().text).toBe('x'.repeat(200));
  });

  it('says “saved” only when the last words of a hidden page are stored, too', async () => {
    const { session, answer, fail, waiting } = stage();
    await answer();
    for (let n = 1; n <= 9; n++) session.write('x'.repeat(n));
    session.flush();
    while (waiting.length > 1) await answer();
    expect(session.save()).toEqual({ at: 'saving' });
    await fail('full');
    expect(session.save()).toEqual({ at: 'not-saved', why: 'full' });
  });

  it('keeps trying to store what was typed after it was closed', async () => {
    const { session, answer, fail, life, pause, store, timers } = stage();
    await answer();
    session.write('a');
    session.flush();
    life.abort();
    const stored = session.settled();
    await fail('full');
    expect(await stored).toBe(false);
    await pause();
    await answer();
    expect(store.content().text).toBe('a');
    expect(timers.size).toBe(0);
  });

  it('sends no further request after its signal is aborted', async () => {
    const { answer, life, timers } = stage();
    await answer();
    expect(timers.size).toBe(1);
    life.abort();
    expect(timers.size).toBe(0);
  });
});

it('that is closed before the first answer keeps earlier input, is asked about it, and keeps trying', async () => {
  const { session, life, waiting, timers, answer, fail, pause, store } = stage();
  session.addTag('early');
  expect(session.holdsWords()).toBe(true);
  life.abort();
  await fail(new Error('no worker'));
  expect(session.holdsWords()).toBe(true);
  expect(timers.size).toBe(1);
  await pause();
  while (waiting.length > 0) await answer();
  expect(store.content().tags).toEqual(['early']);
  expect(session.holdsWords()).toBe(false);
});

describe('a session whose number another editor has written under', () => {
  it('is started anew: everything in the editor is written once more into the note as it is then', async () => {
    const device = createDevice();
    const { entity } = subject;
    const doc = `note:${entity}` as const;
    const timers: (() => void)[] = [];
    const session = createEditorSession({
      document: createEditorDocument({ subject, session: 77, now: () => device.clock.at }),
      exchange: (news) => device.store.exchange(news),
      isSeen: () => true,
      now: () => device.clock.at,
      setTimeout: (run) => timers.push(run),
      clearTimeout: () => {},
      anotherSession: (why) => (why instanceof SessionTakenError ? 4321 : null),
      signal: new AbortController().signal,
    });
    await session.settled();
    session.addQuote({ text: 'said so', title: 'A story', url: 'https://news.example/', day: null });
    session.write('hello');
    await session.settled();
    // The machine is set back to here; what the very session wrote in its other life comes by a remote.
    const future = new Y.Doc();
    const [row] = await device.ledger.states([doc]);
    Y.applyUpdate(future, row?.update ?? new Uint8Array());
    future.clientID = 77;
    future.getText('text').insert(5, ' from another life, which went on for longer than this one has');
    await device.ledger.accept('webdav:1', [{ doc, update: Y.encodeStateAsUpdate(future) }], []);

    session.addTag('old');
    session.write('hello, this is what I type on');
    session.write('hello, this is what I type on and on');
    await vi.waitFor(async () => {
      for (const run of timers.splice(0)) run();
      expect((await device.store.read(entity))?.text).toContain('hello, this is what I type on and on');
      expect(session.save().at).toBe('saved');
    });
    const note = await device.store.read(entity);
    expect(note?.text).toBe(session.content().text);
    expect(note?.tags).toEqual(['old']);
    expect(note?.quotes).toHaveLength(1);
    expect((await device.store.removedPassages(entity)).join('') + note?.text).toContain('from another life');
  });
});
