/**
 * Whole exchanges over real WebDAV servers: two devices with the real store, engine, age and transport write at the same
 * time, the network and the server do what they do, and in the end both hold every word. It is long because all share their servers and the way to agree again.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntityKey } from '../../lib/facts';
import { type Fault, type FaultyProxy, startFaultyProxy } from '../tools/faulty-proxy';
import { startApache, startRclone, type WebDavServer } from '../tools/webdav-server';
import { createRealDevice, REMOTE, type RealDevice, sameEverywhere } from './real-device';

const SHORT_SILENCE = 500;
const WORDS = 'correct horse battery staple';
const person = (n: number) => `Q${n}` as EntityKey;

const SERVERS = [
  ['Apache mod_dav', startApache],
  ['rclone serve webdav', startRclone],
] as const;

describe.each(SERVERS)('two devices over %s', (program, start) => {
  let server: WebDavServer | null = null;
  let proxy: FaultyProxy;
  beforeAll(async () => {
    server = await start();
    if (!server && process.env.CI) throw new Error(`${program} must be installed in CI`);
    if (server) proxy = await startFaultyProxy(server.address);
  }, 30_000);
  afterAll(async () => {
    await proxy?.stop();
    await server?.stop();
  });
  beforeEach((context) => {
    if (!server) return context.skip(`${program} is not installed`);
  });
  afterEach(() => {
    proxy?.release();
    if (server) rmSync(folder(), { recursive: true, force: true });
  });
  const folder = () => join((server as WebDavServer).folder, 'Backstory');
  const lying = () => readdirSync(folder()).sort();

  /** The first goes by way of the proxy, the second straight. */
  async function devices(silence?: number): Promise<[RealDevice, RealDevice]> {
    const { address, user, password } = server as WebDavServer;
    const one = await createRealDevice('one', { address: proxy.address, folder: 'Backstory', user, password }, silence);
    const two = await createRealDevice('two', { address, folder: 'Backstory', user, password });
    return [one, two];
  }

  /** As browsers do that run now and then; rclone keeps a file locked for a moment after a broken upload. */
  async function settle(all: readonly RealDevice[]): Promise<void> {
    for (let round = 0; round < 30; round++) {
      const outcomes: string[] = [];
      for (const device of all) outcomes.push(await device.run());
      if (outcomes.every((outcome) => outcome === 'well') && (await sameEverywhere(all))) return;
      if (outcomes.includes('locked-file')) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('no agreement after 30 rounds');
  }

  it('read what the other wrote, both ways, sealed', async () => {
    const [one, two] = await devices();
    await one.passphrase(WORDS);
    await one.type(person(1), 'Seen in Lyon by the harbour.');
    expect(await one.run()).toBe('well');
    await two.type(person(2), 'Written in the other browser.');
    expect(await two.run()).toBe('locked');
    await two.passphrase(WORDS);
    expect(await two.run()).toBe('well');
    expect(await one.run()).toBe('well');
    for (const device of [one, two]) {
      expect(await device.text(person(1))).toBe('Seen in Lyon by the harbour.');
      expect(await device.text(person(2))).toBe('Written in the other browser.');
    }
    await settle([one, two]);
    for (const name of lying()) {
      expect(name).toMatch(/^[0-9a-f]{16}-[ks][0-9a-z]+-[0-9a-f]{16}\.age$/);
      const content = readFileSync(join(folder(), name), 'latin1');
      expect(content).toMatch(/^age-encryption\.org\/v1\n/);
      expect(content).not.toContain('Lyon');
    }
  });

  it('keep every word typed in the same note on both while apart', async () => {
    const [one, two] = await devices();
    await one.type(person(1), 'Before. ');
    await settle([one, two]);
    await one.type(person(1), 'From the laptop. ');
    await two.type(person(1), 'From the desk. ');
    await settle([one, two]);
    const text = (await one.text(person(1))) ?? '';
    expect(text).toContain('Before. ');
    expect(text).toContain('From the laptop. ');
    expect(text).toContain('From the desk. ');
    expect(await two.text(person(1))).toBe(text);
  });

  it('send little for a line, and write nothing when there is nothing to do', async () => {
    const [one, two] = await devices();
    await one.passphrase(WORDS);
    for (let n = 0; n < 100; n++) await one.type(person(n), `A note on person ${n}, of some length, to make it real.`);
    await one.run();
    await two.passphrase(WORDS);
    await settle([one, two]);
    await one.run();
    await two.run();
    await one.run();
    const measure = async (what: string) => {
      const [before, wire] = [proxy.seen.length, proxy.wire()];
      expect(await one.run()).toBe('well');
      const requests = proxy.seen.slice(before);
      const bodies = requests.reduce((sum, { bytes }) => sum + bytes, 0);
      const list = requests.map(({ method }) => method).join(' ');
      console.log(`${program}: ${what}: ${bodies} bytes of bodies, ${proxy.wire() - wire} with headers, ${list}`);
      return { bodies, list };
    };
    const quiet = await measure('nothing to do');
    expect(quiet.list).not.toMatch(/PUT|DELETE|MKCOL/);
    await one.type(person(5), ' One more line.');
    const line = await measure('one line, sealed');
    // The line goes out once and is read back once; the rest is the listing.
    expect(line.bodies - quiet.bodies).toBeLessThan(2048);
  });

  const faults: readonly (readonly [Fault, string, string])[] = [
    ...[401, 403, 412, 423, 500, 507].flatMap((status) =>
      ['PROPFIND', 'GET', 'PUT', 'DELETE'].map((method) => [{ kind: 'status', status } as const, method, ''] as const),
    ),
    [{ kind: 'status', status: 404 }, 'PROPFIND', 'not-found'],
    [{ kind: 'status', status: 409 }, 'PUT', 'conflict'],
    [{ kind: 'html' }, 'PROPFIND', 'server'],
    [{ kind: 'html' }, 'GET', 'server'],
    [{ kind: 'torn' }, 'PROPFIND', 'unreachable'],
    [{ kind: 'torn' }, 'GET', 'unreachable'],
    [{ kind: 'short' }, 'PROPFIND', 'server'],
    [{ kind: 'short' }, 'GET', ''],
    [{ kind: 'cut' }, 'PROPFIND', 'unreachable'],
    [{ kind: 'cut' }, 'GET', 'unreachable'],
    [{ kind: 'cut' }, 'PUT', 'unreachable'],
    [{ kind: 'cut' }, 'DELETE', 'unreachable'],
    [{ kind: 'dies-during-upload' }, 'PUT', 'unreachable'],
    [{ kind: 'keeps-half' }, 'PUT', 'unreachable'],
    [{ kind: 'dies-after' }, 'PUT', 'unreachable'],
    [{ kind: 'dies-after' }, 'DELETE', 'unreachable'],
    [{ kind: 'slow', ms: 3 * SHORT_SILENCE }, '*', 'timeout'],
  ];
  const CODES: Readonly<Record<number, string>> = {
    401: 'credentials',
    403: 'forbidden',
    412: 'precondition',
    423: 'locked-file',
    500: 'server',
    507: 'full',
  };
  it.each(
    faults.map(([fault, method, code]) => ({
      fault,
      method,
      what: fault.kind === 'status' ? fault.status : fault.kind,
      code: code || (fault.kind === 'status' ? CODES[fault.status] : ''),
    })),
  )('lose nothing by $what at $method, report it, and agree afterwards', async ({ fault, method, code }) => {
    const [one, two] = await devices(fault.kind === 'slow' ? SHORT_SILENCE : undefined);
    await one.type(person(1), 'Before the trouble. ');
    await settle([one, two]);
    await one.type(person(1), 'Typed here. ');
    // Several files of its own, so that there is something to join and remove.
    for (let n = 10; n < 13; n++) {
      await one.type(person(n), `Short ${n}. `);
      expect(await one.run()).toBe('well');
    }
    await one.type(person(1), 'Typed here last. ');
    await two.type(person(1), 'Typed there. ');
    expect(await two.run()).toBe('well');

    // The fault stays for the first request of its kind, then for all.
    let met = false;
    for (const times of [1, Number.POSITIVE_INFINITY]) {
      const before = proxy.seen.length;
      const isMet = () => proxy.seen.slice(before).some((request) => method === '*' || request.method === method);
      proxy.inject(fault, { method, times });
      let success: number | null = null;
      let outcome = 'well';
      // Files are joined, and the old ones removed, only once there are several of a size.
      for (let tries = 0; tries < 15 && outcome === 'well' && !isMet(); tries++) {
        await one.type(person(100 + tries), randomBytes(3000).toString('base64'));
        success = await lastSuccess(one);
        outcome = await one.run();
      }
      met ||= isMet();
      // What fails once may be asked for again, or make no difference.
      if (outcome === 'well') {
        expect(times === 1 || !met).toBe(true);
      } else {
        // What the server does not hand out keeps nobody from delivering: it is told at the end.
        if (code) expect(method === 'GET' ? [code, 'withheld'] : [code]).toContain(outcome);
        expect(await lastSuccess(one)).toBe(success);
      }
      // Whatever lies there now, the other one can work on.
      expect(['well', 'damaged', 'withheld']).toContain(await two.run());
    }
    expect(met).toBe(true);
    const success = await lastSuccess(one);
    await one.type(person(1), 'Typed during the trouble. ');

    proxy.release();
    await settle([one, two]);
    const text = (await two.text(person(1))) ?? '';
    for (const words of ['Before the trouble. ', 'Typed here. ', 'Typed here last. ', 'Typed there. ', 'Typed during'])
      expect(text).toContain(words);
    expect(await one.text(person(1))).toBe(text);
    for (let n = 10; n < 13; n++) expect(await two.text(person(n))).toBe(`Short ${n}. `);
    expect(await lastSuccess(one)).toBeGreaterThan(success ?? 0);
  });

  it('fill a folder again that was emptied or removed', async () => {
    const [one, two] = await devices();
    for (let n = 0; n < 20; n++) await (n % 2 ? one : two).type(person(n), `Note ${n}`);
    await settle([one, two]);
    for (const name of lying()) rmSync(join(folder(), name));
    expect(await one.run()).toBe('well');
    rmSync(folder(), { recursive: true });
    await settle([one, two]);
    const [third] = await devices();
    await settle([one, two, third as RealDevice]);
    for (let n = 0; n < 20; n++) expect(await third.text(person(n))).toBe(`Note ${n}`);
  });

  it('repair files that were corrupted or truncated, and leave others alone', async () => {
    const [one, two] = await devices();
    for (let n = 0; n < 5; n++) await one.type(person(n), `Note ${n}`);
    await one.run();
    writeFileSync(join(folder(), 'readme.txt'), 'mine');
    writeFileSync(join(folder(), 'conflicted copy of something.age'), 'not mine');
    const [cut, ...others] = lying().filter((name) => /-s/.test(name));
    truncateSync(join(folder(), cut as string), statSync(join(folder(), cut as string)).size >> 1);
    for (const name of others) {
      const bytes = readFileSync(join(folder(), name));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 255;
      writeFileSync(join(folder(), name), bytes);
    }
    expect(await two.run()).toBe('damaged');
    await settle([one, two]);
    for (let n = 0; n < 5; n++) expect(await two.text(person(n))).toBe(`Note ${n}`);
    expect(readFileSync(join(folder(), 'readme.txt'), 'utf8')).toBe('mine');
    expect(lying()).toContain('conflicted copy of something.age');
  });

  it('stop at once when cancelled, at any point, and continue later', async () => {
    for (const method of ['PROPFIND', 'GET', 'PUT']) {
      const [one, two] = await devices();
      await two.type(person(1), 'From two. ');
      await two.run();
      await one.type(person(1), 'From one. ');
      proxy.inject({ kind: 'hold' }, { method });
      const running = one.run();
      await proxy.held();
      // The server still holds its answer, which is shorter than the patience of the device.
      one.cancel();
      expect(await running).toBe('cancelled');
      proxy.release();
      await settle([one, two]);
      expect(await two.text(person(1))).toContain('From one. ');
      expect(await two.text(person(1))).toContain('From two. ');
      rmSync(folder(), { recursive: true, force: true });
    }
  });

  it('work at the same time without a lock', async () => {
    const { address, user, password } = server as WebDavServer;
    const access = { address, folder: 'Backstory', user, password };
    const all = await Promise.all(['a', 'b', 'c', 'd'].map((name) => createRealDevice(name, access)));
    for (let round = 0; round < 5; round++) {
      for (const device of all) await device.type(person(1), `${device.name}${round} `);
      await Promise.all(all.map((device) => device.run()));
    }
    await settle(all);
    const text = (await all[0]?.text(person(1))) ?? '';
    for (const { name } of all) for (let round = 0; round < 5; round++) expect(text).toContain(`${name}${round} `);
  });
});

/** As many an old Apache is set up: what is named `.gz` is sent as if it were text that travels packed. */
it('work, plain and then sealed, on a server that unpacks what it takes for an archive', async (context) => {
  const server = await startApache({ lines: ['AddEncoding x-gzip .gz'] });
  if (!server) return context.skip('Apache is not installed');
  try {
    const { address, user, password } = server;
    const access = { address, folder: 'Backstory', user, password };
    const [one, two] = await Promise.all([createRealDevice('one', access), createRealDevice('two', access)]);
    await one.type(person(1), 'Typed before. ');
    expect(await one.run()).toBe('well');
    expect((await one.ledger.backlog(REMOTE)).count).toBe(0);
    await one.passphrase(WORDS);
    await one.run();
    await two.passphrase(WORDS);
    await two.run();
    expect((await one.ledger.backlog(REMOTE)).count).toBe(0);
    expect(await two.text(person(1))).toBe('Typed before. ');
  } finally {
    await server.stop();
  }
});

async function lastSuccess({ ledger }: RealDevice): Promise<number | null> {
  return (await ledger.remotes()).find(({ id }) => id === REMOTE)?.lastSuccess ?? null;
}
