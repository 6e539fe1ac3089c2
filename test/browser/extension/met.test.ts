/**
 * The list of stories that were met, in a real Chromium: nothing is recorded before the reader asks for it, nothing is
 * visible to a page, and nothing is left once it is forgotten. Private windows: private-window.test.ts.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardFrameOf, readCard } from '../../tools/read-card';
import { storedRows } from '../../tools/stored-rows';
import { keyOf } from './entity-names';
import { cardBox, dismiss, hover, openSession, type Session, until } from './session';

const STORIES = ['/made/plain.html?story=1', '/made/plain.html?story=2', '/made/plain.html?story=3'];
const SOLEIMANI = 'Gen. [Qasem Soleimani]';

/** All that lies in the database and in every area of the extension's storage. */
async function storedBy(page: Page): Promise<Readonly<Record<string, string>>> {
  const areas = await page.evaluate(async () => {
    const all: Record<string, string> = {};
    for (const area of ['local', 'session', 'sync'] as const)
      all[area] = JSON.stringify(await chrome.storage[area].get());
    return all;
  });
  return { ...(await page.evaluate(storedRows)), ...areas };
}

describe('the stories that were met', () => {
  let session: Session;
  let control: Page;
  beforeAll(async () => {
    session = await openSession();
    control = await session.control();
  });
  afterAll(() => session?.close());

  const stored = () => storedBy(control);
  const key = keyOf('qasem-soleimani');
  /** Until the reader script has counted the card as read: it does so after a second, and tells of it if that is wanted. */
  async function read(
    path: string,
    counted = () => Promise.resolve(),
  ): Promise<{ readonly head: string; readonly size: string }> {
    await session.open(path);
    await hover(session.page, SOLEIMANI, 'Qasem Soleimani');
    const box = await cardBox(session.page);
    await session.page.waitForTimeout(1_500);
    await counted();
    const card = await readCard(session.page);
    // The card may be as tall as it may be: then what is in it tells, too.
    const inside = await (await cardFrameOf(session.page))?.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.card, .card header, .card .body')].map((part) => part.scrollHeight),
    );
    const seen = { head: card?.lines.join('\n') ?? '', size: JSON.stringify([box?.height, inside]) };
    await dismiss(session.page);
    return seen;
  }

  it('are not recorded while the setting is off', async () => {
    await session.set({ welcomed: true });
    const { head } = await read(STORIES[0] as string);
    expect(head).not.toMatch(/time this month|New to you|Met /);
    const all = await stored();
    expect([all.sightings, all.recall, all.identities]).toEqual(['[]', '[]', '[]']);
    for (const [table, rows] of Object.entries(all)) {
      expect(rows, table).not.toContain('story=1');
      expect(rows, table).not.toContain(`"${key}"`);
    }
  });

  it('are mentioned on the card, which keeps its size in any case', async () => {
    const before = await read(STORIES[0] as string);
    await session.set({ welcomed: true, history: true });
    const kept = (path: string) =>
      until(async () => String((await stored()).sightings).includes(path), `${path} was not kept`);
    const sizes = [before.size];
    const heads: string[] = [];
    for (const path of STORIES) {
      const { head, size } = await read(path, () => kept(path));
      sizes.push(size);
      heads.push(head);
    }
    // What the cards of our own pages say of the same story.
    const tab = await session.tabId();
    for (const name of ['popup', 'panel']) {
      const own = await session.context.newPage();
      await own.goto(`${session.extension}/${name}.html?tab=${tab}`);
      await own.getByRole('button', { name: 'Card of Qasem Soleimani' }).click();
      await own.locator('.met', { hasText: 'Third time this month' }).waitFor();
      await own.close();
    }
    expect(heads[0]).not.toMatch(/New to you|time this month/);
    expect(heads[1]).toContain('Second time this month');
    expect(heads[2]).toContain('Third time this month');
    expect(sizes[0]).toMatch(/^\[\d{3}[\d.]*,\[\d+,\d+,\d+\]\]$/);
    expect([...new Set(sizes)]).toEqual([sizes[0]]);
  });

  it('lead to recall questions, with the story on the back, and only they load the scheduler', async () => {
    const library = await session.context.newPage();
    const scripts: string[] = [];
    library.on('request', (request) => scripts.push(request.url()));
    await library.goto(`${session.extension}/library.html#met`);
    await library.getByRole('link', { name: 'Qasem Soleimani' }).waitFor();
    expect(scripts.filter((url) => url.includes('recall-here'))).toEqual([]);
    await library.getByRole('button', { name: 'Begin' }).click();
    await library.getByText('Who is that?').waitFor();
    expect(scripts.filter((url) => url.includes('recall-here')).length).toBeGreaterThan(0);
    await library.getByRole('button', { name: 'Show the answer' }).click();
    expect(await library.locator('.recall-back a').getAttribute('href')).toContain(STORIES[2]);
    await expect.poll(() => library.locator('.recall-back p').count()).toBeGreaterThan(1);
    if (process.env.BACKSTORY_SHOTS) await library.screenshot({ path: `${process.env.BACKSTORY_SHOTS}/recall.png` });
    await library.getByRole('button', { name: /^Yes · again in \d+ days$/ }).click();
    await until(async () => (await stored()).recall?.includes(`"${key}"`) ?? false, 'the answer was not kept');

    await library.getByRole('button', { name: 'Back to what you met' }).click();
    await library.getByRole('button', { name: 'Forget everything you met' }).click();
    // What follows the keys of what was met goes after it.
    await expect
      .poll(async () => {
        const { sightings, recall, identities } = await stored();
        return [sightings, recall, identities];
      })
      .toEqual(['[]', '[]', '[]']);
    const all = await stored();
    for (const [table, rows] of Object.entries(all)) {
      expect(rows, table).not.toContain('/made/plain.html?story');
      expect(rows, table).not.toContain(`"${key}"`);
    }
    await library.close();
  });
});
