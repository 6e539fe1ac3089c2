/**
 * The folder remote in a real Chromium, on an extension page. The browser's own dialogue for picking a folder cannot be
 * driven, nor its question whether a page may write; so the handle that is written to is one of the browser's private
 * file system, which has the same interface but asks for no permission. A folder of the disk itself is there too, by
 * drag and drop: it may be read, not written, which is how a picked folder looks after a restart. It is long because all share one browser and what is put into its page.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cargo, FileEntry } from '../../../lib/sync';
import type { createFolderStore } from '../../../lib/sync/remotes/folder';
import { type Chromium, openChromium } from '../../tools/open-chromium';
import { serveFolder } from '../../tools/serve-folder';
import { CHROME_BUILD } from '../extension/session';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What the tests put into the page. */
interface InPage {
  readonly folderRoom: { readonly createFolderStore: typeof createFolderStore };
  folder: FileSystemDirectoryHandle;
  cargo(length: number, seed: number): Cargo<'sealed'>;
  hash(bytes: Uint8Array): Promise<string>;
}

const nameOf = (seq: number, hash = '0123456789abcdef') => `00000000000000ff-s${seq.toString(36)}-${hash}.age`;

let script: string;
let browser: Chromium;
let page: Page;
let cdp: CDPSession;

beforeAll(async () => {
  const entry = join(ROOT, 'lib/sync/remotes/folder.ts');
  const lib = { entry, formats: ['iife' as const], name: 'folderRoom', fileName: 'folder' };
  const built = await build({ configFile: false, root: ROOT, logLevel: 'error', build: { write: false, lib } });
  const [output] = built as unknown as [{ output: readonly [{ code: string }] }];
  script = output.output[0].code;
  browser = await openChromium({ extension: CHROME_BUILD });
});
afterAll(async () => {
  await browser?.context.close();
});

/** A fresh page with an empty folder below the private root. */
async function open(address = `${browser.extensionOrigin}/welcome.html`): Promise<void> {
  await page?.close().catch(() => {});
  page = await browser.context.newPage();
  await page.goto(address);
  cdp = await browser.context.newCDPSession(page);
  await page.evaluate(`${script}; globalThis.folderRoom = folderRoom; 0`);
  await page.evaluate(async () => {
    const world = globalThis as unknown as InPage;
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('notes', { recursive: true }).catch(() => {});
    world.folder = await root.getDirectoryHandle('notes', { create: true });
    world.cargo = (length, seed) => {
      const bytes = new Uint8Array(length);
      for (let i = 0; i < length; i++) bytes[i] = (i * 31 + seed * 7 + (i >> 8)) & 255;
      return bytes as Cargo<'sealed'>;
    };
    world.hash = async (bytes) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');
  });
}

type Store = ReturnType<typeof createFolderStore<'sealed'>>;

interface Asked<Result> {
  /** `fine`, or the code of the SyncError. */
  readonly code: string;
  readonly value?: Result;
}

/** Runs in the page with a store on its folder. `run` may use nothing but its arguments. */
function ask<Result, Arg = null>(
  run: (store: Store, world: InPage, arg: Arg) => Promise<Result>,
  arg?: Arg,
  now = 'Date.now',
): Promise<Asked<Result>> {
  const call = `(${run})(folderRoom.createFolderStore(folder, ${now}), globalThis, ${JSON.stringify(arg ?? null)})`;
  const told = `${call}.then((value) => ({ code: 'fine', value }), (error) => ({ code: error.code ?? String(error) }))`;
  return page.evaluate(told) as Promise<Asked<Result>>;
}

const list = async (): Promise<readonly FileEntry[]> => {
  const { code, value } = await ask((store) => store.list(new AbortController().signal));
  expect(code).toBe('fine');
  return value ?? [];
};
const write = async (seq: number, length: number): Promise<string> => {
  const arg = { name: nameOf(seq), length, seq };
  return (
    await ask(
      (store, world, { name, length, seq }) =>
        store.write(name, world.cargo(length, seq), new AbortController().signal),
      arg,
    )
  ).code;
};
/** Names of all that lies in the folder, ours or not. */
const lying = (): Promise<string[]> =>
  page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (globalThis as unknown as InPage).folder.keys()) names.push(name);
    return names.sort();
  });

