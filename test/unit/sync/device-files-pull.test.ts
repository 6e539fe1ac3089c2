/** Which files of a folder are read, in which order, what becomes of those that cannot be, and what is missed. */
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../lib/sync/device-files/budget';
import { pull } from '../../../lib/sync/device-files/pull';
import { bytesOf, doc, fakeVisit, HERE, type Laid, lay, laySegment, OTHER, ringOf, rowOf } from './fake-visit';
import { first, named, pulled, second, THIRD, third } from './pulled-files';

const heard = (of: Laid, seq: number, unreadable: string[] = []) => ({ seq, name: of.name, unreadable });

describe('a new file', () => {
  it('is read once, merged, and noted as read with the device it belongs to', async () => {
    const { did, visit, read } = await pulled({ laid: [first, second] });
    expect(read).toEqual([first.name, second.name]);
    expect(did('accept')).toEqual([`accept note:ana note:opec note:iran +${first.name} +${second.name}`]);
    expect(visit.known.get(first.name)).toEqual(rowOf(first, ['note:ana', 'note:opec'], 0));
  });

  it('is skipped if it was read before, holds keys, or is not one of our files', async () => {
    const { read } = await pulled({
      laid: [first, lay(OTHER, 3, 'keys', 'keyring', 'sealed'), { name: 'a.jpg', cargo: bytesOf('') }],
      known: [rowOf(first, ['note:ana'], 0)],
    });
    expect(read).toEqual([]);
  });

  it('is read in the order in which its device wrote, known devices first', async () => {
    const files = [third, second, first, laySegment('d'.repeat(16), 1, []), laySegment(OTHER, 10, [])];
    const { read } = await pulled({
      laid: files,
      memory: { heard: { [THIRD]: heard(third, 0) } },
    });
    expect(read).toEqual([third, first, second, files[4], files[3]].map((file) => file?.name));
  });

  it('of an unknown device is read from where the last visit had to stop', async () => {
    const memory = { next: second.name };
    const { read } = await pulled({ laid: [first, second, third], memory });
    expect(read).toEqual([second.name, third.name, first.name]);
  });

  it('is left for the next visit once this one has read enough', async () => {
    const fake = await fakeVisit({ laid: [first, second, third] });
    const budget = { ...createBudget(), isSpent: () => fake.did('read').length > 0 };
    const visit = { ...fake.visit, budget };
    await pull(visit);
    expect(fake.did('read')).toEqual([`read ${first.name}`]);
    expect([...visit.postponed]).toEqual([second.name, third.name]);
    expect(visit.memory.next).toBe(second.name);
    const all = await pulled({ laid: [first], memory: { next: second.name } });
    expect(all.visit.memory.next).toBe('');
  });

  it('counts against the limit with its stored size and its unpacked size', async () => {
    const spent: number[] = [];
    const fake = await fakeVisit({ laid: [first] });
    await pull({ ...fake.visit, budget: { ...createBudget(), spend: (bytes) => void spent.push(bytes) } });
    expect(spent[0]).toBe(first.cargo.length);
    expect(spent[1]).toBeGreaterThan(100);
  });

  it('counts as this device’s own only if the device noted that it wrote it', async () => {
    const mine = laySegment(HERE, 1, [doc('ana')]);
    const noted = await pulled({ laid: [mine], memory: { written: [mine.name] } });
    expect(noted.visit.known.get(mine.name)?.own).toBe(1);
    const twin = await pulled({ laid: [mine] });
    expect(twin.visit.known.get(mine.name)?.own).toBe(0);
    const others = await pulled({ laid: [first], memory: { written: [first.name] } });
    expect(others.visit.known.get(first.name)?.own).toBe(0);
  });

  it('is merged in batches, and noted as read with the last batch that holds part of it', async () => {
    const many = laySegment(
      OTHER,
      1,
      Array.from({ length: 251 }, (_, at) => doc(`n${at}`)),
    );
    const { did } = await pulled({ laid: [many, third] });
    const accepted = did('accept').map((each) => each.split(' '));
    expect(accepted.map((words) => words.filter((word) => word.startsWith('note:')).length)).toEqual([250, 1, 1]);
    expect(accepted.map((words) => words.filter((word) => word.startsWith('+')))).toEqual([
      [],
      [`+${many.name}`],
      [`+${third.name}`],
    ]);
  });

  it('is merged in batches limited by bytes as well', async () => {
    const large = (entity: string) => doc(entity, 'x'.repeat(2 * 1024 * 1024));
    const { did } = await pulled({ laid: [laySegment(OTHER, 1, ['a', 'b', 'c'].map(large)), third] });
    const counts = did('accept').map((each) => each.split(' note:').length - 1);
    expect(counts).toEqual([2, 1, 1]);
  });

  it('has its report stored before it counts as read, since it would not be read again', async () => {
    const { done } = await pulled({ laid: [first] });
    expect(done.indexOf('keep')).toBeLessThan(done.findIndex((each) => each.startsWith('accept')));
    expect(done).toContain('keep');
  });
});

