/**
 * Under which names an entity is found, and on what condition. Each name pays for its ambiguity here: a word of the
 * language, a given name, a place of many, a club named after its city is no name by itself. What no text can name
 * safely is not in the pack. Long because the conditions are asked in one order.
 */
import type { Kind } from '../../../lib/facts';
import { caseRuleOf } from '../../../lib/pack/case-rule';
import { WORDS_LIMIT } from '../../../lib/pack/layout';
import { foldText, words as wordsIn } from '../../../lib/text';
import { aliasesOf, american } from './aliases';
import { isAnothersAlias } from './anothers-alias';
import { isOneOfMany, isOneOfPapers, isSecondTown } from './anybodys-name';
import { derivedNames } from './derived-names';
import type { Draft } from './draft';
import { withoutLegalForm } from './legal-form';
import type { NameGround, Taker } from './name-ground';
import { isOneOfPenNames } from './pen-names';

export interface ImportedName {
  readonly form: string;
  readonly use: 'name' | 'short' | 'company' | 'near';
  readonly company: readonly string[];
}

/** As known as a city of some 100,000 with an article that is read. */
const KNOWN_PLACE = 40;
const FAMOUS_PLACE = 62;
/** Its article has the state behind a comma: another place may be the first of the name. */
const FAMOUS_WITH_STATE = 78;
const KNOWN = 40;
/** Where the name is of nothing else. */
const KNOWN_OWN = 20;
const FAMOUS = 70;
const FAR_BETTER = 30;
/** "Salamanca" is the city first, whatever else has it in brackets. */
const FEW_NAMESAKES = 2;
const MOST_WORDS = 8;
/** More of a name than a text ever gives. */
const MOST_ALIASES = 8;
const ACRONYM = /^[A-Z][A-Z&.-]{1,6}[A-Z]$/;

/** Null where no text can name it safely. */
export function namesOf(draft: Draft, ground: NameGround): ImportedName[] | null {
  const company = companyOf(draft, ground);
  const found = new Map<string, ImportedName>();
  const add = (form: string, use: ImportedName['use'] | null): void => {
    const folded = foldText(bareOf(form));
    // "1&1" is a score as well, and what is too long for the pack nobody writes out.
    if (!/\p{L}/u.test(folded) || found.has(folded) || wordsIn(form).length > WORDS_LIMIT) return;
    const isWith = use === 'company' || use === 'near';
    if (isWith && company.length === 0) found.set(folded, { form, use: 'short', company: [] });
    else found.set(folded, { form, use: use ?? 'short', company: isWith ? company : [] });
  };
  for (const name of [draft.name, ...american(draft.name)]) add(name, useOfName(draft, name, ground));
  for (const part of partsOf(draft, ground)) add(part, useOfPart(draft, part, ground));
  const own = new Set(found.keys());
  for (const { form, use } of derivedNames(draft, ground)) add(form, use);
  const derived = new Set([...found.keys()].filter((folded) => !own.has(folded)));
  let given = 0;
  for (const alias of aliasesOf(draft)) {
    if (given++ > MOST_ALIASES) break;
    const use = useOfAlias(draft, alias, ground);
    if (use !== null) add(alias, use);
  }
  // A name without a row here would count by itself; and what only a name that we made up would find is not found.
  const isFound = [...found].some(([folded, { use }]) => use !== 'short' && !derived.has(folded));
  return found.has(foldText(bareOf(draft.name))) && isFound ? [...found.values()] : null;
}

