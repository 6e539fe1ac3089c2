/** The library's pages of notes, with 10,000 of them in the database of a real Chromium. Long because to put them there is what costs. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../lib/database';
import { createSettingsDocument } from '../../../lib/notes';
import { writeBackup } from '../../../lib/notes/formats';
import { deepHead, type HostileFile, longCard, longTable, overlappingArchive } from '../../tools/hostile-files';
import { makeNotes, putNotes } from '../../tools/seed-notes';
import { storedText } from '../../tools/stored-text';
import { openSession, type Session, until } from './session';

const MANY = 10_000;
/** Every format writes and reads each note: enough to be no accident, few enough for a small machine. */
const SOME = 300;

describe('notes in the library', () => {
  let session: Session;
  let library: Page;
  const complaints: string[] = [];

  async function open(place: string): Promise<Page> {
    const page = await session.context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${session.extension}/library.html#${place}`);
    return page;
  }
  const go = (place: string, page = library) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `#${place}`);
  const names = () => library.locator('.entry-name').allTextContents();
  const field = () => library.getByRole('textbox', { name: /note/i });
  /** "Saved" may still be said of what was there before. */
  const saved = async (entity: string, words: RegExp) => {
    await expect.poll(() => library.evaluate(storedText, entity)).toMatch(words);
    await library.getByText(/^Saved/).waitFor();
  };

  beforeAll(async () => {
    session = await openSession();
    library = await open('notes');
    await library.getByText('No note yet.').waitFor();
    await putNotes(library, await makeNotes(MANY));
    await library.reload();
    await library.getByRole('link', { name: 'Subject 9999' }).waitFor();
  }, 180_000);
  afterAll(() => session?.close());

  it('shows the newest fifty, and as many more at each press', async () => {
    expect(await names()).toHaveLength(50);
    expect((await names()).slice(0, 2)).toEqual(['Subject 9999', 'Subject 9998']);
    await library.getByRole('button', { name: /^Show more/ }).click();
    await expect.poll(async () => (await names()).length).toBe(100);
    await library.getByRole('combobox', { name: 'Order' }).selectOption('name');
    await expect.poll(async () => (await names()).slice(0, 3)).toEqual(['Subject 0', 'Subject 1', 'Subject 10']);
    await library.getByRole('combobox', { name: 'Order' }).selectOption('changed');
  });

  it('finds words while they are typed, within a tag if one is chosen, and keeps the search for the way back', async () => {
    await library.getByRole('searchbox').pressSequentially('SUBJECT 4711');
    await library.getByText('One note found.').waitFor();
    await expect.poll(names).toEqual(['Subject 4711']);
    await library.getByRole('link', { name: 'Subject 4711' }).click();
    await library.getByRole('heading', { name: 'Subject 4711' }).waitFor();
    // The link that was pressed says the same.
    await expect
      .poll(() => library.evaluate(() => `${document.activeElement?.localName} ${document.activeElement?.textContent}`))
      .toMatch(/^h\d Subject 4711$/);
    await library.goBack();
    await library.getByText('One note found.').waitFor();
    await library.getByRole('searchbox').fill('');
    await library.getByRole('button', { name: /^watch/ }).click();
    await library.getByText('1,000 notes found.').waitFor();
    await expect.poll(async () => (await names())[0]).toBe('Subject 9990');
    await library.getByRole('button', { name: /^watch/ }).click();
    await expect.poll(async () => (await names())[0]).toBe('Subject 9999');
  });

  it('stores what is typed and shows it on every other page at once', async () => {
    const other = await open('notes');
    await other.getByRole('link', { name: 'Subject 9999' }).waitFor();
    const search = await open('notes');
    await search.getByRole('searchbox').fill('typed in the library');
    await search
      .getByText(/^No note|^Nothing|found/)
      .first()
      .waitFor();
    await go('note/subject-17');
    await field().click();
    await library.keyboard.press('Control+End');
    await library.keyboard.type(' Typed in the library.');
    await saved('subject-17', /Typed in the library\.$/);
    await expect.poll(() => other.locator('.entry-name').first().textContent()).toBe('Subject 17');
    await search.getByText('One note found.').waitFor();
    await Promise.all([other.close(), search.close()]);
    await library.reload();
    await expect.poll(() => field().inputValue()).toMatch(/Typed in the library\.$/);
  });

  it('stores the last words when the page is left at once', async () => {
    await go('note/subject-18');
    await field().click();
    await library.keyboard.press('Control+End');
    await library.keyboard.type(' Last words.');
    await go('notes');
    await library.getByRole('link', { name: 'Subject 18', exact: true }).click();
    await expect.poll(() => field().inputValue()).toMatch(/Last words\.$/);
  });

  it('puts a deleted note into the bin without confirmation, and restores it', async () => {
    await go('note/subject-17');
    await library.getByRole('button', { name: 'Delete this note' }).click();
    await library.getByText('The note on Subject 17 is in the bin.').waitFor();
    await expect.poll(() => library.evaluate(() => location.hash)).toBe('#notes');
    await expect.poll(() => library.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
    await expect.poll(async () => (await names()).includes('Subject 17')).toBe(false);
    await library.keyboard.press('Enter');
    await library.getByRole('link', { name: 'Subject 17', exact: true }).waitFor();
    await expect.poll(() => library.getByRole('button', { name: 'Undo' }).count()).toBe(0);

    await go('note/subject-17');
    await library.getByRole('button', { name: 'Delete this note' }).click();
    await library.getByRole('link', { name: 'Bin (one note)' }).click();
    await library.getByRole('button', { name: 'Take out of the bin: Subject 17' }).click();
    await library.getByText('The bin is empty.').waitFor();
  });

  it('restores an earlier version, and shows what was removed', async () => {
    await go('note/subject-20');
    await expect.poll(() => field().inputValue()).toMatch(/^Note 20:/);
    const before = await field().inputValue();
    await field().fill('All is different now.');
    await saved('subject-20', /^All is different now\.$/);
    await library.getByText('Earlier versions').click();
    await library.getByRole('button', { name: /^Restore the text of/ }).click();
    await expect.poll(() => field().inputValue()).toBe(before);
    await expect.poll(() => library.locator('.removed').textContent()).toContain('All is different now');
  });

  it('removes a tag and adds one, and lists it', async () => {
    await go('note/subject-30');
    await library.getByRole('button', { name: 'Remove the tag watch' }).click();
    await library.getByRole('combobox', { name: 'Add a tag' }).fill('Grain');
    await library.keyboard.press('Enter');
    await library.getByRole('button', { name: 'Remove the tag Grain' }).waitFor();
    await go('notes');
    await library.getByRole('button', { name: /^watch 999/ }).waitFor();
    await library.getByRole('button', { name: /^Grain 1/ }).waitFor();
  });

  it('reports what it did not understand in a file', async () => {
    const csv = 'name,text\nNobody we know,Some words\n';
    await go('backup');
    await library.getByLabel('Choose files').setInputFiles({
      name: 'mine.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
    await library.getByText('One piece was not understood and left out:').waitFor();
    await expect
      .poll(() => library.locator('.problems').textContent())
      .toMatch(/mine\.csv, line 2: .*“Nobody we know”/);
  });

  it('notices that the browser emptied the database, and offers ways to restore notes', async () => {
    const control = await session.control();
    await expect
      .poll(() =>
        control.evaluate(
          async () =>
            ((await chrome.storage.local.get('notes.sentinel'))['notes.sentinel'] as { count: number } | undefined)
              ?.count,
        ),
      )
      .toBe(10_000);
    await control.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const gone = indexedDB.deleteDatabase('backstory');
          gone.onsuccess = () => done();
          gone.onerror = () => fail(gone.error);
        }),
    );
    const page = await open('notes');
    await page.getByText('The browser has lost 10,000 notes that were stored here.').waitFor();
    await page.getByRole('link', { name: 'Restore from a backup' }).click();
    await page.getByRole('heading', { name: 'Backup' }).waitFor();
    await page.getByRole('button', { name: 'I know' }).click();
    await expect.poll(() => page.getByText('The browser has lost').count()).toBe(0);
    await page.close();
  });

  it('has logged no error', () => expect(complaints).toEqual([]));
});

