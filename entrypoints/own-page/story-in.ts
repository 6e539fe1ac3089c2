/** What a card is to know of the story in a tab, asked of its reader script. */
import type { EntityKey } from '../../lib/facts';
import { callReader } from '../../lib/messages';
import type { Day } from '../../lib/time';
import type { ShownCard } from './names-here';

/** Its names, so that ties to them come first, and its day as it is now; a card without them is better than none. */
export async function storyIn(
  tabId: number | null,
  card: EntityKey,
  day: Day | null,
): Promise<Pick<ShownCard, 'here' | 'days' | 'unknown'>> {
  const story = tabId === null ? null : await callReader(tabId, 'glossary', {}).catch(() => null);
  if (!story) return { here: [], days: { day, pageDay: day }, unknown: null };
  const unknown = story.unknown.find(({ key }) => key === card) ?? null;
  return { here: story.entries.map(({ entity }) => entity), days: { day, pageDay: story.pageDay }, unknown };
}
