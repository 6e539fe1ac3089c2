/**
 * Files on a remote must open without Backstory: with Debian's `age`, the files and the passphrase. And the other way
 * round, so that nothing but the standard is relied on.
 */

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeyRow } from '../../lib/database';
import { DOCUMENTS } from '../../lib/notes';
import { deviceFiles, type FileStore } from '../../lib/sync';
import { runRemote } from '../../lib/sync/run-remote';
import { changePassphrase, createRing, unlockRing, vaultOf } from '../../lib/sync/vault';
import { createRandom } from '../sync/random';
import { createSharedFolder } from '../sync/shared-folder';
import { createDevice } from '../unit/notes/device';

const PASSPHRASE = 'correct horse battery';
const FAST = { workFactor: 10 };
const text = new TextEncoder().encode('What the reader wrote: Straße, 日本\n'.repeat(3000));

const installed = ['age', 'age-keygen', 'script'].every((program) => !spawnSync(program, ['--version']).error);
let folder = '';
let ring: KeyRow;
beforeAll(async () => {
  if (!installed && process.env.CI) throw new Error('age and script must be installed in CI');
  folder = mkdtempSync(join(tmpdir(), 'backstory-age-'));
  ring = await createRing(PASSPHRASE, FAST);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** age asks for a passphrase on a terminal only: `script` lends it one, and what is typed is given at each question. */
function ageAtTerminal(args: readonly string[], passphrase: string): Promise<{ code: number; said: string }> {
  const command = ['age', ...args].map((word) => `'${word}'`).join(' ');
  const terminal = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  let answered = 0;
  terminal.stdout.setEncoding('utf8');
  terminal.stdout.on('data', (piece: string) => {
    said += piece;
    for (; said.split(/passphrase[^\n]*: /i).length - 1 > answered; answered++) terminal.stdin.write(`${passphrase}\n`);
  });
  return new Promise((resolve, reject) => {
    terminal.on('error', reject);
    terminal.on('close', (code) => resolve({ code: code ?? -1, said }));
  });
}

describe.skipIf(!installed)('the age tool of Debian', () => {
  it('opens a sealed file with the ring file and the passphrase', async () => {
    const sealed = file('a.age', await vaultOf(ring).close(text));
    const keys = file('keys.age', ring.wrapped);
    const out = join(folder, 'a');
    const { code, said } = await ageAtTerminal(['-d', '-i', keys, '-o', out, sealed], PASSPHRASE);
    expect(said).toMatch(/passphrase/i);
    expect(code, said).toBe(0);
    expect(new Uint8Array(readFileSync(out))).toEqual(text);
  });

  it('opens old and new files after a change of the passphrase', async () => {
    const changed = await changePassphrase(ring, { to: 'another passphrase' }, FAST);
    const keys = file('changed.age', changed.wrapped);
    for (const [name, by] of [
      ['old', ring],
      ['new', changed],
    ] as const) {
      const sealed = file(`${name}.age`, await vaultOf(by).close(text));
      const out = join(folder, name);
      const { code, said } = await ageAtTerminal(['-d', '-i', keys, '-o', out, sealed], 'another passphrase');
      expect(code, said).toBe(0);
      expect(new Uint8Array(readFileSync(out))).toEqual(text);
    }
  });

  it('opens the ring file itself, sealed at the cost that readers get', async () => {
    const { wrapped, current } = await createRing(PASSPHRASE);
    const out = join(folder, 'identities');
    const { code, said } = await ageAtTerminal(['-d', '-o', out, file('full.age', wrapped)], PASSPHRASE);
    expect(code, said).toBe(0);
    // An identity file of age, with a comment above each key.
    expect(readFileSync(out, 'utf8')).toBe(`# 0\n${current}\n`);
  });

  it('opens what is on a remote, as the README says: `age -d -i DEVICE-k….age DEVICE-s….age | gunzip`', async () => {
    const device = createDevice();
    await device.addRemote('folder:1');
    await device.ledger.saveRing(ring);
    await device.type({ entity: 'ana', name: 'Ana', kind: null }, 'Met in Lisbon – naïve?');
    const remote = createSharedFolder();
    const trouble = await runRemote('folder:1', {
      ledger: device.ledger,
      documents: DOCUMENTS,
      open: (_, now) =>
        deviceFiles(remote.store(createRandom(1), () => 0) as FileStore<'sealed'>, vaultOf(now as KeyRow)),
      now: () => device.clock.at,
      online: () => true,
      step: () => {},
      signal: new AbortController().signal,
    });
    expect(trouble).toBeNull();
    const named = (kind: string) =>
      [...remote.files].find(([name]) => name.includes(`-${kind}`)) as [string, Uint8Array];
    const [keys, sealed] = [file(...named('k')), file(...named('s'))];
    const out = join(folder, 'segment.gz');
    const { code, said } = await ageAtTerminal(['-d', '-i', keys, '-o', out, sealed], PASSPHRASE);
    expect(code, said).toBe(0);
    const { docs } = JSON.parse(execFileSync('gunzip', ['-c', out], { encoding: 'utf8' }));
    const note = docs.find(({ id }: { id: string }) => id === 'note:ana');
    // A Yjs update holds the words as they were typed.
    expect(Buffer.from(note.update, 'base64').toString('utf8')).toContain('Met in Lisbon – naïve?');
  });

  it('rejects a wrong passphrase', async () => {
    const sealed = file('b.age', await vaultOf(ring).close(text));
    const keys = file('keys-b.age', ring.wrapped);
    const { code } = await ageAtTerminal(['-d', '-i', keys, '-o', join(folder, 'b'), sealed], 'a guess of mine');
    expect(code).not.toBe(0);
  });

  it('seals files that we open', async () => {
    const plain = file('c', text);
    const identity = file('c.key', new TextEncoder().encode(`${ring.current}\n`));
    const recipient = execFileSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).trim();
    const sealed = execFileSync('age', ['-r', recipient, plain]);
    expect(await vaultOf(ring).open(new Uint8Array(sealed))).toEqual(text);
    const other = vaultOf(await createRing(PASSPHRASE, FAST));
    await expect(other.open(new Uint8Array(sealed))).rejects.toMatchObject({ code: 'locked' });
  });

  it('makes a ring file that we unlock: its own keys under a passphrase', async () => {
    const keys = join(folder, 'made');
    execFileSync('age-keygen', ['-o', keys], { stdio: 'ignore' });
    const wrapped = join(folder, 'made.age');
    const { code, said } = await ageAtTerminal(['-p', '-o', wrapped, keys], PASSPHRASE);
    expect(code, said).toBe(0);
    const made = new Uint8Array(readFileSync(wrapped));
    const unlocked = await unlockRing([made], PASSPHRASE, null);
    expect(readFileSync(keys, 'utf8')).toContain(unlocked.current);
    await expect(unlockRing([made], 'a guess of mine', null)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });
});