describe('storing files in a folder', () => {
  it.each([0, 1, 70_000, 5_000_000])('returns %i bytes unchanged', async (length) => {
    await open();
    expect(await write(1, length)).toBe('fine');
    expect(await list()).toEqual([{ name: nameOf(1), bytes: length }]);
    const back = await ask(
      async (store, world, { name, length }) => {
        const bytes = await store.read(name, new AbortController().signal);
        return [bytes?.length, bytes && (await world.hash(bytes)), await world.hash(world.cargo(length, 1))];
      },
      { name: nameOf(1), length },
    );
    expect(back.value?.[0]).toBe(length);
    expect(back.value?.[1]).toBe(back.value?.[2]);
  });

  it('overwrites what an interrupted write or a sync program left under that name', async () => {
    await open();
    expect(await write(1, 10)).toBe('fine');
    expect(await write(1, 1000)).toBe('fine');
    expect(await list()).toEqual([{ name: nameOf(1), bytes: 1000 }]);
    expect(await lying()).toEqual([nameOf(1)]);
  });

  it('reports missing files, and allows removing twice', async () => {
    await open();
    await write(1, 10);
    const gone = await ask(async (store, _, name) => {
      const { signal } = new AbortController();
      await store.remove(name, signal);
      await store.remove(name, signal);
      return [await store.read(name, signal), await store.list(signal)];
    }, nameOf(1));
    expect(gone).toEqual({ code: 'fine', value: [null, []] });
  });

  it('lists only our files', async () => {
    await open();
    await write(1, 10);
    await page.evaluate(async (name) => {
      const { folder } = globalThis as unknown as InPage;
      for (const other of ['readme.txt', `${name}.crswap`, `${name}.part`, `${name} (conflicted copy)`])
        await folder.getFileHandle(other, { create: true });
      await folder.getDirectoryHandle(name.replace('s1', 's2'), { create: true });
    }, nameOf(1));
    expect(await list()).toEqual([{ name: nameOf(1), bytes: 10 }]);
    expect(await lying()).toHaveLength(6);
  });

  it('shows a file under its name only when it is complete', async () => {
    await open();
    const seen = await ask(async (store, world) => {
      const name = (i: number) => `00000000000000ff-s${i}-0123456789abcdef.age`;
      let writing = true;
      const written = (async () => {
        for (let i = 0; i < 5; i++) {
          await store.write(name(i), world.cargo(20_000_000, i), new AbortController().signal);
        }
        writing = false;
      })();
      const sizes = new Set<number>();
      let parts = 0;
      while (writing) {
        // As a sync program does that watches the folder. Files may change their names under its eyes.
        const look = async () => {
          for await (const entry of world.folder.values()) {
            if (!entry.name.endsWith('.age')) parts++;
            else sizes.add((await (entry as FileSystemFileHandle).getFile()).size);
          }
        };
        await look().catch(() => {});
      }
      await written;
      return { sizes: [...sizes], parts };
    });
    expect(seen.value?.sizes).toEqual([20_000_000]);
    expect(seen.value?.parts).toBeGreaterThan(0);
  });

  it('lists 300 files', async () => {
    await open();
    const { value } = await ask(async (store, world) => {
      const { signal } = new AbortController();
      for (let i = 0; i < 300; i++) {
        await store.write(`00000000000000ff-s${i.toString(36)}-0123456789abcdef.age`, world.cargo(i, i), signal);
      }
      const listed = await store.list(signal);
      return listed.map(({ bytes }) => Number(bytes)).sort((a, b) => a - b);
    });
    expect(value).toEqual(Array.from({ length: 300 }, (_, i) => i));
  });

  it('works without the method that moves files', async () => {
    await open();
    await page.evaluate(() => {
      Object.assign(FileSystemFileHandle.prototype, { move: undefined });
    });
    expect(await write(1, 5000)).toBe('fine');
    expect(await write(1, 6000)).toBe('fine');
    expect(await list()).toEqual([{ name: nameOf(1), bytes: 6000 }]);
    expect(await lying()).toEqual([nameOf(1)]);
  });

  it('works if that method exists but refuses', async () => {
    await open();
    await page.evaluate(() => {
      const move = () => Promise.reject(new DOMException('not here', 'NotSupportedError'));
      Object.assign(FileSystemFileHandle.prototype, { move });
    });
    expect(await write(1, 5000)).toBe('fine');
    expect(await lying()).toEqual([nameOf(1)]);
  });

  it('removes remains of an interrupted write a day later', async () => {
    await open();
    await page.evaluate(
      async (name) => {
        await (globalThis as unknown as InPage).folder.getFileHandle(name, { create: true });
      },
      `${nameOf(7)}.part`,
    );
    const look = (store: Store) => store.list(new AbortController().signal);
    await ask(look, null, '() => Date.now() + 23 * 3_600_000');
    expect(await lying()).toEqual([`${nameOf(7)}.part`]);
    await ask(look, null, '() => Date.now() + 25 * 3_600_000');
    expect(await lying()).toEqual([]);
  });
});

