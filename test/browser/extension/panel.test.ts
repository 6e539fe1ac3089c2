/**
 * The panel beside a story in a real Chromium: as the browser's own side panel, and as a page of its own for closer
 * inspection.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from '../../tools/axe-violations';
import { cardFrameOf, pressInCard, waitForNoCard } from '../../tools/read-card';
import { sidePanel } from '../../tools/side-panel';
import { dismiss, hover, openSession, type Session, until } from './session';

const STORY = '/made/plain.html';
const OTHER = '/stories/ecb-rate-rise.html';

let session: Session;
beforeAll(async () => {
  session = await openSession();
  await session.set({});
});
afterAll(() => session?.close());

it('the panel is notified of new names, of another story, and of a stored note, without polling', async () => {
  await session.open(STORY);
  const panel = await session.context.newPage();
  await panel.setViewportSize({ width: 320, height: 700 });
  await panel.goto(`${session.extension}/panel.html?tab=${await session.tabId()}`);
  const names = panel.locator('.glossary-name');
  await names.first().waitFor();
  // Nothing changes, so nobody is asked anything.
  await panel.evaluate(() => {
    const asked: string[] = [];
    const { runtime, tabs } = chrome;
    Object.assign(globalThis, { asked });
    for (const [at, name] of [
      [runtime, 'sendMessage'],
      [tabs, 'sendMessage'],
    ] as const) {
      const send = (at as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
      Object.assign(at, {
        [name]: (...args: unknown[]) => {
          asked.push(JSON.stringify(args));
          return send?.apply(at, args);
        },
      });
    }
  });
  await panel.waitForTimeout(2_500);
  expect(await panel.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([]);

  await panel.getByRole('button', { name: 'Card of Qasem Soleimani' }).click();
  const field = panel.getByRole('textbox', { name: 'Your note on Qasem Soleimani' });
  await until(() => field.isEditable(), 'no field');
  await field.pressSequentially('Typed beside the story.');
  await panel.getByText(/^Saved/).waitFor();
  // The page goes to another story under the reader's hands: the note stays until he leaves it.
  await session.page.goto(`${session.origin}${OTHER}`);
  await panel.bringToFront();
  await field.pressSequentially(' And on.');
  await expect.poll(() => field.inputValue()).toBe('Typed beside the story. And on.');
  await panel.getByText(/^Saved/).waitFor();
  await panel.getByRole('button', { name: 'All names' }).click();
  await names.filter({ hasText: 'Christine Lagarde' }).waitFor();
  await session.page.goto(`${session.origin}${STORY}`);
  await panel.bringToFront();
  await names.filter({ hasText: 'Qasem Soleimani' }).first().waitFor();
  await panel.getByRole('button', { name: 'Notes', exact: true }).click();
  await panel.getByText('Typed beside the story. And on.').waitFor();

  for (const place of ['Notes', 'Names']) {
    await panel.getByRole('button', { name: place, exact: true }).click();
    expect(await axeViolations(panel)).toEqual([]);
    const { scrollWidth, clientWidth } = await panel.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth).toBe(clientWidth);
  }
  await panel.close();
});

it('its tabs are one line at 320 px, and the chosen one differs where colours are forced', async () => {
  await session.open(STORY);
  const panel = await session.context.newPage();
  await panel.setViewportSize({ width: 320, height: 700 });
  await panel.emulateMedia({ forcedColors: 'active' });
  await panel.goto(`${session.extension}/panel.html?tab=${await session.tabId()}`);
  for (const name of ['Timeline', 'Ties']) {
    await panel.getByRole('button', { name, exact: true }).click();
    await panel.getByRole('heading', { name }).waitFor();
    const tabs = await panel.evaluate(() =>
      [...document.querySelectorAll('nav button')].map((tab) => ({
        name: tab.textContent,
        top: tab.getBoundingClientRect().top,
        hasLine: Number.parseFloat(getComputedStyle(tab).borderBottomWidth) > 0,
      })),
    );
    expect(new Set(tabs.map(({ top }) => top)).size, name).toBe(1);
    expect(tabs.filter(({ hasLine }) => hasLine).map((tab) => tab.name)).toEqual([name]);
  }
  // Who is not in the story is hollow there, too.
  const fills = await panel.evaluate(() =>
    ['.tie-node:not(.tie-between) circle', '.tie-between circle'].map((node) => {
      const circle = document.querySelector(node);
      return circle && getComputedStyle(circle).fill;
    }),
  );
  expect(fills[0]).toMatch(/^rgb/);
  expect(fills[1]).not.toBe(fills[0]);
  await panel.close();
});

it('the panel opens with the card pressed in the story, and follows the active tab', async () => {
  await session.page.bringToFront();
  await session.open(STORY);
  await hover(session.page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani');
  await pressInCard(session.page, 'Beside the story');
  const panel = await sidePanel(session.context, `${session.extension}/panel.html`);
  const text = () => panel.evaluate<string>('document.body.innerText');
  await until(async () => /Qasem Soleimani[\s\S]*Killed by a US drone strike/.test(await text()), 'no card beside');
  // It has gone there from over the story.
  await waitForNoCard(session.page);
  const other = await session.context.newPage();
  await other.goto(`${session.origin}${OTHER}`);
  await until(async () => /Christine Lagarde/.test(await text()), 'it does not follow');
  await expect.poll(text).not.toMatch(/Soleimani/);
  await other.goto('about:blank');
  await until(
    async () => /lets no extension read|Press the Backstory button/.test(await text()),
    'it does not say why',
  );
  await other.close();
  await until(async () => /Soleimani/.test(await text()), 'it does not come back');
});

it('a map is shown over the story, in the panel and in the popup, and nothing moves when it arrives', async () => {
  const { page } = session;
  await session.open('/stories/iran-allies-calm.html');
  await page.bringToFront();
  await hover(page, 'came to [Baghdad]', 'Baghdad');
  const frame = await cardFrameOf(page);
  const label = /^Map: Baghdad, in Iraq\. Around it: .*Syria.*\. Also there, from this story: .*Tehran/;
  const said = async () =>
    frame?.evaluate(() => document.querySelector('.place-map')?.getAttribute('aria-label') ?? '').catch(() => '');
  await until(async () => label.test((await said()) ?? ''), 'no map in the card');
  const heights = await frame?.evaluate(() => {
    const place = document.querySelector('.map-place');
    const map = place?.querySelector('svg');
    const card = () => [place, document.querySelector('.card')].map((one) => one?.getBoundingClientRect().height);
    const [withMap, parts] = [card(), map?.querySelectorAll('path').length ?? 0];
    map?.remove();
    return { withMap, without: card(), parts };
  });
  expect(heights?.parts).toBeGreaterThan(5);
  expect(heights?.withMap).toEqual(heights?.without);
  await dismiss(page);
  const tab = await session.tabId();
  for (const name of ['panel', 'popup']) {
    const own = await session.context.newPage();
    await own.goto(`${session.extension}/${name}.html?tab=${tab}`);
    await own.getByRole('button', { name: 'Card of Baghdad' }).click();
    await own.getByRole('img', { name: label }).waitFor();
    await own.close();
  }
});

it('the panel needs a permission without a warning in Chromium: the published version asks for nothing at installation', async () => {
  const published = readFileSync(new URL('../../../.output/chrome-mv3/manifest.json', import.meta.url), 'utf8');
  expect(JSON.parse(published).permissions).toContain('sidePanel');
  const warnings = (manifest: string) =>
    session
      .control()
      .then((page) => page.evaluate((text) => chrome.management.getPermissionWarningsByManifest(text), manifest));
  expect(await warnings(published)).toEqual([]);
  // It would tell.
  expect(await warnings(JSON.stringify({ ...JSON.parse(published), permissions: ['history'] }))).not.toEqual([]);
});
