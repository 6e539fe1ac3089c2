/** What names have to be told from: words, people, places, and what the hand-written tables call so. */
import type { Kind } from '../../../lib/facts';
import type { EntityRow, PackSource } from '../../../lib/pack';
import { foldText } from '../../../lib/text';
import type { Countries } from './countries';
import { familiarForms } from './derived-names';
import type { Draft } from './draft';
import { LEAST_FAME, WANTED } from './fame';
import type { KnownTitles } from './known-titles';
import type { NameGround, Taker } from './name-ground';
import type { IsOwnName } from './own-names';
import { REGIONS } from './sources/places';

/** As many people have a given name or a surname that is no name of a thing by itself. */
const GIVEN_BY = 6;
const SURNAME_OF = 4;
/** A state of a country, by the gloss of the hand-written tables; no "city state". */
const STATE = /^(?:(?!(?:city|historical|small|island)\b)\w+ ){0,2}state\b/i;
const KNOWN_MAKER = 40;
const FOOTBALL_OF_NATIONS = new Set([
  'FIFA',
  'UEFA',
  'FIFA World Cup',
  '2010 World Cup',
  '2014 World Cup',
  '2018 World Cup',
  '2022 World Cup',
  '2026 World Cup',
  'Euro 2020',
  'Euro 2024',
  'Copa América',
  'Africa Cup of Nations',
]);

export function groundOf(
  drafts: readonly Draft[],
  { entities, forms }: Pick<PackSource, 'entities' | 'forms'>,
  known: KnownTitles,
  common: ReadonlySet<string>,
  countries: Countries,
  isOwn: IsOwnName,
): NameGround {
  const given = new Map<string, number>();
  const surnames = new Map<string, number>();
  const acronyms = new Map<string, number>();
  const bearers = new Map<string, number>();
  const count = (map: Map<string, number>, word: string | undefined): void => {
    if (word) map.set(word, (map.get(word) ?? 0) + 1);
  };
  for (const { kind, name, aliases } of drafts) {
    if (kind === 'person') {
      const words = foldText(name).split(' ');
      for (const form of familiarForms(name)) count(bearers, foldText(form));
      if (words.length > 1) {
        count(given, words[0]);
        count(surnames, words.at(-1));
      }
    } else
      for (const alias of new Set([name, ...aliases])) if (/^[A-Z]{2,8}$/.test(alias)) count(acronyms, foldText(alias));
  }
  const regions = new Map<string, string>();
  const towns = new Map<string, string>();
  const keys = new Map(entities.map(({ key, name }) => [foldText(name), key]));
  const rows = new Map(entities.map((entity) => [entity.key, entity]));
  const taken = new Map<string, Taker[]>();
  const take = (form: string, key: string): void => {
    const { kind, qualifier } = rows.get(key) as EntityRow;
    const country = countries.find(qualifier)?.key ?? (qualifier === 'Country' ? key : null);
    const folded = foldText(form.replace(/^the\s+/i, ''));
    taken.set(folded, [...(taken.get(folded) ?? []), { kind, country }]);
  };
  for (const { key, name } of entities) take(name, key);
  for (const { form, entity, use } of forms) if (use !== 'short') take(form, entity);
  for (const { key, kind, name, qualifier } of entities) {
    const country = keys.get(foldText(qualifier));
    if (kind !== 'place' || !country) continue;
    regions.set(`${foldText(name)} ${country}`, key);
    towns.set(`${foldText(name)} ${country}`, key);
  }
  // "Washington" behind a town is the state, whatever else it is.
  for (const { form, entity, use } of forms) {
    const { kind, qualifier, gloss } = rows.get(entity) as EntityRow;
    const country = keys.get(foldText(qualifier));
    if (kind === 'place' && country && use !== 'demonym' && STATE.test(gloss))
      regions.set(`${foldText(form)} ${country}`, entity);
  }
  for (const { key, kind, name, country, what } of drafts) {
    const id = `${foldText(name)} ${country?.key}`;
    if (kind === 'place' && country && (REGIONS.has(what ?? '') || what === 'county') && !regions.has(id))
      regions.set(id, key);
  }
  for (const { key, kind, name, country, what, fame } of drafts) {
    const id = `${foldText(name)} ${country?.key}`;
    if (kind === 'place' && country && what === 'city' && fame >= WANTED && !towns.has(id)) towns.set(id, key);
  }
  return {
    common,
    personal: new Set([
      ...[...given].filter(([, many]) => many >= GIVEN_BY).map(([word]) => word),
      ...[...surnames].filter(([, many]) => many >= SURNAME_OF).map(([word]) => word),
    ]),
    taken,
    articles: new Set(
      drafts.flatMap(({ title, fame }) => (title !== null && fame >= LEAST_FAME ? [foldText(title)] : [])),
    ),
    shared: new Set([...acronyms].filter(([, many]) => many > 1).map(([word]) => word)),
    places: new Set([...entities, ...drafts].flatMap(({ kind, name }) => (kind === 'place' ? [foldText(name)] : []))),
    lands: new Set(
      entities.flatMap(({ kind, name, qualifier, gloss }) =>
        kind === 'place' && (qualifier === 'Country' || STATE.test(gloss)) ? [foldText(name)] : [],
      ),
    ),
    people: countsOf(
      drafts
        .filter(({ kind, fame, wanted }) => kind === 'person' && (wanted || fame >= LEAST_FAME))
        .map(({ name }) => name),
    ),
    everybody: countsOf(drafts.filter(({ kind }) => kind === 'person').map(({ name }) => name)),
    placesOf: countsOf(drafts.filter(({ kind }) => kind === 'place').map(({ name }) => name)),
    givenOf: given,
    surnamesOf: surnames,
    mediaOf: countsOf(drafts.filter(({ kind }) => kind === 'media').map(({ name }) => bareOf(name))),
    eventsOf: countsOf(drafts.filter(({ kind }) => kind === 'event').map(({ name }) => name)),
    rivals: secondFames(drafts.filter(({ fame, wanted }) => wanted || fame >= LEAST_FAME)),
    makers: new Set(
      [...entities, ...drafts.filter(({ fame }) => fame >= KNOWN_MAKER)].flatMap(({ kind, name }) =>
        kind === 'company' ? [foldText(name)] : [],
      ),
    ),
    bearers,
    given: new Set([...given].filter(([, many]) => many > 1).map(([word]) => word)),
    countries,
    regions,
    towns,
    known,
    isOwn,
    footballs: entities.flatMap(({ key, name }) => (FOOTBALL_OF_NATIONS.has(name) ? [key] : [])),
    listers: entities.flatMap(({ key, name }) => (name === 'United Nations' || name === 'European Union' ? [key] : [])),
  };
}

const bareOf = (name: string): string => name.replace(/^the\s+(?=\S)/i, '');

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(foldText(name), (counts.get(foldText(name)) ?? 0) + 1);
  return counts;
}

/** Of each folded name that several have, the fame of the second best known; a town and a saint of one name are not weighed. */
function secondFames(drafts: readonly Draft[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  const second = new Map<string, number>();
  const kinds = new Map<string, Kind>();
  for (const { kind, name, aliases, fame } of drafts) {
    for (const form of new Set([name, ...aliases].map(foldText))) {
      const first = best.get(form);
      best.set(form, Math.max(first ?? 0, fame));
      if (first !== undefined) second.set(form, Math.max(second.get(form) ?? 0, Math.min(first, fame)));
      if (first !== undefined && kinds.get(form) !== kind) second.set(form, Number.POSITIVE_INFINITY);
      kinds.set(form, kind);
    }
  }
  return second;
}
