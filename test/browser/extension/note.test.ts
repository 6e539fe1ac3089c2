/**
 * A note edited in a card of a real Chromium, out of the page's reach. Long because all share the browser and its
 * stories.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inExtensionWorld } from '../../tools/extension-world';
import { openChromium } from '../../tools/open-chromium';
import { readCard, waitForCard } from '../../tools/read-card';
import { openNote, waitForSaved } from './note-frame';
import {
  CHROME_BUILD,
  dismiss,
  hover,
  openSession,
  type Session,
  serveStories,
  spot,
  until,
  waitForMarks,
} from './session';

/** Notes are written in the frame of the card: they are kept whatever happens, and the page has no part in them. */

const NAME = 'Qasem Soleimani';
const HERE = 'Gen. [Qasem Soleimani]';

/** A line of the open card. */
const says = async (page: Page, words: string): Promise<boolean> =>
  (await readCard(page))?.lines.some((line) => line.includes(words)) ?? false;

it('a note is on the card of another story, also after a restart of the browser', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'backstory-profile-'));
  const server = await serveStories();
  const visit = async (path: string, words: string) => {
    const { context } = await openChromium({ extension: CHROME_BUILD, profile });
    const page = await context.newPage();
    const open = async (path: string, words: string) => {
      await page.goto(server.origin + path);
      await waitForMarks(page);
      await hover(page, words, NAME);
    };
    await open(path, words);
    return { context, page, open };
  };
  try {
    const first = await visit('/stories/iran-allies-calm.html', 'Gen. [Qassem Suleimani]');
    const note = await openNote(first.page, 'Add a note');
    await first.page.keyboard.type('Led the Quds Force.\nAsk: who came after him?');
    await waitForSaved(note);
    await first.page.keyboard.press('Escape');
    await until(() => says(first.page, 'Led the Quds Force. Ask: who came after him?'), 'the card does not say it');
    await expect.poll(async () => (await readCard(first.page))?.focus).toBe('Edit note');
    await dismiss(first.page);
    await first.open('/made/plain.html', HERE);
    await until(() => says(first.page, 'who came after him?'), 'another story does not say it');
    await first.context.close();

    const second = await visit('/made/plain.html', HERE);
    await until(() => says(second.page, 'who came after him?'), 'it was lost with the browser');
    const again = await openNote(second.page, 'Edit note');
    expect(await again.text()).toBe('Led the Quds Force.\nAsk: who came after him?');
    await second.context.close();
  } finally {
    await server.close();
    await rm(profile, { recursive: true, force: true });
  }
});

