/** Puts the outlines of countries, and where towns lie, into the output of every build; nobody reads them before a map is shown. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ResolvedPublicFile } from 'wxt';

export function mapHooks(files: ResolvedPublicFile[]): void {
  const outlines = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  files.push({ absoluteSrc: outlines, relativeDest: 'maps/outlines.json' });
  files.push({ absoluteSrc: fileURLToPath(new URL('places.json', import.meta.url)), relativeDest: 'maps/places.json' });
}
