import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { createNoteDesk } from '../../../entrypoints/background/notes';
import type { Caller } from '../../../lib/messages';
import { type Note, type NoteStore, SessionTakenError } from '../../../lib/notes';

const page: Caller = {
  ownPage: false,
  tabId: 7,
  documentId: null,
  url: null,
  frameId: 0,
  tabUrl: null,
  windowId: 1,
  incognito: false,
};
/** A card's own frame. */
const frame: Caller = { ...page, frameId: 3 };
const subject = { entity: 'iran', name: 'Iran', kind: 'place' } as const;

const note: Note = {
  ...subject,
  text: 'Same as ever.',
  tags: ['asia'],
  quotes: [],
  createdAt: 0,
  changedAt: Date.UTC(2026, 10, 22, 12),
  kept: 1,
  deletedAt: null,
  links: [],
  linked: 1,
  digest: '',
};

function desk(found: Note | null = note) {
  const store = {
    read: vi.fn(async () => found),
    readMany: vi.fn(async () => (found ? [found] : [])),
    exchange: vi.fn(async () => ({ update: null, savedAt: 9 })),
    linksTo: vi.fn(async () => [{ ...note, entity: 'iraq', name: 'Iraq' }, note]),
  };
  const remember = vi.fn(async () => {});
  const openPage = vi.fn(async () => {});
  const made = createNoteDesk({
    store: store as unknown as NoteStore,
    subjectOf: async (entity) => (entity === 'iran' ? subject : null),
    remember,
    openPage,
    stored: vi.fn(),
  });
  return { ...made, store, remember, openPage };
}

it('tells whom a note would be about, as far as a pack knows', async () => {
  const { answers } = desk(null);
  expect(await answers.noteSubject({ entity: 'iran' }, frame)).toEqual(subject);
  expect(await answers.noteSubject({ entity: 'nobody' }, frame)).toBeNull();
});

it('tells of a note whom no pack knows any more, and of nothing else in it', async () => {
  const { answers } = desk({ ...note, entity: 'nobody', name: 'Nobody', kind: null });
  expect(await answers.noteSubject({ entity: 'nobody' }, frame)).toEqual({
    entity: 'nobody',
    name: 'Nobody',
    kind: null,
  });
});

it('hands an editor’s bytes to the store and the store’s to the editor, unchanged', async () => {
  const { answers, store } = desk();
  store.exchange.mockResolvedValue({ update: new Uint8Array([0, 255]), savedAt: 9 } as never);
  expect(await answers.exchangeNote({ subject, update: 'AQID', vector: 'AA==' }, frame)).toEqual({
    update: 'AP8=',
    savedAt: 9,
  });
  expect(store.exchange).toHaveBeenCalledWith({
    subject,
    update: new Uint8Array([1, 2, 3]),
    vector: new Uint8Array([0]),
  });
});

it('opens the library at the note, whatever its key is, in the window of the card', async () => {
  const { answers, openPage } = desk();
  await answers.openNotes({ entity: 'a/b?c#d' }, frame);
  expect(openPage).toHaveBeenCalledWith('/library.html#note/a%2Fb%3Fc%23d', frame);
});

describe('a private window', () => {
  const hidden = { ...frame, incognito: true };

  it('sees the note and may not write', async () => {
    const { noteOf, answers, store, remember } = desk();
    expect(await noteOf('iran', hidden)).toMatchObject({ state: 'private', note: { text: 'Same as ever.' } });
    const news = { subject, update: '', vector: '' };
    await expect(answers.exchangeNote(news, hidden)).rejects.toMatchObject({ code: 'refused' });
    await answers.seen({ entity: 'iran', title: '', url: 'https://a.org/', day: null }, hidden);
    expect(store.exchange).not.toHaveBeenCalled();
    expect(remember).not.toHaveBeenCalled();
  });
});

describe('what a card shows of a note', () => {
  it('is its text, tags, quotes and day', async () => {
    const { noteOf, namedIn } = desk();
    expect(await noteOf('iran', page)).toEqual({
      state: 'noted',
      note: { text: 'Same as ever.', tags: ['asia'], quotes: 0, changedOn: '2026-11-22' },
    });
    expect(await namedIn('iran')).toEqual([{ entity: 'iraq', name: 'Iraq' }]);
  });

  it.each([
    ['nothing was written', null],
    ['it is in the bin', { ...note, kept: 0 as const, deletedAt: 1 }],
    ['all was taken out again', { ...note, text: '', tags: [] }],
  ])('is nothing where %s', async (_, found) => {
    const { noteOf, answers } = desk(found);
    expect(await noteOf('iran', page)).toEqual({ state: 'none' });
    expect(await answers.noted({ entities: ['iran'] }, frame)).toEqual([]);
  });

  it('is a failure where the database fails: the card comes all the same', async () => {
    const { noteOf, store } = desk();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    store.read.mockRejectedValue(new Error('no database'));
    expect(await noteOf('iran', page)).toEqual({ state: 'failed' });
    warn.mockRestore();
  });

  it('tells an editor whose number another one has to begin under a new one', async () => {
    const { answers, store } = desk();
    store.exchange.mockRejectedValue(new SessionTakenError());
    await expect(answers.exchangeNote({ subject, update: '', vector: '' }, frame)).rejects.toMatchObject({
      code: 'note-session-taken',
    });
  });

  const quota = { name: 'QuotaExceededError' };
  it.each([
    ['a transaction that was ended', { name: 'AbortError', inner: quota }],
    ['rows of many', new Dexie.BulkError('docs.bulkPut(): 1 of 2 failed', [Object.assign(new Error(), quota)])],
    ['rows by their place', { name: 'BulkError', failuresByPos: { 3: { name: 'UnknownError', inner: quota } } }],
  ])('tells an editor that the disk is full, also inside %s', async (_, thrown) => {
    const { answers, store } = desk();
    store.exchange.mockRejectedValue(Object.assign(new Error('x'), thrown));
    await expect(answers.exchangeNote({ subject, update: '', vector: '' }, frame)).rejects.toMatchObject({
      code: 'note-full',
    });
  });
});
