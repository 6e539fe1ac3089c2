/** What is read of the account, what is merged, and what goes into the outbox because the account turns out to lack it.
 * Long because each order of events is a story of its own. */
import { describe, expect, it } from 'vitest';
import { DamagedUpdateError, NOTE_SIZE, NoteTooLargeError } from '../../../lib/notes';
import type { Cargo, Protection } from '../../../lib/sync';
import { packDoc } from '../../../lib/sync/note-items/doc-cargo';
import { type Items, keyOfDoc, keyOfReport, toItems } from '../../../lib/sync/note-items/layout';
import { packReport } from '../../../lib/sync/note-items/report';
import { PARTS_PATIENCE_MS } from '../../../lib/sync/note-items/take-in';
import { keyId, vaultOf } from '../../../lib/sync/vault';
import { noise } from './account-device';
import { fakeAccount, lying, noteOf } from './fake-account';
import { bytesOf, refuse, ringOf } from './fake-visit';

const ana = noteOf('ana', 'typed here');
const more = noteOf('ana', 'typed here', ' and there');
const opec = noteOf('opec', 'oil');
const [there, theirs, other] = [lying(ana), lying(more), lying(opec)];
const cargo = (text: string) => bytesOf(text) as Cargo<Protection>;
/** An update of so many removals, each of them two bytes, and nothing else. */
function removalsIn(pieces: number): Uint8Array {
  const count = [(pieces & 127) | 128, ((pieces >> 7) & 127) | 128, pieces >> 14];
  return new Uint8Array([0, 1, 7, ...count, ...new Array(pieces).fill([0, 1]).flat()]);
}

describe('a value in the account', () => {
  it('that is new is merged, and noted as seen', async () => {
    const account = fakeAccount({ items: { ...there.items, ...other.items } });
    const taken = await account.takeIn();
    expect(account.done).toEqual([`accept note:ana note:opec +${there.name} +${other.name}`]);
    expect([...taken.homes]).toEqual([
      ['note:ana', new Set([there.key])],
      ['note:opec', new Set([other.key])],
    ]);
    expect([taken.damaged, taken.tooLarge, taken.blocked.size]).toEqual([null, null, 0]);
  });

  it('that was seen is not opened again', async () => {
    const account = fakeAccount({
      items: there.items,
      here: [ana],
      known: [there.row],
      vault: { open: async () => expect.fail('opened') },
    });
    expect([...(await account.takeIn()).homes.keys()]).toEqual(['note:ana']);
    expect(account.done).toEqual([]);
  });

  it('that holds everything known here is merged and not written again', async () => {
    const account = fakeAccount({ items: theirs.items, here: [ana], known: [there.row] });
    await account.takeIn();
    expect(account.done).toEqual([`accept note:ana +${theirs.name}`, `settle -${there.name}`]);
  });

  it('that lacks something known here puts the note into the outbox before it counts as seen', async () => {
    const account = fakeAccount({ items: there.items, here: [more], known: [theirs.row] });
    await account.takeIn();
    expect(account.done).toEqual(['enqueue note:ana', `accept note:ana +${there.name}`, `settle -${theirs.name}`]);
  });

  it('of which two versions are known is opened once more: the older one may have returned', async () => {
    const account = fakeAccount({ items: there.items, here: [more], known: [there.row, theirs.row] });
    await account.takeIn();
    expect(account.did('enqueue')).toEqual(['enqueue note:ana']);
    expect(account.did('settle')).toEqual([`settle -${theirs.name}`]);
  });

  it('that is gone has its note written again, unless the note is waiting already', async () => {
    const account = fakeAccount({ here: [ana, opec], known: [there.row, other.row], waiting: ['note:opec'] });
    await account.takeIn();
    expect(account.done).toEqual(['enqueue note:ana', `settle -${there.name} -${other.name}`]);
  });

  it('that is gone is put into the outbox before anything new counts as seen', async () => {
    const account = fakeAccount({ items: other.items, here: [ana], known: [there.row] });
    await account.takeIn();
    expect(account.done).toEqual(['enqueue note:ana', `accept note:opec +${other.name}`, `settle -${there.name}`]);
  });

  it('under the key of another passphrase is merged, and its note written again under its own key', async () => {
    const strange = lying(ana, 'an old key');
    const account = fakeAccount({ items: strange.items });
    const { homes } = await account.takeIn();
    // It can be put into the outbox only once it is here.
    expect(account.done).toEqual([`accept note:ana +${strange.name}`, 'enqueue note:ana']);
    expect([...homes]).toEqual([['note:ana', new Set([strange.key])]]);
    const amongOthers = fakeAccount({ items: { ...strange.items, ...other.items } });
    await amongOthers.takeIn();
    expect(amongOthers.done).toEqual([`accept note:ana note:opec +${strange.name} +${other.name}`, 'enqueue note:ana']);
  });

  it('under two keys is written again, since neither of them refers to the other', async () => {
    const strange = lying(more, 'an old key');
    const account = fakeAccount({ items: { ...there.items, ...strange.items }, here: [ana], known: [there.row] });
    const { homes } = await account.takeIn();
    expect([...(homes.get('note:ana') ?? [])]).toEqual([there.key, strange.key]);
    expect(account.did('enqueue')).toEqual(['enqueue note:ana']);
  });
});

