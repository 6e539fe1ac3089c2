/** What a card says first of an entity, composed from typed facts: "Iranian politician · Minister of Foreign Affairs 2013–2021". */
import type { Draft, DraftFact } from './draft';
import { eventNoun } from './event-noun';
import { isVague } from './is-vague';
import { rankOfPost } from './rank-of-post';
import { EDITION } from './source-list';

const LONGEST = 90;

export function glossOf(draft: Draft): string {
  const isPerson = draft.kind === 'person';
  const [first = null, ...others] = tails(draft);
  const ways = [first, ...others].flatMap((end) => {
    const join = (start: string | null): string => joined(start, end, isPerson && draft.what === null);
    // The office tells more than the country, which the qualifier has.
    return [join(lead(draft, true)), join(lead(draft, false)), ...(isPerson && end ? [capital(end)] : [])];
  });
  return ways.find((way) => way.length <= LONGEST) ?? (lead(draft, true) ?? first ?? '').slice(0, LONGEST);
}

/** "American, born 1948", where nobody says what they are. */
function joined(start: string | null, end: string | null, isBare: boolean): string {
  if (start === null || !end) return capital(start ?? (end || 'person'));
  return `${start}${isBare && /^(?:born|known) /.test(end) ? ', ' : ' · '}${end}`;
}

/** "City in Texas, United States", "Italian football club", "Newspaper in the United States". */
function lead({ kind, what, country, region, name, title }: Draft, withCountry: boolean): string | null {
  const adjective = (withCountry && adjectiveOf(country)) || null;
  if (kind === 'person' && what === null) return adjective;
  const happened = kind === 'event' ? eventNoun(title ?? name) : null;
  const thing = gameOf(happened ?? (what === 'body' ? null : what) ?? NOUNS[kind] ?? kind, country?.name);
  const isIn =
    kind === 'place' ||
    kind === 'event' ||
    kind === 'media' ||
    what === 'university' ||
    what === 'hospital' ||
    /\b(?:football|soccer) club\b/.test(thing);
  if (isIn) {
    const where = [
      region === null || region === name || (country && CONTINENT.test(region)) ? null : withArticle(region),
      country && region !== country.name && country.name !== name ? withArticle(country.name) : null,
    ]
      .filter(Boolean)
      .join(', ');
    return capital(where ? `${thing} in ${where}` : thing);
  }
  // It has its seat there, and is of many countries.
  if (thing === 'international organisation') return capital(thing);
  if (adjective !== null) return capital(thing.startsWith(adjective) ? thing : `${adjective} ${thing}`);
  return capital(withCountry && country && !country.adjective ? `${thing}, ${country.name}` : thing);
}

/** "A New Zealander university", "a Hongkonger actor": that word is for people, and no adjective. */
function adjectiveOf(country: Draft['country']): string | null {
  const { name = '', adjective = null } = country ?? {};
  const plain = (words: string): string => words.replaceAll(' ', '').toLowerCase();
  const isNoun = adjective?.endsWith('er') && plain(adjective).startsWith(plain(name));
  return isNoun ? name : adjective;
}

/** Football of Americans is soccer: "American football player" plays another game. */
const gameOf = (thing: string, country: string | undefined): string =>
  country === 'United States'
    ? thing.replace(/^(?:association )?football(?= (?:player|coach|manager|team|club)\b)|^footballer$/, (word) =>
        word === 'footballer' ? 'soccer player' : 'soccer',
      )
    : thing;

/** Whoever knows the country knows the continent. */
const CONTINENT = /^(?:Africa|Asia|Europe|Oceania|Antarctica|(?:North|South) America)$/;

/** What is said where no source says more. */
const NOUNS: Readonly<Record<string, string>> = { group: 'organisation', event: 'event' };
const WITH_ARTICLE =
  /^(?:United|Netherlands|Philippines|Bahamas|Maldives|Gambia|Comoros|Seychelles|Czech Republic|Dominican|Central African|Republic|Democratic|Solomon|Marshall|Caribbean|Federal District|National Capital|Northern Territory|Autonomous|(?:District|Province|State|Region|Canton|Department|Community|Isle|Principality) of|Highlands|Free State|West Bank|Gaza Strip|Balearic|Canary|Azores|Balkans)\b|^(?!Islands)\p{Lu}.* Islands$/u;
const withArticle = (country: string): string => (WITH_ARTICLE.test(country) ? `the ${country}` : country);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What may stand behind it, the best first: an office that is too long leaves the place to the next. */
function tails({ kind, facts, remark }: Draft): (string | null)[] {
  if (kind !== 'person') return [remark];
  const born = facts.find(({ property }) => property === 'born')?.start;
  const offices = facts
    .filter(({ property, words }) => property === 'office' && words)
    .toSorted(
      (one, other) =>
        rankOfPost(other.words ?? '') - rankOfPost(one.words ?? '') || (begun(other) > begun(one) ? 1 : -1),
    );
  const told = offices.map((office) => `${office.words} ${years(office)}`.trim());
  // A seat in 2024 is more than a council of long ago.
  const seat = /^(?:Member of the European Parliament|former )/.test(remark ?? '')
    ? offices.findIndex(({ words }) => rankOfPost(words ?? '') === 0)
    : -1;
  if (remark !== null && seat >= 0) return [...told.slice(0, seat), remark, ...told.slice(seat)];
  const birth = born
    ? `born ${born.startsWith('~') ? 'about ' : ''}${Number(born.replace('~', '').slice(0, 4))}`
    : null;
  return [...told, remark && isVague(remark) && birth ? `${remark}, ${birth}` : (remark ?? birth)];
}

/** Where the end is not known the start says which is the later. */
const begun = ({ start, end }: DraftFact): string => start ?? end ?? '';

/** So long what a source says is open is likely to be. */
const FRESH_YEARS = 2;
const FRESH_SINCE = `${Number(EDITION.slice(0, 4)) - FRESH_YEARS}${EDITION.slice(4)}`;

/** An open end is no "today": the source may be years old, and then it says when it began and no more. */
function years({ start, end, asOf }: DraftFact): string {
  const isAhead = end != null && end > asOf;
  const [from, to] = [start?.slice(0, 4) ?? null, isAhead ? null : (end?.slice(0, 4) ?? null)];
  if (from !== null && to !== null) return from === to ? from : `${from}–${to}`;
  const told = asOf.slice(0, 4);
  if (from === told) return `in ${told}`;
  if (from !== null) return asOf >= FRESH_SINCE ? `since ${from}, as of ${told}` : `from ${from}, end not known`;
  if (isAhead) return `as of ${asOf.slice(0, 4)}`;
  return to === null ? '' : `until ${to}`;
}
