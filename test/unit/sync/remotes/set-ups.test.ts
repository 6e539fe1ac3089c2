/**
 * What is asked of browser and reader before a remote is added, in which order, and when it counts as one that exists
 * already.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createOpenRemote, SET_UPS } from '../../../../lib/sync';

afterEach(() => vi.unstubAllGlobals());

const FOUND = { status: 207, headers: { 'Content-Type': 'application/xml' } };
const MULTISTATUS = '<d:multistatus xmlns:d="DAV:"/>';
const ADDRESS = 'https://cloud.example/remote.php/dav/files/me/';

describe('a WebDAV folder', () => {
  const { ask, isSame, allowAgain } = SET_UPS.webdav;

  it('sends no request when the address is invalid', async () => {
    const allow = vi.fn(async () => true);
    expect(await ask({ address: 'http://cloud.example/' }, { allow })).toBe('bad-address');
    expect(allow).not.toHaveBeenCalled();
  });

  it('asks for the browser’s permission directly in the click, and no server before it is granted', async () => {
    const fetch = vi.fn();
    vi.stubGlobal('fetch', fetch);
    const allow = vi.fn(async () => false);
    const outcome = ask({ address: ADDRESS, user: 'me', password: 'secret' }, { allow });
    expect(allow).toHaveBeenCalledExactlyOnceWith([ADDRESS]);
    expect(await outcome).toBe('not-allowed');
    expect(fetch).not.toHaveBeenCalled();
  });

  it('keeps the address that answered, with what was in it, and our folder below it', async () => {
    vi.stubGlobal('fetch', async () => new Response(MULTISTATUS, FOUND));
    const allow = async () => true;
    const pasted = ADDRESS.replace('https://', 'https://me:secret@');
    expect(await ask({ address: pasted }, { allow })).toEqual({
      address: ADDRESS,
      folder: 'Backstory',
      user: 'me',
      password: 'secret',
    });
    expect(await ask({ address: `${ADDRESS}Backstory`, user: 'you' }, { allow })).toMatchObject({
      address: `${ADDRESS}Backstory/`,
      folder: '',
      user: 'you',
    });
  });

  it('is the same with another password, and a different one for another user', () => {
    const access = { address: ADDRESS, folder: 'Backstory', user: 'me', password: 'old' };
    expect(isSame(access, { ...access, password: 'new' })).toBe(true);
    expect(isSame(access, { ...access, address: `${ADDRESS}Backstory/`, folder: '' })).toBe(true);
    expect(isSame(access, { ...access, user: 'you' })).toBe(false);
    expect(isSame(access, { ...access, folder: 'Other' })).toBe(false);
  });

  it('has its permission asked for again by its address', async () => {
    const allow = vi.fn(async () => false);
    const access = { address: ADDRESS, folder: '', user: '', password: '' };
    expect(await allowAgain(access, { allow })).toBe(false);
    expect(allow).toHaveBeenCalledExactlyOnceWith([ADDRESS]);
  });
});

describe('a folder of this device', () => {
  const { ask, isPossible } = SET_UPS.folder;

  it('is offered where the browser can open folders, and is whatever the picker returns', async () => {
    expect(isPossible()).toBe(false);
    vi.stubGlobal('showDirectoryPicker', async () => ({ kind: 'directory', name: 'Notes' }));
    expect(isPossible()).toBe(true);
    expect(await ask()).toMatchObject({ handle: { name: 'Notes' } });
  });

  it('is not added when the reader closes the picker; any other failure is reported', async () => {
    vi.stubGlobal('showDirectoryPicker', () => Promise.reject(new DOMException('closed', 'AbortError')));
    expect(await ask()).toBe('not-allowed');
    vi.stubGlobal('showDirectoryPicker', () => Promise.reject(new DOMException('broken', 'SecurityError')));
    await expect(ask()).rejects.toThrow('broken');
  });
});

it('a kind that only a newer Backstory knows is left alone', () => {
  const syncArea = { get: vi.fn(), set: vi.fn(), remove: vi.fn() };
  const open = createOpenRemote({ syncArea, namesOf: async () => new Map() });
  const row = { on: 1, joined: 0, lastSuccess: null, trouble: null, memory: null } as const;
  expect(() => open({ ...row, id: 'newer:1' as never, config: null }, null)).toThrow(
    expect.objectContaining({ code: 'newer' }),
  );
  expect(() => open({ ...row, id: 'webdav:1', config: null }, null)).toThrow(
    expect.objectContaining({ code: 'failed' }),
  );
});
