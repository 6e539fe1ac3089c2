/** What a remote's id tells: `account` for the only one of its kind, otherwise `KIND:…`. */
import * as v from 'valibot';
import { KINDS_OF_REMOTES, type KindOfRemote } from './kinds';

type Kinds = typeof KINDS_OF_REMOTES;
export type RemoteKind = keyof Kinds;
/** Kinds that the reader adds. */
export type AddedKind = { [K in RemoteKind]: Kinds[K]['ofBrowser'] extends true ? never : K }[RemoteKind];
export type ConfigOf<K extends RemoteKind> = v.InferOutput<Kinds[K]['config']>;
export type RemoteId = Exclude<RemoteKind, AddedKind> | `${AddedKind}:${string}`;

export const ACCOUNT = 'account' satisfies RemoteId;

const OWN_PART = /^[\w-]{1,64}$/;

/** Null: not an id, or of an unknown kind. */
export function remoteKindOf(id: string): RemoteKind | null {
  const [kind = '', own, ...more] = id.split(':');
  if (!isKind(kind) || more.length > 0) return null;
  const isSound = descriptorOf(kind).ofBrowser ? own === undefined : own !== undefined && OWN_PART.test(own);
  return isSound ? kind : null;
}

export const isRemoteId = (id: unknown): id is RemoteId => typeof id === 'string' && remoteKindOf(id) !== null;

/** @param own letters, digits, `_` and `-`; unique within its kind */
export const remoteIdOf = (kind: AddedKind, own: string): RemoteId => `${kind}:${own}`;

export function descriptorOf<K extends RemoteKind>(kind: K): KindOfRemote<ConfigOf<K>> {
  const kinds: { readonly [Each in RemoteKind]: KindOfRemote<ConfigOf<Each>> } = KINDS_OF_REMOTES;
  return kinds[kind];
}

/** Null: invalid, and the remote has to be set up again. */
export function readConfig<K extends RemoteKind>(kind: K, config: unknown): { readonly config: ConfigOf<K> } | null {
  const read = v.safeParse(descriptorOf(kind).config, config);
  return read.success ? { config: read.output } : null;
}

const isKind = (kind: string): kind is RemoteKind => Object.hasOwn(KINDS_OF_REMOTES, kind);
