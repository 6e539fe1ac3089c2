/** What the builds wrote is what was declared; a missing build is a failure. `npm test` builds before. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { expectHarmless } from '../tools/harmless-manifest';

it.each([
  ['chrome-mv3', false],
  ['firefox-mv3', false],
  ['chrome-mv3-demo', true],
  ['firefox-mv3-demo', true],
])('the built manifest of %s requests no more than it explains', (folder, demo) => {
  const manifest = JSON.parse(readFileSync(new URL(`../../.output/${folder}/manifest.json`, import.meta.url), 'utf8'));
  expect(manifest.manifest_version).toBe(3);
  expectHarmless(manifest, demo);
});

it.each(['chrome', 'firefox'])(
  'the demo for %s, which most tests use, is byte for byte what is published',
  (browser) => {
    const folder = (name: string) => new URL(`../../.output/${name}/`, import.meta.url);
    const files = (name: string) =>
      readdirSync(folder(name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
        .map((entry) => relative(fileURLToPath(folder(name)), join(entry.parentPath, entry.name)))
        .sort();
    const published = files(`${browser}-mv3`);
    expect(published.length).toBeGreaterThan(20);
    expect(files(`${browser}-mv3-demo`)).toEqual(published);
    for (const file of published) {
      const [one, other] = [`${browser}-mv3`, `${browser}-mv3-demo`].map((name) =>
        readFileSync(new URL(file, folder(name))),
      );
      expect(one?.equals(other ?? Buffer.of()), file).toBe(true);
    }
  },
);

it.each(['chrome-mv3', 'firefox-mv3'])(
  'only one of the scripts in %s’s worker contains Yjs, since two copies would not accept each other’s documents',
  (folder) => {
    const parts = ['background', 'story-reading', 'note-documents', 'open-world', 'locator', 'sync-run'];
    const scripts = parts.map((name) => `${name}.js`);
    const withYjs = scripts.filter((name) =>
      readFileSync(new URL(`../../.output/${folder}/${name}`, import.meta.url), 'utf8').includes(
        'Yjs was already imported',
      ),
    );
    expect(withYjs).toEqual(['note-documents.js']);
  },
);