describe('a value in parts', () => {
  const whole = lying(noteOf('ana', noise(20_000)));
  const [head, ...parts] = Object.entries(whole.items);
  const apart: Items = Object.fromEntries(parts);
  const NOW = 1_000_000;

  it('with missing parts is waited for: nothing is written in its place', async () => {
    expect([head?.[0], parts.length]).toEqual([whole.key, 2]);
    const account = fakeAccount({ items: apart, here: [ana], known: [there.row], now: NOW });
    const taken = await account.takeIn();
    expect(taken.incomplete).toEqual({ [whole.key]: NOW });
    // It is remembered, too: should it go instead, its note is to be written again.
    expect(account.done).toEqual([]);
  });

  it.each([
    ['just before the patience ends', PARTS_PATIENCE_MS - 1, []],
    ['when it has ended', PARTS_PATIENCE_MS, ['enqueue note:ana']],
  ])('%s', async (_when, waited, done) => {
    const memory = { incomplete: { [whole.key]: NOW - waited } };
    const account = fakeAccount({ items: apart, here: [ana], memory, now: NOW });
    const taken = await account.takeIn();
    expect(account.done).toEqual(done);
    expect(taken.incomplete).toEqual({ [whole.key]: NOW - waited });
    expect(taken.homes.has('note:ana')).toBe(done.length > 0);
    expect(taken.damaged).toBeNull();
  });

  it('is not waited for longer because a clock was once ahead', async () => {
    const account = fakeAccount({ items: apart, memory: { incomplete: { [whole.key]: NOW + 5 } }, now: NOW });
    expect((await account.takeIn()).incomplete).toEqual({ [whole.key]: NOW });
  });

  it('is no longer waited for once it is complete', async () => {
    const account = fakeAccount({ items: whole.items, memory: { incomplete: { [whole.key]: 1 } } });
    expect((await account.takeIn()).incomplete).toEqual({});
  });
});

