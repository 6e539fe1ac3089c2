import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForCard, waitForNoCard } from '../../tools/read-card';
import { dismiss, hover, marks, openSession, type Session, until } from './session';

/** Pages that are more than one document, or more than one story. */

describe('pages that change, in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());

  it('follows a single-page site through push, replace, back and hash', async () => {
    const { page } = session;
    await session.open('/made/app.html');
    const go = (how: string, to: string) =>
      page.evaluate(([how, to]) => (window as unknown as { go(how: string, to: string): void }).go(how, to), [
        how,
        to,
      ] as const);
    const first = () =>
      until(async () => (await marks(page)).includes('Kataib Hezbollah'), 'the first story is not marked');
    const second = () =>
      until(async () => {
        const now = await marks(page);
        return now.includes('Simone Tebet') && !now.includes('Kataib Hezbollah');
      }, 'the second story is not marked');
    await first();
    await hover(page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani');
    await go('pushState', '?second');
    await waitForNoCard(page);
    await second();
    await hover(page, '[Jair Bolsonaro]', 'Jair Bolsonaro');
    await dismiss(page);
    await page.goBack();
    await first();
    await hover(page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani');
    await page.evaluate(() => {
      location.hash = 'comments';
    });
    // The same story: nothing begins anew. Where the words stand is asked again while the page goes to its comments.
    const opens = () => hover(page, 'Gen. [Qasem Soleimani]', 'Qasem Soleimani', 3_000).then(Boolean, () => false);
    await until(opens, 'no card after a jump within the story');
    await dismiss(page);
    await go('replaceState', '?second');
    await second();
    const popup = await session.popup();
    await popup.getByText('Jair Bolsonaro').first().waitFor();
    await expect.poll(() => popup.getByText('Kataib Hezbollah').count()).toBe(0);
    await popup.close();
  });

  it('reads an open shadow root', async () => {
    const { page } = session;
    await session.open('/made/shadow.html');
    const at = await page.evaluate(() => {
      const text = document.querySelector('x-story')?.shadowRoot?.querySelector('p')?.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf('Qasem'));
      range.setEnd(text, text.data.indexOf('Qasem') + 5);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await hoverAt(at.x, at.y, 'Qasem Soleimani');
  });

  it('reads a frame of the same origin', async () => {
    const { page } = session;
    await session.open('/made/frame.html');
    await until(async () => {
      const framed = page.frame({ url: /framed/ });
      return framed !== null && (await framed.evaluate(() => CSS.highlights.get('backstory-mark')?.size ?? 0)) > 0;
    }, 'the frame is not marked');
    const box = await page.locator('#frame').boundingBox();
    const inner = await page
      .frameLocator('#frame')
      .locator('p')
      .evaluate((p) => {
        const text = p.firstChild as Text;
        const range = document.createRange();
        range.setStart(text, text.data.indexOf('Qasem'));
        range.setEnd(text, text.data.indexOf('Qasem') + 5);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
    await hoverAt((box?.x ?? 0) + inner.x, (box?.y ?? 0) + inner.y, 'Qasem Soleimani');
  });

  async function hoverAt(x: number, y: number, name: string): Promise<void> {
    const { page } = session;
    await page.mouse.move(1, 1);
    await page.mouse.move(x - 20, y, { steps: 3 });
    await page.mouse.move(x, y, { steps: 3 });
    await waitForCard(page, name);
    await dismiss(page);
  }
});
