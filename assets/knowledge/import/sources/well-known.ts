import * as v from 'valibot';
import type { Kind } from '../../../../lib/facts';
import { articleTitle } from '../article-title';
import type { Countries } from '../countries';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { kindOfDescription, kindOfTitle } from '../kind-of-words';
import { maybeText, qid, text, texts } from '../read-cells';
import { from } from '../source-list';

const FILE = 'fb15k-wikidata.ndjson.gz';
const SCHEMA = v.object({
  wikidata_id: qid,
  label: text,
  alternatives: texts,
  description: maybeText,
  wikipedia: maybeText,
});

/** Well-known entities: the best source of other names. Of the description only what and of where is read. */
export function* wellKnown(desk: Desk, countries: Countries): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const description = value.description ?? '';
    const title = value.wikipedia === null ? null : articleTitle(value.wikipedia);
    const told = kindOfDescription(description) ?? (description === '' ? kindOfTitle(title ?? value.label) : null);
    const is = told && isNotion(title ?? value.label, told.kind) ? null : told;
    const country =
      is?.kind === 'place'
        ? countries.within(description, 'last')
        : countryOf(is?.kind, title ?? value.label, description, countries);
    yield {
      ...OPEN,
      ...place,
      ...from('fb15k'),
      qid: value.wikidata_id,
      title,
      kind: is?.kind ?? null,
      name: value.label,
      aliases: value.alternatives,
      country: country?.name ?? null,
      region: is?.kind === 'place' && title ? (/, ([^,]+)$/.exec(title)?.[1] ?? null) : null,
      what: is?.what === 'football team' ? teamOf(title ?? value.label) : (is?.what ?? null),
      fame: 18,
      wanted: is !== null,
    };
  }
}

/** "Trade union", "Silver medal": words of the language, of which there are many. */
const isNotion = (title: string, kind: Kind): boolean =>
  (kind === 'company' || kind === 'group' || kind === 'concept') &&
  /^\p{Lu}\p{Ll}+(?: \p{Ll}+)+$/u.test(title) &&
  !/ (?:dynasty|people|mafia|party|movement)$/.test(title);

/** "Zenda Cardinals football" is how Americans call the team of a university for one of its games. */
const teamOf = (name: string): string =>
  / national (?:under-\d+ )?(?:association )?football team$/.test(name)
    ? 'national football team'
    : name.endsWith(' football')
      ? 'American football team'
      : 'football team';

/** A film is of the country before "film": behind it stands where it plays. An English prize is one for books in English. */
function countryOf(kind: Kind | undefined, title: string, description: string, countries: Countries) {
  const head = description.split(/ (?:about|on|set|based|in|by|that|which|of)\b/)[0] ?? '';
  if (kind === 'event') return whereItWas(title, description, countries);
  const found = countries.within(kind === 'work' ? head : description, 'first');
  // "Baseball team in Atlanta, Georgia, United States".
  const last = kind === 'person' || kind === 'work' ? null : countries.within(description, 'last');
  if (found?.name === 'Georgia' && last !== null) return last;
  return kind === 'concept' && found?.name === 'England' ? null : found;
}

/** A war between two countries is in neither: only where the words say "in", and name one country, or its name has it. */
function whereItWas(title: string, description: string, countries: Countries) {
  const place = countries.within(/\bin (.+)$/.exec(description)?.[1] ?? '', 'last');
  const [first, last] = [countries.within(description, 'first'), countries.within(description, 'last')];
  const isOne = first?.name === last?.name || countries.within(title, 'first')?.name === place?.name;
  return isOne ? place : null;
}
