import { rolesOf, titleTerms } from '../../language';
import type { Reading, Word } from '../read/reading';
import { endsAsBody } from './body-names';
import { isGiven } from './is-given';
import type { Trimming } from './trim';

/** The first word after "Commerce Secretary", "Foreign Minister" or an office that has a card. */
export function behindTitles(first: number, last: number, { reading, cover }: Trimming): number {
  const { words, language } = reading;
  const { titles, names } = language;
  const roles = rolesOf(language);
  const office = cover.touching((words[first] as Word).start, (words[first] as Word).end);
  let behind = first;
  for (let at = first; at < last; at++) {
    const { folded } = words[at] as Word;
    const isTail =
      titles.tails.has(folded) && (words[at - 1] as Word | undefined)?.folded === names.of && at > first + 1;
    const isTrade = at === first && (words[at] as Word).initial && isTradeOnly(folded, reading);
    // "Duchess of Cambridge" is a complete name.
    const next = words[at + 1] as Word;
    if ((isTail || isTrade || isPost(folded, reading)) && (next.capital || names.particles.has(next.folded)))
      behind = at + 1;
  }
  if (office !== null && office.end < (words[last] as Word).start) {
    let at = first;
    while (at < last && (words[at] as Word).start < office.end) at += 1;
    const head = words[at - 1]?.folded ?? '';
    if (at > first && (isTitleWord(head, reading) || roles.kindOf(head) === 'person')) behind = Math.max(behind, at);
  }
  if (behind === first) return first;
  // "General Motors", "Justice Department", "Martin Luther King Jr".
  const { folded } = words[first] as Word;
  const isNamed =
    isGiven(folded) && (titles.titleOf(folded) === null ? !roles.ranks.has(folded) || last - first === 1 : false);
  if (
    isNamed ||
    names.generations.has((words[behind] as Word).folded) ||
    (endsAsBody(last, reading) && !isOfPerson(first, behind, reading))
  )
    return first;
  return behind;
}

/** "Judge Laura Court" is a person; "King David Pavilion" and "Prince William County" are not. */
function isOfPerson(first: number, behind: number, { words }: Reading): boolean {
  const { folded } = words[first] as Word;
  const isRoyal = (titleTerms.his.has(folded) || titleTerms.hers.has(folded)) && !titleTerms.addresses.has(folded);
  return !isRoyal && isGiven((words[behind] as Word).folded);
}

/** A title that names a post or rank on its own: "minister", not "foreign". */
function isPost(folded: string, { language }: Reading): boolean {
  const { titles, names } = language;
  const roles = rolesOf(language);
  if (roles.ranks.has(folded) || names.members.has(folded)) return true;
  return titles.titleOf(folded) !== null && roles.kindOf(folded) !== null;
}

/** "Quarterback" at the start of a sentence; "Baker Hughes" is a name. */
const isTradeOnly = (folded: string, { language }: Reading): boolean =>
  rolesOf(language).kindOf(folded) === 'person' && !language.names.ordinary.has(folded) && !isGiven(folded);

/** Is it any word of a title? */
export function isTitleWord(folded: string, { language }: Reading): boolean {
  const { titles, names } = language;
  const roles = rolesOf(language);
  if (roles.ranks.has(folded) || names.members.has(folded)) return true;
  return titles.titleOf(folded) !== null;
}
