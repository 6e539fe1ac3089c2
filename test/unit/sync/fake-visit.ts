/**
 * A visit to a folder that lies in memory, with a ledger that only writes down what it is told: so each part of an exchange
 * can be asked by itself, within a millisecond. What it comes to with real databases is in the other tests.
 */
import type { KeyRow, RemoteRow } from '../../../lib/database';
import { DOCUMENTS, type DocUpdate, type Pending, type RemoteFile, type SyncLedger } from '../../../lib/notes';
import { type Cargo, type Protection, SyncError, type SyncTrouble, type Vault } from '../../../lib/sync';
import { createBudget } from '../../../lib/sync/device-files/budget';
import { beginVisit, type FolderVisit, look } from '../../../lib/sync/device-files/folder-visit';
import { composeName, type FileKind } from '../../../lib/sync/device-files/names';
import { encodeSegment, type Segment } from '../../../lib/sync/device-files/segment';

export const HERE = 'a'.repeat(16);
export const OTHER = 'b'.repeat(16);
const HEAD = { name: 'Laptop', at: 1_000, count: 1, digest: 'x', unreadable: [], replaces: [] };

export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What lies in a folder after `composeName` named it. */
export interface Laid {
  readonly name: string;
  readonly cargo: Uint8Array;
}

export function lay(device: string, seq: number, text: string, kind: FileKind = 'segment', as: Protection = 'plain') {
  const cargo = bytesOf(text);
  return { name: composeName(device, kind, seq, cargo, as), cargo };
}

export function laySegment(device: string, seq: number, docs: readonly DocUpdate[], says: Partial<Segment> = {}): Laid {
  const cargo = encodeSegment({ ...HEAD, device, seq, docs, ...says });
  return { name: composeName(device, 'segment', seq, cargo, 'plain'), cargo };
}

/** The row of a file that this device wrote (or read, `own: 0`), as it was whole. */
export const rowOf = ({ name, cargo }: Laid, docs: readonly string[] = [], own: 0 | 1 = 1): RemoteFile => ({
  remote: 'webdav:test',
  name,
  own,
  bytes: cargo.length,
  docs: docs as RemoteFile['docs'],
});

export const doc = (entity: string, text = entity): DocUpdate => ({ doc: `note:${entity}`, update: bytesOf(text) });

export interface FakeVisit {
  readonly laid?: readonly Laid[];
  readonly known?: readonly RemoteFile[];
  readonly memory?: object;
  readonly remote?: Partial<RemoteRow>;
  readonly ring?: KeyRow | null;
  /** Pending documents, as the outbox holds them. */
  readonly outbox?: readonly DocUpdate[];
  readonly vault?: Partial<Vault<Protection>>;
  readonly now?: number;
  /** Called before each call of the folder; what it throws, the folder throws. */
  readonly before?: (call: string, name: string) => void;
  /** Called before updates are accepted; what it throws, the ledger throws. */
  readonly accepting?: (updates: readonly DocUpdate[]) => void;
}

export const refuse = (code: SyncTrouble): never => {
  throw new SyncError(code, 'in the test');
};

/** A device that has been there before, as its memory says. */
export const REMEMBERED = {
  published: null,
  seal: 'plain',
  stale: [] as string[],
  written: [] as string[],
  replaced: [] as string[],
  heard: {} as Record<string, { seq: number; name: string; unreadable: string[] }>,
};

export async function fakeVisit(given: FakeVisit = {}) {
  const folder = new Map((given.laid ?? []).map(({ name, cargo }) => [name, cargo]));
  /** Everything that was done, in order: `write NAME`, `settle +NAME -NAME`, `enqueue DOC` … */
  const done: string[] = [];
  let outbox = (given.outbox ?? []).map((each, seq): Pending => ({ ...each, remote: 'webdav:test', seq, since: seq }));
  const call = (what: string, name = '') => {
    given.before?.(what, name);
    done.push(`${what} ${name}`.trim());
  };
  const ledger = {
    device: async () => ({ id: 'this', device: HERE, name: 'This device' }),
    files: async () => given.known ?? [],
    digest: async () => ({ count: 1, digest: 'here' }),
    enqueue: async (_: unknown, docs: readonly string[]) => void done.push(`enqueue ${docs.join(' ')}`),
    states: async (docs: readonly string[]) =>
      docs.map((each) => doc(each.slice('note:'.length), `${each} as it is now`)),
    pending: async (_: unknown, limit: number) => outbox.slice(0, limit),
    backlog: async () => ({ count: outbox.length, since: null }),
    async accept(_: unknown, updates: readonly DocUpdate[], read: readonly RemoteFile[]) {
      given.accepting?.(updates);
      done.push(['accept', ...updates.map((each) => each.doc), ...read.map(({ name }) => `+${name}`)].join(' '));
    },
    async settle(_: unknown, delivered: readonly Pending[], written: readonly RemoteFile[], gone: readonly string[]) {
      outbox = outbox.filter((row) => !delivered.includes(row));
      done.push(['settle', ...written.map(({ name }) => `+${name}`), ...gone.map((name) => `-${name}`)].join(' '));
    },
  } as unknown as SyncLedger;
  const visit: FolderVisit<Protection> = await beginVisit<Protection>(
    {
      async list() {
        call('list');
        return [...folder].map(([name, { length: bytes }]) => ({ name, bytes }));
      },
      async read(name) {
        call('read', name);
        return folder.get(name) ?? null;
      },
      async write(name, cargo) {
        call('write', name);
        folder.set(name, cargo);
      },
      async remove(name) {
        call('remove', name);
        folder.delete(name);
      },
    },
    {
      protection: given.ring ? 'sealed' : 'plain',
      close: async (plain) => plain as Cargo<Protection>,
      open: async (cargo) => cargo,
      isCurrent: async () => true,
      ...given.vault,
    },
    {
      ledger,
      documents: DOCUMENTS,
      remote: {
        id: 'webdav:test',
        config: {},
        on: 1,
        joined: 1,
        lastSuccess: 0,
        trouble: null,
        memory: null,
        ...given.remote,
      },
      ring: given.ring ?? null,
      pullOnly: false,
      hasLooked: false,
      memory: { ...REMEMBERED, ...given.memory },
      remember: async () => void done.push('keep'),
      now: () => given.now ?? 10_000,
      step: () => {},
      signal: new AbortController().signal,
    },
    createBudget(),
  );
  return {
    visit,
    folder,
    done,
    /** Without what only remembers. */
    did: (...kinds: readonly string[]) => done.filter((each) => kinds.some((kind) => each.startsWith(kind))),
    /** As an exchange begins. */
    look: async () => {
      await look(visit);
      done.length = 0;
    },
    waits: () => outbox.map((row) => row.doc),
  };
}

export const ringOf = (current: string): KeyRow => ({
  id: 'ring',
  identities: [current],
  current,
  wrapped: bytesOf(`wrapped ${current}`),
});
