import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMediaWiki, type WikiServer } from '../../tools/mediawiki-server';
import { restOn } from '../../tools/point-at';
import { pressCostly, readCard } from '../../tools/read-card';
import { dismiss, hover, openSession, type Session, spot, until } from './session';

/**
 * What leaves the browser. All of its traffic but that to this machine goes through a proxy of the test, which writes
 * down every host and lets nothing out; so what Playwright does not see (a worker's requests) is seen all the same.
 */

/** Chromium's own talk with its maker, which no switch silences. */
const BROWSER = /(^|[./])(google|googleapis|gvt1|gstatic)\.com(:|\/|$)/;

interface Proxy {
  readonly address: string;
  /** All but the browser's own. */
  readonly asked: string[];
  close(): void;
}

async function openProxy(): Promise<Proxy> {
  const asked: string[] = [];
  const note = (url = '') => void (BROWSER.test(url) || asked.push(url));
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Stands before the wiki and keeps what it is asked, headers included. */
async function listenBefore(wiki: WikiServer) {
  const asked: { url: URL; headers: Readonly<Record<string, unknown>> }[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', wiki.api);
    asked.push({ url, headers: request.headers });
    const answer = await fetch(url);
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    api: `http://127.0.0.1:${port}/api.php`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const EXTRACT = 'Qasem Soleimani was a man about whom this wiki of a test has a sentence of its own.';

describe('privacy in Chromium', () => {
  let session: Session;
  let proxy: Proxy;
  let wiki: WikiServer | null = null;
  beforeAll(async () => {
    proxy = await openProxy();
    session = await openSession({ args: [`--proxy-server=http://${proxy.address}`] });
    wiki = await startMediaWiki([
      { title: 'Qasem Soleimani', text: `'''${EXTRACT.slice(0, 15)}'''${EXTRACT.slice(15)}` },
    ]);
    if (!wiki && process.env.CI) throw new Error('MediaWiki and php-sqlite3 must be installed in CI');
  });
  afterAll(async () => {
    await session?.close();
    wiki?.stop();
    proxy?.close();
  });

  it('sends no request with the settings of a new reader', async () => {
    const { page, context, origin, extension } = session;
    const elsewhere: string[] = [];
    context.on('request', (request) => {
      const url = request.url();
      if (![`${origin}/`, `${extension}/`, 'blob:', 'data:'].some((start) => url.startsWith(start)))
        elsewhere.push(url);
    });
    await session.set({});
    await session.open('/stories/iran-allies-calm.html');
    for (const words of ['Gen. [Qassem Suleimani]', 'In [Europe],', 'is the [MIC] that']) {
      await hover(page, words);
      await dismiss(page);
    }
    const popup = await session.popup();
    await popup.getByRole('listitem').first().waitFor();
    await popup.close();
    const library = await context.newPage();
    await library.goto(`${extension}/library.html#requests`);
    await library.getByText('No request has been made.').waitFor();
    await library.close();
    expect(elsewhere).toEqual([]);
    expect(proxy.asked).toEqual([]);
  });

  it('asks Wikipedia once the button is pressed, and not before', async () => {
    const { page } = session;
    await session.set({});
    await session.open('/made/plain.html');
    const ask = 'Ask Wikipedia (sends the title “Qasem Soleimani” to en.wikipedia.org)';
    await hover(page, 'Gen. [Qasem Soleimani]');
    await until(async () => ((await readCard(page))?.buttons ?? []).includes(ask), 'no button');
    expect(proxy.asked).toEqual([]);
    await pressCostly(page, ask);
    await until(() => proxy.asked.length > 0, 'nobody was asked');
    expect(new Set(proxy.asked)).toEqual(new Set(['en.wikipedia.org:443']));
    await until(
      async () => ((await readCard(page))?.lines ?? []).some((line) => /did not answer|offline/.test(line)),
      'no word of it',
    );
    proxy.asked.length = 0;
    await dismiss(page);
  });

  it('sends the title and nothing else, and shows the wiki’s answer', async ({ skip }) => {
    if (!wiki) return skip('MediaWiki is not installed');
    const before = await listenBefore(wiki);
    try {
      const { page, context, extension } = session;
      await session.set({ wikiApi: before.api });
      await session.open('/made/plain.html');
      await hover(page, 'Gen. [Qasem Soleimani]');
      const button = /^Ask .*“Qasem Soleimani”/;
      await until(async () => ((await readCard(page))?.buttons ?? []).some((name) => button.test(name)), 'no button');
      expect(before.asked).toEqual([]);
      await pressCostly(page, button);
      await until(
        async () => (await readCard(page))?.lines.some((line) => line.includes('wiki of a test')) ?? false,
        'no article',
      );
      expect(before.asked.length).toBe(1);
      const { url, headers } = before.asked[0] as (typeof before.asked)[0];
      expect(url.searchParams.get('titles')).toBe('Qasem Soleimani');
      const sent = [...url.searchParams.values()].join(' ') + JSON.stringify(headers);
      for (const word of [session.origin, 'plain.html', 'strike', 'Baghdad', 'Kataib'])
        expect(sent).not.toContain(word);
      expect(headers.referer).toBeUndefined();
      expect(headers.cookie).toBeUndefined();
      expect(proxy.asked).toEqual([]);

      const library = await context.newPage();
      await library.goto(`${extension}/library.html#requests`);
      await library.getByRole('cell', { name: 'Qasem Soleimani' }).first().waitFor();
      await library.close();
    } finally {
      before.close();
    }
  });

  it('sends nothing for a name that the pointer merely rested on, and one title for a card that was visible', async ({
    skip,
  }) => {
    if (!wiki) return skip('MediaWiki is not installed');
    const before = await listenBefore(wiki);
    try {
      const { page } = session;
      await session.set({ wikiApi: before.api, network: 'automatic', restMs: 1000 });
      await session.open('/made/plain.html');
      await restOn(page, await spot(page, 'Gen. [Qasem Soleimani]'));
      // Long after the card was made ready, and so long before it is shown that a busy machine is in time.
      await page.waitForTimeout(300);
      await page.mouse.move(2, 2);
      await page.waitForTimeout(600);
      expect(await readCard(page)).toBeNull();
      expect(before.asked).toEqual([]);
      await hover(page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani');
      await until(
        async () => (await readCard(page))?.lines.some((line) => line.includes('wiki of a test')) ?? false,
        'no article',
      );
      expect(before.asked.map(({ url }) => url.searchParams.get('titles'))).toEqual(['Qasem Soleimani']);
      await dismiss(page);
    } finally {
      before.close();
    }
  });

  /*
   * The limit, asserted too, so that nobody promises more: a page that looks for it can list `CSS.highlights` and see
   * that names in it are marked, and can see an empty popover while a card is open. What is in the card, the reader's
   * settings, and the extension's address stay hidden.
   */
  it('gives the page no card to read and no file to probe for; only marks and an empty host can be found', async () => {
    const { page, extension } = session;
    await session.set({});
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      addEventListener('message', ({ data }) => told.push(JSON.stringify(data)));
    });
    await session.open('/made/plain.html');
    const globals = () => page.evaluate(() => Object.getOwnPropertyNames(window).sort().join());
    const seen = await globals();
    await hover(page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani');
    const found = await page.evaluate(() => {
      const host = document.querySelector('[popover=manual]') as HTMLElement;
      return {
        root: host.shadowRoot,
        text: host.textContent,
        says: host.outerHTML.replace(/style="[^"]*"/, ''),
        selected: String(getSelection()),
        told: (window as unknown as { told: string[] }).told,
        highlights: [...CSS.highlights.keys()].filter((name) => !name.startsWith('backstory-')),
        marksFound: CSS.highlights.size > 0,
      };
    });
    expect(found).toEqual({
      root: null,
      text: '',
      says: '<div popover="manual" ></div>',
      selected: '',
      told: [],
      highlights: [],
      marksFound: true,
    });
    expect(await globals()).toBe(seen);
    await dismiss(page);
    const files = [
      'manifest.json',
      'reader.js',
      'popup.html',
      'library.html',
      'welcome.html',
      'card.js',
      'card-picture.js',
      'card-note.js',
      'icons/16.png',
      'packs/world.pack',
      'content-scripts/marks.css',
    ];
    const reached = await page.evaluate(
      async (addresses) => {
        const answers = addresses.map((address) =>
          fetch(address).then(
            () => address,
            () => null,
          ),
        );
        const image = new Promise((done) => {
          const probe = new Image();
          probe.onload = () => done('image');
          probe.onerror = () => done(null);
          probe.src = addresses.find((address) => address.endsWith('.png')) as string;
        });
        return (await Promise.all([...answers, image])).filter(Boolean);
      },
      files.map((file) => `${extension}/${file}`),
    );
    expect(reached).toEqual([]);
  });
});
