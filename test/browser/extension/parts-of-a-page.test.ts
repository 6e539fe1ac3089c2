import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownWorld } from '../../tools/own-world';
import { marks, openSession, type Session, until, waitForMarks } from './session';

/** Which parts of a page bear marks: the story, each post of a live blog, the headlines of a front page that the reader asked for. */

describe('in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession({ viewport: { width: 1200, height: 4_000 } });
  });
  afterAll(() => session?.close());

  /** The marked words within an element. */
  const marksIn = (selector: string): Promise<string[]> =>
    ownWorld(session.page).evaluate((selector) => {
      const box = document.querySelector(selector);
      return [...(CSS.highlights.get('backstory-mark') ?? [])]
        .filter((range) => box?.contains(range.startContainer))
        .map(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return String(range);
        });
    }, selector);

  it('there is no mark in calls to follow, nor in photo credits', async () => {
    await session.set({ density: 'every' });
    await session.open('/made/asking.html');
    await until(async () => (await marksIn('#caption')).includes('Baghdad'), 'no mark in the caption');
    const found = await marks(session.page);
    for (const name of ['Twitter', 'Facebook', 'WhatsApp', 'YouTube', 'Brazil']) expect(found).not.toContain(name);
    expect(found.filter((name) => name === 'Associated Press')).toHaveLength(1);
  });

  it('in a live blog, each post and the summary have their marks, and the aside takes none of them', async () => {
    await session.set({});
    await session.open('/made/live-blog.html');
    const boxes = ['#summary', '#post-1', '#post-2', '#post-3'];
    for (const box of boxes) {
      await until(async () => (await marksIn(box)).includes('Kataib Hezbollah'), `no mark in ${box}`);
      expect((await marksIn(box)).filter((words) => words === 'Kataib Hezbollah')).toHaveLength(1);
    }
  });

  it('a front page has no marks, but has them on its headlines when the reader asks', async () => {
    await session.set({});
    await session.page.goto(`${session.origin}/made/front.html`);
    const popup = await session.popup();
    await popup.getByText('does not read like a news story').waitFor();
    expect(await marks(session.page)).toEqual([]);
    await popup.getByRole('button', { name: 'Read it anyway' }).click();
    await waitForMarks(session.page, 3);
    await popup.close();
    await expect
      .poll(() => marks(session.page))
      .toEqual(expect.arrayContaining(['Natanz', 'Omdurman', 'Port Sudan', 'Kaesong']));
  });
});
