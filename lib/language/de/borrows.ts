import type { BorrowedForm } from '../language';
import { ordinary } from './ordinary';

/** "Die Welt", "Der Spiegel": with an article of German a name is one of German, or no name. */
const ARTICLE = /^(?:der|die|das|dem|den|des|ein|eine) /;

/**
 * Names of people, places, bodies and firms are the same in German unless the tables say otherwise; words for things are not,
 * nor are acronyms. A name that is a word is none: a capital says nothing.
 */
export function borrows({ kind, use, exact, words, folded }: BorrowedForm): boolean {
  if (exact || ARTICLE.test(folded)) return false;
  if (use === 'short') return kind === 'person';
  if (ordinary.has(folded)) return false;
  // The name of a firm that needs others beside it is that in any language: "Apple".
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
