/**
 * The format of the browser account: short texts under short keys.
 *
 *   n<12 characters>  a document, see `keyOfDoc`; the key does not reveal its name
 *   k<16 hex digits>  a ring file, by its hash
 *   d<device>         a device's report about itself
 *
 *   value             1.<first 8 characters of the whole value's hash>.<part>/<parts>.<base64url>
 *   further parts     under <key>.1, <key>.2 …
 *
 * A leading number above 1, or another letter before such a value, means a newer layout. All parts of a value have its
 * hash: if they come from two writers, or arrive one by one, the value is just incomplete.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DocId } from '../../database';
import type { Cargo, CargoText, Protection } from '../types';
import { base64urlLength, fromBase64url, toBase64url } from './base64url';

/** `storage.sync`: QUOTA_BYTES_PER_ITEM (key and JSON, in bytes), MAX_ITEMS, QUOTA_BYTES. */
export const ITEM_BYTES = 8192;
export const ACCOUNT_ITEMS = 512;
/** Chromium adds up keys and values; Firefox measures one JSON object, whose braces cost a byte more. */
export const ACCOUNT_BYTES = 102_400 - 1;
/** In that object: the key's quotes, a colon and a comma. */
const IN_OBJECT_BYTES = 4;

const SCHEMA = 1;
const HASH_SIGNS = 8;
const NAME = /^(n[\w-]{12}|[kd][0-9a-f]{16})(?:\.([1-9]\d?))?$/;
const ANY_NAME = /^[a-z][\w-]{12,16}(?:\.\d+)?$/;
const VALUE = /^(\d+)\.([\w-]{8})\.(\d{1,2})\/(\d{1,2})\.([\w-]*)$/;

/** As read from the account. */
export type Items = Readonly<Record<string, string>>;
/** As written to the account. */
export type CargoItems<P extends Protection> = Readonly<Record<string, CargoText<P>>>;

export interface Room {
  readonly bytes: number;
  readonly items: number;
}

/** A value in the account, its parts joined. */
export type Lying = {
  readonly key: string;
  /** The keys of its parts. */
  readonly names: readonly string[];
} & (
  | { readonly state: 'whole'; readonly hash: string; readonly cargo: Uint8Array }
  /** `newer`: written by a later Backstory; it is left alone and not overwritten. */
  | { readonly state: 'incomplete' | 'damaged' | 'newer' }
);

export interface AccountContents {
  readonly lying: ReadonlyMap<string, Lying>;
  /** Parts that belong to no value any more. */
  readonly strays: readonly string[];
  /** Key of something written by a newer Backstory. */
  readonly newer: string | null;
}

/** @param secret unknown to onlookers, so that they cannot guess which documents exist */
export function keyOfDoc(doc: DocId, secret: string): string {
  return `n${hashOf(new TextEncoder().encode(`${secret} ${doc}`), 12)}`;
}

/**
 * Not by device: two clones of one profile would overwrite each other's file for ever, and a restored profile would
 * replace its latest file with an old one.
 */
export const keyOfRing = (wrapped: Uint8Array) => `k${bytesToHex(sha256(wrapped)).slice(0, 16)}`;
export const keyOfReport = (device: string) => `d${device}`;

/** The size of an item, as both browsers count it. */
export function itemBytes(name: string, value: string): number {
  return new TextEncoder().encode(name + JSON.stringify(value)).length;
}

/** How much of the quota items use, by the stricter browser's count. */
export function roomOf(items: Items): Room {
  const entries = Object.entries(items);
  const bytes = entries.reduce((sum, [name, value]) => sum + itemBytes(name, value) + IN_OBJECT_BYTES, 0);
  return { bytes, items: entries.length };
}

/** The items of one value, each as large as possible. */
export function toItems<P extends Protection>(key: string, cargo: Cargo<P>): CargoItems<P> {
  const text = toBase64url(cargo);
  const hash = hashOf(cargo, HASH_SIGNS);
  const capacities = partCapacities(key, text.length);
  const items: Record<string, CargoText<P>> = {};
  let at = 0;
  capacities.forEach((capacity, part) => {
    const { name, head } = frame(key, hash, part, capacities.length);
    items[name] = (head + text.slice(at, at + capacity)) as CargoText<P>;
    at += capacity;
  });
  return items;
}

