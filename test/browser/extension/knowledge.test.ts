/** Search, an entity's page, the popup's field and the word in the address bar, in a real Chromium. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, rulesFor } from '../../tools/axe-violations';
import { openSession, type Session } from './session';

const STORY = '/stories/iran-allies-calm.html';

describe('the knowledge pages in Chromium', () => {
  let session: Session;
  let library: Page;
  const complaints: string[] = [];
  const sent: string[] = [];
  beforeAll(async () => {
    session = await openSession();
    session.context.on('request', (request) => {
      if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(session.origin)) sent.push(request.url());
    });
    library = await session.context.newPage();
    library.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    library.on('pageerror', (error) => complaints.push(String(error)));
    await library.setViewportSize({ width: 1000, height: 900 });
    await library.goto(`${session.extension}/library.html#knowledge`);
  });
  afterAll(() => session?.close());

  const field = () => library.getByRole('searchbox');
  const status = () => library.locator('p.found').textContent();
  const names = () => library.locator('.entry-name').allTextContents();
  const heading = () =>
    library.evaluate(() => (document.activeElement?.localName === 'h2' ? document.activeElement.textContent : null));
  const hash = () => library.evaluate(() => location.hash);
  it('list what there is, by kind and by country', async () => {
    await expect.poll(status).toMatch(/^Backstory knows [\d,]+ people/);
    await library.getByRole('link', { name: 'Deals and treaties' }).click();
    await expect.poll(status).toMatch(/^\d+ found\./);
    await expect.poll(heading).toBe('Knowledge');
    await library.getByLabel('Country').selectOption({ label: 'Iran' });
    await expect.poll(names).toContain('Joint Comprehensive Plan of Action');
    await expect.poll(hash).toMatch(/^#knowledge\?kind=deal&country=/);
    await library.reload();
    await expect.poll(names).toContain('Joint Comprehensive Plan of Action');
    await field().fill('zzz');
    await expect.poll(status).toBe('Nothing that Backstory knows is called “zzz”.');
    await library.getByRole('button', { name: 'Search in all kinds and countries' }).click();
    await library.getByText(/One word of the name is enough/).waitFor();
  });

  it('can be searched by keyboard alone, and back, forward and reload return to the same place', async () => {
    await library.getByRole('navigation').getByRole('link', { name: 'Knowledge', exact: true }).click();
    await expect.poll(status).toMatch(/^Backstory knows/);
    await field().focus();
    await library.keyboard.type('Mohandes');
    await expect.poll(names).toEqual(['Abu Mahdi al-Muhandis']);
    await library.keyboard.press('ArrowDown');
    await library.keyboard.press('Enter');
    await expect.poll(heading).toBe('Abu Mahdi al-Muhandis');
    await expect.poll(() => library.title()).toBe('Abu Mahdi al-Muhandis – Backstory library');
    await library.goBack();
    await expect.poll(names).toEqual(['Abu Mahdi al-Muhandis']);
    await expect.poll(() => field().inputValue()).toBe('Mohandes');
    await library.goForward();
    await expect.poll(heading).toBe('Abu Mahdi al-Muhandis');
    await library.reload();
    await library.getByText('Iraqi militia commander').waitFor();
    await library.getByRole('link', { name: 'Popular Mobilization Forces', exact: true }).first().click();
    await expect.poll(heading).toBe('Popular Mobilization Forces');
    await library.goBack();
    await expect.poll(heading).toBe('Abu Mahdi al-Muhandis');
  });

  it('show an entity as of another day, and of today again', async () => {
    await library.getByLabel('As of').fill('2016-07-01');
    await library.getByRole('button', { name: 'Show', exact: true }).click();
    const day = library.locator('.facts-day');
    await day.getByText(/Deputy head/).waitFor();
    await expect.poll(() => day.locator('h3').textContent()).toMatch(/^On (1 July|July 1,) 2016$/);
    await expect.poll(hash).toMatch(/\/2016-07-01$/);
    await library.reload();
    await day.getByText(/Deputy head/).waitFor();
    await library.getByRole('button', { name: 'Today' }).click();
    await expect.poll(hash).not.toMatch(/2016/);
    await expect.poll(() => day.count()).toBe(0);
  });

  it('show the reader’s note, with a link to edit it', async () => {
    await library.getByRole('link', { name: 'Write a note' }).click();
    const note = library.locator('textarea');
    await note.waitFor();
    await note.fill('Called the engineer.');
    await library
      .getByText(/^Saved/)
      .first()
      .waitFor();
    await library.goBack();
    await library.getByRole('link', { name: 'Open the note' }).waitFor();
    await expect.poll(() => library.locator('.entity-note').textContent()).toBe('Called the engineer.');
  });

  it.each([320, 1000])('break no name beside a long date, and keep the date in its row, at %i px', async (width) => {
    const before = library.viewportSize();
    await library.setViewportSize({ width, height: 700 });
    await library.goto(`${session.extension}/library.html#entity/head-of-the-junta-of-niger`);
    const name = library.getByRole('link', { name: 'Abdourahamane Tchiani' });
    await name.waitFor();
    const { height, words, over } = await name.evaluate((link) => {
      const row = link.closest('li') as HTMLElement;
      const edge = row.getBoundingClientRect().right;
      const height = link.getClientRects().length;
      return {
        height,
        words: (link.textContent ?? '').split(' ').length,
        over: [...row.children].filter((part) => part.getBoundingClientRect().right > edge + 1).length,
      };
    });
    // A line for each word at most.
    expect(height).toBeLessThanOrEqual(words);
    expect(over).toBe(0);
    if (before) await library.setViewportSize(before);
  });

  it('have no accessibility violations, in the light and the dark theme', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await library.emulateMedia({ colorScheme });
      for (const place of ['knowledge', 'knowledge?q=iran', 'knowledge?q=zzz&kind=law', 'entity/nobody']) {
        await library.goto(`${session.extension}/library.html#${place}`);
        await library.reload();
        await library.locator('h2').waitFor();
        if (place.startsWith('knowledge')) await expect.poll(status).toMatch(/knows|found|called/);
        expect(await axeViolations(library, rulesFor(colorScheme)), `${colorScheme} ${place}`).toEqual([]);
      }
      await library.goto(`${session.extension}/library.html#knowledge?q=mohandes`);
      await library.getByRole('link', { name: 'Abu Mahdi al-Muhandis' }).click();
      await library.getByText('Iraqi militia commander').waitFor();
      expect(await axeViolations(library, rulesFor(colorScheme)), `${colorScheme} entity`).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it('are found from the popup with the story’s own words, and beyond the story', async () => {
    await session.page.bringToFront();
    await session.open(STORY);
    const popup = await session.popup();
    await popup.getByRole('listitem').first().waitFor();
    const own = () => popup.locator('.glossary-list > section:not(.glossary-packs) .glossary-name').allTextContents();
    const packs = () => popup.locator('.glossary-packs .glossary-name').allTextContents();
    await popup.getByRole('searchbox').fill('mohandes');
    await expect.poll(own).toEqual(['Abu Mahdi al-Muhandis']);
    await popup.getByText('Nothing else is called so.').waitFor();
    await popup.getByRole('searchbox').fill('bundesbank');
    await popup.getByText('No name matches the filter.').waitFor();
    await expect.poll(packs).toEqual(expect.arrayContaining([expect.stringMatching(/Bundesbank/)]));
    expect(await axeViolations(popup)).toEqual([]);
    await popup
      .getByRole('button', { name: /Bundesbank/ })
      .first()
      .click();
    await popup.locator('.card .name', { hasText: 'Bundesbank' }).waitFor();
    await popup.getByRole('button', { name: 'All names' }).click();
    await popup.getByRole('searchbox').fill('bank');
    const opened = session.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'More in the library' }).click();
    const more = await opened;
    await more.locator('.entry-name').first().waitFor();
    await expect.poll(() => more.getByRole('searchbox').inputValue()).toBe('bank');
    await more.close();
    await popup.close();
  });

  it('are searched with the keyword in the address bar, which opens what was chosen', async () => {
    const control = await session.control();
    await control.evaluate(() =>
      chrome.runtime.sendMessage({ id: 0, type: 'background.packs', data: {}, timestamp: 0 }),
    );
    const worker = session.context.serviceWorkers().at(-1) ?? (await session.context.waitForEvent('serviceworker'));
    type Line = { readonly content: string; readonly description: string };
    const lines = (typed: string): Promise<readonly Line[]> =>
      worker.evaluate(
        (typed) =>
          new Promise((told) => {
            // No hand reaches the address bar of a headless Chromium: the event is set off as the browser does.
            const { onInputChanged } = chrome.omnibox as unknown as Record<
              string,
              { dispatch(...given: unknown[]): void }
            >;
            onInputChanged?.dispatch(typed, told);
          }),
        typed,
      );
    const [line] = await lines('mohandes');
    expect(line?.description).toBe(
      '<match>Abu Mahdi al-Muhandis</match> <dim>Person · Iraq – Iraqi militia commander, close to Iran&apos;s Quds Force</dim>',
    );
    expect(await lines(' ')).toEqual([]);
    expect(await lines('zzz')).toEqual([]);
    // The browser itself reads each line as XML, and tells of what it cannot read.
    const refused = await worker.evaluate(
      (descriptions) =>
        Promise.all(
          descriptions.map(async (description) => {
            try {
              await chrome.omnibox.setDefaultSuggestion({ description });
              return chrome.runtime.lastError?.message ?? null;
            } catch (thrown) {
              return String(thrown);
            }
          }),
        ),
      [...(await lines('a')), ...(await lines('at&t')), line as Line].map(({ description }) => description),
    );
    expect(refused.filter(Boolean)).toEqual([]);

    const enter = (text: string, disposition: string) =>
      worker.evaluate(
        ([text, disposition]) => {
          const { onInputEntered } = chrome.omnibox as unknown as Record<
            string,
            { dispatch(...given: unknown[]): void }
          >;
          onInputEntered?.dispatch(text, disposition);
        },
        [text, disposition] as const,
      );
    const opened = async (act: () => Promise<unknown>): Promise<string> => {
      const page = session.context.waitForEvent('page');
      await act();
      const tab = await page;
      await tab.waitForURL(/library\.html/);
      const url = tab.url();
      await tab.close();
      return url.slice(url.indexOf('#'));
    };
    expect(await opened(() => enter(line?.content ?? '', 'newForegroundTab'))).toMatch(/^#entity\/.+/);
    expect(await opened(() => enter('mohandes', 'newBackgroundTab'))).toMatch(/^#entity\/.+/);
    expect(await opened(() => enter('iran & oil', 'newForegroundTab'))).toBe('#knowledge?q=iran+%26+oil');
    expect(await opened(() => enter('', 'newForegroundTab'))).toBe('#knowledge');
    await session.page.bringToFront();
    await enter('mohandes', 'currentTab');
    await session.page.waitForURL(/library\.html#entity\//);
  });

  it('have sent no request', async () => {
    expect(sent).toEqual([]);
    await library.goto(`${session.extension}/library.html#requests`);
    await library.reload();
    await library.getByText('No request has been made.').waitFor();
  });
});
