import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, expect, it, vi } from 'vitest';
import * as plain from '../../../lib/notes/plain-logging';

afterEach(() => vi.restoreAllMocks());

it('logs the words and ignores the styles', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  plain.print(plain.ORANGE, plain.BOLD, '[yjs] ', plain.UNBOLD, plain.RED, 'Changed the client-id', { id: 3 });
  plain.warn('Not same Y.Doc');
  const said = log.mock.calls.map((words) => words.filter((word) => word !== ''));
  expect(said).toEqual([['[yjs] ', 'Changed the client-id', { id: 3 }]]);
  expect(warn.mock.calls).toEqual([['Not same Y.Doc']]);
});

it('exports everything that this version of Yjs imports from it', () => {
  const yjs = readFileSync(
    createRequire(import.meta.url)
      .resolve('yjs')
      .replace(/yjs\.cjs$/, 'yjs.mjs'),
    'utf8',
  );
  expect(yjs).toContain("import * as logging from 'lib0/logging'");
  const taken = new Set([...yjs.matchAll(/\blogging\.(\w+)/g)].map(([, name]) => name));
  expect([...taken].filter((name) => name !== undefined && !(name in plain)).sort()).toEqual([]);
});
