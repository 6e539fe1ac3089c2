/** The reader's passphrases: sets, changes and types them, and records every key that ever existed. */
import type { KeyRow } from '../../lib/database';
import { replacePassphrase, SyncError, setPassphrase, unlock, type Vault } from '../../lib/sync';
import type { Random } from './random';
import type { Device } from './simulated-device';

/** Real ones cost a second each. */
const CHEAP = { workFactor: 1 };

export interface PassphraseParts {
  readonly random: Random;
  readonly count: (event: string) => void;
  readonly vaultOf: (ring: KeyRow | null) => Vault<'plain'> | Vault<'sealed'>;
}

export function createPassphrases({ random, count, vaultOf }: PassphraseParts) {
  const passphrases: string[] = [];
  const keys = new Set<string>();
  let next = 0;

  /** Sets or changes the passphrase on a device, or unlocks it there. */
  async function choose(device: Device): Promise<void> {
    const signal = new AbortController().signal;
    const rows = await device.ledger.remotes();
    const ring = await device.ledger.ring();
    const remotes = rows.map((row) => device.open(row, ring));
    const chosen = `passphrase ${++next}`;
    try {
      if (ring && random.chance(0.5)) await replacePassphrase(device.ledger, { to: chosen }, CHEAP);
      else if (!ring) await setPassphrase(device.ledger, remotes, chosen, signal, CHEAP);
      else return await tryAll(device);
      passphrases.push(chosen);
      count('passphrase');
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      if (error.code === 'locked') await tryAll(device);
    } finally {
      await learnKeys(device);
    }
  }

  /** Unlocks with every passphrase that the reader ever chose, the latest first. */
  async function tryAll(device: Device): Promise<void> {
    count('unlock');
    const rows = await device.ledger.remotes();
    const remotes = rows.map((row) => device.open(row, null));
    for (const known of passphrases.toReversed()) {
      try {
        await unlock(device.ledger, remotes, known, new AbortController().signal, CHEAP);
      } catch (error) {
        if (!(error instanceof SyncError)) throw error;
      }
    }
    await learnKeys(device);
  }

  async function learnKeys(device: Device): Promise<void> {
    for (const identity of (await device.ledger.ring())?.identities ?? []) keys.add(identity);
  }

  /** Opens whatever any device ever sealed. */
  function vault(): Vault<'plain'> | Vault<'sealed'> {
    const identities = [...keys];
    return vaultOf(
      identities[0] ? { id: 'ring', identities, current: identities[0], wrapped: new Uint8Array() } : null,
    );
  }

  return { choose, tryAll, vault };
}
