/** Where words stand on a page, and moving the pointer to them as a hand does. */
import type { Page } from 'playwright-core';
import type { World } from './own-world';

export interface Spot {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The `nth` stand of `words` in the page's text, scrolled into view. Text nodes and their neighbours are searched as one
 * text, white space as rendered. Brackets point at a part: `both [Trump] and`.
 */
export async function spotOf(page: World, words: string, nth = 0): Promise<Spot | null> {
  const [before = '', part, after = ''] = /^(.*?)\[(.+?)\](.*)$/.exec(words)?.slice(1) ?? ['', words];
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const pattern = `(${escaped(before)})(${escaped(part ?? words)})${escaped(after)}`;
  return page.evaluate(
    ([pattern, index]) => {
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
      const found = [...all.matchAll(new RegExp(pattern, 'g'))][index];
      if (!found) return null;
      const text = found[2] as string;
      const at = found.index + (found[1] as string).length;
      const range = document.createRange();
      // No named inner function: the loader of this file would wrap it in a call that the page does not know.
      for (const [side, offset] of [at, at + text.length - 1].entries()) {
        const i = starts.findLastIndex((start) => start <= offset);
        const node = nodes[i] as Text;
        if (side === 0) range.setStart(node, offset - (starts[i] as number));
        else range.setEnd(node, offset - (starts[i] as number) + 1);
      }
      const parent = range.startContainer.parentElement;
      parent?.scrollIntoView({ block: 'center', behavior: 'instant' });
      // A paragraph larger than the window: its middle is not where the words are.
      const now = range.getBoundingClientRect();
      if (now.top < 0 || now.bottom > innerHeight) scrollBy({ top: now.top - innerHeight / 2, behavior: 'instant' });
      const rect = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
      return rect ? { text, x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 } : null;
    },
    [pattern, nth] as const,
  );
}

/** ms after which a pointer that has stopped was looked at, so that what shows then can be said to be missing. */
const LOOKED_AT_MS = 120;

/** Comes from the edge along the line in steps, then rests, as a hand does. */
export async function restOn(page: Page, spot: Spot): Promise<void> {
  await page.mouse.move(1, spot.y);
  await page.mouse.move(spot.x, spot.y, { steps: 4 });
  await page.waitForTimeout(LOOKED_AT_MS);
}

/** The marked words of the page in reading order: highlights are readable by the page, the cards are not. */
export async function markedWords(page: World): Promise<string[]> {
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('backstory-mark') ?? [])].map((mark) => {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      return range;
    });
    // By place: ranges in shadow trees cannot be compared with those outside.
    const placed = ranges.map((range) => ({ words: range.toString(), at: range.getBoundingClientRect() }));
    placed.sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x);
    return placed.map(({ words }) => words);
  }, null);
}
