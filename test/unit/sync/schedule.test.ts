/**
 * When sync runs automatically, and when it does not. Long because each reason to run, or to wait, is one short story.
 */
import { describe, expect, it, vi } from 'vitest';
import type { RemoteId } from '../../../lib/database';
import { addOrMend, createSchedule, createSync, readStatus, SyncError } from '../../../lib/sync';
import type { ExchangeContext } from '../../../lib/sync/exchange';
import { isPassing, LOOK_EVERY_MS, SETTLING_MS, type Standing, whenToRun } from '../../../lib/sync/when-to-run';
import { ana, createDevice } from '../notes/device';
import { runHere } from './run-here';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 22);
const well: Standing = {
  trouble: null,
  lastSuccess: NOW - MINUTE,
  tries: 0,
  triedAt: NOW - MINUTE,
  lookedAt: 0,
  pendingSince: null,
  lastChange: null,
};

describe('when to run next', () => {
  it('is at once for a remote that has never run', () => {
    expect(whenToRun({ ...well, lastSuccess: null, triedAt: 0 }, NOW)).toBeLessThanOrEqual(NOW);
  });

  it('is now and then while nothing happens', () => {
    expect(whenToRun(well, NOW)).toBe(NOW - MINUTE + LOOK_EVERY_MS);
  });

  it('is when typing has stopped, but not later than half a minute', () => {
    expect(whenToRun({ ...well, pendingSince: NOW - 2000, lastChange: NOW }, NOW)).toBe(NOW + SETTLING_MS);
    expect(whenToRun({ ...well, pendingSince: NOW - 29_000, lastChange: NOW }, NOW)).toBe(NOW + 1000);
  });

  it('is at once for a worker that started after the change', () => {
    expect(whenToRun({ ...well, pendingSince: NOW - 6000 }, NOW)).toBeLessThanOrEqual(NOW);
  });

  it('is later and later after failures, and after workers that died', () => {
    const waits = [1, 2, 3, 20].map(
      (tries) => whenToRun({ ...well, trouble: { code: 'server', at: NOW }, tries, triedAt: NOW }, NOW) - NOW,
    );
    expect(waits).toEqual([MINUTE / 2, MINUTE, 2 * MINUTE, 30 * MINUTE]);
    expect(whenToRun({ ...well, tries: 3, triedAt: NOW }, NOW)).toBe(NOW + 2 * MINUTE);
  });

  it.each(['credentials', 'forbidden', 'not-found', 'full'] as const)(
    'is soon after one %s, later after each more, and after the fourth not before the reader asks',
    (code) => {
      const waits = [1, 2, 3, 4, 5].map((refused) => {
        // Failures of the network between them say nothing about the server.
        const standing = { ...well, trouble: { code, at: NOW }, tries: refused + 7, refused, triedAt: NOW };
        return (whenToRun(standing, NOW) - NOW) / MINUTE;
      });
      expect(waits).toEqual([0.25, 1, 5, 60, 60]);
      expect([1, 2, 3, 4].map((refused) => isPassing(code, refused))).toEqual([true, true, true, false]);
    },
  );

  it.each(['locked', 'newer', 'permission', 'cancelled'] as const)(
    'after %s is not before an hour, or when the reader asks',
    (code) => {
      expect(whenToRun({ ...well, trouble: { code, at: NOW }, tries: 1, triedAt: NOW }, NOW)).toBe(NOW + 60 * MINUTE);
      expect(isPassing(code, 1)).toBe(false);
    },
  );

  it('is not delayed by a clock that was set back', () => {
    const day = 24 * 60 * MINUTE;
    expect(whenToRun({ ...well, lastSuccess: NOW + day }, NOW)).toBeLessThanOrEqual(NOW);
    const failed = { ...well, trouble: { code: 'server' as const, at: NOW + day }, tries: 1, triedAt: NOW + day };
    expect(whenToRun(failed, NOW)).toBeLessThanOrEqual(NOW);
  });
});

const ID: RemoteId = 'webdav:test';

