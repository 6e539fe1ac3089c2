/**
 * Every table of the extension's database, its rows as JSON, straight from the disk. Runs in a page of the extension:
 * it must not use anything from outside.
 */
export async function storedRows(): Promise<Record<string, string>> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open('backstory');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const all: Record<string, string> = {};
  for (const table of database.objectStoreNames) {
    const rows = await new Promise<unknown[]>((done, fail) => {
      const asked = database.transaction(table).objectStore(table).getAll();
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
    all[table] = JSON.stringify(rows);
  }
  database.close();
  return all;
}
