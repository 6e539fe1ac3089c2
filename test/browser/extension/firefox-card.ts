import type { Browser, Page } from 'puppeteer-core';
import { type FirefoxCard, readFirefoxCard } from '../../tools/open-firefox';
import { until } from './session';

/** The card that a rest or a tap on the words brings in Firefox. */
export async function firefoxCardThatComes(browser: Browser, page: Page, words: string): Promise<FirefoxCard> {
  let found: FirefoxCard | null = null;
  const opens = async (): Promise<boolean> => {
    found = await readFirefoxCard(browser, page);
    return found !== null;
  };
  await until(opens, `no card of ${words}`);
  return found as unknown as FirefoxCard;
}
