/**
 * The background of a story, beside it: what led to it, its timeline, its ties, its map, each read by the panel from
 * the extension alone.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSession, type Session } from './session';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

it('the background of a story is shown in the panel, in text and pictures', async () => {
  await session.open('/stories-of-2026/minneapolis-raids-2026.html');
  const panel = await session.context.newPage();
  const asked: string[] = [];
  panel.on('request', (request) => asked.push(request.url()));
  await panel.goto(`${session.extension}/panel.html?tab=${await session.tabId()}`);
  const go = (place: string) => panel.getByRole('button', { name: place, exact: true }).click();

  await go('Catch up');
  const lines = panel.locator('.story-lines > li');
  await expect
    .poll(() => lines.first().textContent())
    .toMatch(/January 24, 2026Killing of Alex Pretti.*US Border Patrol, its agents fired/);
  await go('Timeline');
  await panel.getByRole('img', { name: /^The names of this story in time/ }).waitFor();
  await go('Ties');
  await panel.getByRole('img', { name: /^Which names of this story are tied/ }).waitFor();
  // No file of a map is read before one is shown.
  expect(asked.filter((url) => url.includes('/maps/'))).toEqual([]);
  await go('Map');
  await panel.getByRole('img', { name: /^Map: .*Minneapolis/ }).waitFor();
  await expect.poll(() => asked.filter((url) => url.includes('/maps/'))).toHaveLength(2);
  expect(asked.filter((url) => !url.startsWith(session.extension))).toEqual([]);
});
