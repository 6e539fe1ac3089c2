/** The library's sync page over a real WebDAV server, by a reader's hand: two browsers, one passphrase, one mistake. Long because it is one story from set-up to removal. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeStateAsUpdate } from 'yjs';
import type { DocUpdate } from '../../../lib/notes';
import { openDocument } from '../../../lib/notes/document/open-document';
import { composeName, hashOf } from '../../../lib/sync/device-files/names';
import { encodeSegment } from '../../../lib/sync/device-files/segment';
import { makeNotes, putNotes } from '../../tools/seed-notes';
import { storedRows } from '../../tools/stored-rows';
import { startApache, startRclone, type WebDavServer } from '../../tools/webdav-server';
import { openSession, type Session } from './session';

const PASSPHRASE = 'four words and more';

describe('the sync page', () => {
  let server: WebDavServer;
  let installed = false;
  const sessions: Session[] = [];
  const complaints: string[] = [];
  let laptop: Page;
  let desk: Page;

  async function openSync(): Promise<Page> {
    const session = await openSession();
    sessions.push(session);
    const page = await session.context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${session.extension}/library.html#sync`);
    await page.getByRole('article', { name: 'Browser account' }).waitFor();
    return page;
  }
  const webdav = (page: Page) => page.getByRole('article', { name: /127\.0\.0\.1/ });
  async function add(page: Page, password: string): Promise<void> {
    if (!(await page.getByLabel('Address of the folder').isVisible()))
      await page.getByRole('button', { name: 'Add a WebDAV folder' }).click();
    await page.getByLabel('Address of the folder').fill(server.address);
    await page.getByLabel('User name').fill(server.user);
    await page.getByLabel('App password').fill(password);
    await page.getByRole('button', { name: 'Allow and add' }).click();
  }
  const syncNow = (page: Page) =>
    webdav(page)
      .getByRole('button', { name: /^Sync now/ })
      .click();
  const complete = (page: Page) =>
    expect.poll(() => webdav(page).textContent()).toMatch(/Last complete exchange.*Nothing is waiting/s);
  /** When the last exchange that went well was over. */
  const lastExchange = async (page: Page) => {
    const { remotes = '[]' } = await page.evaluate(storedRows);
    const rows = JSON.parse(remotes) as readonly { readonly id: string; readonly lastSuccess: number | null }[];
    return rows.find(({ id }) => id.startsWith('webdav:'))?.lastSuccess ?? 0;
  };
  /** One exchange more: of the last one the page says, too, that it was complete. */
  const exchange = async (page: Page) => {
    const before = await lastExchange(page);
    await syncNow(page);
    await expect.poll(() => lastExchange(page)).toBeGreaterThan(before);
    await complete(page);
  };
  const names = async (page: Page) => {
    await page.evaluate(() => {
      location.hash = '#notes';
    });
    await page.locator('.place-notes').waitFor();
    const found = page.locator('.entry-name');
    await found.first().waitFor();
    return found.allTextContents();
  };
  const back = async (page: Page) => {
    await page.evaluate(() => {
      location.hash = '#sync';
    });
    await webdav(page).waitFor();
  };

  beforeAll(async () => {
    const started = (await startApache()) ?? (await startRclone());
    if (!started && process.env.CI) throw new Error('Apache or rclone must be installed in CI');
    if (!started) return;
    server = started;
    installed = true;
    laptop = await openSync();
    // By way of a backup would be slow; what is put in by hand is in no outbox until the remote is new.
    await putNotes(laptop, await makeNotes(3));
    desk = await openSync();
  });
  afterAll(async () => {
    for (const session of sessions) await session.close();
    if (installed) await server.stop();
  });

  beforeEach((context) => {
    if (!installed) return context.skip('neither Apache nor rclone is installed');
  });

  it('reports a wrong password, and accepts the right one in the same form', async () => {
    await add(laptop, 'wrong');
    await laptop.getByText(/does not accept the name or the app password/).waitFor();
    expect(await webdav(laptop).count()).toBe(0);
    await add(laptop, server.password);
    await laptop.getByText('It is set up.').waitFor();
    await complete(laptop);
    expect(readdirSync(`${server.folder}/Backstory`).length).toBeGreaterThan(0);
  });

  it('seals what is stored there once a passphrase is set', async () => {
    const folder = `${server.folder}/Backstory`;
    expect(readdirSync(folder).every((name) => name.endsWith('.dat'))).toBe(true);
    await laptop.getByRole('button', { name: 'Set a passphrase' }).click();
    await laptop.getByLabel('New passphrase').fill(PASSPHRASE);
    await laptop.getByLabel('The same again').fill(PASSPHRASE);
    // The page does not stand still while the passphrase is stretched.
    const worker = laptop.waitForEvent('worker');
    await laptop.getByRole('button', { name: 'Set it' }).click();
    expect((await worker).url()).toContain('passphrase-worker');
    await laptop.getByText(/^Done\./).waitFor();
    await expect.poll(() => readdirSync(folder).every((name) => name.endsWith('.age')), { timeout: 40_000 }).toBe(true);
    await webdav(laptop).getByText('Sealed with your passphrase').waitFor();
  });

  it('asks another device for the passphrase, recognises a wrong one, and then reads everything', async () => {
    await add(desk, server.password);
    await desk.getByText(/sealed with a passphrase that this device does not know/).waitFor();
    const field = desk.locator('#passphrase');
    await desk.getByRole('button', { name: 'Type the passphrase' }).click();
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await field.fill('something else');
    await desk.getByRole('button', { name: 'Unlock' }).click();
    await desk.getByText('That is not the passphrase.').waitFor();
    await field.fill(PASSPHRASE);
    await desk.getByRole('button', { name: 'Unlock' }).click();
    await desk.getByText(/^Done\./).waitFor();
    await complete(desk);
    await expect.poll(() => names(desk)).toEqual(['Subject 2', 'Subject 1', 'Subject 0']);
    await back(desk);
  });

  it('compares the devices, once each has reported', async () => {
    await exchange(laptop);
    await exchange(desk);
    await webdav(desk).getByText('Compare devices').click();
    const rows = webdav(desk).getByRole('row');
    await expect.poll(() => rows.count()).toBe(3);
    await expect.poll(() => rows.nth(1).textContent()).toMatch(/this one.*3/);
    await expect.poll(() => rows.nth(2).textContent()).toMatch(/3.*The same/);
  });

  it('shows plain files that somebody left there, and takes them in or deletes them at a press', async () => {
    const leave = (name: string, entity: string) => {
      const open = openDocument(7, null);
      open.text.insert(0, `Words of ${entity}`);
      open.meta.set('name', entity);
      open.meta.set('changedAt', 1);
      const doc: DocUpdate = { doc: `note:${entity}`, update: encodeStateAsUpdate(open.doc) };
      const device = hashOf(new TextEncoder().encode(name));
      const told = { device, name, seq: 1, at: Date.UTC(2026, 5, 1), count: 1, digest: '' };
      const cargo = encodeSegment({ ...told, unreadable: [], replaces: [], docs: [doc] });
      const path = `${server.folder}/Backstory/${composeName(device, 'segment', 1, cargo, 'plain')}`;
      writeFileSync(path, cargo);
      return path;
    };
    const [own, strange] = [leave('Old phone', 'own'), leave('Laptop', 'strange')];
    await syncNow(desk);
    await webdav(desk).getByText('There are 2 unsealed files here').waitFor();
    await webdav(desk).getByText('Words of strange').waitFor();
    await webdav(desk).getByRole('button', { name: 'Take in the files of Old phone' }).click();
    await expect.poll(() => existsSync(own)).toBe(false);
    expect(existsSync(strange)).toBe(true);
    await webdav(desk).getByRole('button', { name: 'Leave out the files of Laptop' }).click();
    await webdav(desk)
      .getByRole('button', { name: /^Delete there/ })
      .click();
    await expect.poll(() => existsSync(strange)).toBe(false);
    await webdav(desk).getByText('Sealed with your passphrase').waitFor();
    await expect.poll(() => names(desk)).toEqual(['Subject 2', 'Subject 1', 'Subject 0', 'own']);
    await back(desk);
  });

  it('removes a remote without touching its files, and adds it again', async () => {
    const files = readdirSync(`${server.folder}/Backstory`).length;
    await webdav(desk)
      .getByRole('button', { name: /^Remove/ })
      .click();
    await desk.getByText(/is no longer used/).waitFor();
    await expect.poll(() => webdav(desk).count()).toBe(0);
    expect(readdirSync(`${server.folder}/Backstory`)).toHaveLength(files);
    await desk.getByRole('button', { name: 'Undo' }).click();
    await webdav(desk).waitFor();
    await exchange(desk);
    await expect.poll(() => names(desk)).toHaveLength(4);
  });

  it('shows what waits while it is off, and that the server is gone', async () => {
    await webdav(laptop).getByRole('switch').click();
    await expect
      .poll(() =>
        webdav(laptop)
          .getByRole('button', { name: /^Sync now/ })
          .count(),
      )
      .toBe(0);
    await webdav(laptop).getByRole('switch').click();
    await server.stop();
    await syncNow(laptop);
    await webdav(laptop)
      .getByText(/There was no answer/)
      .waitFor({ timeout: 60_000 });
    expect(await webdav(laptop).textContent()).toMatch(/Last complete exchange/);
  });

  it('has logged no error', () => expect(complaints).toEqual([]));
});

