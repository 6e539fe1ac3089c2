import * as v from 'valibot';
import type { Kind } from '../../../../lib/facts';
import { isBranchItem } from '../branch-item';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { kindOfTitle } from '../kind-of-words';
import { landNoun } from '../land-noun';
import { maybeDate, maybeQid, text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'vital-kinds-2024-2025.ndjson.gz';
const SCHEMA = v.object({ qid: maybeQid, title: text, topic: text, born: maybeDate });

/** The other groups hold two or three trades: who is known for which they do not say. */
const OCCUPATIONS: Readonly<Record<string, string>> = {
  'people: writers and journalists': 'writer or journalist',
  'people: scientists, inventors, mathematicians': 'scientist, inventor or mathematician',
  'people: sports figures': 'sportsperson',
  'people: religious figures': 'religious figure',
};
/** What is certain of whom no other file tells what they are. */
const FIELDS: Readonly<Record<string, string>> = {
  'people: politicians and leaders': 'known in politics or government',
  'people: artists, musicians, composers': 'known in the arts',
  'people: entertainers, directors, producers': 'known in film, television or theatre',
  'people: military, revolutionaries, activists': 'known in war, revolt or protest',
  'people: philosophers, historians, social scientists': 'known in philosophy or scholarship',
  'people: miscellaneous (business, explorers, crime, …)': 'person',
};
const PLACES: Readonly<Record<string, string>> = {
  'geography: cities': 'city',
  'geography: countries and regions': 'region',
  'geography: physical': 'natural feature',
};
/** What stands in these lists besides notions, by names that do not say what they are: "Peugeot", "Boeing 747", "Fortnite". */
const BESIDES: Readonly<Record<string, readonly Kind[]>> = {
  'politics and economics': ['company'],
  'culture: education, language, media': ['media', 'work'],
  'sports, games and recreation': ['work', 'team'],
  technology: ['concept', 'media', 'company'],
  'everyday life': ['company'],
  history: ['group'],
};
/** Titles of these topics name things, not words, where their shape says so, and each topic its own sorts of things. */
const BY_TITLE: Readonly<Record<string, RegExp>> = {
  history: /^(?!sports|Olympic|vote|body)/,
  'culture: education, language, media':
    /^(?:university|company|library|body|language|holiday|festival|award|sports competition)$/,
  'politics and economics':
    /^(?:political party|body|law|agreement|vote|affair|meeting|company|court case|constitution)$/,
  'sports, games and recreation': /^(?:Olympic Games|Paralympic Games|sports competition|football club|body|award)$/,
  arts: /^(?:landmark|award|library|body)$/,
  technology: /^(?:landmark|metro)$/,
  'philosophy and religion': /^(?:church|religious text)$/,
  'social studies': /^(?:body|landmark)$/,
};
const OF_HISTORY = new Set(['event', 'deal', 'law', 'group', 'company']);
/** "Dad's Army", "Three's Company": of somebody, in jest. */
const IN_JEST = /^\p{Lu}\p{Ll}+['’]s \p{Lu}\p{Ll}+$/u;

/** The 50,000 articles that Wikipedia holds to be vital: who and what is known for good. */
export function* vital(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const { title, topic } = value;
    const [kind, what] = kindOf(topic, title);
    const born = desk.date(place, 'born', value.born);
    yield {
      ...OPEN,
      ...place,
      ...from('vital-2025'),
      qid: isBranchItem(value.qid) ? null : value.qid,
      title,
      kind,
      mayBe: kind === null && !title.includes('(') ? (BESIDES[topic] ?? []) : [],
      name: bare(title, kind),
      what,
      remark: kind === 'person' ? (FIELDS[topic] ?? null) : null,
      facts: kind === 'person' && born ? [{ property: 'born', start: born }] : [],
      region: kind === 'place' ? (/, ([^,]+)$/.exec(title)?.[1] ?? null) : null,
      fame: 22,
      wanted: kind !== null && kind !== 'work' && !(kind === 'place' && what === 'natural feature'),
    };
  }
}

const NO_PERSON =
  /\b(?:[Ff]amily|families|[Bb]rothers|[Ss]isters|dynasty|band|[Gg]roup|[Hh]ouse|[Cc]ompany|duo)\b|^\p{Lu}\p{Ll}+(?:[- ]\p{Ll}{4,})+$|^List\b/u;

function kindOf(topic: string, title: string): readonly [Kind | null, string | null] {
  // Families, bands and the names of trades stand among the people.
  if (topic.startsWith('people')) return NO_PERSON.test(title) ? [null, null] : ['person', OCCUPATIONS[topic] ?? null];
  const place = PLACES[topic];
  // "Economy of Asia", "List of lakes" stand among the places; one small word later in the name is a word of the language.
  if (place)
    return NO_PLACE.test(title) || (place === 'city' && NO_CITY.test(title))
      ? [null, null]
      : ['place', place === 'city' ? place : (landNoun(title) ?? place)];
  const is = kindOfTitle(title);
  if (!is || IN_JEST.test(title) || !BY_TITLE[topic]?.test(is.what)) return [null, null];
  if (topic === 'history' && !OF_HISTORY.has(is.kind)) return [null, null];
  // "Three's Company", "Visegrád Group": the last word of a company is said by other files as well.
  return is.kind === 'company' &&
    !/\b(?:Bank|Corporation|Airlines|Airways|Motors)$|^(?:\p{Lu}\S+ ){2,}Company$/u.test(title)
    ? [null, null]
    : [is.kind, is.what];
}

/** "Provinces of Argentina", "Enlightenment in Spain", "Economy of Asia": about places. */
const NO_PLACE =
  /^(?:Geography|Outline|List|History|Climate|Economy|Culture|Politics|\p{Lu}\p{Ll}+ (?:divisions|regions|provinces)|(?:Administrative )?\p{Lu}\p{Ll}+s|\p{Lu}\p{Ll}+ groups) of\b|^\p{Lu}\p{Ll}+ in \p{Lu}| \p{Ll}{4,}$|^(?:Regions|Subdivisions)\b/u;

/** What stands in or near a city. */
const NO_CITY = /\b(?:Strip|Station|Square|Quarter|Bazaar|Chinatown|Street|Avenue|Mosque|Port of \p{Lu}\p{L}+)$/u;

const bare = (title: string, kind: Kind | null): string => {
  const name = title.replace(/ \(.*\)$/, '');
  return kind === 'place' ? name.replace(/, .*$/, '') : name;
};
