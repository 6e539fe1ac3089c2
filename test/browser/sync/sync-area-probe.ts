/** Runs in an extension page: what does this `storage.sync` accept, and with which messages does it refuse? */

import type { SyncArea } from '../../../lib/sync/remotes/browser-account';
import { SyncError } from '../../../lib/sync/sync-error';
import { accountOf } from '../../tools/account-of';

export type Outcome = readonly [what: string, outcome: string];

const { signal } = new AbortController();
const fill = (key: string, bytes: number, sign = 'x') => {
  const each = new TextEncoder().encode(sign).length;
  const room = bytes - key.length - 2;
  return { [key]: sign.repeat(Math.floor(room / each)) + 'y'.repeat(room % each) };
};

export async function probeSizes(area: SyncArea): Promise<readonly Outcome[]> {
  const store = accountOf(area);
  const outcomes: Outcome[] = [];
  const note = async (what: string, work: Promise<unknown>) => {
    outcomes.push([what, await work.then(() => 'taken', codeOf)]);
  };
  const empty = async () => store.remove(Object.keys(await store.all(signal)), signal);

  await note('an item of 8191 bytes', store.write(fill('key', 8191), signal));
  await note('an item of 8192 bytes', store.write(fill('key', 8192), signal));
  await note('an item of 8193 bytes', store.write(fill('key', 8193), signal));
  await note('an item of 8192 bytes in two-byte signs', store.write(fill('key', 8192, 'é'), signal));
  await note('an item of 8193 bytes in two-byte signs', store.write(fill('key', 8193, 'é'), signal));
  await empty();

  const twelve = Object.assign({}, ...Array.from({ length: 12 }, (_, i) => fill(`k${i + 10}`, 8192)));
  await store.write(twelve, signal);
  const left = 102_400 - 12 * 8192;
  await note('one byte too many', store.write({ ...fill('aaa', 100), ...fill('bbb', left - 99) }, signal));
  outcomes.push(['of that was stored', Object.hasOwn(await store.all(signal), 'aaa') ? 'a part' : 'nothing']);
  await note('overwriting with less', store.write(fill('k10', 4000), signal));
  await empty();

  const many = Object.fromEntries(Array.from({ length: 512 }, (_, i) => [`k${i}`, '']));
  await note('512 items', store.write(many, signal));
  await note('a 513th item', store.write({ more: '' }, signal));
  await note('overwriting one of 512', store.write({ k1: 'x' }, signal));
  const base64url = '-_AZaz09'.repeat(100);
  await empty();
  await store.write({ text: base64url }, signal);
  outcomes.push(['what is read back', (await store.all(signal)).text === base64url ? 'the same' : 'something else']);
  await empty();
  return outcomes;
}

/** Bytes of one more item that are taken when so many items of so many bytes are there: how the whole is counted. */
export async function largestLast(area: SyncArea, items: number, bytes: number): Promise<number> {
  const store = accountOf(area);
  await store.remove(Object.keys(await store.all(signal)), signal);
  const there = Array.from({ length: items }, (_, i) => fill(`k${i + 1000}`, bytes));
  await store.write(Object.assign({}, ...there), signal);
  let taken = 6;
  let refused = 8193;
  while (refused - taken > 1) {
    const middle = (taken + refused) >> 1;
    const fits = await store.write(fill('last', middle), signal).then(
      () => true,
      () => false,
    );
    if (fits) taken = middle;
    else refused = middle;
  }
  await store.remove(Object.keys(await store.all(signal)), signal);
  return taken;
}

/** Writes one after the other until one is refused. */
export async function probeHurry(area: SyncArea, most: number): Promise<{ taken: number; refused: string | null }> {
  const store = accountOf(area);
  for (let taken = 0; taken < most; taken++) {
    const refused = await store.write({ hurry: `${taken}` }, signal).then(() => null, codeOf);
    if (refused) return { taken, refused };
  }
  return { taken: most, refused: null };
}

function codeOf(error: unknown): string {
  return error instanceof SyncError ? error.code : String(error);
}
