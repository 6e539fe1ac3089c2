import { describe, expect, it } from 'vitest';
import { createSentinel } from '../../../lib/notes';
import { ana, bring, createDevice, type Device, opec } from './device';

function area() {
  const items: Record<string, unknown> = {};
  let writes = 0;
  return {
    items,
    writes: () => writes,
    get: async (key: string) => (key in items ? { [key]: items[key] } : {}),
    set: async (more: Record<string, unknown>) => {
      writes++;
      Object.assign(items, more);
    },
  };
}

const watch = (device: Device, storage: ReturnType<typeof area>) =>
  createSentinel({
    area: storage,
    device: device.ledger.device,
    count: device.store.count,
    now: () => device.clock.at,
  });

describe('the sentinel', () => {
  it('is silent on a new device, and while all notes are there', async () => {
    const device = createDevice();
    const sentinel = watch(device, area());
    expect(await sentinel.look()).toBeNull();
    await device.type(ana, 'x');
    await sentinel.notice();
    expect(await sentinel.look()).toBeNull();
  });

  it('notices a database that was emptied, and keeps saying so when new notes are written', async () => {
    const storage = area();
    const before = createDevice();
    await before.type(ana, 'x');
    await before.type(opec, 'y');
    await watch(before, storage).notice();
    const after = createDevice();
    const sentinel = watch(after, storage);
    expect(await sentinel.look()).toEqual({ count: 2, at: before.clock.at });
    await after.type(ana, 'anew');
    await sentinel.notice();
    expect(await sentinel.look()).toEqual({ count: 2, at: before.clock.at });
    await bring(before, after);
    expect(await sentinel.look()).toBeNull();
  });

  it('counts the first notes at once, even right after counting none', async () => {
    const storage = area();
    const device = createDevice();
    const sentinel = watch(device, storage);
    await sentinel.notice();
    await device.type(ana, 'x');
    await sentinel.notice();
    expect(await watch(createDevice(), storage).look()).toMatchObject({ count: 1 });
  });

  it('is satisfied when the reader chooses to start afresh', async () => {
    const storage = area();
    const before = createDevice();
    await before.type(ana, 'x');
    await watch(before, storage).notice();
    const sentinel = watch(createDevice(), storage);
    expect(await sentinel.look()).not.toBeNull();
    await sentinel.startAfresh();
    expect(await sentinel.look()).toBeNull();
  });

  it('does not take a list of notes that the reader emptied for a lost database', async () => {
    const storage = area();
    const device = createDevice();
    await device.type(ana, 'x');
    const sentinel = watch(device, storage);
    await sentinel.notice();
    await device.store.remove('ana');
    expect(await sentinel.look()).toBeNull();
  });

  it('writes at most once a minute, and ignores invalid values', async () => {
    const storage = area();
    storage.items['notes.sentinel'] = { count: 'many' };
    const device = createDevice();
    const sentinel = watch(device, storage);
    expect(await sentinel.look()).toBeNull();
    await device.type(ana, 'x');
    for (let times = 0; times < 5; times++) await sentinel.notice();
    expect(storage.writes()).toBe(1);
    device.clock.at += 60_000;
    await sentinel.notice();
    expect(storage.writes()).toBe(2);
  });
});
