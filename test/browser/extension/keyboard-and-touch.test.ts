import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardFrameOf, readCard, waitForCard, waitForNoCard } from '../../tools/read-card';
import { cardBox, marks, openSession, type Rect, type Session, spot, tinted, until } from './session';

/** The ways to a card that need no mouse. */

describe('by keyboard in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
    await session.open('/made/links.html');
  });
  afterAll(() => session?.close());

  it('moves from name to name, keeps Tab in the card and returns the focus', async () => {
    const { page } = session;
    await page.focus('#link');
    const focus = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
    await session.step('next');
    const first = await waitForCard(page);
    const name = first.label.replace('Backstory: ', '');
    await expect.poll(async () => (await readCard(page))?.focus).toBe(name);
    await session.step('next');
    const other = async () => {
      const { label } = await waitForCard(page);
      return label !== first.label;
    };
    await until(other, 'it does not move');
    await session.step('previous');
    await waitForCard(page, name);
    // The focus follows the card.
    await expect.poll(async () => (await readCard(page))?.focus).toBe(name);

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
    await expect.poll(focus).toBe('link');
    await expect.poll(() => tinted(page)).toEqual([]);
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

  it('opens a card for every known name on a tap, with a mark or without', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    const marked = await marks(page);
    // A heading is never marked, and a name is marked where it stands first.
    for (const [words, name] of [
      ['strike in [Baghdad]', 'Baghdad'],
      ['[Iran] that nobody', 'Iran'],
      ['President [Trump]', 'Donald Trump'],
      ['the [nuclear deal]', 'Joint Comprehensive Plan of Action'],
    ] as const) {
      const { x, y } = await spot(page, words);
      await page.touchscreen.tap(x, y);
      await waitForCard(page, name);
      await page.touchscreen.tap(385, 5);
      await waitForNoCard(page);
    }
    expect(marked).not.toContain('Trump');
  });

  it('hides no part of a tap from the page', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const name of ['touchstart', 'touchend', 'click'])
        document.addEventListener(name, (event) => heard.push(`${name} ${event.defaultPrevented}`));
    });
    const { x, y } = await spot(page, 'Gen. [Qasem Soleimani]');
    await page.touchscreen.tap(x, y);
    await waitForCard(page, 'Qasem Soleimani');
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await expect.poll(heard).toEqual(['touchstart false', 'touchend false', 'click false']);
  });

  it('closes the sheet when a finger drags it down, but not when it scrolls', async () => {
    const { page } = session;
    await session.open('/made/plain.html');
    const { x, y } = await spot(page, 'Gen. [Qasem Soleimani]');
    await page.touchscreen.tap(x, y);
    await waitForCard(page, 'Qasem Soleimani');
    const sheet = (await cardBox(page)) as Rect;
    const frame = (await cardFrameOf(page))!;
    const scrolled = () => frame.evaluate(() => scrollY);
    const hand = await page.context().newCDPSession(page);
    const draw = async (from: number, to: number) => {
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
        hand.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 195, y: at }] });
      await touch('touchStart', from);
      for (let step = 1; step <= 8; step++) await touch('touchMove', from + ((to - from) * step) / 8);
      await touch('touchEnd', to);
    };
    // Upwards it scrolls; back down again it scrolls, too.
    await draw(sheet.y + 300, sheet.y + 100);
    await expect.poll(scrolled).toBeGreaterThan(50);
    await draw(sheet.y + 100, sheet.y + 170);
    await page.waitForTimeout(300);
    expect((await readCard(page))?.label).toBe('Backstory: Qasem Soleimani');
    await frame.evaluate(() => scrollTo(0, 0));
    await draw(sheet.y + 60, sheet.y + 100);
    await page.waitForTimeout(300);
    expect((await readCard(page))?.label).toBe('Backstory: Qasem Soleimani');
    await draw(sheet.y + 60, sheet.y + 260);
    await waitForNoCard(page);
  });

  it('leaves a tap to a link that is stretched over the words', async () => {
    const { page } = session;
    await session.open('/made/stretched.html');
    const { x, y } = await spot(page, 'Gen. [Qasem Soleimani]');
    await page.touchscreen.tap(x, y);
    await page.waitForURL('**/made/target.html');
  });

  it('follows a link, with a mark or without', async () => {
    const { page } = session;
    await session.open('/made/links.html');
    const { x, y } = await spot(page, 'founded [Kataib Hezbollah]');
    await page.touchscreen.tap(x, y);
    await page.waitForURL('**/made/target.html');
  });
});
