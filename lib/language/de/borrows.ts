import type { BorrowedForm } from '../language';
import { ordinary } from './ordinary';

/** "Die Welt", "Der Spiegel": a name with a German article is German, or not a name. */
const ARTICLE = /^(?:der|die|das|dem|den|des|ein|eine) /;

/**
 * Names of people, places, bodies and companies are the same in German unless the tables say otherwise; words for
 * things and acronyms are not. A name that is also a German word is not borrowed: its capital proves nothing.
 */
export function borrows({ kind, use, exact, words, folded }: BorrowedForm): boolean {
  if (exact || ARTICLE.test(folded)) return false;
  if (use === 'short') return kind === 'person';
  if (ordinary.has(folded)) return false;
  // A company's name that needs company in the story needs it in any language: "Apple".
  if (use === 'company') return kind === 'company';
  if (use !== 'name') return false;
  switch (kind) {
    case 'person':
    case 'place':
    case 'company':
      return true;
    case 'group':
    case 'team':
    case 'media':
      return words > 1;
    default:
      return false;
  }
}
