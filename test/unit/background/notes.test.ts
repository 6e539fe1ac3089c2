/** What the background does with notes for cards and pages. Long because each call is one short story over the same store. */
import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { createNoteDesk } from '../../../entrypoints/background/notes';
import type { Caller } from '../../../lib/messages';
import {
  createIdentityKeeper,
  isLiving,
  type Note,
  type NoteStore,
  SessionTakenError,
  type WholeNote,
} from '../../../lib/notes';
import { createDevice, type Device } from '../notes/device';

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
    whole: vi.fn(
      async (): Promise<WholeNote | null> =>
        found && { ...found, today: 'iran', parts: [found], isApart: false, asks: [] },
    ),
    asking: vi.fn(async (): Promise<readonly WholeNote[]> => []),
    noted: vi.fn(async (entities: readonly string[]) => (found && isLiving(found) ? entities : [])),
    putIn: vi.fn(async () => {}),
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
    settled: async () => {},
  });
  return { ...made, store, remember, openPage };
}

it('never reports a note as missing when it cannot be read', async () => {
  const { answers, store } = desk();
  store.whole.mockRejectedValue(new Error('the database is gone'));
  vi.spyOn(console, 'warn').mockImplementationOnce(() => {});
  await expect(answers.notesOn({ entities: ['iran'] }, page)).rejects.toMatchObject({ code: 'failed' });
});

it('tells whom a note would be about, as far as a pack knows', async () => {
  const { answers } = desk(null);
  expect(await answers.noteSubject({ entity: 'iran' }, frame)).toEqual(subject);
  expect(await answers.noteSubject({ entity: 'nobody' }, frame)).toBeNull();
});

it('returns the notes on some of the given entities, in private windows too', async () => {
  const { answers, store } = desk();
  store.noted.mockImplementation(async (entities) => entities.filter((one) => one === 'iran'));
  const glimpse = { text: 'Same as ever.', tags: ['asia'], quotes: 0, changedOn: '2026-11-22' };
  for (const incognito of [false, true]) {
    expect(await answers.notesOn({ entities: ['iraq', 'iran'] }, { ...page, incognito })).toEqual([
      { entity: 'iran', notes: [glimpse] },
    ]);
  }
});

it('tells whom a note is about even if no pack knows the entity, and nothing else in the note', async () => {
  const { answers } = desk({ ...note, entity: 'nobody', name: 'Nobody', kind: null });
  expect(await answers.noteSubject({ entity: 'nobody' }, frame)).toEqual({
    entity: 'nobody',
    name: 'Nobody',
    kind: null,
  });
});