describe('a damaged value', () => {
  const bad: Items = { [there.key]: 'rubbish' };

  it('of a note that is here is repaired from here, and does not count as trouble', async () => {
    const account = fakeAccount({ items: bad, here: [ana] });
    const { damaged, homes } = await account.takeIn();
    expect([damaged, account.done]).toEqual([null, ['enqueue note:ana']]);
    expect(homes.get('note:ana')).toEqual(new Set([there.key]));
  });

  it('of a note that is not here is reported', async () => {
    const account = fakeAccount({ items: { ...bad, ...other.items } });
    const { damaged, homes } = await account.takeIn();
    expect([damaged, [...homes.keys()]]).toEqual([there.key, ['note:opec']]);
    expect(account.done).toEqual([`accept note:opec +${other.name}`]);
  });

  it('is also found under the keys of former passphrases', async () => {
    const ring = { ...ringOf('new'), identities: ['new', 'old'] };
    const old = keyOfDoc('note:ana', keyId(ringOf('old')));
    const account = fakeAccount({ items: { [old]: 'rubbish' }, here: [ana], ring });
    expect((await account.takeIn()).damaged).toBeNull();
    expect(account.did('enqueue')).toEqual(['enqueue note:ana']);
  });

  it.each([
    ['whole, but no note', toItems(there.key, cargo('no note')) as Items, {}],
    [
      'of what no Yjs has written',
      toItems(there.key, lying({ doc: 'note:ana', update: bytesOf('x') }).cargo) as Items,
      {},
    ],
    ['that the vault calls so', there.items, { open: async () => refuse('damaged') }],
  ])('is also one %s', async (_what, items, vault) => {
    const account = fakeAccount({ items, vault });
    expect((await account.takeIn()).damaged).toBe(there.key);
    expect(account.did('accept')).toEqual([]);
  });

  it('is also one that contradicts the note here; the others are taken in', async () => {
    const accepting = (updates: readonly { doc: string }[]) => {
      if (updates.some(({ doc }) => doc === 'note:ana')) throw new DamagedUpdateError('note:ana');
    };
    const account = fakeAccount({ items: { ...there.items, ...other.items }, accepting });
    const { damaged, blocked } = await account.takeIn();
    expect([damaged, [...blocked]]).toEqual([there.key, []]);
    expect(account.did('accept')).toEqual([`accept note:opec +${other.name}`]);
    // It is told also where the note is here, which has nothing to add and so is not put in its place.
    const here = fakeAccount({ items: there.items, here: [ana], accepting });
    expect([(await here.takeIn()).damaged, here.done]).toEqual([there.key, []]);
  });

  it('is not confused with a database that fails to store, or a bug of ours', async () => {
    const disk = () => {
      throw new RangeError('the disk');
    };
    await expect(fakeAccount({ items: there.items, accepting: disk }).takeIn()).rejects.toThrow(RangeError);
    const nameless = () => {
      throw new DamagedUpdateError(null);
    };
    await expect(fakeAccount({ items: there.items, accepting: nameless }).takeIn()).rejects.toThrow(DamagedUpdateError);
    const twice = () => {
      throw new DamagedUpdateError('note:ana');
    };
    await expect(
      fakeAccount({ items: { ...there.items, ...other.items }, accepting: twice }).takeIn(),
    ).rejects.toThrow();
    await expect(fakeAccount({ items: there.items, vault: { open: async () => disk() } }).takeIn()).rejects.toThrow(
      RangeError,
    );
  });
});

describe('a value that is too large', () => {
  it('is reported and left: it is not overwritten, and its note is not stored there', async () => {
    const accepting = (updates: readonly { doc: string }[]) => {
      if (updates.some(({ doc }) => doc === 'note:ana')) throw new NoteTooLargeError('note:ana');
    };
    const account = fakeAccount({ items: { ...there.items, ...other.items }, here: [ana], accepting });
    const { tooLarge, damaged, blocked, homes } = await account.takeIn();
    expect([tooLarge, damaged, [...blocked]]).toEqual([there.key, null, [there.key]]);
    expect(homes.get('note:ana')?.size).toBe(0);
    expect(account.did('accept')).toEqual([`accept note:opec +${other.name}`]);
  });

  it('is reported by its first part, even if it cannot be unpacked', async () => {
    const account = fakeAccount({
      items: { ...there.items, ...other.items },
      vault: { open: async () => refuse('too-large') },
    });
    const { tooLarge, blocked } = await account.takeIn();
    expect([tooLarge, [...blocked]]).toEqual([there.key, [there.key, other.key]]);
  });

  it('is also one of few bytes and too many pieces: it is left, since it cannot be repaired', async () => {
    const pieces = NOTE_SIZE.pieces + 1;
    const { key, items } = lying({ doc: 'note:ana', update: removalsIn(pieces) });
    const account = fakeAccount({ items: { ...items, ...other.items }, here: [ana] });
    const { tooLarge, damaged, blocked } = await account.takeIn();
    expect([tooLarge, damaged, [...blocked]]).toEqual([key, null, [key]]);
    expect(account.done).toEqual([`accept note:opec +${other.name}`]);
  });

  it('is left when the run has unpacked as much as a device should hold; the first ones are taken in', async () => {
    const large = packDoc(noteOf('large', 'x'.repeat(NOTE_SIZE.bytes - 100)));
    const values = Array.from({ length: 10 }, (_, at) => lying(noteOf(`n${at}`, 'short')));
    const account = fakeAccount({
      items: Object.assign({}, ...values.map(({ items }) => items)) as Items,
      vault: { open: async () => large },
    });
    const { tooLarge, blocked } = await account.takeIn();
    expect(
      account
        .did('accept')[0]
        ?.split(' ')
        .filter((word) => word === 'note:large'),
    ).toHaveLength(9);
    expect([tooLarge, [...blocked]]).toEqual([values[9]?.key, [values[9]?.key]]);
  });
});

