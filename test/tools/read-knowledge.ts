/** The project's own knowledge tables, and those of further folders, as the source of a pack: for tests and measurements. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackSource } from '../../lib/pack';
import { readTables } from '../../lib/pack/tables';

const ROOT = fileURLToPath(new URL('../../assets/knowledge', import.meta.url));

export function readKnowledge(more: readonly string[] = []): PackSource {
  const files = [ROOT, ...more].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.tsv'))
      .sort()
      .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
  );
  return readTables('world', files).source;
}
