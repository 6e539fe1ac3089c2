/** Names that no pack knows, in a real Chromium: what the story says of them, and what a small Wikidata of our own does. Long because all share one browser and one open world. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { restOn } from '../../tools/point-at';
import { pressCostly, readCard, waitForCard } from '../../tools/read-card';
import { type OpenWorld, startOpenWorld } from '../../tools/wikidata-server';
import { atRest } from './kept-locally';
import { dismiss, hover, marks, openSession, type Session, type Stored, spot, until } from './session';

const STORY = '/unknown-story/sarnitz-accord-2026.html';
const LOOK_UP = /^Look it up/;

describe('an unknown name', () => {
  let world: OpenWorld;
  let session: Session;
  let popup: Page | null = null;
  beforeAll(async () => {
    world = await startOpenWorld();
    session = await openSession();
  });
  afterAll(async () => {
    await session?.close();
    await world?.stop();
  });
  beforeEach(async () => {
    world.behave({});
    world.forget();
    await set({});
    await (await session.control()).evaluate(async () => {
      await chrome.runtime.sendMessage({ id: 0, type: 'background.clearLookedUp', data: {}, timestamp: 0 });
    });
  });
  afterEach(async () => {
    await popup?.close();
    popup = null;
  });

  const set = (more: Stored) => session.set({ wikiApi: world.wikiApi, wikidataApi: world.wikidataApi, ...more });
  async function open(): Promise<void> {
    await session.page.goto(session.origin + STORY);
    await until(async () => (await unknown()).length > 10, 'no unknown names');
    await session.page.mouse.move(2, 2);
  }
  /** As the reader script tells the popup. */
  const unknown = async (): Promise<{ name: string; key: string }[]> => {
    const tab = await session.tabId();
    const answer = await (await session.control()).evaluate(
      (id) =>
        chrome.tabs
          .sendMessage(id, { id: 0, type: 'reader.glossary', data: {}, timestamp: 0 }, { frameId: 0 })
          .catch(() => null),
      tab,
    );
    return answer?.res?.unknown ?? [];
  };
  /** Rests on the words once they stand at that share of the window's height. */
  async function hoverAt(words: string, share: number): Promise<void> {
    const at = await spot(session.page, words);
    const moved = await session.page.evaluate(
      ([y, share]) => {
        const before = scrollY;
        scrollBy({ top: y - innerHeight * share, behavior: 'instant' });
        return scrollY - before;
      },
      [at.y, share] as const,
    );
    await restOn(session.page, { ...at, y: at.y - moved });
    await waitForCard(session.page, words);
  }
  /** Where the card is in each picture from now on; null in one without it. */
  async function watchCard(): Promise<() => Promise<({ x: number; y: number; height: number } | null)[]>> {
    await session.page.evaluate(() => {
      const boxes: unknown[] = [];
      const look = () => {
        const card = document.querySelector('[popover=manual]');
        const { x, y, height } = card?.getBoundingClientRect() ?? new DOMRect();
        boxes.push(card && getComputedStyle(card).visibility === 'visible' ? { x, y, height } : null);
        requestAnimationFrame(look);
      };
      look();
      Object.assign(window, { boxes });
    });
    return () => session.page.evaluate(() => (window as unknown as { boxes: [] }).boxes);
  }
  /** All of them, once it has grown in one. */
  async function pictures(boxes: Awaited<ReturnType<typeof watchCard>>) {
    const grown = async () => new Set((await boxes()).map((box) => box?.height)).size > 1;
    await until(grown, 'the card does not grow');
    return boxes();
  }
  const text = async () => (await readCard(session.page))?.lines.join('\n') ?? '';
  const requests = async () => world.requests().length;
  const list = async () => {
    popup = await session.popup();
    await popup.locator('.glossary-unknown li').first().waitFor();
    return popup;
  };

  it('opens a card with what the story says, and nobody is asked', async () => {
    await open();
    const card = await hover(session.page, 'Wendell Ockerby');
    expect(card.label).toBe('Backstory: Wendell Ockerby');
    expect(card.lines.join('\n')).toContain('the American deputy commissioner of river trade');
    expect(card.lines.join('\n')).toContain('Named here once.');
    expect(card.buttons.some((name) => LOOK_UP.test(name))).toBe(true);
    expect(await marks(session.page)).not.toContain('Wendell Ockerby');
    expect(world.requests()).toEqual([]);
    await dismiss(session.page);
  });

  it('is looked up at the press, and the found card replaces the first one', async () => {
    await open();
    await hoverAt('Ilva Brandecker', 0.2);
    const boxes = await watchCard();
    await pressCostly(session.page, LOOK_UP);
    await until(async () => /since (September 1|1 September),? 2026/i.test(await text()), 'no office on the card');
    expect(await text()).toContain('Wikidata');
    // It filled before the reader's eyes: never away, its head where it was, nothing of it moved to another side.
    const seen = await pictures(boxes);
    expect(seen.length).toBeGreaterThan(10);
    expect([...new Set(seen.map((box) => box && `${box.x} ${box.y}`))]).toEqual([`${seen[0]?.x} ${seen[0]?.y}`]);
    const asked = world.requests();
    expect(asked.length).toBeLessThanOrEqual(4);
    // The name, and ids of what was found; nothing of the story or the reader.
    for (const { headers, url } of asked) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
      expect(decodeURIComponent(url)).not.toMatch(/sarnitz-accord|barge|lock/i);
    }
    await dismiss(session.page);
    await until(async () => (await marks(session.page)).includes('Ilva Brandecker'), 'the name has no mark');
  });

  it('in a German story is looked up in the German wiki, which the button names', async () => {
    await set({ germanWikiApi: world.germanWikiApi });
    await session.page.goto(`${session.origin}/unknown-story/schleuse-2026.html`);
    await until(async () => (await unknown()).length > 5, 'no unknown names');
    await session.page.mouse.move(2, 2);
    const { lines, buttons } = await hover(session.page, 'Gesine Volkmar-Thode');
    expect(lines.join('\n')).toContain('Bürgermeisterin');
    const [german, english] = [world.germanWikiApi, world.wikiApi].map((api) => new URL(api).host);
    const button = buttons.find((name) => LOOK_UP.test(name));
    expect(button).toContain(german);
    expect(button).toContain(english);
    await pressCostly(session.page, LOOK_UP);
    await until(async () => /Wikidata/.test(await text()), 'it was not looked up');
    const asked = world.requests().filter(({ door }) => door === 'wiki');
    // What the German wiki has is not asked for elsewhere.
    expect(asked.map(({ headers }) => headers.host)).toEqual([german]);
    expect(asked[0]?.parameters.titles?.split('|')[0]).toBe('Gesine Volkmar-Thode');
    await dismiss(session.page);
  });

  it('is known offline from then on, in every story and after the worker has died', async () => {
    await open();
    await hover(session.page, 'Ilva Brandecker');
    await pressCostly(session.page, LOOK_UP);
    await until(async () => (await unknown()).every(({ name }) => name !== 'Ilva Brandecker'), 'still unknown');
    await dismiss(session.page);
    world.forget();
    await session.killWorker();
    await session.open(STORY);
    await until(async () => (await marks(session.page)).includes('Ilva Brandecker'), 'the name has no mark');
    expect((await hover(session.page, 'Ilva Brandecker')).lines.join('\n')).toMatch(/Wikidata/);
    expect(world.requests()).toEqual([]);
    await dismiss(session.page);
  });

  it('with two candidates offers both', async () => {
    await open();
    await hoverAt('Marek Zawilski', 0.6);
    const boxes = await watchCard();
    await pressCostly(session.page, LOOK_UP);
    await until(async () => /More than one has this name/.test(await text()), 'no choice');
    // Above the words it grows upwards, and stays on them.
    const seen = await pictures(boxes);
    const feet = seen.map((box) => box && `${box.x} ${box.y + box.height}`);
    expect([...new Set(feet)]).toEqual([feet[0]]);
    const { buttons } = (await readCard(session.page))!;
    expect(buttons.filter((name) => name.startsWith('Marek Zawilski'))).toHaveLength(2);
    await dismiss(session.page);
  });

  it('that nobody knows is reported as such, with the date', async () => {
    await open();
    await hover(session.page, 'Jorun Haskevold');
    await pressCostly(session.page, LOOK_UP);
    await until(async () => /Nothing that fits “Jorun Haskevold” was found on/.test(await text()), 'no answer');
    await dismiss(session.page);
  });

  it('says what to do when nobody answers, and loses nothing', async () => {
    await open();
    world.behave({ fault: { kind: 'too-many', retryAfter: '1' } });
    await hover(session.page, 'Wendell Ockerby');
    await pressCostly(session.page, LOOK_UP);
    await until(async () => /wait|later|until/i.test(await text()), 'no word');
    await dismiss(session.page);
    // The pause that was asked for holds for whoever asks next.
    await new Promise((next) => setTimeout(next, 1_500));
  });

  it('is looked up with all the others from the popup, which says what is sent and to whom', async () => {
    await open();
    const page = await list();
    expect(await page.locator('.unknown-ask').textContent()).toContain('127.0.0.1');
    expect(await page.locator('.glossary-unknown').textContent()).toContain('the American deputy commissioner');
    // Known, and its facts older than the story: named beside the button, asked for by its number alone.
    await page.locator('.unknown-ask', { hasText: 'the latest about World Trade Organization' }).waitFor();
    const before = await page.locator('.glossary-unknown li').count();
    await page.getByRole('button', { name: /^Look up these \d+ names$/ }).click();
    await page.getByText(/names found; they are in the story now/).waitFor();
    await until(
      async () => (await page.locator('.glossary-unknown li').count()) < before - 10,
      'the list is as it was',
    );
    const asked = world.requests();
    const titles = asked.filter(({ door }) => door === 'wiki').flatMap(({ names }) => names);
    expect(titles).toContain('Wendell Ockerby');
    expect(titles).not.toContain('World Trade Organization');
    expect(asked.filter(({ door }) => door === 'wikidata').flatMap(({ names }) => names)).toContain('Q7825');
    await until(async () => (await marks(session.page)).length > 15, 'nothing more is marked');
    // Every request, with all names that went.
    const library = await session.context.newPage();
    await library.goto(`${session.extension}/library.html#requests`);
    await library.getByRole('row').nth(asked.length).waitFor();
    const told = await library.getByRole('table').textContent();
    for (const title of titles) expect(told).toContain(title);
    // What is kept is told with its limit, and goes at a press.
    await library.goto(`${session.extension}/library.html#storage`);
    await library.getByText(/^\d+ entries are kept on this device \(.* of at most .*\)\.$/).waitFor();
    await library.locator('h3', { hasText: 'What was looked up' }).locator('xpath=following::button[1]').click();
    await library.getByText('Nothing that was looked up is kept on this device.').waitFor();
    await library.close();
    await until(async () => !(await marks(session.page)).includes('Wendell Ockerby'), 'it is still marked');
  });

  it('is never looked up if the reader wants that', async () => {
    await set({ names: 'never' });
    await open();
    await hover(session.page, 'Wendell Ockerby');
    await expect.poll(text).toContain('you have switched that off');
    expect((await readCard(session.page))?.buttons.some((name) => LOOK_UP.test(name))).toBe(false);
    await dismiss(session.page);
    const page = await list();
    expect(await page.getByRole('button', { name: /Look up these/ }).count()).toBe(0);
    expect(world.requests()).toEqual([]);
  });

  it('is looked up automatically on a chosen site, if the reader wants that', async () => {
    await set({ names: 'automatic' });
    await session.open(STORY);
    await until(async () => (await marks(session.page)).includes('Wendell Ockerby'), 'nothing was looked up');
    // The first answers are marked before the last are asked for.
    const before = await atRest(requests);
    await session.open(STORY);
    await until(async () => (await marks(session.page)).includes('Wendell Ockerby'), 'forgotten');
    expect(await atRest(requests)).toBe(before);
  });

  it('can have a note, which moves to the card of the entity once that is known', async () => {
    await open();
    await hover(session.page, 'Wendell Ockerby');
    await dismiss(session.page);
    const page = await list();
    await page.getByRole('button', { name: /^Wendell Ockerby/ }).click();
    const field = page.getByRole('textbox', { name: 'Your note on Wendell Ockerby' });
    await field.fill('Met him in Rostock.');
    await page.getByText(/^Saved/).waitFor();
    await page.getByRole('button', { name: LOOK_UP }).click();
    await page
      .getByText(/Wikidata/)
      .first()
      .waitFor();
    await until(async () => (await field.inputValue()) === 'Met him in Rostock.', 'the note is not there');
  });
});

