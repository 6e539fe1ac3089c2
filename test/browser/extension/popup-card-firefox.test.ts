/** A card in a page of our own in a real Firefox, which lets no frame of ours be filled where it is allowed just once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, openFirefox } from '../../tools/open-firefox';
import type { FolderServer } from '../../tools/serve-folder';
import { FIREFOX_BUILD, serveStories, until } from './session';

const POPUP = 'popup.html';
const ENTER = '\uE007';
/** Nobody listens there. */
const NO_WIKI = 'http://127.0.0.1:9/w/api.php';

describe('a card in a page of our own in Firefox', () => {
  let firefox: Firefox;
  let server: FolderServer;
  beforeAll(async () => {
    server = await serveStories();
    firefox = await openFirefox(FIREFOX_BUILD);
    await firefox.ask(
      'welcome.html',
      `(async () => void (await browser.storage.local.set({ 'settings.version': 1, 'settings.wikiApi': '${NO_WIKI}' })))()`,
    );
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
  });

  const ask = <T>(run: (arg: string) => T, arg = '') => firefox.world(POPUP).evaluate(run, arg);
  const open = (path: string) =>
    firefox.ask('welcome.html', `(async () => void (await browser.tabs.create({ url: '${path}' })))()`);
  /** In front, until it is marked: what stands behind another tab from the first is read when it comes to the front. */
  const openStory = async (url: string) => {
    await open(url);
    const marks = async () => {
      const page = (await firefox.browser.pages()).find((one) => one.url() === url);
      return (await page?.evaluate(() => CSS.highlights.get('backstory-mark')?.size)) ?? 0;
    };
    await until(async () => (await marks().catch(() => 0)) > 0, `no marks on ${url}`);
  };
  const close = () => firefox.ask(POPUP, `void setTimeout(() => close())`);
  const type = (keys: string) => firefox.type(POPUP, keys);
  const text = () => ask(() => document.querySelector('main')?.textContent ?? '').catch(() => '');
  const shows = (words: RegExp) => until(async () => words.test(await text()), `no ${words}`);
  const field = () =>
    ask(() => {
      const area = document.querySelector('textarea');
      if (!area || area.readOnly) return null;
      area.focus();
      return area.value;
    }).catch(() => null);
  const focus = (words: string) =>
    ask((words) => {
      const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith(words));
      found?.focus();
      return found !== undefined;
    }, words);

  it('is not beside a story before the reader wants that: no sidebar opens by itself', async () => {
    const isOpen = `(async () => browser.sidebarAction.isOpen({ windowId: (await browser.windows.getCurrent()).id }))()`;
    expect(await firefox.ask('welcome.html', isOpen)).toBe(false);
  });

  it('stores a note typed with real keys and has it the next time', async () => {
    await open('/popup.html?card=qasem-soleimani&day=2020-01-04');
    await until(async () => (await field()) === '', 'no field');
    await expect.poll(() => ask(() => document.title)).toBe('Backstory: Qasem Soleimani');
    await type('Typed in Firefox.');
    await shows(/Saved/);
    await close();
    await until(async () => (await text()) === '', 'it does not close');
    await open('/popup.html?card=qasem-soleimani');
    await until(async () => (await field()) === 'Typed in Firefox.', 'the note is not there');
  });

  it('asks at the press, and then offers to trust presses in cards', async () => {
    expect(await ask(() => document.querySelector('[role=switch]'))).toBeNull();
    await until(() => focus('Ask '), 'nothing to ask with');
    await type(ENTER);
    await shows(/did not answer|are offline/);
    await shows(/Buttons in cards may ask Wikipedia/);
    await until(() => focus('Buttons in cards'), 'no switch');
    await type(ENTER);
    const allowed = () =>
      ask(
        async () =>
          (await (globalThis as unknown as { browser: typeof chrome }).browser.storage.local.get())[
            'settings.askInCards'
          ],
      );
    await until(async () => (await allowed()) === true, 'it is not stored');
    // The same switch stands in the settings, in this browser alone.
    await open('/library.html#settings');
    const inSettings = () =>
      firefox
        .world('library.html')
        .evaluate(
          () =>
            [...document.querySelectorAll('[role=switch]')]
              .find((one) => one.textContent === 'Buttons in cards may ask Wikipedia')
              ?.getAttribute('aria-checked') ?? null,
          null,
        )
        .catch(() => null);
    await until(async () => (await inSettings()) === 'true', 'no switch in the settings');
  });

  it('sets the day of a story from the list of its names', async () => {
    const story = `${server.origin}/made/undated.html`;
    await openStory(story);
    const tab = () =>
      firefox.ask(
        'welcome.html',
        `(async () => (await browser.tabs.query({})).find(({ url }) => url === ${JSON.stringify(story)})?.id ?? null)()`,
      );
    const isRead = async () =>
      firefox
        .ask(
          'welcome.html',
          `(async () => JSON.stringify(await browser.tabs.sendMessage(${await tab()}, { id: 0, type: 'reader.glossary', data: {}, timestamp: 0 }, { frameId: 0 })))()`,
        )
        .then((answer) => /"ready"/.test(String(answer)))
        .catch(() => false);
    await until(isRead, 'the story is not read');
    await open(`/popup.html?tab=${await tab()}`);
    const list = firefox.world('popup.html?tab');
    const says = (words: string) =>
      until(
        async () =>
          list.evaluate((words) => document.body.textContent?.includes(words) ?? false, words).catch(() => false),
        `no ${words}`,
      );
    const press = (words: string) =>
      until(
        () =>
          list.evaluate((words) => {
            const button = [...document.querySelectorAll('button')].find((one) => one.textContent === words);
            button?.click();
            return button !== undefined;
          }, words),
        `no button ${words}`,
      );
    await says('The day of this story is not known');
    await press('Set the day');
    const enter = (day: string) =>
      list.evaluate((day) => {
        const field = document.querySelector<HTMLInputElement>('input[type=date]');
        if (field) field.value = day;
        return field !== null;
      }, day);
    await until(() => enter('2019-05-06'), 'no field for the day');
    await press('Set');
    await says('Cards as of May 6, 2019');
    await press('Change');
    await press('As of today');
    await says('The day of this story is not known');
  });

  it('begins a note in the row of a name, and quotes the selection in the story', async () => {
    const story = `${server.origin}/made/plain.html`;
    await openStory(story);
    const find = `(async () => (await browser.tabs.query({})).find(({ url }) => url === ${JSON.stringify(story)})?.id ?? null)()`;
    await until(async () => (await firefox.ask('welcome.html', find)) !== null, 'no tab');
    const address = `popup.html?tab=${await firefox.ask('welcome.html', find)}`;
    await open(`/${address}`);
    const popup = firefox.world(address);
    const press = (words: string) =>
      until(
        () =>
          popup
            .evaluate((words) => {
              const button = [...document.querySelectorAll('button')].find(
                (one) => (one.getAttribute('aria-label') ?? one.textContent) === words,
              );
              button?.click();
              return button !== undefined;
            }, words)
            .catch(() => false),
        `no button ${words}`,
      );
    const has = (selector: string, words: RegExp) =>
      until(
        async () =>
          words.test((await popup.evaluate((of) => document.querySelector(of)?.textContent ?? '', selector)) ?? ''),
        `no ${words}`,
      );
    await press('Note on Tehran');
    await until(
      () => popup.evaluate(() => document.activeElement?.localName === 'textarea', null),
      'the field has no focus',
    );
    await press('Quote the selection');
    await has('body', /Nothing is selected\./);
    const page = (await firefox.browser.pages()).find((one) => one.url() === story);
    await page?.evaluate(() => {
      const text = document.querySelector('#second')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 0, text, 20);
    });
    await press('Quote the selection');
    await has('.note-quotes li blockquote', /^The Associated Press$/);
    await has('.note-quotes li .note-source', /^A strike in Baghdad, January 4, 2020$/);
    await has('.note-state', /^Saved/);
  });

  it('is beside its story in the panel, with its names and background', async () => {
    const story = `${server.origin}/stories/iran-allies-calm.html`;
    await openStory(story);
    const find = `(async () => (await browser.tabs.query({})).find(({ url }) => url === ${JSON.stringify(story)})?.id ?? null)()`;
    await until(async () => (await firefox.ask('welcome.html', find)) !== null, 'no tab');
    await open(`/panel.html?tab=${await firefox.ask('welcome.html', find)}`);
    const panel = firefox.world('panel.html');
    const has = (selector: string, words: string) =>
      until(
        () =>
          panel
            .evaluate(
              ([selector, words]) =>
                [...document.querySelectorAll(selector)].some((one) =>
                  (one.getAttribute('aria-label') ?? one.textContent)?.includes(words),
                ),
              [selector, words] as const,
            )
            .catch(() => false),
        `no “${words}”`,
      );
    const go = (place: string) =>
      panel.evaluate((place) => {
        [...document.querySelectorAll('nav button')]
          .filter((one) => one.textContent === place)
          .forEach((one) => {
            (one as HTMLButtonElement).click();
          });
      }, place);
    await has('.glossary-name', 'Esmail Qaani');
    await has('body', 'Commander of the Quds Force since January 2020');
    await go('Catch up');
    await has('.story-lines > li', 'Donald Trump asked for options');
    await go('Timeline');
    await has('svg', 'in time');
    await go('Ties');
    await has('svg', 'are tied to which');
    await go('Map');
    await has('svg', 'Map: Baghdad');
    await go('Notes');
    await has('body', 'Typed in Firefox.');
  });
});
