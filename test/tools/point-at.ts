/** Where words stand on a page, and moving the pointer to them as a hand does. */
import type { Page } from 'playwright-core';

export interface Spot {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The `nth` stand of `words` in the page's text, scrolled into view. Searches text nodes and their neighbours as one text. */
export async function spotOf(page: Page, words: string, nth = 0): Promise<Spot | null> {
  return page.evaluate(
    ([wanted, index]) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      let all = '';
      const starts: number[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest('script,style,noscript,template')) continue;
        nodes.push(node as Text);
        starts.push(all.length);
        all += (node as Text).data;
      }
      let at = -1;
      for (let i = 0; i <= index; i++) at = all.indexOf(wanted, at + 1);
      if (at < 0) return null;
      const range = document.createRange();
      // No named inner function: the loader of this file would wrap it in a call that the page does not know.
      for (const [side, offset] of [at, at + wanted.length - 1].entries()) {
        const i = starts.findLastIndex((start) => start <= offset);
        const node = nodes[i] as Text;
        if (side === 0) range.setStart(node, offset - (starts[i] as number));
        else range.setEnd(node, offset - (starts[i] as number) + 1);
      }
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const rect = range.getClientRects()[0];
      return rect ? { text: wanted, x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 } : null;
    },
    [words, nth] as const,
  );
}

/** Comes from the edge along the line in steps, then rests, as a hand does. */
export async function restOn(page: Page, spot: Spot): Promise<void> {
  await page.mouse.move(1, spot.y);
  await page.mouse.move(spot.x, spot.y, { steps: 4 });
}

/** The marked words of the page in reading order: highlights are readable by the page, the cards are not. */
export async function markedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('backstory-mark') ?? [])].map((mark) => {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      return range;
    });
    ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return ranges.map((range) => range.toString());
  });
}
