/**
 * A folder that the reader picked (File System Access) as a FileStore: for Syncthing, Dropbox, iCloud, a USB stick.
 * Other programs copy whatever they see there, so a file gets its final name only once it is whole.
 */
import { SyncError } from '../sync-error';
import type { FileEntry, FileStore, Protection, SyncTrouble } from '../types';
import { hasOurShape } from './our-files';

/** Left by an interrupted write; removed at this age, which no running write reaches. */
const STALE_PART_MS = 24 * 60 * 60_000;
const PART = '.part';

/** Not in every browser, and not in the types yet. */
interface FolderHandle extends FileSystemDirectoryHandle {
  queryPermission?(mode: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface MovableFile extends FileSystemFileHandle {
  move?(name: string): Promise<void>;
}

const TROUBLES: Readonly<Record<string, SyncTrouble>> = {
  NotAllowedError: 'permission',
  SecurityError: 'permission',
  NotFoundError: 'not-found',
  TypeMismatchError: 'conflict',
  NoModificationAllowedError: 'locked-file',
  InvalidStateError: 'locked-file',
  QuotaExceededError: 'full',
};

export function createFolderStore<P extends Protection>(
  handle: FileSystemDirectoryHandle,
  now: () => number = Date.now,
): FileStore<P> {
  const folder: FolderHandle = handle;

  /** Runs a step with the permission it needs, and throws its failure as a SyncError. */
  async function step<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
    if (signal.aborted) throw new SyncError('cancelled');
    try {
      const permission = (await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
      if (permission !== 'granted') throw new SyncError('permission', folder.name);
      return await run();
    } catch (cause) {
      if (signal.aborted) throw new SyncError('cancelled', '', { cause });
      throw troubleOf(cause);
    }
  }

  async function entryOf(file: FileSystemFileHandle): Promise<FileEntry | null> {
    try {
      return { name: file.name, bytes: (await file.getFile()).size };
    } catch (error) {
      // Removed since the folder was listed.
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  async function removeStale(part: FileSystemFileHandle): Promise<void> {
    try {
      const { lastModified } = await part.getFile();
      if (now() - lastModified > STALE_PART_MS) await folder.removeEntry(part.name);
    } catch {
      // Someone else's, or gone: either is fine.
    }
  }

  async function fill(file: FileSystemFileHandle, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const stream = await file.createWritable();
    try {
      await stream.write(bytes.slice());
      signal.throwIfAborted();
      await stream.close();
    } catch (error) {
      // The previous content stays.
      await stream.abort().catch(() => {});
      throw error;
    }
  }

  const dropPart = (name: string) => folder.removeEntry(name + PART).catch(() => {});

  return {
    list: (signal) =>
      step(signal, async () => {
        const files: FileSystemFileHandle[] = [];
        const parts: FileSystemFileHandle[] = [];
        for await (const entry of folder.values()) {
          if (!isFile(entry)) continue;
          if (hasOurShape(entry.name)) files.push(entry);
          else if (entry.name.endsWith(PART) && hasOurShape(entry.name.slice(0, -PART.length))) parts.push(entry);
        }
        for (const part of parts) await removeStale(part);
        const entries = await Promise.all(files.map(entryOf));
        return entries.filter((entry) => entry !== null);
      }),
    read: (name, signal) =>
      step(signal, async () => {
        try {
          const file = await (await folder.getFileHandle(name)).getFile();
          return new Uint8Array(await file.arrayBuffer());
        } catch (error) {
          if (isNotFound(error)) return null;
          throw error;
        }
      }),
    write: (name, cargo, signal) =>
      step(signal, async () => {
        const part: MovableFile = await folder.getFileHandle(name + PART, { create: true });
        try {
          await fill(part, cargo, signal);
          await showAs(name, part);
        } catch (error) {
          await dropPart(name);
          throw error;
        }
      }),
    remove: (name, signal) =>
      step(signal, async () => {
        try {
          await folder.removeEntry(name);
        } catch (error) {
          if (!isNotFound(error)) throw error;
        }
      }),
  };

  /** Renames the finished part file. Without `move`, closing a writable also shows the content all at once. */
  async function showAs(name: string, part: MovableFile): Promise<void> {
    if (part.move) {
      try {
        return await part.move(name);
      } catch (error) {
        // Some browsers have the method but cannot move picked files; others cannot replace an existing file.
        if (isNotFound(error)) throw error;
      }
    }
    const bytes = new Uint8Array(await (await part.getFile()).arrayBuffer());
    await fill(await folder.getFileHandle(name, { create: true }), bytes, new AbortController().signal);
    await dropPart(name);
  }
}

const isFile = (entry: FileSystemHandle): entry is FileSystemFileHandle => entry.kind === 'file';

const isNotFound = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

function troubleOf(cause: unknown): SyncError {
  if (cause instanceof SyncError) return cause;
  const name = cause instanceof Error ? cause.name : 'unknown';
  return new SyncError(TROUBLES[name] ?? 'failed', name, { cause });
}
