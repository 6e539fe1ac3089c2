export interface StoredPack {
  readonly name: string;
  readonly size: number;
  /** SHA-256 of the whole file. */
  readonly sum: string;
  /** The edition that it replaced. */
  readonly before: { readonly size: number; readonly sum: string } | null;
}

/** What lies in the database, whole. Runs in a page of the extension. */
export async function storedPacks(): Promise<StoredPack[]> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open('backstory');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const rows = await new Promise<{ name: string; file: Blob; before?: { file: Blob } }[]>((done, fail) => {
    const reading = database.transaction('packs').objectStore('packs').getAll();
    reading.onsuccess = () => done(reading.result);
    reading.onerror = () => fail(reading.error);
  });
  database.close();
  const told = async (file: Blob) => {
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    return { size: file.size, sum: [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
  };
  return Promise.all(
    rows.map(async ({ name, file, before }) => ({
      name,
      ...(await told(file)),
      before: before ? await told(before.file) : null,
    })),
  );
}
