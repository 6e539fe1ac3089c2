/** What is deleted from a folder, in which order, and when tidying is paused. */
import { describe, expect, it } from 'vitest';
import { decodeSegment } from '../../../lib/sync/device-files/segment';
import { tidy } from '../../../lib/sync/device-files/tidy';
import { type FakeVisit, fakeVisit, HERE, type Laid, lay, OTHER, refuse, rowOf } from './fake-visit';

const HOUR = 60 * 60_000;
/** Small files of this device, as many as are worth joining, each with a note of its own. */
const small = Array.from({ length: 6 }, (_, at) => lay(HERE, at + 1, `file ${at}`));
const noteIn = (at: number) => `note:${at}`;
const rows = small.map((file, at) => rowOf(file, [noteIn(at)]));
const theirs = lay(OTHER, 1, 'theirs');
const keyring = lay(HERE, 20, 'keys', 'keyring', 'sealed');
const names = (files: readonly Laid[]) => files.map(({ name }) => name);

async function tidied(given: FakeVisit, torn: readonly string[] = [], keys: string | null = null) {
  const fake = await fakeVisit(given);
  await fake.look();
  const error = await tidy(fake.visit, torn, keys).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const written = fake.did('write').map((each) => each.slice('write '.length));
  const segments = written.map((name) => decodeSegment(fake.folder.get(name) ?? new Uint8Array()));
  return { ...fake, error, written, segments };
}

describe('many small files', () => {
  it('are joined into one, which is read back before the first of them is deleted', async () => {
    const { written, segments, done, folder, visit } = await tidied({ laid: [...small, theirs], known: rows });
    const [joined] = written;
    expect(written).toHaveLength(1);
    expect(segments[0]?.docs.map(({ doc }) => doc)).toEqual(small.map((_, at) => noteIn(at)));
    // The others are told what it replaces, so that they do not miss it.
    expect(segments[0]?.replaces).toEqual(names(small));
    expect(done.filter((each) => /^(write|read|settle|remove)/.test(each))).toEqual([
      `write ${joined}`,
      `read ${joined}`,
      `settle +${joined}`,
      ...names(small).map((name) => `remove ${name}`),
      `settle ${names(small)
        .map((name) => `-${name}`)
        .join(' ')}`,
    ]);
    expect([...folder.keys()]).toEqual([theirs.name, joined]);
    expect([...visit.known.keys()]).toEqual([joined]);
  });

  it('are left as they are when one too few to be worth it', async () => {
    const { written, did } = await tidied({ laid: small.slice(1), known: rows.slice(1) });
    expect([written, did('remove')]).toEqual([[], []]);
  });

  it('that carry only a report do not count: all but the last of those are deleted', async () => {
    const { written, did } = await tidied({ laid: small, known: small.map((file) => rowOf(file)) });
    expect(written).toEqual([]);
    expect(did('remove')).toEqual(names(small.slice(0, -1)).map((name) => `remove ${name}`));
  });

  it('with a report among them: the report is deleted, and files with notes stay', async () => {
    const known = [rowOf(small[0] as Laid), ...rows.slice(1, 3)];
    expect((await tidied({ laid: small.slice(0, 3), known })).did('remove')).toEqual([`remove ${small[0]?.name}`]);
  });
});

describe('a stale file', () => {
  const given = (more: FakeVisit = {}): FakeVisit => ({
    laid: [...small.slice(0, 2), theirs, keyring],
    known: [...rows.slice(0, 2), rowOf(theirs, ['note:1', 'note:9'], 0)],
    memory: { stale: [small[0]?.name, theirs.name, keyring.name, 'gone meanwhile'] },
    ...more,
  });

  it('is written anew, each note once, whoever wrote it, and then deleted', async () => {
    const { segments, did, visit } = await tidied(given(), [], keyring.name);
    expect(segments.map(({ docs }) => docs.map(({ doc }) => doc))).toEqual([['note:0', 'note:1', 'note:9']]);
    expect(did('remove')).toEqual([`remove ${small[0]?.name}`, `remove ${theirs.name}`]);
    expect(visit.memory.stale).toEqual([]);
  });

  it('includes old keys, but never the file that holds the current keys', async () => {
    const { did } = await tidied(given());
    expect(did('remove')).toContain(`remove ${keyring.name}`);
    expect((await tidied(given(), [], keyring.name)).did('remove')).not.toContain(`remove ${keyring.name}`);
  });

  it('is deleted by the next run if this one ends before the replacement is written', async () => {
    const { error, visit, did } = await tidied(given({ before: (call) => call === 'write' && refuse('unreachable') }));
    expect(error).toMatchObject({ code: 'unreachable' });
    expect([visit.memory.stale.length, did('remove')]).toEqual([4, []]);
    // The write failed, not the removal: nothing keeps the next run from it.
    expect(visit.memory.rest).toBeNull();
  });

  it('that is large is replaced by several, of which only the last says what they replace', async () => {
    const large = Array.from({ length: 3 }, (_, at) => lay(HERE, at + 1, `large ${at}`));
    const { segments } = await tidied({
      laid: large,
      known: large.map((file, at) => rowOf(file, [`note:${'x'.repeat(499_990)}${at}`])),
      memory: { stale: names(large) },
    });
    expect(segments.map(({ docs, replaces }) => [docs.length, replaces])).toEqual([
      [1, []],
      [1, []],
      [1, names(large)],
    ]);
  });
});

