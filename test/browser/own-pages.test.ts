/**
 * Popup, library and welcome of the built extension in real browsers: messages, permissions of the demo build, packs,
 * appearance. Long because all three pages are opened in one browser.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, rulesFor } from '../tools/axe-violations';
import { openChromium } from '../tools/open-chromium';
import { openFirefox } from '../tools/open-firefox';
import { readCard } from '../tools/read-card';
import { makeNotes, putNotes } from '../tools/seed-notes';
import { type FolderServer, serveFolder } from '../tools/serve-folder';
import { townPack } from '../tools/town-pack';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHROME = `${ROOT}.output/chrome-mv3-demo`;
const FIREFOX = `${ROOT}.output/firefox-mv3-demo`;
const STORY = '/brazil-run-off-2022.html';
/** The format version follows the eight letters of the magic (lib/pack/layout.ts). */
const VERSION_OFFSET = 8;
/** As WebDriver names them. */
const ENTER = '\uE007';
const ESCAPE = '\uE00C';

let server: FolderServer;
beforeAll(async () => {
  server = await serveFolder(`${ROOT}test/fixtures/stories`);
});
afterAll(() => server.close());

describe('pages of our own in Chromium', () => {
  let context: BrowserContext;
  let home: string;
  /** Asks the browser's own interfaces: the worker may be asleep. */
  let own: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const opened = await openChromium({ extension: CHROME });
    context = opened.context;
    home = opened.extensionOrigin;
    own = opened.welcome as Page;
  });
  afterAll(() => context.close());

  async function open(address: string, size = { width: 380, height: 600 }): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`${address}: ${error.message}`));
    page.on('console', (line) => {
      if (line.type() === 'error' && address.startsWith(home)) complaints.push(`${address}: ${line.text()}`);
    });
    await page.setViewportSize(size);
    await page.goto(address);
    return page;
  }

  /** The popup as a full tab, over a page that was just opened. */
  async function openPopup(page: Page): Promise<Page> {
    const tab = await own.evaluate(
      async (url) => (await chrome.tabs.query({})).find((t) => t.url === url)?.id,
      page.url(),
    );
    return open(`${home}/popup.html?tab=${tab}`);
  }

  it('list the names of a story, switch it off and on without a reload, and link to a card', async () => {
    const story = await open(server.origin + STORY, { width: 1000, height: 800 });
    const popup = await openPopup(story);
    await popup.getByRole('button', { name: /Lula/ }).first().waitFor();
    const marks = () =>
      story.evaluate(() => [...CSS.highlights.values()].reduce((sum, marked) => sum + marked.size, 0));
    await expect.poll(marks).toBeGreaterThan(0);

    await popup.getByRole('switch', { name: 'On for this site' }).click();
    await popup.getByText('Backstory is switched off for 127.0.0.1.').waitFor();
    await expect.poll(marks).toBe(0);
    await popup.getByRole('switch', { name: 'On for this site' }).click();
    await popup.getByRole('button', { name: /Lula/ }).first().waitFor();
    // The tab behind the popup paints when the browser lets it.
    await expect.poll(marks).toBeGreaterThan(0);

    const download = popup.waitForEvent('download');
    await popup.getByRole('button', { name: 'Export' }).click();
    expect(await axeViolations(popup)).toEqual([]);
    await popup.getByRole('button', { name: 'Markdown' }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toMatch(/^# Names in .+\n[\s\S]*- \*\*.*Lula/);

    expect(await axeViolations(popup)).toEqual([]);
    await popup.getByRole('button', { name: /Lula/ }).first().click();
    await expect.poll(async () => (await readCard(story))?.label).toMatch(/^Backstory: .*Lula/);
    expect(await story.evaluate(() => document.visibilityState)).toBe('visible');
    await popup.close();
    await story.close();
  });

  it('read a page that does not look like a story when the reader asks for it', async () => {
    const note = '<!doctype html><title>Note</title><p>Baghdad and Kirkuk, and then Tehran.</p>';
    await context.route('**/note.html', (route) => route.fulfill({ contentType: 'text/html', body: note }));
    const page = await open(`${server.origin}/note.html`, { width: 1000, height: 800 });
    const popup = await openPopup(page);
    await popup.getByText('This page does not read like a news story').waitFor();
    await popup.getByRole('button', { name: 'Read it anyway' }).click();
    await popup.getByRole('button', { name: /^Baghdad/ }).waitFor();
    await popup.close();
    await page.close();
  });

  it('accept a valid pack, and say what is wrong with others while the bundled one stays in use', async () => {
    const library = await open(`${home}/library.html#packs`, { width: 1000, height: 800 });
    await library.getByText('Comes with Backstory').waitFor();
    // Not the bundled one: six times 16 MB take the test a minute.
    const world = townPack({ name: 'Towns of a test', more: 2_000 });
    const damaged = Buffer.from(world);
    damaged.writeUInt8((damaged[damaged.length >> 1] ?? 0) ^ 0xff, damaged.length >> 1);
    const newer = Buffer.from(world);
    newer.writeUInt16LE(9999, VERSION_OFFSET);
    const cases: [name: string, bytes: Buffer, sentence: RegExp][] = [
      [
        'text.pack',
        Buffer.from('not a pack at all, but a longer text than any header of one would be '.repeat(9)),
        /is not a Backstory pack/,
      ],
      ['empty.pack', Buffer.alloc(0), /is not a Backstory pack|is cut off/],
      ['half.pack', world.subarray(0, world.length >> 1), /is cut off/],
      ['bits.pack', damaged, /is damaged/],
      ['future.pack', newer, /made for a newer Backstory/],
    ];
    const status = library.locator('.place-packs [role=status]').last();
    for (const [name, buffer, sentence] of cases) {
      await library.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
      await status.filter({ hasText: name }).filter({ hasText: sentence }).waitFor();
      expect(await library.locator('.packs > li').count()).toBe(1);
    }
    await library.locator('input[type=file]').setInputFiles({ name: 'mine.pack', mimeType: '', buffer: world });
    await status.filter({ hasText: 'is in use now' }).waitFor();
    await expect.poll(() => library.locator('.packs > li').count()).toBe(2);
    await library.reload();
    await library.getByRole('button', { name: /^Remove the pack/ }).click();
    await expect.poll(() => library.locator('.packs > li').count()).toBe(1);
    expect(await axeViolations(library)).toEqual([]);
    await library.close();
  });

  it('use the chosen theme from the first frame on, everywhere', async () => {
    const library = await open(`${home}/library.html#settings`, { width: 1000, height: 800 });
    await library.getByRole('radio', { name: 'Dark' }).click();
    const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await expect.poll(() => paper(library)).toBe('rgb(31, 29, 26)');
    const welcome = await open(`${home}/welcome.html`, { width: 1000, height: 800 });
    expect(await paper(welcome)).toBe('rgb(31, 29, 26)');
    await welcome.getByRole('button', { name: 'David Zaslav' }).waitFor();
    expect(await axeViolations(welcome)).toEqual([]);
    await library.getByRole('radio', { name: 'As the system' }).click();
    await expect.poll(() => paper(welcome)).toBe('rgb(255, 253, 248)');
    expect(await axeViolations(welcome)).toEqual([]);
    await welcome.close();
    await library.close();
  });

  it('show notes, a note, sync and backup without accessibility violations, in the light and the dark theme', async () => {
    const library = await open(`${home}/library.html`, { width: 1000, height: 800 });
    await library.getByText('No note yet.').waitFor();
    await putNotes(library, await makeNotes(60));
    await library.reload();
    await library.getByRole('link', { name: 'Subject 59' }).waitFor();
    const waits: readonly (readonly [place: string, sign: string])[] = [
      ['notes', 'Subject 59'],
      ['bin', 'The bin is empty.'],
      ['note/subject-50', 'Earlier versions'],
      ['sync', 'Browser account'],
      ['backup', 'Save a backup'],
    ];
    for (const colorScheme of ['light', 'dark'] as const) {
      await library.emulateMedia({ colorScheme });
      for (const [place, sign] of waits) {
        await library.evaluate((hash) => {
          location.hash = hash;
        }, place);
        await library.getByText(sign).first().waitFor();
        if (place === 'sync') await library.getByRole('button', { name: 'Add a WebDAV folder' }).click();
        expect(await axeViolations(library, rulesFor(colorScheme)), `${place}, ${colorScheme}`).toEqual([]);
      }
    }
    await library.close();
  });

  it('can be used in the library by keyboard alone', async () => {
    const library = await open(`${home}/library.html#notes`, { width: 1000, height: 800 });
    await library.getByRole('link', { name: 'Subject 59' }).waitFor();
    const focused = () => library.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    const focusedTag = () => library.evaluate(() => document.activeElement?.tagName);
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 40 && (await focused()) !== name; presses++) await library.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    };
    await tabTo('Subject 59');
    await library.keyboard.press('Enter');
    // The link that was pressed says the same as the title.
    await expect.poll(focusedTag).toMatch(/^H\d$/);
    await expect.poll(focused).toBe('Subject 59');
    await library.getByRole('textbox', { name: /note/i }).waitFor();
    // From the title straight into the field.
    await library.keyboard.press('Tab');
    await expect.poll(focusedTag).toBe('TEXTAREA');
    await tabTo('Delete this note');
    await library.keyboard.press('Enter');
    await expect.poll(focused).toBe('Undo');
    await library.keyboard.press('Enter');
    await library.getByRole('link', { name: 'Subject 59' }).waitFor();
    await library.close();
  });

  it('need no second scroll bar at 320 px', async () => {
    const places = ['notes', 'bin', 'sync', 'backup', 'settings', 'packs', 'requests', 'storage', 'privacy'];
    for (const name of ['popup.html?tab=0', ...places.map((place) => `library.html#${place}`), 'welcome.html']) {
      const page = await open(`${home}/${name}`, { width: 320, height: 500 });
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.close();
    }
  });

  it('let a new reader try a card on a recent story, by pointer and by key, and report the browser’s settings', async () => {
    const welcome = await open(`${home}/welcome.html`, { width: 1000, height: 800 });
    const card = welcome.locator('.sample-card h2');
    const name = welcome.getByRole('button', { name: 'David Zaslav' });
    await name.hover();
    await card.filter({ hasText: 'David Zaslav' }).waitFor();
    // Above or below the words, never over them.
    const isBeside = async () => {
      const box = await welcome.locator('.sample-card').boundingBox();
      const words = await name.boundingBox();
      if (!box || !words) throw new Error('neither card nor words');
      return box.y + box.height <= words.y || box.y >= words.y + words.height;
    };
    await expect.poll(isBeside).toBe(true);
    expect(await axeViolations(welcome)).toEqual([]);
    await welcome.mouse.move(2, 2);
    await card.waitFor({ state: 'detached' });

    const focused = () =>
      welcome.evaluate(() => `${document.activeElement?.localName} ${document.activeElement?.textContent}`);
    await welcome.getByRole('button', { name: 'Larry Ellison' }).focus();
    await welcome.keyboard.press('Enter');
    await expect.poll(focused).toBe('h2 Larry Ellison');
    await welcome.getByRole('textbox', { name: 'Your note on Larry Ellison' }).fill('Tried on the first day.');
    await welcome.getByText(/^Saved/).waitFor();
    await card.press('Escape');
    await card.waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('button Larry Ellison');
    await welcome.keyboard.press('Enter');
    await expect
      .poll(() => welcome.getByRole('textbox', { name: 'Your note on Larry Ellison' }).inputValue())
      .toBe('Tried on the first day.');
    await welcome.getByRole('textbox', { name: 'Your note on Larry Ellison' }).fill('');
    await welcome.getByText(/^Saved/).waitFor();

    const commands = await welcome.evaluate(() => chrome.commands.getAll());
    const set = commands.filter(({ description }) => description);
    expect(set.length).toBeGreaterThan(3);
    const lines = async () =>
      (await welcome.locator('.keys > div').allInnerTexts()).map((line) => line.replace(/\s+/g, ' '));
    for (const { description, shortcut } of set)
      await expect.poll(lines).toContain(`${description} ${shortcut || 'no key'}`);
    const { isOnToolbar } = await welcome.evaluate(() => chrome.action.getUserSettings());
    await expect.poll(() => welcome.getByRole('img', { name: /puzzle piece/ }).count()).toBe(isOnToolbar ? 0 : 1);
    await welcome.close();
  });

  it('have logged no error', () => expect(complaints).toEqual([]));
});

