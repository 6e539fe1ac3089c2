/**
 * Ten thousand notes from one real Chromium to another over Apache's WebDAV, sealed: the built extension on both sides,
 * the browser account on as it is by default. Then a line at a time.
 */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { startFaultyProxy } from '../tools/faulty-proxy';
import { openChromium } from '../tools/open-chromium';
import { startApache } from '../tools/webdav-server';
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

export async function bench(): Promise<BenchRow[]> {
  const apache = await startApache();
  if (!apache) throw new Error('Apache is not installed: npm test does it on Debian');
  const proxy = await startFaultyProxy(apache.address);
  const content = await script();
  const [one, two] = [await openDevice(content), await openDevice(content)];
  try {
    const access = { address: proxy.address, folder: 'Backstory', user: apache.user, password: apache.password };
    await one.do('fill', NOTES);
    await two.do('unlockWith', await one.do('seal'));
    await one.do('join', access);
    const firstOut = await one.do('run');
    await two.do('join', access);
    const firstIn = await two.do('run');
    const digests = [await one.do('digest'), await two.do('digest')];
    if (digests[0] !== digests[1]) throw new Error(`the devices differ: ${digests}`);

    const times: { out: number; in: number; bytes: number }[] = [];
    for (let line = 0; line < LINES; line++) {
      await one.do('addLine', `${line} ${LINE}`);
      const before = proxy.seen.length;
      const out = await one.do('run');
      const bytes = proxy.seen.slice(before).reduce((sum, request) => sum + request.bytes, 0);
      times.push({ out, in: await two.do('run'), bytes });
      if (!(await two.do('text')).endsWith(`${line} ${LINE}`)) throw new Error('the line did not arrive');
    }
    const row = (what: string, measured: number, unit: string, limit: number): BenchRow => ({
      what,
      measured,
      unit,
      limit,
      bound: 'at most',
    });
    const of = `${NOTES.toLocaleString('en')} notes, sealed, WebDAV on loopback`;
    return [
      row(`first sync, delivering (${of})`, firstOut / 1000, 's', 60),
      row(`first sync, fetching (${of})`, firstIn / 1000, 's', 60),
      row(`a line delivered and read back (${of})`, median(times.map(({ out }) => out)) / 1000, 's', 1),
      row(`a line fetched (${of})`, median(times.map((time) => time.in)) / 1000, 's', 1),
      row(`bodies both ways for a line delivered (${of})`, median(times.map(({ bytes }) => bytes)), 'B', 2048),
    ];
  } finally {
    await Promise.all([one.close(), two.close()]);
    await proxy.stop();
    await apache.stop();
  }
}
