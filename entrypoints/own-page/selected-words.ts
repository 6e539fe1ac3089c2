/** What is selected in a tab that the reader's press has opened to us; nothing where it stays closed all the same. */
import { browser } from '../../lib/messages';
import { oneLine } from '../../lib/text';
import { LONGEST_WORDS } from './search-place';

export async function readSelection(tabId: number): Promise<string> {
  // Runs in the page's frames by itself: it may use nothing that stands outside. A whole page can be selected.
  const read = () => String(getSelection() ?? '').slice(0, 2_000);
  const frames = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: read })
    .catch(() => []);
  const found = frames.map(({ result }) => oneLine(typeof result === 'string' ? result : '', LONGEST_WORDS));
  return found.find((words) => words !== '') ?? '';
}
