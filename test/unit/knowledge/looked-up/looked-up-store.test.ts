import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createDatabase } from '../../../../lib/database';
import { createLookedUpStore } from '../../../../lib/knowledge';
import type { LookUpResult } from '../../../../lib/lookup';
import { item } from './items';

const API = 'https://wiki.example/w/api.php';
const DAY_MS = 86_400_000;
let databases = 0;

function open(limit?: number) {
  const clock = { now: Date.UTC(2026, 10, 27) };
  const database = createDatabase(`looked-up-${++databases}`);
  return { database, clock, store: createLookedUpStore(database, () => clock.now++, limit) };
}
const found = (key: string, name: string, sure = true): LookUpResult => ({
  state: 'found',
  item: item(key, name),
  sure,
});
const results = (...of: (readonly [string, LookUpResult])[]) => new Map(of);

describe('a stored look-up', () => {
  it('is found again under its name, however that is written', async () => {
    const { store } = open();
    await store.keep(API, results(['Ana Dragović', found('q900', 'Ana Dragović')]), []);
    const kept = await store.names(API, ['ANA DRAGOVIC', 'Somebody Else']);
    expect([...kept.keys()]).toEqual(['ANA DRAGOVIC']);
    expect(kept.get('ANA DRAGOVIC')).toMatchObject({ result: { state: 'found', sure: true }, fresh: true });
  });

  it('does not even reveal that a private window has used it', async () => {
    const { store, database } = open();
    await store.keep(API, results(['Ana', found('q900', 'Ana')]), []);
    const before = await database.lookedUp.get('q900');
    expect((await store.names(API, ['Ana'], false)).size).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await database.lookedUp.get('q900')).toEqual(before);
  });

  it('belongs to the wiki that was asked', async () => {
    const { store } = open();
    await store.keep(API, results(['Ana', found('q900', 'Ana')]), []);
    expect((await store.names('https://other.example/api.php', ['Ana'])).size).toBe(0);
  });

  it('is stored for three days even if nobody was found', async () => {
    const { store, clock } = open();
    await store.keep(API, results(['Nobody Known', { state: 'none' }]), []);
    expect((await store.names(API, ['Nobody Known'])).get('Nobody Known')).toMatchObject({ fresh: true });
    clock.now += 4 * DAY_MS;
    const later = (await store.names(API, ['Nobody Known'])).get('Nobody Known');
    expect(later).toMatchObject({ result: { state: 'none' }, fresh: false });
  });

  it('is fresh for thirty days, and kept after that', async () => {
    const { store, clock } = open();
    await store.keep(API, results(['Ana', found('q900', 'Ana')]), []);
    clock.now += 29 * DAY_MS;
    expect((await store.names(API, ['Ana'])).get('Ana')?.fresh).toBe(true);
    clock.now += 2 * DAY_MS;
    expect((await store.names(API, ['Ana'])).get('Ana')).toMatchObject({ result: { state: 'found' }, fresh: false });
  });

  it('is not called fresh by a clock that was set back', async () => {
    const { store, clock } = open();
    await store.keep(API, results(['Ana', found('q900', 'Ana')]), []);
    clock.now -= 5 * DAY_MS;
    expect((await store.names(API, ['Ana'])).get('Ana')?.fresh).toBe(false);
  });

  it('holds all candidates of a name', async () => {
    const { store } = open();
    const items = [item('q901', 'Jo Doe'), item('q902', 'Jo Doe')];
    await store.keep(API, results(['Jo Doe', { state: 'several', items }]), []);
    const kept = (await store.names(API, ['Jo Doe'])).get('Jo Doe')?.result;
    expect(kept?.state === 'several' && kept.items.map(({ entity }) => entity.key)).toEqual(['q901', 'q902']);
  });

  it('stays certain, even if another story could not decide', async () => {
    const { store } = open();
    await store.keep(API, results(['Bo', found('q901', 'Bo', false)]), []);
    expect(await store.isSure('q901')).toBe(false);
    expect(await store.isSure('q999')).toBe(false);
    await store.keep(API, results(['Ana', found('q900', 'Ana')]), []);
    await store.keep(API, results(['Ana', found('q900', 'Ana', false)]), []);
    expect((await store.names(API, ['Ana'])).get('Ana')?.result).toMatchObject({ sure: true });
    await store.keep(API, new Map(), [item('q900', 'Ana')]);
    expect(await store.isSure('q900')).toBe(true);
    expect((await store.names(API, ['Ana'])).get('Ana')?.result).toMatchObject({ sure: true });
  });

  it('stores the keys under which it was found, so that a note on a name finds its card', async () => {
    const { store } = open();
    const named = (key: string) => item('q900', 'Ana', { entity: { ...item('q900', 'Ana').entity, formerly: [key] } });
    await store.keep(API, results(['Ana', { state: 'found', item: named('name-ana'), sure: true }]), []);
    await store.keep(API, results(['A. B.', { state: 'found', item: named('name-a-b'), sure: true }]), []);
    await store.keep(API, new Map(), [item('q900', 'Ana')]);
    const [row] = await store.rows('recent');
    expect(row?.item.entity.formerly).toEqual(['name-ana', 'name-a-b']);
  });

  it('is dropped by its last use when the bytes run out, and reports what is left', async () => {
    const sample = open().store;
    await sample.keep(API, results(['Name 0', found('q1', 'Name 0')]), []);
    const limit = 9 * (await sample.usage()).bytes;
    const { store, clock, database } = open(limit);
    const names = Array.from({ length: 12 }, (_, at) => `Name ${at}`);
    for (const [at, name] of names.slice(0, 6).entries())
      await store.keep(API, results([name, found(`q${at + 1}`, name)]), []);
    clock.now += DAY_MS;
    await store.names(API, ['Name 0']);
    await expect.poll(async () => (await database.lookedUp.get('q1'))?.usedAt).toBeGreaterThanOrEqual(clock.now - 5);
    for (const [at, name] of names.slice(6).entries())
      await store.keep(API, results([name, found(`q${at + 7}`, name)]), []);
    const kept = await store.names(API, names);
    expect(kept.has('Name 0')).toBe(true);
    expect(kept.has('Name 1')).toBe(false);
    expect(kept.has('Name 11')).toBe(true);
    const { bytes, count } = await store.usage();
    const rows = await database.lookedUp.toArray();
    const nameRows = await database.lookedUpNames.toArray();
    expect(count).toBe(rows.length);
    expect(bytes).toBe([...rows, ...nameRows].reduce((sum, row) => sum + row.bytes, 0));
    expect(bytes).toBeLessThanOrEqual(limit);
  });

  it('is unknown again if its item is gone', async () => {
    const { store, database } = open();
    await store.keep(API, results(['Ana', found('q900', 'Ana')]), []);
    await database.lookedUp.delete('q900');
    expect((await store.names(API, ['Ana'])).size).toBe(0);
  });

  it('is deleted when the reader says so', async () => {
    const { store } = open();
    await store.keep(API, results(['Ana', found('q900', 'Ana')], ['Bo', { state: 'none' }]), []);
    await store.clear();
    expect(await store.usage()).toEqual({ bytes: 0, count: 0 });
    expect((await store.names(API, ['Ana', 'Bo'])).size).toBe(0);
  });

  it('is missing, without an error, if the database fails', async () => {
    const { store, database } = open();
    await store.keep(API, results(['Ana', found('q900', 'Ana')]), []);
    vi.spyOn(database.lookedUpNames, 'bulkGet').mockRejectedValue(new Error('disk'));
    vi.spyOn(database.lookedUp, 'bulkGet').mockRejectedValue(new Error('disk'));
    expect((await store.names(API, ['Ana'])).size).toBe(0);
    expect((await store.fetchedAt(['q900'])).size).toBe(0);
    vi.spyOn(database, 'transaction').mockRejectedValue(new Error('disk') as never);
    await store.keep(API, results(['Bo', found('q901', 'Bo')]), []);
  });

  it('makes room by dropping half of the rows if the disk is full, and is then stored', async () => {
    const { store, database } = open();
    for (let at = 1; at <= 10; at++) await store.keep(API, results([`Name ${at}`, found(`q${at}`, `Name ${at}`)]), []);
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    vi.spyOn(database.lookedUp, 'bulkPut').mockRejectedValueOnce(full);
    await store.keep(API, results(['Newest', found('q99', 'Newest')]), []);
    expect((await store.names(API, ['Newest'])).size).toBe(1);
    expect((await store.names(API, ['Name 1'])).size).toBe(0);
    expect((await store.names(API, ['Name 10'])).size).toBe(1);
  });
});
