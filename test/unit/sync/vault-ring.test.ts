import { describe, expect, it } from 'vitest';
import { SyncError } from '../../../lib/sync';
import { changePassphrase, createRing, isSealed, keyId, unlockRing, vaultOf } from '../../../lib/sync/vault';

/** scrypt at its cheapest: these tests are not about its cost. */
const FAST = { workFactor: 1 };
const FIRST = 'first passphrase';
const SECOND = 'second passphrase';
const text = new TextEncoder().encode('a note');

const trouble = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof SyncError ? error.code : String(error)),
  );

describe('a key ring', () => {
  it('opens on another device with the passphrase alone', async () => {
    const here = await createRing(FIRST, FAST);
    const there = await unlockRing([here.wrapped], FIRST, null, FAST);
    expect(there).toEqual(here);
    expect(await vaultOf(there).open(await vaultOf(here).close(text))).toEqual(text);
  });

  it('reveals none of its keys in the file that is synced', async () => {
    const { wrapped, current } = await createRing(FIRST, FAST);
    expect(isSealed(wrapped)).toBe(true);
    const seen = Buffer.from(wrapped).toString('latin1');
    expect(seen).not.toContain(current.slice(0, 24));
    expect(seen).not.toContain('AGE-SECRET-KEY');
    expect(seen).not.toContain(FIRST);
  });

  it('uses the cost of the age tool unless told otherwise', async () => {
    const { wrapped } = await createRing(FIRST);
    expect(Buffer.from(wrapped).toString('latin1').split('\n')[1]).toMatch(/^-> scrypt \S+ 18$/);
  });

  it('tells a wrong passphrase from a damaged file', async () => {
    const { wrapped } = await createRing(FIRST, FAST);
    expect(await trouble(unlockRing([wrapped], SECOND, null, FAST))).toBe('wrong-passphrase');
    expect(await trouble(unlockRing([wrapped.slice(0, -1)], FIRST, null, FAST))).toBe('damaged');
    expect(await trouble(unlockRing([wrapped.slice(0, 40)], FIRST, null, FAST))).toBe('damaged');
    const rotten = wrapped.slice();
    rotten[rotten.length - 1] = (rotten.at(-1) ?? 0) ^ 1;
    expect(await trouble(unlockRing([rotten], FIRST, null, FAST))).toBe('damaged');
    expect(await trouble(unlockRing([], FIRST, null, FAST))).toBe('damaged');
    expect(await trouble(unlockRing([rotten, wrapped], FIRST, null, FAST))).toBe('none');
  });

  it('reports progress: which file of how many it tries, and that it wraps keys', async () => {
    const [one, other] = [await createRing(FIRST, FAST), await createRing(FIRST, FAST)];
    const told: unknown[] = [];
    const options = { ...FAST, told: (step: unknown) => told.push(step) };
    await unlockRing([one.wrapped, other.wrapped, one.wrapped], FIRST, null, options);
    expect(told).toEqual([{ step: 'open', at: 1, of: 2 }, { step: 'open', at: 2, of: 2 }, { step: 'seal' }]);
  });

  it('is rejected when its plain text is not a ring', async () => {
    const { Encrypter } = await import('age-encryption');
    const stranger = new Encrypter();
    stranger.setScryptWorkFactor(1);
    stranger.setPassphrase(FIRST);
    expect(await trouble(unlockRing([await stranger.encrypt('hello')], FIRST, null, FAST))).toBe('damaged');
  });

  it('accepts a passphrase from keyboards that compose accents differently', async () => {
    const here = await createRing('caf\u00e9 au lait', FAST);
    expect((await unlockRing([here.wrapped], 'cafe\u0301 au lait', null, FAST)).current).toBe(here.current);
  });

  it('requires a passphrase', async () => {
    await expect(createRing('', FAST)).rejects.toThrow(RangeError);
  });
});

