/**
 * What lies on a remote, made and opened. Only here is Cargo made: what a sealed vault closes is age, and nothing else
 * has the type that a sealed store takes.
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
      // Written before the passphrase was set, or by a device that has not heard of it.
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

/** Sealed by the passphrase itself, and so the only cargo that no vault closes. */
export function keyringCargo<P extends Protection>({ wrapped }: KeyRow): Cargo<P> {
  if (!isSealed(wrapped)) throw new SyncError('failed', 'keys that are not wrapped');
  return wrapped as Cargo<P>;
}
