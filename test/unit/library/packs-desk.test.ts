/** Whom the library asks for leave before it fetches a pack, and what becomes of the leave. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';

const api = vi.hoisted(() => ({
  permissions: { request: vi.fn(), remove: vi.fn() },
  runtime: { getURL: (path: string) => path },
  extension: { inIncognitoContext: false },
}));
const callBackground = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('../../../lib/messages', () => ({ browser: api, callBackground }));
vi.mock('../../../entrypoints/library/stores', async () => {
  const { createDatabase } = await import('../../../lib/database');
  return { database: createDatabase('packs-desk') };
});
vi.hoisted(() => vi.stubGlobal('__WORLD_BUILD__', 'test'));

import { installFile, installFrom } from '../../../entrypoints/library/packs-desk';
import { writePack } from '../../../lib/pack';
import { smallSource } from '../pack/small-source';

const ADDRESS = 'https://packs.example/chess.pack';
const GRANT = { origins: ['https://packs.example/*'] };
const chess = () => writePack({ ...smallSource, name: `Chess ${Math.random()}` });
const never = new AbortController().signal;
const fetched = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', fetched);

const from = (typed: string, more: { network?: 'never' | 'ask'; origins?: readonly string[] } = {}) =>
  installFrom(typed, '', { network: 'ask', origins: [], ...more }, () => {}, never);

beforeEach(() => {
  vi.clearAllMocks();
  fetched.mockImplementation(async () => new Response(chess()));
  api.permissions.request.mockResolvedValue(true);
  api.permissions.remove.mockResolvedValue(true);
});

it('asks permission for that one host directly in the click, and gives it back', async () => {
  const going = from(ADDRESS);
  // No turn has passed.
  expect(api.permissions.request).toHaveBeenCalledExactlyOnceWith(GRANT);
  expect(fetched).not.toHaveBeenCalled();
  expect(await going).toMatchObject({ state: 'imported', replaced: null });
  expect(api.permissions.remove).toHaveBeenCalledExactlyOnceWith(GRANT);
  expect(callBackground).toHaveBeenCalledExactlyOnceWith('packsChanged', {});
});

it('gives the permission back also when the download failed', async () => {
  fetched.mockRejectedValue(new TypeError('no route'));
  expect(await from(ADDRESS)).toEqual({ state: 'refused', what: 'packs.example', problem: 'offline' });
  expect(api.permissions.remove).toHaveBeenCalledExactlyOnceWith(GRANT);
  expect(callBackground).not.toHaveBeenCalled();
});

it.each([['https://packs.example/*'], ['*://*.packs.example/*'], ['*://*/*']])(
  'neither asks for nor gives back a permission that existed before (%s)',
  async (origin) => {
    expect(await from(ADDRESS, { origins: [origin] })).toMatchObject({ state: 'imported' });
    expect(api.permissions.request).not.toHaveBeenCalled();
    expect(api.permissions.remove).not.toHaveBeenCalled();
  },
);

it.each([
  ['says no', () => Promise.resolve(false)],
  ['does not even ask', () => Promise.reject(new Error('no gesture'))],
])('sends no request if the browser %s', async (_, answer) => {
  api.permissions.request.mockImplementation(answer);
  expect(await from(ADDRESS)).toEqual({ state: 'refused', what: 'packs.example', problem: 'not-allowed' });
  expect(fetched).not.toHaveBeenCalled();
  expect(api.permissions.remove).not.toHaveBeenCalled();
});

it('asks for no permission if the reader allows no request, or the address is invalid', async () => {
  expect(await from(ADDRESS, { network: 'never' })).toMatchObject({ state: 'refused', problem: 'never' });
  expect(await from('http://packs.example/chess.pack')).toMatchObject({ state: 'refused', problem: 'not-secure' });
  expect(await from(`${ADDRESS}#sha256=1`)).toMatchObject({ state: 'refused', problem: 'bad-checksum' });
  expect(api.permissions.request).not.toHaveBeenCalled();
  expect(fetched).not.toHaveBeenCalled();
});

it('installs a pack even if the background cannot be notified', async () => {
  callBackground.mockRejectedValueOnce(new Error('no receiver'));
  expect(await from(ADDRESS)).toMatchObject({ state: 'imported' });
});

it('distinguishes errors of the server from errors in the file', async () => {
  fetched.mockImplementation(
    async () => new Response('no pack, but a text that is longer than any header of one would be'),
  );
  expect(await from(`${ADDRESS}?of=today`)).toMatchObject({ what: 'chess.pack', problem: 'not-a-pack' });
  expect(await from('https://packs.example/')).toMatchObject({ what: 'packs.example', problem: 'not-a-pack' });
  fetched.mockImplementation(async () => new Response(null, { status: 404 }));
  expect(await from(ADDRESS)).toMatchObject({ what: 'packs.example', problem: 'refused' });
});

it('names a file by its file name', async () => {
  const file = new File(['no pack, but a text that is longer than any header of one would be'], 'notes.txt');
  expect(await installFile(file, '', () => {}, never)).toEqual({
    state: 'refused',
    what: 'notes.txt',
    problem: 'not-a-pack',
  });
  expect(await installFile(new File([chess()], 'c.pack'), '', () => {}, never)).toMatchObject({ state: 'imported' });
});
