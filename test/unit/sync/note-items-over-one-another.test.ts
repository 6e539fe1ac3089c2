/**
 * What happens to one account that several browsers write: cases found by the scripts of test/sync/account-script.ts.
 */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Cargo } from '../../../lib/sync';
import { keyOfDoc, keyOfReport, toItems } from '../../../lib/sync/note-items/layout';
import { packReport } from '../../../lib/sync/note-items/report';
import { createRing, unlockRing } from '../../../lib/sync/vault';
import { fakeSyncArea, QUOTA } from '../../tools/fake-sync-area';
import { ana, opec } from '../notes/device';
import { type AccountDevice, createAccountDevice, noise } from './account-device';

const FAST = { workFactor: 1 };
const carry = (from: AccountDevice, to: AccountDevice) => {
  for (const [key, value] of from.area.items) to.area.items.set(key, value);
};
const keys = ({ area }: AccountDevice, letter: string) => [...area.items.keys()].filter((key) => key[0] === letter);

async function twins() {
  const area = fakeSyncArea();
  const [a, b] = [await createAccountDevice({ area }), await createAccountDevice({ area })] as const;
  await b.database.device.put({ ...(await a.ledger.device()) });
  return [a, b] as const;
}

describe('two devices that are copies of one profile', () => {
  it('stop rewriting the ring file when each has wrapped the same key itself', async () => {
    const [a, b] = await twins();
    const ring = await createRing('the same words', FAST);
    await a.ledger.saveRing(ring);
    await b.ledger.saveRing({ ...ring, wrapped: (await createRing('the same words', FAST)).wrapped });
    await a.type(ana, 'a');
    for (const device of [a, b, a, b]) expect(await device.run()).toBeNull();
    const writes = a.area.writes();
    for (const device of [a, b, a, b]) expect(await device.run()).toBeNull();
    expect(a.area.writes()).toBe(writes);
    expect(keys(a, 'k')).toHaveLength(2);
  });

  it('stop rewriting reports when their contents differ', async () => {
    const [a, b] = await twins();
    for (const device of [a, b]) await device.run();
    // What does not fit anywhere.
    await a.type(ana, noise(90_000, 1));
    for (let i = 0; i < 4; i++) await b.type({ entity: `big${i}`, name: 'big', kind: null }, noise(60_000, i + 2));
    for (const device of [a, b, a, b, a, b]) expect(await device.run()).toBeNull();
    const writes = a.area.writes();
    for (const device of [a, b, a, b]) expect(await device.run()).toBeNull();
    expect(a.area.writes()).toBe(writes);
  });
});

it('an old report under this device’s name is overwritten', async () => {
  const area = fakeSyncArea();
  const [a, b] = [await createAccountDevice({ area }), await createAccountDevice({ area })];
  await a.type(ana, 'a');
  const old = { ...(await a.ledger.device()), at: 1, count: 7, digest: 'of old' };
  await a.run();
  const { device } = await a.ledger.device();
  const said = toItems(keyOfReport(device), packReport(old) as Cargo<'plain'>);
  for (const [key, value] of Object.entries(said)) area.items.set(key, value);
  await a.run();
  await b.run();
  expect((await b.memory()).devices[0]).toMatchObject(await a.ledger.digest());
});

it('the ring file of a former passphrase is deleted when the new one is there', async () => {
  const a = await createAccountDevice();
  await a.ledger.saveRing(await createRing('first words', FAST));
  await a.type(ana, 'a');
  await a.run();
  const [first] = keys(a, 'k');
  await a.ledger.saveRing(await createRing('other words', FAST));
  expect(await a.run()).toBeNull();
  expect(keys(a, 'k')).toHaveLength(1);
  expect(keys(a, 'k')).not.toEqual([first]);
});

it.each(['chromium', 'firefox'] as const)(
  'what two browsers together store beyond the limit is thinned out in %s',
  async (browser) => {
    const [a, b] = [
      await createAccountDevice({ area: fakeSyncArea(() => 0, browser) }),
      await createAccountDevice({ area: fakeSyncArea(() => 0, browser) }),
    ];
    for (let i = 0; i < 4; i++)
      await a.type({ entity: `a${i}`, name: `A${i}`, kind: null }, noise(15_000 + i * 900, i + 1));
    for (let i = 0; i < 4; i++)
      await b.type({ entity: `b${i}`, name: `B${i}`, kind: null }, noise(15_500 + i * 900, i + 9));
    expect([await a.run(), await b.run()]).toEqual([null, null]);
    // What comes down asks no quota.
    carry(a, b);
    carry(b, a);
    for (const device of [a, b, a, b]) expect(await device.run()).toBeNull();
    for (const device of [a, b]) {
      const { leftBehind } = await device.memory();
      expect(leftBehind.map(({ doc }) => doc).toSorted()).toEqual((await device.waiting()).toSorted());
      expect(leftBehind.length).toBeGreaterThan(0);
      expect(Buffer.byteLength(JSON.stringify(Object.fromEntries(device.area.items)))).toBeLessThan(QUOTA.bytes);
      // The smaller ones stay, and both hold all.
      expect(leftBehind.map(({ doc }) => doc)).toEqual(expect.arrayContaining(['note:b3']));
      for (const entity of ['a0', 'a3', 'b0', 'b3']) expect(await device.text(entity)).not.toBeNull();
    }
  },
);