/** Where the name is met with the country or the region, or with who put it on a list, it is likelier this one. */
function companyOf(draft: Draft, ground: NameGround): string[] {
  const { regions, towns, listers, footballs, common } = ground;
  const { country, region, key, sources, kind, name } = draft;
  const found = country ? [country.key] : [];
  const where = region && country ? `${foldText(region)} ${country.key}` : '';
  const inside = regions.get(where);
  const town = towns.get(where);
  // A town of a country of many is that one only beside its region; a body is at home in its town, too.
  // "The Times" of a town is that one nowhere else in the country.
  const isCommon = kind === 'media' && wordsOf(name).every((word) => common.has(word));
  const isLocal = isCommon || (isOneOfPapers(draft, ground) && (inside ?? town) !== undefined);
  const whole = isLocal ? [] : found;
  if (kind === 'team' && NATIONAL.test(name)) return [...footballs];
  const keys = inside && (kind === 'place' || isLocal) ? [inside] : town && kind !== 'place' ? [...whole, town] : whole;
  return [...new Set([...keys, ...(isListed(sources) ? listers : [])])].filter((one) => one !== key);
}

/** On a list of sanctions and on nothing else. */
const isListed = (sources: readonly string[]): boolean => sources.every((source) => source.endsWith('sanctions-2026'));

const bareOf = (form: string): string => form.replace(/^the\s+(?=\S)/i, '');
const wordsOf = (form: string): string[] => foldText(bareOf(form)).split(' ').filter(Boolean);

