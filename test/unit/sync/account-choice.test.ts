/** Nothing is stored in the browser's account before the reader has agreed, and the reader's choice is kept. */
import { describe, expect, it } from 'vitest';
import { createSettings } from '../../../lib/settings';
import {
  addRemote,
  areNotesHereAlone,
  chooseAccount,
  createBrowserAccount,
  createOpenRemote,
  createSchedule,
  createSync,
  createTravellingSettings,
  ensureAccount,
  isChoiceOpen,
  lookIntoAccount,
  setPassphrase,
  settleChoice,
  switchRemote,
} from '../../../lib/sync';
import { type FakeSyncArea, fakeSyncArea } from '../../tools/fake-sync-area';
import { ana, createDevice } from '../notes/device';
import { createAccountDevice } from './account-device';
import { runHere } from './run-here';

const { signal } = new AbortController();

/** `storage.local` over an object. */
function localArea(kept: Record<string, unknown> = {}) {
  return {
    get: async (_: string | null) => ({ ...kept }),
    set: async (items: Record<string, unknown>) => void Object.assign(kept, items),
    remove: async () => {},
    onChanged: { addListener: () => {}, removeListener: () => {} },
  };
}
type Device = ReturnType<typeof createDevice>;
const isOn = async ({ ledger }: Device) => (await ledger.remotes()).find(({ id }) => id === 'account')?.on;
const undecided = async ({ ledger, store }: Device, area: ReturnType<typeof localArea>) =>
  (await isChoiceOpen(area)) && (await areNotesHereAlone(ledger, () => store.count()));

describe('the choice about the browser account', () => {
  it('is asked for once there are notes, and not before', async () => {
    const [device, area] = [createDevice(), localArea()];
    await ensureAccount(device.ledger, area);
    expect(await isOn(device)).toBe(0);
    expect(await undecided(device, area)).toBe(false);
    await device.type(ana, 'Seen in Lyon.');
    await ensureAccount(device.ledger, area);
    expect(await isOn(device)).toBe(0);
    expect(await undecided(device, area)).toBe(true);
  });

  it.each([
    ['a yes', 'on', 1],
    ['a no', 'off', 0],
  ] as const)(
    'is never asked for again after %s, even in a database that the browser has emptied',
    async (_, choice, on) => {
      const [device, area] = [createDevice(), localArea()];
      await ensureAccount(device.ledger, area);
      await device.type(ana, 'Seen in Lyon.');
      await chooseAccount(device.ledger, area, choice);
      const emptied = createDevice();
      await emptied.type(ana, 'Seen in Lyon.');
      for (const each of [device, device, emptied, emptied]) {
        await ensureAccount(each.ledger, area);
        expect(await isOn(each)).toBe(on);
        expect(await undecided(each, area)).toBe(false);
      }
    },
  );

  it('can be changed at any time', async () => {
    const [device, area] = [createDevice(), localArea()];
    await device.type(ana, 'Seen in Lyon.');
    for (const choice of ['off', 'on', 'off', 'on'] as const) {
      await chooseAccount(device.ledger, area, choice);
      await ensureAccount(device.ledger, area);
      expect(await isOn(device)).toBe(choice === 'on' ? 1 : 0);
      expect(await isOn(await restarted(area))).toBe(choice === 'on' ? 1 : 0);
    }
  });

  async function restarted(area: ReturnType<typeof localArea>): Promise<Device> {
    const emptied = createDevice();
    await ensureAccount(emptied.ledger, area);
    return emptied;
  }

  it('counts as made when another place is chosen, even if that place is later switched off or removed', async () => {
    const [device, area] = [createDevice(), localArea()];
    await ensureAccount(device.ledger, area);
    await device.type(ana, 'Seen in Lyon.');
    await addRemote(device.ledger, 'webdav:1', {});
    expect(await undecided(device, area)).toBe(false);
    await settleChoice(area);
    await switchRemote(device.ledger, 'webdav:1', false);
    expect(await undecided(device, area)).toBe(false);
    await device.ledger.dropRemote('webdav:1');
    await ensureAccount(device.ledger, area);
    expect(await undecided(device, area)).toBe(false);
    expect(await isOn(device)).toBe(0);
  });

  it('stays a yes when another place is chosen as well', async () => {
    const [device, area] = [createDevice(), localArea()];
    await chooseAccount(device.ledger, area, 'on');
    await settleChoice(area);
    expect(await isOn(await restarted(area))).toBe(1);
  });

  it('is kept from earlier versions, which never asked', async () => {
    const [had, area] = [createDevice(), localArea()];
    await addRemote(had.ledger, 'account', null);
    await had.type(ana, 'Seen in Lyon.');
    await ensureAccount(had.ledger, area);
    expect(await isOn(had)).toBe(1);
    expect(await isOn(await restarted(area))).toBe(1);

    const [switchedOff, noted] = [createDevice(), localArea({ 'account-off': true })];
    await addRemote(switchedOff.ledger, 'account', null, 0);
    await switchedOff.type(ana, 'Seen in Lyon.');
    expect(await undecided(switchedOff, noted)).toBe(false);

    const [justSwitchedOff, unnoted] = [createDevice(), localArea()];
    await addRemote(justSwitchedOff.ledger, 'account', null);
    await justSwitchedOff.ledger.changeRemote('account', { joined: 1, lastSuccess: 1, on: 0 });
    await justSwitchedOff.type(ana, 'Seen in Lyon.');
    await ensureAccount(justSwitchedOff.ledger, unnoted);
    expect(await undecided(justSwitchedOff, unnoted)).toBe(false);
  });

  it('is asked for again, and nothing leaves the device, when answering was interrupted halfway', async () => {
    for (const choice of ['on', 'off'] as const) {
      for (let step = 0; step < 2; step++) {
        const [device, area] = [createDevice(), localArea()];
        await ensureAccount(device.ledger, area);
        await device.type(ana, 'Seen in Lyon.');
        const { ledger } = device;
        let steps = 0;
        const dies = async () => {
          if (steps++ === step) throw new Error('killed');
        };
        const dying = {
          ...ledger,
          changeRemote: async (...given: Parameters<typeof ledger.changeRemote>) => {
            await dies();
            return ledger.changeRemote(...given);
          },
        };
        const set = async (items: Record<string, unknown>) => {
          await dies();
          return area.set(items);
        };
        await expect(chooseAccount(dying, { ...area, set }, choice)).rejects.toThrow('killed');
        await ensureAccount(ledger, area);
        // What the reader meant, or the question again; never the contrary.
        const [on, open] = [await isOn(device), await undecided(device, area)];
        expect(open || on === (choice === 'on' ? 1 : 0)).toBe(true);
        if (choice === 'off') expect(on).toBe(0);
      }
    }
  });
});

