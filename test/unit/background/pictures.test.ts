import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';

const inject = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('../../../entrypoints/background/inject', async (original) => ({
  ...(await original<typeof import('../../../entrypoints/background/inject')>()),
  injectInto: inject,
}));

import { createPictureCalls } from '../../../entrypoints/background/pictures';
import { createDatabase } from '../../../lib/database';
import type { PictureDesk, PictureState } from '../../../lib/knowledge';
import type { Caller } from '../../../lib/messages';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings';
import { frame } from './caller';

const ownPage: Caller = { ...frame, ownPage: true };
const none: PictureState = { state: 'none' };

function open(more: Partial<Settings> = {}) {
  const settings: Settings = { ...DEFAULT_SETTINGS, pictures: 'ask', ...more };
  const desk = {
    place: vi.fn(async () => 'ask' as const),
    look: vi.fn(async () => none),
    fetch: vi.fn(async () => none),
  } satisfies PictureDesk;
  const openWorld = vi.fn(async () => ({ createPictureDesk: () => desk, createPictureStore: vi.fn() }));
  const calls = createPictureCalls({
    database: createDatabase('pictures-of-background'),
    openWorld: openWorld as never,
    wikiFor: vi.fn(),
    settingsFor: async () => settings,
    current: async (key) => (key === 'former' ? 'q7' : key),
    sureKindOf: async () => 'person',
  });
  return { calls, desk, openWorld, settings };
}

describe('pictures of the background', () => {
  it('do not load their script while pictures are off', async () => {
    const { calls, openWorld, settings } = open({ pictures: 'never' });
    expect(DEFAULT_SETTINGS.pictures).toBe('never');
    expect(await calls.place('q7', settings, true)).toBeUndefined();
    expect(await calls.answers.picture({ entity: 'q7', press: 'sight' }, frame)).toEqual({ state: 'off' });
    calls.withArticle('q7', settings);
    expect(openWorld).not.toHaveBeenCalled();
  });

  it('are searched without a click and fetched with one, under today’s key', async () => {
    const { calls, desk, settings } = open();
    await calls.answers.picture({ entity: 'former', press: null }, frame);
    expect(desk.look).toHaveBeenCalledExactlyOnceWith('q7', settings, { remember: true });
    expect(desk.fetch).not.toHaveBeenCalled();
    await calls.answers.picture({ entity: 'former', press: 'sight' }, frame);
    expect(desk.fetch).toHaveBeenCalledExactlyOnceWith('q7', settings, { remember: true });
  });

  it('are not fetched on a click that nobody can prove, unless the reader trusts clicks in cards', async () => {
    const { calls, desk } = open();
    await expect(calls.answers.picture({ entity: 'q7', press: 'none' }, frame)).rejects.toMatchObject({
      code: 'refused',
    });
    expect(desk.fetch).not.toHaveBeenCalled();
    await calls.answers.picture({ entity: 'q7', press: 'none' }, ownPage);
    await open({ askInCards: true }).calls.answers.picture({ entity: 'q7', press: 'none' }, frame);
    expect(desk.fetch).toHaveBeenCalledOnce();
  });

  it.each([
    [{ ...frame, incognito: true }, undefined],
    [ownPage, true],
  ] as const)('leave nothing behind from a private window', async (caller, inPrivate) => {
    const { calls, desk, settings } = open();
    await calls.answers.picture({ entity: 'q7', press: 'sight', inPrivate }, caller);
    await calls.answers.picture({ entity: 'q7', press: null, inPrivate }, caller);
    expect(desk.fetch).toHaveBeenCalledExactlyOnceWith('q7', settings, { remember: false });
    expect(desk.look).toHaveBeenCalledExactlyOnceWith('q7', settings, { remember: false });
  });

  it.each([
    ['ask', 'ask', 0],
    ['automatic', 'ask', 1],
    ['automatic', 'never', 0],
  ] as const)('come with the article if the reader chose that: %s, %s', async (pictures, network, times) => {
    const { calls, desk, settings } = open({ pictures, network });
    calls.withArticle('q7', settings);
    await new Promise((next) => setTimeout(next, 0));
    expect(desk.fetch).toHaveBeenCalledTimes(times);
  });

  it('are shown by a script injected into the very document that asks', async () => {
    const { calls } = open();
    await calls.answers.cardPart({ part: 'picture' }, frame);
    expect(inject).toHaveBeenLastCalledWith({ tabId: 7, documentIds: ['D3'] }, ['card-picture.js']);
    // Firefox numbers no documents.
    await calls.answers.cardPart({ part: 'picture' }, { ...frame, documentId: null });
    expect(inject).toHaveBeenLastCalledWith({ tabId: 7, frameIds: [3] }, ['card-picture.js']);
    await expect(calls.answers.cardPart({ part: 'picture' }, { ...ownPage, tabId: null })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('are missing without an error while their script cannot be loaded; it is tried again', async () => {
    const { calls, openWorld, settings } = open();
    openWorld.mockRejectedValueOnce(new Error('gone'));
    expect(await calls.place('q7', settings, true)).toBeUndefined();
    expect(await calls.place('q7', settings, true)).toBe('ask');
  });
});
