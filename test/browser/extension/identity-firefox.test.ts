/** A note that was written under a slug, in a real Firefox with a pack that knows the entity by its id. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEditorDocument } from '../../../lib/notes';
import { type Firefox, openFirefox } from '../../tools/open-firefox';
import { keyOf } from './entity-names';
import { FIREFOX_BUILD, until } from './session';

const HANDLE = 'ronald-reagan';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await openFirefox(FIREFOX_BUILD);
});
afterAll(() => firefox?.close());

const say = (name: string, data: unknown) => {
  const call = JSON.stringify({ id: 0, type: `background.${name}`, data, timestamp: 0 });
  return firefox.ask('welcome.html', `browser.runtime.sendMessage(${call}).then((answer) => JSON.stringify(answer))`);
};
const open = (path: string) =>
  firefox.ask('welcome.html', `(async () => void (await browser.tabs.create({ url: '${path}' })))()`);
const base64 = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('base64');

it('a note whose key has changed is on the card, and one row in the library', async () => {
  expect(keyOf(HANDLE)).toMatch(/^q\d+$/);
  const subject = { entity: HANDLE, name: 'Ronald Reagan', kind: 'person' } as const;
  const editor = createEditorDocument({ subject, session: 7, now: Date.now });
  editor.write('Noted under the slug.');
  const { update, vector } = editor.take();
  const stored = await say('exchangeNote', { subject, update: base64(update), vector: base64(vector) });
  expect(String(stored)).toMatch(/"savedAt":\d+/);

  expect(String(await say('noted', { entities: [keyOf(HANDLE), 'iran'] }))).toContain(`["${keyOf(HANDLE)}"]`);
  await open(`/popup.html?card=${keyOf(HANDLE)}`);
  const field = () =>
    firefox
      .world('popup.html')
      .evaluate(() => document.querySelector('textarea')?.value ?? null, null)
      .catch(() => null);
  await until(async () => (await field()) === 'Noted under the slug.', 'the card has no note');

  await open('/library.html#notes');
  const rows = () =>
    firefox
      .world('library.html')
      .evaluate(() => [...document.querySelectorAll('.entries a')].map((link) => link.getAttribute('href')), null)
      .catch(() => []);
  await until(async () => (await rows()).length > 0, 'the library is empty');
  await expect.poll(rows).toEqual([`#note/${keyOf(HANDLE)}`]);
});
