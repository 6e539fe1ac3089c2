import type { Language, RoleKind } from '../../language';
import type { Group } from './group';
import { isGiven } from './is-given';

/** What the story calls it outweighs what its words are: "Ravensholme Town, a club". */
const BY_NOUN = 4;
/** "Where", "which". */
const BY_CLAUSE = 1;
const BY_NAME = 3;
const BY_GIVEN_NAME = 2;
const BY_SPEECH = 1;

/** What a name means by all that stands in it and beside it; null where that says nothing, or one thing and another. */
export function kindOfName(group: Group, language: Language): RoleKind | null {
  const { name, words, clues, acronyms, speaks } = group;
  const votes: Record<RoleKind, number> = { person: 0, body: 0, place: 0 };
  const seen = new Set<string>();
  for (const { kind, roles, by } of clues) {
    const said = `${by} ${kind} ${roles.at(-1) ?? ''}`;
    if (kind === null || seen.has(said)) continue;
    seen.add(said);
    votes[kind] += roles.length === 0 && kind !== 'person' ? BY_CLAUSE : BY_NOUN;
  }
  const own = language.roles.inNames.get(words.at(-1) ?? '');
  if (words.length > 1 && own !== undefined) {
    // "Rob Holding", "Victoria Station": it may be either.
    const isEither = words.length === 2 && isGiven(words[0] ?? '');
    if (own !== 'any') votes[own] += isEither ? BY_GIVEN_NAME : BY_NAME;
    if (isEither && own !== 'any') votes.person += BY_GIVEN_NAME;
  } else if (words.length > 1 && language.roles.placesBegin.has(words[0] ?? '')) votes.place += BY_NAME;
  else if (words.slice(0, -1).some(isGiven)) votes.person += BY_GIVEN_NAME;
  // "Duchess of Cambridge".
  if (
    words.length > 1 &&
    (language.roles.ranks.has(words[0] ?? '') ||
      (language.names.institutions.has(words[0] ?? '') && language.roles.kindOf(words[0] ?? '') === 'person')) &&
    words.some((word) => language.roles.links.has(word))
  )
    votes.person += BY_NAME;
  else if (acronyms.size > 0 || name.includes('&') || words.some((word) => language.roles.links.has(word)))
    votes.body += BY_NAME;
  // Bodies say things as well.
  if (speaks && votes.body === 0 && votes.place === 0 && words.length > 1) votes.person += BY_SPEECH;
  const [best, second] = Object.entries(votes).sort(([, one], [, other]) => other - one);
  if (!best || !second || best[1] === 0 || best[1] === second[1]) return null;
  return best[0] as RoleKind;
}