describe('a remote that refuses to delete files', () => {
  const refusing = (rest: unknown, now = 100 * 24 * HOUR): FakeVisit => ({
    laid: small,
    known: rows,
    memory: { rest },
    now,
    before: (call) => call === 'remove' && refuse('forbidden'),
  });
  const now = 100 * 24 * HOUR;

  it('is tried again with the next run, then after an hour, then after twice as long each time, a week at most', async () => {
    let rest: unknown = null;
    const waits: number[] = [];
    for (let run = 0; run < 12; run++) {
      const { visit, error } = await tidied(refusing(rest && { ...(rest as object), until: now }));
      expect(error).toMatchObject({ code: 'forbidden' });
      rest = visit.memory.rest;
      const { until, ms } = rest as { until: number; ms: number };
      expect(until).toBe(now + ms);
      waits.push(ms / HOUR);
    }
    expect(waits).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 168, 168, 168]);
  });

  it('gets nothing written into it while tidying is paused', async () => {
    const { error, done } = await tidied(refusing({ until: now + 1, ms: HOUR }));
    expect([error, done]).toEqual([null, []]);
  });

  it('is no longer paused when the time has come, or the clock was set back', async () => {
    expect((await tidied(refusing({ until: now, ms: HOUR }))).written).toHaveLength(1);
    expect((await tidied(refusing({ until: now + 7 * 24 * HOUR, ms: HOUR }))).written).toHaveLength(0);
    expect((await tidied(refusing({ until: now + 7 * 24 * HOUR + 1, ms: HOUR }))).written).toHaveLength(1);
  });

  it('has its pause forgotten once it deletes files', async () => {
    const { visit } = await tidied({ ...refusing({ until: now, ms: HOUR }), before: () => {} });
    expect(visit.memory.rest).toBeNull();
  });

  it.each([
    ['the reader ended the run', () => refuse('cancelled')],
    [
      'the fault is ours',
      () => {
        throw new TypeError('a fault');
      },
    ],
  ])('is not paused when %s', async (_why, thrown) => {
    const { visit, error } = await tidied({ ...refusing(null), before: (call) => call === 'remove' && thrown() });
    expect(error).not.toBeNull();
    expect(visit.memory.rest).toBeNull();
  });
});

describe('a torn file', () => {
  it('is noted as empty, then deleted, then forgotten', async () => {
    const [bad] = small as [Laid];
    const { did, visit } = await tidied({ laid: [bad], known: [rowOf(bad, ['note:0'])] }, [bad.name]);
    expect(did('settle', 'remove')).toEqual([`settle +${bad.name}`, `remove ${bad.name}`, `settle -${bad.name}`]);
    expect(visit.known.size).toBe(0);
  });

  it('is simply deleted if it was never noted, or already noted as empty', async () => {
    const [half, empty] = small as [Laid, Laid];
    const { did } = await tidied({ laid: [half, empty, ...small.slice(2)], known: [rowOf(empty), ...rows.slice(2)] }, [
      half.name,
      empty.name,
    ]);
    expect(did('settle', 'remove')).toEqual([`remove ${half.name}`, `remove ${empty.name}`, `settle -${empty.name}`]);
  });

  it('is not rewritten at each run if the remote keeps it', async () => {
    const [bad] = small as [Laid];
    const keeping = { before: (call: string) => call === 'remove' && refuse('forbidden') };
    const { visit } = await tidied({ laid: [bad], known: [rowOf(bad, ['note:0'])], ...keeping }, [bad.name]);
    expect(visit.known.get(bad.name)?.docs).toEqual([]);
  });
});

it('deletes what the reader rejected, even while tidying is paused', async () => {
  const fake = await fakeVisit({ laid: [theirs], memory: { rest: { until: 20_000, ms: HOUR } } });
  await fake.look();
  fake.visit.leftOut.add(theirs.name);
  await tidy(fake.visit, [], null);
  expect(fake.did('remove', 'settle')).toEqual([`remove ${theirs.name}`]);
  expect(fake.folder.size).toBe(0);
});
