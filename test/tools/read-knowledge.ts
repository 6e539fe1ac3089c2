/** The project's own knowledge tables as the source of a pack: for tests and measurements. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOf, type Which } from '../../assets/knowledge/build-pack';
import type { PackSource } from '../../lib/pack';
import { readTables } from '../../lib/pack/tables';

const ROOT = fileURLToPath(new URL('../../assets/knowledge', import.meta.url));

export function readKnowledge(which: Which = 'all'): PackSource {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsv') && isOf(which, path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
  return readTables('world', files).source;
}
