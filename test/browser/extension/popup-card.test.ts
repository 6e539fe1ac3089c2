/**
 * Cards and notes in pages of our own in a real Chromium: with no page around them, by keyboard and for accessibility.
 * Long because all share one browser and its story.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations, rulesFor } from '../../tools/axe-violations';
import { startMediaWiki } from '../../tools/mediawiki-server';
import { pressInCard, readCard } from '../../tools/read-card';
import { keyOf } from './entity-names';
import { atRest, keptLocally } from './kept-locally';
import { openNote } from './note-frame';
import { dismiss, hover, marks, openSession, type Session, until } from './session';

const STORY = '/made/plain.html';
const OTHER = '/stories/iran-allies-calm.html';
const SOLEIMANI = 'Qasem Soleimani';

describe('a card in a page of our own', () => {
  let session: Session;
  let popup: Page;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());
  beforeEach(() => session.set({}));
  afterEach(() => popup?.close());

  const list = async (path: string) => {
    await session.open(path);
    popup = await session.popup();
    await popup.getByRole('listitem').first().waitFor();
  };
  const alone = async (query: string, size = { width: 400, height: 640 }) => {
    popup = await session.context.newPage();
    await popup.setViewportSize(size);
    await popup.goto(`${session.extension}/popup.html?${query}`);
  };
  const card = (name: string) => popup.getByRole('article', { name: `Backstory: ${name}` });
  const field = (name: string) => popup.getByRole('textbox', { name: `Your note on ${name}` });
  const focused = () => popup.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await popup.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await popup.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${selector}`);
  };

  it('is opened from the list and closed by keyboard alone, and the list is as it was', async () => {
    await list(STORY);
    await popup.getByRole('searchbox').focus();
    const all = await popup.locator('.glossary-name').count();
    await popup.keyboard.type('soleim');
    // The arrow goes to the first of those that are listed by then.
    await expect.poll(() => popup.locator('.glossary-name').count()).toBeLessThan(all);
    await popup.keyboard.press('ArrowDown');
    await expect.poll(focused).toMatch(/^Qasem Soleimani/);
    await popup.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('Card');
    await popup.keyboard.press('Enter');
    await card(SOLEIMANI).waitFor();
    await expect.poll(focused).toBe(SOLEIMANI);
    // As of the day of the story, with what came the day before.
    await expect.poll(() => card(SOLEIMANI).textContent()).toMatch(/Before (4 January|January 4,) 2020/);
    await popup.keyboard.press('Shift+Tab');
    await popup.keyboard.press('Shift+Tab');
    await expect.poll(focused).toMatch(/All names$/);
    await popup.keyboard.press('Enter');
    await expect.poll(focused).toBe('Card');
    await expect.poll(() => popup.getByRole('searchbox').inputValue()).toBe('soleim');
    await expect.poll(() => popup.locator('.glossary-name').allTextContents()).toContain(SOLEIMANI);
  });

  it('opens the names in it, one on top of another', async () => {
    await list(STORY);
    await popup.getByRole('button', { name: `Card of ${SOLEIMANI}` }).click();
    const tie = popup.locator('button.tie-name, button.name-link').first();
    const name = (await tie.textContent()) ?? '';
    await tie.click();
    await popup.getByRole('button', { name: new RegExp(`Back to .${SOLEIMANI}`) }).waitFor();
    await expect.poll(() => popup.getByRole('article').getAttribute('aria-label')).toMatch(/^Backstory: \S/);
    expect(name).not.toBe('');
    await popup.getByRole('button', { name: /Back to/ }).click();
    await card(SOLEIMANI).waitFor();
  });

  it('stores a note typed with real keys, which is in the library and on another story', async () => {
    await list(STORY);
    await popup.getByRole('button', { name: `Card of ${SOLEIMANI}` }).click();
    await until(async () => await field(SOLEIMANI).isEditable(), 'no field');
    await tabTo('textarea');
    await popup.keyboard.type('Typed in the popup.', { delay: 5 });
    await popup.getByText(/^Saved/).waitFor();
    await popup.getByRole('button', { name: /All names$/ }).click();
    const entry = popup.getByRole('listitem').filter({ hasText: SOLEIMANI });
    await entry.filter({ hasText: 'your note' }).waitFor();
    await popup.close();

    await list(OTHER);
    await popup.getByRole('button', { name: `Card of ${SOLEIMANI}` }).click();
    await expect.poll(() => field(SOLEIMANI).inputValue()).toBe('Typed in the popup.');
    const [library] = await Promise.all([
      session.context.waitForEvent('page'),
      popup.getByRole('button', { name: 'Open in the library' }).click(),
    ]);
    const written = library.getByRole('textbox', { name: `Your note on ${SOLEIMANI}` });
    await expect.poll(() => written.inputValue()).toBe('Typed in the popup.');
    await library.close();

    await session.page.bringToFront();
    const inStory = await hover(session.page, 'Gen. [Qassem Suleimani]', SOLEIMANI);
    expect(inStory.lines.join(' ')).toContain('Typed in the popup.');
    await dismiss(session.page);
  });

  it('begins a note in the row of a name, and quotes the selection in the story', async () => {
    await list(STORY);
    await popup.getByRole('button', { name: 'Note on Tehran' }).click();
    await until(async () => await field('Tehran').isEditable(), 'no field');
    await expect.poll(() => popup.evaluate(() => document.activeElement?.localName)).toBe('textarea');
    await popup.getByRole('button', { name: 'Quote the selection' }).click();
    await popup.getByText(/^Nothing is selected\./).waitFor();
    await session.page.evaluate(() => {
      const text = document.querySelector('#second')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 0, text, 20);
    });
    await popup.getByRole('button', { name: 'Quote the selection' }).click();
    const quote = popup.locator('.note-quotes li');
    await expect.poll(() => quote.locator('blockquote').textContent()).toBe('The Associated Press');
    await expect.poll(() => quote.locator('.note-source').textContent()).toBe('A strike in Baghdad, January 4, 2020');
    await popup.getByText(/^Saved/).waitFor();
    expect(await axeViolations(popup)).toEqual([]);
  });

  it('continues a note from the card of a story, including unstored keys', async () => {
    await session.open(OTHER);
    const { page } = session;
    await hover(page, 'airport of [Baghdad] killed', 'Baghdad');
    await openNote(page, 'Add a note');
    await page.keyboard.type('Begun in the story. ');
    const opens = session.context.waitForEvent('page');
    await pressInCard(page, 'Write it in its own window');
    popup = await opens;
    await until(async () => await field('Baghdad').isEditable(), 'no field');
    await expect.poll(() => field('Baghdad').inputValue()).toBe('Begun in the story. ');
    await field('Baghdad').focus();
    await popup.keyboard.type('Ended here.');
    await popup.getByText(/^Saved/).waitFor();
    await popup.getByRole('button', { name: /All names$/ }).click();
    await popup.getByRole('button', { name: /^Korean War/ }).waitFor();
    await popup.close();
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('opens a name here if the page cannot show its card', async () => {
    await list(STORY);
    // By a rule, not by a change of the document: the list goes on naming what cannot be seen.
    await session.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('p { display: none !important }');
      document.adoptedStyleSheets = [sheet];
    });
    await popup.getByRole('button', { name: /^Qasem Soleimani/ }).click();
    await card(SOLEIMANI).waitFor();
    await popup.getByText('The page could not show this card, so it is here.').waitFor();
    await expect.poll(() => popup.evaluate(() => document.visibilityState)).toBe('visible');
    expect(await popup.getByRole('alert').count()).toBe(0);
  });

  it('loses no key when its window is closed in the middle of a word', async () => {
    await alone('card=tehran&day=2020-01-04');
    await until(async () => (await popup.getByRole('textbox').count()) > 0, 'no field');
    await until(async () => await popup.locator('textarea').isEditable(), 'no field to write in');
    const name = await popup.locator('h2').textContent();
    await popup.locator('textarea').focus();
    await popup.keyboard.type('cut off in the midd');
    await popup.close();
    await alone('card=tehran');
    await card(name ?? '').waitFor();
    await expect.poll(() => popup.locator('textarea').inputValue()).toBe('cut off in the midd');
  });

  it('opens in a small window, with the names of its story behind it', async () => {
    await session.open(STORY);
    const tab = await session.tabId();
    const asked = await session.control();
    const opens = session.context.waitForEvent('page');
    const said = await asked.evaluate(
      () =>
        chrome.runtime.sendMessage({
          id: 0,
          type: 'background.openBeside',
          data: { entity: 'qasem-soleimani', day: '2020-01-04' },
          timestamp: 0,
        }) as Promise<{ err?: unknown }>,
    );
    expect(said.err).toBeUndefined();
    popup = await opens;
    await card(SOLEIMANI).waitFor();
    expect(popup.url()).toContain('popup.html?card=qasem-soleimani&day=2020-01-04&tab=');
    await expect.poll(() => popup.title()).toBe(`Backstory: ${SOLEIMANI}`);
    const windowType = (page: Page) => page.evaluate(async () => (await chrome.windows.getCurrent()).type);
    expect(await windowType(popup)).toBe('popup');
    const [library] = await Promise.all([
      session.context.waitForEvent('page'),
      popup.getByRole('button', { name: 'Open in the library' }).click(),
    ]);
    await library.waitForURL(new RegExp(`#note/${keyOf('qasem-soleimani')}$`));
    expect(await windowType(library)).toBe('normal');
    await library.close();
    await popup.close();
    // The very address that a story's own card leads to.
    await alone(`card=qasem-soleimani&day=2020-01-04&tab=${tab}`);
    await card(SOLEIMANI).waitFor();
    await popup.getByRole('button', { name: /All names$/ }).click();
    await popup.getByRole('button', { name: /^Baghdad/ }).waitFor();
    await expect.poll(() => popup.title()).toBe('Backstory: names on this page');
  });

  it('reports when nothing is known, whatever the address says', async () => {
    await alone('card=nobody-knows-this&day=2020-99-99&tab=x');
    await popup.getByText('This card could not be read just now.').waitFor();
    await popup.getByRole('button', { name: 'Try again' }).click();
    await popup.getByText('This card could not be read just now.').waitFor();
    expect(await popup.getByRole('button', { name: /All names$/ }).count()).toBe(0);
  });

  it('mutes and undoes it', async () => {
    await alone('card=qasem-soleimani');
    const muted = async () =>
      (await session.control()).evaluate(async () => (await chrome.storage.local.get())['settings.muted'] ?? []);
    await popup.getByRole('button', { name: 'Mute' }).click();
    await expect.poll(muted).toEqual([keyOf('qasem-soleimani')]);
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(muted).toEqual([]);
  });

  it('has no accessibility violations, in the light and the dark theme, and scrolls in one direction only', async () => {
    for (const [width, height] of [
      [400, 640],
      [320, 500],
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await list(STORY);
        await popup.setViewportSize({ width, height });
        await popup.emulateMedia({ colorScheme });
        expect(await axeViolations(popup, rulesFor(colorScheme)), `list, ${width}, ${colorScheme}`).toEqual([]);
        expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await popup.getByRole('button', { name: `Card of ${SOLEIMANI}` }).click();
        await until(async () => await field(SOLEIMANI).isEditable(), 'no field');
        expect(await axeViolations(popup, rulesFor(colorScheme)), `card, ${width}, ${colorScheme}`).toEqual([]);
        expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await popup.close();
      }
    }
  });
});

describe('a card in a page of our own, for a private window,', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());

  it('shows an existing note, accepts no edit, and stores nothing that is pressed', async () => {
    const { context, extension } = session;
    const popup = await context.newPage();
    await popup.goto(`${extension}/popup.html?card=qasem-soleimani`);
    await until(async () => await popup.locator('textarea').isEditable(), 'no field');
    await popup.locator('textarea').fill('Written in a usual window.');
    await popup.getByText(/^Saved/).waitFor();
    await popup.close();

    const page = await session.openPrivate(STORY);
    await session.set({ welcomed: true, density: 'every' });
    await until(async () => (await marks(page)).includes(SOLEIMANI), 'no mark');
    const control = await session.control();
    const tab = await control.evaluate(
      async () => (await chrome.tabs.query({})).find(({ incognito }) => incognito) as chrome.tabs.Tab,
    );
    const stored = () => keptLocally(control);
    const kept = await atRest(stored);

    const list = await context.newPage();
    await list.goto(`${extension}/popup.html?tab=${tab.id}`);
    await list.getByRole('button', { name: `Card of ${SOLEIMANI}` }).click();
    await list.getByText('Written in a usual window.').waitFor();
    await list.getByText('Notes are not kept from private windows.').waitFor();
    expect(await list.getByRole('textbox').count()).toBe(0);
    expect(await list.getByRole('button', { name: /note|library/i }).count()).toBe(0);
    await list.getByRole('button', { name: 'Mute' }).click();
    await list.getByRole('button', { name: 'Undo' }).waitFor();
    await page.bringToFront();
    await until(async () => !(await marks(page)).includes(SOLEIMANI), 'the mark stays');
    expect(await stored()).toEqual(kept);
    await list.close();

    // What a card in the private window leads to: the popup of its own toolbar, by no address that a history would keep.
    // Its button stands where a press was refused, for coming before half a second in sight: on a busy machine it may be late.
    for (let refused = false; !refused; ) {
      await hover(page, 'died [Abu Mahdi al-Mohandes]');
      await pressInCard(page, 'Not this one');
      await pressInCard(page, 'It is something else');
      // Either comes of the press, when the card has heard of it.
      const buttons = async () => (await readCard(page))?.buttons ?? [];
      const has = async (name: string) => (await buttons()).includes(name);
      await until(
        async () => (await has('Undo')) || (await has('Open it in its own window')),
        'the press has no effect',
      );
      refused = await has('Open it in its own window');
      if (!refused) await pressInCard(page, 'Undo');
      if (!refused) await dismiss(page);
    }
    await pressInCard(page, 'Open it in its own window');
    const shown = () =>
      control.evaluate(() => {
        const [view] = chrome.extension.getViews({ type: 'popup' });
        return { search: view?.location.search, text: view?.document.querySelector('.popup-card')?.textContent ?? '' };
      });
    await expect.poll(async () => (await shown()).text).toContain('Notes are not kept from private windows.');
    expect((await shown()).text).toContain('Abu Mahdi al-Muhandis');
    expect((await shown()).search).toBe('');
    expect(await control.evaluate(async () => (await chrome.storage.session.get())['card-place'] ?? null)).toBeNull();
  });

  it('stores no article that was fetched there', async ({ skip }) => {
    const wiki = await startMediaWiki([{ title: SOLEIMANI, text: `A sentence of this wiki on ${SOLEIMANI}.` }]);
    if (!wiki) return skip('MediaWiki is not installed');
    try {
      await session.set({ wikiApi: wiki.api });
      const control = await session.control();
      const privateTab = await control.evaluate(
        async () => (await chrome.tabs.query({})).find(({ incognito }) => incognito)?.id,
      );
      const kept = () =>
        control.evaluate(async () => {
          const database = await new Promise<IDBDatabase>((done) => {
            const opening = indexedDB.open('backstory');
            opening.onsuccess = () => done(opening.result);
          });
          const counted = database.transaction('articles').objectStore('articles').count();
          const count = await new Promise<number>((done) => {
            counted.onsuccess = () => done(counted.result);
          });
          database.close();
          return count;
        });
      const ask = async (query: string) => {
        const page = await session.context.newPage();
        await page.goto(`${session.extension}/popup.html?${query}`);
        await page.getByRole('button', { name: /^Ask / }).click();
        await page.getByText('A sentence of this wiki').waitFor();
        await page.close();
        return kept();
      };
      expect(await ask(`card=qasem-soleimani&tab=${privateTab}`)).toBe(0);
      // And is kept where it may be.
      expect(await ask('card=qasem-soleimani')).toBe(1);
    } finally {
      wiki.stop();
    }
  });
});
