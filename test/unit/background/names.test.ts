/** When names may be looked up, and by whom: the rules described in PRIVACY.md. */
import { describe, expect, it, vi } from 'vitest';
import { createNameCalls, type NameCallsParts } from '../../../entrypoints/background/names';
import type { NameState } from '../../../lib/knowledge';
import type { Caller } from '../../../lib/messages';
import { openPack, writePack } from '../../../lib/pack';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings';
import { entity, smallSource } from '../pack/small-source';

const pack = openPack(
  writePack({
    ...smallSource,
    entities: [entity('q900', 'Ana', { wikidata: 'Q900', formerly: ['name-ana-dragovic'] })],
    forms: [],
    facts: [],
    backgrounds: [],
  }),
);
const NAME = { name: 'Jo Doe', language: 'de', kind: 'person', roles: ['judge'], says: ['the judge'] } as const;
const SAID = { block: 0, start: 0, end: 9, text: 'the judge', role: 'body' } as const;
const unknown = {
  ...NAME,
  key: 'name-jo-doe',
  places: [{ block: 0, start: 0, end: 6 }],
  says: [
    { ...SAID, by: 'title' as const },
    { ...SAID, by: 'sentence' as const, text: 'Jo Doe, the judge, left.' },
  ],
};
const story = { day: '2026-11-27', title: '', blocks: [], memory: null };
const caller: Caller = {
  ownPage: false,
  tabId: 7,
  frameId: 0,
  documentId: null,
  url: 'https://news.example/1',
  tabUrl: 'https://news.example/1',
  windowId: 1,
  incognito: false,
};
const hosts = ['wiki.example'];
const ASK: NameState = { state: 'ask', hosts };
const NOBODY: NameState = {
  state: 'nobody',
  asked: ['wiki.example'],
  lists: [],
  further: false,
  on: '2026-11-27',
  hosts,
  stale: false,
};

