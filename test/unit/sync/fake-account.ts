/**
 * A browser account that lies in memory, with a ledger that only writes down what it is told: so each half of an exchange
 * can be asked by itself. What it comes to with real databases is in the other tests.
 */
import { encodeStateAsUpdate } from 'yjs';
import type { DocId, KeyRow, RemoteRow } from '../../../lib/database';
import { DOCUMENTS, type DocUpdate, type Pending, type RemoteFile, type SyncLedger } from '../../../lib/notes';
import { openDocument } from '../../../lib/notes/document/open-document';
import type { Cargo, Protection, Vault } from '../../../lib/sync';
import type { ExchangeContext } from '../../../lib/sync/exchange';
import { deliver } from '../../../lib/sync/note-items/deliver';
import { packDoc } from '../../../lib/sync/note-items/doc-cargo';
import { hashOfCargo, type Items, keyOfDoc, readAccount, toItems } from '../../../lib/sync/note-items/layout';
import { type Memory, readOwnMemory } from '../../../lib/sync/note-items/memory';
import { fileName, type TakenIn, takeIn } from '../../../lib/sync/note-items/take-in';

/** A note as one session after the other has typed it. */
export function noteOf(entity: string, ...typed: readonly string[]): DocUpdate {
  let update: Uint8Array | null = null;
  typed.forEach((text, at) => {
    const open = openDocument(100 + at, update);
    open.text.insert(open.text.length, text);
    update = encodeStateAsUpdate(open.doc);
  });
  return { doc: `note:${entity}`, update: update ?? new Uint8Array() };
}

/** A value as it lies there: the items, the key, and the row of whoever has read it. */
export function lying(note: DocUpdate, secret = 'plain') {
  const key = keyOfDoc(note.doc, secret);
  const cargo = packDoc(note) as Cargo<Protection>;
  const name = fileName(key, hashOfCargo(cargo));
  const row: RemoteFile = { remote: 'account', name, own: 0, bytes: cargo.length, docs: [note.doc] };
  return { key, cargo, name, row, items: toItems(key, cargo) as Items };
}

/** A run looks at its signal before each round: one that comes to no end fails, and keeps nobody waiting. */
function noCircle(): AbortSignal {
  const { signal } = new AbortController();
  let rounds = 0;
  return Object.defineProperty(signal, 'aborted', {
    get() {
      if (++rounds > 100) throw new Error('goes in a circle');
      return false;
    },
  });
}

export interface FakeAccount {
  readonly items?: Items;
  /** Documents of this device. */
  readonly here?: readonly DocUpdate[];
  readonly known?: readonly RemoteFile[];
  readonly waiting?: readonly DocId[];
  readonly memory?: Partial<Memory>;
  readonly ring?: KeyRow | null;
  readonly remote?: Partial<RemoteRow>;
  readonly vault?: Partial<Vault<Protection>>;
  readonly now?: number;
  readonly accepting?: (updates: readonly DocUpdate[]) => void;
  /** What becomes of a writing: the items as they lie there afterwards. */
  readonly written?: (all: Items, items: Items) => Items;
  readonly signal?: AbortSignal;
}

export function fakeAccount(given: FakeAccount = {}) {
  const done: string[] = [];
  const here = new Map((given.here ?? []).map((each) => [each.doc, each]));
  let known = [...(given.known ?? [])];
  let all: Items = given.items ?? {};
  let outbox = (given.waiting ?? []).map(
    (doc, seq): Pending => ({ doc, seq, since: seq, remote: 'account' }) as Pending,
  );
  const ledger = {
    files: async () => known,
    docIds: async () => [...here.keys()],
    states: async (docs: readonly DocId[]) => docs.flatMap((each) => here.get(each) ?? []),
    pending: async () => outbox,
    async enqueue(_: unknown, docs: readonly DocId[]) {
      done.push(`enqueue ${docs.join(' ')}`);
      const more = docs.map(
        (each, at) => ({ doc: each, seq: 100 + at, since: 100 + at, remote: 'account' }) as Pending,
      );
      outbox = [...outbox, ...more];
    },
    async accept(_: unknown, updates: readonly DocUpdate[], read: readonly RemoteFile[]) {
      given.accepting?.(updates);
      done.push(['accept', ...updates.map((each) => each.doc), ...read.map(({ name }) => `+${name}`)].join(' '));
    },
    async settle(_: unknown, delivered: readonly Pending[], written: readonly RemoteFile[], gone: readonly string[]) {
      outbox = outbox.filter((row) => !delivered.includes(row));
      known = [...known.filter(({ name }) => !gone.includes(name)), ...written];
      done.push(['settle', ...delivered.map((row) => row.doc), ...gone.map((name) => `-${name}`)].join(' '));
    },
  } as unknown as SyncLedger;
  const context: ExchangeContext = {
    ledger,
    documents: DOCUMENTS,
    remote: {
      id: 'account',
      config: null,
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
    memory: null,
    remember: async () => {},
    now: () => given.now ?? 1_000_000,
    step: () => {},
    signal: given.signal ?? noCircle(),
  };
  const vault: Vault<Protection> = {
    protection: 'plain',
    close: async (plain) => plain as Cargo<Protection>,
    open: async (cargo) => cargo,
    isCurrent: async () => true,
    ...given.vault,
  };
  const memory: Memory = { ...readOwnMemory(null), seal: 'plain', ...given.memory };
  const taken = (change: Partial<TakenIn> = {}): TakenIn => ({
    homes: new Map(),
    reports: [],
    incomplete: {},
    damaged: null,
    tooLarge: null,
    blocked: new Set(),
    heldKeys: new Set(),
    held: [],
    heldMore: 0,
    leftOut: [],
    ...change,
  });
  return {
    done,
    did: (...kinds: readonly string[]) => done.filter((each) => kinds.some((kind) => each.startsWith(kind))),
    all: () => all,
    known: () => known,
    waits: () => outbox.map((row) => row.doc),
    takeIn: () => takeIn(context, vault, readAccount(all), memory),
    deliver: (change: Partial<TakenIn> = {}, along: Items = {}) =>
      deliver(
        context,
        vault,
        {
          all: async () => all,
          async write(items) {
            done.push(`write ${Object.keys(items).join(' ')}`);
            all = given.written ? given.written(all, items) : { ...all, ...items };
          },
          async remove(names) {
            done.push(`remove ${names.join(' ')}`);
            all = Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
          },
        },
        all,
        along as never,
        taken(change),
        memory,
      ),
  };
}