it('a note that fits plain but not sealed does not stay there plain', async () => {
  const a = await createAccountDevice();
  for (let i = 0; i < 200; i++) await a.type({ entity: `e${i}`, name: `E${i}`, kind: null }, noise(260, i + 1));
  await a.run();
  const before = (await a.memory()).leftBehind.length;
  await a.ledger.saveRing(await createRing('some words', FAST));
  for (let i = 0; i < 3; i++) expect(await a.run()).toBeNull();
  expect((await a.memory()).leftBehind.length).toBeGreaterThan(before);
  const { identities } = (await a.ledger.ring()) ?? { identities: [] };
  expect(identities).toHaveLength(1);
  const plainKeys = (await a.ledger.docIds()).map((doc) => keyOfDoc(doc, 'plain'));
  expect(plainKeys.filter((key) => a.area.items.has(key))).toEqual([]);
});

it('a note stored under two keys is merged by a device that can open both', async () => {
  const [first, second] = [await createRing('the words', FAST), await createRing('the words', FAST)];
  const [a, b] = [await createAccountDevice(), await createAccountDevice()];
  await a.ledger.saveRing(first);
  await b.ledger.saveRing(second);
  await a.type(ana, 'from a');
  await b.type(ana, 'from b');
  expect([await a.run(), await b.run()]).toEqual([null, null]);
  const c = await createAccountDevice();
  carry(a, c);
  carry(b, c);
  await c.ledger.saveRing(await unlockRing([first.wrapped, second.wrapped], 'the words', null, FAST));
  expect(await c.run()).toBeNull();
  const d = await createAccountDevice({ area: c.area });
  await d.ledger.saveRing((await c.ledger.ring()) as NonNullable<Awaited<ReturnType<typeof c.ledger.ring>>>);
  expect(await d.run()).toBeNull();
  expect(await d.text('ana')).toContain('from a');
  expect(await d.text('ana')).toContain('from b');
});

it('a value that lost parts and then disappeared is written again', async () => {
  const a = await createAccountDevice();
  await a.type(ana, noise(20_000));
  await a.run();
  const [key = ''] = keys(a, 'n');
  a.area.items.delete(`${key}.1`);
  expect(await a.run()).toBeNull();
  for (const part of keys(a, 'n')) a.area.items.delete(part);
  expect(await a.run()).toBeNull();
  const b = await createAccountDevice({ area: a.area });
  await b.run();
  expect(await b.text('ana')).toBe(noise(20_000));
});

it('an old value that returns after a crash between two steps is not taken for the latest', async () => {
  const [a, b] = [await createAccountDevice(), await createAccountDevice()];
  await a.type(ana, 'base');
  await a.type(opec, 'other');
  await a.run();
  carry(a, b);
  const old = new Map(a.area.items);
  await b.run();
  await b.type(ana, 'base, and more');
  await b.run();
  carry(b, a);
  const [before] = (await a.ledger.files('account')).filter(({ docs }) => docs[0] === 'note:ana');
  expect(await a.run()).toBeNull();
  // As it was after what came was merged and before what went was forgotten.
  if (before) await a.ledger.settle('account', [], [before], []);
  for (const [key, value] of old) a.area.items.set(key, value);
  expect(await a.run()).toBeNull();
  const c = await createAccountDevice({ area: a.area });
  await c.run();
  expect(await c.text('ana')).toBe('base, and more');
});

it('the remains of a longer value do not keep its successor out', async () => {
  const a = await createAccountDevice();
  await a.type(ana, noise(20_000));
  await a.type(opec, noise(24_000, 2));
  await a.run();
  const key = keyOfDoc('note:ana', 'plain');
  a.area.items.delete(`${key}.1`);
  for (let part = 3; part < 10; part++) a.area.items.set(`${key}.${part}`, `1.abcdefgh.${part}/10.${'A'.repeat(7900)}`);
  await a.run();
  a.clock.at += 11 * 60_000;
  expect(await a.run()).toBeNull();
  expect([(await a.memory()).leftBehind, await a.waiting()]).toEqual([[], []]);
  const b = await createAccountDevice({ area: a.area });
  await b.run();
  expect(await b.text('ana')).toBe(noise(20_000));
});
