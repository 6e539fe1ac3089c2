/**
 * The part of `npm start` that shows the panel beside the story: each of its tabs as text and as pictures, in the light
 * and the dark theme.
 */
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

interface PanelShow {
  readonly context: BrowserContext;
  readonly extensionOrigin: string;
  /** Of the story; null: it has gone. */
  readonly tab: number | null;
  /** A folder. */
  readonly pictures: string;
}

export async function showPanel({ context, extensionOrigin, tab, pictures }: PanelShow): Promise<void> {
  const panel = await context.newPage();
  // As wide as the browser's own.
  await panel.setViewportSize({ width: 400, height: 760 });
  await panel.goto(`${extensionOrigin}/panel.html?tab=${tab}`);
  const places = panel.locator('nav button');
  await places.first().waitFor({ timeout: 10_000 });
  for (const place of await places.all()) {
    const name = (await place.textContent()) ?? '';
    await place.click();
    const there = panel.locator('.panel-place, .glossary').filter({ visible: true }).first();
    await there.waitFor();
    // Its code may have to come first, then what it reads: that says so.
    await panel.waitForFunction(() => {
      const place = document.querySelector('.panel-place');
      return place === null || (place.childElementCount > 0 && !place.querySelector('[aria-busy=true]'));
    });
    console.log(`Beside the story: ${name}\n${await there.ariaSnapshot()}\n`);
    for (const scheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme: scheme });
      await panel.screenshot({
        path: join(pictures, `panel-${name.toLowerCase().replace(/\W+/g, '-')}-${scheme}.png`),
      });
    }
  }
  await panel.close();
}
