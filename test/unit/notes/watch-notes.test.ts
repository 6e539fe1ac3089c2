import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchNotes } from '../../../lib/notes';
import { ana, createDevice, type Device, opec } from './device';

const ALL = { words: '', tag: null, order: 'changed', kept: true, offset: 0, limit: 50 } as const;
let life = new AbortController();
afterEach(() => {
  life.abort();
  life = new AbortController();
});

function watch<T>(read: () => Promise<T>) {
  const shown: T[] = [];
  const failed: unknown[] = [];
  watchNotes(
    read,
    (answer) => shown.push(answer),
    (error) => failed.push(error),
    life.signal,
  );
  return { shown, failed };
}
const tagsOf = ({ store }: Device) => store.list(ALL).then(({ notes }) => notes.map(({ tags }) => tags.join()));

describe('a watched query', () => {
  it.each<[string, (device: Device) => Promise<readonly string[]>]>([
    ['read by one call', tagsOf],
    ['read by an async function', async (device) => await tagsOf(device)],
    [
      'read behind something else',
      async (device) => {
        await device.database.meta.get('nothing');
        await new Promise((next) => setTimeout(next, 5));
        return tagsOf(device);
      },
    ],
  ])('is repeated at each change: %s', async (_, read) => {
    const device = createDevice();
    const { shown } = watch(() => read(device));
    await vi.waitFor(() => expect(shown.at(-1)).toEqual([]));
    for (const expected of ['one', 'one,two', 'one,three,two']) {
      await device.store.addTag(ana, expected === 'one,three,two' ? 'three' : (expected.split(',').at(-1) ?? ''));
      await vi.waitFor(() => expect(shown.at(-1)).toEqual([expected]));
    }
  });

  it('is repeated once for all changes that come while it runs, and shows no outdated answer', async () => {
    const device = createDevice();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((done) => {
      open = done;
    });
    let reads = 0;
    const { shown } = watch(async () => {
      const read = ++reads;
      if (read === 1) await gate;
      return read;
    });
    for (const tag of ['a', 'b', 'c']) await device.store.addTag(ana, tag);
    await new Promise((next) => setTimeout(next, 20));
    expect(reads).toBe(1);
    open();
    await vi.waitFor(() => expect(shown).toEqual([2]));
  });

  it('that fails is reported, and tried again at the next change', async () => {
    const device = createDevice();
    let isBroken = true;
    const { shown, failed } = watch(async () => {
      if (isBroken) throw new Error('broken');
      return 'read';
    });
    await vi.waitFor(() => expect(failed).toHaveLength(1));
    isBroken = false;
    await device.store.addTag(opec, 'oil');
    await vi.waitFor(() => expect(shown).toEqual(['read']));
    expect(failed).toHaveLength(1);
  });

  it('is not repeated for short-lived data, nor after it was stopped', async () => {
    const device = createDevice();
    // A new database is news to everybody.
    await device.database.open();
    let reads = 0;
    watch(async () => ++reads);
    await vi.waitFor(() => expect(reads).toBe(1));
    await device.database.requests.add({ at: 1, host: 'h', titles: [], outcome: 'ok', bytes: 1 } as never);
    await new Promise((next) => setTimeout(next, 20));
    expect(reads).toBe(1);
    life.abort();
    await device.store.addTag(ana, 'late');
    await new Promise((next) => setTimeout(next, 20));
    expect(reads).toBe(1);
  });
});
