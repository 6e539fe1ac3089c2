/** When sync runs automatically: never in a circle, and never not at all. */
import { describe, expect, it, vi } from 'vitest';
import { createSchedule, createSync, SyncError } from '../../../lib/sync';
import {
  ACCOUNT_SETTLING_MS,
  LOOK_EVERY_MS,
  SETTLING_MS,
  type Standing,
  whenToRun,
} from '../../../lib/sync/when-to-run';
import { createDevice } from '../notes/device';
import { createAccountDevice, noise } from './account-device';
import { runHere } from './run-here';

const NOW = Date.UTC(2026, 10, 22);
const standing = (change: Partial<Standing>): Standing => ({
  trouble: null,
  lastSuccess: NOW - 1000,
  tries: 0,
  triedAt: NOW - 2000,
  lookedAt: 0,
  pendingSince: null,
  lastChange: null,
  ...change,
});

describe('the next run', () => {
  it('only looks now and then while the outbox is empty', () => {
    expect(whenToRun(standing({}), NOW)).toBe(NOW - 1000 + LOOK_EVERY_MS);
  });

  it('comes soon after a change, including one made during the last run', () => {
    expect(whenToRun(standing({ pendingSince: NOW, lastChange: NOW }), NOW)).toBe(NOW + SETTLING_MS);
    expect(whenToRun(standing({ pendingSince: NOW - 1500 }), NOW)).toBe(NOW - 1500 + SETTLING_MS);
  });

  it('comes a little later for the browser account, which limits writes', async () => {
    const device = await createAccountDevice();
    const { world, schedule } = scheduleOf(device, () => device.remote);
    await schedule.wake();
    await vi.waitFor(async () => expect((await device.row()).lastSuccess).not.toBeNull());
    device.clock.at += 60_000;
    await device.type({ entity: 'x', name: 'X', kind: null }, 'x');
    await schedule.changed();
    expect(world.timer).toBe(ACCOUNT_SETTLING_MS);
  });

  it('does not come for what had no room in the last run, but does for something new', () => {
    expect(whenToRun(standing({ pendingSince: NOW - 90_000 }), NOW)).toBe(NOW - 1000 + LOOK_EVERY_MS);
    expect(whenToRun(standing({ pendingSince: NOW - 90_000, lastChange: NOW }), NOW)).toBe(NOW + SETTLING_MS);
  });

  it.each(['damaged', 'withheld'] as const)('is not delayed by another device’s %s file', (code) => {
    const damaged = { trouble: { code, at: NOW - 1000 }, lastSuccess: NOW - 9e8 };
    expect(whenToRun(standing(damaged), NOW)).toBe(NOW - 1000 + LOOK_EVERY_MS);
    expect(whenToRun(standing({ ...damaged, pendingSince: NOW, lastChange: NOW }), NOW)).toBe(NOW + SETTLING_MS);
  });

  it('comes at once when the clock was set back, whichever time it is measured from', () => {
    const ahead = NOW + 9e9;
    expect(whenToRun(standing({ lastSuccess: ahead, triedAt: ahead }), NOW)).toBe(NOW);
    expect(whenToRun(standing({ trouble: { code: 'damaged', at: ahead } }), NOW)).toBe(NOW);
    expect(whenToRun(standing({ tries: 3, triedAt: ahead }), NOW)).toBeLessThanOrEqual(NOW);
  });

  it('is not hurried by a change dated in the future, such as a note that never fits', () => {
    const ahead = NOW + 9e9;
    const next = NOW - 1000 + LOOK_EVERY_MS;
    expect(whenToRun(standing({ pendingSince: ahead, lastChange: ahead }), NOW)).toBe(next);
    expect(whenToRun(standing({ pendingSince: ahead, lastChange: NOW }), NOW)).toBe(NOW + SETTLING_MS);
  });
});

function scheduleOf(device: ReturnType<typeof createDevice>, open: Parameters<typeof runHere>[0]['open']) {
  const world = { runs: 0, online: true, alarm: null as number | null, timer: null as number | null };
  const common = { ledger: device.ledger, now: () => device.clock.at, online: () => world.online };
  const counted: typeof open = (row, ring) => {
    world.runs++;
    return open(row, ring);
  };
  const sync = createSync({ ledger: device.ledger, run: runHere({ ...common, open: counted }) });
  const schedule = createSchedule({
    ...common,
    sync,
    setAlarm: (at) => {
      world.alarm = at;
    },
    later: (ms) => {
      world.timer = ms;
      return () => {};
    },
    failed: (error) => {
      throw error;
    },
  });
  /** The schedule starts runs and does not wait for them. */
  const calm = async () => {
    for (let last = -1; last !== world.runs || Object.keys(sync.steps()).length > 0; ) {
      last = world.runs;
      await new Promise((done) => setTimeout(done, 60));
      if (world.runs > 20) throw new Error('it runs in a circle');
    }
  };
  return { world, schedule, calm };
}

it('does not run again and again for a note that does not fit', async () => {
  const device = await createAccountDevice();
  await device.type({ entity: 'big', name: 'Big', kind: null }, noise(150_000));
  const { world, schedule, calm } = scheduleOf(device, () => device.remote);
  device.clock.at += 60_000;
  await schedule.wake();
  await calm();
  device.clock.at += 60_000;
  await schedule.wake();
  await calm();
  expect(world.runs).toBe(1);
  expect((await device.memory()).leftBehind).toHaveLength(1);
});

it('wakes up again without a network, since no event reaches a dead worker', async () => {
  const device = createDevice();
  await device.addRemote('webdav:1');
  const { world, schedule } = scheduleOf(device, () => {
    throw new SyncError('unreachable');
  });
  world.online = false;
  await schedule.wake();
  expect(world.runs).toBe(0);
  expect(world.alarm).toBeGreaterThan(device.clock.at);
});
