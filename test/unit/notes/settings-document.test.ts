import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { bring, createDevice } from './device';

const settings = (...entries: (readonly [string, unknown])[]) => new Map<string, unknown>(entries);

it('keeps values, removes them, and writes nothing when a value is already set', async () => {
  const { settings: document } = createDevice();
  expect(await document.read()).toEqual(settings());
  expect(await document.change(settings(['set:density', 'quiet'], ['off:a.example', true]))).toBe(true);
  expect(await document.change(settings(['set:density', 'quiet'], ['none', undefined]))).toBe(false);
  expect(await document.change(settings(['off:a.example', undefined]))).toBe(true);
  expect(await document.read()).toEqual(settings(['set:density', 'quiet']));
});

it('merges the changes of two devices key by key', async () => {
  const [one, two] = [createDevice(), createDevice()];
  await one.settings.change(settings(['off:a.example', true], ['off:b.example', true]));
  await bring(one, two);
  await one.settings.change(settings(['off:a.example', undefined], ['set:restMs', 100]));
  await two.settings.change(settings(['off:c.example', true]));
  await bring(one, two);
  await bring(two, one);
  const merged = settings(['off:b.example', true], ['set:restMs', 100], ['off:c.example', true]);
  expect(await one.settings.read()).toEqual(merged);
  expect(await two.settings.read()).toEqual(merged);
  expect(await one.store.count()).toBe(0);
});

it('ignores values that are not JSON', async () => {
  const device = createDevice();
  const doc = new Y.Doc();
  doc.getMap('settings').set('set:density', 10n ** 20n);
  doc.getMap('settings').set('set:theme', 'dark');
  await device.ledger.accept('account', [{ doc: 'settings', update: Y.encodeStateAsUpdate(doc) }], []);
  expect([...(await device.settings.read())]).toEqual([['set:theme', 'dark']]);
  await expect(device.ledger.digest()).resolves.toMatchObject({ count: 0 });
  await device.settings.change(new Map([['set:density', 'low']]));
  expect((await device.settings.read()).get('set:density')).toBe('low');
});
