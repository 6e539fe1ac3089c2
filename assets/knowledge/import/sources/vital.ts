import * as v from 'valibot';
import type { Kind } from '../../../../lib/facts';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { kindOfTitle } from '../kind-of-words';
import { maybeDate, maybeQid, text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'vital-kinds-2024-2025.ndjson.gz';
const SCHEMA = v.object({ qid: maybeQid, title: text, topic: text, born: maybeDate });

const OCCUPATIONS: Readonly<Record<string, string>> = {
  'people: politicians and leaders': 'politician or leader',
  'people: writers and journalists': 'writer',
  'people: artists, musicians, composers': 'artist or musician',
  'people: philosophers, historians, social scientists': 'thinker',
  'people: scientists, inventors, mathematicians': 'scientist',
  'people: sports figures': 'sportsperson',
  'people: military, revolutionaries, activists': 'soldier or activist',
  'people: religious figures': 'religious figure',
};
const PLACES: Readonly<Record<string, string>> = {
  'geography: cities': 'city',
  'geography: countries and regions': 'region',
  'geography: physical': 'natural feature',
};
/** Titles of these topics name things, not words, where their shape says so: "Battle of …", "… University". */
const BY_TITLE = new Set([
  'history',
  'culture: education, language, media',
  'politics and economics',
  'sports, games and recreation',
]);

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
      qid: value.qid,
      title,
      kind,
      name: bare(title, kind),
      what,
      facts: kind === 'person' && born ? [{ property: 'born', start: born }] : [],
      region: kind === 'place' ? (/, ([^,]+)$/.exec(title)?.[1] ?? null) : null,
      fame: 22,
      wanted: kind === 'person' || (kind === 'place' && what !== 'natural feature'),
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
    return /^(?:Geography|Outline|List|Regions|History|Climate|Subdivisions)\b|\p{Ll}+ \p{Ll}{4,}$/u.test(title)
      ? [null, null]
      : ['place', place];
  const is = BY_TITLE.has(topic) ? kindOfTitle(title) : null;
  return [is?.kind ?? null, is?.what ?? null];
}

const bare = (title: string, kind: Kind | null): string => {
  const name = title.replace(/ \(.*\)$/, '');
  return kind === 'place' ? name.replace(/, .*$/, '') : name;
};
