/** The picture on a card, in a real Chromium: on a page that allows none, so that neither the page nor its server can tell. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { colourOf } from '../../tools/open-world/wiki-pictures';
import { cardFrameOf, pressCostly, readCard } from '../../tools/read-card';
import { type OpenWorld, startOpenWorld } from '../../tools/wikidata-server';
import { LOGO, openPictureSite, PICTURED, type PictureSite, readPainted, settingsFor } from './picture-site';
import { cardBox, dismiss, hover, openSession, type Session, type Stored, until, waitForMarks } from './session';

const SHOW = /^Show a picture \(sends Q7825 to 127\.0\.0\.1:\d+, and the name of the file it gives to 127/;

describe('a picture on a card', () => {
  let world: OpenWorld;
  let site: PictureSite;
  let session: Session;
  beforeAll(async () => {
    [world, site, session] = await Promise.all([startOpenWorld(), openPictureSite(), openSession()]);
  });
  afterAll(async () => {
    await session?.close();
    site?.close();
    await world?.stop();
  });
  beforeEach(async () => {
    world.behave({});
    world.forget();
    await call('clearLookedUp');
    await call('clearCache');
  });

  /** As a page of ours asks the background. */
  const call = async (name: string, data: object = {}) =>
    (await session.control()).evaluate(
      async ([name, data]) =>
        (await chrome.runtime.sendMessage({ id: 0, type: `background.${name}`, data, timestamp: 0 }))?.res ?? null,
      [name, data] as const,
    );
  async function open(settings: Stored): Promise<void> {
    await session.set(settingsFor(world, settings));
    await session.page.goto(site.story);
    await waitForMarks(session.page);
    await session.page.mouse.move(2, 2);
  }
  const painted = async () => (await cardFrameOf(session.page))?.evaluate(readPainted).catch(() => null) ?? null;
  const isPainted = async () => ((await painted())?.corner ?? []).some((value) => value > 0);
  const buttons = async () => (await readCard(session.page))?.buttons ?? [];

  it('is not shown, and nobody is asked, with the settings of a new reader, and with “never”', async () => {
    for (const settings of [
      {},
      { pictures: 'never', network: 'automatic' },
      { pictures: 'automatic', names: 'never' },
    ]) {
      await open(settings);
      await hover(session.page, PICTURED.words, PICTURED.name);
      await new Promise((next) => setTimeout(next, 700));
      expect((await buttons()).filter((name) => /picture/.test(name))).toEqual([]);
      expect(await painted()).toBeNull();
      await dismiss(session.page);
    }
    // The article alone, where the reader wants it with every card.
    expect(world.requests().filter(({ door }) => door !== 'wiki')).toEqual([]);
  });

  it('is shown after the press; only its id and file name were sent, and the page’s server got no request', async () => {
    const { page } = session;
    await open({ pictures: 'ask' });
    await hover(page, PICTURED.words, PICTURED.name);
    await until(async () => (await buttons()).some((name) => SHOW.test(name)), 'no button');
    const heard = [...site.asked];
    expect(world.requests()).toEqual([]);
    await pressCostly(page, SHOW);
    await until(isPainted, 'nothing is painted');
    expect(await painted()).toEqual({
      label: `Logo of ${PICTURED.name}`,
      size: [250, 167],
      corner: colourOf(LOGO),
      middle: [255, 255, 255],
      addressed: 0,
    });
    const text = (await readCard(page))?.lines.join(' ') ?? '';
    expect(text).toMatch(/The drawing office · Public domain · Wikimedia Commons/);
    expect(world.requests().map(({ door, names }) => `${door} ${names}`)).toEqual([
      `wikidata ${PICTURED.id}`,
      `commons File:${LOGO}`,
      'pictures ',
    ]);
    for (const { headers, url, body } of world.requests()) {
      expect([headers.cookie, headers.referer, body]).toEqual([undefined, undefined, '']);
      expect(decodeURIComponent(url)).not.toMatch(/story|geneva|steel/i);
    }
    // Neither the page's server, nor the page: its policy was not even tried.
    expect(site.asked).toEqual(heard);
    expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBe(0);
    // Every request stands in the log.
    const library = await session.context.newPage();
    await library.goto(`${session.extension}/library.html#requests`);
    await library.getByRole('cell', { name: LOGO }).nth(1).waitFor();
    await library.close();
    await dismiss(page);
  });

  it('is on the next card without a request, and moves nothing when it is painted', async () => {
    const { page } = session;
    await open({ pictures: 'ask' });
    await hover(page, PICTURED.words, PICTURED.name);
    await pressCostly(page, SHOW);
    await until(isPainted, 'nothing is painted');
    await dismiss(page);
    world.forget();
    await session.killWorker();
    await page.goto(site.story);
    await waitForMarks(page);
    await page.mouse.move(2, 2);
    await hover(page, PICTURED.words, PICTURED.name);
    const first = await cardBox(page);
    await until(isPainted, 'it was forgotten');
    expect(await cardBox(page)).toEqual(first);
    expect(world.requests()).toEqual([]);
    await dismiss(page);
    // What is kept is shown to nobody who wants none.
    await session.set(settingsFor(world, { pictures: 'never' }));
    await hover(page, PICTURED.words, PICTURED.name);
    await new Promise((next) => setTimeout(next, 500));
    expect(await painted()).toBeNull();
    await dismiss(page);
  });

  it('comes with the article if the reader chose that, which the button announces', async () => {
    const { page } = session;
    await open({ pictures: 'automatic' });
    await hover(page, PICTURED.words, PICTURED.name);
    await until(
      async () =>
        /A picture comes with the article, too: Q7825 goes to/.test((await readCard(page))?.lines.join() ?? ''),
      'no word of it',
    );
    expect(world.requests()).toEqual([]);
    await pressCostly(page, /^Ask 127/);
    await until(isPainted, 'no picture came');
    expect(
      world
        .requests()
        .map(({ door }) => door)
        .sort(),
    ).toEqual(['commons', 'pictures', 'wiki', 'wikidata']);
    await dismiss(page);
  });

  it('is not shown for an uncertain candidate, whoever asks for it', async () => {
    await session.set(settingsFor(world, { pictures: 'automatic' }));
    const entity = 'q990000120';
    const place = async () => (await call('card', { entity, day: null, here: [] }))?.picture ?? null;
    // Chosen out of a search: no story has said that it is meant.
    expect(await call('openWorldItem', { item: entity, inPrivate: false })).toEqual({ state: 'found', entity });
    expect(await place()).toBeNull();
    expect(await call('picture', { entity, press: 'sight' })).toEqual({ state: 'off' });
    await call('article', { entity, proof: 'sight' });
    expect(world.requests().filter(({ door }) => door === 'commons' || door === 'pictures')).toEqual([]);
    const name = { name: 'Ilva Brandecker', kind: 'person', roles: ['politician'], says: [] };
    expect(await call('lookUpName', { name, day: '2026-11-27', proof: 'sight' })).toMatchObject({ sure: true });
    expect(await place()).toBe('ask');
    expect(await call('picture', { entity, press: 'sight' })).toMatchObject({ picture: { shows: 'portrait' } });
  });

  it('in a private window is shown at the press, and not stored', async () => {
    await session.set(settingsFor(world, { pictures: 'automatic' }));
    const entity = PICTURED.id.toLowerCase();
    await call('clearRequests');
    await call('article', { entity, proof: 'sight', inPrivate: true });
    expect(world.requests().map(({ door }) => door)).toEqual(['wiki']);
    expect(await call('picture', { entity, press: 'sight', inPrivate: true })).toMatchObject({ state: 'ready' });
    expect(await call('lookedUpUsage')).toMatchObject({ bytes: 0, count: 0 });
    expect(await call('requests')).toEqual([]);
    expect((await call('card', { entity, day: null, here: [] })).picture).toBe('ask');
  });

  it('is shown in a window of ours as well', async () => {
    await open({ pictures: 'ask' });
    const window = await session.context.newPage();
    await window.goto(`${session.extension}/popup.html?card=q7825&tab=${await session.tabId()}`);
    await window.getByRole('button', { name: SHOW }).click();
    await until(
      async () => (await window.evaluate(readPainted))?.corner[0] === colourOf(LOGO)[0],
      'nothing is painted',
    );
    await window.getByRole('img', { name: `Logo of ${PICTURED.name}` }).waitFor();
    await window.close();
  });

  it('that is invalid leaves a sentence, and the card as it was', async () => {
    const { page } = session;
    await open({ pictures: 'ask' });
    world.behave({ fault: { kind: 'elsewhere' }, at: 'pictures' });
    await hover(page, PICTURED.words, PICTURED.name);
    await pressCostly(page, SHOW);
    await until(async () => /No answer|could not be read/.test((await readCard(page))?.lines.join() ?? ''), 'no word');
    expect(await painted()).toBeNull();
    expect(world.strayed()).toBe(0);
    await dismiss(page);
  });
});
