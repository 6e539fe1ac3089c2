/** The library in a real Firefox: notes, sync and backup load there, and can be used by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deepHead, type HostileFile, longCard, longTable, overlappingArchive } from '../../tools/hostile-files';
import { type Firefox, openFirefox } from '../../tools/open-firefox';
import { makeNotes, putNotes } from '../../tools/seed-notes';
import { storedText } from '../../tools/stored-text';
import { FIREFOX_BUILD, until } from './session';

const LIBRARY = 'library.html';
const NOTES = 12;
const ENTER = '\uE007';
/** The narrowest window that has to do, and a usual one; CSS px. */
const NARROW = { width: 320, height: 800 };
const WIDE = { width: 1200, height: 900 };
const PLACES = [
  'notes',
  'note/subject-3',
  'knowledge',
  'knowledge?q=iran',
  'entity/q794',
  'sync',
  'backup',
  'settings',
  'packs',
  'requests',
  'storage',
  'privacy',
];

describe('the library in Firefox', () => {
  let firefox: Firefox;

  const ask = <T>(run: () => T) => firefox.world(LIBRARY).evaluate(run, null);
  const text = () => ask(() => document.querySelector('main')?.textContent ?? '').catch(() => '');
  const names = () => ask(() => [...document.querySelectorAll('.entry-name')].map((one) => one.textContent));
  const shows = (words: RegExp | string) =>
    until(async () => {
      const now = await text();
      return typeof words === 'string' ? now.includes(words) : words.test(now);
    }, `no ${words}`);
  const go = (place: string) =>
    firefox.world(LIBRARY).evaluate((hash) => {
      location.hash = hash;
    }, `#${place}`);
  /** In the field that has the focus. */
  const type = (keys: string) => firefox.type(LIBRARY, keys);
  /** False while the field cannot be typed into: keys would go nowhere. */
  const focus = (selector: string) =>
    firefox.world(LIBRARY).evaluate((selector) => {
      const field = document.querySelector<HTMLInputElement>(selector);
      if (field?.readOnly) return false;
      field?.focus();
      field?.setSelectionRange?.(field.value.length, field.value.length);
      return document.activeElement === field && field !== null;
    }, selector);
  const button = (words: string) =>
    firefox.world(LIBRARY).evaluate((words) => {
      const found = [...document.querySelectorAll('button')].find((one) => one.textContent === words);
      found?.focus();
      return found !== undefined;
    }, words);

  beforeAll(async () => {
    firefox = await openFirefox(FIREFOX_BUILD);
    await firefox.ask(
      'welcome.html',
      `(async () => void (await browser.tabs.create({ url: '/library.html#notes' })))()`,
    );
    await shows('No note yet.');
    await ask(writeDown);
    await putNotes(firefox.world(LIBRARY), await makeNotes(NOTES));
    await ask(() => location.reload());
    await shows('Subject 11');
    await ask(writeDown);
  });
  afterAll(() => firefox?.close());

  it('lists notes and finds one by its words', async () => {
    expect(await names()).toHaveLength(NOTES);
    expect((await names())[0]).toBe('Subject 11');
    await until(() => focus('input[type=search]'), 'no field');
    await type('SUBJECT 7');
    await shows('One note found.');
    await expect.poll(names).toEqual(['Subject 7']);
  });

  it('stores what is typed, as a reload shows', async () => {
    await go('note/subject-7');
    await until(() => focus('textarea'), 'no field');
    await type(' Typed in Firefox.');
    // "Saved" may still be said of the letters before the last.
    const stored = () => firefox.world(LIBRARY).evaluate(storedText, 'subject-7');
    await until(async () => (await stored()).endsWith('. Typed in Firefox.'), 'it is not stored');
    await until(async () => /Saved/.test(await text()), 'it is not said to be stored');
    // On a busy machine the page that goes answers for a while yet: it is marked.
    await ask(() => {
      document.title = 'gone';
      location.reload();
    });
    await until(async () => (await ask(() => document.title).catch(() => 'gone')) !== 'gone', 'it does not come anew');
    const value = () => ask(() => document.querySelector('textarea')?.value ?? '').catch(() => '');
    await until(async () => (await value()).endsWith('. Typed in Firefox.'), 'it is gone');
    await ask(writeDown);
  });

  it('puts a note into the bin and restores it with the button that has the focus', async () => {
    // The field of a page that came anew stands there before all that belongs to it.
    await until(() => button('Delete this note'), 'no way to delete it');
    await type(ENTER);
    await shows('The note on Subject 7 is in the bin.');
    await until(async () => !(await names()).includes('Subject 7'), 'it is still listed');
    await until(() => ask(() => document.activeElement?.textContent === 'Undo'), 'no way back');
    await type(ENTER);
    await until(async () => (await names()).includes('Subject 7'), 'it does not come back');
  });

  it('shows sync and backup for this browser', async () => {
    await go('sync');
    await shows('Browser account');
    await shows('This browser lets no extension open a folder of the device');
    // Guessed by the background, before anybody was here.
    await expect
      .poll(() => ask(() => document.querySelector<HTMLInputElement>('input[maxlength="60"]')?.value))
      .toBe('Firefox on Linux');
    await go('backup');
    await shows('Save a backup');
  });

  const take = (...files: HostileFile[]) =>
    firefox.world(LIBRARY).evaluate(
      (files) => {
        const chosen = new DataTransfer();
        for (const { name, bytes } of files) {
          const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
          chosen.items.add(new File([content], name));
        }
        const input = document.querySelector<HTMLInputElement>('input[type=file]');
        if (!input) return;
        input.files = chosen.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString('base64') })),
    );

  it('accepts malicious files without freezing, and reports the result for each', async () => {
    await go('backup');
    await shows('Save a backup');
    await take(
      deepHead(45_000),
      longCard('<!--', 60_000),
      overlappingArchive(new Uint8Array(7_900_000).fill(65), 2000),
    );
    await shows('2 notes are new here.');
    await shows('overlap.zip: it is larger than any collection');
  });

  it('stops in the middle of a file when the reader says so, and keeps nothing of it', async () => {
    await take(longTable(30_000));
    await until(() => button('Stop the import'), 'no way to stop');
    await type(ENTER);
    await shows('You stopped the import.');
    await shows('Nothing was imported from one file.');
    await take({ ...longTable(1), name: 'short.csv' });
    await shows('One note is new here.');
    await go('notes');
    await until(async () => (await names()).length === NOTES + 3, 'more than the files before it held, or less');
  });

  it('stops work on a passphrase when the reader says so, and keeps what was typed', async () => {
    await go('sync');
    await until(() => button('Set a passphrase'), 'no way to set one');
    await type(ENTER);
    for (const field of ['#passphrase', 'form:has(#passphrase) input[type=password]:not(#passphrase)']) {
      await until(() => focus(field), `no ${field}`);
      await type('four words and more');
    }
    // The moment that it stands there: the work may be done before a test has looked twice.
    await ask(() => {
      new MutationObserver((_, observer) => {
        const stop = document.querySelector<HTMLElement>('.passphrase-work button');
        if (!stop) return;
        observer.disconnect();
        stop.click();
      }).observe(document.body, { childList: true, subtree: true });
    });
    await type(ENTER);
    await shows('You stopped it, and nothing was changed.');
    const field = () =>
      ask(() => [document.activeElement?.id, document.querySelector<HTMLInputElement>('#passphrase')?.value]);
    await expect.poll(field).toEqual(['passphrase', 'four words and more']);
  });

  it.each([NARROW, WIDE])('needs no sideways scrolling in a window of %o', async (viewport) => {
    await firefox.command(LIBRARY, 'browsingContext.setViewport', { viewport });
    const overhang = async (place: string) => {
      await go(place);
      await until(
        () =>
          firefox
            .world(LIBRARY)
            .evaluate((name) => document.querySelector(`.place-${name}`) !== null, place.split(/[/?]/)[0] ?? place),
        `${place} does not come up`,
      );
      if (place.includes('?')) await until(async () => (await names()).includes('Iran'), 'nothing is found');
      return ask(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    };
    for (const place of PLACES) expect([place, await overhang(place)]).toEqual([place, 0]);
  });

  it('has logged no error', async () => {
    const complaints = () => ask(() => JSON.parse(sessionStorage.getItem('complaints') ?? '[]') as string[]);
    expect(await complaints()).toEqual([]);
    // And would be heard if it did.
    await ask(() => console.error('a complaint of the test'));
    expect(await complaints()).toEqual(['a complaint of the test']);
  });
});

/**
 * Firefox tells WebDriver nothing of what a page of an extension logs, so the page itself writes it down. What fails
 * before it can keeps the page from coming up.
 */
function writeDown(): void {
  const heard = (said: unknown) => {
    const before = JSON.parse(sessionStorage.getItem('complaints') ?? '[]');
    sessionStorage.setItem('complaints', JSON.stringify([...before, String(said)]));
  };
  addEventListener('error', ({ message }) => heard(message), true);
  addEventListener('unhandledrejection', ({ reason }) => heard(reason));
  const { error } = console;
  console.error = (...said) => {
    heard(said.join(' '));
    error(...said);
  };
}
