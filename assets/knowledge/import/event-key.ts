/** By which two ways of writing the name of one event are known to be one: capitals, hyphens, articles, "trial of". */
import { foldText } from '../../../lib/text';

export function eventKey(title: string): string {
  const folded = foldText(title)
    .replace(/[^\p{L}\p{N}()]+/gu, ' ')
    .replace(/\bu s\b/g, 'united states')
    .trim();
  return folded
    .replace(/^trial of (.+)$/, '$1 trial')
    .split(' ')
    .filter((word) => word !== 'the' && word !== '')
    .join(' ');
}
