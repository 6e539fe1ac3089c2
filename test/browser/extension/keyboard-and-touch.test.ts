import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard, waitForCard, waitForNoCard } from '../../tools/read-card';
import { cardBox, openSession, type Rect, type Session, spot, tinted } from './session';

/** The ways to a card that need no mouse. */

describe('by keyboard in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
    await session.open('/made/links.html');
  });
  afterAll(() => session?.close());

  it('goes from name to name, keeps Tab in the card and gives the focus back', async () => {
    const { page } = session;
    await page.focus('#link');
    const focus = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
    await session.step('next');
    const first = await waitForCard(page);
    const name = first.label.replace('Backstory: ', '');
    await expect.poll(async () => (await readCard(page))?.focus).toBe(name);
    await session.step('next');
    await expect.poll(async () => (await readCard(page))?.label).not.toBe(first.label);
    await session.step('previous');
    await waitForCard(page, name);

    const seen: (string | null)[] = [];
    const buttons = (await readCard(page))?.buttons.length ?? 0;
    for (let i = 0; i < buttons + 6; i++) {
      await page.keyboard.press('Tab');
      const card = await readCard(page);
      expect(card?.label).toBe(first.label);
      seen.push(card?.focus ?? null);
    }
    expect(seen).not.toContain(null);
    expect(new Set(seen).size).toBeGreaterThan(3);
    // Round and round: what was seen first is seen again, forwards and backwards.
    expect(seen.lastIndexOf(seen[0] as string)).toBeGreaterThan(0);
    for (let i = 0; i < 8; i++) await page.keyboard.press('Shift+Tab');
    expect(seen).toContain((await readCard(page))?.focus);

    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await focus()).toBe('link');
    expect(await tinted(page)).toEqual([]);
  });
});

describe('by touch in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession({ hasTouch: true, viewport: { width: 390, height: 800 } });
  });
  afterAll(() => session?.close());

  it('opens a sheet on a tap, and closes it on a tap outside', async () => {
    const { page } = session;
    await session.open('/made/links.html');
    const { x, y } = await spot(page, 'Gen. [Qasem Soleimani]');
    await page.touchscreen.tap(x, y);
    const card = await waitForCard(page, 'Qasem Soleimani');
    expect(card.buttons).toContain('Close');
    const box = await page.evaluate(() => innerHeight);
    const sheet = (await cardBox(page)) as Rect;
    expect(sheet.y + sheet.height).toBeLessThanOrEqual(box + 1);
    await page.touchscreen.tap(195, 20);
    await waitForNoCard(page);
  });

  it('follows a link, marked or not', async () => {
    const { page } = session;
    await session.open('/made/links.html');
    const { x, y } = await spot(page, 'founded [Kataib Hezbollah]');
    await page.touchscreen.tap(x, y);
    await page.waitForURL('**/made/target.html');
  });
});
