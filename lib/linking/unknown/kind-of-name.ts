import { type Language, type RoleKind, rolesOf } from '../../language';
import type { NameGroup } from './group';
import { isGiven } from './is-given';

/** The story's own noun outweighs the words of the name: "Ravensholme Town, a club". */
const BY_NOUN = 4;
const BY_NAME = 3;
const BY_GIVEN_NAME = 2;
/** "Where", "which". */
const BY_CLAUSE = 1;
const BY_SPEECH = 1;

type Votes = Record<RoleKind, number>;

/**
 * What kind of thing a name is, judged by everything in and beside it; null if that says nothing or is contradictory.
 */
export function kindOfName(group: NameGroup, language: Language): RoleKind | null {
  const votes: Votes = { person: 0, body: 0, place: 0 };
  const isThing = voteBeside(group, language, votes);
  if (group.words.length > 1) voteWithin(group, language, isThing, votes);
  // Bodies also say things.
  if (group.speaks && votes.body === 0 && votes.place === 0 && group.words.length > 1) votes.person += BY_SPEECH;
  const [best, second] = Object.entries(votes).sort(([, one], [, other]) => other - one);
  if (!best || !second || best[1] === 0 || best[1] === second[1]) return null;
  return best[0] as RoleKind;
}

/** Votes by the nouns and clauses beside it. Returns whether it is called a ship, film, storm or the like. */
function voteBeside({ clues, words }: NameGroup, language: Language, votes: Votes): boolean {
  const roles = rolesOf(language);
  const seen = new Set<string>();
  let isThing = false;
  for (const { kind: told, roles: said, by } of clues) {
    const head = said.at(-1) ?? '';
    const kind = mayBeFirm(said, words, language) ? null : told;
    isThing ||= roles.kindOf(head) === 'thing';
    const once = `${by} ${kind} ${head}`;
    if (kind === null || seen.has(once)) continue;
    seen.add(once);
    votes[kind] += said.length === 0 && kind !== 'person' ? BY_CLAUSE : BY_NOUN;
  }
  return isThing;
}

/** "Thornby Asset Management, a London fund manager": companies describe themselves with words for people. */
const mayBeFirm = (said: readonly string[], words: readonly string[], language: Language): boolean =>
  said.length > 0 && rolesOf(language).inNames.get(words.at(-1) ?? '') === 'body' && !isGiven(words[0] ?? '');

/** Votes by its own words. */
function voteWithin({ words, name, acronyms }: NameGroup, language: Language, isThing: boolean, votes: Votes): void {
  const roles = rolesOf(language);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const own = roles.inNames.get(last);
  const isCalled = words.slice(0, -1).some(isGiven);
  const isLinked = words.some((word) => roles.links.has(word));
  if (isLinked && isRank(first, language)) votes.person += BY_NAME;
  else if (acronyms.size > 0 || isLinked || name.includes('&')) votes.body += BY_NAME;
  if (own === undefined && !language.capitals.meanNames && roles.heads.has(first)) votes.body += BY_NAME;
  else if (own === undefined) {
    if (roles.placesBegin.has(first)) votes.place += BY_NAME;
    else if (isCalled && !isThing) votes.person += BY_GIVEN_NAME;
  } else if (own !== 'any' && own !== 'thing') {
    // "Rob Holding", "Victoria Station": could be either.
    const isEither = words.length === 2 && isGiven(first);
    votes[own] += isEither ? BY_GIVEN_NAME : BY_NAME;
    if (isEither) votes.person += BY_GIVEN_NAME;
  }
}

/** "Duchess of Cambridge". */
function isRank(word: string, language: Language): boolean {
  const roles = rolesOf(language);
  return roles.ranks.has(word) || (language.names.institutions.has(word) && roles.kindOf(word) === 'person');
}
