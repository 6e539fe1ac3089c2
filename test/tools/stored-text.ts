/** The text of a note straight from the disk. Runs in a page of the extension: it must not use anything from outside. */
export function storedText(entity: string): Promise<string> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('backstory');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const asked = database.transaction('notes').objectStore('notes').get(entity);
      asked.onerror = () => fail(asked.error);
      asked.onsuccess = () => {
        database.close();
        done(asked.result?.text ?? '');
      };
    };
  });
}
