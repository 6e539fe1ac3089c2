/**
 * The second half of an exchange: what waits in the outbox is written into the account, as much of it as fits.
 *
 *   plan ──► round: choose what fits ─► one set ─► read back ─► settle ─► take away what it replaces ─┐
 *     ▲                                                                                               │
 *     └──────────────────────────────── what did not fit yet ◄────────────────────────────────────────┘
 *
 * Usually one round. A change of keys takes more where old and new values do not fit beside one another; an old value is
 * taken away before its successor is there only when nothing else is left, and its document waits in the outbox meanwhile.
 */
import type { DocId } from '../../database';
import type { Pending, RemoteFile } from '../../notes';
import type { ExchangeContext } from '../exchange';
import { SyncError } from '../sync-error';
import type { Protection, Vault } from '../types';
import { isSealed, keyId } from '../vault';
import { packDoc } from './doc-cargo';
import {
  type CargoItems,
  hashOfCargo,
  type Items,
  keyOfDoc,
  keyOfRing,
  type Room,
  readAccount,
  roomFor,
  roomOf,
  toItems,
} from './layout';
import type { Memory } from './memory';
import { ALL_ROWS, fileName, keyIn, openDoc, type TakenIn } from './take-in';
import { chooseToTakeAway, NOTES_ROOM } from './too-much';

/** Documents read from the database at once. */
const CHUNK = 500;

/** The account, with the budget of writes in front of it. */
export interface Account<P extends Protection> {
  all(): Promise<Items>;
  readonly write: (items: CargoItems<P>) => Promise<void>;
  remove(names: readonly string[]): Promise<void>;
}

export interface Delivered {
  readonly leftBehind: readonly { readonly doc: DocId; readonly bytes: number }[];
  readonly sizes: Memory['sizes'];
  /** Keys whose content was another one when it was read back. */
  readonly notVerified: readonly string[];
}

interface Candidate {
  readonly row: Pending;
  readonly key: string;
  readonly packed: Uint8Array;
  readonly room: Room;
}

