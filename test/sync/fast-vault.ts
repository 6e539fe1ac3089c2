/**
 * A vault that looks like age and costs nothing: it keeps the contract (which key opens what, any damage is noticed) and
 * no secret. Some scripts run over the real one.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { KeyRow } from '../../lib/database';
import { type Cargo, SyncError, type Vault } from '../../lib/sync';

const HEAD = new TextEncoder().encode('age-encryption.org/v1\n');
const ID_BYTES = 16;
const CHECK_BYTES = 8;

const idOf = (identity: string) => sha256(new TextEncoder().encode(identity)).subarray(0, ID_BYTES);
const isSealed = (bytes: Uint8Array) => HEAD.every((byte, i) => bytes[i] === byte);
const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export function fastVault(ring: KeyRow | null): Vault<'sealed'> | Vault<'plain'> {
  return ring ? sealed(ring) : plain;
}

const plain: Vault<'plain'> = {
  protection: 'plain',
  close: async (bytes) => bytes as Cargo<'plain'>,
  async open(cargo) {
    if (isSealed(cargo)) throw new SyncError('locked');
    return cargo;
  },
  isCurrent: async (cargo) => !isSealed(cargo),
};

function sealed(ring: KeyRow): Vault<'sealed'> {
  const idIn = (cargo: Uint8Array) => cargo.subarray(HEAD.length, HEAD.length + ID_BYTES);
  return {
    protection: 'sealed',
    async close(bytes) {
      const parts = [HEAD, idOf(ring.current), sha256(bytes).subarray(0, CHECK_BYTES), bytes];
      const cargo = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
      let at = 0;
      for (const part of parts) {
        cargo.set(part, at);
        at += part.length;
      }
      return cargo as Cargo<'sealed'>;
    },
    async open(cargo) {
      if (!isSealed(cargo)) return cargo;
      if (!ring.identities.some((identity) => same(idOf(identity), idIn(cargo)))) throw new SyncError('locked');
      const check = cargo.subarray(HEAD.length + ID_BYTES, HEAD.length + ID_BYTES + CHECK_BYTES);
      const bytes = cargo.subarray(HEAD.length + ID_BYTES + CHECK_BYTES);
      if (!same(sha256(bytes).subarray(0, CHECK_BYTES), check)) throw new SyncError('damaged');
      return bytes;
    },
    isCurrent: async (cargo) => isSealed(cargo) && same(idOf(ring.current), idIn(cargo)),
  };
}
