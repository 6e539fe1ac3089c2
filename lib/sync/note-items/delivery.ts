/**
 * Decides the next step for the account from its content and the outbox. One pure function maps a state to the next
 * deed, another maps the state and the deed's result to the next state. `deliver.ts` performs the deeds.
 *
 *           ┌───── something fits, or something must go along: WRITE (and read back) ──────┐
 *           │                                                                              ▼
 *   ──► FILLING ◄──────────────── what is replaced or no longer needed: REMOVE ──────── TIDYING
 *        │  ▲ │
 *        │  │ └─ nothing fits: REMOVE one old value whose successor fits only then, or everything there in plain
 *        │  └────────────────────────────────────────────────────────────┘
 *        └─ nothing left to do: REMOVE what is not needed ──► ENDED
 *
 * Invariants (proved by `test/unit/sync/note-items-delivery.test.ts`): it ends; nothing is chosen that does not fit; an
 * old value goes before its successor is there only if nothing fits, and its document then stays pending.
 */
import type { DocId } from '../../database';
import type { Pending } from '../../notes';
import { type Items, keyOfDoc, type Room, readAccount, roomOf } from './layout';
import { NOTES_ROOM } from './too-much';

/** A pending document, packed and measured. */
export interface PackedDoc {
  readonly row: Pick<Pending, 'doc' | 'since'>;
  readonly key: string;
  readonly room: Room;
}

/** What stays constant during one delivery. */
export interface Terms {
  /** Document → keys of its values, including those from before a key change. */
  readonly homes: ReadonlyMap<DocId, ReadonlySet<string>>;
  /** Keys of held-back values. */
  readonly heldKeys: ReadonlySet<string>;
  /** The secret that document keys are derived from; and the one used while nothing was sealed. */
  readonly secret: string;
  readonly plainSecret: string;
  /** Key of the ring file; null: nothing is sealed. `before`: of this device's previous one. */
  readonly ring: { readonly key: string; readonly before: string } | null;
  readonly isSealed: (cargo: Uint8Array) => boolean;
}

export interface Delivery<C extends PackedDoc, Along extends Items> {
  readonly phase: 'filling' | 'tidying' | 'last-tidying' | 'ended';
  /** The content of the account. */
  readonly all: Items;
  /** What is pending, most valuable first. */
  readonly todo: readonly C[];
  /** Documents whose newest state is not there yet. */
  readonly open: ReadonlySet<DocId>;
  /** Items that must be there whatever else fits: they go with the first write. */
  readonly along: Along | null;
}

export type Deed<C extends PackedDoc> =
  | { readonly do: 'write'; readonly chosen: readonly C[] }
  | { readonly do: 'take-away'; readonly names: readonly string[] };

/** Call until the phase is `ended`. */
export function nextDeed<C extends PackedDoc, A extends Items>(state: Delivery<C, A>, terms: Terms): Deed<C> {
  const { phase, all, todo, along } = state;
  if (phase !== 'filling') return { do: 'take-away', names: needless(state, terms) };
  const chosen = chooseFitting(todo, { ...all, ...along });
  if (chosen.length > 0 || along) return { do: 'write', chosen };
  const way = inTheWay(state, terms);
  return { do: 'take-away', names: way.length > 0 ? way : plain(state, terms) };
}

/** After a write that was read back; `arrived`: documents that are there as written. */
export function written<C extends PackedDoc, A extends Items>(
  state: Delivery<C, A>,
  chosen: readonly C[],
  all: Items,
  arrived: readonly DocId[],
): Delivery<C, A> {
  const todo = state.todo.filter((one) => !chosen.includes(one));
  const open = new Set([...state.open].filter((doc) => !arrived.includes(doc)));
  return { phase: 'tidying', all, todo, open, along: null };
}

export function takenAway<C extends PackedDoc, A extends Items>(
  state: Delivery<C, A>,
  names: readonly string[],
): Delivery<C, A> {
  const all = Object.fromEntries(Object.entries(state.all).filter(([name]) => !names.includes(name)));
  if (state.phase === 'last-tidying') return { ...state, all, phase: 'ended' };
  return { ...state, all, phase: state.phase === 'filling' && names.length === 0 ? 'last-tidying' : 'filling' };
}