/** What `toItems` would need for so many bytes. */
export function roomFor(key: string, cargoBytes: number): Room {
  const length = base64urlLength(cargoBytes);
  const parts = partCapacities(key, length).length;
  let bytes = length;
  for (let part = 0; part < parts; part++) bytes += frameBytes(key, part, parts) + IN_OBJECT_BYTES;
  return { bytes, items: parts };
}

export function hashOfCargo(cargo: Uint8Array): string {
  return hashOf(cargo, HASH_SIGNS);
}

export const isOurs = (name: string): boolean => NAME.test(name);

/** Joins the values in the account; leaves out what is not ours. */
export function readAccount(all: Items): AccountContents {
  const lying = new Map<string, Lying>();
  const strays: string[] = [];
  let newer: string | null = null;
  const newerKeys = new Set<string>();
  const parts = new Map<string, Map<number, string>>();
  for (const [name, value] of Object.entries(all)) {
    const [, key = '', part = '0'] = NAME.exec(name) ?? [];
    if (key === '') {
      if (ANY_NAME.test(name) && VALUE.test(value)) newer = name;
      continue;
    }
    if (Number(/^(\d+)\./.exec(value)?.[1] ?? SCHEMA) > SCHEMA) {
      newer = key;
      newerKeys.add(key);
    }
    parts.set(key, (parts.get(key) ?? new Map<number, string>()).set(Number(part), value));
  }
  for (const [key, values] of parts) {
    const value = putTogether(key, values, newerKeys.has(key));
    lying.set(key, value);
    if (value.state !== 'whole') continue;
    strays.push(...[...values.keys()].map((part) => nameOf(key, part)).filter((name) => !value.names.includes(name)));
  }
  return { lying, strays, newer };
}

function putTogether(key: string, values: ReadonlyMap<number, string>, isNewer: boolean): Lying {
  const names = [...values.keys()].toSorted((a, b) => a - b).map((part) => nameOf(key, part));
  if (isNewer) return { key, names, state: 'newer' };
  const first = values.get(0);
  if (first === undefined) return { key, names, state: 'incomplete' };
  const head = VALUE.exec(first);
  if (!head) return { key, names, state: 'damaged' };
  const [, , hash = '', , parts = ''] = head;
  let text = '';
  for (let part = 0; part < Number(parts); part++) {
    const value = values.get(part);
    if (value === undefined) return { key, names, state: 'incomplete' };
    const [, , ofHash, ofPart, ofParts, piece] = VALUE.exec(value) ?? [];
    if (piece === undefined || Number(ofPart) !== part) return { key, names, state: 'damaged' };
    if (ofHash !== hash || ofParts !== parts) return { key, names, state: 'incomplete' };
    text += piece;
  }
  try {
    const cargo = fromBase64url(text);
    if (Number(parts) === 0 || hashOf(cargo, HASH_SIGNS) !== hash) return { key, names, state: 'damaged' };
    return { key, names: names.slice(0, Number(parts)), state: 'whole', hash, cargo };
  } catch {
    return { key, names, state: 'damaged' };
  }
}

/** The number of base64url characters in each part. */
function partCapacities(key: string, length: number): number[] {
  // Each part states the number of parts, which takes a character or two.
  for (let parts = 1; ; parts++) {
    const capacities: number[] = [];
    let left = length;
    for (let part = 0; part < parts; part++) {
      const capacity = Math.min(left, ITEM_BYTES - frameBytes(key, part, parts));
      capacities.push(capacity);
      left -= capacity;
    }
    if (left === 0) return capacities;
  }
}

const nameOf = (key: string, part: number) => (part === 0 ? key : `${key}.${part}`);

function frame(key: string, hash: string, part: number, parts: number): { name: string; head: string } {
  return { name: nameOf(key, part), head: `${SCHEMA}.${hash}.${part}/${parts}.` };
}

/** The size of an item without its piece: name, quotes, head. */
function frameBytes(key: string, part: number, parts: number): number {
  const { name, head } = frame(key, '-'.repeat(HASH_SIGNS), part, parts);
  return name.length + 2 + head.length;
}

function hashOf(bytes: Uint8Array, signs: number): string {
  return toBase64url(sha256(bytes)).slice(0, signs);
}
