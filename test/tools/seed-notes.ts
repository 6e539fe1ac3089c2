/**
 * Many notes for tests in browsers: made by the real store over an IndexedDB in memory, then put row by row into the
 * database of an extension page. Typing 10,000 of them would take a day.
 */
import 'fake-indexeddb/auto';
import { createDatabase } from '../../lib/database';
import { KINDS } from '../../lib/facts';
import { createEditorDocument, createNoteStore } from '../../lib/notes';
import type { World } from './own-world';

const SEEDED = ['docs', 'notes', 'meta'] as const;

/** Rows of each table, bytes as base64: what goes to a page goes as JSON. */
export type SeedRows = Readonly<Record<(typeof SEEDED)[number], readonly object[]>>;

const WORDS =
  'minister treaty border sanctions vote court oil strike summit army leader deal market central bank refugees talks port grain ceasefire'.split(
    ' ',
  );

/** Minutes apart, the first one oldest; each tenth bears the tag "watch", each hundredth names the one before it. */
export async function makeNotes(count: number, from = Date.UTC(2026, 0, 1)): Promise<SeedRows> {
  const database = createDatabase(`seed-${count}-${Math.random()}`);
  let now = from;
  let session = 1;
  const store = createNoteStore({ database, now: () => now, session: () => session++ });
  const updates = Array.from({ length: count }, (_, index) => {
    now = from + index * 60_000;
    const subject = { entity: `subject-${index}`, name: `Subject ${index}`, kind: KINDS[index % KINDS.length] ?? null };
    const document = createEditorDocument({ subject, session: session++, now: () => now });
    const words = Array.from({ length: 24 }, (_, at) => WORDS[(index * 7 + at * 5) % WORDS.length]);
    document.write(`Note ${index}: ${words.join(' ')}.`);
    if (index % 10 === 0) document.addTag('watch');
    return { doc: `note:subject-${index}` as const, update: document.take().update as Uint8Array };
  });
  for (let at = 0; at < count; at += 500) await store.merge(updates.slice(at, at + 500));
  const rows = await Promise.all(SEEDED.map((table) => database.table(table).toArray()));
  await database.delete();
  const [docs = [], notes = [], meta = []] = rows.map((all) => all.map(asJson));
  return { docs, notes, meta };
}

const asJson = (row: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
    ]),
  );

/** `page` is one of the extension's own, whose database has been opened by then. */
export async function putNotes(page: World, rows: SeedRows): Promise<void> {
  for (const [table, all] of Object.entries(rows)) {
    for (let at = 0; at < all.length; at += 2_000) {
      await page.evaluate(putRows, { table, rows: all.slice(at, at + 2_000) });
    }
  }
}

function putRows({ table, rows }: { readonly table: string; readonly rows: readonly object[] }): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('backstory');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(table, 'readwrite');
      for (const row of rows) {
        const plain = Object.entries(row).map(([key, value]) => {
          const coded = (value as { base64?: string } | null)?.base64;
          return [key, coded === undefined ? value : Uint8Array.from(atob(coded), (char) => char.charCodeAt(0))];
        });
        transaction.objectStore(table).put(Object.fromEntries(plain));
      }
      transaction.oncomplete = () => {
        database.close();
        done();
      };
      transaction.onerror = () => fail(transaction.error);
    };
  });
}
