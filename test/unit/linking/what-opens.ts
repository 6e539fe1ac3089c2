/** What the words in brackets of a short story open, with the words that the mention covers; null: no card. */
import { linkStory } from '../../../lib/linking';
import type { Pack } from '../../../lib/pack';

/** @param marked plain text; blocks are parted by `|`, one of them has the brackets @param day as `2018-04-17` */
export function whatOpens(pack: Pack, marked: string, day: string): { entity: string; words: string } | null {
  const texts = marked.split('|');
  const block = texts.findIndex((text) => text.includes('['));
  const start = texts[block]?.indexOf('[') ?? -1;
  const end = (texts[block]?.indexOf(']') ?? 0) - 1;
  const blocks = texts.map((text, id) => ({ id, text: text.replace(/[[\]]/g, ''), role: 'body' as const }));
  const story = { day, title: '', language: 'en', blocks, memory: null };
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'every' });
  const found = mentions.find((one) => one.block === block && one.start < end && start < one.end);
  return found ? { entity: found.entity, words: blocks[block]?.text.slice(found.start, found.end) ?? '' } : null;
}