describe('the browser account', () => {
  let session: Session;
  let library: Page;
  const account = () => library.getByRole('article', { name: 'Browser account' });
  const items = async () =>
    (await session.control()).evaluate(async () => Object.keys(await chrome.storage.sync.get(null)).length);

  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());

  it('knows the name of a device on which the library was never opened', async () => {
    const control = await session.control();
    const name = () =>
      control.evaluate(
        () =>
          new Promise<string>((done, fail) => {
            const opening = indexedDB.open('backstory');
            opening.onerror = () => fail(opening.error);
            opening.onsuccess = () => {
              const database = opening.result;
              const asked = database.transaction('device').objectStore('device').get('this');
              asked.onsuccess = () => {
                database.close();
                done(asked.result?.name ?? '');
              };
            };
          }),
      );
    await expect.poll(name).toMatch(/^Chrom\w+ on Linux$/);
  });

  it('is emptied at a press while it is off, and filled when it is switched on again', async () => {
    library = await session.context.newPage();
    await library.goto(`${session.extension}/library.html#notes`);
    await library.getByText('No note yet.').waitFor();
    await putNotes(library, await makeNotes(3));
    await library.goto(`${session.extension}/library.html#note/subject-1`);
    await library.getByRole('textbox', { name: /note/i }).fill('What travels.');
    await library.getByText(/^Saved/).waitFor();
    await library.goto(`${session.extension}/library.html#sync`);
    await account().getByRole('switch').click();
    await account().getByText('Nothing is waiting: the browser has accepted everything.').waitFor();
    expect(await items()).toBeGreaterThan(0);

    await account().getByRole('switch').click();
    await account().getByRole('button', { name: 'Take my notes out of the account' }).click();
    await account()
      .getByText(/^Nothing of Backstory's is in the account any more/)
      .waitFor();
    expect(await items()).toBe(0);
    await account().getByRole('button', { name: 'Take my notes out of the account' }).click();
    await account().getByText("Nothing of Backstory's was in the account.").waitFor();

    await account().getByRole('switch').click();
    await expect.poll(items).toBeGreaterThan(0);
    await library.goto(`${session.extension}/library.html#notes`);
    await expect.poll(() => library.locator('.entry-name').allTextContents()).toHaveLength(3);
  });
});

