/**
 * Chromium and Firefox with the built extension, over a real Apache: what is written in one is read in the other. Then
 * each of them is killed in each step of an exchange – the proxy holds the step open – started again on the same
 * profile, and nothing that was typed is missing anywhere. `npm run test:sync` has time for every death; `npm test` for
 * one in the middle of a delivery.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntityKey } from '../../../lib/facts';
import type { SyncStep } from '../../../lib/sync';
import { type Fault, type FaultPlace, type FaultyProxy, startFaultyProxy } from '../../tools/faulty-proxy';
import { startApache, type WebDavServer } from '../../tools/webdav-server';
import { until } from '../extension/session';
import { type DeviceBrowser, openDevice } from './open-device';

const PASSPHRASE = 'five hundred miles of rain';
const MESSAGES = new URL('../../../assets/public/_locales/en/messages.json', import.meta.url);
const messages = JSON.parse(readFileSync(MESSAGES, 'utf8')) as Record<string, { readonly message: string }>;
const said = (key: string): string => messages[key]?.message ?? key;
const entity = (name: string) => name as EntityKey;
const SHARED = entity('shared');

let server: WebDavServer | null = null;
const chromium = openDevice('Chromium');
const firefox = openDevice('Firefox');
const both = [chromium, firefox] as const;
/** One proxy for each, so that a fault meets the one that it is meant for. */
const proxies = new Map<DeviceBrowser, FaultyProxy>();
const proxyOf = (device: DeviceBrowser) => proxies.get(device) as FaultyProxy;
const otherOf = (device: DeviceBrowser) => (device === chromium ? firefox : chromium);
/** Everything that was ever typed into the shared note, each piece unlike any other. */
const typed: string[] = [];

beforeAll(async () => {
  server = await startApache();
  if (!server && process.env.CI) throw new Error('Apache must be installed in CI');
  if (!server) return;
  for (const device of both) {
    proxies.set(device, await startFaultyProxy(server.address));
    await device.start();
  }
});
afterAll(async () => {
  for (const device of both) await device.close().catch(() => {});
  for (const proxy of proxies.values()) await proxy.stop();
  await server?.stop();
});
beforeEach((context) => {
  if (!server) return context.skip('Apache is not installed');
});
afterEach(() => {
  for (const proxy of proxies.values()) proxy.release();
});

const lying = () => readdirSync(join((server as WebDavServer).folder, 'Backstory')).sort();

async function type(device: DeviceBrowser, words: string): Promise<void> {
  const piece = `${device.name}: ${words}. `;
  await device.do('type', SHARED, piece);
  typed.push(piece);
}

/** Runs as browsers do, in turn, until both say that all went well and hold the same. */
async function settle(): Promise<void> {
  const told: string[] = [];
  for (let round = 0; round < 10; round++) {
    const outcomes: string[] = [];
    for (const device of both) outcomes.push(await device.do('run'));
    told.push(outcomes.join(' / '));
    const [one, two] = [await chromium.do('digest'), await firefox.do('digest')];
    if (outcomes.every((outcome) => outcome === 'well') && one === two) return;
  }
  throw new Error(`no agreement: ${told.join('; ')}`);
}

async function expectAllTyped(): Promise<void> {
  const [one, two] = [await chromium.do('text', SHARED), await firefox.do('text', SHARED)];
  for (const piece of typed) expect(one).toContain(piece);
  expect(two).toBe(one);
}

describe('Chromium and Firefox over an Apache server', () => {
  it('are set up, the first on its library page, and read what the other wrote', async () => {
    const { user, password } = server as WebDavServer;
    const page = chromium.page();
    await type(chromium, 'before anything was set up');
    await page.getByRole('button', { name: said('sync_add_webdav') }).click();
    await page.getByLabel(said('sync_webdav_address')).fill(proxyOf(chromium).address);
    await page.getByLabel(said('sync_webdav_user')).fill(user);
    await page.getByLabel(said('sync_webdav_password')).fill(password);
    await page.getByRole('button', { name: said('sync_webdav_add'), exact: true }).click();
    await until(
      () =>
        chromium.do('outcome').then(
          (outcome) => outcome === 'well',
          () => false,
        ),
      'no first sync',
    );
    expect(lying().every((name) => name.endsWith('.age'))).toBe(false);

    await page.getByRole('button', { name: said('sync_passphrase_do_set') }).click();
    await page.getByLabel(said('sync_passphrase_new')).fill(PASSPHRASE);
    await page.getByLabel(said('sync_passphrase_again')).fill(PASSPHRASE);
    await page.getByRole('button', { name: said('sync_passphrase_save') }).click();
    // Everything is written anew under the key; what lay there in plain goes.
    await until(() => lying().every((name) => name.endsWith('.age')), 'plain files stay');

    await type(firefox, 'before it joined');
    const access = { address: proxyOf(firefox).address, folder: 'Backstory', user, password };
    await firefox.do('join', access, PASSPHRASE, false);
    await settle();
    await expectAllTyped();
  });

  it('merge what was typed in both while apart, word by word', async () => {
    for (const device of both) await type(device, 'while apart');
    await settle();
    await expectAllTyped();
    for (const name of lying()) {
      expect(readFileSync(join((server as WebDavServer).folder, 'Backstory', name), 'latin1')).not.toContain('apart');
    }
  });

  it('sync settings and refusals, but not permissions', async () => {
    await chromium.do('decide');
    const travelled = { theme: 'dark', refused: { mic: ['mic-group'] }, network: 'ask', history: false };
    await until(async () => {
      await settle();
      return (await firefox.do('decided')) === JSON.stringify(travelled);
    }, 'the settings do not travel');
    expect(JSON.parse(await chromium.do('decided'))).toEqual({ ...travelled, network: 'automatic', history: true });
  });

  it('measured: one line in each direction', async () => {
    for (const device of both) {
      await settle();
      await type(device, `a line for the clock`);
      const began = performance.now();
      expect(await device.do('run')).toBe('well');
      const out = performance.now() - began;
      expect(await otherOf(device).do('run')).toBe('well');
      const ms = performance.now() - began;
      console.log(`${device.name}: a line out in ${out.toFixed(0)} ms, in the other after ${ms.toFixed(0)} ms`);
      expect(await otherOf(device).do('text', SHARED)).toContain(typed.at(-1));
    }
  });
});

