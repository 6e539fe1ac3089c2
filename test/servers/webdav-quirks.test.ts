/** Two devices sync over servers that follow the standard in unusual ways; each must find what the other wrote. */
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { EntityKey } from '../../lib/facts';
import { findWebDav } from '../../lib/sync/remotes/find-webdav';
import { createWebDavStore } from '../../lib/sync/remotes/webdav';
import type { Cargo } from '../../lib/sync/types';
import { QUIRKS, type QuirkyServer, startQuirkyWebdav } from '../tools/quirky-webdav';
import { LOGIN } from '../tools/webdav-server';
import { createRealDevice, sameEverywhere } from './real-device';

const { signal } = new AbortController();
const person = (n: number) => `Q${n}` as EntityKey;
const names = (Object.keys(QUIRKS) as (keyof typeof QUIRKS)[]).filter((name) => name !== 'sends in a circle');

let server: QuirkyServer;
afterEach(() => server.stop());
const access = () => ({ address: server.address, folder: 'Backstory', ...LOGIN });

describe.each(names)('a WebDAV server that: %s', (name) => {
  it('syncs notes both ways, and writes nothing more when everything is there', async () => {
    server = await startQuirkyWebdav(name);
    const one = await createRealDevice('one', access());
    const two = await createRealDevice('two', access());
    await one.type(person(1), 'Seen in Lyon by the harbour.');
    await two.type(person(2), 'Written in the other browser.');
    const outcomes = [];
    for (const device of [one, two, one, two, one]) outcomes.push(await device.run());
    expect(outcomes).toEqual(['well', 'well', 'well', 'well', 'well']);
    for (const device of [one, two]) {
      expect(await device.text(person(1))).toBe('Seen in Lyon by the harbour.');
      expect(await device.text(person(2))).toBe('Written in the other browser.');
    }
    expect(await sameEverywhere([one, two])).toBe(true);
    const before = server.asked.length;
    for (const device of [one, two]) expect(await device.run()).toBe('well');
    const asked = server.asked.slice(before).filter((each) => !each.startsWith('PROPFIND'));
    expect(asked).toEqual([]);
  });

  it('is found at set-up', async () => {
    server = await startQuirkyWebdav(name);
    const found = await findWebDav({ address: server.address, ...LOGIN }, signal);
    expect(found).toBe(name.startsWith('moved') ? `${server.address}new/` : server.address);
  });
});

describe('files next to the sync folder', () => {
  it('or in a folder inside it are not used', async () => {
    server = await startQuirkyWebdav('lists inner folders, too');
    const bytes = new Uint8Array(randomBytes(20)) as Cargo<'sealed'>;
    const name = (seq: number) => `${'a'.repeat(16)}-s${seq}-${'b'.repeat(16)}.age`;
    const outer = createWebDavStore<'sealed'>(access());
    const inner = createWebDavStore<'sealed'>({ ...access(), folder: 'Backstory/Old' });
    await outer.list(signal);
    await inner.list(signal);
    await outer.write(name(1), bytes, signal);
    await inner.write(name(2), bytes, signal);
    expect(await outer.list(signal)).toEqual([{ name: name(1), bytes: 20 }]);
  });
});

describe('a server with circular redirects', () => {
  it('is given up after some rounds', async () => {
    server = await startQuirkyWebdav('sends in a circle');
    await expect(createWebDavStore(access()).list(signal)).rejects.toMatchObject({ code: 'server' });
    expect(server.asked.length).toBeLessThan(10);
  });
});

describe('a server that refuses once', () => {
  it.each([401, 403, 404, 409, 423, 429, 500, 503, 507])(
    'with %i: the next run succeeds, and nothing is lost',
    async (status) => {
      server = await startQuirkyWebdav();
      const one = await createRealDevice('one', access());
      const two = await createRealDevice('two', access());
      await one.type(person(1), 'Before.');
      expect(await one.run()).toBe('well');
      // At each question of an exchange in turn.
      for (let question = 0; question < 6; question++) {
        await one.type(person(1), ` ${question}`);
        server.refuse.push(...Array.from({ length: question }, () => 0), status);
        await one.run();
        server.refuse.length = 0;
        expect(await one.run()).toBe('well');
      }
      expect(await two.run()).toBe('well');
      expect(await two.text(person(1))).toBe('Before. 0 1 2 3 4 5');
    },
  );
});
