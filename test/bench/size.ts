/** What readers download into a page and into the popup, gzip, in the published build: the same as `npm run size`, by import. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { BenchRow } from './measure';

const BUILDS = process.env.BACKSTORY_BUILDS ?? fileURLToPath(new URL('../../.output', import.meta.url));
const BUILD = join(BUILDS, 'chrome-mv3');
const SCOUT_KB = 6;
const READER_KB = 36;
const CARD_KB = 30;
const CARD_NOTE_KB = 31;
const POPUP_KB = 60;
/** Bytes. */
const KB = 1000;

export async function bench(): Promise<BenchRow[]> {
  if (!existsSync(join(BUILD, 'popup.html'))) throw new Error(`${BUILD} is not built: npm run build`);
  const row = (what: string, files: Iterable<string>, limit: number): BenchRow => ({
    what: `${what}, gzip`,
    measured: [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / KB,
    unit: 'kB',
    limit,
    bound: 'at most',
  });
  return [
    row('scout, in every frame of a chosen site', [join(BUILD, 'scout.js')], SCOUT_KB),
    row('reader, where a story is', [join(BUILD, 'reader.js')], READER_KB),
    row('card, in its frame only', [join(BUILD, 'card.js')], CARD_KB),
    row('what opens its note, read where the reader turns to it', [join(BUILD, 'card-note.js')], CARD_NOTE_KB),
    row('popup with all that it loads at first', loadedBy(join(BUILD, 'popup.html')), POPUP_KB),
  ];
}

/** The page, its scripts and styles, and every chunk that those import; what comes when it is asked for comes later. */
function loadedBy(page: string, found = new Set<string>()): Set<string> {
  found.add(page);
  const text = readFileSync(page, 'utf8');
  const references = page.endsWith('.html')
    ? text.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)
    : text.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g);
  for (const [, path = ''] of references) {
    const file = path.startsWith('/') ? join(BUILD, path) : resolve(dirname(page), path);
    if (!found.has(file)) loadedBy(file, found);
  }
  return found;
}
