/**
 * Anything unsealed in a sealed account is held back (`../held-back.ts`), except what this device has read before and
 * what was there when its reader set the passphrase. Until this device or another has put something sealed there, any
 * value is as good as another.
 */
import type { Documents } from '../../notes';
import type { ExchangeContext } from '../exchange';
import { describeHeld, MOST_HELD, verdictOn } from '../held-back';
import { SyncError } from '../sync-error';
import type { HeldFile } from '../types';
import { isSealed, keyId } from '../vault';
import { unpackDoc } from './doc-cargo';
import type { Lying } from './layout';
import type { Memory } from './memory';

type Whole = Extract<Lying, { state: 'whole' }>;

export interface Gate {
  /** May this value, new to this device, be read? If not, records what becomes of it. */
  lets(value: Whole, name: string): boolean;
  /** May this value be used as a device's report? */
  mayTell(value: Lying): boolean;
  outcome(): {
    readonly held: readonly HeldFile[];
    readonly heldMore: number;
    readonly heldKeys: ReadonlySet<string>;
    readonly leftOut: readonly string[];
  };
}

export function createGate(
  { documents, ring, remote }: ExchangeContext,
  memory: Memory,
  values: readonly Lying[],
): Gate {
  const isBeingSealed = memory.seal === keyId(null) && !values.some(({ key }) => key.startsWith('k'));
  const isOpen = ring === null || isBeingSealed;
  const held: HeldFile[] = [];
  const heldKeys = new Set<string>();
  const leftOut: string[] = [];
  return {
    lets(value, name) {
      if (isOpen || isSealed(value.cargo)) return true;
      const verdict = verdictOn(remote, name, value.cargo);
      if (verdict?.takeIn) return true;
      if (verdict) {
        leftOut.push(...value.names);
        return false;
      }
      heldKeys.add(value.key);
      if (held.length < MOST_HELD) held.push(describe(documents, name, value.cargo));
      return false;
    },
    mayTell: (value) => isOpen || value.state !== 'whole' || isSealed(value.cargo),
    outcome: () => ({ held, heldMore: heldKeys.size - held.length, heldKeys, leftOut }),
  };
}

function describe(documents: Documents, name: string, cargo: Uint8Array): HeldFile {
  const nobody = { device: '', deviceName: '', at: null };
  try {
    return describeHeld(documents, name, cargo, { ...nobody, docs: [unpackDoc(cargo)] });
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    // The reader can still have it removed.
    return describeHeld(documents, name, cargo, { ...nobody, docs: [] });
  }
}