describe.runIf(existsSync(FIREFOX))('pages of our own in Firefox', () => {
  it('let a new reader try a card on a story, and list the keys as set in Firefox', async () => {
    const { ask, type, close } = await openFirefox(FIREFOX);
    const read = (expression: string) => ask('welcome.html', expression).catch(() => null);
    const card = () => read(`document.querySelector('.sample-card:popover-open h2')?.textContent`);
    try {
      const focusName = () =>
        read(
          `!!(document.querySelector('[data-entity="david-zaslav"]')?.focus(), document.activeElement?.dataset.entity)`,
        );
      await expect.poll(focusName, { interval: 500 }).toBe(true);
      await type('welcome.html', ENTER);
      await expect.poll(card).toBe('David Zaslav');
      await expect.poll(() => read(`document.activeElement?.localName`)).toBe('h2');
      await type('welcome.html', ESCAPE);
      await expect.poll(card).toBeUndefined();
      const commands = await read(
        `browser.commands.getAll().then((all) => all.map((one) => one.description + one.shortcut).sort().join())`,
      );
      const lines = `[...document.querySelectorAll('.keys > div')].slice(0, -2).map((line) => line.textContent).sort().join()`;
      await expect.poll(() => read(lines)).toBe(commands);
      await expect
        .poll(() => read(`document.querySelector('.pin-picture')?.getAttribute('aria-label')`))
        .toMatch(/the cog beside Backstory/);
    } finally {
      await close();
    }
  });
});
