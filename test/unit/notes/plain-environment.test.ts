import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import * as plain from '../../../lib/notes/plain-environment';

it('has all that this version of Yjs takes of it, which only asks whether it is being developed', () => {
  const yjs = readFileSync(
    createRequire(import.meta.url)
      .resolve('yjs')
      .replace(/yjs\.cjs$/, 'yjs.mjs'),
    'utf8',
  );
  expect(yjs).toContain("import * as env from 'lib0/environment'");
  expect([...yjs.matchAll(/\benv\.\w+\(.*?\)/g)].map(([call]) => call)).toEqual(["env.getVariable('node_env')"]);
  expect([...yjs.matchAll(/\benv\.(?!getVariable)\w+/g)]).toEqual([]);
  expect(plain.getVariable('node_env')).toBeNull();
});
