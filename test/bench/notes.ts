/** Notes in a real Chromium with its database on the disk: ten thousand of them, and one more key pressed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { BenchRow } from './measure';
import type { errands, fill, NoteTimes } from './notes-in-page';
import { percentile } from './percentile';

const NOTES = 10_000;
const KEYS = 300;
const ADDRESS = 'http://localhost/notes';

interface InPage {
  readonly notesBench: { readonly fill: typeof fill; readonly errands: typeof errands };
}

async function script(): Promise<string> {
  const entry = fileURLToPath(new URL('notes-in-page.ts', import.meta.url));
  const lib = { entry, formats: ['iife' as const], name: 'notesBench', fileName: 'notes' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [output] = built as unknown as [{ output: readonly [{ code: string }] }];
  return output.output[0].code;
}

async function measure(): Promise<NoteTimes> {
  const content = await script();
  const profile = mkdtempSync(join(tmpdir(), 'backstory-notes-'));
  const executablePath = process.env.BACKSTORY_CHROMIUM || '/usr/bin/chromium';
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: ['--no-sandbox'] });
  try {
    const open = async () => {
      const page = await context.newPage();
      await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
      await page.goto(ADDRESS);
      await page.addScriptTag({ content: `${content}; globalThis.notesBench = notesBench` });
      return page;
    };
    const first = await open();
    const accept = await first.evaluate(
      ([count]) => (globalThis as unknown as InPage).notesBench.fill('bench', count as number),
      [NOTES],
    );
    await first.close();
    // A page of its own: nothing is in memory yet.
    const second = await open();
    const times = await second.evaluate(
      ([keys]) => (globalThis as unknown as InPage).notesBench.errands('bench', keys as number),
      [KEYS],
    );
    return { accept, ...times };
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

export async function bench(): Promise<BenchRow[]> {
  const times = await measure();
  const row = (what: string, measured: number, limit: number, unit = 'ms'): BenchRow => ({
    what,
    measured,
    unit,
    limit,
    bound: 'at most',
  });
  const of = `of ${NOTES.toLocaleString('en')} notes`;
  return [
    row(`all ${of} merged and stored`, times.accept / 1000, 15, 's'),
    row(`a key pressed to stored, p95 (${of})`, percentile(times.keystrokes, 0.95), 50),
    row(`first page ${of}, latest change first`, times.changedList, 100),
    row(`a page from the middle ${of}, by name`, times.nameList, 400),
    row(`first search ${of}`, times.firstSearch, 2000),
    row(`next search ${of}`, times.nextSearch, 700),
    row(`tags ${of}`, times.tags, 400),
    row(`digest ${of}`, times.digest, 700),
    row(`next 500 that a remote lacks ${of}`, times.pending, 200),
    row(`one note ${of}`, times.oneNote, 50),
  ];
}
