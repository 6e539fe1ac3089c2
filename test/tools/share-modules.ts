/** For test files that share their modules with others: each finds the globals as the first did. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, vi } from 'vitest';

beforeAll(() => {
  const file = expect.getState().testPath ?? '';
  if (/\bvi\.((do)?mock|resetModules)\(/i.test(readFileSync(file, 'utf8'))) {
    throw new Error(`${file} replaces a module, for all files that come after it: test/vitest.config.ts`);
  }
});

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  if (typeof document === 'undefined') return;
  for (const part of [document.head, document.body]) part.replaceChildren();
  for (const part of [document.documentElement, document.body]) {
    for (const name of part.getAttributeNames()) part.removeAttribute(name);
  }
});
