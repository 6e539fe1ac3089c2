/**
 * The second half of an exchange: writes as much of the outbox into the account as fits. It packs and measures what is
 * pending, then performs what `delivery.ts` decides until nothing is left: usually one write, read back and settled. A
 * key change takes several if old and new values do not fit side by side.
 */
import type { DocId } from '../../database';
import type { Pending, RemoteFile } from '../../notes';
import type { ExchangeContext } from '../exchange';
import { SyncError } from '../sync-error';
import type { Protection, Vault } from '../types';
import { isSealed, keyId } from '../vault';
import {
  byWorth,
  type Delivery,
  nextDeed,
  type PackedDoc,
  roomLeft,
  type Terms,
  takenAway,
  thereIn,
  written,
} from './delivery';
import { packDoc } from './doc-cargo';
import { type CargoItems, hashOfCargo, type Items, keyOfDoc, keyOfRing, readAccount, roomFor, toItems } from './layout';
import type { Memory } from './memory';
import { ALL_ROWS, fileName, keyIn, openDoc, type TakenIn } from './take-in';
import { chooseToTakeAway } from './too-much';

/** Documents read from the database at a time. */
const CHUNK = 500;

/** The account behind its write budget. */
export interface BudgetedAccount<P extends Protection> {
  all(): Promise<Items>;
  readonly write: (items: CargoItems<P>) => Promise<void>;
  remove(names: readonly string[]): Promise<void>;
}

export interface Delivered {
  readonly leftBehind: readonly { readonly doc: DocId; readonly bytes: number }[];
  readonly sizes: Memory['sizes'];
  /** Keys whose content differed when it was read back. */
  readonly notVerified: readonly string[];
}

/** Packed, but sealed only when written: sealing takes time, and what does not fit needs none. */
interface Packed extends PackedDoc {
  readonly row: Pending;
  readonly packed: Uint8Array;
}

