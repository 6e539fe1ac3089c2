/** The reader's input and view in Chromium. `test/tools/read-card.ts` knows where the card is in the tab. */
import type { Page } from 'playwright-core';
import type { ChromiumOptions } from '../../tools/open-chromium';
import { placeInCardNow, readCard } from '../../tools/read-card';
import { openSession } from '../extension/session';
import type { Editor, Hand } from './reader';

export interface ChromiumHand extends Hand {
  /** The tab that the hand is in. */
  tab(): Page;
  /** `chrome-extension://ID` */
  readonly extension: string;
}

export async function openChromiumHand(options: Partial<ChromiumOptions> = {}): Promise<ChromiumHand> {
  const session = await openSession(options);
  const own = await session.control();
  let page = session.page;
  /** Text and state of a field, wherever the card's own frame or a frame in it is. */
  async function editor(): Promise<Editor | null> {
    for (const frame of page.frames().slice(1)) {
      const found = await frame
        .evaluate(() => {
          const area = document.querySelector('textarea');
          if (!area) return null;
          const focused = document.activeElement === area && document.hasFocus();
          const said = document.querySelector('.note-state')?.textContent ?? '';
          return { text: area.value, locked: area.readOnly || area.disabled, focused, said };
        })
        .catch(() => null);
      if (found) return found;
    }
    return null;
  }

  return {
    extension: session.extension,
    tab: () => page,
    page: { evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never },
    own: { evaluate: (run, arg) => own.evaluate(run as never, arg as never) as never },
    async goto(url) {
      await page.bringToFront();
      await page.goto(url);
    },
    async print() {
      await page.pdf();
    },
    move: ({ x, y }, steps = 1) => page.mouse.move(x, y, { steps }),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    doubleClick: ({ x, y }) => page.mouse.dblclick(x, y),
    rightClick: ({ x, y }) => page.mouse.click(x, y, { button: 'right' }),
    wheel: (by) => page.mouse.wheel(0, by),
    type: (text) => page.keyboard.type(text, { delay: 8 }),
    key: (name) => page.keyboard.press(name),
    chord: (letter) => page.keyboard.press(`Control+${letter}`),
    async card() {
      const card = await readCard(page);
      return card && { label: card.label, text: card.lines.join('\n'), buttons: card.buttons };
    },
    placeOf: (label) => placeInCardNow(page, label).catch(() => null),
    editor,
    async frames() {
      const found: string[] = [];
      for (const frame of page.frames().slice(1)) {
        const element = await frame.frameElement().catch(() => null);
        if (await element?.getAttribute('data-own')) continue;
        found.push((await element?.getAttribute('srcdoc')) ?? frame.url());
      }
      return found;
    },
    async shot({ x, y, width, height }) {
      const clip = { x: Math.max(0, x), y: Math.max(0, y), width, height };
      return (await page.screenshot({ clip, animations: 'allow', caret: 'initial' })).toString('base64');
    },
    async inAnotherTab(url, work) {
      const before = page;
      page = await session.context.newPage();
      try {
        await page.goto(url);
        return await work();
      } finally {
        await page.close();
        page = before;
        await page.bringToFront();
      }
    },
    close: () => session.close(),
  };
}
