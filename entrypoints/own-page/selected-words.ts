/** The selection in a tab to which the reader's press has given access; empty if it is still closed. */
import { browser } from '../../lib/messages';
import { oneLine } from '../../lib/text';
import { LONGEST_WORDS } from './search-place';

export async function readSelection(tabId: number): Promise<string> {
  // Runs by itself in the page's frames: it must not use anything from outside. A whole page can be selected.
  const read = () => String(getSelection() ?? '').slice(0, 2_000);
  const frames = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: read })
    .catch(() => []);
  const found = frames.map(({ result }) => oneLine(typeof result === 'string' ? result : '', LONGEST_WORDS));
  return found.find((words) => words !== '') ?? '';
}