function useOfName(draft: Draft, name: string, ground: NameGround): ImportedName['use'] | null {
  const words = wordsOf(name);
  const folded = words.join(' ');
  const takers = ground.taken.get(folded);
  if (takers) {
    if (draft.kind === 'person' && words.length > 1) return 'name';
    if (!isToldFrom(takers, draft, ground)) return null;
    // "Peru, Indiana": elsewhere in a story of Indiana Peru is Peru.
    return draft.kind === 'place' && ground.lands.has(folded) ? 'near' : 'company';
  }
  if (isListed(draft.sources)) return words.every((word) => ground.common.has(word)) ? null : 'company';
  if (isSecondTown(draft, ground)) return null;
  if (words.length === 1) return useOfWord(draft, name, ground);
  // "United States" are two words of the language.
  const isAmerican = draft.country?.name === 'United States' && / (?:u s|us) /.test(` ${folded} `);
  const hasCountry =
    isAmerican || (draft.country !== null && ` ${folded} `.includes(` ${foldText(draft.country.name)} `));
  const plain = !hasCountry && words.every((word) => ground.common.has(word));
  if (draft.kind === 'work') return draft.fame >= fameOfWork(draft, words, plain, ground) ? 'name' : null;
  if (draft.kind === 'concept') return /\p{Lu}|\d/u.test(name) ? 'name' : null;
  // "Ruritanian general election" is one of many.
  if (draft.kind === 'event' && draft.what === 'vote' && !/\d/.test(name)) return null;
  // "Prisoner of war", "Clay pigeon shooting": small words of the language are a notion.
  if (draft.kind === 'event' && plain && !/ .*[\p{Lu}\d]/u.test(name) && !ground.countries.within(name, 'first'))
    return null;
  // "Battle of Narva" is the first of its three, unless the year is told.
  if (
    draft.kind === 'event' &&
    draft.fame < KNOWN &&
    /\(/.test(draft.title ?? '') &&
    (ground.eventsOf.get(folded) ?? 1) > 1
  )
    return null;
  if (draft.kind === 'event') return plain && draft.fame < KNOWN / 2 && !/\d{4}/.test(name) ? null : 'name';
  // "Virgin Galactic": its article needs no brackets.
  const isFirst = draft.title !== null && foldText(bareOf(draft.title)) === folded;
  if (isOneOfPapers(draft, ground)) return 'company';
  if (plain && draft.fame < (isFirst ? KNOWN_OWN : KNOWN)) return 'company';
  if (draft.kind === 'person') return useOfPerson(draft, folded, ground);
  // Of 25 counties of one name the state says which.
  const others = Math.max((ground.placesOf.get(folded) ?? 1) - 1, ground.known.namesakes(name) - 1);
  if (draft.kind === 'place' && draft.title?.includes(', ') && others > 0) return 'company';
  return isSecondOfName(draft, folded, ground) ? 'company' : 'name';
}

/** Two words may be anything: a work of them is as well known as the best, or its name is of nothing else. */
function fameOfWork(draft: Draft, words: readonly string[], plain: boolean, { isOwn }: NameGround): number {
  if (plain) return FAMOUS;
  if (words.length > 2) return KNOWN / 2;
  return isOwn(draft) && draft.title !== null && foldText(bareOf(draft.title)) === words.join(' ') ? KNOWN : FAMOUS;
}

/** A whole name is the name of one, unless another has it: one of ours, or one who is better known by it than the brackets are. */
function useOfPerson(draft: Draft, folded: string, ground: NameGround): ImportedName['use'] {
  const { people, articles, known, everybody } = ground;
  if (draft.title !== null && foldText(draft.title) === folded) return 'name';
  if (articles.has(folded)) return 'company';
  // Nothing tells who is in no encyclopedia from others of that name: "Dan Moore" is anybody.
  if (draft.title === null && isOneOfMany(draft, ground)) return 'company';
  const isBracketed = /\(/.test(draft.title ?? '');
  if (draft.country !== null) return isBracketed || (people.get(folded) ?? 1) > 1 ? 'company' : 'name';
  // Without a country there is no company to tell them apart, and the better known one is meant more often.
  const isShared = known.fame(draft.name) > 0 || known.namesakes(draft.name) > 1 || (everybody.get(folded) ?? 1) > 1;
  return isBracketed && isShared ? 'company' : 'name';
}

/** Works and happenings, whose names are those of places and people: "Australia", "Dallas". */
const CALLED_AFTER = new Set<Kind>(['work', 'concept', 'event', 'deal', 'law', 'policy']);

/**
 * Does its company tell it from what the hand-written tables have by that name? The country does so only where that one is of
 * another; and a paper or a band that is called after a town is that beside everything in the country.
 */
function isToldFrom(takers: readonly Taker[], { kind, country, region }: Draft, { regions }: NameGround): boolean {
  if (CALLED_AFTER.has(kind)) return false;
  const places = takers.filter((taker) => taker.kind === 'place');
  if (kind !== 'place' && kind !== 'person' && places.length > 0) return false;
  if (kind === 'place' && places.length === 0) return true;
  if (country === null) return false;
  const hasRegion = region !== null && regions.has(`${foldText(region)} ${country.key}`);
  return (
    (kind === 'place' && hasRegion) || takers.every((taker) => taker.country !== null && taker.country !== country.key)
  );
}

/**
 * Is there an article of that very name which is about something else, that we do not have? The name of a body is long
 * enough to be its own, unless its article says otherwise by brackets.
 */
function isSecondOfName(draft: Draft, folded: string, { articles, known, isOwn }: NameGround): boolean {
  const own = draft.title !== null && foldText(bareOf(draft.title)) === folded;
  if (own || (draft.title === null && isOwn(draft))) return false;
  const isBracketed = /\(/.test(draft.title ?? '');
  if (draft.kind === 'group' || draft.kind === 'company')
    return isBracketed || (draft.title !== null && articles.has(folded));
  return articles.has(folded) || isBracketed || known.fame(draft.name) > 0;
}

function useOfWord(draft: Draft, word: string, ground: NameGround): ImportedName['use'] | null {
  const { kind, fame, title } = draft;
  const folded = foldText(bareOf(word));
  const isFirst = title !== null && foldText(bareOf(title)) === folded;
  const isPlural = kind !== 'place' && ground.common.has(folded.replace(/s$/, ''));
  const isCommon = (ground.common.has(folded) || isPlural) && caseRuleOf(word) !== 'exact';
  // "ABBA" is written as nobody's given name is.
  const isPersonal = ground.personal.has(folded) && caseRuleOf(word) !== 'exact';
  const isWhole = foldText(bareOf(draft.name)) === folded;
  // A person known by one word is seldom meant in the news: "Eisai" is the firm, and not the monk.
  const isOwn = kind !== 'person' && isWhole && (isFirst || title === null) && ground.isOwn(draft);
  // "Earth": so well known that the capital is enough.
  if (isCommon && kind === 'place' && isFirst && fame >= FAMOUS) return 'name';
  if (isCommon || folded.length < 3) return kind === 'place' ? 'company' : null;
  if (kind === 'place') {
    if (isOwn && !isPersonal && fame >= KNOWN_OWN) return 'name';
    const isSure = !isPersonal && isFirst && ground.known.namesakes(word) < 8;
    // The list of vital articles is a reason as good as a size.
    const isVital = draft.sources.includes('vital-2025') && ground.known.namesakes(word) <= FEW_NAMESAKES;
    const floor = isSure
      ? isVital
        ? KNOWN_OWN
        : KNOWN_PLACE
      : title?.includes(', ')
        ? FAMOUS_WITH_STATE
        : FAMOUS_PLACE;
    return fame >= floor ? 'name' : 'company';
  }
  // "Honda" is the firm first, and the surname of some: beside its country it is meant.
  const isFirm = kind === 'company' && isFirst && fame >= KNOWN && !ground.given.has(folded);
  if (isPersonal && kind !== 'person') return isFirm ? 'company' : null;
  if (kind === 'work' || kind === 'concept' || kind === 'event')
    return isFirst && fame >= (isOwn && kind !== 'event' ? KNOWN : FAMOUS) ? 'name' : null;
  // Jerome the saint, where any Jerome may be meant.
  if (kind === 'person' && ground.given.has(folded) && fame < FAMOUS) return null;
  if (isOwn ? fame >= KNOWN_OWN : isFirst && fame >= KNOWN) return 'name';
  // "Canaletto": of those held to be vital, and no other article begins with that word.
  if (kind === 'person' && isFirst && draft.sources.includes('vital-2025') && ground.isOwn(draft)) return 'name';
  // What reports the news is called by its letters in it: "TMZ".
  if (kind === 'media' && ACRONYM.test(word) && !ground.shared.has(folded)) return 'name';
  return kind === 'person' ? null : 'company';
}

/** "Manchester United F.C." is never called so in full. */
const CLUB =
  /^(?:1\. )?(?:FC|AFC|AC|AS|SC|SV|CF|CD|FK|NK|RC|SK|UD|VfB|VfL|TSV|KS) (?=\p{Lu})| (?:F\.?C\.?|A\.F\.C\.|AFC|C\.F\.|S\.C\.|SC|FK|CF|SK|Football Club)$/u;

/** What is left of a name in a text that has given it in full: of a club, a company, a team named after its city. */
function partsOf({ kind, name, what, country }: Draft, { places }: NameGround): string[] {
  const nation = kind === 'team' ? NATIONAL.exec(name)?.[1] : undefined;
  if (nation !== undefined) return [nation];
  if (kind === 'team' && CLUB.test(name)) return [name.replace(CLUB, '')];
  if (kind === 'company' && withoutLegalForm(name) !== name) return [withoutLegalForm(name)];
  if (kind !== 'team' || !NICKNAMED.test(what ?? '')) return [];
  const words = name.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const rest = words.slice(count).join(' ');
    // "Florida State Seminoles" are of the university.
    if (places.has(foldText(words.slice(0, count).join(' '))))
      return AMERICAS.has(country?.name ?? '') && !/^State\b/.test(rest) ? [rest] : [];
  }
  return [];
}
/** "Miami Heat", "Boston Red Sox": games whose teams have a name of their own behind the city. */
const AMERICAS = new Set(['', 'United States', 'Canada']);
const NICKNAMED = /basketball|baseball|ice hockey|American football/;

/** "Ruritania national football team": of men, unless it says otherwise. */
const NATIONAL = /^(?:the )?(.+?) (?:men's )?national (?:football|soccer) team$/i;

/** Part of a name is a place, a word or another club by itself as often as not. */
function useOfPart(draft: Draft, part: string, ground: NameGround): ImportedName['use'] {
  const words = wordsOf(part);
  const folded = words.join(' ');
  if (isListed(draft.sources)) return 'short';
  // Beside a World Cup "Ruritania" plays; elsewhere it is the country.
  if (NATIONAL.test(draft.name)) return ground.taken.get(folded)?.length === 1 ? 'company' : 'short';
  if (ground.taken.has(folded) || ground.articles.has(folded) || ground.places.has(folded)) return 'short';
  // "East India Company": without its last word it is a place.
  const isPlace = /\bCompany$/.test(draft.name) && isLand(words.at(-1) ?? '', ground);
  if (words.length > 1) return isPlace || words.every((word) => ground.common.has(word)) ? 'short' : 'name';
  return draft.kind === 'company' ? (useOfWord(draft, part, ground) ?? 'short') : 'short';
}

const isLand = (word: string, { places, lands, countries }: NameGround): boolean =>
  places.has(word) || lands.has(word) || countries.find(word) !== null;

/** Null: it is no name at all. */
function useOfAlias(draft: Draft, alias: string, ground: NameGround): ImportedName['use'] | null {
  const words = wordsOf(alias);
  const folded = words.join(' ');
  if (words.length === 0 || words.length > MOST_WORDS || isAnothersAlias(draft, alias, ground)) return null;
  // "Henry II", "Columbia College": of several none is meant before the others, unless one is far better known.
  const rival = ground.rivals.get(folded);
  if (words.length > 1 && rival !== undefined && draft.fame < rival + FAR_BETTER)
    return draft.kind === 'place' ? 'company' : 'short';
  // "J. C." is anybody.
  if (/^(?:\p{Lu}\.? ?)+$/u.test(alias) && alias.includes('.') && draft.kind === 'person') return null;
  // "Orange Crush" of a club is what its fans say.
  const own = new Set(wordsOf(draft.name));
  if (draft.kind === 'team' && !ACRONYM.test(alias) && !words.some((word) => word.length > 2 && own.has(word)))
    return 'short';
  // Its own article, which has the name of before.
  const isOwnArticle = draft.kind === 'group' && draft.title !== null && foldText(draft.title) === folded;
  if (ground.taken.has(folded) || (ground.articles.has(folded) && !isOwnArticle)) return null;
  if (isListed(draft.sources))
    return words.length > 1 && !words.every((word) => ground.common.has(word)) ? 'company' : null;
  if (words.length > 1) {
    // "London ON" is how letters are addressed, and "London on Monday" how news is written.
    if (draft.kind === 'place' && /\s(?!(?:AB|BC)$)[A-Z]{2}$/.test(alias)) return null;
    if (words.every((word) => ground.common.has(word)) || draft.kind === 'work') return null;
    if (isOneOfPenNames(draft, alias)) return 'short';
    return isSecondOfName({ ...draft, name: alias }, folded, ground) ? null : 'name';
  }
  // The surname follows from the name.
  if (draft.kind === 'person' || ground.common.has(folded) || ground.personal.has(folded)) return null;
  if (!ACRONYM.test(alias) || folded.length < 3) {
    // "Genova": of a place that is well known, and of no other.
    const isOwn =
      draft.kind === 'place' && draft.fame >= KNOWN_PLACE && folded.length > 3 && !ground.places.has(folded);
    return isOwn && ground.known.namesakes(alias) === 0 ? 'company' : 'short';
  }
  if (draft.fame >= KNOWN && !ground.shared.has(folded)) return 'name';
  // Three letters mean something to everybody, and the United States are in half of all stories.
  const isAnybodys = folded.length <= 3 && draft.fame < KNOWN / 2 && draft.country?.name === 'United States';
  return isAnybodys ? 'short' : 'company';
}