function open(settings: Partial<Settings> = {}, more: Partial<NameCallsParts> = {}, state: NameState = ASK) {
  const signals: AbortSignal[] = [];
  const desk = {
    look: vi.fn(async (names: readonly { name: string }[]) =>
      Object.fromEntries(names.map(({ name }) => [name, state])),
    ),
    ask: vi.fn(async (_question: unknown, _settings: unknown, { signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      await new Promise((next) => setTimeout(next, 20));
      return { states: { 'Jo Doe': NOBODY }, trouble: null };
    }),
  };
  const noteOf = vi.fn(async () => ({ note: { state: 'none' } as const }));
  const calls = createNameCalls({
    desk: desk as never,
    world: {} as never,
    store: { usage: async () => ({ bytes: 5, count: 1 }), clear: vi.fn(async () => {}) } as never,
    reading: async () => ({ unknownHere: () => [unknown] }),
    packsFor: async () => [pack],
    settleLanguage: async (one) => one,
    settingsFor: async () => ({ ...DEFAULT_SETTINGS, names: 'automatic', ...settings }),
    noteOf,
    isChosenSite: async () => true,
    mayAskUnpressed: async () => true,
    forgotten: vi.fn(async () => {}),
    ...more,
  });
  return { calls, desk, signals, noteOf };
}
const settle = () => new Promise((next) => setTimeout(next, 5));
async function read(opened: ReturnType<typeof open>, by: Partial<Caller> = {}) {
  const found = await opened.calls.unknownNames({ story, named: [] }, { ...caller, ...by });
  await settle();
  return found;
}

describe('the names of a story that was read', () => {
  it('are reported, and looked up automatically where the reader wants that: only the names are sent', async () => {
    const opened = open();
    expect((await read(opened)).map(({ key }) => key)).toEqual(['name-jo-doe']);
    expect(opened.desk.ask).toHaveBeenCalledTimes(1);
    // Titles and appositions are held against the answer on the device; a sentence is not even that.
    expect(opened.desk.ask.mock.calls[0]?.[0]).toEqual({ names: [NAME], refresh: [], day: '2026-11-27' });
  });

  it.each([
    ['the reader wants a press', { names: 'ask' }, {}, {}],
    ['the reader wants none', { names: 'never' }, {}, {}],
    ['the window is private', {}, {}, { incognito: true }],
    ['the site is not on the list', {}, { isChosenSite: async () => false }, {}],
    ['the browser has not been given leave', {}, { mayAskUnpressed: async () => false }, {}],
  ] as const)('are not looked up when %s', async (_, settings, more, by) => {
    const opened = open(settings, more);
    expect(await read(opened, by)).toHaveLength(1);
    expect(opened.desk.ask).not.toHaveBeenCalled();
  });

  it('are not looked up twice', async () => {
    const opened = open({}, {}, NOBODY);
    await read(opened);
    expect(opened.desk.ask).not.toHaveBeenCalled();
  });

  it('are looked up again when the answer is old', async () => {
    const opened = open({}, {}, { ...NOBODY, stale: true });
    await read(opened);
    expect(opened.desk.ask).toHaveBeenCalledTimes(1);
  });

  it('do not disturb a look-up that the reader has started', async () => {
    const opened = open();
    const pressed = opened.calls.lookUpNames(
      { tab: 7, names: [NAME], refresh: [], day: null, inPrivate: false },
      caller,
    );
    await settle();
    await read(opened);
    expect(opened.desk.ask).toHaveBeenCalledTimes(1);
    expect(opened.signals[0]?.aborted).toBe(false);
    await pressed;
  });
});

describe('looking up all names', () => {
  const ask = (opened: ReturnType<typeof open>, inPrivate = false) =>
    opened.calls.lookUpNames(
      { tab: 7, names: [NAME], refresh: ['q1'], day: null, inPrivate },
      { ...caller, ownPage: true },
    );

  it('reports progress until it ends, and can be stopped by the reader', async () => {
    const opened = open();
    expect(opened.calls.lookUpProgress({ tab: 7 }, caller)).toBeNull();
    const asked = ask(opened);
    await settle();
    expect(opened.calls.lookUpProgress({ tab: 7 }, caller)).toEqual({ done: 0, of: 1, requests: 0 });
    expect(opened.calls.lookUpProgress({ tab: 8 }, caller)).toBeNull();
    opened.calls.cancelLookUp({ tab: 7 }, caller);
    expect(opened.signals[0]?.aborted).toBe(true);
    await asked;
    expect(opened.calls.lookUpProgress({ tab: 7 }, caller)).toBeNull();
  });

  it('ends the previous one in the same tab', async () => {
    const opened = open();
    const both = [ask(opened), ask(opened)];
    await settle();
    expect(opened.signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await Promise.all(both);
  });

  it('is not ended by a look-up of one name in its card', async () => {
    const opened = open();
    const both = [ask(opened), opened.calls.lookUpName({ name: NAME, day: null, proof: 'sight' }, caller)];
    await settle();
    expect(opened.signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    await Promise.all(both);
  });

  it('keeps nothing from a private window', async () => {
    const opened = open();
    await ask(opened, true);
    await ask(opened, false);
    expect(
      opened.desk.ask.mock.calls.map(([, , options]) => (options as unknown as { remember: boolean }).remember),
    ).toEqual([false, true]);
  });
});

describe('the button in a card', () => {
  const press = (opened: ReturnType<typeof open>, proof: 'sight' | 'none', by: Partial<Caller> = {}) =>
    Promise.resolve(opened.calls.lookUpName({ name: NAME, day: null, proof }, { ...caller, ...by }));

  it('counts only if it was visible, is in a page of ours, or the reader trusts cards', async () => {
    await expect(press(open(), 'none')).rejects.toMatchObject({ code: 'refused' });
    expect(await press(open(), 'sight')).toEqual(NOBODY);
    expect(await press(open(), 'none', { ownPage: true })).toEqual(NOBODY);
    expect(await press(open({ askInCards: true }), 'none')).toEqual(NOBODY);
  });

  it('keeps nothing from a private window', async () => {
    const opened = open();
    await press(opened, 'sight', { incognito: true });
    expect(opened.desk.ask.mock.calls[0]?.[2]).toMatchObject({ remember: false });
  });
});

describe('the card of a name', () => {
  it.each([
    ['a usual window', {}, false, true],
    ['a private one', { incognito: true }, false, false],
    ['our own page for a private one', { ownPage: true }, true, false],
  ])('records its use only where something may be kept (%s)', async (_, by, inPrivate, remember) => {
    const { calls, desk } = open();
    await calls.nameCard({ name: NAME, inPrivate }, { ...caller, ...by });
    await calls.nameStates({ names: [NAME], inPrivate }, { ...caller, ...by });
    expect(desk.look.mock.calls.map(([, , third]: readonly unknown[]) => third)).toEqual([remember, remember]);
  });

  it('shows the note of the entity that the name was found to mean', async () => {
    const opened = open();
    await opened.calls.nameCard({ name: { ...NAME, name: 'Ana Dragović' } }, caller);
    await opened.calls.nameCard({ name: NAME }, caller);
    expect(opened.noteOf.mock.calls.map(([key]: readonly unknown[]) => key)).toEqual(['q900', 'name-jo-doe']);
  });
});

it('reports how much storage is used and how much may be', async () => {
  expect(await open().calls.lookedUpUsage({}, caller)).toEqual({ bytes: 5, count: 1, limit: 30_000_000 });
});
