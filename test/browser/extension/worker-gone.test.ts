/**
 * A dead worker is not an attack: browsers end it after half a minute without activity, open ports or not. Cards,
 * prepared frames and editors continue as if nothing had happened, with the frame that they had.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardFrameOf, pressInCard, readCard, waitForCard, waitForNoCard } from '../../tools/read-card';
import { openNote, waitForSaved } from './note-frame';
import { dismiss, hover, openSession, type Session, until } from './session';

const HERE = 'Gen. [Qasem Soleimani]';

/** A mark in the frame's own document: a frame that was made anew does not have it. */
const markFrame = async (page: Page) =>
  (await cardFrameOf(page))?.evaluate(() => {
    document.documentElement.dataset.mark = 'same';
  });
const isSameFrame = async (page: Page) =>
  (await (await cardFrameOf(page))?.evaluate(() => document.documentElement.dataset.mark)) === 'same';

describe('a worker that died, in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());

  it('leaves a pinned card, which still answers, each time it is gone', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    await hover(page, 'founded [Kataib Hezbollah]', 'Kataib Hezbollah');
    await pressInCard(page, 'Pin');
    await until(async () => (await readCard(page))?.buttons.includes('Unpin') ?? false, 'not pinned');
    await markFrame(page);
    for (let i = 0; i < 3; i++) {
      await session.killWorker();
      await page.waitForTimeout(1_500);
      expect((await readCard(page))?.label).toBe('Backstory: Kataib Hezbollah');
    }
    await pressInCard(page, 'Abu Mahdi al-Muhandis');
    await waitForCard(page, 'Abu Mahdi al-Muhandis');
    await session.killWorker();
    await pressInCard(page, /Back to .*Kataib Hezbollah/);
    await waitForCard(page, 'Kataib Hezbollah');
    expect(await isSameFrame(page)).toBe(true);
    await session.killWorker();
    await pressInCard(page, 'Close');
    await waitForNoCard(page);
  });

  it('does not affect a frame that was prepared before', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    await hover(page, HERE, 'Qasem Soleimani');
    await markFrame(page);
    await dismiss(page);
    await session.killWorker();
    const card = await hover(page, 'airport of [Baghdad]', 'Baghdad');
    expect(card.lines.length).toBeGreaterThan(5);
    expect(await isSameFrame(page)).toBe(true);
    await dismiss(page);
  });

  it('does not affect an editor, which accepts what is typed meanwhile', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    await hover(page, HERE, 'Qasem Soleimani');
    const note = await openNote(page, 'Add a note');
    await page.keyboard.type('Before. ');
    await waitForSaved(note);
    await markFrame(page);
    for (const word of ['One. ', 'Two. ', 'Three.']) {
      await session.killWorker();
      await page.waitForTimeout(800);
      await page.keyboard.type(word);
    }
    await waitForSaved(note);
    expect(await note.text()).toBe('Before. One. Two. Three.');
    expect(await isSameFrame(page)).toBe(true);
    await page.keyboard.press('Escape');
    await until(async () => (await readCard(page))?.focus === 'Edit note', 'the editor stays');
    await dismiss(page);
  });

  it('leaves words that could not be stored before an update on screen, to be copied', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    await hover(page, 'airport of [Baghdad]', 'Baghdad');
    const note = await openNote(page, 'Add a note');
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
              docs.get('none').onsuccess = hold;
            };
            docs.get('none').onsuccess = () => {
              held();
              hold();
            };
          };
        }),
    );
    await page.keyboard.type('Not stored yet.');
    await page.waitForTimeout(300);
    await session.reloadExtension();
    await page.waitForTimeout(1_000);
    const frame = note.frame;
    expect(await frame.locator('textarea').inputValue()).toBe('Not stored yet.');
    await until(
      async () => /Not saved/.test((await frame.locator('.note-state').textContent()) ?? ''),
      'no word of it',
    );
    // Escape in the page lets it go.
    await page.evaluate(() => window.focus());
    await page.mouse.click(5, 5);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  });
});
