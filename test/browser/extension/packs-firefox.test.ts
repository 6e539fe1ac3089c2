/**
 * Packs in a real Firefox: downloaded over https, with a permission requested in the click and given back; order,
 * removal.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Firefox, openFirefox } from '../../tools/open-firefox';
import { type PackServer, servePacks } from '../../tools/pack-server';
import { selfSigned } from '../../tools/self-signed';
import { townPack } from '../../tools/town-pack';
import { FIREFOX_BUILD, until } from './session';
import { storedPacks } from './stored-packs';

const LIBRARY = 'library.html';
const ENTER = '\uE007';
const UP = '\uE013';
const TOWN = townPack({ name: 'Towns', edition: '2026-05-01', gloss: 'A town of May', more: 2_000 });
const OLDER = townPack({ name: 'Towns', edition: '2025-01-01', gloss: 'A town of January' });
const RIVAL = townPack({ name: 'Rivals', gloss: 'A town of the rivals' });
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('packs in Firefox', () => {
  let firefox: Firefox;
  let server: PackServer;
  let elsewhere: PackServer;
  let secure: PackServer | null = null;
  let id = '';

  const ask = <T>(run: () => T) => firefox.world(LIBRARY).evaluate(run, null);
  const text = () => ask(() => document.querySelector('main')?.textContent ?? '').catch(() => '');
  const shows = (words: string | RegExp) =>
    until(async () => {
      const now = await text();
      return typeof words === 'string' ? now.includes(words) : words.test(now);
    }, `no ${words}`);
  const names = () => ask(() => [...document.querySelectorAll('.pack-name')].map(({ textContent }) => textContent));
  const type = (keys: string) => firefox.type(LIBRARY, keys);
  const fill = (label: string, value: string) =>
    firefox.world(LIBRARY).evaluate(
      ([label, value]) => {
        const named = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(label));
        const field = named && document.querySelector<HTMLInputElement>(`[id="${named.htmlFor}"]`);
        if (!field) return false;
        field.focus();
        field.value = value;
        return field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      [label, value] as const,
    );
  async function fetchFrom(address: string, sha256 = ''): Promise<void> {
    await until(() => fill('SHA-256', sha256), 'no field for a checksum');
    await until(() => fill('Address', address), 'no field for an address');
    await type(ENTER);
  }
  const focusOn = (label: string) =>
    firefox.world(LIBRARY).evaluate((label) => {
      const found = [...document.querySelectorAll<HTMLElement>('button')].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent) === label,
      );
      found?.focus();
      return found !== undefined && document.activeElement === found;
    }, label);
  async function press(label: string): Promise<void> {
    await until(() => focusOn(label), `no ${label}`);
    await type(ENTER);
  }
  const granted = (origin: string) =>
    firefox.world(LIBRARY).evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), origin);

  beforeAll(async () => {
    const pack = TOWN;
    const tls = selfSigned();
    elsewhere = await servePacks({ packs: { '/towns.pack': TOWN }, pack });
    server = await servePacks({
      packs: { '/towns.pack': TOWN, '/older.pack': OLDER, '/rivals.pack': RIVAL },
      pack,
      elsewhere: `${elsewhere.origin.replace('127.0.0.1', 'localhost')}/towns.pack`,
    });
    if (tls) {
      secure = await servePacks({
        packs: { '/towns.pack': TOWN },
        pack,
        elsewhere: `${elsewhere.origin}/towns.pack`,
        tls,
      });
    }
    firefox = await openFirefox(FIREFOX_BUILD, {
      takesAnyCertificate: true,
      // The question is put and answered with yes.
      prefs: { 'extensions.webextOptionalPermissionPrompts': false },
    });
    await firefox.ask(
      'welcome.html',
      `(async () => void (await browser.tabs.create({ url: '/library.html#packs' })))()`,
    );
    await shows('Comes with Backstory');
    id = await ask(() => location.host);
  });
  afterAll(async () => {
    await firefox?.close();
    await Promise.all([server?.close(), elsewhere?.close(), secure?.close()]);
  });
  beforeEach(() => {
    for (const one of [server, elsewhere, secure]) if (one) one.asked.length = 0;
  });

  it('are installed from an address, with one plain GET', async () => {
    await fetchFrom(`${server.origin}/older.pack#sha256=${sumOf(OLDER)}`);
    await shows('“Towns” is in use now.');
    await shows('Adds one entry that no other pack has; shared with others: 0.');
    await shows('Licences of its sources: CC0 1.0 (one source)');
    await expect.poll(names).toEqual(['World affairs', 'Towns']);
    expect(server.asked.map(({ path, method }) => [path, method])).toEqual([['/older.pack', 'GET']]);
    await fetchFrom(`${server.origin}/older.pack`);
    await shows('in use already, byte for byte');
    const { headers } = server.asked.at(-1) as PackServer['asked'][number];
    for (const name of ['cookie', 'referer', 'authorization', 'origin']) expect(headers[name]).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain(id);
  });

  it('are installed over https, with a permission that is requested in the click and given back', async ({ skip }) => {
    if (!secure) return skip('openssl is not installed');
    expect(await granted('https://127.0.0.1/*')).toBe(false);
    await fetchFrom(`${secure.origin}/towns.pack`, sumOf(TOWN));
    await shows(/“Towns” of .*2026 is in use now, in place of the edition of .*2025, which is kept/);
    expect(secure.asked.map(({ path }) => path)).toEqual(['/towns.pack']);
    await until(async () => !(await granted('https://127.0.0.1/*')), 'the leave is kept');
  });

  it('follow no redirect to http or to another server, but one within the same server', async ({ skip }) => {
    await fetchFrom(`${server.origin}/away`);
    await shows('redirects to another server');
    expect(server.asked.length).toBeGreaterThan(0);
    await fetchFrom(`${server.origin}/aside`, sumOf(TOWN));
    // By now it is in use, or comes into use here.
    await shows(/“Towns” .*in use (already|now)/);
    expect(server.asked.map(({ path }) => path).slice(-2)).toEqual(['/aside', '/towns.pack']);
    if (secure) {
      await fetchFrom(`${secure.origin}/away`);
      await shows('redirects to another server');
    }
    expect(elsewhere.asked).toEqual([]);
    if (!secure) skip('openssl is not installed');
  });

  it.each([
    ['/towns.pack', sumOf(OLDER), 'does not match the SHA-256 that you gave'],
    ['/page', '', 'is a web page'],
    ['/half', '', 'is cut off'],
    ['/break', '', 'broke off in the middle'],
    ['/bomb', '', 'is damaged'],
    ['/missing', '', 'refused to send that file'],
  ])('%s changes nothing and says why', async (path, sha256, words) => {
    const before = await ask(storedPacks);
    await fetchFrom(`${server.origin}${path}`, sha256);
    await shows(words);
    await shows('The packs you had stay in use.');
    expect(await ask(storedPacks)).toEqual(before);
  });

  it('can be stopped while downloading', async () => {
    const before = await ask(storedPacks);
    await fetchFrom(`${server.origin}/slow`);
    await until(
      () => ask(() => (document.querySelector('progress')?.position ?? 0) > 0.4),
      'it is not shown how far it is',
    );
    await press('Cancel');
    await shows('You stopped it.');
    await server.goOn();
    expect(await ask(storedPacks)).toEqual(before);
  });

  it('can be reset to the previous edition', async () => {
    await press('Go back to it: Towns of January 1, 2025');
    await shows(/“Towns” of .*2025.* is in use now\./);
    expect(await ask(storedPacks)).toMatchObject([
      { name: 'Towns', size: OLDER.length, before: { size: TOWN.length } },
    ]);
  });

  it('have the reader’s order, changed with the arrow keys', async () => {
    await fetchFrom(`${server.origin}/rivals.pack`);
    await shows('“Rivals” is in use now.');
    await until(() => focusOn('Move up: Rivals'), 'no way up');
    await type(UP);
    await shows('“Rivals” is number 2 of 3 now.');
    await type(UP);
    await shows('“Rivals” is number 1 of 3 now.');
    await expect.poll(names).toEqual(['Rivals', 'World affairs', 'Towns']);
    await expect.poll(() => ask(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move down: Rivals');
  });

  it('can be removed, and restored completely to their place', async () => {
    const before = await ask(storedPacks);
    await press('Remove the pack Rivals');
    await until(async () => (await names()).length === 2, 'it is still listed');
    await until(() => ask(() => document.activeElement?.textContent === 'Undo'), 'no way back');
    await type(ENTER);
    await until(async () => (await names()).join() === 'Rivals,World affairs,Towns', 'it does not come back');
    await shows('As of November 22, 2026; one entry under 2 names');
    expect(await ask(storedPacks)).toEqual(before);
  });
});
