/** Notes in the browser account, one item each. Long because each thing that can happen to them is one short story over the same device. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENTS } from '../../../lib/notes';
import type { ItemStore, Protection } from '../../../lib/sync';
import { SyncError } from '../../../lib/sync';
import { takeOutOfAccount } from '../../../lib/sync/note-items';
import { ITEM_BYTES, itemBytes, keyOfDoc } from '../../../lib/sync/note-items/layout';
import { fakeSyncArea, QUOTA } from '../../tools/fake-sync-area';
import { ana, opec } from '../notes/device';
import { type AccountDevice, createAccountDevice, noise } from './account-device';

const subject = (entity: string) => ({ entity, name: `Name of ${entity}`, kind: null });
const noteKeys = ({ area }: AccountDevice) => [...area.items.keys()].filter((key) => key.startsWith('n'));

async function twoDevices() {
  const area = fakeSyncArea();
  return [await createAccountDevice({ area }), await createAccountDevice({ area })] as const;
}

describe('notes in the browser account', () => {
  it('arrive on the other device, and changes come back', async () => {
    const [a, b] = await twoDevices();
    await a.type(ana, 'Met in Lisbon.');
    await a.store.addTag(ana, 'Lisbon');
    expect(await a.run()).toBeNull();
    expect(await b.run()).toBeNull();
    expect(await b.text('ana')).toBe('Met in Lisbon.');
    await b.type(ana, 'Met in Lisbon, twice.');
    await b.run();
    await a.run();
    expect(await a.text('ana')).toBe('Met in Lisbon, twice.');
    expect((await a.store.read('ana'))?.tags).toEqual(['Lisbon']);
    expect(await a.ledger.digest()).toEqual(await b.ledger.digest());
    expect([await a.waiting(), await b.waiting()]).toEqual([[], []]);
  });

  it('are one item each, beside one report per device, under names that reveal nothing', async () => {
    const a = await createAccountDevice();
    await a.type(ana, 'a');
    await a.type(opec, 'b');
    await a.run();
    expect([...a.area.items.keys()].map((key) => key.replace(/[\w-]{12}$/, '…')).toSorted()).toEqual([
      'd0000…',
      'n…',
      'n…',
    ]);
    expect(JSON.stringify([...a.area.items])).not.toMatch(/ana|opec/i);
  });

  it('tell the other devices how this device is doing', async () => {
    const [a, b] = await twoDevices();
    await a.type(ana, 'a');
    await a.run();
    await b.run();
    const { devices } = await b.memory();
    expect(devices).toHaveLength(1);
    expect(devices[0]).toMatchObject({ name: expect.stringMatching(/^D\d+$/), ...(await a.ledger.digest()) });
  });

  it('are written in one call, and not again when nothing changed', async () => {
    const [a, b] = await twoDevices();
    for (let i = 0; i < 40; i++) await a.type(subject(`e${i}`), `note ${i}`);
    await a.run();
    expect(a.area.writes()).toBe(1);
    await a.run();
    expect(a.area.writes()).toBe(1);
    // The other one adds its report, and then both are at rest.
    await b.run();
    expect(a.area.writes()).toBe(2);
    for (const device of [a, b, a, b]) await device.run();
    expect(a.area.writes()).toBe(2);
  });

  it('are taken in before anything is sent', async () => {
    const [a, b] = await twoDevices();
    await a.type(ana, 'from a');
    await a.run();
    const before = new Map(a.area.items);
    const seen: unknown[] = [];
    const cut = await createAccountDevice({
      area: a.area,
      through: (store) => ({ ...store, write: async () => void seen.push('write') }),
    });
    await cut.type(opec, 'from c');
    const row = await cut.row();
    const context = {
      ledger: cut.ledger,
      documents: DOCUMENTS,
      remote: row,
      ring: null,
      pullOnly: true,
      hasLooked: false,
      memory: null,
      remember: async () => {},
      now: () => cut.clock.at,
      step: () => {},
      signal: new AbortController().signal,
    };
    await cut.remote.exchange(context);
    expect(await cut.text('ana')).toBe('from a');
    expect([seen, a.area.items]).toEqual([[], before]);
    expect(await cut.waiting()).toEqual(['note:opec']);
    await b.run();
  });

  it('are not written when the account already holds all of them', async () => {
    const [a, b] = await twoDevices();
    await a.type(ana, 'same');
    await b.ledger.accept('webdav:x', await a.store.allDocs(), []);
    expect(await b.waiting()).toEqual(['note:ana']);
    await a.run();
    const value = a.area.items.get(noteKeys(a)[0] ?? '');
    await b.run();
    expect(await b.waiting()).toEqual([]);
    expect(a.area.items.get(noteKeys(a)[0] ?? '')).toBe(value);
  });
});

describe('two devices that overwrite each other', () => {
  /** Each has its own copy of the account; the browser carries whole keys, and the last one wins. */
  const carry = (from: AccountDevice, to: AccountDevice) => {
    for (const [key, value] of from.area.items) to.area.items.set(key, value);
  };

  it('end with the words of both', async () => {
    const [a, b] = [await createAccountDevice(), await createAccountDevice()];
    await a.type(ana, 'base');
    await a.run();
    carry(a, b);
    await b.run();
    await a.type(ana, 'base, and from a');
    await b.type(ana, 'from b: base');
    expect([await a.run(), await b.run()]).toEqual([null, null]);
    expect([await a.waiting(), await b.waiting()]).toEqual([[], []]);
    carry(b, a); // what a wrote is gone without a trace
    for (let round = 0; round < 3; round++) {
      await a.run();
      carry(a, b);
      await b.run();
      carry(b, a);
    }
    expect(await a.text('ana')).toBe('from b: base, and from a');
    expect(await b.text('ana')).toBe('from b: base, and from a');
    const writes = a.area.writes() + b.area.writes();
    for (const device of [a, b]) await device.run();
    expect(a.area.writes() + b.area.writes()).toBe(writes);
  });

  it('converge after any interleaving, and stop writing', async () => {
    const step = fc.record({
      who: fc.nat(1),
      act: fc.constantFrom('write', 'run', 'carry', 'carry', 'lose'),
      note: fc.nat(3),
      word: fc.stringMatching(/^[a-z]{1,9}$/),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const devices = [await createAccountDevice(), await createAccountDevice()] as const;
        const typed: [entity: string, word: string][] = [];
        let serial = 0;
        for (const { who, act, note, word } of steps) {
          const [me, other] = who === 0 ? devices : ([devices[1], devices[0]] as const);
          const entity = `e${note}`;
          if (act === 'write') {
            const unique = `${word}${serial++}`;
            await me.type(subject(entity), `${(await me.text(entity)) ?? ''} ${unique}`);
            typed.push([entity, unique]);
          } else if (act === 'run') expect(await me.run()).toBeNull();
          else if (act === 'carry') carry(me, other);
          else for (const key of [...me.area.items.keys()].slice(0, 2)) me.area.items.delete(key);
        }
        for (let round = 0; round < 4; round++) {
          for (const [from, to] of [devices, [devices[1], devices[0]] as const]) {
            expect(await from.run()).toBeNull();
            carry(from, to);
          }
        }
        const [a, b] = devices;
        expect((await a.ledger.digest()).digest).toBe((await b.ledger.digest()).digest);
        for (const [entity, word] of typed) expect(await a.text(entity)).toContain(word);
        const writes = a.area.writes() + b.area.writes();
        await a.run();
        await b.run();
        expect(a.area.writes() + b.area.writes()).toBe(writes);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('notes that do not fit', () => {
  it('stay here, are listed by name and size, and small ones go first', async () => {
    const a = await createAccountDevice();
    for (let i = 0; i < 6; i++) await a.type(subject(`big${i}`), noise(20_000 + i, i + 1));
    await a.type(subject('small'), 'a few words');
    expect(await a.run()).toBeNull();
    const { leftBehind } = await a.memory();
    const left = leftBehind.map(({ doc }) => doc).toSorted();
    expect(left.length).toBeGreaterThan(0);
    expect((await a.waiting()).toSorted()).toEqual(left);
    expect(left).not.toContain('note:small');
    expect(leftBehind[0]?.name).toMatch(/^Name of big/);
    expect(leftBehind[0]?.bytes).toBeGreaterThan(18_000);
    const used = [...a.area.items].reduce((sum, [key, value]) => sum + itemBytes(key, String(value)), 0);
    expect(used).toBeGreaterThan(70_000);
    expect(used).toBeLessThanOrEqual(QUOTA.bytes);
    for (const [key, value] of a.area.items) expect(itemBytes(key, String(value))).toBeLessThanOrEqual(ITEM_BYTES);
  });

  it('are as few as possible, however new the large ones are', async () => {
    const a = await createAccountDevice();
    const typeAll = async (name: string, count: number, length: number) => {
      for (let i = 0; i < count; i++) {
        a.clock.at += 60_000;
        await a.type(subject(`${name}${i}`), noise(length, name.length * 10 + i));
      }
    };
    await typeAll('small', 5, 12_000);
    await typeAll('large', 4, 25_000);
    expect(await a.run()).toBeNull();
    const left = (await a.memory()).leftBehind.map(({ doc }) => doc);
    expect(left.filter((doc) => doc.startsWith('note:small'))).toEqual([]);
    expect(left).toHaveLength(3);
  });

  it('cost nothing on the next runs, and are sent when there is room', async () => {
    const a = await createAccountDevice();
    for (let i = 0; i < 6; i++) await a.type(subject(`big${i}`), noise(20_000, i + 1));
    await a.run();
    const left = (await a.memory()).leftBehind;
    const writes = a.area.writes();
    await a.run();
    expect([a.area.writes(), (await a.memory()).leftBehind]).toEqual([writes, left]);
    // Shortening one of those that travelled makes room.
    const travelled = [0, 1, 2, 3, 4, 5].find((i) => !left.some(({ doc }) => doc === `note:big${i}`)) ?? 0;
    const database = a.database;
    await database.docs.delete(`note:big${travelled}`);
    for (const key of noteKeys(a).filter((name) => name.startsWith(keyOfDoc(`note:big${travelled}`, 'plain'))))
      a.area.items.delete(key);
    await a.run();
    expect((await a.memory()).leftBehind.length).toBe(left.length - 1);
  });

  it.each(['chromium', 'firefox'] as const)(
    'leave an account that is filled to the limit in %s without one refusal',
    async (browser) => {
      const area = fakeSyncArea(() => 0, browser);
      const a = await createAccountDevice({ area });
      // In steps, so that the last free bytes are found by small notes.
      for (const [count, length] of [
        [30, 2000],
        [20, 700],
        [80, 120],
        [60, 10],
      ] as const) {
        for (let i = 0; i < count; i++) await a.type(subject(`e${length}-${i}`), noise(length, length + i));
        expect(await a.run()).toBeNull();
      }
      expect((await a.memory()).leftBehind.length).toBeGreaterThan(0);
      const used = Buffer.byteLength(JSON.stringify(Object.fromEntries(area.items)));
      expect(used).toBeGreaterThan(QUOTA.bytes - 4096 - 300);
      expect(used).toBeLessThanOrEqual(QUOTA.bytes - 4096);
    },
    60_000,
  );

  it.each(['chromium', 'firefox'] as const)(
    'leave at most 512 items in %s',
    async (browser) => {
      const a = await createAccountDevice({ area: fakeSyncArea(() => 0, browser) });
      for (let i = 0; i < 560; i++) await a.type(subject(`e${i}`), 'x');
      expect(await a.run()).toBeNull();
      expect(a.area.items.size).toBeLessThanOrEqual(QUOTA.items);
      expect(a.area.items.size).toBeGreaterThan(450);
      const { leftBehind } = await a.memory();
      expect(leftBehind.length).toBe(560 - noteKeys(a).length);
    },
    60_000,
  );

  it('displace nothing: what is there stays, however small the new ones are', async () => {
    const a = await createAccountDevice();
    for (let i = 0; i < 5; i++) await a.type(subject(`big${i}`), noise(14_500, i + 1));
    await a.run();
    const before = noteKeys(a);
    for (let i = 0; i < 30; i++) await a.type(subject(`e${i}`), noise(900, i + 50));
    await a.run();
    expect(noteKeys(a)).toEqual(expect.arrayContaining(before));
    expect((await a.memory()).leftBehind.length).toBeGreaterThan(0);
  });

  it('take many parts when one item is too small', async () => {
    const [a, b] = await twoDevices();
    await a.type(ana, noise(25_000));
    await a.run();
    expect(noteKeys(a).length).toBeGreaterThan(2);
    await b.run();
    expect(await b.text('ana')).toBe(noise(25_000));
  });
});

describe('damage in the account', () => {
  it('is repaired from what this device holds', async () => {
    const [a, b] = await twoDevices();
    await a.type(ana, 'precious');
    await a.run();
    const [key = ''] = noteKeys(a);
    const sound = String(a.area.items.get(key));
    a.area.items.set(key, `${sound.slice(0, -1)}${sound.endsWith('A') ? 'B' : 'A'}`);
    expect(await b.run()).toBe('damaged');
    expect(await b.text('ana')).toBeNull();
    expect(await a.run()).toBeNull();
    expect(await b.run()).toBeNull();
    expect(await b.text('ana')).toBe('precious');
  });

  it('does not keep intact notes from arriving', async () => {
    const [a, b] = await twoDevices();
    await a.type(ana, 'one');
    await a.type(opec, 'two');
    await a.run();
    const key = keyOfDoc('note:opec', 'plain');
    a.area.items.set(key, '1.abcdefgh.0/1.AAAA');
    expect(await b.run()).toBe('damaged');
    expect((await b.row()).lastSuccess).toBeNull();
    expect(await b.text('ana')).toBe('one');
  });

  it('is told apart from parts that are still on their way', async () => {
    const [a, b] = await twoDevices();
    await a.type(ana, noise(20_000));
    await a.run();
    const last = noteKeys(a).toSorted().at(-1) ?? '';
    const part = a.area.items.get(last);
    a.area.items.delete(last);
    expect(await b.run()).toBeNull();
    expect(await b.text('ana')).toBeNull();
    a.area.items.set(last, part);
    expect(await b.run()).toBeNull();
    expect(await b.text('ana')).toBe(noise(20_000));
  });

  it('is repaired also when parts stay incomplete for long', async () => {
    const [a, b] = await twoDevices();
    await a.type(ana, noise(20_000));
    await a.run();
    await b.run();
    a.area.items.delete(noteKeys(a).toSorted().at(-1) ?? '');
    const writes = a.area.writes();
    await b.run();
    expect(a.area.writes()).toBe(writes);
    b.clock.at += 11 * 60_000;
    expect(await b.run()).toBeNull();
    const c = await createAccountDevice({ area: a.area });
    await c.run();
    expect(await c.text('ana')).toBe(noise(20_000));
  });

  it('to the whole account, found empty, is repaired by filling it again', async () => {
    const [a, b] = await twoDevices();
    await a.type(ana, 'one');
    await a.type(opec, 'two');
    await a.run();
    await b.run();
    a.area.items.clear();
    expect(await b.run()).toBeNull();
    expect(noteKeys(b)).toHaveLength(2);
    expect([await b.text('ana'), await b.text('opec')]).toEqual(['one', 'two']);
  });
});

describe('a newer Backstory', () => {
  it('has its values kept: they are reported, nothing is written in their place, and all else continues', async () => {
    const area = fakeSyncArea();
    const [a, b] = [await createAccountDevice({ area }), await createAccountDevice({ area })];
    await a.type(ana, 'here');
    await a.type(opec, 'not there');
    const key = keyOfDoc('note:opec', 'plain');
    const strange = 'x0123456789abcdef';
    area.items.set(key, '2.something else');
    area.items.set(strange, '1.abcdefgh.0/1.AAAA');
    for (let times = 0; times < 2; times++) {
      expect(await a.run()).toBe('newer');
      expect(await b.run()).toBe('newer');
      expect([area.items.get(key), area.items.get(strange)]).toEqual(['2.something else', '1.abcdefgh.0/1.AAAA']);
      expect(await a.waiting()).toEqual(['note:opec']);
      expect(await b.text('ana')).toBe('here');
    }
    const writes = area.writes();
    await a.run();
    await b.run();
    expect(area.writes()).toBe(writes);
    area.items.delete(key);
    area.items.delete(strange);
    expect([await a.run(), await b.run()]).toEqual([null, null]);
    expect(await b.text('opec')).toBe('not there');
  });
});

describe('interruptions', () => {
  it('at any call to the account lose nothing', async () => {
    for (let at = 0; at < 12; at++) {
      const area = fakeSyncArea();
      let calls = 0;
      let armed = true;
      const dying = <T>(after: boolean, call: () => Promise<T>): Promise<T> => {
        const mine = calls++;
        if (armed && mine === at && !after) throw new SyncError('unreachable', 'died before');
        return call().then((answer) => {
          if (armed && mine === at && after) throw new SyncError('unreachable', 'died after');
          return answer;
        });
      };
      for (const after of [false, true]) {
        calls = 0;
        armed = true;
        const through = (store: ItemStore<Protection>): ItemStore<Protection> => ({
          all: (signal) => dying(after, () => store.all(signal)),
          write: (items, signal) => dying(after, () => store.write(items, signal)),
          remove: (keys, signal) => dying(after, () => store.remove(keys, signal)),
        });
        const a = await createAccountDevice({ area, through });
        const b = await createAccountDevice({ area });
        await a.type(subject(`x${at}${after}`), noise(9000, at + 1));
        await a.run();
        armed = false;
        expect(await a.run()).toBeNull();
        await b.run();
        expect(await b.text(`x${at}${after}`)).toBe(noise(9000, at + 1));
        expect((await a.ledger.digest()).digest).toBe((await b.ledger.digest()).digest);
      }
    }
  });

  it('leave a value that was overwritten before it was read back for the next run', async () => {
    const area = fakeSyncArea();
    const through = (store: ItemStore<Protection>): ItemStore<Protection> => ({
      ...store,
      async write(items, signal) {
        await store.write(items, signal);
        for (const key of Object.keys(items)) if (key.startsWith('n')) area.items.delete(key);
      },
    });
    const a = await createAccountDevice({ area, through });
    await a.type(ana, 'lost on the way');
    expect(await a.run()).toBe('not-verified');
    expect((await a.row()).lastSuccess).toBeNull();
    expect(await a.waiting()).toEqual(['note:ana']);
  });

  it('do not reset the count of writes', async () => {
    const a = await createAccountDevice();
    for (let i = 0; i < 100; i++) {
      await a.type(ana, `text ${i}`);
      expect(await a.run()).toBeNull();
    }
    await a.type(ana, 'one more');
    // Each run opens everything anew, as a worker does that comes back: only the database remembers.
    expect(await a.run()).toBe('too-busy');
    expect(await a.waiting()).toEqual(['note:ana']);
    a.clock.at += 2 * 60_000;
    expect(await a.run()).toBeNull();
    expect(await a.waiting()).toEqual([]);
  });

  it('by the reader end the run', async () => {
    const a = await createAccountDevice();
    await a.type(ana, 'a');
    expect(await a.run(AbortSignal.abort())).toBe('cancelled');
    expect(a.area.items.size).toBe(0);
  });
});

it('deletes parts of a value that nothing needs any more', async () => {
  const a = await createAccountDevice();
  await a.type(ana, 'short');
  await a.run();
  const [key = ''] = noteKeys(a);
  a.area.items.set(`${key}.1`, '1.abcdefgh.1/2.AAAA');
  expect(await a.run()).toBeNull();
  expect(noteKeys(a)).toEqual([key]);
});

describe('leaving the account', () => {
  it('by the switch deletes nothing from it', async () => {
    const a = await createAccountDevice();
    await a.type(ana, 'a');
    await a.run();
    const before = new Map(a.area.items);
    await a.ledger.changeRemote('account', { on: 0 });
    await a.type(ana, 'a and more');
    expect(await a.run()).toBeNull();
    expect(a.area.items).toEqual(before);
  });

  it('deletes everything of ours when the reader asks for it, and nothing else', async () => {
    const a = await createAccountDevice();
    a.area.items.set('somebody', 'else');
    await a.type(ana, noise(20_000));
    await a.run();
    const { signal } = new AbortController();
    const store: ItemStore<Protection> = {
      all: async () => Object.fromEntries(a.area.items) as Record<string, string>,
      write: async () => {},
      remove: async (keys) => a.area.remove([...keys]),
    };
    await takeOutOfAccount(store, signal);
    expect([...a.area.items.keys()]).toEqual(['somebody']);
    expect(await a.text('ana')).toBe(noise(20_000));
  });
});