describe('the question where notes may go', () => {
  const sessions: Session[] = [];
  const complaints: string[] = [];
  afterAll(async () => {
    for (const session of sessions) await session.close();
  });
  const items = async (session: Session) =>
    (await session.control()).evaluate(async () => (await chrome.storage.sync.get(null)) as Record<string, string>);

  /** A browser in which a note was just written. */
  async function withNote(words: string): Promise<{ session: Session; library: Page }> {
    const session = await openSession();
    sessions.push(session);
    const library = await session.context.newPage();
    library.on('pageerror', (error) => complaints.push(String(error)));
    await library.goto(`${session.extension}/library.html#notes`);
    await library.getByText('No note yet.').waitFor();
    expect(await library.getByText(/nothing leaves it before you say so/).count()).toBe(0);
    await putNotes(library, await makeNotes(1));
    await library.goto(`${session.extension}/library.html#note/subject-0`);
    await library.getByRole('textbox', { name: /note/i }).fill(words);
    await library.getByText(/^Saved/).waitFor();
    await library.getByText(/nothing leaves it before you say so/).waitFor();
    return { session, library };
  }

  it('is asked where the note was written and in the popup, and accepts a no for good', async () => {
    const { session, library } = await withNote('What stays.');
    await session.open('/stories/brazil-run-off-2022.html');
    const popup = await session.popup();
    await popup.getByText(/nothing leaves it before you say so/).waitFor();
    await popup.close();
    expect(await items(session)).toEqual({});

    await library.getByRole('button', { name: 'Keep them here' }).click();
    await expect.poll(() => library.getByText(/nothing leaves it before you say so/).count()).toBe(0);
    await session.killWorker();
    await library.goto(`${session.extension}/library.html#sync`);
    await library.reload();
    const account = library.getByRole('article', { name: 'Browser account' });
    await account.getByText('Not in use: nothing is sent there').waitFor();
    expect(await library.getByText('Where may your notes go?').count()).toBe(0);
    const again = await session.popup();
    await again.getByRole('button', { name: 'Library' }).waitFor();
    expect(await again.getByText(/nothing leaves it before you say so/).count()).toBe(0);
    await again.close();
    expect(await items(session)).toEqual({});
    // The mind may be changed.
    await account.getByRole('switch').click();
    await account.getByText(/the browser has accepted everything/).waitFor();
    expect(Object.keys(await items(session)).length).toBeGreaterThan(0);
  });

  it('leads to sealed notes from the first one on, and lets a second browser join with the same passphrase', async () => {
    const one = await withNote('Seen in Lyon.');
    await one.library.getByRole('link', { name: 'Choose where they may go' }).click();
    await one.library.getByRole('button', { name: "Into the browser's account" }).click();
    const offer = one.library.getByRole('region', { name: 'Where may your notes go?' });
    await offer.getByLabel('New passphrase').fill(PASSPHRASE);
    await offer.getByLabel('The same again').fill(PASSPHRASE);
    // Whatever was written at any moment.
    const control = await one.session.control();
    await control.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      chrome.storage.sync.onChanged.addListener((changes) => {
        for (const { newValue } of Object.values(changes)) seen.push(String(newValue ?? ''));
      });
    });
    await offer.getByRole('button', { name: 'Use the account, sealed' }).click();
    const account = one.library.getByRole('article', { name: 'Browser account' });
    await account.getByText(/^Sealed with your passphrase/).waitFor({ timeout: 60_000 });
    await expect.poll(() => offer.count()).toBe(0);
    const lying = await items(one.session);
    expect(Object.keys(lying).some((key) => key.startsWith('k'))).toBe(true);
    expect(Object.keys(lying).some((key) => key.startsWith('n'))).toBe(true);
    const written = (await control.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).filter(Boolean);
    const cargo = written.map((value) => Buffer.from(value.split('.').at(-1) ?? '', 'base64url').toString('latin1'));
    expect(cargo.length).toBeGreaterThan(1);
    for (const bytes of cargo) expect(bytes).toMatch(/^age-encryption\.org/);

    const two = await withNote('Seen in Marseille.');
    const { library } = two;
    await (await two.session.control()).evaluate((all) => chrome.storage.sync.set(all), lying);
    await library.goto(`${two.session.extension}/library.html#sync`);
    await library.getByText(/are there already, sealed with a passphrase/).waitFor();
    expect(await items(two.session)).toEqual(lying);
    await library.getByRole('button', { name: "Into the browser's account" }).click();
    const ask = library.getByRole('region', { name: 'Where may your notes go?' });
    await ask.getByLabel('Passphrase', { exact: true }).fill('another one');
    await ask.getByRole('button', { name: 'Unlock and use the account' }).click();
    await ask.getByText('That is not the passphrase.').waitFor({ timeout: 60_000 });
    expect(await items(two.session)).toEqual(lying);
    await ask.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await ask.getByRole('button', { name: 'Unlock and use the account' }).click();
    const second = library.getByRole('article', { name: 'Browser account' });
    await second.getByText(/^Sealed with your passphrase/).waitFor({ timeout: 60_000 });
    await library.goto(`${two.session.extension}/library.html#note/subject-0`);
    await expect
      .poll(() => library.getByRole('textbox', { name: /note/i }).inputValue())
      .toMatch(/Lyon.*Marseille|Marseille.*Lyon/s);
  });

  it('has logged no error', () => expect(complaints).toEqual([]));
});
