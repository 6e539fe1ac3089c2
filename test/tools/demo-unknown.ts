/**
 * The part of `npm start` without a display that shows names which no pack knows: a story of 27 November 2026, first offline, with
 * what the story says of them, then looked up. In place of Wikipedia and Wikidata stands the small open world of the tests, and all
 * that it knows is made up: what is printed says so.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { restOn, spotOf } from './point-at';
import { waitForCard } from './read-card';
import { storyAt } from './story-at';
import { tabOf } from './tab-of';
import { startOpenWorld } from './wikidata-server';

const STORY = fileURLToPath(new URL('../fixtures/unknown-story/sarnitz-accord-2026.html', import.meta.url));
/** As an answer from far away. */
const DELAY_MS = 150;
/** One who is found, with an office since September; and one whom nobody knows. */
const NAMES = ['Ilva Brandecker', 'Jorun Haskevold'];

export interface DemoPlace {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly extensionOrigin: string;
  /** Where screenshots go. */
  readonly pictures: string;
}

export async function showUnknownNames({ context, page, extensionOrigin, pictures }: DemoPlace): Promise<void> {
  const world = await startOpenWorld({ delayMs: DELAY_MS });
  const story = await storyAt(STORY);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate((items) => chrome.storage.local.set(items), {
    'settings.version': 1,
    'settings.wikiApi': world.wikiApi,
    'settings.wikidataApi': world.wikidataApi,
  });
  await page.goto(story.address);
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 400, height: 700 });
  await popup.goto(`${extensionOrigin}/popup.html?tab=${await tabOf(context, page)}`);
  const list = popup.locator('.glossary-unknown');
  await list.locator('li').first().waitFor({ timeout: 20_000 });
  await page.bringToFront();

  console.log(`\n\nNames that no pack knows\n${await page.title()}\n`);
  console.log('Offline, what the story itself says:\n');
  for (const name of NAMES) await printCard(page, name, join(pictures, `unknown-${NAMES.indexOf(name) + 1}.png`));

  console.log('Looked up in a Wikipedia and a Wikidata of the tests, on this machine: all that they say is made up.\n');
  await popup.bringToFront();
  await list.scrollIntoViewIfNeeded();
  await popup.screenshot({ path: join(pictures, 'unknown-list.png') });
  const pressed = Date.now();
  await popup.getByRole('button', { name: /^Look up these \d+ names$/ }).click();
  const told = await popup
    .getByText(/names? found; /)
    .first()
    .textContent({ timeout: 20_000 });
  const asked = world.requests();
  const bytes = asked.reduce((sum, one) => sum + one.wireBytes, 0);
  console.log(
    `${told}\n${asked.length} requests, ${bytes} bytes, ${Date.now() - pressed} ms at ${DELAY_MS} ms an answer\n`,
  );
  await popup.screenshot({ path: join(pictures, 'unknown-found.png') });
  await popup.close();
  await page.bringToFront();
  for (const name of NAMES) await printCard(page, name, join(pictures, `looked-up-${NAMES.indexOf(name) + 1}.png`));
  await story.close();
  await world.stop();
}

async function printCard(page: Page, name: string, picture: string): Promise<void> {
  const spot = await spotOf(page, name);
  if (!spot) throw new Error(`${name} is not in the story`);
  await restOn(page, spot);
  const card = await waitForCard(page, name);
  console.log(`— ${name}`);
  for (const line of card.lines) console.log(`    ${line}`);
  console.log('');
  await page.screenshot({ path: picture });
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2);
}
