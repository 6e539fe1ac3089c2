import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { createNoteTickets, type TicketArea } from '../../../entrypoints/background/note-tickets';
import { createNoteDesk } from '../../../entrypoints/background/notes';
import type { Caller } from '../../../lib/messages';
import type { Note, NoteStore } from '../../../lib/notes';

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
const frame: Caller = { ...page, ownPage: true, frameId: 3 };
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

function memory(): TicketArea {
  let all: Record<string, unknown> = {};
  return {
    get: async (key) => structuredClone({ [key]: all[key] }),
    set: async (items) => {
      all = { ...all, ...structuredClone(items) };
    },
  };
}

function desk(found: Note | null = note) {
  let time = 0;
  let drawn = 0;
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
    tickets: createNoteTickets(
      memory(),
      () => time,
      () => `ticket ${drawn++}`,
    ),
    subjectOf: async (entity) => (entity === 'iran' ? subject : null),
    remember,
    openPage,
    stored: vi.fn(),
  });
  return { ...made, store, remember, openPage, wait: (ms: number) => (time += ms) };
}

describe('a ticket for a note', () => {
  it('tells its frame once what is edited', async () => {
    const { answers } = desk();
    const { ticket } = await answers.openNote({ entity: 'iran', passage: null }, page);
    expect(await answers.redeemNote({ ticket }, frame)).toEqual({ subject, passage: null });
    await expect(answers.redeemNote({ ticket }, frame)).rejects.toMatchObject({ code: 'refused' });
  });

  it('is worth nothing in another tab, and gone when it was tried there', async () => {
    const { answers } = desk();
    const { ticket } = await answers.openNote({ entity: 'iran', passage: null }, page);
    await expect(answers.redeemNote({ ticket }, { ...frame, tabId: 8 })).rejects.toMatchObject({ code: 'refused' });
    await expect(answers.redeemNote({ ticket }, frame)).rejects.toMatchObject({ code: 'refused' });
  });

  it('is worth nothing after a minute', async () => {
    const { answers, wait } = desk();
    const { ticket } = await answers.openNote({ entity: 'iran', passage: null }, page);
    wait(60_000);
    await expect(answers.redeemNote({ ticket }, frame)).rejects.toMatchObject({ code: 'refused' });
  });

  it('goes to one of two that show it at once', async () => {
    const { answers } = desk();
    const { ticket } = await answers.openNote({ entity: 'iran', passage: null }, page);
    const both = await Promise.allSettled([
      answers.redeemNote({ ticket }, frame),
      answers.redeemNote({ ticket }, frame),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not guessed by a name that every object has', async () => {
    const { answers } = desk();
    for (const ticket of ['constructor', '__proto__', 'toString'])
      await expect(answers.redeemNote({ ticket }, frame)).rejects.toMatchObject({ code: 'refused' });
  });
});

it('tells whom a note would be about, as far as a pack knows', async () => {
  const { answers } = desk(null);
  expect(await answers.noteSubject({ entity: 'iran' }, frame)).toEqual(subject);
  expect(await answers.noteSubject({ entity: 'nobody' }, frame)).toBeNull();
});

describe('a private window', () => {
  const hidden = { ...frame, incognito: true };

  it('sees the note and may not write', async () => {
    const { noteOf, answers, store, remember } = desk();
    expect(await noteOf('iran', hidden)).toMatchObject({ state: 'private', note: { text: 'Same as ever.' } });
    await expect(answers.openNote({ entity: 'iran', passage: null }, hidden)).rejects.toMatchObject({
      code: 'refused',
    });
    await expect(answers.redeemNote({ ticket: 'any' }, hidden)).rejects.toMatchObject({ code: 'refused' });
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
