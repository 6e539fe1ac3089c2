/**
 * Border: an answer of `wbgetentities` as items. Only what is shown or weighed is read; an invalid statement only costs
 * itself.
 */
import * as v from 'valibot';
import type { EntityKey } from '../facts';
import { OTHER_LANGUAGES, type OtherLanguage } from '../pack';
import { clean } from './clean';
import { type Item, keyOf, type Label, type OtherNames, type SnakValue, type Statement } from './item';
import { PROPERTIES_READ } from './properties-read';
import { readSnak } from './read-snak';

const LONGEST_NAME = 100;
const LONGEST_GLOSS = 120;
const MOST_ALIASES = 30;
/** Per property; a member of parliament has one term per election. */
const MOST_STATEMENTS = 80;
const MOST_QUALIFIERS = 30;
const MOST_ITEMS = 50;

/** A wiki whose articles are requested: its Wikidata id, and the prefix for its titles if it is not the main one. */
export interface WikiSite {
  readonly site: string;
  readonly prefix: string;
}

const ENGLISH: readonly WikiSite[] = [{ site: 'enwiki', prefix: '' }];

/** PHP writes an empty map as a list. Entries are checked one by one. */
const Entries = v.fallback(v.record(v.string(), v.unknown()), {});

const Term = v.object({ value: v.string() });
const Sitelink = v.object({ title: v.string() });
const Entity = v.object({
  id: v.pipe(v.string(), v.regex(/^Q[1-9]\d{0,8}$/)),
  missing: v.optional(v.unknown()),
  redirects: v.optional(v.object({ from: v.string(), to: v.string() })),
  labels: Entries,
  descriptions: Entries,
  aliases: Entries,
  claims: Entries,
  sitelinks: Entries,
});
const Answer = v.object({ entities: v.record(v.string(), v.unknown()) });

/** Deprecated statements are known to be wrong. */
const RANKS = new Set(['preferred', 'normal']);

const Claim = v.object({
  mainsnak: v.unknown(),
  rank: v.string(),
  qualifiers: Entries,
});

/** By requested key; null if the item is gone. A missing one was not answered, or not as an item. */
export type ReadItems = ReadonlyMap<EntityKey, Item | null>;

/** `languages`: those requested, the one whose names are printed first. */
export function readItems(
  json: unknown,
  languages: readonly string[],
  wikis: readonly WikiSite[] = ENGLISH,
): ReadItems {
  const found = new Map<EntityKey, Item | null>();
  for (const entity of entitiesOf(json)) {
    const key = keyOf(entity.id);
    const former = entity.redirects ? keyOf(entity.redirects.from) : null;
    if (entity.missing !== undefined) found.set(key, null);
    else found.set(former ?? key, itemOf(entity, key, former === key ? null : former, languages, wikis));
  }
  return found;
}

export function readLabels(json: unknown, languages: readonly string[]): ReadonlyMap<EntityKey, Label> {
  const found = new Map<EntityKey, Label>();
  for (const { id, redirects, missing, labels, descriptions } of entitiesOf(json)) {
    const label = inLanguage(labels, languages, LONGEST_NAME);
    if (missing !== undefined || label === '') continue;
    const told = { label, description: inLanguage(descriptions, languages, LONGEST_GLOSS) };
    found.set(keyOf(id), told);
    if (redirects) found.set(keyOf(redirects.from), told);
  }
  return found;
}

function entitiesOf(json: unknown): v.InferOutput<typeof Entity>[] {
  const entities = Object.values(v.parse(Answer, json).entities).slice(0, MOST_ITEMS);
  return entities.flatMap((one) => {
    const entity = v.safeParse(Entity, one);
    return entity.success ? [entity.output] : [];
  });
}

function itemOf(
  { labels, descriptions, aliases, claims, sitelinks }: v.InferOutput<typeof Entity>,
  key: EntityKey,
  former: EntityKey | null,
  languages: readonly string[],
  wikis: readonly WikiSite[],
): Item {
  const label = inLanguage(labels, languages, LONGEST_NAME);
  const labelIn = (language: string): string => textOf(labels[language], LONGEST_NAME);
  const aliasesIn = (language: string): readonly string[] =>
    listOf(aliases[language], MOST_ALIASES).map((name) => textOf(name, LONGEST_NAME));
  const seen = new Set(['', label]);
  const unseen = (names: readonly string[]): readonly string[] =>
    names.filter((name) => !seen.has(name) && Boolean(seen.add(name))).slice(0, MOST_ALIASES);
  const isOfTables = (language: string): boolean => !isOther(language);
  const own = unseen(languages.filter(isOfTables).flatMap((language) => [labelIn(language), ...aliasesIn(language)]));
  const namesIn = (language: OtherLanguage): OtherNames => {
    const there = labelIn(language);
    seen.add(there);
    return { label: there === '' || there === label ? null : there, aliases: unseen(aliasesIn(language)) };
  };
  return {
    key,
    former,
    label,
    aliases: own,
    namesIn: new Map(languages.filter(isOther).map((language) => [language, namesIn(language)])),
    description: inLanguage(descriptions, languages, LONGEST_GLOSS),
    descriptions: languages
      .map((language) => textOf(descriptions[language], LONGEST_GLOSS))
      .filter((text) => text !== ''),
    article: articleIn(sitelinks, wikis),
    statements: new Map(PROPERTIES_READ.flatMap((property) => statementsOf(property, claims[property]))),
  };
}

/** Read in the first wiki that has an article. */
function articleIn(sitelinks: Readonly<Record<string, unknown>>, wikis: readonly WikiSite[]): string | null {
  for (const { site, prefix } of wikis) {
    const link = sitelinks[site];
    const title = v.is(Sitelink, link) ? clean(link.title, 255) : '';
    if (title !== '') return prefix + title;
  }
  return null;
}

const isOther = (language: string): language is OtherLanguage => OTHER_LANGUAGES.some((other) => other === language);

function statementsOf(property: string, claims: unknown): [string, Statement[]][] {
  const read = listOf(claims, MOST_STATEMENTS).flatMap((claim) => {
    const known = v.safeParse(Claim, claim);
    if (!known.success || !RANKS.has(known.output.rank)) return [];
    const { mainsnak, rank, qualifiers } = known.output;
    const value = readSnak(mainsnak);
    return value ? [{ value, preferred: rank === 'preferred', qualifiers: qualifiersOf(qualifiers) }] : [];
  });
  return read.length > 0 ? [[property, read]] : [];
}

function qualifiersOf(qualifiers: Readonly<Record<string, unknown>>): Map<string, SnakValue> {
  const found = new Map<string, SnakValue>();
  for (const [property, snaks] of Object.entries(qualifiers).slice(0, MOST_QUALIFIERS)) {
    const value = readSnak(listOf(snaks, 1)[0]);
    if (value) found.set(property, value);
  }
  return found;
}

function inLanguage(terms: Readonly<Record<string, unknown>>, languages: readonly string[], longest: number): string {
  for (const language of languages) {
    const text = textOf(terms[language], longest);
    if (text !== '') return text;
  }
  return '';
}

const textOf = (term: unknown, longest: number): string => (v.is(Term, term) ? clean(term.value, longest) : '');

const listOf = (list: unknown, most: number): readonly unknown[] => (Array.isArray(list) ? list.slice(0, most) : []);