/** @param along items that must be there whatever else fits: ring file and report */
export async function deliver<P extends Protection>(
  context: ExchangeContext,
  vault: Vault<P>,
  account: BudgetedAccount<P>,
  before: Items,
  along: CargoItems<P>,
  { homes, blocked, heldKeys, leftOut }: TakenIn,
  memory: Memory,
): Promise<Delivered> {
  const { ledger, documents, remote, ring } = context;
  const secret = keyId(ring);
  const terms: Terms = {
    homes,
    heldKeys,
    secret,
    plainSecret: keyId(null),
    ring: ring && { key: keyOfRing(ring.wrapped), before: memory.ring },
    isSealed,
  };
  context.step('write');
  let all = before;
  await takeAway(leftOut);
  const tooMuch = chooseToTakeAway({ ...all, ...along }, homes);
  if (tooMuch.length > 0) {
    await ledger.enqueue(remote.id, [...new Set(tooMuch.map(({ doc }) => doc))]);
    await takeAway(tooMuch.flatMap(({ names }) => names));
  }
  const rows = (await ledger.pending(remote.id, ALL_ROWS)).filter(({ doc }) => !blocked.has(keyOfDoc(doc, secret)));
  const seqs = new Map<DocId, number>(rows.map(({ doc, seq }) => [doc, seq]));
  const overhead = (await vault.close(new Uint8Array())).length;

  // Skip what did not fit last time, is unchanged and fits no better now.
  const free = roomLeft(all);
  const isHopeless = ({ doc, seq }: Pending) => {
    const [sized, bytes] = memory.sizes[doc] ?? [];
    return sized === seq && !homes.has(doc) && (free.items < 1 || (bytes ?? 0) > free.bytes);
  };
  const hopeless = rows.filter(isHopeless);
  const { held, candidates } = await plan(rows.filter((row) => !isHopeless(row)));
  if (held.length > 0) await ledger.settle(remote.id, held, [], []);

  const notVerified: string[] = [];
  let state: Delivery<Packed, CargoItems<P>> = {
    phase: 'filling',
    all,
    todo: candidates.toSorted(byWorth(homes)),
    open: new Set<DocId>([...hopeless, ...candidates.map(({ row }) => row)].map(({ doc }) => doc)),
    along: Object.keys(along).length > 0 ? along : null,
  };
  while (state.phase !== 'ended') {
    if (state.phase === 'filling' && context.signal.aborted) throw new SyncError('cancelled');
    const deed = nextDeed(state, terms);
    if (deed.do === 'write') {
      const arrived = await write(deed.chosen, state.along);
      state = written(state, deed.chosen, all, arrived);
    } else {
      await takeAway(deed.names);
      state = takenAway(state, deed.names);
    }
  }

  const leftBehind = state.todo.map(({ row, room }) => ({ doc: row.doc, bytes: room.bytes }));
  leftBehind.push(...hopeless.map(({ doc }) => ({ doc, bytes: memory.sizes[doc]?.[1] ?? 0 })));
  return {
    leftBehind,
    sizes: Object.fromEntries(leftBehind.map(({ doc, bytes }) => [doc, [seqs.get(doc) ?? 0, bytes] as const])),
    notVerified,
  };

  /** What is already there needs no write; everything else is packed and measured. */
  async function plan(wanted: readonly Pending[]): Promise<{ held: Pending[]; candidates: Packed[] }> {
    const { lying } = readAccount(all);
    const plan = { held: [] as Pending[], candidates: [] as Packed[] };
    for (let at = 0; at < wanted.length; at += CHUNK) {
      const chunk = wanted.slice(at, at + CHUNK);
      const states = new Map((await ledger.states(chunk.map(({ doc }) => doc))).map((state) => [state.doc, state]));
      for (const row of chunk) {
        const state = states.get(row.doc);
        if (!state) continue;
        const key = keyOfDoc(row.doc, secret);
        const value = lying.get(key);
        const there = value?.state === 'whole' ? await openDoc(documents, vault, value) : null;
        if (there && typeof there === 'object' && documents.holdsAll(there.update, state.update)) {
          plan.held.push(row);
        } else {
          const packed = packDoc(state);
          plan.candidates.push({ row, key, packed, room: roomFor(key, packed.length + overhead) });
        }
      }
    }
    return plan;
  }

  /** One write, read back and settled. Returns the documents that are there as written. */
  async function write(chosen: readonly Packed[], first: CargoItems<P> | null): Promise<readonly DocId[]> {
    context.step('write');
    const values = await Promise.all(
      chosen.map(async ({ row, key, packed }) => {
        const cargo = await vault.close(packed);
        return { row, key, items: toItems(key, cargo), hash: hashOfCargo(cargo), bytes: cargo.length };
      }),
    );
    await account.write(Object.assign({}, first, ...values.map(({ items }) => items)));
    context.step('check');
    all = await account.all();
    const lies = (items: Items) => Object.entries(items).every(([name, value]) => all[name] === value);
    if (first && !lies(first)) notVerified.push(Object.keys(first)[0] ?? '');
    const verified = values.filter(({ items }) => lies(items));
    notVerified.push(...values.filter((value) => !verified.includes(value)).map(({ key }) => key));
    const known = await ledger.files(remote.id);
    const files = verified.map(
      ({ row, key, hash, bytes }): RemoteFile => ({
        remote: remote.id,
        name: fileName(key, hash),
        own: 1,
        bytes,
        docs: [row.doc],
      }),
    );
    const names = new Set(files.map(({ name }) => name));
    const keys = new Set(verified.map(({ key }) => key));
    const replaced = known.filter((file) => keys.has(keyIn(file)) && !names.has(file.name));
    await ledger.settle(
      remote.id,
      verified.map(({ row }) => row),
      files,
      replaced.map(({ name }) => name),
    );
    return verified.map(({ row }) => row.doc);
  }

  async function takeAway(names: readonly string[]): Promise<void> {
    const there = thereIn(all, names);
    if (there.length === 0) return;
    context.step('tidy');
    await account.remove(there);
    all = Object.fromEntries(Object.entries(all).filter(([name]) => !there.includes(name)));
  }
}
