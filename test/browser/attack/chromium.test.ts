import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { openAttackSite } from './attack-site';
import { type ChromiumHand, openChromiumHand } from './chromium-hand';
import { attacksByCovering } from './covering-the-card';
import { anEndOfTheBrowser } from './ended-browser';
import { attacksByNames, attacksOnTheHost } from './fighting-the-host';
import { attacksByForging } from './forging-frames';
import { attacksByEvents } from './hearing-events';
import { attacksOnIds } from './lasting-ids';
import { attacksOnTheButton } from './pressing-the-button';
import { type Reader, readerOf, writeNotes } from './reader';
import { attacksOnReading } from './reading-the-card';
import { attacksByTheRenderer } from './taken-renderer';
import { attacksOnTyping } from './typing-a-note';
import { attacksWithoutAHand } from './without-a-hand';

/** Pages that attack a reader in Chromium, and what each of them learns. */
describe('attacks in Chromium', () => {
  let reader: Reader & ChromiumHand;
  const attacked = () => reader;
  beforeAll(async () => {
    const hand = await openChromiumHand();
    reader = { ...hand, ...readerOf(hand, await openAttackSite()) };
    await writeNotes(reader);
  });
  afterAll(async () => {
    await reader?.close();
    reader?.site.close();
  });

  attacksWithoutAHand(attacked);
  attacksOnReading(attacked);
  attacksByEvents(attacked, 'Chromium');
  attacksOnTyping(attacked);
  attacksByCovering(attacked, 'Chromium');
  attacksOnTheHost(attacked);
  attacksByForging(attacked);
  attacksOnTheButton(attacked, 'Chromium', () => scriptsIn(reader.tab()));
  attacksOnIds(attacked);
  attacksByTheRenderer(attacked);
  attacksByNames(attacked);
});

anEndOfTheBrowser();

/** Addresses of all scripts in that tab, ours in worlds of their own among them. */
async function scriptsIn(tab: Page): Promise<readonly string[]> {
  const cdp = await tab.context().newCDPSession(tab);
  const found: string[] = [];
  cdp.on('Debugger.scriptParsed', ({ url }) => found.push(url));
  await cdp.send('Debugger.enable');
  await cdp.detach();
  return found;
}
