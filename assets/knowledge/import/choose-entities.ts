/**
 * Which of the drafts are in the pack: what is wanted whether known or not, then what is best known, up to a number. What
 * the hand-written tables hold stays theirs.
 */

import type { Kind } from '../../../lib/facts';
import type { EntityRow, PackSource } from '../../../lib/pack';
import { foldText } from '../../../lib/text';
import type { Countries } from './countries';
import { familiarForms } from './derived-names';
import type { Draft } from './draft';
import type { KnownTitles } from './known-titles';
import type { NameGround, Taker } from './name-ground';
import { type ImportedName, namesOf } from './names';
import { REGIONS } from './sources/places';

export interface Chosen {
  readonly draft: Draft;
  readonly names: readonly ImportedName[];
}

export interface Choice {
  readonly chosen: readonly Chosen[];
  readonly byHand: number;
  /** Left out since no text can name them safely. */
  readonly unnamed: number;
}

/** Less is known of it than of a player who played once. */
const LEAST_FAME = 12;
/** What a reader of news expects, known or not. */
const WANTED = 20;
/** The files are full of people, of whom most are in the news once; a place or a company is in it for good. */
const RARER: Partial<Record<Kind, number>> = { company: 10, team: 10, place: 8, media: 6, event: 6, group: 3 };
/** As many people have a given name or a surname that is no name of a thing by itself. */
const GIVEN_BY = 6;
const SURNAME_OF = 4;
/** A state of a country, by the gloss of the hand-written tables; no "city state". */
const STATE = /^(?:(?!(?:city|small|island)\b)\w+ ){0,2}state\b/i;
const KNOWN_MAKER = 40;

export function chooseEntities(
  drafts: readonly Draft[],
  byHand: Pick<PackSource, 'entities' | 'forms'>,
  known: KnownTitles,
  common: ReadonlySet<string>,
  countries: Countries,
  most: number,
): Choice {
  const held = heldByHand(byHand);
  const free = drafts.filter((draft) => !held(draft));
  const ground = groundOf(free, byHand, known, common, countries);
  const ranked = free
    .filter(({ fame, wanted }) => wanted || fame >= LEAST_FAME)
    .toSorted(
      (one, other) =>
        rank(other) - rank(one) ||
        // Of equals the one that has an article, not the first of the alphabet.
        Number(other.title !== null) - Number(one.title !== null) ||
        (one.name < other.name ? -1 : one.name > other.name ? 1 : 0) ||
        (one.key < other.key ? -1 : 1),
    );
  const chosen: Chosen[] = [];
  let unnamed = 0;
  for (const draft of ranked) {
    if (chosen.length >= most) break;
    const names = namesOf(draft, ground);
    if (names) chosen.push({ draft, names });
    else unnamed++;
  }
  const keys = new Set([...byHand.entities.map(({ key }) => key), ...chosen.map(({ draft }) => draft.key)]);
  // A region that was not chosen is nobody's company.
  const kept = chosen.flatMap(({ draft, names }) => {
    const sure = names.map((name) => {
      const company = name.company.filter((one) => keys.has(one));
      return name.use !== 'name' && name.company.length > 0 && company.length === 0
        ? { ...name, use: 'short' as const, company }
        : { ...name, company };
    });
    return sure.some(({ use }) => use !== 'short') ? [{ draft, names: sure }] : [];
  });
  return { chosen: kept, byHand: drafts.length - free.length, unnamed: unnamed + chosen.length - kept.length };
}

const rank = ({ fame, wanted, kind }: Draft): number => fame + (wanted ? WANTED : 0) + (RARER[kind] ?? 0);

/** Files do not agree on which of these a thing is: "Twitter" is a company of one, and a network of another. */
const BODIES = new Set<Kind>(['company', 'media', 'group', 'team']);

/** By id, by article, or, where either has no id, by kind and name; of bodies the country will do instead of the kind. */
function heldByHand({ entities, forms }: Pick<PackSource, 'entities' | 'forms'>): (draft: Draft) => boolean {
  const ids = new Set(entities.flatMap(({ wikidata }) => wikidata ?? []));
  const titles = new Set(entities.flatMap(({ wikipedia }) => wikipedia?.toLowerCase() ?? []));
  const rows = new Map(entities.map((entity) => [entity.key, entity]));
  const names = new Map<string, boolean>();
  const put = (name: string, key: string): void => {
    const row = rows.get(key);
    if (!row) return;
    const ids = [
      row.kind,
      ...(BODIES.has(row.kind) ? [`body of ${row.qualifier}`] : []),
      ...(row.kind === 'company' ? [`firm of ${row.qualifier}`] : []),
    ];
    for (const id of ids.map((one) => `${one} ${foldText(name)}`))
      names.set(id, (names.get(id) ?? true) && row.wikidata !== null);
  };
  for (const { key, name } of entities) put(name, key);
  for (const { form, entity, use } of forms) if (use === 'name') put(form, entity);
  return ({ qid, title, kind, name, country }) => {
    if (qid !== null && ids.has(qid)) return true;
    if (title !== null && titles.has(title.toLowerCase())) return true;
    const isHeld = (id: string): boolean => {
      const hasId = names.get(`${id} ${foldText(name)}`);
      return hasId !== undefined && !(hasId && qid !== null);
    };
    // Of the group of companies one table has the id, of the brand another.
    const isSameFirm = kind === 'company' && country !== null && names.has(`firm of ${country.name} ${foldText(name)}`);
    return isSameFirm || isHeld(kind) || (BODIES.has(kind) && country !== null && isHeld(`body of ${country.name}`));
  };
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(foldText(name), (counts.get(foldText(name)) ?? 0) + 1);
  return counts;
}

function groundOf(
  drafts: readonly Draft[],
  { entities, forms }: Pick<PackSource, 'entities' | 'forms'>,
  known: KnownTitles,
  common: ReadonlySet<string>,
  countries: Countries,
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
    makers: new Set(
      [...entities, ...drafts.filter(({ fame }) => fame >= KNOWN_MAKER)].flatMap(({ kind, name }) =>
        kind === 'company' ? [foldText(name)] : [],
      ),
    ),
    bearers,
    given: new Set([...given].filter(([, many]) => many > 1).map(([word]) => word)),
    givenOf: given,
    surnamesOf: surnames,
    eventsOf: countsOf(drafts.filter(({ kind }) => kind === 'event').map(({ name }) => name)),
    aliasesOf: countsOf(
      drafts
        .filter(({ fame, wanted }) => wanted || fame >= LEAST_FAME)
        .flatMap(({ name, aliases }) => [...new Set([name, ...aliases].map(foldText))]),
    ),
    countries,
    regions,
    towns,
    known,
    listers: entities.flatMap(({ key, name }) => (name === 'United Nations' || name === 'European Union' ? [key] : [])),
  };
}
