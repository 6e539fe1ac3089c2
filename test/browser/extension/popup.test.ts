import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { restOn } from '../../tools/point-at';
import { readCard, waitForCard } from '../../tools/read-card';
import { serveFolder } from '../../tools/serve-folder';
import { hover, marks, openSession, type Session, spot, tinted, until, waitForMarks } from './session';

/** The popup over a real tab: the glossary, the switches and every state that a reader can get into. */

describe('the popup in Chromium', () => {
  let session: Session;
  let popup: Page;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());
  beforeEach(() => session.set({}));
  afterEach(() => popup?.close());

  const names = () => popup.locator('.glossary-name').allTextContents();
  const says = (words: string | RegExp) => popup.getByText(words).first().waitFor();
  const openPopup = async (path: string) => {
    await session.open(path);
    popup = await session.popup();
    await popup.getByRole('listitem').first().waitFor();
  };

  it('lists each name once with its gloss and count, filters and sorts', async () => {
    await openPopup('/made/plain.html');
    const all = await names();
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('Abu Mahdi al-Muhandis');
    await says(`${all.length} names`);
    const baghdad = popup.getByRole('listitem').filter({ hasText: 'Baghdad' }).filter({ hasText: 'named' }).first();
    await baghdad.waitFor();
    // In the heading and in the first paragraph.
    await expect.poll(() => popup.getByRole('button', { name: /^Baghdad/ }).textContent()).toContain('2 ×');

    await popup.getByRole('searchbox').fill('soleim');
    // Filtered: in the whole list it stands as well.
    await expect.poll(async () => (await names()).length).toBeLessThan(all.length);
    expect(await names()).toContain('Qasem Soleimani');
    await popup.getByRole('searchbox').fill('no such name');
    await says('No name matches the filter.');
    await popup.getByRole('button', { name: 'Clear the filter' }).click();
    const kinds = () => popup.locator('.glossary-list .glossary-kind').allTextContents();
    await expect.poll(async () => (await kinds())[0]).toBe('People');
    await popup.getByLabel('Order').selectOption('importance');
    expect([...(await names())].sort()).toEqual([...all].sort());
    expect((await names()).length).toBe(all.length);
  });

  it('begins in the search field, three presses of Tab before the third name, and describes each as of the day', async () => {
    await openPopup('/made/plain.html');
    await until(() => popup.evaluate(() => document.activeElement?.matches('[type=search]') ?? false), 'no focus');
    for (let i = 0; i < 3; i++) await popup.keyboard.press('Tab');
    const focused = () =>
      popup.evaluate(() => document.activeElement?.querySelector('.glossary-name')?.textContent ?? null);
    await expect.poll(async () => (await focused()) === (await names())[2]).toBe(true);
    await popup.keyboard.press('End');
    await popup.keyboard.press('Home');
    await expect.poll(async () => (await focused()) === (await names())[0]).toBe(true);
    await says(/^Killed by a US drone strike at Baghdad airport, (3 January|January 3,) 2020$/);
  });

  it('has its foot in one line, as wide as it hangs from the toolbar', async () => {
    await openPopup('/made/plain.html');
    await popup.setViewportSize({ width: 380, height: 600 });
    const middles = await popup.evaluate(() =>
      [...document.querySelectorAll('.popup-foot > *')].map((part) => {
        const { top, bottom } = part.getBoundingClientRect();
        return Math.round((top + bottom) / 2);
      }),
    );
    expect(middles.length).toBeGreaterThan(4);
    expect(new Set(middles).size).toBe(1);
  });

  it('scrolls to a pressed name and opens its card with the focus in it', async () => {
    await openPopup('/stories/iran-allies-calm.html');
    await popup.getByRole('button', { name: /^Korean War/ }).click();
    const card = await waitForCard(session.page, 'Korean War');
    expect(card.buttons).toContain('Close');
    await expect.poll(() => session.page.evaluate(() => scrollY)).toBeGreaterThan(200);
    await expect.poll(async () => (await readCard(session.page))?.focus).toBe('Korean War');
  });

  it('switches the site off and on without a reload', async () => {
    await openPopup('/made/plain.html');
    const { page } = session;
    await page.evaluate(() => Object.assign(window, { same: true }));
    const html = await page.content();
    await popup.getByRole('switch', { name: 'On for this site' }).click();
    await says(/switched off for 127\.0\.0\.1/);
    await until(async () => (await marks(page)).length === 0, 'marks stay');
    await restOn(page, await spot(page, 'Gen. [Qasem Soleimani]'));
    await expect.poll(() => tinted(page)).toEqual([]);
    await popup.getByRole('switch', { name: 'On for this site' }).click();
    await waitForMarks(page);
    await popup.getByRole('listitem').first().waitFor();
    await expect.poll(() => page.content()).toBe(html);
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
  });

  it('hides the marks and keeps the cards', async () => {
    await openPopup('/made/plain.html');
    await popup.getByRole('switch', { name: 'Hide marks' }).click();
    await until(async () => (await marks(session.page)).length === 0, 'marks stay');
    await hover(session.page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani');
    await popup.getByRole('switch', { name: 'Hide marks' }).click();
    await waitForMarks(session.page);
  });

  it('saves the names as Markdown, as a table, and as a page that shows them and runs nothing', async () => {
    await openPopup('/made/plain.html');
    const all = await names();
    const save = async (format: string) => {
      await popup.getByRole('button', { name: 'Export' }).click();
      const [file] = await Promise.all([
        popup.waitForEvent('download'),
        popup.getByRole('button', { name: format }).click(),
      ]);
      return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
    };
    const markdown = await save('Markdown');
    expect(markdown.name).toBe('backstory-2020-01-04-a-strike-in-baghdad.md');
    const lines = markdown.text.split('\n');
    expect(lines[0]).toBe('# Names in “A strike in Baghdad”');
    expect(lines.filter((line) => line.startsWith('- **')).map((line) => line.split('**')[1])).toEqual(all);
    expect(lines.find((line) => line.includes('**Kataib Hezbollah**'))).toMatch(/: \S.{10,}/);
    expect(markdown.text).toMatch(/Killed by a US drone strike .*, (3 January|January 3,) 2020 \(.*read on /);
    const table = await save('Table (CSV)');
    expect(table.name).toMatch(/\.csv$/);
    expect(table.text.trim().split('\r\n')).toHaveLength(all.length + 1);
    const page = await save('Page to print');
    expect(page.name).toMatch(/\.html$/);
    await popup.close();
    popup = await session.context.newPage();
    await popup.setContent(page.text);
    expect(await popup.locator('dt').allTextContents()).toEqual(all);
  });

  it('says why there is no glossary', async () => {
    const { page, origin } = session;
    await page.goto(`${origin}/made/form.html`);
    popup = await session.popup();
    await until(async () => !(await popup.getByText('Still reading').isVisible()), 'still reading');
    await says('This page does not read like a news story');
    await popup.close();

    await page.goto(`${origin}/made/empty.html`);
    popup = await session.popup();
    await says('No names in this story need background');
    await popup.close();

    const tab = await session.tabId();
    await page.goto('chrome://version/');
    popup = await session.popup(tab);
    // Its address is kept from everybody but the toolbar's press.
    await says('Press the Backstory button in the toolbar while the story is open.');
  });

  it('asks for a reload if no script can be injected', async () => {
    const gone = await serveFolder('/nowhere');
    await gone.close();
    await session.open('/made/plain.html');
    const tab = await session.tabId();
    await session.page.goto(`${gone.origin}/story.html`).catch(() => {});
    popup = await session.popup(tab);
    await says('Reload this page to use Backstory on it.');
    await popup.getByRole('button', { name: 'Reload' }).waitFor();
  });
});