describe('a note in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());

  /**
   * Playwright has every page say that it has the focus. What a browser says while another tab or a question is before it,
   * our script is told here: the page is then not taken for one that took the keyboard.
   */
  const behind = (page: Page) =>
    inExtensionWorld(session.context, page, session.extension, () => {
      Document.prototype.hasFocus = () => false;
    });
  const inFront = (page: Page) =>
    inExtensionWorld(session.context, page, session.extension, () => {
      Document.prototype.hasFocus = () => true;
    });

  /** A name of its own for each test, so that no test finds another's note. */
  async function begin(path: string, words: string, page = session.page) {
    await page.goto(session.origin + path);
    await waitForMarks(page);
    await page.mouse.move(2, 2);
    await hover(page, words);
    // A frame in the page's own process gets no press from Chromium for half a second after it was put in place.
    if (path.includes('sandboxed')) await page.waitForTimeout(800);
    return openNote(page, 'Add a note');
  }
  async function stored(path: string, words: string): Promise<string> {
    const { page } = session;
    await page.goto(session.origin + path);
    await waitForMarks(page);
    await page.mouse.move(2, 2);
    await hover(page, words);
    return (await openNote(page, 'Edit note')).text();
  }

  it('is not visible to listeners of the page, which finds neither frame nor address', async () => {
    const { page, extension } = session;
    await page.goto(`${session.origin}/made/listening.html`);
    await waitForMarks(page);
    await page.mouse.move(2, 2);
    await hover(page, HERE, NAME);
    const dynamic = /(chrome|moz)-extension|[0-9a-f]{8}-[0-9a-f]{4}-4/;
    const before = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.length);
    const note = await openNote(page, 'Add a note');
    expect(await (await note.frame.frameElement()).getAttribute('title')).toBe('Backstory');
    await page.keyboard.type('zqx Zebra', { delay: 5 });
    await page.keyboard.insertText(' quince');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+V');
    const cdp = await page.context().newCDPSession(note.frame);
    await cdp.send('Input.imeSetComposition', { text: 'かな', selectionStart: 2, selectionEnd: 2 });
    await cdp.send('Input.insertText', { text: '仮名' });
    await waitForSaved(note);
    expect(await note.text()).toBe('zqx Zebra quincezqx Zebra quince仮名');
    await page.keyboard.press('Escape');
    await until(() => says(page, 'Zebra'), 'the card does not say it');
    const heard = await page.evaluate((from) => (window as unknown as { heard: string[] }).heard.slice(from), before);
    // The window loses the focus to the frame: that is all there is to hear.
    expect(heard.map((line) => line.split('|')[0])).toContain('blur');
    const typed = heard.filter((line) => /^(key|input|beforeinput|composition|copy|cut|paste|change)/.test(line));
    expect(typed).toEqual([]);
    expect(heard.filter((line) => /zqx|zebra|quince|かな|仮名/i.test(line))).toEqual([]);
    expect(heard.filter((line) => dynamic.test(line))).toEqual([]);
    await openNote(page, 'Edit note');
    const found = await page.evaluate(() => ({
      frames: window.length,
      elements: document.querySelectorAll('iframe').length,
      entries: performance.getEntries().map(({ name }) => name),
      text: document.documentElement.outerHTML,
    }));
    expect(found).toMatchObject({ frames: 0, elements: 0 });
    expect(found.entries.filter((name) => dynamic.test(name))).toEqual([]);
    expect(found.text).not.toMatch(dynamic);
    // Even with the extension's own id the page gets no frame of it.
    const files = [
      '/library.html',
      '/popup.html',
      '/welcome.html',
      '/card.js',
      '/card-note.js',
      '/reader.js',
      '/packs/world.pack',
    ];
    const reached = await page.evaluate(
      async (addresses) => {
        const answers = addresses.map((address) => {
          const frame = document.createElement('iframe');
          frame.src = address;
          document.body.append(frame);
          return fetch(address).then(
            () => address,
            () => null,
          );
        });
        return (await Promise.all(answers)).filter((address) => address !== null);
      },
      files.map((file) => extension + file),
    );
    expect(reached).toEqual([]);
    await page.waitForTimeout(500);
    expect(page.frames().filter((frame) => files.some((file) => frame.url().endsWith(file)))).toEqual([]);
  });

  it.each([
    ['csp', '[Abu Mahdi al-Mohandes]'],
    ['isolated', '[Kataib Hezbollah]'],
    ['z-index', '[Associated Press]'],
    ['keys', 'President [Trump]'],
    ['sandboxed', 'to [Iran] that'],
  ])('is edited on a page with %s', async (name, words) => {
    const note = await begin(`/made/${name}.html`, words);
    await session.page.keyboard.type(`on ${name}`);
    await waitForSaved(note);
    expect(await stored('/made/plain.html', words)).toBe(`on ${name}`);
  });

  it('is edited where the page has no origin of its own', async () => {
    const { page } = session;
    await page.goto(`${session.origin}/made/sandboxed.html`);
    await waitForMarks(page);
    await hover(page, HERE, NAME);
    const note = await openNote(page, (await says(page, 'Edit note')) ? 'Edit note' : 'Add a note');
    await page.keyboard.type(' In a sandbox.');
    await waitForSaved(note);
    expect(await note.text()).toMatch(/In a sandbox\.$/);
    await page.keyboard.press('Escape');
    await until(() => says(page, 'In a sandbox.'), 'the card does not say it');
    await dismiss(page);
  });

  it('loses nothing when the worker is killed between two keys', async () => {
    const { page } = session;
    const words = '[Baghdad], and';
    const note = await begin('/made/plain.html', words);
    const line = 'Every word of this is kept, whatever the worker does.';
    for (const [at, letter] of [...line].entries()) {
      if (at === 12 || at === 30) await session.killWorker();
      await page.keyboard.type(letter);
    }
    await waitForSaved(note);
    expect(await stored('/made/plain.html', words)).toBe(line);
  });

  it('is stored when the tab is closed or navigates right after the last key', async () => {
    const { context, page } = session;
    const closed = await context.newPage();
    await begin('/made/plain.html', 'in [Washington]', closed);
    await closed.keyboard.type('Closed at once.');
    await closed.close();
    await page.bringToFront();
    expect(await stored('/made/plain.html', 'in [Washington]')).toBe('Closed at once.');

    await begin('/made/plain.html', 'from [Iraq] that');
    await page.keyboard.type('Gone at once.');
    await page.goto(`${session.origin}/made/target.html`);
    expect(await stored('/made/plain.html', 'from [Iraq] that')).toBe('Gone at once.');
  });

  it('asks before a tab with unstored words is left', async () => {
    const { context } = session;
    const page = await context.newPage();
    await page.goto(`${session.origin}/made/plain.html`);
    await waitForMarks(page);
    await hover(page, 'in [Washington]');
    const note = await openNote(page, 'Edit note');
    const control = await session.control();
    // A transaction that does not end keeps every other from the notes.
    await control.evaluate(
      () =>
        new Promise<void>((held, fail) => {
          const opened = indexedDB.open('backstory');
          opened.onerror = () => fail(opened.error);
          opened.onsuccess = () => {
            const docs = opened.result.transaction('docs', 'readwrite').objectStore('docs');
            const hold = () => {
              if (document.title === 'let go') opened.result.close();
              else docs.get('none').onsuccess = hold;
            };
            docs.get('none').onsuccess = () => {
              held();
              hold();
            };
          };
        }),
    );
    await page.keyboard.type(' Not yet.');
    await behind(page);
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await inFront(page);
    await control.evaluate(() => {
      document.title = 'let go';
    });
    await waitForSaved(note);
    expect(await note.text()).toMatch(/Not yet\.$/);
    await page.close();
  });

  it('shows what is written elsewhere, and leaves the caret where it was', async () => {
    const { context, page } = session;
    const words = '[nuclear deal]';
    const here = await begin('/made/plain.html', words);
    await page.keyboard.type('one three');
    await waitForSaved(here);
    await behind(page);
    const other = await context.newPage();
    await other.goto(`${session.origin}/made/plain.html`);
    await waitForMarks(other);
    await hover(other, words);
    const there = await openNote(other, 'Edit note');
    await other.keyboard.press('Control+Home');
    await other.keyboard.type('zero ');
    await waitForSaved(there);
    await behind(other);
    await page.bringToFront();
    await inFront(page);
    await until(async () => (await here.text()) === 'zero one three', 'it did not come');
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('two ');
    await waitForSaved(here);
    expect(await here.text()).toBe('zero one two three');
    await behind(page);
    await other.bringToFront();
    await inFront(other);
    await until(async () => (await there.text()) === 'zero one two three', 'it did not come back');
    await other.close();
    await page.bringToFront();
  });

  it('quotes the selection in the story', async () => {
    const { page } = session;
    await page.goto(`${session.origin}/made/plain.html`);
    await waitForMarks(page);
    await page.evaluate(() => {
      const text = document.querySelector('#second')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 0, text, 66);
    });
    await hover(page, 'Officials in [Tehran]');
    const note = await openNote(page, 'Quote the selection');
    const quote = note.frame.locator('.note-quotes li');
    await expect
      .poll(() => quote.locator('blockquote').textContent())
      .toBe('The Associated Press reported from Iraq that the streets were quie');
    expect(await quote.locator('.note-source').textContent()).toBe('A strike in Baghdad, January 4, 2020');
    await page.keyboard.type('Remember this.');
    await waitForSaved(note);
    await page.keyboard.press('Escape');
    await until(() => says(page, '1 passage quoted'), 'the card does not count it');
    await dismiss(page);
  });

  it('keeps the card open while it is edited, and is left by Tab and Escape like a card', async () => {
    const { page } = session;
    const note = await begin('/made/plain.html', 'in [Europe] the');
    const filler = await spot(page, 'quiet in the morning');
    await page.mouse.move(filler.x, filler.y);
    await page.mouse.click(filler.x, filler.y);
    await page.waitForTimeout(700);
    expect((await waitForCard(page)).label).toBe('Backstory: Europe');
    await note.frame.locator('textarea').click();
    await page.keyboard.press('Tab');
    await expect.poll(() => note.frame.evaluate(() => document.activeElement?.localName)).toBe('input');
    await page.keyboard.type('generals');
    await page.keyboard.press('Enter');
    await waitForSaved(note);
    for (const stop of ['Done', 'Quote the selection', 'Write it in its own window', 'Unpin']) {
      await page.keyboard.press('Tab');
      await until(async () => (await readCard(page))?.focus === stop, `the focus is not on ${stop}`);
    }
    await page.keyboard.press('Shift+Tab');
    await until(() => note.frame.evaluate(() => document.hasFocus()), 'the frame has no focus');
    await page.keyboard.press('Escape');
    await until(() => says(page, 'generals'), 'no tag in the card');
    await expect.poll(async () => (await readCard(page))?.focus).toBe('Edit note');

    const again = await openNote(page, 'Edit note');
    await again.frame.locator('.tag-form input').click();
    await page.keyboard.type('half');
    await page.keyboard.press('Escape');
    await until(() => says(page, 'generals · half'), 'a tag that stood typed was lost');
    const third = await openNote(page, 'Edit note');
    await third.frame.locator('.tag-form input').click();
    await page.keyboard.type('gone');
    await page.goto(`${session.origin}/made/target.html`);
    await page.goto(`${session.origin}/made/plain.html`);
    await waitForMarks(page);
    await page.mouse.move(2, 2);
    await hover(page, 'in [Europe] the');
    await until(() => says(page, 'generals · gone · half'), 'a tag went with the page');
    await dismiss(page);
  });
});
