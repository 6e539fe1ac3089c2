import * as v from 'valibot';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { maybeDate, maybeText, qid, text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'politicians-wikidata-2022.ndjson.gz';
const SCHEMA = v.object({
  q: qid,
  n: text,
  dob: maybeDate,
  dod: maybeDate,
  en: maybeText,
  pos: v.array(v.tuple([text, maybeText, maybeText])),
  src: v.array(v.string()),
});

/** Posts that make news beyond their region. */
export const HIGH_POST =
  /\b(?:president|prime minister|premier|chancellor|minister|secretary of state|secretary of|governor|king|queen|emir|sultan|speaker|vice president|attorney general|chief minister|commissioner|head of state|taoiseach|first minister|high representative|ambassador|director of|mayor of)\b/i;
const LOW_POST =
  /\b(?:deputy|member|state secretary|under-?secretary|parliamentary|shadow|vice[- ]president of the|substitute|councillor|assistant|lieutenant|junior|vice minister|private secretary)\b/i;
/** A minister since then is in the pack, known or not. */
const SINCE = '1990';
const MOST_POSTS = 10;

/** Ministers, heads of state and government, members of parliament: the best source of offices with their time. */
export function* politicians(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const died = desk.date(place, 'dod', value.dod);
    const born = desk.date(place, 'dob', value.dob);
    const country = countryOf(value.src);
    const posts = value.pos.map(([post, start, end]) => {
      const span = desk.span(place, start, end);
      // An end that is not known is not later than the death.
      return { post: capital(post), ...span, end: span.end ?? (span.start !== null ? died : null) };
    });
    const joined = joinTerms(posts);
    const high = joined.filter(({ post }) => HIGH_POST.test(post) && !LOW_POST.test(post));
    const wanted = high.some(({ start, end }) => (end ?? start ?? '') >= SINCE);
    const first = [...high, ...joined.filter((one) => !high.includes(one))].slice(0, MOST_POSTS);
    yield {
      ...OPEN,
      ...place,
      ...from('wikidata-2022'),
      qid: value.q,
      title: value.en,
      kind: 'person',
      name: value.n,
      country,
      what: 'politician',
      facts: [
        { property: 'born', start: born },
        { property: 'died', start: died },
        ...first.map(({ post, start, end }) => ({ property: 'office' as const, words: post, start, end })),
      ],
      // Who has no English article is hardly ever in English news.
      fame: (high.length > 0 ? 8 : 2) + (value.en ? 10 : 0),
      wanted,
    };
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

interface Term {
  readonly post: string;
  readonly start: string | null;
  readonly end: string | null;
}

/** Terms that follow one another are one: nobody reads that a member was a member again the next day. */
function joinTerms(terms: readonly Term[]): Term[] {
  const joined: Term[] = [];
  for (const term of terms.toSorted(
    (one, other) => compare(one.post, other.post) || compare(one.start ?? '', other.start ?? ''),
  )) {
    const last = joined.at(-1);
    const goesOn =
      last?.post === term.post && last.end !== null && term.start !== null && last.end >= term.start.slice(0, 4);
    if (goesOn && last) joined[joined.length - 1] = { ...last, end: term.end };
    else if (!last || last.post !== term.post || last.start !== term.start) joined.push(term);
  }
  return joined;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Parts of files that are called by something else than a country. */
const NO_COUNTRY = new Set(['world', 'world-leaders-2021', 'european-parliament']);

function countryOf(sources: readonly string[]): string | null {
  const names = sources
    .filter((one) => !NO_COUNTRY.has(one))
    .map((one) => one.replace(/-(?:cabinet|ministers|governors)$/, ''))
    .map((one) => SPELT[one] ?? one.replaceAll('-', ' '));
  return new Set(names).size === 1 ? (names[0] ?? null) : null;
}

const SPELT: Readonly<Record<string, string>> = {
  us: 'United States',
  'congo-kinshasa': 'Democratic Republic of the Congo',
  'swiss-federal-council': 'Switzerland',
  czech: 'Czech Republic',
  saudi: 'Saudi Arabia',
  uae: 'United Arab Emirates',
  'bosnia-herzegovina': 'Bosnia and Herzegovina',
};