describe('after a restart of the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-again-'));
  let world: OpenWorld;
  let session: Session | null = null;
  beforeAll(async () => {
    world = await startOpenWorld();
  });
  afterAll(async () => {
    await session?.close();
    await world?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The worker reads the script that finds and asks only when it is wanted: the browser has to have kept it. */
  it('unknown names are found and looked up as before, and earlier results are there', async () => {
    for (const name of ['Ilva Brandecker', 'Wendell Ockerby']) {
      session = await openSession({ profile: folder });
      const { page, origin } = session;
      await session.set({ wikiApi: world.wikiApi, wikidataApi: world.wikidataApi });
      await page.goto(origin + STORY);
      await page.mouse.move(2, 2);
      if (name !== 'Ilva Brandecker') {
        await until(async () => (await marks(page)).includes('Ilva Brandecker'), 'it was forgotten');
      }
      const lines = async () => (await hover(page, name, name, 5_000)).lines.join('\n');
      await until(async () => /In this story/.test(await lines().catch(() => '')), 'the name was not found');
      await pressCostly(page, LOOK_UP);
      await until(async () => /Wikidata/.test((await readCard(page))?.lines.join('\n') ?? ''), 'it was not looked up');
      await session.close();
      session = null;
    }
  });
});

describe('in a private window', () => {
  let world: OpenWorld;
  let session: Session;
  beforeAll(async () => {
    world = await startOpenWorld();
    session = await openSession();
  });
  afterAll(async () => {
    await session?.close();
    await world?.stop();
  });

  it('unknown names are listed, and never looked up automatically', async () => {
    await session.set({ names: 'automatic', wikiApi: world.wikiApi, wikidataApi: world.wikidataApi });
    const page = await session.openPrivate(STORY);
    await page.mouse.move(2, 2);
    const lines = async () => (await hover(page, 'Wendell Ockerby', 'Wendell Ockerby', 5_000)).lines.join('\n');
    await until(async () => /In this story/.test(await lines().catch(() => '')), 'no card');
    await new Promise((next) => setTimeout(next, 2_000));
    expect(world.requests()).toEqual([]);
  });
});
