/** Settings that sync as notes do. Long because each rule of the table at the head of the room is one short story. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowAgain,
  changeOf,
  createSettings,
  DEFAULT_SETTINGS,
  type Heirs,
  know,
  mute,
  refuse,
  type Settings,
  type SettingsArea,
  switchSite,
} from '../../../lib/settings';
import { type BaseArea, createTravellingSettings } from '../../../lib/sync/travelling-settings';
import { bring, createDevice } from '../notes/device';

/** `storage.local` over an object, with the copying that the real one does. */
function localArea() {
  const kept: Record<string, unknown> = {};
  let failing = false;
  const area: SettingsArea & BaseArea = {
    get: async (keys: string | null) => {
      if (failing) throw new Error('cannot be read');
      return structuredClone(keys === null ? kept : Object.hasOwn(kept, keys) ? { [keys]: kept[keys] } : {});
    },
    set: async (items) => void Object.assign(kept, structuredClone(items)),
    remove: async (keys) => {
      for (const key of keys) delete kept[key];
    },
    onChanged: { addListener: () => {}, removeListener: () => {} },
  };
  return {
    area,
    kept,
    fail(now: boolean) {
      failing = now;
    },
  };
}

async function createTraveller({ joined = true } = {}) {
  const device = createDevice();
  const local = localArea();
  const choices = createSettings(local.area);
  const { ledger, settings: document } = device;
  await device.addRemote('account');
  const join = () => ledger.changeRemote('account', { joined: 1 });
  if (joined) await join();
  const session = localArea().area;
  const travelling = createTravellingSettings({ settings: choices, document, ledger, area: local.area, session });
  return {
    ...device,
    ...local,
    choices,
    document,
    session,
    join,
    bringInLine: () => travelling.bringInLine(),
    async change(by: Parameters<typeof choices.change>[0]) {
      await choices.change(by);
      await travelling.bringInLine();
    },
    now: () => choices.get(),
    keys: async () => Object.fromEntries(await document.read()),
  };
}

type Traveller = Awaited<ReturnType<typeof createTraveller>>;

async function carry(from: Traveller, to: Traveller) {
  await bring(from, to);
  await to.bringInLine();
}