async function world(exchange: (context: ExchangeContext) => Promise<void>) {
  const device = createDevice();
  await device.addRemote(ID);
  let isOnline = true;
  const timers: { ms: number; call: () => void }[] = [];
  const setAlarm = vi.fn();
  const failed = vi.fn();
  const parts = { ledger: device.ledger, now: () => device.clock.at, online: () => isOnline };
  const sync = createSync({
    ledger: device.ledger,
    run: runHere({
      ...parts,
      open: () => ({ exchange: (context) => exchange(context).then(() => 'all' as const), keyrings: async () => [] }),
    }),
  });
  const schedule = createSchedule({
    ...parts,
    sync,
    setAlarm,
    later(ms, call) {
      const timer = { ms, call };
      timers.push(timer);
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
    },
    failed,
  });
  const idle = () => vi.waitFor(() => expect(Object.keys(sync.steps())).toEqual([]));
  const goOnline = (next: boolean) => {
    isOnline = next;
  };
  return { device, sync, schedule, timers, setAlarm, failed, idle, goOnline };
}

describe('the schedule', () => {
  it('runs what has never run, then waits with an alarm', async () => {
    const exchange = vi.fn(async () => {});
    const { schedule, idle, setAlarm, device } = await world(exchange);
    await schedule.wake();
    await idle();
    expect(exchange).toHaveBeenCalledTimes(2); // the first only reads
    await vi.waitFor(() => expect(setAlarm).toHaveBeenLastCalledWith(device.clock.at + LOOK_EVERY_MS));
  });

  it('runs some seconds after a change, with an alarm in case the worker dies', async () => {
    const exchange = vi.fn(async () => {});
    const { schedule, idle, device, timers, setAlarm } = await world(exchange);
    await schedule.wake();
    await idle();
    exchange.mockClear();
    await device.type(ana, 'something new');
    await schedule.changed();
    expect(exchange).not.toHaveBeenCalled();
    expect(timers.map(({ ms }) => ms)).toEqual([SETTLING_MS]);
    expect(setAlarm).toHaveBeenLastCalledWith(device.clock.at + 30_000);
    device.clock.at += SETTLING_MS;
    timers[0]?.call();
    await vi.waitFor(() => expect(exchange).toHaveBeenCalledTimes(1));
  });

  it('does nothing without a network, and retries what failed for lack of one as soon as it returns', async () => {
    const exchange = vi.fn(async () => {
      throw new SyncError('unreachable');
    });
    const { schedule, idle, goOnline, device } = await world(exchange);
    goOnline(false);
    await schedule.wake();
    expect(exchange).not.toHaveBeenCalled();
    goOnline(true);
    await schedule.wake();
    await idle();
    expect((await device.ledger.remotes())[0]?.trouble?.code).toBe('unreachable');
    await schedule.wake();
    expect(exchange).toHaveBeenCalledTimes(1);
    await schedule.online();
    await idle();
    expect(exchange).toHaveBeenCalledTimes(2);
  });
});

describe('a server that refuses', () => {
  const waits = async (
    schedule: { wake(): Promise<void> },
    setAlarm: { mock: { calls: unknown[][] } },
    now: number,
  ) => {
    await schedule.wake();
    return (Number(setAlarm.mock.calls.at(-1)?.[0]) - now) / MINUTE;
  };
  const troubleOf = async ({ ledger }: { ledger: Parameters<typeof readStatus>[0] }) =>
    (await readStatus(ledger, 0))[0]?.trouble;

  it('once is asked again within half a minute, with nothing left behind', async () => {
    const answers: (SyncError | null)[] = [new SyncError('forbidden', 'PUT: 403')];
    const { schedule, idle, device, setAlarm } = await world(async () => {
      const answer = answers.shift();
      if (answer) throw answer;
    });
    await schedule.wake();
    await idle();
    expect(await troubleOf(device)).toMatchObject({ code: 'forbidden', passing: true });
    expect(await waits(schedule, setAlarm, device.clock.at)).toBe(0.5);
    device.clock.at += MINUTE / 2;
    await schedule.wake();
    await idle();
    expect(await troubleOf(device)).toBeNull();
    // The next no is a first one again.
    answers.push(new SyncError('full', 'PUT: 507'));
    device.clock.at += LOOK_EVERY_MS;
    await schedule.wake();
    await idle();
    expect(await troubleOf(device)).toMatchObject({ code: 'full', passing: true });
  });

  it('repeatedly is left to the reader, whatever the network does in between', async () => {
    const no = new SyncError('credentials', 'PROPFIND: 401');
    const gone = new SyncError('unreachable');
    const answers = [no, gone, no, gone, no, gone, gone, no, no];
    const { sync, device, schedule, setAlarm } = await world(async () => {
      throw answers.shift() ?? gone;
    });
    const passing = [];
    while (answers.length > 0) {
      const [next] = answers;
      await sync.run(ID);
      if (next === no) passing.push((await troubleOf(device))?.passing);
    }
    expect(passing).toEqual([true, true, true, false, false]);
    expect(await waits(schedule, setAlarm, device.clock.at)).toBe(10);
    device.clock.at += 59 * MINUTE;
    expect(await waits(schedule, setAlarm, device.clock.at)).toBe(1);
  });

  it('is asked afresh with another password', async () => {
    const { sync, device } = await world(async () => {
      throw new SyncError('credentials', 'PROPFIND: 401');
    });
    for (let i = 0; i < 5; i++) await sync.run(ID);
    expect(await troubleOf(device)).toMatchObject({ passing: false });
    await addOrMend(device.ledger, 'webdav:other', { password: 'new' }, () => true);
    await sync.run(ID);
    expect(await troubleOf(device)).toMatchObject({ passing: true });
  });
});