/** @param along items that must be there whatever else fits: ring file and report */
export async function deliver<P extends Protection>(
  context: ExchangeContext,
  vault: Vault<P>,
  account: Account<P>,
  before: Items,
  along: CargoItems<P>,
  { homes, blocked, heldKeys, leftOut }: TakenIn,
  memory: Memory,
): Promise<Delivered> {
  const { ledger, documents, remote, ring } = context;
  const secret = keyId(ring);
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
  let first = along;

  // What did not fit the last time, has not changed since and fits no better now costs no work.
  const free = roomLeft(all);
  const isHopeless = ({ doc, seq }: Pending) => {
    const [sized, bytes] = memory.sizes[doc] ?? [];
    return sized === seq && !homes.has(doc) && (free.items < 1 || (bytes ?? 0) > free.bytes);
  };
  const hopeless = rows.filter(isHopeless);
  const { held, candidates } = await plan(rows.filter((row) => !isHopeless(row)));
  if (held.length > 0) await ledger.settle(remote.id, held, [], []);
  const open = new Set<DocId>([...hopeless, ...candidates.map(({ row }) => row)].map(({ doc }) => doc));

  let todo = candidates.toSorted(byWorth);
  const notVerified: string[] = [];
  for (;;) {
    if (context.signal.aborted) throw new SyncError('cancelled');
    const { chosen, rest } = chooseFitting(todo, { ...all, ...first });
    if (chosen.length === 0 && Object.keys(first).length === 0) {
      const way = (await makeWay(rest)) || (await takePlainAway());
      if (!way) break;
      todo = rest;
      continue;
    }
    await round(chosen);
    todo = rest;
  }
  await tidy();

  const leftBehind = todo.map(({ row, room }) => ({ doc: row.doc, bytes: room.bytes }));
  leftBehind.push(...hopeless.map(({ doc }) => ({ doc, bytes: memory.sizes[doc]?.[1] ?? 0 })));
  return {
    leftBehind,
    sizes: Object.fromEntries(leftBehind.map(({ doc, bytes }) => [doc, [seqs.get(doc) ?? 0, bytes] as const])),
    notVerified,
  };

  /** What lies there already needs no writing; all else is packed and measured. */
  async function plan(wanted: readonly Pending[]): Promise<{ held: Pending[]; candidates: Candidate[] }> {
    const { lying } = readAccount(all);
    const plan = { held: [] as Pending[], candidates: [] as Candidate[] };
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

  function byWorth(a: Candidate, b: Candidate): number {
    // What travels already goes on travelling; then as many as possible; then what the reader was last at.
    const rank = ({ row }: Candidate) => (row.doc === 'settings' ? 0 : homes.has(row.doc) ? 1 : 2);
    return rank(a) - rank(b) || a.room.bytes - b.room.bytes || b.row.since - a.row.since;
  }

  async function round(chosen: readonly Candidate[]): Promise<void> {
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
    if (!lies(first)) notVerified.push(Object.keys(first)[0] ?? '');
    first = {};
    const verified = values.filter(({ items }) => lies(items));
    notVerified.push(...values.filter((value) => !verified.includes(value)).map(({ key }) => key));
    const known = await ledger.files(remote.id);
    const written = verified.map(
      ({ row, key, hash, bytes }): RemoteFile => ({
        remote: remote.id,
        name: fileName(key, hash),
        own: 1,
        bytes,
        docs: [row.doc],
      }),
    );
    const names = new Set(written.map(({ name }) => name));
    const keys = new Set(verified.map(({ key }) => key));
    const replaced = known.filter((file) => keys.has(keyIn(file)) && !names.has(file.name));
    await ledger.settle(
      remote.id,
      verified.map(({ row }) => row),
      written,
      replaced.map(({ name }) => name),
    );
    for (const { row } of verified) open.delete(row.doc);
    await tidy();
  }

  /** Parts that nothing needs any more; notes and this device's ring file from before a change of keys, once they have a successor. */
  async function tidy(): Promise<void> {
    const { lying, strays } = readAccount(all);
    const former = [...homes].flatMap(([doc, keys]) => {
      const right = keyOfDoc(doc, secret);
      if (open.has(doc) || lying.get(right)?.state !== 'whole') return [];
      return [...keys].filter((key) => key !== right);
    });
    // A device that has not heard of the passphrase told of itself in plain; it does so again once it is unlocked.
    const plain = [...lying.values()].filter(
      (value) => ring && value.key.startsWith('d') && value.state === 'whole' && !isSealed(value.cargo),
    );
    const ringKey = ring && keyOfRing(ring.wrapped);
    const hasRing = ringKey !== null && ringKey !== memory.ring && lying.get(ringKey)?.state === 'whole';
    const formerKeys = hasRing ? [...former, memory.ring] : former;
    const values = [...formerKeys.flatMap((key) => lying.get(key) ?? []), ...plain];
    await takeAway([...strays, ...values.flatMap(({ names }) => names)]);
  }

  /** Takes one former value away, or the remains of one, whose successor fits only then. False: there is none. */
  async function makeWay(waiting: readonly Candidate[]): Promise<boolean> {
    const { lying } = readAccount(all);
    for (const candidate of waiting) {
      const isFormer = (key: string) => key !== candidate.key || lying.get(key)?.state !== 'whole';
      const former = [...(homes.get(candidate.row.doc) ?? [])].filter(isFormer);
      const names = former.flatMap((key) => lying.get(key)?.names ?? []);
      if (names.length === 0) continue;
      const without = Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
      if (chooseFitting([candidate], without).chosen.length === 0) continue;
      await takeAway(names);
      return true;
    }
    return false;
  }

  /** What does not fit sealed must not stay there plain. False: there is none. */
  async function takePlainAway(): Promise<boolean> {
    if (!ring) return false;
    const { lying } = readAccount(all);
    const keys = [...open].map((doc) => keyOfDoc(doc, keyId(null))).filter((key) => !heldKeys.has(key));
    const names = keys.flatMap((key) => lying.get(key)?.names ?? []);
    await takeAway(names);
    return names.length > 0;
  }

  async function takeAway(names: readonly string[]): Promise<void> {
    const there = [...new Set(names)].filter((name) => Object.hasOwn(all, name));
    if (there.length === 0) return;
    context.step('tidy');
    await account.remove(there);
    all = Object.fromEntries(Object.entries(all).filter(([name]) => !there.includes(name)));
  }
}

function roomLeft(all: Items): Room {
  const used = roomOf(all);
  return { bytes: NOTES_ROOM.bytes - used.bytes, items: NOTES_ROOM.items - used.items };
}

function chooseFitting(todo: readonly Candidate[], all: Items): { chosen: Candidate[]; rest: Candidate[] } {
  let { bytes, items } = roomLeft(all);
  const chosen: Candidate[] = [];
  const rest: Candidate[] = [];
  for (const candidate of todo) {
    const overwritten = roomOf(
      Object.fromEntries(namesUnder(candidate).flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]]))),
    );
    const more = { bytes: candidate.room.bytes - overwritten.bytes, items: candidate.room.items - overwritten.items };
    const fits = (more.bytes <= 0 || more.bytes <= bytes) && (more.items <= 0 || more.items <= items);
    if (!fits) {
      rest.push(candidate);
      continue;
    }
    chosen.push(candidate);
    bytes -= more.bytes;
    items -= more.items;
  }
  return { chosen, rest };
}

function namesUnder({ key, room }: Candidate): string[] {
  return Array.from({ length: room.items }, (_, part) => (part === 0 ? key : `${key}.${part}`));
}
