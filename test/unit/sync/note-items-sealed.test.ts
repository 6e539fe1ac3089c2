import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { KeyRow } from '../../../lib/database';
import { type ItemStore, type Protection, replacePassphrase, setPassphrase, unlock } from '../../../lib/sync';
import { noteItems } from '../../../lib/sync/note-items';
import { ACCOUNT_BYTES, itemBytes, readAccount, toItems } from '../../../lib/sync/note-items/layout';
import { changePassphrase, createRing, isSealed, vaultOf } from '../../../lib/sync/vault';
import { fakeSyncArea } from '../../tools/fake-sync-area';
import { ana, opec } from '../notes/device';
import { type AccountDevice, createAccountDevice, noise } from './account-device';

const FAST = { workFactor: 1 };
const { signal } = new AbortController();
const subject = (entity: string) => ({ entity, name: entity, kind: null });
const values = ({ area }: AccountDevice) => [
  ...readAccount(Object.fromEntries(area.items) as Record<string, string>).lying.values(),
];
const isAllSealed = (device: AccountDevice) =>
  values(device).every((value) => value.state === 'whole' && isSealed(value.cargo));

it('writing plain text to the account under a passphrase is a type error', () => {
  const account = null as unknown as ItemStore<'sealed'>;
  const namesOf = async () => new Map();
  // @ts-expect-error a plain vault does not close what an account of sealed cargo takes
  expect(() => noteItems(account, vaultOf(null), namesOf)).not.toThrow();
  // @ts-expect-error bytes that no vault has closed are no cargo
  expect(() => toItems('n', new Uint8Array())).not.toThrow();
});

