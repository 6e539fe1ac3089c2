/**
 * Linking as a build ships it, in one file. When tsx runs it from source, each new function is given its name at run
 * time, which no reader's browser does and which costs a fifth of the time.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const ENTRY = fileURLToPath(new URL('./linking-entry.ts', import.meta.url));

export async function linkingAsShipped(): Promise<typeof import('./linking-entry')> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { write: false, ssr: ENTRY, target: 'es2022' },
  });
  if (!('output' in made)) throw new Error('a build that watches has no output');
  const folder = mkdtempSync(join(tmpdir(), 'backstory-bench-'));
  try {
    const file = join(folder, 'linking.mjs');
    writeFileSync(file, made.output[0].code);
    return (await import(pathToFileURL(file).href)) as typeof import('./linking-entry');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
