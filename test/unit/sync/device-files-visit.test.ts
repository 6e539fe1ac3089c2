/** When a file counts as complete, torn, missing or withheld, and when as written. */
import { describe, expect, it } from 'vitest';
import type { Cargo, Protection, SyncTrouble } from '../../../lib/sync';
import {
  accusedFiles,
  look,
  nextSeq,
  ownFiles,
  readUnlessWithheld,
  removeFiles,
  writeChecked,
  writeSegment,
} from '../../../lib/sync/device-files/folder-visit';
import { NAMES_REMEMBERED } from '../../../lib/sync/device-files/memory';
import { composeName, NUMBERS_END, parseName } from '../../../lib/sync/device-files/names';
import { decodeSegment, LARGEST_UNPACKED_BYTES } from '../../../lib/sync/device-files/segment';
import { bytesOf, doc, fakeVisit, HERE, type Laid, lay, OTHER, refuse, rowOf } from './fake-visit';

const file = lay(OTHER, 1, 'whole');
const parsed = (of: Laid, bytes: number | null = of.cargo.length) => {
  const name = parseName(of.name);
  return name ? { ...name, bytes } : expect.fail(`${of.name} is no name`);
};

/** The file as each reading brings it; null: it is not there. */
async function reading(bytes: number | null, ...comes: readonly (string | null)[]) {
  const { visit } = await fakeVisit();
  const left = [...comes];
  const read = async () => {
    const next = left.shift();
    if (next === undefined) return expect.fail('asked for too often');
    return next === null ? null : bytesOf(next);
  };
  const got = await readUnlessWithheld({ ...visit, store: { ...visit.store, read } }, parsed(file, bytes));
  expect(left).toEqual([]);
  return got;
}

describe('a file', () => {
  it('is complete when its content matches its name, if need be on the second read', async () => {
    const whole = { state: 'whole', cargo: bytesOf('whole') };
    expect(await reading(5, 'whole')).toEqual(whole);
    expect(await reading(5, 'who', 'whole')).toEqual(whole);
  });

  it('is missing when the remote does not have it', async () => {
    expect(await reading(5, null)).toEqual({ state: 'gone' });
    expect(await reading(5, 'who', null)).toEqual({ state: 'gone' });
  });

  it('is torn when it is read twice at the listed size without matching its name', async () => {
    expect(await reading(5, 'torn!', 'torn?')).toEqual({ state: 'torn', there: true });
    expect(await reading(5, 'torn', 'torn!')).toEqual({ state: 'torn', there: false });
    expect(await reading(5, 'torn!', 'torn')).toEqual({ state: 'torn', there: false });
  });

  it('is torn, on remotes without sizes, when it is read twice at the same size without matching', async () => {
    expect(await reading(null, 'torn', 'tear')).toEqual({ state: 'torn', there: true });
    expect(await reading(null, 'torn', 'tea')).toEqual({ state: 'torn', there: false });
  });

  it('that is larger than any we write is not even requested', async () => {
    expect(await reading(LARGEST_UNPACKED_BYTES + 1)).toEqual({ state: 'torn', there: false });
    expect(await reading(LARGEST_UNPACKED_BYTES, 'whole')).toMatchObject({ state: 'whole' });
  });

  const refused = async (code: SyncTrouble) => {
    const { visit } = await fakeVisit({ laid: [file], before: () => refuse(code) });
    return { visit, got: readUnlessWithheld(visit, parsed(file)) };
  };

  it.each(['forbidden', 'locked-file', 'server', 'failed'] as const)(
    'that is refused with %s is withheld, and noted: the trouble may lie with this file alone',
    async (code) => {
      const { visit, got } = await refused(code);
      expect(await got).toEqual({ state: 'withheld' });
      expect([...visit.withheld]).toEqual([file.name]);
    },
  );

  it.each(['unreachable', 'credentials', 'cancelled'] as const)(
    'that is refused with %s ends the run',
    async (code) => {
      const { visit, got } = await refused(code);
      await expect(got).rejects.toMatchObject({ code });
      expect(visit.withheld.size).toBe(0);
    },
  );

  it('that fails because of a bug of ours does not count as withheld', async () => {
    const fault = () => {
      throw new TypeError('a fault');
    };
    const { visit } = await fakeVisit({ laid: [file], before: fault });
    await expect(readUnlessWithheld(visit, parsed(file))).rejects.toThrow(TypeError);
  });
});

describe('listing the folder', () => {
  it('finds our files, leaves out others, and notes what a later Backstory may have written', async () => {
    const newer = file.name.replace('-s', '-q');
    const { visit, folder } = await fakeVisit({ laid: [file, { name: newer, cargo: bytesOf('x') }] });
    folder.set('holiday.jpg', bytesOf('x'));
    await look(visit);
    expect([...visit.there.values()]).toEqual([parsed(file)]);
    expect([...visit.newer]).toEqual([newer]);
  });

  it('forgets what the last listing saw', async () => {
    const { visit, folder } = await fakeVisit({
      laid: [file, { name: file.name.replace('-s', '-q'), cargo: bytesOf('x') }],
    });
    await look(visit);
    folder.clear();
    await look(visit);
    expect([visit.there.size, visit.newer.size]).toEqual([0, 0]);
  });
});

