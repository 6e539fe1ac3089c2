/** A disk that corrupts the copy of the bundled pack: the reader sees the same cards, and the copy is repaired. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dismiss, hover, openSession, type Session, until } from './session';

const HERE = 'Gen. [Qasem Soleimani]';
const STORY = '/made/plain.html';

describe('the copy of the bundled pack, in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());

  it.each(['the part that a scan reads', 'the cards'] as const)(
    'when corrupted in %s, is repaired without the reader noticing',
    async (part) => {
      const { page } = session;
      await session.open(STORY);
      const before = await hover(page, HERE, 'Qasem Soleimani');
      await dismiss(page);
      await until(async () => (await sumOf(session)) !== null, 'no copy');
      const sound = await sumOf(session);
      await spoil(session, part === 'the cards');
      expect(await sumOf(session)).not.toBe(sound);
      await session.killWorker();
      await session.open(STORY);
      const after = await hover(page, HERE, 'Qasem Soleimani');
      expect(after.lines).toEqual(before.lines);
      await dismiss(page);
      await until(async () => (await sumOf(session)) === sound, 'the copy is not mended');
    },
  );
});

/** SHA-256 of the copy; null while there is none. */
const sumOf = async (session: Session): Promise<string | null> =>
  (await session.control()).evaluate(
    () =>
      new Promise<string | null>((done, fail) => {
        const opening = indexedDB.open('backstory');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('packCopies').objectStore('packCopies').get('bundled');
          reading.onerror = () => fail(reading.error);
          reading.onsuccess = async () => {
            opening.result.close();
            if (!reading.result) return done(null);
            const sum = await crypto.subtle.digest('SHA-256', await reading.result.file.arrayBuffer());
            done([...new Uint8Array(sum)].join());
          };
        };
      }),
  );

/** Turns a bit of every hundredth byte, behind the head of the scan part or behind the whole of it. */
const spoil = async (session: Session, cards: boolean): Promise<void> =>
  (await session.control()).evaluate(
    (cards) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('backstory');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('packCopies').objectStore('packCopies').get('bundled');
          reading.onsuccess = async () => {
            const row = reading.result;
            const bytes = new Uint8Array(await row.file.arrayBuffer());
            const [from, to] = cards ? [row.scanLength, bytes.length] : [row.scanLength / 2, row.scanLength];
            for (let at = Math.floor(from); at < to; at += 100) bytes[at]! ^= 4;
            const writing = database.transaction('packCopies', 'readwrite');
            writing.objectStore('packCopies').put({ ...row, file: new Blob([bytes]) });
            writing.onabort = () => fail(writing.error);
            writing.oncomplete = () => {
              database.close();
              done();
            };
          };
        };
      }),
    cards,
  );
