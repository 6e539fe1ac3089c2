/** Search, an entity's page, the popup's field and the word in the address bar, in a real Firefox. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, openFirefox } from '../../tools/open-firefox';
import type { FolderServer } from '../../tools/serve-folder';
import { FIREFOX_BUILD, serveStories, until } from './session';

const LIBRARY = 'library.html';
const POPUP = 'popup.html';
const STORY = '/stories/iran-allies-calm.html';
const [DOWN, ENTER] = ['\uE015', '\uE007'];

describe('the knowledge pages in Firefox', () => {
  let firefox: Firefox;
  let server: FolderServer;
  beforeAll(async () => {
    server = await serveStories();
    firefox = await openFirefox(FIREFOX_BUILD, { ownWindow: true });
    await firefox.ask(
      'welcome.html',
      `(async () => void (await browser.tabs.create({ url: '/library.html#knowledge' })))()`,
    );
    await shows(/Backstory knows [\d,.]+ people/);
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
  });

  const ask = <T>(run: () => T, page = LIBRARY) => firefox.world(page).evaluate(run, null);
  const text = (page: string) => ask(() => document.querySelector('main')?.textContent ?? '', page).catch(() => '');
  const shows = (words: RegExp, page = LIBRARY) => until(async () => words.test(await text(page)), `no ${words}`);
  const names = (page = LIBRARY) =>
    ask(() => [...document.querySelectorAll('.entry-name, .glossary-name')].map((one) => one.textContent), page);
  const hash = () => ask(() => location.hash);
  const focus = (selector: string, page = LIBRARY) =>
    firefox.world(page).evaluate((selector) => {
      const found = document.querySelector<HTMLInputElement>(selector);
      found?.focus();
      found?.select?.();
      return found !== null && document.activeElement === found;
    }, selector);
  const type = (keys: string, page = LIBRARY) => firefox.type(page, keys);

  it('can be searched by keyboard alone, from the field to the page of a result', async () => {
    await until(() => focus('input[type=search]'), 'no field');
    await type('MOHANDES');
    await shows(/One found\./);
    await expect.poll(() => names()).toEqual(['Abu Mahdi al-Muhandis']);
    await expect.poll(hash).toBe('#knowledge?q=MOHANDES');
    await type(DOWN + ENTER);
    await shows(/Iraqi militia commander/);
    await until(
      () =>
        ask(
          () =>
            document.activeElement?.localName === 'h2' &&
            document.activeElement.textContent === 'Abu Mahdi al-Muhandis',
        ),
      'no focus',
    );
    await expect.poll(hash).toMatch(/^#entity\/.+$/);
    await until(
      () => ask(() => document.title === 'Abu Mahdi al-Muhandis – Backstory library'),
      'the window has not the name as its title',
    );
    await ask(() => history.back());
    await shows(/One found\./);
    await expect
      .poll(() => ask(() => document.querySelector<HTMLInputElement>('input[type=search]')?.value))
      .toBe('MOHANDES');
    // The results say what he is, too: only the address tells that the page of the name is back.
    await ask(() => history.forward());
    await expect.poll(hash).toMatch(/^#entity\/.+$/);
    await until(() => ask(() => document.querySelector('input[type=date]') !== null), 'no page of the name');
    await ask(() => {
      document.title = 'gone';
      location.reload();
    });
    await until(async () => (await ask(() => document.title).catch(() => 'gone')) !== 'gone', 'no reload');
    await shows(/Iraqi militia commander/);
    expect(await hash()).toMatch(/^#entity\/.+$/);
  });

  it('show an entity as of another day', async () => {
    await until(() => focus('input[type=date]'), 'no field');
    await ask(() => {
      const field = document.querySelector('input[type=date]') as HTMLInputElement;
      field.value = '2016-07-01';
      field.form?.requestSubmit();
    });
    await until(async () => /\/2016-07-01$/.test(await hash()), 'no address');
    await shows(/Deputy head of the Popular Mobilization Forces/);
    await shows(/Killed with Qasem Soleimani/);
    await shows(/Later.*Killed with Qasem Soleimani/);
  });

  it('are found from the popup with the story’s own words, and beyond the story', async () => {
    const tab = await firefox.ask(
      'welcome.html',
      `(async () => (await browser.tabs.create({ url: '${server.origin}${STORY}' })).id)()`,
    );
    await firefox.ask(
      'welcome.html',
      `(async () => void (await browser.tabs.create({ url: '/popup.html?tab=${tab}' })))()`,
    );
    await shows(/Abu Mahdi al-Muhandis/, POPUP);
    await until(() => focus('input[type=search]', POPUP), 'no field');
    await type('mohandes', POPUP);
    await until(async () => (await names(POPUP)).length === 1, 'not filtered');
    await shows(/In Backstory’s knowledge.*Nothing else is called so/, POPUP);
    await until(() => focus('input[type=search]', POPUP), 'no field');
    await type('bundesbank', POPUP);
    await shows(/No name matches the filter/, POPUP);
    await until(async () => (await names(POPUP)).some((name) => /Bundesbank/.test(name ?? '')), 'nothing of the packs');
  });

  /** What the browser itself lists under its address bar. */
  const lines = async (typed: string): Promise<readonly string[]> => {
    const said = await firefox.askBrowser(`(async () => {
      gURLBar.search(${JSON.stringify(typed)}, { focus: true });
      const { results } = await gURLBar.lastQueryContextPromise;
      return JSON.stringify(results.map(({ payload }) => payload.title));
    })()`);
    return JSON.parse(String(said));
  };
  /** As Enter does on the line of that number. */
  const enter = (typed: string, row: number) =>
    firefox.askBrowser(`(async () => {
      gURLBar.search(${JSON.stringify(typed)}, { focus: true });
      await gURLBar.lastQueryContextPromise;
      gURLBar.view.selectedRowIndex = ${row};
      gURLBar.handleCommand();
    })()`);
  const address = async () =>
    String(
      await firefox
        .ask(
          'welcome.html',
          `(async () => (await browser.tabs.query({ active: true })).map(({ url }) => url).join())()`,
        )
        .catch(() => ''),
    );

  it('are searched with the keyword in the address bar, which opens what was chosen', async () => {
    // The browser waits for our lines only so long, and a busy one draws without them.
    await expect
      .poll(() => lines('bs mohandes'))
      .toEqual([
        'Look for a name in Backstory’s knowledge',
        "Abu Mahdi al-Muhandis – Person · Iraq – Iraqi militia commander, close to Iran's Quds Force",
      ]);
    let many: readonly string[] = [];
    const drawsMany = async () => {
      many = (await lines('bs at&t <b>')).concat(await lines('bs iran'));
      return many.length > 3;
    };
    await until(drawsMany, 'too few lines');
    expect(many.join('\n')).not.toMatch(/<match>|&amp;|&lt;|&apos;/);
    const opensSecond = async () => {
      if ((await lines('bs soleimani')).length > 1) await enter('bs soleimani', 1);
      return /library\.html#entity\/./.test(await address());
    };
    await until(opensSecond, 'no page');
    await enter('bs iran', 0);
    await until(async () => /library\.html#knowledge\?q=iran$/.test(await address()), 'no search');
    await enter('bs mohandes', 0);
    await until(async () => /library\.html#entity\/.*muhandis/.test(await address()), 'not the only one');
  });
});
