/** What comes of one account that several browsers write: found by the scripts of test/sync/account-script.ts. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createRing, unlockRing } from '../../../lib/sync/vault';
import { ana, opec } from '../notes/device';
import { type AccountDevice, createAccountDevice, noise } from './account-device';

const FAST = { workFactor: 1 };
const carry = (from: AccountDevice, to: AccountDevice) => {
  for (const [key, value] of from.area.items) to.area.items.set(key, value);
};
const keys = ({ area }: AccountDevice, letter: string) => [...area.items.keys()].filter((key) => key[0] === letter);

it('what lies under two keys is brought together by whoever opens both', async () => {
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

it('a value that fell apart and then went altogether is written again', async () => {
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

it('a value of old that comes back after a death between two steps is not taken for the last one', async () => {
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