describe('errors of a folder', () => {
  it('are reported if the folder is gone', async () => {
    await open();
    await write(1, 10);
    await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('notes', { recursive: true }));
    expect((await ask((store) => store.list(new AbortController().signal))).code).toBe('not-found');
    expect(await write(2, 10)).toBe('not-found');
  });

  it('are reported if the disk is full; what was there stays, and later there is room again', async () => {
    // Extensions with `unlimitedStorage` have no quota that could be set: a page of a server has one.
    const server = await serveFolder(join(ROOT, 'test/fixtures'));
    try {
      await open(`${server.origin}/pages/lines.html`);
      expect(await write(1, 1000)).toBe('fine');
      await cdp.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 2_000_000 });
      // Now and then Chromium ends such a writing with an AbortError that names no quota: then nobody can say why.
      expect(['full', 'failed']).toContain(await write(2, 8_000_000));
      expect(await list()).toEqual([{ name: nameOf(1), bytes: 1000 }]);
      expect(await lying()).toEqual([nameOf(1)]);
      await cdp.send('Storage.overrideQuotaForOrigin', { origin: server.origin });
      expect(await write(2, 8_000_000)).toBe('fine');
    } finally {
      await server.close();
    }
  });

  it('are reported if another program in the browser has the file', async () => {
    await open();
    const locked = await ask(async (store, world, name) => {
      const file = await world.folder.getFileHandle(`${name}.part`, { create: true });
      const other = await file.createWritable({ mode: 'exclusive' } as FileSystemCreateWritableOptions);
      const { signal } = new AbortController();
      const during = await store.write(name, world.cargo(10, 1), signal).then(
        () => 'fine',
        (error) => error.code,
      );
      await other.close();
      await store.write(name, world.cargo(10, 1), signal);
      return during;
    }, nameOf(1));
    expect(locked).toEqual({ code: 'fine', value: 'locked-file' });
  });

  it('are reported if a folder is where a file should be', async () => {
    await open();
    await page.evaluate(async (name) => {
      await (globalThis as unknown as InPage).folder.getDirectoryHandle(name, { create: true });
    }, nameOf(1));
    const read = await ask((store, _, name) => store.read(name, new AbortController().signal), nameOf(1));
    expect(read.code).toBe('conflict');
  });

  it('are reported if the folder has become read-only', async () => {
    await open();
    const picked = mkdtempSync(join(tmpdir(), 'backstory-picked-'));
    try {
      writeFileSync(join(picked, nameOf(1)), 'something');
      await drop(picked);
      expect((await ask((store) => store.list(new AbortController().signal))).code).toBe('permission');
      expect(await write(2, 10)).toBe('permission');
      expect(readdirSync(picked)).toEqual([nameOf(1)]);
    } finally {
      rmSync(picked, { recursive: true });
    }
  });

  it('include cancelling, which leaves nothing half-done behind', async () => {
    await open();
    const ended = await ask(async (store, world, name) => {
      const codes: string[] = [];
      for (const wait of [-1, 0, 1, 2, 4, 8]) {
        const control = new AbortController();
        const writing = store.write(name, world.cargo(20_000_000, 1), control.signal);
        if (wait < 0) control.abort();
        else setTimeout(() => control.abort(), wait);
        codes.push(
          await writing.then(
            () => 'fine',
            (error) => error.code,
          ),
        );
      }
      return codes;
    }, nameOf(1));
    expect(ended.code).toBe('fine');
    expect(ended.value).toContain('cancelled');
    for (const { bytes } of await list()) expect(bytes).toBe(20_000_000);
    expect((await lying()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

/** As a hand does that drags a folder from the file manager. The page gets a handle of the real disk. */
async function drop(folder: string): Promise<void> {
  await page.evaluate(() => {
    const world = globalThis as unknown as InPage & { dropped: Promise<FileSystemHandle | null> };
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      const [item] = event.dataTransfer?.items ?? [];
      world.dropped = (
        item as DataTransferItem & { getAsFileSystemHandle(): Promise<FileSystemHandle | null> }
      ).getAsFileSystemHandle();
    });
  });
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 50, y: 50, data });
  }
  await page.evaluate(async () => {
    const world = globalThis as unknown as InPage & { dropped: Promise<FileSystemDirectoryHandle> };
    world.folder = await world.dropped;
  });
}
