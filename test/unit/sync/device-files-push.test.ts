/** How much one delivery puts into a file, and when a device reports its state again. */
import { describe, expect, it } from 'vitest';
import { composeName, parseName } from '../../../lib/sync/device-files/names';
import { firstParcel, push, SEGMENT_BYTES } from '../../../lib/sync/device-files/push';
import { decodeSegment } from '../../../lib/sync/device-files/segment';
import { bytesOf, doc, type FakeVisit, fakeVisit, HERE, type Laid, lay, laySegment, OTHER, rowOf } from './fake-visit';

const parsed = ({ name, cargo }: Laid) => {
  const file = parseName(name);
  return file ? { ...file, bytes: cargo.length } : expect.fail(`${name} is no name`);
};

describe('a parcel', () => {
  const row = (bytes: number) => ({ update: new Uint8Array(bytes) });

  it('holds as much as fits, and at least one document', () => {
    const [half, more, huge] = [row(SEGMENT_BYTES / 2), row(SEGMENT_BYTES / 2 + 1), row(2 * SEGMENT_BYTES)];
    expect(firstParcel([half, half, half])).toEqual([half, half]);
    expect(firstParcel([half, more])).toEqual([half]);
    expect(firstParcel([huge, half])).toEqual([huge]);
    expect(firstParcel([])).toEqual([]);
  });
});

describe('a delivery', () => {
  const pushed = async (given: FakeVisit) => {
    const fake = await fakeVisit(given);
    await fake.look();
    await push(fake.visit);
    const written = fake
      .did('write')
      .map((each) => decodeSegment(fake.folder.get(each.slice('write '.length)) ?? bytesOf('')));
    return { ...fake, written: written.map(({ docs }) => docs.map((each) => each.doc)) };
  };

  it('sends everything in the outbox, one parcel per file, and marks each as delivered after reading it back', async () => {
    const large = (entity: string) => doc(entity, 'x'.repeat(SEGMENT_BYTES - 10));
    const { written, waits, did } = await pushed({ outbox: [large('a'), doc('b'), large('c'), doc('d', 'tiny')] });
    expect(written).toEqual([
      ['note:a', 'note:b'],
      ['note:c', 'note:d'],
    ]);
    expect(waits()).toEqual([]);
    expect(did('write', 'read', 'settle').map((each) => each.split(' ')[0])).toEqual([
      ...['write', 'read', 'settle'],
      ...['write', 'read', 'settle'],
    ]);
  });

  it('with an empty outbox reports this device’s state once, and not again', async () => {
    const { written, visit, done } = await pushed({});
    expect(written).toEqual([[]]);
    done.length = 0;
    await push(visit);
    expect(done).toEqual([]);
  });

  const told = async (change: (fake: Awaited<ReturnType<typeof pushed>>) => void) => {
    const fake = await pushed({});
    fake.done.length = 0;
    change(fake);
    await push(fake.visit);
    return fake.did('write').length;
  };

  it('reports again when there is something new to report, or the file with the report is gone', async () => {
    expect(await told(() => {})).toBe(0);
    expect(await told(({ visit }) => visit.unreadable.add('bad.dat'))).toBe(1);
    expect(await told(({ visit }) => visit.there.clear())).toBe(1);
  });

  it('repeats a complaint when a copy of this profile, which has no complaint, has reported after it', async () => {
    const complains = async (
      seq: number,
      change: (laid: Laid) => Partial<Laid & { own: 0 | 1; who: string; kind: string }>,
    ) => {
      const fake = await fakeVisit({ laid: [lay(HERE, 5, 'anything')] });
      await fake.look();
      fake.visit.unreadable.add('bad.dat');
      await push(fake.visit);
      fake.done.length = 0;
      const laid = laySegment(HERE, seq, []);
      const { who = HERE, kind = 'segment', own } = change(laid);
      const name = composeName(who, kind as 'segment' | 'keyring', seq, laid.cargo, 'plain');
      fake.visit.there.set(name, parsed({ name, cargo: laid.cargo }));
      if (own !== undefined) fake.visit.known.set(name, rowOf({ name, cargo: laid.cargo }, [], own));
      await push(fake.visit);
      return fake.did('write').length;
    };
    // This device's own complaint is number 6.
    expect(await complains(7, () => ({}))).toBe(1);
    expect(await complains(7, () => ({ own: 0 }))).toBe(1);
    expect(await complains(7, () => ({ own: 1 }))).toBe(0);
    expect(await complains(5, () => ({}))).toBe(0);
    expect(await complains(6, () => ({}))).toBe(0);
    expect(await complains(7, () => ({ who: OTHER }))).toBe(0);
    expect(await complains(7, () => ({ kind: 'keyring' }))).toBe(0);
  });

  it('without a complaint leaves the report of a copy of this profile as it is', async () => {
    expect(
      await told(({ visit }) => {
        const twin = laySegment(HERE, 9, []);
        visit.there.set(twin.name, parsed(twin));
      }),
    ).toBe(0);
  });
});
