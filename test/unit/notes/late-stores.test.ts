/** Stores that load the code for opening documents when needed; and what becomes of a note if that fails. */
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createNoteDesk } from '../../../entrypoints/background/notes';
import { exchangeBy } from '../../../entrypoints/own-page/exchange-by';
import { createDatabase } from '../../../lib/database';
import { CallError, type Caller } from '../../../lib/messages';
import {
  createEditorDocument,
  createEditorSession,
  createLateStores,
  NOTE_DOCUMENTS,
  type NoteDocuments,
} from '../../../lib/notes';
import { ana, session } from './device';

let made = 0;
const unread = new CallError('part-unread', '/note-documents.js could not be read');
const remote = { id: 'account', config: {}, on: 1, joined: 0, lastSuccess: null, trouble: null, memory: null } as const;

function lateDevice() {
  const database = createDatabase(`late-${++made}`);
  const documents = vi.fn(async (): Promise<NoteDocuments> => NOTE_DOCUMENTS);
  const committed = vi.fn();
  const stores = createLateStores({
    database,
    documents,
    committed,
    now: () => 7,
    session,
    newDevice: () => '0'.repeat(16),
  });
  return { ...stores, database, documents, committed };
}

const query = { words: 'ana', tag: null, order: 'changed', kept: true, offset: 0, limit: 9 } as const;

describe('notes, before the code for their documents is loaded,', () => {
  it('are listed, shown, counted and linked without it', async () => {
    const { store, ledger, settingsDocument, documents } = lateDevice();
    await store.addTag(ana, 'friends');
    documents.mockClear();
    expect(await store.whole('ana')).toMatchObject({ name: 'Ana Silva', tags: ['friends'] });
    expect((await store.list(query)).total).toBe(1);
    expect([await store.count(), await store.noted(['ana', 'opec']), await store.asking('ana')]).toEqual([
      1,
      ['ana'],
      [],
    ]);
    await store.relink(async () => [], 50);
    expect(await store.linksTo('ana')).toEqual([]);
    expect((await store.allDocs()).length).toBe(1);
    expect([(await ledger.device()).device, await ledger.remotes(), await ledger.docIds()]).toEqual([
      '0'.repeat(16),
      [],
      ['note:ana'],
    ]);
    // As at each birth of a worker of somebody who has changed no setting.
    expect([await settingsDocument.edition(), (await settingsDocument.read()).size]).toEqual([null, 0]);
    expect(documents).not.toHaveBeenCalled();
  });

  it('are written, merged and put into the outbox by loading it', async () => {
    const [one, other] = [lateDevice(), lateDevice()];
    await one.ledger.saveRemote(remote);
    await one.store.addTag(ana, 'friends');
    await one.settingsDocument.change(new Map([['set:theme', 'dark']]));
    const pending = await one.ledger.pending('account', 9);
    expect(pending.map(({ doc }) => doc).sort()).toEqual(['note:ana', 'settings']);
    await other.ledger.accept('account', pending, []);
    expect(await other.store.read('ana')).toMatchObject({ tags: ['friends'] });
    expect([...(await other.settingsDocument.read())]).toEqual([['set:theme', 'dark']]);
    expect(await other.settingsDocument.edition()).toMatch(/^[0-9a-f]{32}$/);
    expect(await other.ledger.digest()).toEqual(await one.ledger.digest());
    expect(other.committed).toHaveBeenCalledWith(['note:ana', 'settings'], 'account');
  });

  it('fail with the loader’s error if it cannot be loaded, store nothing, and work once it can', async () => {
    const { store, ledger, settingsDocument, documents, database, committed } = lateDevice();
    documents.mockRejectedValue(unread);
    const calls = [
      () => store.addTag(ana, 'friends'),
      () => store.exchange({ subject: ana, update: null, vector: new Uint8Array([0]) }),
      () => ledger.saveRemote(remote),
      () => ledger.accept('account', [], []),
      () => settingsDocument.change(new Map([['set:theme', 'dark']])),
    ];
    for (const call of calls) await expect(call()).rejects.toBe(unread);
    expect([await database.docs.count(), await database.notes.count(), await database.remotes.count()]).toEqual([
      0, 0, 0,
    ]);
    expect(committed).not.toHaveBeenCalled();
    documents.mockResolvedValue(NOTE_DOCUMENTS);
    for (const call of calls) await call();
    expect(await store.read('ana')).toMatchObject({ tags: ['friends'] });
  });
});

it('a note typed while that code cannot be loaded is “not saved”, is kept, and is stored once it can', async () => {
  const { store, documents } = lateDevice();
  const { answers } = createNoteDesk({
    store,
    subjectOf: async () => ana,
    remember: async () => {},
    openPage: async () => {},
    stored: () => {},
    settled: async () => {},
  });
  const frame: Caller = {
    ownPage: false,
    tabId: 7,
    documentId: null,
    url: null,
    frameId: 3,
    tabUrl: null,
    windowId: 1,
    incognito: false,
  };
  const timers: (() => void)[] = [];
  const life = new AbortController();
  const editor = createEditorSession({
    document: createEditorDocument({ subject: ana, session: session(), now: () => 7 }),
    // As the card's editor goes: over the border, to the background's desk.
    exchange: exchangeBy(async (ask) => answers.exchangeNote(ask, frame)),
    isSeen: () => true,
    now: () => 7,
    setTimeout: (run) => timers.push(run),
    clearTimeout: () => {},
    anotherSession: () => null,
    signal: life.signal,
  });
  const becomes = (at: string) => vi.waitFor(() => expect(editor.save().at).toBe(at));
  await becomes('untouched');

  documents.mockRejectedValue(unread);
  editor.write('Met her in Lisbon.');
  await becomes('not-saved');
  expect(editor.save()).toMatchObject({ why: unread });
  // Tried again by itself, and again in vain.
  timers.pop()?.();
  await vi.waitFor(() => expect(documents).toHaveBeenCalledTimes(3));
  await becomes('not-saved');
  expect([editor.content().text, editor.holdsWords(), await store.read('ana')]).toEqual([
    'Met her in Lisbon.',
    true,
    null,
  ]);

  documents.mockResolvedValue(NOTE_DOCUMENTS);
  timers.pop()?.();
  await becomes('saved');
  expect(await store.read('ana')).toMatchObject({ text: 'Met her in Lisbon.', name: 'Ana Silva' });
  life.abort();
});
