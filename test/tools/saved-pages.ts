/** Saved pages of other sites, opened in a real Chromium: decoded as they say themselves, parsed, nothing of them run or loaded. */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { Clues } from '../../lib/dating';

/** Bytes in which a page has to have said how it is written. */
const HEAD = 4_096;

export interface SavedPages {
  /** What the page in that file says of its day, were it at that address; and how long it took to gather. */
  clues(file: string, address: string): Promise<{ readonly clues: Clues; readonly ms: number }>;
  close(): Promise<void>;
}

function decoded(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const claimed = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? '';
  for (const [name, fatal] of [
    ['utf-8', true],
    [claimed, false],
  ] as const) {
    try {
      return new TextDecoder(name, { fatal }).decode(bytes);
    } catch {
      // Many were saved as they came, whatever they say.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: new URL('day-clues-in-page.ts', import.meta.url).pathname, formats: ['iife'], name: 'inPage' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the script was not built');
  return output.output[0].code;
}

export async function openSavedPages(): Promise<SavedPages> {
  const code = await script();
  const browser = await chromium.launch({
    executablePath: process.env.BACKSTORY_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  await page.addScriptTag({ content: code });
  return {
    clues: (file, address) =>
      page.evaluate(([html, at]) => window.cluesOf(html, at), [decoded(readFileSync(file)), address] as const),
    close: () => browser.close(),
  };
}
