/**
 * The second half of `npm start`: opens a news story in a Chromium that has Backstory. With a screen the window is the
 * reader's; without one the names are hovered here, cards and glossary printed, screenshots saved in `.output/demo/`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { showPanel } from './demo-panel';
import { showUnknownNames } from './demo-unknown';
import { openChromium } from './open-chromium';
import { markedWords, restOn, spotOf } from './point-at';
import { readCard, waitForCard } from './read-card';
import { storyAt } from './story-at';
import { tabOf } from './tab-of';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = join(ROOT, '.output/demo');
/** Cards that are saved as pictures. */
const PICTURED = 4;
const headless = process.env.BACKSTORY_HEADLESS === '1';

const story = await storyAt(process.argv[2]);

const { context, extensionOrigin } = await openChromium({
  extension: join(ROOT, '.output/chrome-mv3-demo'),
  headless,
});
const page = context.pages()[0] ?? (await context.newPage());
await page.goto(story.address);
if (headless) {
  await readAloud(page);
  // Of a page that was asked for, that page alone is shown.
  if (process.argv[2] === undefined) await showUnknownNames({ context, page, extensionOrigin, pictures: PICTURES });
  await context.close();
} else {
  console.log(`Open: ${story.address}\nRest the pointer on a dotted name. Close the window to end.`);
  await new Promise((end) => context.once('close', end));
}
await story.close();

async function readAloud(page: Page): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.waitForFunction(() => (CSS.highlights.get('backstory-mark')?.size ?? 0) > 0, null, { timeout: 15_000 });
  // The welcome page opens at first run; a tab behind it is slow to take the pointer.
  await page.bringToFront();
  const words = [...new Set(await markedWords(page))];
  console.log(`${await page.title()}\n${story.address}\n\nMarked: ${words.join(' · ')}\n`);
  await page.screenshot({ path: join(PICTURES, 'story.png') });
  let shown = 0;
  for (const word of words) {
    const spot = await spotOf(page, word);
    if (!spot) continue;
    await restOn(page, spot);
    const card = await settledCard(page);
    if (!card) {
      console.log(`— ${word}: no card came\n`);
      continue;
    }
    console.log(`— ${word} → ${card.label}`);
    for (const line of card.lines) console.log(`    ${line}`);
    console.log('');
    if (shown < PICTURED) await page.screenshot({ path: join(PICTURES, `card-${++shown}.png`) });
    await page.keyboard.press('Escape');
    await page.mouse.move(2, 2);
  }
  if (await readCard(page)) throw new Error('a card stayed open after Escape');
  const tab = await tabOf(context, page);
  await printGlossary(tab);
  await showPanel({ context, extensionOrigin, tab, pictures: PICTURES });
  await page.bringToFront();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const spot = words[0] ? await spotOf(page, words[0]) : null;
    if (spot) await restOn(page, spot);
    await settledCard(page);
    await page.screenshot({ path: join(PICTURES, `card-${scheme}.png`) });
    await page.keyboard.press('Escape');
    await page.mouse.move(2, 2);
  }
  console.log(`Screenshots: ${PICTURES}`);
}

/** The card that stays: on a slow machine a name that the pointer only crosses may open one for a moment. */
async function settledCard(page: Page) {
  let card = await waitForCard(page).catch(() => null);
  for (;;) {
    await page.waitForTimeout(400);
    const now = await readCard(page);
    if (now?.label === card?.label) return now;
    card = now;
  }
}

async function printGlossary(tab: number | null): Promise<void> {
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 400, height: 700 });
  await popup.goto(`${extensionOrigin}/popup.html?tab=${tab}`);
  await popup.getByRole('listitem').first().waitFor({ timeout: 5_000 });
  for (const scheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme: scheme });
    await popup.screenshot({ path: join(PICTURES, `glossary-${scheme}.png`) });
  }
  console.log(`Glossary\n${await popup.locator('main').ariaSnapshot()}\n`);
  await popup.close();
}
