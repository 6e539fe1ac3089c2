import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restOn } from '../../tools/point-at';
import { townPack } from '../../tools/town-pack';
import { CHROME_BUILD, dismiss, hover, openSession, type Session, spot, tinted } from './session';

/** Library and welcome: they open, and no file can do harm. */

describe('the library in Chromium', () => {
  let session: Session;
  let library: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    session = await openSession();
    library = await session.context.newPage();
    library.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    library.on('pageerror', (error) => complaints.push(String(error)));
    await library.goto(`${session.extension}/library.html#packs`);
    await library.getByText('Comes with Backstory').waitFor();
  });
  afterAll(() => session?.close());

  /** In front: a page behind another is drawn so seldom that its cards take seconds. */
  async function openStory(): Promise<void> {
    await session.page.bringToFront();
    await session.open('/made/plain.html');
  }

  const bundled = readFileSync(`${CHROME_BUILD}/packs/world.pack`);
  const choose = (name: string, buffer: Buffer) =>
    library.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  const changed = (at: number, by: (byte: number) => number) => {
    const bytes = Buffer.from(bundled);
    bytes[at] = by(bytes[at] as number) & 255;
    return bytes;
  };

  it.each([
    [
      'a picture.pack',
      Buffer.from('\u0089PNG and so on, for a while, so that it is no empty file'),
      'is not a Backstory pack',
    ],
    ['empty.pack', Buffer.alloc(0), /is not a Backstory pack|is cut off/],
    ['half.pack', bundled.subarray(0, bundled.length >> 1), 'is cut off'],
    ['damaged.pack', changed(bundled.length >> 1, (byte) => byte ^ 16), 'is damaged'],
    ['newer.pack', changed(8, (byte) => byte + 1), 'was made for a newer Backstory'],
  ])('refuses %s in plain words and keeps what it has', async (name, bytes, words) => {
    await choose(name, bytes);
    const said = library.locator('p.error[role=status]').filter({ hasText: name });
    await said.filter({ hasText: words }).waitFor();
    expect(await said.textContent()).toContain('The packs you had stay in use.');
    expect(await library.getByText('Comes with Backstory').count()).toBe(1);
    expect(await library.locator('.packs > li').count()).toBe(1);
    await openStory();
    await hover(session.page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani');
  });

  it('uses a valid pack at once, and removes it again', async () => {
    await choose('town.pack', townPack({ name: 'A town of a test' }));
    await library.getByText('“A town of a test” is in use now.').waitFor();
    await expect.poll(() => library.locator('.packs > li').count()).toBe(2);
    const { page } = session;
    await openStory();
    const card = await hover(page, '[Officials] in Tehran', 'Harbour Town');
    expect(card.lines).toContain('Town that only this pack knows');
    await dismiss(page);
    await hover(page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani');

    await library.getByRole('button', { name: 'Remove the pack A town of a test' }).click();
    await expect.poll(() => library.locator('.packs > li').count()).toBe(1);
    await openStory();
    await restOn(page, await spot(page, '[Officials] in Tehran'));
    // A busy machine rests on other names on its way.
    await expect.poll(() => tinted(page)).toEqual([]);
  });

  it('opens without an error, as does the welcome page', async () => {
    const welcome = await session.context.newPage();
    welcome.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    welcome.on('pageerror', (error) => complaints.push(String(error)));
    await welcome.goto(`${session.extension}/welcome.html`);
    await welcome.getByRole('button', { name: 'Teresa Ribera' }).click();
    await welcome.locator('.sample-card h2', { hasText: 'Teresa Ribera' }).waitFor();
    await library.getByRole('link', { name: 'Requests' }).click();
    await library.getByText('No request has been made.').waitFor();
    expect(complaints).toEqual([]);
  });
});