describe('a passphrase', () => {
  it('rewrites everything sealed, under other names, and leaves nothing plain', async () => {
    const a = await createAccountDevice();
    await a.type(ana, 'one');
    await a.type(opec, noise(20_000));
    await a.run();
    const before = [...a.area.items.keys()].filter((key) => key.startsWith('n'));
    expect(isAllSealed(a)).toBe(false);
    await setPassphrase(a.ledger, [a.remote], 'correct horse', signal, FAST);
    expect(await a.run()).toBeNull();
    expect(isAllSealed(a)).toBe(true);
    expect(before.filter((key) => a.area.items.has(key))).toEqual([]);
    expect(values(a).filter(({ key }) => key.startsWith('k'))).toHaveLength(1);
    const writes = a.area.writes();
    expect(await a.run()).toBeNull();
    expect(a.area.writes()).toBe(writes);
  });

  it('locks a device that does not have it: that device loses and writes nothing, and continues once unlocked', async () => {
    const area = fakeSyncArea();
    const [a, b] = [await createAccountDevice({ area }), await createAccountDevice({ area })];
    await a.type(ana, 'from a');
    await a.run();
    await b.run();
    await setPassphrase(a.ledger, [a.remote], 'correct horse', signal, FAST);
    expect(isAllSealed(a)).toBe(false);
    await a.run();
    // The other one's report lay there in plain.
    expect(isAllSealed(a)).toBe(true);
    await b.type(opec, 'from b');
    const before = new Map(area.items);
    expect(await b.run()).toBe('locked');
    expect(area.items).toEqual(before);
    await expect(unlock(b.ledger, [b.remote], 'a guess', signal, FAST)).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    await unlock(b.ledger, [b.remote], 'correct horse', signal, FAST);
    expect([await b.run(), await a.run()]).toEqual([null, null]);
    expect(await a.text('opec')).toBe('from b');
    expect((await a.ledger.digest()).digest).toBe((await b.ledger.digest()).digest);
    expect(isAllSealed(a)).toBe(true);
  });

  it('lets no plain note in once a ring file is there, even before any note is sealed', async () => {
    const area = fakeSyncArea();
    const [a, b] = [await createAccountDevice({ area }), await createAccountDevice({ area })];
    await a.ledger.saveRing(await createRing('correct horse', FAST));
    await a.run();
    await b.type(ana, 'plain');
    expect(await b.run()).toBe('locked');
    expect(isAllSealed(b)).toBe(true);
  });

  it('that is changed reseals everything with the new key; the old key opens nothing new', async () => {
    const area = fakeSyncArea();
    const [a, b] = [await createAccountDevice({ area }), await createAccountDevice({ area })];
    await a.ledger.saveRing(await createRing('first one', FAST));
    await a.type(ana, 'one');
    await a.run();
    await unlock(b.ledger, [b.remote], 'first one', signal, FAST);
    expect(await b.run()).toBeNull();
    const before = new Map(area.items);
    await replacePassphrase(a.ledger, { from: 'first one', to: 'second one' }, FAST);
    expect(await a.run()).toBeNull();
    expect([...area.items.keys()].filter((key) => key.startsWith('n') && before.has(key))).toEqual([]);
    expect(await b.run()).toBe('locked');
    await unlock(b.ledger, [b.remote], 'second one', signal, FAST);
    expect(await b.run()).toBeNull();
    expect(await b.text('ana')).toBe('one');
  });

  it('set on two devices separately is merged by unlocking', async () => {
    const area = fakeSyncArea();
    const [a, b] = [await createAccountDevice({ area }), await createAccountDevice({ area })];
    await a.ledger.saveRing(await createRing('same words', FAST));
    await b.ledger.saveRing(await createRing('same words', FAST));
    await a.type(ana, 'from a');
    await b.type(opec, 'from b');
    await a.run();
    expect(await b.run()).toBe('locked');
    await unlock(b.ledger, [b.remote], 'same words', signal, FAST);
    expect(await b.run()).toBeNull();
    const atA = await a.run();
    if (atA === 'locked') {
      await unlock(a.ledger, [a.remote], 'same words', signal, FAST);
      expect(await a.run()).toBeNull();
    }
    await b.run();
    await a.run();
    expect([await a.text('opec'), await b.text('ana')]).toEqual(['from b', 'from a']);
    expect(((await a.ledger.ring()) as KeyRow).current).toBe(((await b.ledger.ring()) as KeyRow).current);
  });

  it('seals a full account without room for old and new values side by side', async () => {
    const a = await createAccountDevice();
    await a.ledger.saveRing(await createRing('first one', FAST));
    for (let i = 0; i < 60; i++) await a.type(subject(`e${i}`), noise(1500, i + 1));
    expect(await a.run()).toBeNull();
    const left = (await a.memory()).leftBehind.length;
    expect(left).toBeGreaterThan(0);
    const ring = (await a.ledger.ring()) as KeyRow;
    const used = () => [...a.area.items].reduce((sum, [key, value]) => sum + itemBytes(key, String(value)), 0);
    expect(used()).toBeGreaterThan(95_000);
    await a.ledger.saveRing(await changePassphrase(ring, { to: 'second one' }, FAST));
    const former = [...a.area.items.keys()].filter((key) => key.startsWith('n'));
    let outcome = await a.run();
    for (let again = 0; outcome === 'too-busy' && again < 5; again++) {
      a.clock.at += 2 * 60_000;
      outcome = await a.run();
    }
    expect(outcome).toBeNull();
    expect(former.filter((key) => a.area.items.has(key))).toEqual([]);
    expect(isAllSealed(a)).toBe(true);
    expect(used()).toBeLessThanOrEqual(ACCOUNT_BYTES);
    expect((await a.memory()).leftBehind.length).toBeLessThanOrEqual(left + 2);
  }, 60_000);

  it('can be set even if the worker dies at any call of the rewriting', async () => {
    for (let at = 0; at < 9; at++) {
      for (const after of [false, true]) {
        let calls = -1_000_000;
        const dying = async <T>(call: () => Promise<T>): Promise<T> => {
          const mine = calls++;
          if (mine === at && !after) throw new Error('died');
          const answer = await call();
          if (mine === at && after) throw new Error('died');
          return answer;
        };
        const through = (store: ItemStore<Protection>): ItemStore<Protection> => ({
          all: (stop) => dying(() => store.all(stop)),
          write: (items, stop) => dying(() => store.write(items, stop)),
          remove: (keys, stop) => dying(() => store.remove(keys, stop)),
        });
        const a = await createAccountDevice({ through });
        await a.type(ana, 'one');
        await a.type(opec, noise(20_000));
        await a.run();
        await a.ledger.saveRing(await createRing('correct horse', FAST));
        calls = 0;
        await a.run().catch(() => 'died');
        calls = -1_000_000;
        expect(await a.run()).toBeNull();
        expect(isAllSealed(a)).toBe(true);
        expect(values(a).filter(({ key }) => key.startsWith('n'))).toHaveLength(2);
        const b = await createAccountDevice({ area: a.area });
        await unlock(b.ledger, [b.remote], 'correct horse', signal, FAST);
        await b.run();
        expect([await b.text('ana'), await b.text('opec')]).toEqual(['one', noise(20_000)]);
      }
    }
  }, 60_000);
});
