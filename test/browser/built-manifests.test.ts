/** What the builds wrote is what was declared; a missing build is a failure. `npm test` builds all four before. */
import { readFileSync } from 'node:fs';
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