/** Begins a run that comes to this step. Files are joined, and the old ones removed, only once there are several. */
async function reach(device: DeviceBrowser, step: SyncStep): Promise<void> {
  for (let tries = 0; ; tries++) {
    await device.do('type', entity(`noise-${device.name}-${tries}`), randomBytes(10_000).toString('base64'));
    const reached = await device.do('runUntil', step).then(
      () => true,
      (error) => {
        if (tries === 15) throw error;
        return false;
      },
    );
    if (reached) return;
  }
}

interface Death {
  readonly step: SyncStep;
  /** Null: nothing need be held, the step is long enough. */
  readonly fault: Fault | null;
  readonly place: FaultPlace;
}

const EVERY_DEATH = process.env.BACKSTORY_EVERY_DEATH === '1';

const ALL_DEATHS: readonly Death[] = [
  { step: 'look', fault: { kind: 'hold' }, place: { method: 'PROPFIND' } },
  { step: 'read', fault: { kind: 'hold-answer' }, place: { method: 'GET' } },
  { step: 'write', fault: { kind: 'hold' }, place: { method: 'PUT' } },
  { step: 'write', fault: { kind: 'hold-answer' }, place: { method: 'PUT' } },
  { step: 'write', fault: { kind: 'hold-half' }, place: { method: 'PUT' } },
  { step: 'check', fault: { kind: 'hold-answer' }, place: { method: 'GET', after: 'PUT' } },
  { step: 'tidy', fault: { kind: 'hold' }, place: { method: 'DELETE' } },
  { step: 'tidy', fault: { kind: 'hold-answer' }, place: { method: 'DELETE' } },
  { step: 'merge', fault: null, place: { method: 'GET' } },
];
const DEATHS = EVERY_DEATH ? ALL_DEATHS : ALL_DEATHS.filter(({ fault }) => fault?.kind === 'hold-half');
/** Merged in several transactions, so that the kill comes in the middle. */
const MANY = 800;

describe.each(both.map((device) => ({ device, name: device.name })))('$name, killed', ({ device }) => {
  it.each(DEATHS.map((death) => ({ ...death, how: death.fault?.kind ?? 'as it is' })))(
    'in “$step” ($how), loses nothing and continues',
    async ({ step, fault, place, how }) => {
      const proxy = proxyOf(device);
      const other = otherOf(device);
      // News to read, of both kinds: one note that both write, and new ones.
      await type(other, `written before ${device.name} died in ${step}, ${how}`);
      if (fault === null) await other.do('typeMany', `many-${device.name}-`, MANY, 'One of many notes');
      else await other.do('type', entity(`${device.name}-${step}-${how}`), 'A note of its own');
      expect(await other.do('run')).toBe('well');

      if (fault) proxy.inject(fault, place);
      await type(device, `typed before the death in ${step}, ${how}`);
      await reach(device, step);
      if (fault) await proxy.held();
      await type(device, `typed during the step ${step}, ${how}`);
      await device.kill();
      proxy.release();

      await type(other, `written while ${device.name} was dead in ${step}, ${how}`);
      await device.start();
      await settle();
      await expectAllTyped();
      if (fault === null) {
        for (const number of [0, MANY / 2, MANY - 1]) {
          expect(await device.do('text', entity(`many-${device.name}-${number}`))).toBe(`One of many notes ${number}`);
        }
      } else expect(await device.do('text', entity(`${device.name}-${step}-${how}`))).toBe('A note of its own');
    },
    90_000,
  );
});

// An alarm rings after half a minute at the soonest.
const LONE_DEATH =
  'a worker that dies alone in the middle of a delivery is woken and delivers, with no page open to ask';
if (EVERY_DEATH) it(LONE_DEATH, dieAlone, 200_000);

async function dieAlone(): Promise<void> {
  await settle();
  const proxy = proxyOf(chromium);
  proxy.inject({ kind: 'hold' }, { method: 'PUT' });
  await type(chromium, 'typed before the worker died');
  await chromium.do('runUntil', 'write');
  await proxy.held();
  await chromium.page().goto('about:blank');
  await killWorkers(chromium.page());
  const before = proxy.seen.length;
  proxy.release();
  const written = () => proxy.seen.slice(before).some(({ method }) => method === 'PUT');
  await until(written, 'nobody woke the worker', 150_000);
  const arrived = async () => {
    await firefox.do('run');
    return (await firefox.do('text', SHARED)).includes('typed before the worker died');
  };
  await until(arrived, 'it did not arrive');
}

async function killWorkers(page: Page): Promise<void> {
  const session = await (page.context().browser() as Browser).newBrowserCDPSession();
  const workers = async () =>
    (await session.send('Target.getTargets')).targetInfos.filter(({ type }) => type === 'service_worker');
  for (const { targetId } of await workers()) await session.send('Target.closeTarget', { targetId });
  await until(async () => (await workers()).length === 0, 'the worker lives on');
  await session.detach();
}
