/** The mistakes that `npm run mutate -- breaks` makes can still be made: each tells of a line that stands in the code. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import breaks from '../../mutate/breaks.json';

const inRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

it.each(breaks)('$file: $name', ({ file, right, wrong, test }) => {
  // Where the code has changed: make the same mistake where the decision is taken now, or delete it with the decision.
  expect(readFileSync(inRoot(file), 'utf8').split(right)).toHaveLength(2);
  expect(wrong).not.toBe(right);
  expect(existsSync(inRoot(test))).toBe(true);
});

it('have a name each', () => {
  expect(new Set(breaks.map(({ name }) => name)).size).toBe(breaks.length);
});