/** First the settings and what is already shared, then the smallest, so that most fit, then the newest. */
export const byWorth =
  (homes: Terms['homes']) =>
  (a: PackedDoc, b: PackedDoc): number => {
    const rank = ({ row }: PackedDoc) => (row.doc === 'settings' ? 0 : homes.has(row.doc) ? 1 : 2);
    return rank(a) - rank(b) || a.room.bytes - b.room.bytes || b.row.since - a.row.since;
  };

/** Parts nothing needs any more; notes and this device's ring file from before a key change, once replaced. */
function needless({ all, open }: Delivery<PackedDoc, Items>, { homes, secret, ring, isSealed }: Terms): string[] {
  const { lying, strays } = readAccount(all);
  const former = [...homes].flatMap(([doc, keys]) => {
    const right = keyOfDoc(doc, secret);
    if (open.has(doc) || lying.get(right)?.state !== 'whole') return [];
    return [...keys].filter((key) => key !== right);
  });
  // Reports of devices that did not know the passphrase; they report again once unlocked.
  const told = [...lying.values()].filter(
    (value) => ring && value.key.startsWith('d') && value.state === 'whole' && !isSealed(value.cargo),
  );
  const hasRing = ring && ring.key !== ring.before && lying.get(ring.key)?.state === 'whole';
  const formerKeys = hasRing ? [...former, ring.before] : former;
  const values = [...formerKeys.flatMap((key) => lying.get(key) ?? []), ...told];
  return thereIn(all, [...strays, ...values.flatMap(({ names }) => names)]);
}

/** One old value, or its remains, whose successor fits only without it. */
function inTheWay({ all, todo }: Delivery<PackedDoc, Items>, { homes }: Terms): string[] {
  const { lying } = readAccount(all);
  for (const candidate of todo) {
    const isFormer = (key: string) => key !== candidate.key || lying.get(key)?.state !== 'whole';
    const former = [...(homes.get(candidate.row.doc) ?? [])].filter(isFormer);
    const names = thereIn(
      all,
      former.flatMap((key) => lying.get(key)?.names ?? []),
    );
    const without = Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
    if (chooseFitting([candidate], without).length > 0) return names;
  }
  return [];
}

/** What does not fit sealed must not stay there plain. */
function plain({ all, open }: Delivery<PackedDoc, Items>, { heldKeys, plainSecret, ring }: Terms): string[] {
  if (!ring) return [];
  const { lying } = readAccount(all);
  const keys = [...open].map((doc) => keyOfDoc(doc, plainSecret)).filter((key) => !heldKeys.has(key));
  return thereIn(
    all,
    keys.flatMap((key) => lying.get(key)?.names ?? []),
  );
}

export const thereIn = (all: Items, names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => Object.hasOwn(all, name));

export function roomLeft(all: Items): Room {
  const used = roomOf(all);
  return { bytes: NOTES_ROOM.bytes - used.bytes, items: NOTES_ROOM.items - used.items };
}

function chooseFitting<C extends PackedDoc>(todo: readonly C[], all: Items): readonly C[] {
  let { bytes, items } = roomLeft(all);
  const chosen: C[] = [];
  for (const candidate of todo) {
    const overwritten = roomOf(
      Object.fromEntries(namesUnder(candidate).flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]]))),
    );
    const more = { bytes: candidate.room.bytes - overwritten.bytes, items: candidate.room.items - overwritten.items };
    const fits = (more.bytes <= 0 || more.bytes <= bytes) && (more.items <= 0 || more.items <= items);
    if (!fits) continue;
    chosen.push(candidate);
    bytes -= more.bytes;
    items -= more.items;
  }
  return chosen;
}

function namesUnder({ key, room }: PackedDoc): string[] {
  return Array.from({ length: room.items }, (_, part) => (part === 0 ? key : `${key}.${part}`));
}
