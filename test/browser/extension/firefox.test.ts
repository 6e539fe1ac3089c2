/** What a reader does with cards, notes, pictures and settings, in a real Firefox. Long because all share one browser. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  evaluateIn,
  type Firefox,
  type FirefoxCard,
  firefoxCardFrame,
  readFirefoxCard,
} from '../../tools/open-firefox';
import { colourOf } from '../../tools/open-world/wiki-pictures';
import type { World } from '../../tools/own-world';
import { markedWords, spotOf } from '../../tools/point-at';
import type { FolderServer } from '../../tools/serve-folder';
import { storedRows } from '../../tools/stored-rows';
import { startOpenWorld } from '../../tools/wikidata-server';
import { keyOf } from './entity-names';
import { firefoxCardThatComes } from './firefox-card';
import { type FirefoxStories, openFirefoxStories } from './firefox-stories';
import { LOGO, openPictureSite, PICTURED, readPainted, settingsFor } from './picture-site';
import { until } from './session';

/** The same extension in Firefox: stories, cards, Escape, popup, a strict page. */

const STORIES = readdirSync(fileURLToPath(new URL('../../fixtures/stories', import.meta.url))).filter((name) =>
  name.endsWith('.html'),
);

describe('the built extension in Firefox', () => {
  let stories: FirefoxStories;
  let firefox: Firefox;
  let server: FolderServer;
  let page: Page;
  beforeAll(async () => {
    stories = await openFirefoxStories();
    ({ firefox, server, page } = stories);
  });
  afterAll(async () => {
    await stories?.close();
  });

  // Puppeteer's own words for what Playwright says.
  const world: World = { evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never };
  const card = () => readFirefoxCard(firefox.browser, page);
  /** Without the one element of ours: the host of a card that is open, or ready to be. */
  const html = () =>
    page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      for (const host of copy.querySelectorAll(':scope > [popover=manual]')) host.remove();
      return copy.outerHTML;
    });
  const inCard = async <Result>(run: () => Result) =>
    evaluateIn(firefox.browser, (await firefoxCardFrame(firefox.browser, page)) ?? '', run);

  async function open(path: string): Promise<void> {
    await page.goto(`${server.origin}${path}`);
    await until(
      () => page.evaluate(() => (CSS.highlights.get('backstory-mark')?.size ?? 0) > 0),
      `no marks on ${path}`,
    );
  }
  async function hover(words: string): Promise<FirefoxCard> {
    const spot = await spotOf(world, words);
    if (!spot) throw new Error(`“${words}” is not there`);
    await page.mouse.move(2, spot.y);
    await page.mouse.move(spot.x, spot.y, { steps: 4 });
    return firefoxCardThatComes(firefox.browser, page, words);
  }
  async function dismiss(): Promise<void> {
    await page.keyboard.press('Escape');
    await until(async () => (await card()) === null, 'Escape does not close it');
    await page.mouse.move(2, 2);
  }

  /** By keyboard: WebDriver has no hand for what stands in a closed root. */
  async function pressByKeys(entity: string, label: string): Promise<void> {
    const tab = `(await browser.tabs.query({})).find(({ url }) => url === ${JSON.stringify(page.url())}).id`;
    const call = JSON.stringify({ id: 0, type: 'reader.reveal', data: { entity }, timestamp: 0 });
    await firefox.ask('welcome.html', `(async () => browser.tabs.sendMessage(${tab}, ${call}, { frameId: 0 }))()`);
    const place = (names: readonly string[]) => names.findIndex((name) => name.startsWith(label));
    await until(async () => place((await card())?.buttons ?? []) >= 0, `no button “${label}”`);
    // The heading has the focus; Close is the first stop after it in the order of the tree.
    const isInside = () => inCard(() => document.activeElement?.localName === 'h2' && document.hasFocus());
    await until(async () => (await isInside()) === true, 'the focus does not go into the card');
    const stops = (await card())?.buttons ?? [];
    const after = stops.slice(stops.indexOf('Close') + 1);
    for (let i = 0; i <= place(after); i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }

  it.each(STORIES)('%s: has marks, a card on a marked name, and an unchanged page', async (file) => {
    await open(`/stories/${file}`);
    const untouched = await page.evaluate(
      async () =>
        new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html').documentElement
          .outerHTML,
    );
    expect(await html()).toBe(untouched);
    const words = await markedWords(world);
    expect(words.length).toBeGreaterThanOrEqual(2);
    const found = await hover(words.find((one) => one.includes(' ')) ?? (words[0] as string));
    expect(found.label).toMatch(/^Backstory: \S/);
    await dismiss();
    expect(await html()).toBe(untouched);
  });

  it('opens the right card, as of the day', async () => {
    await open('/stories/iran-allies-calm.html');
    for (const [words, name, says] of [
      ['[Joe Biden] is to be', 'Joe Biden', /President-elect/i],
      ['car sat [Abu Mahdi al-Mohandes]', 'Abu Mahdi al-Muhandis', /killed/i],
      ['to the [nuclear deal] if', 'Joint Comprehensive Plan of Action', /2015/],
      ['is the [MIC] that', 'Military–industrial complex', /arms|military/i],
    ] as const) {
      const found = await hover(words);
      expect(found.label).toBe(`Backstory: ${name}`);
      expect(found.text).toMatch(says);
      await dismiss();
    }
  });

  it.each(['csp', 'z-index', 'unselectable', 'one-character'])('works on a page with %s', async (name) => {
    await open(`/made/${name}.html`);
    expect((await hover('Gen. [Qasem Soleimani]')).label).toBe('Backstory: Qasem Soleimani');
    await dismiss();
  });

  it('shows where a place is, on a page that forbids everything', async () => {
    await open('/made/csp.html');
    await hover('airport of [Baghdad]');
    const map = () =>
      inCard(() => {
        const here = document.querySelector('.place-map .map-here');
        return here && [document.querySelector('.place-map')?.getAttribute('aria-label'), getComputedStyle(here).fill];
      }).catch(() => null);
    await until(async () => (await map()) !== null, 'no map');
    await expect.poll(map).toEqual([expect.stringMatching(/^Map: Baghdad, in Iraq\./), 'rgb(240, 220, 184)']);
    await dismiss();
  });

  it('moves a pinned card with the arrow keys', async () => {
    await open('/made/plain.html');
    await pressByKeys(keyOf('qasem-soleimani'), 'Pin');
    await until(async () => (await card())?.buttons.includes('Move') ?? false, 'it is not pinned');
    const at = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('[popover=manual]')]
          .filter((host) => getComputedStyle(host).visibility !== 'hidden')
          .map((host) => [host.getBoundingClientRect().x, host.getBoundingClientRect().y]),
      );
    const [[x = 0, y = 0] = []] = await at();
    const isOnMove = () => inCard(() => document.activeElement?.textContent === 'Move');
    for (let stops = 0; !(await isOnMove()); stops++) {
      if (stops > 30) throw new Error('Tab does not come to Move');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    await until(async () => JSON.stringify(await at()) === JSON.stringify([[x - 24, y - 24]]), 'no key moves it').catch(
      async (error) => {
        throw new Error(`${error}: from ${[x, y]} to ${JSON.stringify(await at())}`);
      },
    );
    await dismiss();
  });

  it('stores a note in the card, unheard by the page, and shows it on another story', async () => {
    await open('/made/listening.html');
    await hover('Gen. [Qasem Soleimani]');
    await pressByKeys(keyOf('qasem-soleimani'), 'Add a note');
    // It has the focus before its note is read, and takes no keys until then.
    const writable = () => inCard(() => document.querySelector('textarea:not([readonly])')?.matches(':focus') ?? false);
    await until(async () => (await writable()) === true, 'the field has no focus');
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    const before = (await heard()).length;
    await page.keyboard.type('zqx Zebra');
    const value = () => inCard(() => document.querySelector('textarea')?.value);
    await until(async () => (await value()) === 'zqx Zebra', 'the keys do not arrive');
    const state = () => inCard(() => document.querySelector('.note-state')?.textContent);
    await until(async () => /^Saved/.test(String(await state())), 'it is not stored');
    const since = (await heard()).slice(before);
    expect(since.filter((line) => /^(key|input|beforeinput|composition)/.test(line))).toEqual([]);
    expect((await heard()).filter((line) => /zqx|zebra|moz-extension/i.test(line))).toEqual([]);
    await open('/stories/iran-allies-calm.html');
    expect((await hover('Gen. [Qassem Suleimani]')).text).toContain('zqx Zebra');
    await dismiss();
  });

  it('shows a picture on a page that forbids them, only at the press; the page’s server gets no request', async () => {
    const [pictures, site] = await Promise.all([startOpenWorld(), openPictureSite()]);
    const set = (settings: object) =>
      firefox.ask('welcome.html', `browser.storage.local.set(${JSON.stringify(settings)}).then(() => {})`);
    const stored = (more: object) =>
      Object.fromEntries(
        Object.entries(settingsFor(pictures, { askInCards: true, ...more })).map(([key, value]) => [
          `settings.${key}`,
          value,
        ]),
      );
    try {
      await set(stored({ pictures: 'ask' }));
      await page.goto(site.story);
      await until(async () => (await markedWords(world)).includes(PICTURED.name), 'no marks');
      await hover(PICTURED.words);
      await until(
        async () => (await card())?.buttons.some((name) => /^Show a picture/.test(name)) ?? false,
        'no button',
      );
      const heard = [...site.asked];
      expect(pictures.requests()).toEqual([]);
      await pressByKeys(PICTURED.id.toLowerCase(), 'Show a picture');
      await until(
        async () => ((await inCard(readPainted))?.corner ?? []).some((value) => value > 0),
        'nothing is painted',
      );
      await expect
        .poll(() => inCard(readPainted))
        .toEqual({
          label: `Logo of ${PICTURED.name}`,
          size: [250, 167],
          corner: colourOf(LOGO),
          middle: [255, 255, 255],
          addressed: 0,
        });
      expect(pictures.requests().map(({ door }) => door)).toEqual(['wikidata', 'commons', 'pictures']);
      for (const { headers } of pictures.requests())
        expect([headers.cookie, headers.referer]).toEqual([undefined, undefined]);
      expect(site.asked).toEqual(heard);
      await dismiss();
      // Kept, and shown to nobody who wants none.
      pictures.forget();
      await set({ 'settings.pictures': 'never' });
      await hover(PICTURED.words);
      await new Promise((next) => setTimeout(next, 700));
      expect(await inCard(readPainted)).toBeNull();
      expect(pictures.requests()).toEqual([]);
      await dismiss();
    } finally {
      const keys = JSON.stringify(Object.keys(stored({ pictures: 'never' })));
      await firefox.ask('welcome.html', `browser.storage.local.remove(${keys}).then(() => {})`);
      site.close();
      await pictures.stop();
    }
  });

  it('stores what was met only on request, forgets it by site, and does not change what is known', async () => {
    const key = keyOf('qasem-soleimani');
    const welcome = firefox.world('welcome.html');
    /** Key and address of each. */
    const met = async () => {
      const { sightings = '[]' } = await welcome.evaluate(storedRows, null);
      const rows = JSON.parse(sightings) as readonly { readonly entity: string; readonly url: string }[];
      return rows.map(({ entity, url }) => [entity, url]);
    };
    const set = (items: Record<string, unknown>) =>
      welcome.evaluate((items) => browser.storage.local.set(items), items);
    /** The reader script tells of a card that is open for a second. */
    const look = async (story: number) => {
      await open(`/made/plain.html?story=${story}`);
      await hover('Gen. [Qasem Soleimani]');
      await new Promise((next) => setTimeout(next, 1_500));
    };
    await look(1);
    await dismiss();
    expect(await met()).toEqual([]);
    try {
      await set({ 'settings.history': true });
      await look(2);
      await until(async () => (await met()).length > 0, 'it was not kept');
      expect(await met()).toEqual([[key, `${server.origin}/made/plain.html?story=2`]]);
      await pressByKeys(key, 'I know this');
      const isMarked = async () => (await markedWords(world)).includes('Qasem Soleimani');
      await until(async () => !(await isMarked()), 'the mark stays');
      await dismiss();
      expect((await hover('Gen. [Qasem Soleimani]')).label).toBe('Backstory: Qasem Soleimani');
      await dismiss();
      await welcome.evaluate(() => void browser.tabs.create({ url: '/library.html#met', active: false }), null);
      const forget = () =>
        firefox.world('library.html').evaluate(() => {
          const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Forget this site');
          button?.click();
          return button !== undefined;
        }, null);
      await until(() => forget().catch(() => false), 'no site to forget');
      await until(async () => (await met()).length === 0, 'it was not forgotten');
    } finally {
      await welcome.evaluate(() => browser.storage.local.remove(['settings.history', 'settings.known']), null);
    }
  });

  it('shows the glossary of the page', async () => {
    await open('/made/plain.html');
    await firefox.ask(
      'welcome.html',
      `(async () => {
        const story = (await browser.tabs.query({})).find(({ url }) => url === ${JSON.stringify(page.url())});
        await browser.tabs.create({ url: '/popup.html?tab=' + story.id, active: false });
      })()`,
    );
    const names = async () =>
      JSON.parse(
        String(
          await firefox
            .ask(
              'popup.html',
              `JSON.stringify([...document.querySelectorAll('.glossary-name')].map((one) => one.textContent))`,
            )
            .catch(() => '[]'),
        ),
      );
    await until(async () => (await names()).length > 5, 'no glossary');
    await expect.poll(names).toContain('Abu Mahdi al-Muhandis');
  });
});
