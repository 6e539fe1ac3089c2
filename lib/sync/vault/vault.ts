/**
 * Seals and opens what is on a remote. Only here is Cargo made: a sealed vault always produces age, and a sealed store
 * takes no other type.
 */
import type { KeyRow } from '../../database';
import { SyncError } from '../sync-error';
import type { Cargo, Protection, Vault } from '../types';
import { isSealed, openAge, sealFor } from './age';

export function vaultOf(ring: KeyRow): Vault<'sealed'>;
export function vaultOf(ring: null): Vault<'plain'>;
export function vaultOf(ring: KeyRow | null): Vault<'sealed'> | Vault<'plain'>;
export function vaultOf(ring: KeyRow | null): Vault<'sealed'> | Vault<'plain'> {
  return ring ? sealedVault(ring) : plainVault;
}

const plainVault: Vault<'plain'> = {
  protection: 'plain',
  close: async (plain) => plain as Cargo<'plain'>,
  async open(cargo) {
    if (isSealed(cargo)) throw new SyncError('locked');
    return cargo;
  },
  isCurrent: async (cargo) => !isSealed(cargo),
};

function sealedVault(ring: KeyRow): Vault<'sealed'> {
  let seal: ReturnType<typeof sealFor> | null = null;
  return {
    protection: 'sealed',
    async close(plain) {
      seal ??= sealFor(ring.current);
      return (await (
        await seal
      )(plain)) as Cargo<'sealed'>;
    },
    async open(cargo) {
      // Written before the passphrase was set, or by a device that does not know of it.
      if (!isSealed(cargo)) return cargo;
      const plain = await openAge(cargo, { identities: ring.identities });
      if (!plain) throw new SyncError('locked');
      return plain;
    },
    async isCurrent(cargo) {
      return isSealed(cargo) && (await openAge(cargo, { identities: [ring.current] })) !== null;
    },
  };
}

/** Sealed with the passphrase itself, hence the only cargo that no vault makes. */
export function keyringCargo<P extends Protection>({ wrapped }: KeyRow): Cargo<P> {
  if (!isSealed(wrapped)) throw new SyncError('failed', 'the key ring is not sealed');
  return wrapped as Cargo<P>;
}