describe('writing a file', () => {
  const cargo = bytesOf('new') as Cargo<Protection>;

  it('is noted before it starts, read back, and known from then on', async () => {
    const { visit, done } = await fakeVisit({ memory: { written: ['before'] } });
    const row = await writeChecked(visit, 'segment', 7, cargo, ['note:ana']);
    const name = composeName(HERE, 'segment', 7, cargo, 'plain');
    expect(row).toEqual({ remote: 'webdav:test', name, own: 1, bytes: 3, docs: ['note:ana'] });
    expect(done).toEqual(['keep', `write ${name}`, `read ${name}`]);
    expect(visit.memory.written).toEqual(['before', name]);
    expect(visit.there.get(name)).toMatchObject({ bytes: 3, seq: 7 });
  });

  it('is remembered only for the most recent files', async () => {
    const written = Array.from({ length: NAMES_REMEMBERED }, (_, at) => `${at}`);
    const { visit } = await fakeVisit({ memory: { written } });
    const { name } = await writeChecked(visit, 'segment', 7, cargo, []);
    expect(visit.memory.written).toEqual([...written.slice(1), name]);
  });

  it.each([
    ['nothing', null],
    ['less', bytesOf('ne')],
    ['more', bytesOf('newer')],
    ['something else', bytesOf('nex')],
    ['something else from the start', bytesOf('xew')],
  ])('that reads back as %s is not verified', async (_what, back) => {
    const { visit } = await fakeVisit();
    const store = { ...visit.store, read: async () => back };
    await expect(writeChecked({ ...visit, store }, 'segment', 1, cargo, [])).rejects.toMatchObject({
      code: 'not-verified',
    });
    expect(visit.there.size).toBe(0);
  });

  it('includes what this device has, could not read, and has published', async () => {
    const { visit, folder } = await fakeVisit({ now: 42 });
    visit.unreadable.add('z.dat').add('a.dat');
    const { name, docs } = await writeSegment(visit, [doc('ana'), doc('ana'), doc('opec')], ['old.dat']);
    expect(docs).toEqual(['note:ana', 'note:opec']);
    expect(decodeSegment(folder.get(name) ?? bytesOf(''))).toMatchObject({
      device: HERE,
      name: 'This device',
      seq: 1,
      at: 42,
      digest: 'here',
      unreadable: ['a.dat', 'z.dat'],
      replaces: ['old.dat'],
    });
    expect(visit.memory.published?.name).toBe(name);
  });
});

describe('the numbers of files', () => {
  it('continue above all numbers under this device’s name, present or remembered, and let other devices count for themselves', async () => {
    const { visit, look } = await fakeVisit({
      laid: [lay(HERE, 4, 'a'), lay(OTHER, 90, 'b')],
      known: [rowOf(lay(HERE, 7, 'c'))],
    });
    expect(nextSeq(visit)).toBe(8);
    await look();
    expect(nextSeq({ ...visit, known: new Map() })).toBe(5);
    expect(nextSeq((await fakeVisit()).visit)).toBe(1);
  });

  it('are not exhausted by a file with a made-up number', async () => {
    const { visit, look } = await fakeVisit({ laid: [lay(HERE, NUMBERS_END, 'x'), lay(HERE, NUMBERS_END - 2, 'y')] });
    await look();
    expect(nextSeq(visit)).toBe(NUMBERS_END - 1);
  });
});

it('lists this device’s own files of one kind, in the order of writing', async () => {
  const [late, early, keys] = [lay(HERE, 12, 'late'), lay(HERE, 3, 'early'), lay(HERE, 5, 'keys', 'keyring')];
  const { visit } = await fakeVisit({ known: [rowOf(late), rowOf(early), rowOf(keys), rowOf(file, [], 0)] });
  expect(ownFiles(visit, 'segment').map(({ name, seq }) => [name, seq])).toEqual([
    [early.name, 3],
    [late.name, 12],
  ]);
  expect(ownFiles(visit, 'keyring').map(({ name }) => name)).toEqual([keys.name]);
});

it('lists the files that any other device could not read', async () => {
  const heard = {
    [OTHER]: { seq: 1, name: 'x', unreadable: ['a', 'b'] },
    c: { seq: 1, name: 'y', unreadable: ['b', 'c'] },
  };
  expect([...accusedFiles((await fakeVisit({ memory: { heard } })).visit)]).toEqual(['a', 'b', 'c']);
});

it('deletes files one by one, and forgets the rows of those that had one', async () => {
  const known = lay(HERE, 2, 'known');
  const { visit, look, done } = await fakeVisit({ laid: [file, known], known: [rowOf(known)] });
  await look();
  await removeFiles(visit, []);
  expect(done).toEqual([]);
  await removeFiles(visit, [file.name, known.name]);
  expect(done).toEqual([`remove ${file.name}`, `remove ${known.name}`, `settle -${known.name}`]);
  expect([visit.there.size, visit.known.size]).toEqual([0, 0]);
});
