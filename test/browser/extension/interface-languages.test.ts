/**
 * The extension in German, and in a made-up right-to-left language with six plural forms: popup, panel, library and the
 * card in a story. Which of its languages a browser chooses is up to the browser, and not tested here.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createText, fromMessages } from '../../../components/kit';
import { axeViolations } from '../../tools/axe-violations';
import { type BuildInLanguage, inLanguage } from '../../tools/in-language';
import { MADE_UP, madeUpLanguage } from '../../tools/made-up-language';
import { cardFrameOf } from '../../tools/read-card';
import { messagesOf } from '../../unit/words/languages';
import { CHROME_BUILD, dismiss, hover, openSession, type Session } from './session';

const STORY = '/stories/iran-allies-calm.html';

describe.each([
  ['de', 'ltr', messagesOf('de')],
  [MADE_UP, 'rtl', madeUpLanguage(messagesOf('en'))],
])('in %s (%s)', (language, direction, messages) => {
  const { t, count } = createText(language, fromMessages(messages));
  let build: BuildInLanguage;
  let session: Session;
  let tab: number;
  beforeAll(async () => {
    build = inLanguage(CHROME_BUILD, language, messages);
    session = await openSession({ extension: build.folder });
    await session.set({});
    await session.open(STORY);
    tab = await session.tabId();
  });
  afterAll(async () => {
    await session?.close();
    build?.remove();
  });

  /** A page of ours as wide as a popup, or what is read there, and what is wrong with it. */
  async function look(address: string, width: number, ready: (page: Page) => Promise<void>): Promise<string> {
    const page = await session.context.newPage();
    await page.setViewportSize({ width, height: 600 });
    await page.goto(`${session.extension}/${address}`);
    await ready(page);
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      language,
      direction,
    ]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    const words = await page.evaluate(() => document.body.textContent ?? '');
    await page.close();
    return words;
  }

  it('lists the names of a story', async () => {
    const words = await look(`popup.html?tab=${tab}`, 380, async (page) => {
      const said = page.locator('.glossary-sense', { hasText: 'Commander of the Quds Force' });
      await said.waitFor();
      // The office, and behind it since when: on its left where that is where one reads on.
      const way = await said.evaluate(({ firstChild }) => {
        const text = firstChild as Text;
        const leftOf = (words: string): number => {
          const range = document.createRange();
          range.setStart(text, text.data.indexOf(words));
          range.setEnd(text, text.data.indexOf(words) + words.length);
          return range.getBoundingClientRect().left;
        };
        return Math.sign(leftOf('2020') - leftOf('Commander'));
      });
      expect(way).toBe(direction === 'rtl' ? -1 : 1);
    });
    const names = Number(/\d+/.exec(words)?.[0]);
    expect(names).toBeGreaterThan(20);
    expect(words).toContain(count('popup_names', names));
    if (language === 'de') {
      expect(words).toMatch(/Karten mit Stand 20\. November 2020/);
      expect(words).toMatch(/Commander of the Quds Force seit Januar 2020/);
    }
  });

  it('shows in the panel what led to it', async () => {
    const words = await look(`panel.html?tab=${tab}`, 360, async (page) => {
      await page.getByRole('button', { name: t('panel_story') }).click();
      await page.getByRole('heading', { name: t('story_lead') }).waitFor();
    });
    expect(words).toContain(t('story_lead'));
  });

  it.each(['settings', 'sync'] as const)('has a library (%s)', async (place) => {
    const title = t(`${place}_title`);
    const words = await look(`library.html#${place}`, 360, (page) =>
      page
        .getByRole('heading', { level: 1, name: title })
        .or(page.getByRole('heading', { level: 2, name: title }))
        .waitFor(),
    );
    expect(words).toContain(title);
  });

  it('opens a card in the page', async () => {
    const card = await hover(session.page, 'Kataeb Hezbollah');
    expect(card.label).toBe(t('card_label', 'Kataib Hezbollah'));
    const frame = await cardFrameOf(session.page);
    const found = await frame?.evaluate(() => {
      const [root, card] = [document.documentElement, document.querySelector('.card')];
      /** From the side on which reading begins. */
      const startOf = (selector: string): number => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(selector) ?? document.body);
        const { left, right } = range.getBoundingClientRect();
        return Math.round(root.dir === 'rtl' ? innerWidth - right : left);
      };
      return {
        root: [root.lang, root.dir],
        card: [card?.getAttribute('lang'), card?.getAttribute('dir')],
        sideways: root.scrollWidth - innerWidth,
        gloss: card?.querySelector('.gloss')?.getAttribute('lang'),
        starts: ['.kind', '.name', '.gloss', '.bands li'].map(startOf),
      };
    });
    expect(found).toEqual({
      root: [language, direction],
      card: [language, direction],
      sideways: 0,
      gloss: 'en',
      // All where the reader's own language begins, though the letters of the last three are Latin.
      starts: [16, 16, 16, 16],
    });
    if (language === 'de') expect(card.lines.join(' ')).toMatch(/Am 20\. November 2020.*Als terroristisch eingestuft/);
    await dismiss(session.page);
  });
});
