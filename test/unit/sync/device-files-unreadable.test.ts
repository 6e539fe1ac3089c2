/** What becomes of files, and of single notes in them, that cannot be read or stored. */
import { describe, expect, it } from 'vitest';
import { DamagedUpdateError, NoteTooLargeError } from '../../../lib/notes';
import { pull } from '../../../lib/sync/device-files/pull';
import { fakeVisit, HERE, type Laid, lay, laySegment, OTHER, refuse } from './fake-visit';
import { first, named, pulled, second, third } from './pulled-files';

/** Of the same length, so that it lies there as it came. */
const rotten = (file: Laid) =>
  named(
    file,
    file.cargo.map((byte) => byte ^ 1),
  );

describe('a file that cannot be read', () => {
  it.each([
    ['has rotted', rotten(first)],
    ['is no segment, though whole', lay(OTHER, 1, 'no segment')],
    ['came short', named(first, first.cargo.subarray(0, 10))],
  ])('because it %s is named as unreadable, and the others are read', async (_why, bad) => {
    const { visit, did } = await pulled({ laid: [bad, third] });
    expect([...visit.unreadable]).toEqual([bad.name]);
    expect(did('accept')).toEqual([`accept note:pmf +${third.name}`]);
  });

  it('and is this device’s own is a file whose writing was interrupted', async () => {
    const half = rotten(laySegment(HERE, 1, []));
    const { visit } = await pulled({ laid: [half] });
    expect([[...visit.torn], [...visit.unreadable]]).toEqual([[half.name], []]);
  });

  it('because no key opens it means that the folder is locked', async () => {
    const { visit, did } = await pulled({ laid: [first], vault: { open: async () => refuse('locked') } });
    expect([[...visit.locked], did('accept')]).toEqual([[first.name], []]);
  });

  it.each(['newer', 'too-large'] as const)('because it is %s is set aside, for later visits too', async (why) => {
    const { visit, did } = await pulled({ laid: [first], vault: { open: async () => refuse(why) } });
    expect([...(why === 'newer' ? visit.newer : visit.tooLarge)]).toEqual([first.name]);
    expect(visit.memory.aside.names).toEqual({ [first.name]: why });
    expect(did('accept')).toEqual([]);
    const again = await pulled({ laid: [first, second], memory: visit.memory });
    expect(again.read).toEqual([second.name]);
    expect([...(why === 'newer' ? again.visit.newer : again.visit.tooLarge)]).toEqual([first.name]);
    const gone = await pulled({ laid: [second], memory: visit.memory });
    expect(gone.visit.memory.aside.names).toEqual({});
    expect([gone.visit.newer.size, gone.visit.tooLarge.size]).toEqual([0, 0]);
  });

  it('for any other reason, or because of a bug of ours, ends the visit', async () => {
    await expect(pulled({ laid: [first], vault: { open: async () => refuse('storage') } })).rejects.toMatchObject({
      code: 'storage',
    });
    const fault = async () => {
      throw new TypeError('a fault');
    };
    await expect(pulled({ laid: [first], vault: { open: fault } })).rejects.toThrow(TypeError);
  });

  it('because the remote withholds it is one of three requested at most; the rest are not requested', async () => {
    const files = Array.from({ length: 5 }, (_, at) => laySegment(OTHER, at + 1, []));
    const { read, visit, did } = await pulled({
      laid: files,
      before: (call) => call === 'read' && refuse('forbidden'),
    });
    expect(visit.withheld.size).toBe(3);
    expect([read, did('accept')]).toEqual([[], []]);
  });

  it('again and again although it is listed is unreadable; on a later look it may have been replaced', async () => {
    const fake = await fakeVisit({ laid: [first] });
    const visit = { ...fake.visit, store: { ...fake.visit.store, read: async () => null } };
    await pull(visit);
    expect(fake.did('list')).toHaveLength(3);
    expect([...visit.unreadable]).toEqual([first.name]);
    const other = await fakeVisit({ laid: [first] });
    let asked = 0;
    const read = async (name: string) => (++asked === 1 ? null : (other.folder.get(name) ?? null));
    const lucky = { ...other.visit, store: { ...other.visit.store, read } };
    await pull(lucky);
    expect([lucky.unreadable.size, other.did('list').length, other.did('accept').length]).toEqual([0, 2, 1]);
  });
});

describe('a note that Yjs cannot read', () => {
  const bad = (what: (name: string) => Error) => (updates: readonly { doc: string }[]) => {
    for (const { doc } of updates) if (doc === 'note:opec') throw what(doc);
  };
  const damaged = () => new DamagedUpdateError('note:opec');

  it('costs no other note and no other file; its own file does not count as read', async () => {
    const { visit, did } = await pulled({ laid: [first, second, third], accepting: bad(damaged) });
    expect(did('accept')).toEqual([
      'accept note:ana',
      `accept note:iran +${second.name}`,
      `accept note:pmf +${third.name}`,
    ]);
    expect([...visit.unreadable]).toEqual([first.name]);
    expect([...visit.known.keys()]).toEqual([second.name, third.name]);
  });

  it('because it is too large is set aside, since its owner would write the same again', async () => {
    const { visit } = await pulled({ laid: [first], accepting: bad(() => new NoteTooLargeError('note:opec')) });
    expect([[...visit.tooLarge], [...visit.unreadable]]).toEqual([[first.name], []]);
    expect(visit.memory.aside.names).toEqual({ [first.name]: 'too-large' });
  });

  it('is not a reason to leave the file unread if the note merges well by itself', async () => {
    // Only together with the other one: as when both are of one note.
    const together = (updates: readonly { doc: string }[]) => {
      if (updates.length > 1) throw damaged();
    };
    const { visit, did } = await pulled({ laid: [first], accepting: together });
    expect(did('accept')).toEqual(['accept note:ana', 'accept note:opec', `accept +${first.name}`]);
    expect([visit.unreadable.size, visit.known.has(first.name)]).toEqual([0, true]);
  });

  it('is not confused with a database that fails to store', async () => {
    const broken = bad(() => new RangeError('the disk'));
    await expect(pulled({ laid: [first], accepting: broken })).rejects.toThrow(RangeError);
    const later = (updates: readonly unknown[]) => {
      throw updates.length > 1 ? damaged() : new RangeError('the disk');
    };
    await expect(pulled({ laid: [first], accepting: later })).rejects.toThrow(RangeError);
  });
});