it('passes an editor’s bytes to the store and back, unchanged', async () => {
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

it('opens the library at the note, whatever its key, in the window of the card', async () => {
  const { answers, openPage } = desk();
  await answers.openNotes({ entity: 'a/b?c#d' }, frame);
  expect(openPage).toHaveBeenCalledWith('/library.html#note/a%2Fb%3Fc%23d', frame);
});

describe('a note whose keys have changed', () => {
  const NAMES: Readonly<Record<string, string>> = { q5: 'OPEC', q6: 'Left', q7: 'Right' };
  const opec = { entity: 'opec', name: 'OPEC', kind: 'group' } as const;
  const plus = { entity: 'opec-plus', name: 'OPEC Plus', kind: 'group' } as const;

  async function deskOver(
    today: Readonly<Record<string, readonly string[]>>,
    write: (device: Device) => Promise<void>,
  ) {
    const device = createDevice();
    await write(device);
    const keeper = createIdentityKeeper({
      database: device.database,
      edition: async () => 'new',
      heirs: async () => (key) => today[key] ?? [key],
    });
    void keeper.keep();
    const made = createNoteDesk({
      store: device.store,
      async subjectOf(key) {
        const [entity = key, second] = today[key] ?? [key];
        const name = second === undefined ? NAMES[entity] : undefined;
        return name === undefined ? null : { entity, name, kind: 'group' };
      },
      remember: async () => {},
      openPage: async () => {},
      stored: () => {},
      settled: () => keeper.kept(),
    });
    return { ...made, device };
  }

  it('is the note of the card, and is edited under its own key', async () => {
    const { noteOf, answers } = await deskOver({ opec: ['q5'] }, (device) => device.type(opec, 'Old'));
    expect(await noteOf('q5', frame)).toMatchObject({ note: { state: 'noted', note: { text: 'Old' } }, parts: [] });
    expect(await answers.noted({ entities: ['q5', 'q6'] }, frame)).toEqual(['q5']);
    for (const entity of ['q5', 'opec'])
      expect(await answers.noteSubject({ entity }, frame)).toEqual({ entity: 'opec', name: 'OPEC', kind: 'group' });
  });

  it('has parts if the new key has a note too, each edited under its own key', async () => {
    const { noteOf, answers } = await deskOver({ opec: ['q5'], 'opec-plus': ['q5'] }, async (device) => {
      await device.type(opec, 'First');
      device.clock.at++;
      await device.type(plus, 'Second');
      await device.store.addTag(plus, 'oil');
    });
    const shown = await noteOf('q5', frame);
    expect(shown).toMatchObject({
      note: { state: 'noted', note: { text: 'First', tags: [] } },
      parts: [{ entity: 'opec-plus', name: 'OPEC Plus', why: 'joined', note: { text: 'Second', tags: ['oil'] } }],
    });
    expect(await answers.noteSubject({ entity: 'opec-plus' }, frame)).toMatchObject(plus);
    await answers.placeNote({ entity: 'opec-plus', place: 'opec-plus' }, frame);
    expect((await noteOf('q5', frame)).parts).toEqual([]);
    await answers.placeNote({ entity: 'opec-plus', place: null }, frame);
    expect(await noteOf('q5', frame)).toEqual(shown);
  });

  it('is asked about on each card that it may belong to, and is separate once assigned', async () => {
    const { noteOf, answers } = await deskOver({ q5: ['q6', 'q7'] }, (device) =>
      device.type({ ...opec, entity: 'q5' }, 'X'),
    );
    const asks = [
      { entity: 'q6', name: 'Left' },
      { entity: 'q7', name: 'Right' },
    ];
    for (const entity of ['q6', 'q7'])
      expect(await noteOf(entity, frame)).toMatchObject({
        note: { state: 'none' },
        parts: [{ entity: 'q5', why: 'asks', asks }],
      });
    await answers.placeNote({ entity: 'q5', place: 'q7' }, frame);
    expect(await noteOf('q6', frame)).toEqual({ note: { state: 'none' }, parts: [] });
    expect(await noteOf('q7', frame)).toMatchObject({
      note: { state: 'none' },
      parts: [{ why: 'placed', note: { text: 'X' } }],
    });
    // What is begun on that card is its own.
    expect(await answers.noteSubject({ entity: 'q7' }, frame)).toMatchObject({ entity: 'q7', name: 'Right' });
    expect(await answers.noteSubject({ entity: 'q5' }, frame)).toMatchObject({ entity: 'q5', name: 'OPEC' });
  });
});

describe('an export of the names of a story', () => {
  const quote = { id: 'a1', text: 'passage', title: 'Story', url: 'https://a.example/1', day: null, at: 5 };

  it('includes the notes on these names, with their quotes, and nothing else about them', async () => {
    const { answers, store } = desk({ ...note, quotes: [quote] });
    store.noted.mockImplementation(async (entities) => entities.filter((one) => one === 'iran'));
    const { text, title, url, day } = quote;
    expect(await answers.copyNotes({ entities: ['iran', 'iraq'], inPrivate: false }, frame)).toEqual({
      iran: [
        {
          text: 'Same as ever.',
          tags: ['asia'],
          changedOn: '2026-11-22',
          quotes: [{ text, title, url, day }],
        },
      ],
    });
  });

  it('includes no note that may belong to another, is in the bin, or is requested from a private window', async () => {
    const { answers, store } = desk();
    const gone = { ...note, kept: 0 as const };
    store.whole.mockResolvedValueOnce({ ...note, today: 'iran', parts: [note, gone], isApart: false, asks: [] });
    const all = await answers.copyNotes({ entities: ['iran'], inPrivate: false }, frame);
    expect(all.iran).toHaveLength(1);
    store.whole.mockResolvedValueOnce({ ...note, today: 'iran', parts: [note], isApart: false, asks: ['a', 'b'] });
    expect(await answers.copyNotes({ entities: ['iran'], inPrivate: false }, frame)).toEqual({});
    for (const [inPrivate, incognito] of [
      [true, false],
      [false, true],
    ] as const)
      await expect(
        (async () => answers.copyNotes({ entities: ['iran'], inPrivate }, { ...frame, incognito }))(),
      ).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('a private window', () => {
  const hidden = { ...frame, incognito: true };

  it('can show the note but not edit it', async () => {
    const { noteOf, answers, store, remember } = desk();
    expect(await noteOf('iran', hidden)).toMatchObject({ note: { state: 'private', note: { text: 'Same as ever.' } } });
    await expect(answers.placeNote({ entity: 'iran', place: 'iran' }, hidden)).rejects.toMatchObject({
      code: 'refused',
    });
    const news = { subject, update: '', vector: '' };
    await expect(answers.exchangeNote(news, hidden)).rejects.toMatchObject({ code: 'refused' });
    await answers.seen({ entity: 'iran', title: '', url: 'https://a.org/', day: null }, hidden);
    expect(store.exchange).not.toHaveBeenCalled();
    expect(remember).not.toHaveBeenCalled();
  });
});

describe('the note on a card', () => {
  it('shows its text, tags, quotes and day', async () => {
    const { noteOf, namedIn } = desk();
    expect(await noteOf('iran', page)).toEqual({
      note: { state: 'noted', note: { text: 'Same as ever.', tags: ['asia'], quotes: 0, changedOn: '2026-11-22' } },
      parts: [],
    });
    expect(await namedIn('iran')).toEqual([{ entity: 'iraq', name: 'Iraq' }]);
  });

  it.each([
    ['nothing was written', null],
    ['it is in the bin', { ...note, kept: 0 as const, deletedAt: 1 }],
    ['all was taken out again', { ...note, text: '', tags: [] }],
  ])('is missing when %s', async (_, found) => {
    const { noteOf, answers } = desk(found);
    expect(await noteOf('iran', page)).toEqual({ note: { state: 'none' }, parts: [] });
    expect(await answers.noted({ entities: ['iran'] }, frame)).toEqual([]);
  });

  it('is reported as failed when the database fails: the card comes all the same', async () => {
    const { noteOf, store } = desk();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    store.whole.mockRejectedValue(new Error('no database'));
    expect(await noteOf('iran', page)).toEqual({ note: { state: 'failed' }, parts: [] });
    warn.mockRestore();
  });

  it('makes an editor start again when another one has its number', async () => {
    const { answers, store } = desk();
    // As the part throws it that opens documents: a script of its own, with a class of its own.
    vi.resetModules();
    const { SessionTakenError: ofThePart } = await import('../../../lib/notes');
    expect(ofThePart).not.toBe(SessionTakenError);
    store.exchange.mockRejectedValue(new ofThePart());
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