describe('two devices that set a passphrase without knowing of each other', () => {
  it('end with the keys of both, and seal with the same one', async () => {
    const a = await createRing(FIRST, FAST);
    const b = await createRing(FIRST, FAST);
    const atA = await unlockRing([b.wrapped], FIRST, a, FAST);
    const atB = await unlockRing([a.wrapped], FIRST, b, FAST);
    expect(atA.identities.toSorted()).toEqual([a.current, b.current].toSorted());
    expect(atA.current).toBe(atB.current);
    const atC = await unlockRing([a.wrapped, b.wrapped], FIRST, null, FAST);
    expect(atC.current).toBe(atA.current);
    for (const sealed of [await vaultOf(a).close(text), await vaultOf(b).close(text)]) {
      expect(await vaultOf(atA).open(sealed)).toEqual(text);
      expect(await vaultOf(atC).open(sealed)).toEqual(text);
    }
    // What they now offer to others holds both keys.
    expect((await unlockRing([atB.wrapped], FIRST, null, FAST)).identities).toEqual(atB.identities);
  });

  it('wrap the keys again only when no file holds all of them', async () => {
    const a = await createRing(FIRST, FAST);
    const both = await unlockRing([(await createRing(FIRST, FAST)).wrapped], FIRST, a, FAST);
    expect(both.wrapped).not.toEqual(a.wrapped);
    expect((await unlockRing([both.wrapped, a.wrapped], FIRST, a, FAST)).wrapped).toEqual(both.wrapped);
  });
});

describe('a new passphrase', () => {
  it('seals with a new key, and what was sealed before still opens', async () => {
    const before = await createRing(FIRST, FAST);
    const after = await changePassphrase(before, { from: FIRST, to: SECOND }, FAST);
    expect(after.current).not.toBe(before.current);
    expect(keyId(after)).not.toBe(keyId(before));
    expect(await vaultOf(after).open(await vaultOf(before).close(text))).toEqual(text);
    expect(await trouble(vaultOf(before).open(await vaultOf(after).close(text)))).toBe('locked');
    expect(await trouble(unlockRing([after.wrapped], FIRST, null, FAST))).toBe('wrong-passphrase');
  });

  it('is refused without knowing the old one', async () => {
    const ring = await createRing(FIRST, FAST);
    expect(await trouble(changePassphrase(ring, { from: 'a guess', to: SECOND }, FAST))).toBe('wrong-passphrase');
  });

  it('reaches a device that still offers its old file', async () => {
    const old = await createRing(FIRST, FAST);
    const changed = await changePassphrase(old, { to: SECOND }, FAST);
    const there = await unlockRing([old.wrapped, changed.wrapped], SECOND, old, FAST);
    expect(there.current).toBe(changed.current);
    expect(there.wrapped).toEqual(changed.wrapped);
  });

  it('may be the old one again: the newer key seals', async () => {
    const old = await createRing(FIRST, FAST);
    const changed = await changePassphrase(old, { to: FIRST }, FAST);
    expect((await unlockRing([old.wrapped, changed.wrapped], FIRST, null, FAST)).current).toBe(changed.current);
    expect((await unlockRing([changed.wrapped, old.wrapped], FIRST, old, FAST)).current).toBe(changed.current);
  });
});

it('the same key seals on two devices that know each other’s sealing keys', async () => {
  // Three set a passphrase apart. One of them changed it before it heard of the others, who find its first file only.
  const rings = await Promise.all([1, 2, 3].map(() => createRing(FIRST, FAST)));
  const [first, second, third] = rings.toSorted((a, b) => (a.current < b.current ? -1 : 1));
  if (!first || !second || !third) throw new Error('three rings');
  let changed = first;
  while (changed.current <= second.current) changed = await changePassphrase(first, { to: FIRST }, FAST);
  const here = await unlockRing([second.wrapped], FIRST, changed, FAST);
  const there = await unlockRing([first.wrapped, second.wrapped], FIRST, third, FAST);
  // `there` does not know the last one yet: it is locked, and has to be unlocked.
  expect([here.current, there.identities.includes(here.current)]).toEqual([changed.current, false]);
  expect((await unlockRing([here.wrapped], FIRST, there, FAST)).current).toBe(here.current);
});

it('the sealing key has a name that does not give it away', async () => {
  const ring = await createRing(FIRST, FAST);
  expect(keyId(ring)).toMatch(/^[0-9a-f]{32}$/);
  expect(keyId(ring)).toBe(keyId({ ...ring, wrapped: new Uint8Array() }));
  expect(keyId(null)).toBe('plain');
});
