/**
 * Packs in a real Chromium: downloaded from a server that does everything wrong, ordered, reset, removed. Long because
 * all share one browser and one server.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations, rulesFor } from '../../tools/axe-violations';
import { openChromium } from '../../tools/open-chromium';
import { type PackServer, servePacks } from '../../tools/pack-server';
import { selfSigned } from '../../tools/self-signed';
import { townPack } from '../../tools/town-pack';
import { CHROME_BUILD, dismiss, hover, openSession, type Session, until } from './session';
import { storedPacks } from './stored-packs';

const TOWN = townPack({ name: 'Towns', edition: '2026-05-01', gloss: 'A town of May', more: 2_000 });
const OLDER = townPack({ name: 'Towns', edition: '2025-01-01', gloss: 'A town of January' });
const RIVAL = townPack({ name: 'Rivals', edition: '2026-02-03', gloss: 'A town of the rivals' });
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('packs in Chromium', () => {
  let session: Session;
  let library: Page;
  let server: PackServer;
  let elsewhere: PackServer;
  const complaints: string[] = [];

  beforeAll(async () => {
    const pack = TOWN;
    elsewhere = await servePacks({ packs: { '/towns.pack': TOWN }, pack });
    server = await servePacks({
      packs: { '/towns.pack': TOWN, '/older.pack': OLDER, '/rivals.pack': RIVAL },
      pack,
      elsewhere: `${elsewhere.origin.replace('127.0.0.1', 'localhost')}/towns.pack`,
    });
    session = await openSession();
    library = await session.context.newPage();
    library.on('pageerror', (error) => complaints.push(String(error)));
    await openLibrary();
  });
  afterAll(async () => {
    await session?.close();
    await Promise.all([server?.close(), elsewhere?.close()]);
  });
  beforeEach(() => {
    server.asked.length = 0;
    elsewhere.asked.length = 0;
  });

  async function openLibrary(): Promise<void> {
    await library.goto(`${session.extension}/library.html#packs`);
    await library.getByText('Comes with Backstory').waitFor();
  }
  async function fetchFrom(path: string, sha256 = ''): Promise<void> {
    await library.bringToFront();
    await library.getByLabel('Address of the file').fill(`${server.origin}${path}`);
    await library.getByLabel('SHA-256 of the file').fill(sha256);
    await library.getByLabel('Address of the file').press('Enter');
  }
  const says = (words: string | RegExp) => library.locator('[role=status]').filter({ hasText: words }).waitFor();
  const names = () => library.locator('.pack-name').allTextContents();
  const kept = async () =>
    (await library.evaluate(storedPacks)).map(({ name, sum, before }) => ({ name, sum, before: before?.sum ?? null }));

  async function glossOfTown(): Promise<readonly string[]> {
    await session.page.bringToFront();
    await session.open('/made/plain.html');
    const { lines } = await hover(session.page, '[Officials] in Tehran', 'Harbour Town');
    await dismiss(session.page);
    await library.bringToFront();
    return lines;
  }

  it('are installed from an address by keyboard alone, with one plain GET that is logged', async () => {
    await fetchFrom('/older.pack?edition=last#sha256=abc', '');
    await says('That is not a SHA-256');
    expect(server.asked).toEqual([]);
    await fetchFrom(`/older.pack?edition=last#sha256=${sumOf(OLDER)}`);
    await says('“Towns” is in use now.');
    expect(server.asked.map(({ path, method }) => [path, method])).toEqual([['/older.pack?edition=last', 'GET']]);
    expect(await glossOfTown()).toContain('A town of January');

    const entry = library.locator('.pack').filter({ hasText: 'Towns' });
    await entry.getByText(`Fetched from ${new URL(server.origin).host}.`).waitFor();
    await entry.getByText('Adds one entry that no other pack has; shared with others: 0.').waitFor();
    await entry.getByText('Licences of its sources: CC0 1.0 (one source)').waitFor();
    const world = library.locator('.pack').filter({ hasText: 'Comes with Backstory' });
    expect(await world.locator('details summary').textContent()).toMatch(/^\d+ sources$/);

    await library.goto(`${session.extension}/library.html#requests`);
    await library.getByRole('cell', { name: '/older.pack?edition=last' }).waitFor();
    await library.getByRole('cell', { name: 'Answered' }).waitFor();
    await openLibrary();
  });

  it('are requested without cookie, referrer or anything that identifies the user', async () => {
    await fetchFrom('/older.pack');
    await says('in use already, byte for byte');
    const { headers } = server.asked.at(-1) as PackServer['asked'][number];
    for (const name of ['cookie', 'referer', 'authorization', 'origin']) expect(headers[name]).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain(new URL(session.extension).host);
  });

  it('replace their older edition, which can be restored', async () => {
    await fetchFrom('/towns.pack', `${sumOf(TOWN)}  towns.pack`);
    await says('“Towns” of May 1, 2026 is in use now, in place of the edition of January 1, 2025, which is kept.');
    await expect.poll(names).toEqual(['World affairs', 'Towns']);
    expect(await glossOfTown()).toContain('A town of May');
    await library.getByRole('button', { name: 'Go back to it: Towns of January 1, 2025' }).click();
    await says('“Towns” of January 1, 2025 is in use now.');
    expect(await glossOfTown()).toContain('A town of January');
    await library.getByRole('button', { name: 'Go back to it: Towns of May 1, 2026' }).click();
    await says('“Towns” of May 1, 2026 is in use now.');
    expect(await kept()).toEqual([{ name: 'Towns', sum: sumOf(TOWN), before: sumOf(OLDER) }]);
  });

  it.each([
    ['/towns.pack', sumOf(OLDER), 'does not match the SHA-256 that you gave', 'Answered'],
    ['/page', '', 'is a web page', 'Answer not understood'],
    ['/half', '', 'is cut off', 'Answer not understood'],
    ['/break', '', 'broke off in the middle', 'Broke off'],
    ['/bomb', '', 'is damaged', 'Answer not understood'],
    ['/missing', '', 'refused to send that file', 'Refused'],
    ['/failed', '', 'failed to answer', 'Server failed'],
    ['/away', '', 'redirects to another server', 'Redirected'],
  ])('%s changes nothing, says why, and is logged', async (path, sha256, words, outcome) => {
    const before = await kept();
    await fetchFrom(path, sha256);
    const said = library.locator('p.error[role=status]').filter({ hasText: words });
    await said.waitFor();
    expect(await said.textContent()).toContain('The packs you had stay in use.');
    expect(await kept()).toEqual(before);
    expect(await lyingAbout(library)).toEqual([]);
    expect(elsewhere.asked).toEqual([]);
    await library.goto(`${session.extension}/library.html#requests`);
    const row = library.getByRole('row').nth(1);
    await row.getByRole('cell', { name: path, exact: true }).waitFor();
    await row.getByRole('cell', { name: outcome, exact: true }).waitFor();
    await openLibrary();
  });

  it('follow a redirect within the same server', async () => {
    await fetchFrom('/aside', sumOf(TOWN));
    await says('in use already, byte for byte');
    expect(server.asked.map(({ path }) => path)).toEqual(['/aside', '/aside', '/towns.pack']);
    for (const { headers } of server.asked) expect([headers.cookie, headers.referer]).toEqual([undefined, undefined]);
  });

  it('show their progress and can be stopped', async () => {
    const before = await kept();
    await fetchFrom('/slow');
    const bar = library.getByRole('progressbar', { name: 'Progress' });
    await expect.poll(() => bar.evaluate((one: HTMLProgressElement) => one.position)).toBeCloseTo(0.5, 1);
    await library.getByRole('button', { name: 'Cancel' }).click();
    await says('You stopped it. The packs you had stay in use.');
    await expect.poll(() => bar.count()).toBe(0);
    await server.goOn();
    expect(await kept()).toEqual(before);
  });

  it('arrive complete when the worker dies halfway', async () => {
    await library.getByRole('button', { name: 'Go back to it: Towns of January 1, 2025' }).click();
    await says('“Towns” of January 1, 2025 is in use now.');
    await fetchFrom('/slow');
    await library.getByRole('progressbar').waitFor();
    await session.killWorker();
    await server.goOn();
    await says('“Towns” of May 1, 2026 is in use now');
    expect(await kept()).toEqual([{ name: 'Towns', sum: sumOf(TOWN), before: sumOf(OLDER) }]);
    expect(await glossOfTown()).toContain('A town of May');
  });

  it('leave nothing when their page is closed halfway, and the request is logged', async () => {
    const before = await kept();
    const second = await session.context.newPage();
    await second.goto(`${session.extension}/library.html#packs`);
    await second.getByLabel('Address of the file').fill(`${server.origin}/slow`);
    await second.getByLabel('Address of the file').press('Enter');
    await second.getByRole('progressbar').waitFor();
    await second.close();
    await server.goOn();
    expect(await kept()).toEqual(before);
    expect(await lyingAbout(library)).toEqual([]);
    await library.goto(`${session.extension}/library.html#requests`);
    // Made by another page: read anew as when the reader comes back to this one.
    await library.reload();
    const row = library.getByRole('row').nth(1);
    await row.getByRole('cell', { name: '/slow' }).waitFor();
    await row.getByRole('cell', { name: 'Not finished' }).waitFor();
    await openLibrary();
  });

  it('have the reader’s order: if they contradict one another, the first wins', async () => {
    await fetchFrom('/rivals.pack');
    await says('“Rivals” is in use now.');
    const rivals = library.locator('.pack').filter({ hasText: 'Rivals' });
    await rivals.getByText('Adds 0 entries that no other pack has; shared with others: 1.').waitFor();
    expect(await glossOfTown()).toContain('A town of May');
    await library.getByRole('button', { name: 'Move up: Rivals' }).focus();
    await library.keyboard.press('Enter');
    await says('“Rivals” is number 2 of 3 now.');
    await library.keyboard.press('ArrowUp');
    await says('“Rivals” is number 1 of 3 now.');
    await expect.poll(names).toEqual(['Rivals', 'World affairs', 'Towns']);
    const focused = () => library.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe('Move down: Rivals');
    expect(await glossOfTown()).toContain('A town of the rivals');
    await library.reload();
    await library.getByText('Comes with Backstory').waitFor();
    await expect.poll(names).toEqual(['Rivals', 'World affairs', 'Towns']);
  });

  it('can be removed, and restored to their place', async () => {
    await library.getByRole('button', { name: 'Remove the pack Rivals' }).click();
    await library.getByText('The pack “Rivals” is removed.').waitFor();
    await until(async () => (await names()).length === 2, 'it is still listed');
    expect(await glossOfTown()).toContain('A town of May');
    await expect.poll(() => library.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
    await library.keyboard.press('Enter');
    await until(async () => (await names()).join() === 'Rivals,World affairs,Towns', 'it does not come back');
    expect(await glossOfTown()).toContain('A town of the rivals');
    await expect.poll(() => library.getByRole('button', { name: /^Remove the pack/ }).count()).toBe(2);
  });

  it('are never requested by Backstory itself: not again, and not before the press', async () => {
    await session.killWorker();
    await glossOfTown();
    await library.reload();
    await library.getByText('Comes with Backstory').waitFor();
    await library.getByLabel('Address of the file').fill(`${server.origin}/towns.pack`);
    await library.getByLabel('SHA-256 of the file').fill(sumOf(TOWN));
    await library.getByLabel('SHA-256 of the file').blur();
    await library.waitForTimeout(500);
    expect(server.asked).toEqual([]);
    await library.getByRole('button', { name: `Fetch it again: Rivals, from ${new URL(server.origin).host}` }).click();
    await says('“Rivals” is in use already, byte for byte.');
    expect(server.asked.map(({ path }) => path)).toEqual(['/rivals.pack']);
  });

  it('are not requested if the reader allows no requests', async () => {
    await session.set({ network: 'never' });
    await library.getByText('No pack is fetched').waitFor();
    expect(await library.getByLabel('Address of the file').count()).toBe(0);
    expect(await library.getByRole('button', { name: /^Fetch/ }).count()).toBe(0);
    await session.set({});
    await library.getByLabel('Address of the file').waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'have no accessibility violations (%s), and fit a narrow window',
    async (colorScheme) => {
      await library.emulateMedia({ colorScheme });
      await fetchFrom('/away');
      await says('redirects to another server');
      await library.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await axeViolations(library, rulesFor(colorScheme))).toEqual([]);
      if (process.env.BACKSTORY_SCREENSHOTS)
        await library.screenshot({
          path: `${process.env.BACKSTORY_SCREENSHOTS}/packs-${colorScheme}.png`,
          fullPage: true,
        });
      await library.setViewportSize({ width: 320, height: 700 });
      expect(await library.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      if (process.env.BACKSTORY_SCREENSHOTS)
        await library.screenshot({ path: `${process.env.BACKSTORY_SCREENSHOTS}/packs-${colorScheme}-narrow.png` });
      await library.setViewportSize({ width: 1200, height: 900 });
      await openLibrary();
    },
  );

  it('have logged no error', () => expect(complaints).toEqual([]));
});

/** A build of which this machine is granted over https, too: headless Chromium asks nobody. */
describe('packs over https in Chromium', () => {
  const tls = selfSigned();

  it.runIf(tls !== null)('are installed, and follow no redirect to http', async () => {
    const build = mkdtempSync(join(tmpdir(), 'backstory-https-'));
    cpSync(CHROME_BUILD, build, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
    manifest.host_permissions.push('https://127.0.0.1/*');
    writeFileSync(join(build, 'manifest.json'), JSON.stringify(manifest));
    const plain = await servePacks({ packs: { '/towns.pack': TOWN }, pack: TOWN });
    const server = await servePacks({
      packs: { '/towns.pack': TOWN },
      pack: TOWN,
      elsewhere: `${plain.origin}/towns.pack`,
      tls,
    });
    const { context, extensionOrigin } = await openChromium({
      extension: build,
      args: ['--ignore-certificate-errors'],
    });
    try {
      const library = await context.newPage();
      await library.goto(`${extensionOrigin}/library.html#packs`);
      const fetchFrom = async (path: string) => {
        await library.getByLabel('Address of the file').fill(`${server.origin}${path}`);
        await library.getByLabel('Address of the file').press('Enter');
      };
      await fetchFrom('/away');
      await library.getByText('redirects to another server, or to one without https').waitFor();
      expect(plain.asked).toEqual([]);
      expect(await library.evaluate(storedPacks)).toEqual([]);
      await fetchFrom('/aside');
      await library.getByText('“Towns” is in use now.').waitFor();
    } finally {
      await context.close();
      await Promise.all([plain.close(), server.close()]);
      rmSync(build, { recursive: true });
    }
  });
});

/** Packs that are on their way, as the database has them. */
const lyingAbout = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((done, fail) => {
        const opening = indexedDB.open('backstory');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('packCopies').objectStore('packCopies').getAllKeys();
          reading.onerror = () => fail(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            done(reading.result.map(String).filter((id) => id !== 'bundled'));
          };
        };
      }),
  );
