/**
 * Anybody can put keys and sealed files on a remote. What they cost this device is limited before any of it is tried.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import type { SyncError } from '../../../lib/sync';
import { readKeyrings } from '../../../lib/sync/device-files/keyring';
import { composeName } from '../../../lib/sync/device-files/names';
import { changePassphrase, createRing, MOST_RINGS, passphraseWork, unlockRing, vaultOf } from '../../../lib/sync/vault';

const FAST = { workFactor: 1 };
const PASSPHRASE = 'the right passphrase';

/** Counts what is stretched. */
function counting() {
  const done = { opened: 0, sealed: 0 };
  const work = {
    seal: (...asked: Parameters<typeof passphraseWork.seal>) => {
      done.sealed++;
      return passphraseWork.seal(...asked);
    },
    open: (...asked: Parameters<typeof passphraseWork.open>) => {
      done.opened++;
      return passphraseWork.open(...asked);
    },
  };
  return { done, options: { ...FAST, work } };
}

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: SyncError) => error.code,
  );

const strangers = (count: number) =>
  Promise.all(Array.from({ length: count }, async (_, n) => (await createRing(`somebody else ${n}`, FAST)).wrapped));

function withFactor(file: Uint8Array, factor: number): Uint8Array {
  const text = Buffer.from(file).toString('latin1');
  return new Uint8Array(Buffer.from(text.replace(/(-> scrypt \S+ )\d+/, `$1${factor}`), 'latin1'));
}

describe('a passphrase', () => {
  it('is not stretched further than our own files need, whatever a file asks for', async () => {
    const { wrapped } = await createRing(PASSPHRASE, FAST);
    // One more is half a gigabyte; the library itself would do up to four times the work.
    for (const factor of [19, 20, 21, 99]) {
      expect(await code(passphraseWork.open(PASSPHRASE, withFactor(wrapped, factor)))).toBe('damaged');
    }
    expect(await code(unlockRing([withFactor(wrapped, 20), wrapped], PASSPHRASE, null, FAST))).toBe('none');
  });

  it('is tried on a limited number of files, and the reader is told that there are more', async () => {
    const { done, options } = counting();
    const rings = await strangers(MOST_RINGS + 5);
    expect(await code(unlockRing(rings, PASSPHRASE, null, options))).toBe('too-much');
    expect(done.opened).toBe(MOST_RINGS);
    expect(await code(unlockRing(rings.slice(0, MOST_RINGS), PASSPHRASE, null, FAST))).toBe('wrong-passphrase');
    const right = await createRing(PASSPHRASE, FAST);
    expect(await unlockRing([...rings.slice(0, MOST_RINGS - 1), right.wrapped], PASSPHRASE, null, FAST)).toEqual(right);
  });

  it('opens the notes even if one file holds keys of a later kind', async () => {
    const right = await createRing(PASSPHRASE, FAST);
    const later = await passphraseWork.seal(PASSPHRASE, 1, 'AGE-SECRET-KEY-PQ-1QQQQ\n');
    expect(await code(unlockRing([later], PASSPHRASE, null, FAST))).toBe('newer');
    expect(await unlockRing([later, right.wrapped], PASSPHRASE, null, FAST)).toEqual(right);
  });

  it('is stretched as much as the caller says, each time', async () => {
    const { done, options } = counting();
    const ring = await createRing(PASSPHRASE, options);
    await unlockRing([ring.wrapped], PASSPHRASE, null, options);
    await changePassphrase(ring, { from: PASSPHRASE, to: 'another passphrase' }, options);
    expect(done).toEqual({ opened: 2, sealed: 2 });
  });
});

describe('a folder of a thousand key files', () => {
  it('is not read completely, and identical ones are read once', async () => {
    const read: string[] = [];
    const cargo = new TextEncoder().encode('the same');
    const names = Array.from({ length: 1000 }, (_, n) =>
      n % 2 === 0
        ? composeName(n.toString(16).padStart(16, '0'), 'keyring', n + 1, cargo, 'sealed')
        : `${'e'.repeat(16)}-k${n.toString(36)}-${n.toString(16).padStart(16, '0')}.age`,
    );
    const found = await readKeyrings(
      {
        list: async () => names.map((name) => ({ name, bytes: cargo.length })),
        read: async (name) => {
          read.push(name);
          return cargo;
        },
      },
      new AbortController().signal,
    );
    expect(found).toEqual([cargo]);
    expect(read).toHaveLength(2 * MOST_RINGS);
  });
});

describe('a sealed file', () => {
  it('with very many recipients is not tried with any key', async () => {
    const ring = await createRing(PASSPHRASE, FAST);
    const encrypter = new Encrypter();
    for (let n = 0; n < 20; n++) encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
    encrypter.addRecipient(await identityToRecipient(ring.current));
    const file = await encrypter.encrypt('text');
    const decrypter = new Decrypter();
    decrypter.addIdentity(ring.current);
    expect(await decrypter.decrypt(file, 'text')).toBe('text');
    expect(await code(vaultOf(ring).open(file))).toBe('damaged');
  });
});
