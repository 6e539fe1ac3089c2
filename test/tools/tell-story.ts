/** Prints what a reader would see of a story: its title, the marked names, and the card of the first. */
import type { Page } from 'playwright-core';
import { markedWords, restOn, spotOf } from './point-at';
import { waitForCard } from './read-card';

export async function tellStory(page: Page): Promise<void> {
  await page.waitForFunction(() => (CSS.highlights.get('backstory-mark')?.size ?? 0) > 0, null, { timeout: 30_000 });
  const words = [...new Set(await markedWords(page))];
  console.log(`${await page.title()}\nMarked: ${words.join(' · ')}`);
  const [first] = words;
  const spot = first === undefined ? null : await spotOf(page, first);
  if (!spot) return;
  await restOn(page, spot);
  const card = await waitForCard(page);
  console.log(`— ${first} → ${card.label}`);
  for (const line of card.lines) console.log(`    ${line}`);
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2);
}
