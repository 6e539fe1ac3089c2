import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownWorld } from '../../tools/own-world';
import { restOn } from '../../tools/point-at';
import { waitForCard, waitForNoCard } from '../../tools/read-card';
import {
  cardBox,
  cardHosts,
  hover,
  openSession,
  type Rect,
  type Session,
  spot,
  tinted,
  until,
  waitForMarks,
  withoutHost,
} from './session';

/** Pages that fight, break or flood: the card opens all the same, on top, and goes again. */

/** A stop is looked at: a pointer that is next looked at in the very same place has not moved, and opens nothing. */
const LOOKED_MS = 200;

describe('hostile pages in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());

  /** Is the host what the page finds at five points of the card? */
  async function isOnTop(): Promise<boolean> {
    const box = (await cardBox(session.page)) as Rect;
    return ownWorld(session.page).evaluate(({ x, y, width, height }) => {
      const host = document.querySelector('[popover=manual]');
      const bottom = Math.min(innerHeight - 1, y + height * 0.9);
      return [
        [x + width / 2, y + 8],
        [x + 8, (y + bottom) / 2],
        [x + width - 8, (y + bottom) / 2],
        [x + width / 2, bottom],
      ].every(([left, top]) => document.elementFromPoint(left as number, top as number) === host);
    }, box);
  }

  async function opensAndCloses(words: string, name: string): Promise<void> {
    const { page } = session;
    await restOn(page, await spot(page, words));
    const card = await waitForCard(page, name);
    expect(card.lines.length).toBeGreaterThan(5);
    expect(await isOnTop()).toBe(true);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await page.mouse.move(2, 2);
    expect(await cardHosts(page)).toBe(0);
  }

  it.each([
    ['z-index', 'Gen. [Qasem Soleimani]'],
    ['unselectable', 'Gen. [Qasem Soleimani]'],
    ['zoomed', 'Gen. [Qasem Soleimani]'],
    ['transformed', 'Gen. [Qasem Soleimani]'],
    ['prototypes', 'Gen. [Qasem Soleimani]'],
    ['csp', 'Gen. [Qasem Soleimani]'],
    ['one-character', 'Gen. [Qasem Soleimani]'],
    ['invisible', '[Qa\u00adsem\u00a0Solei\u200bmani]'],
    ['unclosed', 'Gen. [Qasem Soleimani]'],
    ['keys', 'Gen. [Qasem Soleimani]'],
  ])('%s', async (name, words) => {
    await session.open(`/made/${name}.html`);
    await opensAndCloses(words, 'Qasem Soleimani');
  });

  it('listeners in the capture phase do not get the Escape that closes the card', async () => {
    const { page } = session;
    await session.open('/made/keys.html');
    await hover(page, 'Gen. [Qasem Soleimani]');
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(await heard()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await heard()).toEqual(['keydown Escape', 'keyup Escape']);
  });

  it('a modal dialog: the card opens inside it', async () => {
    await session.open('/made/modal.html');
    const { page } = session;
    const inside = await spot(page, 'Gen. [Qasem Soleimani]', 1);
    await restOn(page, inside);
    await waitForCard(page, 'Qasem Soleimani');
    expect(await isOnTop()).toBe(true);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
  });

  it('fullscreen: the card opens above it', async () => {
    await session.open('/made/fullscreen.html');
    const { page } = session;
    await page.getByRole('button', { name: 'All of it' }).click();
    await until(() => page.evaluate(() => document.fullscreenElement !== null), 'no fullscreen');
    await restOn(page, await spot(page, '[The Associated Press] reported', 1));
    await waitForCard(page, 'The Associated Press');
    expect(await isOnTop()).toBe(true);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await page.evaluate(() => document.exitFullscreen().catch(() => {}));
  });

  it('a megabyte in one paragraph: cards at its beginning and at its end', async () => {
    await session.open('/made/one-paragraph.html');
    const { page } = session;
    await opensAndCloses('Gen. [Qasem Soleimani]', 'Qasem Soleimani');
    const end = async () => {
      await page.mouse.move(2, 2);
      await page.waitForTimeout(LOOKED_MS);
      await restOn(page, await spot(page, 'stands [Kataib Hezbollah]'));
      return (await tinted(page)).length > 0;
    };
    await until(end, 'the end is not read');
    await waitForCard(page, 'Kataib Hezbollah');
    await page.keyboard.press('Escape');
  });

  it('5,000 mutations a second: the rest of the story still works', async () => {
    await session.open('/made/mutations.html');
    const { page } = session;
    await opensAndCloses('Gen. [Qasem Soleimani]', 'Qasem Soleimani');
    const before = await page.evaluate(() => (window as unknown as { made: number }).made);
    expect(before).toBeGreaterThan(1_000);
    await opensAndCloses('founded [Kataib Hezbollah]', 'Kataib Hezbollah');
    await page.goto('about:blank');
  });
});

describe('a worker and a database that disappear, in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());

  it('the whole card is shown although the worker was killed just before', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    await session.killWorker();
    const card = await hover(page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani');
    expect(card.lines.length).toBeGreaterThan(3);
    // Only the worker knows what the button would ask.
    await until(
      async () => ((await waitForCard(page)).buttons ?? []).some((name) => name.startsWith('Ask ')),
      'not completed',
    );
    await page.keyboard.press('Escape');
    await page.mouse.move(2, 2);
    await session.killWorker();
    await session.open('/made/plain.html');
    await session.killWorker();
    await page.evaluate(() => {
      const p = document.createElement('p');
      p.textContent =
        'Later that day word of it came to London, where the government of the United Kingdom kept silent.';
      document.querySelector('article')?.append(p);
    });
    await until(async () => {
      await page.mouse.move(2, 2);
      await page.waitForTimeout(LOOKED_MS);
      await restOn(page, await spot(page, 'of the [United Kingdom] kept'));
      return (await tinted(page)).length > 0;
    }, 'what came later was not read');
    await waitForCard(page, 'United Kingdom');
    await page.keyboard.press('Escape');
  });

  it('everything continues when the database is emptied', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    const gone = await (await session.control()).evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name as string);
      await Promise.all(
        names.map(
          (name) =>
            new Promise((done) => {
              const request = indexedDB.deleteDatabase(name);
              request.onsuccess = request.onerror = request.onblocked = done;
            }),
        ),
      );
      return names.length;
    });
    expect(gone).toBeGreaterThan(0);
    await hover(page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani');
    await until(
      async () => ((await waitForCard(page)).buttons ?? []).some((name) => name.startsWith('Ask ')),
      'not completed',
    );
    await page.keyboard.press('Escape');
    await session.open('/made/links.html');
    await hover(page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani');
    await page.keyboard.press('Escape');
  });

  it('a new version takes over an open page without duplicates', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    const html = await withoutHost(page);
    await hover(page, 'Gen. [Qasem Soleimani]');
    await session.reloadExtension();
    // The old script dies with its card; the new one comes of itself, since the site is granted.
    await until(async () => (await cardHosts(page)) === 0, 'the old card stays');
    await page.mouse.move(2, 2);
    await waitForMarks(page);
    await until(async () => {
      await page.mouse.move(2, 2);
      await restOn(page, await spot(page, 'Gen. [Qasem Soleimani]'));
      return (await waitForCard(page, 'Qasem Soleimani', 1_500).catch(() => null)) !== null;
    }, 'no card after the reload');
    expect(await cardHosts(page)).toBe(1);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await withoutHost(page)).toBe(html);
    expect(await ownWorld(page).evaluate(() => document.querySelectorAll('[popover=manual]').length, null)).toBe(1);
  });
});