describe('before the choice', () => {
  it('neither notes nor settings reach the account, whatever wakes the schedule; afterwards both do', async () => {
    const [device, area, sync] = [createDevice(), localArea(), fakeSyncArea()];
    const { ledger, store, clock, settings: document } = device;
    const settings = createSettings(area);
    const travelling = createTravellingSettings({ settings, document, ledger, area, session: localArea() });
    const open = createOpenRemote({ syncArea: sync, namesOf: async () => new Map() });
    const engine = createSync({
      ledger,
      run: runHere({ ledger, open, now: () => clock.at, online: () => true }),
    });
    const schedule = createSchedule({
      sync: engine,
      ledger,
      now: () => clock.at,
      online: () => true,
      setAlarm: () => {},
      later: () => () => {},
      failed: (error) => {
        throw error;
      },
    });
    await ensureAccount(ledger, area);
    await device.type(ana, 'Seen in Lyon.');
    await settings.change({ theme: 'dark' });
    for (let day = 0; day < 3; day++) {
      await travelling.bringInLine();
      await schedule.wake();
      await schedule.changed();
      await schedule.online();
      await schedule.heard('account');
      await engine.run(null);
      await engine.run('account');
      clock.at += 24 * 60 * 60_000;
    }
    expect(sync.items.size).toBe(0);
    expect(sync.writes()).toBe(0);
    expect(await document.read()).toEqual(new Map());

    await chooseAccount(ledger, area, 'on');
    await engine.run('account');
    await travelling.bringInLine();
    await engine.run('account');
    expect([...(await document.read())]).toEqual([['set:theme', 'dark']]);
    expect(await store.count()).toBe(1);
    expect([...sync.items.keys()].filter((key) => key.startsWith('n'))).toHaveLength(2);
  });
});

describe('looking into the account', () => {
  const look = (area: FakeSyncArea) => lookIntoAccount(createBrowserAccount(area), signal);

  it('shows what another browser stored there, and writes nothing', async () => {
    const plain = await createAccountDevice();
    expect(await look(plain.area)).toBe('empty');
    plain.area.items.set('of-somebody-else', 'text');
    expect(await look(plain.area)).toBe('empty');
    await plain.type(ana, 'Seen in Lyon.');
    await plain.run();
    const writes = plain.area.writes();
    expect(await look(plain.area)).toBe('plain');
    expect(plain.area.writes()).toBe(writes);

    const sealed = await createAccountDevice();
    await setPassphrase(sealed.ledger, [sealed.remote], 'four words and more', signal, { workFactor: 2 });
    await sealed.type(ana, 'Seen in Lyon.');
    await sealed.run();
    expect(await look(sealed.area)).toBe('sealed');
    for (const key of sealed.area.items.keys()) if (key.startsWith('k')) sealed.area.items.delete(key);
    expect(await look(sealed.area)).toBe('sealed');
    sealed.area.items.set('x0123456789ab', '2.01234567.0/1.abc');
    expect(await look(sealed.area)).toBe('newer');
  });
});
