/** The reader's selection in the story of a tab, to be quoted in a page of ours. Read only on a press. */
import { browser, callReader } from '../../lib/messages';
import type { Passage } from '../../lib/notes';

/** Characters; anything longer is not a quotation. */
const LONGEST = 5_000;

/**
 * Null if nothing is selected, or the story cannot be reached: the browser hides the tab, or our script there is gone.
 */
export async function passageIn(tabId: number): Promise<Passage | null> {
  return read(tabId).catch(() => null);
}

async function read(tabId: number): Promise<Passage | null> {
  // Runs by itself in the page's frames: it must not use anything from outside. A whole page can be selected.
  const selection = () =>
    String(getSelection() ?? '')
      .trim()
      .slice(0, 6_000);
  const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: selection });
  const selected = frames.map(({ result }) => result).find((words) => typeof words === 'string' && words !== '');
  if (typeof selected !== 'string' || selected.length > LONGEST) return null;
  const [tab, story] = await Promise.all([browser.tabs.get(tabId), callReader(tabId, 'glossary', {})]);
  if (tab.url === undefined) return null;
  const { origin, pathname, search } = new URL(tab.url);
  return { text: selected, title: story.title, url: origin + pathname + search, day: story.day };
}