describe('what another device reports', () => {
  it('is its last report and which files it could not read', async () => {
    const says = { name: 'Phone', at: 5, count: 7, digest: 'abc', unreadable: ['bad.dat'] };
    const last = laySegment(OTHER, 3, [], says);
    const { visit } = await pulled({ laid: [last, first] });
    expect(visit.memory.heard).toEqual({ [OTHER]: { seq: 3, name: last.name, unreadable: ['bad.dat'] } });
    expect([...visit.reports.values()]).toEqual([{ device: OTHER, name: 'Phone', at: 5, count: 7, digest: 'abc' }]);
  });

  it('is not undone by an older file that arrives late, as long as the later file is there', async () => {
    const before = { heard: { [OTHER]: heard(second, 2, ['bad.dat']) } };
    const late = await pulled({ laid: [first, second], known: [rowOf(second, [], 0)], memory: before });
    expect(late.visit.memory.heard[OTHER]).toEqual(before.heard[OTHER]);
    // The folder was emptied, and the device counts from one again.
    const anew = await pulled({ laid: [first], memory: before });
    expect(anew.visit.memory.heard[OTHER]?.name).toBe(first.name);
  });

  it('is ignored if a file under this device’s own name says it', async () => {
    const { visit } = await pulled({ laid: [laySegment(HERE, 1, [], { unreadable: ['bad.dat'] })] });
    expect([visit.memory.heard, visit.reports.size]).toEqual([{}, 0]);
  });

  it('is forgotten when none of its files are left', async () => {
    const devices = [OTHER, THIRD].map((device) => ({ device, name: 'x', at: 1, count: 1, digest: '' }));
    const memory = { devices, leftBehind: [], held: [], tries: 0, triedAt: 0, own: null };
    const { visit } = await pulled({
      laid: [third],
      known: [rowOf(third, [], 0)],
      remote: { memory },
      memory: { heard: { [OTHER]: heard(first, 1), [THIRD]: heard(third, 1) } },
    });
    expect([Object.keys(visit.memory.heard), [...visit.reports.keys()]]).toEqual([[THIRD], [THIRD]]);
  });

  it('about replaced files counts only for files of that device that are known here', async () => {
    const mine = lay(HERE, 1, 'mine');
    const replaces = [first.name, mine.name, 'unknown.dat'];
    const last = laySegment(OTHER, 3, [doc('ana')], { replaces });
    const { visit, did } = await pulled({
      laid: [last, first, mine],
      known: [rowOf(first, ['note:ana'], 0), rowOf(mine, ['note:ana'])],
    });
    expect(visit.memory.replaced).toEqual([first.name]);
    expect(did('enqueue')).toEqual([]);
  });

  it('in a plain file in a sealed folder is ignored, except for notes: no settings, no complaints, no replaced files', async () => {
    const ring = ringOf('key');
    const says = { replaces: [first.name], unreadable: ['bad.dat'] };
    const plain = laySegment(OTHER, 3, [doc('ana'), { doc: 'settings', update: bytesOf('x') }], says);
    // The passphrase was just set: what lies there is as good as any.
    const { did, visit } = await pulled({
      laid: [plain, first],
      known: [rowOf(first, ['note:ana'], 0)],
      ring,
      memory: { seal: 'plain' },
    });
    expect(did('accept')).toEqual([`accept note:ana +${plain.name}`]);
    expect([visit.memory.replaced, visit.memory.heard[OTHER]?.unreadable]).toEqual([[], []]);
    const open = await pulled({ laid: [plain] });
    expect(open.did('accept')).toEqual([`accept note:ana settings +${plain.name}`]);
  });
});

describe('a file of another device that was read and is now missing', () => {
  const known = [rowOf(first, ['note:ana', 'note:opec'], 0)];

  it('has its notes written again from here, once', async () => {
    const { did, visit } = await pulled({ known });
    expect(did('enqueue', 'settle')).toEqual(['enqueue note:ana note:opec', `settle -${first.name}`]);
    expect(visit.known.size).toBe(0);
  });

  it('is not missed if its owner said which later file contains it', async () => {
    const { did, visit } = await pulled({ known, memory: { replaced: [first.name] } });
    expect(did('enqueue', 'settle')).toEqual([`settle -${first.name}`]);
    expect(visit.memory.replaced).toEqual([]);
  });

  it('is missed if it is torn there, and its new size is noted so that this happens once', async () => {
    const short = named(first, first.cargo.subarray(0, 10));
    const { did, visit } = await pulled({ laid: [short], known, memory: { replaced: [first.name] } });
    expect(did('enqueue', 'settle')).toEqual(['enqueue note:ana note:opec', `settle +${first.name}`]);
    expect(visit.known.get(first.name)?.bytes).toBe(10);
    const again = await pulled({ laid: [short], known: [...visit.known.values()] });
    expect(again.did('enqueue', 'settle')).toEqual([]);
  });

  it('is missed once if another device cannot read it', async () => {
    const memory = { heard: { [THIRD]: heard(third, 1, [first.name]) } };
    const { did, visit } = await pulled({ laid: [first, third], known: [...known, rowOf(third, [], 0)], memory });
    expect(did('enqueue', 'settle')).toEqual(['enqueue note:ana note:opec', `settle +${first.name}`]);
    expect(visit.known.get(first.name)?.docs).toEqual([]);
    const again = await pulled({ laid: [first, third], known: [...visit.known.values()], memory });
    expect(again.did('enqueue', 'settle')).toEqual([]);
  });

  it('is not missed if it is complete after all', async () => {
    expect((await pulled({ laid: [first], known })).did('enqueue', 'settle')).toEqual([]);
  });

  it('is not judged here if it is this device’s own: see the audit', async () => {
    const mine = lay(HERE, 1, 'mine');
    expect((await pulled({ known: [rowOf(mine, ['note:ana'])] })).did('enqueue', 'settle')).toEqual([]);
  });
});
