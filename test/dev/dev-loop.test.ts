/** `npm run dev` without a screen, on a copy of the project: lines are changed, and the browser shows them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  ...['entrypoints', 'components', 'lib', 'assets', 'test/tools', 'test/fixtures/stories'],
  ...['wxt.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'],
];
/** Of a first build on a machine with other work. */
const LONG = 300_000;

let copy: string;
let dev: ChildProcess;
let said = '';

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'backstory-dev-')));
  for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(copy, 'node_modules'));
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env;
  dev = spawn(process.execPath, ['test/tools/dev.mjs'], { cwd: copy, env: { ...environment, CI: '1' } });
  for (const stream of [dev.stdout, dev.stderr]) stream?.on('data', (text) => (said += text));
});
afterAll(async () => {
  await stop();
  rmSync(copy, { recursive: true, force: true });
});

async function stop(): Promise<number | null> {
  if (dev.exitCode === null && dev.signalCode === null) {
    const ended = new Promise((end) => dev.once('exit', end));
    dev.kill('SIGINT');
    await ended;
  }
  return dev.exitCode;
}

/** What was said from `begin` on, once it holds all of `words`. */
async function says(begin: number, ...words: string[]): Promise<void> {
  const lacks = () => words.filter((word) => !said.slice(begin).includes(word));
  for (const end = Date.now() + LONG; lacks().length > 0; await new Promise((next) => setTimeout(next, 100)))
    if (Date.now() > end || dev.exitCode !== null) throw new Error(`never said “${lacks()}”, but:\n${said}`);
}

/** Replaces a passage of a source; returns where the talk about it begins. */
function change(file: string, passage: string, by: string): number {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(passage);
  const begin = said.length;
  writeFileSync(path, text.replace(passage, by));
  return begin;
}

it('shows each change in the browser, and leaves none behind', { timeout: 3 * LONG }, async () => {
  await says(0, '    Ties\n', 'Ctrl+C ends it');

  const messages = change('assets/public/_locales/en/messages.json', '"Ties"', '"Changed ties"');
  await says(messages, 'Reloaded', '    Changed ties\n');
  // No script holds it, so none was built.
  expect(said.slice(messages)).toMatch(/^Built in .*: marks$/m);

  const reader = 'entrypoints/reader/index.ts';
  const broken = change(reader, 'const view = window;', 'const view = = window;');
  await says(broken, 'Not built');
  const mended = change(reader, 'const view = = window;', "const view = window;\n  document.title = 'Changed title';");
  await says(mended, 'Reloaded', 'Changed title\n', '    Changed ties\n');

  expect(await stop()).toBe(0);
  expect(execFileSync('ps', ['-A', '-ww', '-o', 'args'], { encoding: 'utf8' })).not.toContain(copy);
});
