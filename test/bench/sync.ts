/**
 * Ten thousand notes from one real Chromium to another over Apache's WebDAV, sealed: the built extension on both sides,
 * once with the browser account on, and far too small for them, once without. Then a line at a time.
 */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { startFaultyProxy } from '../tools/faulty-proxy';
import { openChromium } from '../tools/open-chromium';
import { startApache, type WebDavServer } from '../tools/webdav-server';
import { type BenchRow, median } from './measure';
import type * as InPage from './sync-in-page';

const NOTES = 10_000;
const LINES = 7;
const EXTENSION = fileURLToPath(new URL('../../.output/chrome-mv3-demo', import.meta.url));
const LINE = 'She will not stand again, two people close to her said on Thursday.';

async function script(): Promise<string> {
  const entry = fileURLToPath(new URL('sync-in-page.ts', import.meta.url));
  const lib = { entry, formats: ['iife' as const], name: 'syncBench', fileName: 'sync' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [output] = built as unknown as [{ output: readonly [{ code: string }] }];
  return output.output[0].code;
}

type Account = 'on' | 'off';
type Errand = keyof typeof InPage;

interface Device {
  do<E extends Errand>(
    errand: E,
    ...given: Parameters<(typeof InPage)[E]>
  ): Promise<Awaited<ReturnType<(typeof InPage)[E]>>>;
  close(): Promise<void>;
}

async function openDevice(content: string): Promise<Device> {
  const { context, extensionOrigin } = await openChromium({ extension: EXTENSION });
  const page: Page = await context.newPage();
  await page.goto(`${extensionOrigin}/library.html`);
  // Not a script of the page, whose policy would refuse it.
  await page.evaluate(`${content}; globalThis.syncBench = syncBench; undefined`);
  return {
    do: (errand, ...given) =>
      page.evaluate(
        ([name, parameters]) =>
          (globalThis as unknown as { syncBench: Record<string, (...all: unknown[]) => never> }).syncBench[
            name as string
          ]?.(...(parameters as unknown[])),
        [errand, given] as const,
      ) as never,
    close: () => context.close(),
  };
}

interface Figures {
  readonly firstOut: number;
  readonly firstIn: number;
  readonly lines: readonly {
    readonly out: number;
    readonly looked: number;
    readonly in: number;
    readonly bodies: number;
    readonly wire: number;
    readonly listing: number;
  }[];
}

async function measure(apache: WebDavServer, content: string, account: Account): Promise<Figures> {
  const proxy = await startFaultyProxy(apache.address);
  const [one, two] = [await openDevice(content), await openDevice(content)];
  try {
    const folder = `Backstory ${account}`;
    const access = { address: proxy.address, folder, user: apache.user, password: apache.password };
    for (const device of [one, two]) await device.do('switchAccount', account === 'on');
    await one.do('fill', NOTES);
    await two.do('unlockWith', await one.do('seal'));
    await one.do('join', access);
    const firstOut = await one.do('run');
    await two.do('join', access);
    const firstIn = await two.do('run');
    const digests = [await one.do('digest'), await two.do('digest')];
    if (digests[0] !== digests[1]) throw new Error(`the devices differ: ${digests}`);
    await Promise.all([one.do('haveLinks'), two.do('haveLinks')]);

    const lines: Figures['lines'][number][] = [];
    for (let line = 0; line < LINES; line++) {
      await one.do('addLine', `${line} ${LINE}`);
      const [before, wire] = [proxy.seen.length, proxy.wire()];
      const out = await one.do('deliverByItself');
      const bodies = proxy.seen.slice(before).reduce((sum, { bytes }) => sum + bytes, 0);
      const delivered = { out, bodies, wire: proxy.wire() - wire };
      const looking = proxy.seen.length;
      const looked = await one.do('run');
      const listing = proxy.seen
        .slice(looking)
        .reduce((sum, { method, bytes }) => sum + (method === 'PROPFIND' ? bytes : 0), 0);
      lines.push({ ...delivered, looked, listing, in: await two.do('run') });
      if (!(await two.do('text')).endsWith(`${line} ${LINE}`)) throw new Error('the line did not arrive');
    }
    return { firstOut, firstIn, lines };
  } finally {
    await Promise.all([one.close(), two.close()]);
    await proxy.stop();
  }
}

export async function bench(): Promise<BenchRow[]> {
  const apache = await startApache();
  if (!apache) throw new Error('Apache is not installed: npm test does it on Debian');
  const content = await script();
  const rows: BenchRow[] = [];
  try {
    for (const account of ['on', 'off'] as const) {
      const { firstOut, firstIn, lines } = await measure(apache, content, account);
      const of = (pick: (line: Figures['lines'][number]) => number) => median(lines.map(pick));
      const row = (what: string, measured: number, unit: string, limit: number) =>
        rows.push({ what: `${what}; browser account ${account}`, measured, unit, limit, bound: 'at most' });
      row(`${NOTES} notes delivered`, firstOut / 1000, 's', 60);
      row(`${NOTES} notes fetched`, firstIn / 1000, 's', 60);
      row('a line delivered and read back', of((line) => line.out) / 1000, 's', 1);
      row('a look for news, with nothing new', of((line) => line.looked) / 1000, 's', 1);
      row('a line fetched', of((line) => line.in) / 1000, 's', 1);
      row(
        'all bodies both ways for a line delivered',
        of(({ bodies }) => bodies),
        'B',
        2048,
      );
      row(
        'the same with the headers of HTTP',
        of(({ wire }) => wire),
        'B',
        3072,
      );
      // Some 300 bytes a file, which compaction keeps few: the price of a look, once in five minutes.
      row(
        'the listing of a look',
        of(({ listing }) => listing),
        'B',
        8192,
      );
    }
  } finally {
    await apache.stop();
  }
  return rows;
}