describe('a newer value', () => {
  it('is left as it is, and nothing is written in its place', async () => {
    const account = fakeAccount({ items: { [there.key]: '2.whatever' }, here: [ana], known: [there.row] });
    const { blocked, damaged } = await account.takeIn();
    expect([[...blocked], damaged]).toEqual([[there.key], null]);
    expect(account.did('enqueue')).toEqual([]);
  });
});

describe('a sealed account', () => {
  const keys = { [`k${'0'.repeat(16)}`]: 'anything' };
  const ring = ringOf('key');

  it('is locked for a device without a key as soon as keys are there', async () => {
    const account = fakeAccount({ items: { ...keys, ...there.items } });
    await expect(account.takeIn()).rejects.toMatchObject({ code: 'locked' });
    expect(account.done).toEqual([]);
    await expect(fakeAccount({ items: keys, ring }).takeIn()).resolves.toBeDefined();
  });

  it('is locked when one value opens with no key; what opens was merged before', async () => {
    const open = async (packed: Uint8Array) => (packed.length === there.cargo.length ? refuse('locked') : packed);
    const account = fakeAccount({ items: { ...there.items, ...other.items }, vault: { open } });
    await expect(account.takeIn()).rejects.toMatchObject({ code: 'locked' });
    expect(account.did('accept')).toEqual([`accept note:opec +${other.name}`]);
  });

  it('takes in no plain value that was not read before', async () => {
    const given = { items: { ...keys, ...there.items }, ring, memory: { seal: keyId(ring) } };
    const strange = fakeAccount(given);
    const { held, heldKeys, heldMore } = await strange.takeIn();
    expect(strange.did('accept')).toEqual([]);
    expect([held.map(({ name }) => name), [...heldKeys], heldMore]).toEqual([[there.name], [there.key], 0]);
    // Two rows of one key: it is opened again, and that is no strange value.
    const seen = fakeAccount({ ...given, known: [there.row, theirs.row], here: [more] });
    await seen.takeIn();
    expect(seen.did('accept')).toEqual([`accept note:ana +${there.name}`]);
  });
});

describe('the report of a device', () => {
  const told = { device: 'b'.repeat(16), name: 'Phone', at: 5, count: 3, digest: 'd' };
  const report = toItems(keyOfReport(told.device), packReport(told) as Cargo<Protection>) as Items;

  it('is read, and a damaged one is left out', async () => {
    const damaged = toItems(keyOfReport('c'.repeat(16)), cargo('no report')) as Items;
    const rubbish = { [keyOfReport('d'.repeat(16))]: 'rubbish' };
    const vault = vaultOf(null);
    const account = fakeAccount({ items: { ...report, ...damaged, ...rubbish, ...there.items }, vault });
    expect((await account.takeIn()).reports).toEqual([told]);
  });

  it('is not waited for when parts are missing: it holds no note of this device', async () => {
    const parts = { [`${keyOfReport('c'.repeat(16))}.1`]: '1.abcdefgh.1/2.AAAA' };
    const { reports, incomplete } = await fakeAccount({ items: { ...report, ...parts } }).takeIn();
    expect([reports, incomplete]).toEqual([[told], {}]);
  });

  it('that opens with no key means that the account is locked', async () => {
    const open = async () => refuse('locked');
    await expect(fakeAccount({ items: report, vault: { open } }).takeIn()).rejects.toMatchObject({ code: 'locked' });
  });

  it('is not trusted if plain once the account is sealed', async () => {
    const ring = ringOf('key');
    const account = fakeAccount({ items: report, ring, memory: { seal: keyId(ring) } });
    expect((await account.takeIn()).reports).toEqual([]);
  });

  it('passes a bug of ours on as an error', async () => {
    const open = async () => {
      throw new TypeError('a fault');
    };
    await expect(fakeAccount({ items: report, vault: { open } }).takeIn()).rejects.toThrow(TypeError);
  });
});
