import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KeyRow } from '../../../lib/database';
import { type Cargo, type FileStore, SyncError, type Vault } from '../../../lib/sync';
import { createRing, isSealed, vaultOf } from '../../../lib/sync/vault';

/** scrypt at its cheapest: these tests are not about its cost. */
const FAST = { workFactor: 1 };
const bytes = (text: string) => new TextEncoder().encode(text);
const signal = new AbortController().signal;

let ring: KeyRow;
let vault: Vault<'sealed'>;
beforeAll(async () => {
  ring = await createRing('correct horse battery', FAST);
  vault = vaultOf(ring);
});

const trouble = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof SyncError ? error.code : String(error)),
  );

describe('a sealed vault', () => {
  it('opens what it sealed, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (plain) => {
        expect(await vault.open(await vault.close(plain))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('opens data longer than one age chunk', async () => {
    for (const length of [0, 65_535, 65_536, 65_537, 200_000]) {
      const plain = new Uint8Array(length).map((_, i) => i % 251);
      expect(await vault.open(await vault.close(plain))).toEqual(plain);
    }
  });

  it('shows no part of the plain text in what is stored on the remote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 8, maxLength: 2000 }), async (plain) => {
        const cargo = Buffer.from(await vault.close(plain));
        for (let at = 0; at + 8 <= plain.length; at += 8) {
          expect(cargo.includes(plain.subarray(at, at + 8))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('produces different bytes for the same text each time', async () => {
    expect(await vault.close(bytes('same'))).not.toEqual(await vault.close(bytes('same')));
  });

  it('is locked to another ring, and says so', async () => {
    const other = vaultOf(await createRing('correct horse battery', FAST));
    expect(await trouble(other.open(await vault.close(bytes('a note'))))).toBe('locked');
  });

  it('never opens as something else, whichever byte is wrong', async () => {
    const cargo = await vault.close(bytes('what the reader wrote'));
    const codes = new Map<string, number>();
    for (let at = 0; at < cargo.length; at++) {
      const rotten = cargo.slice();
      rotten[at] = (rotten[at] ?? 0) ^ 1;
      // The first line makes it an age file: without it the bytes are nobody's, and are handed back as they came.
      const code = isSealed(rotten) ? await trouble(vault.open(rotten)) : 'not age';
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes.keys()].toSorted()).toEqual(['damaged', 'locked', 'not age']);
    expect(codes.get('not age')).toBe('age-encryption.org/v1\n'.length);
  });

  it.each([
    ['the type of the key', '-> X25519 ', 'locked'],
    ['the marks of a header', '--- ', 'damaged'],
  ])('reports damage in %s as such', async (_what, mark, code) => {
    const cargo = Buffer.from(await vault.close(bytes('text')));
    const at = cargo.indexOf(mark) + mark.length - 2;
    cargo[at] = (cargo[at] ?? 0) ^ 1;
    expect(await trouble(vault.open(cargo))).toBe(code);
  });

  it('reports a wrong last byte, a wrong nonce or a missing end as damage', async () => {
    const cargo = await vault.close(bytes('text'));
    const headerEnd = Buffer.from(cargo).indexOf('\n', Buffer.from(cargo).indexOf('\n--- ') + 1) + 1;
    for (const at of [headerEnd, headerEnd + 16, cargo.length - 1]) {
      const rotten = cargo.slice();
      rotten[at] = (rotten[at] ?? 0) ^ 0x80;
      expect(await trouble(vault.open(rotten)), `byte ${at}`).toBe('damaged');
    }
    for (const length of [30, headerEnd, headerEnd + 10, headerEnd + 16, cargo.length - 1]) {
      expect(await trouble(vault.open(cargo.slice(0, length))), `cut at ${length}`).toBe('damaged');
    }
  });

  it('opens what was written before there was a passphrase', async () => {
    expect(await vault.open(bytes('plain'))).toEqual(bytes('plain'));
  });
});

describe('a plain vault', () => {
  it('passes its input through', async () => {
    const plain = vaultOf(null);
    expect(await plain.open(await plain.close(bytes('text')))).toEqual(bytes('text'));
  });

  it('cannot open what another device sealed', async () => {
    expect(await trouble(vaultOf(null).open(await vault.close(bytes('text'))))).toBe('locked');
  });
});

/** `tsc` reads these lines in `npm test`: an expected error that does not come is an error. */
describe('plain text and a store for sealed cargo', () => {
  const written: Uint8Array[] = [];
  const store: FileStore<'sealed'> = {
    list: async () => [],
    read: async () => null,
    remove: async () => undefined,
    async write(_name, cargo) {
      written.push(cargo);
    },
  };

  it('are a type error together', async () => {
    const plain = vaultOf(null);
    await store.write('a', await vault.close(bytes('text')), signal);
    // @ts-expect-error cargo of a plain vault is no sealed cargo
    const wrongCargo: Cargo<'sealed'> = await plain.close(bytes('text'));
    // @ts-expect-error bytes are no cargo
    const noCargo: Cargo<'sealed'> = bytes('text');
    // @ts-expect-error a plain vault is no sealed vault
    const wrongVault: Vault<'sealed'> = plain;
    // @ts-expect-error a ring that may be missing makes no sealed vault
    const maybe: Vault<'sealed'> = vaultOf(ring as KeyRow | null);
    // @ts-expect-error a store of plain cargo does not stand in for one of sealed cargo
    const wrongStore: FileStore<'sealed'> = {} as FileStore<'plain'>;
    expect([wrongCargo, noCargo, wrongVault, maybe, wrongStore]).toHaveLength(5);
    expect(written.every(isSealed)).toBe(true);
  });
});