describe('settings that sync', () => {
  it('are those that the reader has set, and no others', async () => {
    const [a, b] = [await createTraveller(), await createTraveller()];
    await a.change({ density: 'quiet', theme: 'dark', restMs: 500, welcomed: true });
    await a.change(switchSite('example.org', false));
    await a.change(mute('opec', true));
    await a.change(know('*countries', true));
    await a.change(know('q794', true));
    await a.change(refuse('mic', 'mic group'));
    expect(await a.keys()).toEqual({
      'set:density': 'quiet',
      'set:theme': 'dark',
      'set:restMs': 500,
      'off:example.org': true,
      'mute:opec': true,
      'know:q794': true,
      'know:*countries': true,
      'refuse:mic mic%20group': true,
    });
    await carry(a, b);
    const { welcomed, ...others } = await a.now();
    const atB = await b.now();
    expect(welcomed).toBe(true);
    expect(atB.welcomed).toBe(false);
    expect({ ...atB, known: atB.known.toSorted() }).toEqual({
      ...others,
      known: others.known.toSorted(),
      welcomed: false,
    });
  });

  it('are kept between a device that knows a new setting and one that does not, in both directions', async () => {
    const [fresh, stale] = [await createTraveller(), await createTraveller()];
    const today: Heirs = (key) => (key === 'opec' ? ['q5'] : [key]);
    const before: Heirs = (key) => [key];
    const hides = async (at: Traveller, heirs: Heirs, key: string) =>
      (await at.now()).muted.flatMap(heirs).includes(key);
    const refuses = async (at: Traveller, heirs: Heirs, key: string) =>
      ((await at.now()).refused.cartel ?? []).flatMap(heirs).includes(key);

    await stale.change(mute('opec', true));
    await stale.change(refuse('cartel', 'opec'));
    await carry(stale, fresh);
    expect([await hides(fresh, today, 'q5'), await refuses(fresh, today, 'q5')]).toEqual([true, true]);
    // Nothing is written anew for that: the old device goes on obeying.
    await carry(fresh, stale);
    expect([await hides(stale, before, 'opec'), await refuses(stale, before, 'opec')]).toEqual([true, true]);

    await fresh.change(changeOf({ type: 'mute', entity: 'q5', muted: false }, today));
    await fresh.change(changeOf({ type: 'refuse', form: 'cartel', entity: 'q5', refused: false }, today));
    await carry(fresh, stale);
    expect([await hides(stale, before, 'opec'), await refuses(stale, before, 'opec')]).toEqual([false, false]);

    await fresh.change(changeOf({ type: 'mute', entity: 'q5', muted: true }, today));
    await stale.change(refuse('cartel', 'opec'));
    await carry(fresh, stale);
    await carry(stale, fresh);
    expect([await hides(fresh, today, 'q5'), await refuses(fresh, today, 'q5')]).toEqual([true, true]);
    // Once it has the packs of today, the old device knows it too.
    expect([await hides(stale, today, 'q5'), await refuses(stale, today, 'q5')]).toEqual([true, true]);
  });

  it('exclude consent: no device can tell another what it may store or whom it may ask', async () => {
    const [a, b] = [await createTraveller(), await createTraveller()];
    const consents = {
      network: 'automatic',
      askInCards: true,
      history: true,
      wikiApi: 'https://wiki.example/w/api.php',
    } as const;
    await a.change({ theme: 'dark', ...consents });
    expect(await a.keys()).toEqual({ 'set:theme': 'dark' });
    await a.document.change(new Map(Object.entries(consents).map(([name, value]) => [`set:${name}`, value])));
    await carry(a, b);
    expect(await b.now()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });

  it('keep "not this one" for a name of several words', async () => {
    const [a, b] = [await createTraveller(), await createTraveller()];
    await a.change(refuse('bank of the west', 'bank-of-the-west'));
    await carry(a, b);
    expect((await b.now()).refused).toEqual({ 'bank of the west': ['bank-of-the-west'] });
    await b.change(allowAgain('bank of the west', 'bank-of-the-west'));
    await carry(b, a);
    expect((await a.now()).refused).toEqual({});
  });

  it('go back to the default everywhere when they do here', async () => {
    const [a, b] = [await createTraveller(), await createTraveller()];
    await a.change({ theme: 'dark', restMs: 100 });
    await a.change(mute('opec', true));
    await carry(a, b);
    await b.change({ theme: 'system' });
    await b.change(mute('opec', false));
    await carry(b, a);
    expect(await a.now()).toEqual({ ...DEFAULT_SETTINGS, restMs: 100 });
    expect(await a.keys()).toEqual({ 'set:restMs': 100 });
    expect(
      Object.keys(a.kept)
        .filter((key) => key.startsWith('settings.'))
        .toSorted(),
    ).toEqual(['settings.restMs', 'settings.version']);
  });

  it('are merged element by element if they are lists', async () => {
    const [a, b] = [await createTraveller(), await createTraveller()];
    await a.change(switchSite('both.org', false));
    await carry(a, b);
    await a.change(switchSite('a.org', false));
    await b.change(switchSite('b.org', false));
    await b.change(switchSite('both.org', true));
    await carry(a, b);
    await carry(b, a);
    expect((await a.now()).sitesOff.toSorted()).toEqual(['a.org', 'b.org']);
    expect((await b.now()).sitesOff.toSorted()).toEqual(['a.org', 'b.org']);
  });

  it('keep what the reader has just set here when another device has changed the same setting', async () => {
    const [a, b] = [await createTraveller(), await createTraveller()];
    await a.change({ theme: 'dark' });
    await carry(a, b);
    await a.change({ theme: 'system', restMs: 100 });
    await bring(a, b);
    await b.choices.change({ theme: 'light' });
    await b.bringInLine();
    expect(await b.now()).toEqual({ ...DEFAULT_SETTINGS, theme: 'light', restMs: 100 });
    expect(await b.keys()).toEqual({ 'set:theme': 'light', 'set:restMs': 100 });
    await carry(b, a);
    expect(await a.now()).toEqual(await b.now());
  });

  it('do not undo what the reader sets while news from another device is being applied', async () => {
    const [a, b] = [await createTraveller(), await createTraveller()];
    await a.change({ theme: 'dark', restMs: 100 });
    await bring(a, b);
    const settings = {
      ...b.choices,
      change: async (by: Parameters<typeof b.choices.change>[0]) => {
        await b.choices.change({ theme: 'light' });
        return b.choices.change(by);
      },
    };
    await createTravellingSettings({ ...b, settings }).bringInLine();
    expect(await b.now()).toEqual({ ...DEFAULT_SETTINGS, theme: 'light', restMs: 100 });
    await b.bringInLine();
    expect(await b.keys()).toEqual({ 'set:theme': 'light', 'set:restMs': 100 });
  });

  it('write nothing when nothing has changed', async () => {
    const a = await createTraveller();
    await a.change({ theme: 'dark' });
    const before = a.committed.length;
    for (let i = 0; i < 3; i++) await a.bringInLine();
    expect(a.committed.length).toBe(before);
  });
});

describe('the settings document', () => {
  async function opened(a: Traveller, more: Partial<Traveller> = {}) {
    let times = 0;
    const document = {
      ...a.document,
      read: () => {
        times++;
        return a.document.read();
      },
    };
    const life = createTravellingSettings({ ...a, settings: a.choices, document, ...more } as never);
    await life.bringInLine();
    return times;
  }

  it('is not opened when a worker starts and neither side has changed, since that needs Yjs', async () => {
    const a = await createTraveller();
    await a.change({ theme: 'dark' });
    // What this device wrote itself is looked at once more.
    await a.bringInLine();
    expect([await opened(a), await opened(a)]).toEqual([0, 0]);
    await a.choices.change({ theme: 'light' });
    expect(await opened(a)).toBe(1);
    expect(await a.keys()).toEqual({ 'set:theme': 'light' });
  });

  it('is opened for news from another device, and combining the two misses nothing', async () => {
    const [a, b] = [await createTraveller(), await createTraveller()];
    await a.change({ theme: 'dark' });
    await carry(a, b);
    expect(await opened(b)).toBe(0);
    await a.change({ restMs: 500 });
    await bring(a, b);
    expect([await opened(b), await opened(b)]).toEqual([1, 0]);
    expect(await b.now()).toMatchObject({ theme: 'dark', restMs: 500 });
  });

  it('is opened again after an update, which may understand more of it, and for a database that was replaced', async () => {
    const a = await createTraveller();
    await a.change({ theme: 'dark' });
    await a.bringInLine();
    expect(await opened(a, { session: localArea().area })).toBe(1);
    expect(await opened(a, { area: localArea().area })).toBe(1);
  });
});

describe('a new device', () => {
  it('never overwrites others with its defaults', async () => {
    const [a, fresh] = [await createTraveller(), await createTraveller({ joined: false })];
    await a.change({ theme: 'dark', restMs: 100, history: true, welcomed: true });
    await fresh.bringInLine();
    expect(fresh.committed).toEqual([]);
    await bring(a, fresh);
    await fresh.join();
    await fresh.bringInLine();
    await carry(fresh, a);
    expect(await fresh.now()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', restMs: 100 });
    expect(await a.now()).toEqual({ ...(await fresh.now()), history: true, welcomed: true });
  });

  it('puts nothing into the document before a remote was read once, even what the reader has set', async () => {
    const [a, fresh] = [await createTraveller(), await createTraveller({ joined: false })];
    await a.change({ theme: 'dark' });
    await fresh.change({ theme: 'light', density: 'every' });
    expect([fresh.committed, await fresh.keys()]).toEqual([[], {}]);
    await bring(a, fresh);
    await fresh.join();
    await fresh.bringInLine();
    // What travelled before wins; what only this device has set joins in.
    expect(await fresh.now()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', density: 'every' });
    await carry(fresh, a);
    expect(await a.now()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', density: 'every' });
  });

  it('takes over what was set before it joined', async () => {
    const [a, fresh] = [await createTraveller(), await createTraveller({ joined: false })];
    await a.change({ theme: 'dark' });
    await carry(a, fresh);
    expect((await fresh.now()).theme).toBe('dark');
    await fresh.change({ theme: 'light' });
    expect(await fresh.keys()).toEqual({ 'set:theme': 'dark' });
    await fresh.join();
    await fresh.bringInLine();
    expect(await fresh.keys()).toEqual({ 'set:theme': 'light' });
  });
});

describe('a database that was emptied', () => {
  it('is not taken for the reader’s wish: settings stay, and sync again once they are back', async () => {
    const a = await createTraveller();
    await a.change({ theme: 'dark' });
    await a.change(mute('opec', true));
    await a.database.docs.clear();
    await a.database.device.put({ id: 'this', device: 'f'.repeat(16), name: '' });
    await a.ledger.changeRemote('account', { joined: 0 });
    await a.bringInLine();
    expect(await a.now()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', muted: ['opec'] });
    await a.join();
    await a.bringInLine();
    expect(await a.keys()).toEqual({ 'set:theme': 'dark', 'mute:opec': true });
  });
});

describe('a setting that cannot be applied', () => {
  it('is ignored, whoever wrote it, and left where it is', async () => {
    const a = await createTraveller();
    await a.change({ theme: 'dark', restMs: 100 });
    const strange = new Map<string, unknown>([
      ['set:theme', 'purple'],
      ['set:restMs', 1e9],
      ['set:density', 7],
      ['set:welcomed', true],
      ['set:nothing', 1],
      ['off:', true],
      ['off:example.org', 'yes'],
      ['mute:x', false],
      ['know:', true],
      ['know:x', 'yes'],
      ['refuse:x', true],
      ['later:thing', { of: 'a newer version' }],
    ]);
    await a.document.change(strange);
    await a.bringInLine();
    expect(await a.now()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', restMs: 100 });
    expect(await a.keys()).toEqual(Object.fromEntries(strange));
    await a.change({ theme: 'light' });
    expect((await a.keys())['set:theme']).toBe('light');
    expect((await a.keys())['later:thing']).toEqual({ of: 'a newer version' });
  });

  it('stops the syncing of settings when storage cannot be read: no default is taken for a wish', async () => {
    const a = await createTraveller();
    await a.change({ theme: 'dark' });
    a.fail(true);
    await expect(a.bringInLine()).rejects.toThrow('cannot be read');
    a.fail(false);
    await a.bringInLine();
    expect(await a.keys()).toEqual({ 'set:theme': 'dark' });
  });
});

describe('a worker that dies', () => {
  it.each(['document', 'settings', 'base'])(
    'after or before writing the %s changes nothing in the end',
    async (where) => {
      const [a, b] = [await createTraveller(), await createTraveller()];
      await a.change({ theme: 'dark' });
      await carry(a, b);
      await a.change({ density: 'quiet' });
      await bring(a, b);
      await b.choices.change({ theme: 'light' });
      const dying = {
        document: { ...b.document },
        settings: { ...b.choices },
        area: { ...b.area } as BaseArea,
      };
      const die = () => Promise.reject(new Error('died'));
      if (where === 'document') dying.document.change = die;
      if (where === 'settings') dying.settings.change = die;
      if (where === 'base') dying.area.set = die;
      const once = createTravellingSettings({ ...dying, ledger: b.ledger, session: b.session });
      await expect(once.bringInLine()).rejects.toThrow('died');
      await b.bringInLine();
      await carry(b, a);
      expect(await b.now()).toEqual({ ...DEFAULT_SETTINGS, theme: 'light', density: 'quiet' });
      expect(await a.now()).toEqual(await b.now());
    },
  );
});

it('all devices have the same settings in the end, whatever they did', async () => {
  const changes: readonly ((n: number) => Parameters<Traveller['change']>[0])[] = [
    (n) => ({ theme: (['system', 'light', 'dark'] as const)[n % 3] ?? 'dark' }),
    (n) => ({ restMs: n * 100 }),
    (n) => ({ marksHidden: n % 2 === 0 }),
    (n) => switchSite(`s${n % 3}.org`, n % 2 === 0),
    (n) => mute(`e${n % 3}`, n % 2 === 0),
    (n) => know(`e${n % 3}`, n % 2 === 0),
    (n) => refuse(`f${n % 2}`, `e${n % 3}`),
    (n) => allowAgain(`f${n % 2}`, `e${n % 3}`),
  ];
  const step = fc.record({ who: fc.nat(2), what: fc.nat(changes.length), n: fc.nat(9), to: fc.nat(2) });
  const asSets = ({ sitesOff, muted, known, refused, ...plain }: Settings) => ({
    ...plain,
    sitesOff: sitesOff.toSorted(),
    muted: muted.toSorted(),
    known: known.toSorted(),
    refused: Object.entries(refused)
      .map(([form, entities]) => [form, entities.toSorted()])
      .toSorted(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const devices = [await createTraveller(), await createTraveller(), await createTraveller()];
      const at = (index: number) => devices[index] as Traveller;
      for (const { who, what, n, to } of steps) {
        const change = changes[what];
        if (change) await at(who).change(change(n));
        else if (who !== to) await carry(at(who), at(to));
      }
      for (let round = 0; round < 3; round++)
        for (const from of devices) for (const to of devices) if (from !== to) await carry(from, to);
      const [first, ...rest] = await Promise.all(devices.map(async (device) => asSets(await device.now())));
      for (const other of rest) expect(other).toEqual(first);
    }),
    { numRuns: 25 },
  );
}, 60_000);
