import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/**
 * Browser tests run on machines that are slower and busier than ours: what a press brings comes later than the next line
 * of a test, and what a test waits for takes its time.
 */

const FOLDER = fileURLToPath(new URL('../browser', import.meta.url));
const texts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(`${FOLDER}/${path}`, 'utf8') }));

/** All that matches in them, each with its file. */
const found = (pattern: RegExp, within = texts): string[] =>
  within.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([words]) => `${path}: ${words}`));

/** Not `expect.poll`. */
const ONCE =
  /\bexpect\(\s*\(?await\b[^;]*?(?:\.activeElement|\.title\(\)|document\.title|location\.hash|\.focus\))[^;]*;/g;

it('await focus, title and address, which follow a press, in place of reading them once', () => {
  expect(texts.length).toBeGreaterThan(60);
  expect(found(ONCE)).toEqual([]);
  const bad = 'expect(\n  await page.evaluate(() => document.activeElement?.textContent),\n).toBe(name);';
  expect(found(ONCE, [{ path: 'x.test.ts', text: bad }])).toHaveLength(1);
  const good = bad.replace('expect(', 'await expect.poll(').replace('await page', '() => page');
  expect(found(ONCE, [{ path: 'x.test.ts', text: good }])).toEqual([]);
});

it('have no less patience with what comes than all of them have by default', () => {
  const least = 30_000;
  const impatient = ({ timeout }: { readonly timeout: string }) => Number(timeout.replaceAll('_', '')) < least;
  const waits = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/\btimeout: ([\d_]+)/g)].map(([, timeout = '']) => ({ path, timeout })),
  );
  expect(waits.filter(impatient)).toEqual([]);
  expect(impatient({ timeout: '5_000' })).toBe(true);
});
