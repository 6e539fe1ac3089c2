/** Names that tell nobody who or what is meant: "Dan Moore", a town called after a better known one. */
import { foldText } from '../../../lib/text';
import type { Draft } from './draft';
import type { NameGround } from './name-ground';
import { hasOwnArticle } from './own-article';

/** A given name and a surname of many. */
const MANY_GIVEN = 120;
const MANY_SURNAMED = 30;
/** Better known ones are meant more often than anybody else. */
const WELL_KNOWN = 20;
/** An article that is much read. */
const POPULAR = 26;
const KNOWN_PLACE = 40;

/** Others have it, in the files or in an encyclopedia, and none of them is known by it alone. */
export function isOneOfMany(draft: Draft, ground: NameGround): boolean {
  const { everybody, known } = ground;
  const hasArticles =
    known.namesakes(draft.name) > 0 && known.fame(draft.name) < POPULAR && !hasOwnArticle(draft, known);
  return (everybody.get(foldText(draft.name)) ?? 1) > 1 || hasArticles || isAnybody(draft, ground);
}

function isAnybody({ name, country, fame, facts }: Draft, { givenOf, surnamesOf }: NameGround): boolean {
  const [given = '', surname = '', ...more] = foldText(name).split(' ');
  if (more.length > 0 || country !== null || fame >= WELL_KNOWN || facts.some(({ property }) => property === 'office'))
    return false;
  return (givenOf.get(given) ?? 0) >= MANY_GIVEN && (surnamesOf.get(surname) ?? 0) >= MANY_SURNAMED;
}

/** "Tsushima, Aichi" beside the island Tsushima: where its region is not in the pack its country is no company. */
export function isSecondTown(
  { kind, title, name, region, country, fame }: Draft,
  { articles, known, regions }: NameGround,
): boolean {
  if (kind !== 'place' || fame >= KNOWN_PLACE || !/, | \(/.test(title ?? '')) return false;
  const isOthers = articles.has(foldText(name)) || known.fame(name) > 0;
  return isOthers && !(region !== null && country !== null && regions.has(`${foldText(region)} ${country.key}`));
}

/** "The Chronicle", "Daily Herald": every town has one, and the article in brackets is of one of them. */
export const isOneOfPapers = ({ kind, name, title }: Draft, { mediaOf }: NameGround): boolean =>
  kind === 'media' &&
  (/\(/.test(title ?? '') || (mediaOf.get(foldText(name.replace(/^the\s+(?=\S)/i, ''))) ?? 1) > 1) &&
  !(title !== null && foldText(title) === foldText(name));