it('a database that does not answer is asked again later, whoever asked', async () => {
  const { schedule, device, setAlarm } = await world(async () => {});
  const remotes = vi.spyOn(device.ledger, 'remotes').mockRejectedValue(new Error('no database'));
  for (const call of [schedule.wake, schedule.changed, schedule.online]) {
    setAlarm.mockClear();
    await expect(call()).rejects.toThrow('no database');
    expect(setAlarm).toHaveBeenLastCalledWith(device.clock.at + 10 * MINUTE);
  }
  remotes.mockRestore();
});

describe('a run', () => {
  it('happens one at a time, and once more for whatever asked for one meanwhile', async () => {
    const open: (() => void)[] = [];
    let together = 0;
    let most = 0;
    const { sync } = await world(async () => {
      most = Math.max(most, ++together);
      await new Promise<void>((resolve) => open.push(resolve));
      together--;
    });
    const all = [sync.run(ID), sync.run(ID), sync.run(null)];
    let done = false;
    void Promise.all(all).then(() => {
      done = true;
    });
    // The first reads only, then writes; then one more for both who asked meanwhile.
    for (let i = 0; i < 3; i++) {
      await vi.waitFor(() => expect(open.length).toBe(i + 1));
      expect(done).toBe(false);
      open[i]?.();
    }
    await Promise.all(all);
    expect(open.length).toBe(3);
    expect(most).toBe(1);
  });

  it('that starts by itself may skip looking if a look is recent; by the reader’s hand, or on news, it looks', async () => {
    const looked: boolean[] = [];
    const { sync, schedule, device, idle } = await world(async ({ hasLooked }) => void looked.push(hasLooked));
    await sync.run(ID);
    looked.length = 0;
    const last = async () => {
      await idle();
      return looked.splice(0);
    };
    await device.type(ana, 'one');
    device.clock.at += MINUTE;
    await schedule.wake();
    expect(await last()).toEqual([true]);
    await schedule.heard(ID);
    expect(await last()).toEqual([false]);
    await sync.run(ID);
    expect(await last()).toEqual([false]);
    await Promise.all([sync.run(ID, 'delivered'), sync.run(ID, 'delivered'), sync.run(ID)]);
    expect(await last()).toEqual([true, false]);
    device.clock.at += LOOK_EVERY_MS;
    await sync.run(ID, 'delivered');
    expect(await last()).toEqual([false]);
  });

  it('that is cancelled ends, and runs requested meanwhile are dropped', async () => {
    const exchange = vi.fn(() => new Promise<void>(() => {}));
    const { sync, device } = await world(exchange);
    const all = [sync.run(ID), sync.run(ID)];
    await vi.waitFor(() => expect(exchange).toHaveBeenCalled());
    sync.cancel(ID);
    await Promise.all(all);
    expect(exchange).toHaveBeenCalledTimes(1);
    expect((await device.ledger.remotes())[0]?.trouble?.code).toBe('cancelled');
  });

  it('that is requested while a cancelled one ends comes after it', async () => {
    let hang = true;
    const exchange = vi.fn(() => (hang ? new Promise<void>(() => {}) : Promise.resolve()));
    const { sync, device } = await world(exchange);
    const first = sync.run(ID);
    await vi.waitFor(() => expect(exchange).toHaveBeenCalled());
    sync.cancel(ID);
    hang = false;
    await Promise.all([first, sync.run(ID)]);
    expect((await device.ledger.remotes())[0]).toMatchObject({ trouble: null, lastSuccess: device.clock.at });
  });
});
