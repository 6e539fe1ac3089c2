/** What the builds wrote is what was declared; a missing build is a failure. `npm test` builds all four before. */
import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { expectHarmless } from '../tools/harmless-manifest';

it.each([
  ['chrome-mv3', false],
  ['firefox-mv3', false],
  ['chrome-mv3-demo', true],
  ['firefox-mv3-demo', true],
])('the built manifest of %s asks for no more than it says', (folder, demo) => {
  const manifest = JSON.parse(readFileSync(new URL(`../../.output/${folder}/manifest.json`, import.meta.url), 'utf8'));
  expect(manifest.manifest_version).toBe(3);
  expectHarmless(manifest, demo);
});

/** Bytes: the addresses of this machine, and names of chunks. */
const SITES = 300;

it.each(['chrome', 'firefox'])('the demo for %s, which most tests run on, is built as what is published', (browser) => {
  const sizeIn = (folder: string, file: string) =>
    statSync(new URL(`../../.output/${folder}/${file}`, import.meta.url)).size;
  for (const file of ['background.js', 'card.js', 'reader.js', 'scout.js']) {
    const apart = Math.abs(sizeIn(`${browser}-mv3`, file) - sizeIn(`${browser}-mv3-demo`, file));
    expect(apart, file).toBeLessThan(SITES);
  }
});