describe('export and import', () => {
  let session: Session;
  let library: Page;
  beforeAll(async () => {
    session = await openSession();
    library = await session.context.newPage();
    await library.goto(`${session.extension}/library.html#notes`);
    await library.getByText('No note yet.').waitFor();
    await putNotes(library, await makeNotes(SOME));
    await library.goto(`${session.extension}/library.html#note/subject-17`);
    const field = library.getByRole('textbox', { name: /note/i });
    await field.click();
    await library.keyboard.press('Control+End');
    await library.keyboard.type(' Typed in the library.');
    const stored = () => library.evaluate(storedText, 'subject-17');
    await until(async () => (await stored()).endsWith('Typed in the library.'), 'it is not stored');
  });
  afterAll(() => session?.close());

  const take = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
    page.getByLabel('Choose files').setInputFiles(file);

  it.each([
    ['Save a backup', /^backstory-.*\.json$/],
    ['Save as Markdown', /^backstory-.*\.zip$/],
    ['Save as CSV', /^backstory-.*\.csv$/],
    ['Save for Anki', /^backstory-.*\.txt$/],
  ] as const)(
    'exports all notes at “%s”, and imports the file here and in another browser',
    async (button, name) => {
      await library.goto(`${session.extension}/library.html#backup`);
      const handed = library.waitForEvent('download');
      await library.getByRole('button', { name: button }).click();
      const download = await handed;
      expect(download.suggestedFilename()).toMatch(name);
      const buffer = readFileSync(await download.path());
      const file = { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
      await take(library, file);
      await library.getByText(`${SOME} were the same.`).waitFor();

      const other = await openSession();
      try {
        const page = await other.context.newPage();
        await page.goto(`${other.extension}/library.html#backup`);
        await take(page, file);
        await page.getByText(`${SOME} notes are new here.`).waitFor();
        await page.goto(`${other.extension}/library.html#note/subject-17`);
        const field = page.getByRole('textbox', { name: /note/i });
        await expect.poll(() => field.inputValue()).toContain('Typed in the library.');
      } finally {
        await other.close();
      }
    },
    120_000,
  );

  it('counts a backup, and says so', async () => {
    await library.goto(`${session.extension}/library.html#backup`);
    await library.getByText(/The last backup was made on/).waitFor();
  });

  it('imports a folder as Obsidian keeps it', async () => {
    const vault = mkdtempSync(join(tmpdir(), 'backstory-vault-'));
    mkdirSync(join(vault, 'people'));
    mkdirSync(join(vault, '.obsidian'));
    writeFileSync(join(vault, '.obsidian', 'app.json'), '{}');
    writeFileSync(join(vault, 'map.png'), 'no picture');
    writeFileSync(join(vault, 'people', 'Iran.md'), 'Out of a vault, in a folder of it.\n');
    try {
      await library.goto(`${session.extension}/library.html#backup`);
      await library.getByLabel('Choose a folder').setInputFiles(vault);
      await library.getByText('One note is new here.').waitFor();
      expect(await library.locator('.problems').count()).toBe(0);
      await library.goto(`${session.extension}/library.html#notes`);
      await library.getByText('Out of a vault, in a folder of it.').first().waitFor();
    } finally {
      rmSync(vault, { recursive: true });
    }
  });

  const payload = ({ name, bytes }: HostileFile) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  const page = async () => {
    await library.goto(`${session.extension}/library.html#backup`);
    await library.reload();
    await library.getByText(/^There are [\d,]+ notes/).waitFor();
  };

  it('reads malicious files outside the page, and reports the result for each', async () => {
    await page();
    const workers: string[] = [];
    library.on('worker', (worker) => workers.push(new URL(worker.url()).pathname));
    const bomb = overlappingArchive(new Uint8Array(7_900_000).fill(65), 2000);
    const files = [deepHead(45_000), longCard('<!--', 60_000), bomb].map(payload);
    await library.getByLabel('Choose files').setInputFiles(files);
    await library.getByText('2 notes are new here.').waitFor();
    await expect
      .poll(() => library.locator('.problems').textContent())
      .toMatch(/^overlap\.zip: it is larger than any collection/);
    expect(workers).toEqual([expect.stringMatching(/import-worker/)]);
    await expect.poll(() => library.workers()).toEqual([]);
    await library.goto(`${session.extension}/library.html#note/deep`);
    await expect.poll(() => library.getByRole('textbox', { name: /note/i }).inputValue()).toBe('Still here.');
  });

  it('stops in the middle of a file when the reader says so, and keeps nothing of it', async () => {
    await page();
    const before = await library.getByText(/^There are [\d,]+ notes/).textContent();
    await library.getByLabel('Choose files').setInputFiles(payload(longTable(30_000)));
    // Pressed by a real hand: a page that is held up does not hear it.
    await library.getByRole('button', { name: 'Stop the import' }).click();
    await library.getByText('You stopped the import.').waitFor();
    await library.getByText('Nothing was imported from one file.').waitFor();
    await expect.poll(() => library.workers()).toEqual([]);
    await library.getByLabel('Choose files').setInputFiles(payload({ ...longTable(1), name: 'short.csv' }));
    await library.getByText('One note is new here.').waitFor();
    await page();
    const after = await library.getByText(/^There are [\d,]+ notes/).textContent();
    const number = (text: string | null) => Number(text?.match(/[\d,]+/)?.[0].replace(',', ''));
    expect(number(after) - number(before)).toBe(1);
  });

  it('applies the settings of a backup at once', async () => {
    const database = createDatabase('of-a-backup');
    const settings = createSettingsDocument({ database, now: Date.now, session: () => 1 });
    await settings.change(new Map([['set:density', 'every']]));
    const docs = (await database.docs.toArray()).map(({ id, state }) => ({ doc: id, update: state }));
    const json = writeBackup({ at: Date.now(), device: 'Laptop', notes: [], docs });
    const control = await session.control();
    const density = () =>
      control.evaluate(async () => (await chrome.storage.local.get('settings.density'))['settings.density']);
    expect(await density()).toBeUndefined();
    await library.goto(`${session.extension}/library.html#backup`);
    await take(library, { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(json) });
    await expect.poll(density).toBe('every');
  });
});
