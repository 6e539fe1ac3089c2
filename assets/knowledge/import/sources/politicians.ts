import * as v from 'valibot';
import { daysBetween } from '../../../../lib/time';
import type { Countries } from '../countries';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { isHighPost } from '../rank-of-post';
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

/** A minister since then is in the pack, known or not. */
const SINCE = '1990';
/** News in English names the members of these parliaments every day: whoever sat there since then and has an article. */
const ENGLISH = new Set(
  `united kingdom|uk|scotland|wales|northern ireland|ireland|canada|australia|new zealand|india|hong kong|singapore|south africa|
  nigeria|kenya|ghana|pakistan|jamaica|malta|uganda`.split(/\|\s*/),
);
const SAT_SINCE = '2012';
const MOST_POSTS = 10;
const CONGRESS = /^United States (?:senator|representative)$/i;
/** With these Congresses lists of it begin. */
const CONGRESS_COLLECTED = /^(?:1993|1999)(?:-01|$)/;

/** Ministers, heads of state and government, members of parliament: the best source of offices with their time. */
export function* politicians(desk: Desk, countries: Countries): Generator<Imported> {
  const all = [...desk.rows(FILE, SCHEMA)];
  const isFirstKnown = firstDays(all.map(({ value }) => value));
  for (const { place, value } of all) {
    const died = desk.date(place, 'dod', value.dod);
    const born = desk.date(place, 'dob', value.dob);
    const listed = countryOf(value.src);
    const country = headOf(value.pos, countries) ?? listed;
    const state = country === 'australia' ? stateOfSeats(value.pos.map(([post]) => post)) : null;
    const isOnly = (post: string): boolean => value.pos.filter(([one]) => one === post).length === 1;
    const posts = value.pos.map(([post, start, until]) => {
      const span = desk.span(place, start, until);
      // An end that is not known is not later than the death.
      // Who sat in the American Congress when the list begins may have sat there for long.
      // The same of any parliament: whoever sat when its list begins, and no longer does.
      const isCut =
        (CONGRESS.test(post) && CONGRESS_COLLECTED.test(span.start ?? '')) ||
        (span.end !== null && isFirstKnown(post, start ?? ''));
      const end = span.end ?? (span.start !== null ? died : null);
      return {
        isGuessed: isOnly(post) && isEndGuessed(post, span.start, end, died),
        post: inState(capital(post), state),
        start: isCut ? null : span.start,
        end,
      };
    });
    const terms = posts.filter(({ post, isGuessed }) => isOffice(post) && !isGuessed);
    const wholes = withoutParts(terms);
    const parts = terms.filter((term) => !wholes.includes(term));
    const joined = joinTerms(wholes);
    const high = joined.filter(({ post }) => isHighPost(post));
    const wanted =
      high.some(({ start, end }) => (end ?? start ?? '') >= SINCE) ||
      // Of an open seat the terms within it say how late it was held.
      (value.en !== null && ENGLISH.has(country ?? '') && [...joined, ...parts].some((one) => sits(one))) ||
      // Of America the file has the cabinet and those below it, beside the houses of all states.
      (value.en !== null &&
        country === 'United States' &&
        joined.some(({ post, start, end }) => !SEATED.test(post) && (end ?? start ?? '') >= SINCE));
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
      what: wordOf(joined.map(({ post }) => post)),
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

/** Seats and embassies, which are left long before the death by most. */
const LEFT = /\bambassador\b|\bhigh commissioner\b|\bconsul\b|\bmember\b|senator|representative|deput/i;
const FOR_LIFE = /house of lords|for life|assembly of experts|leader/i;
const LONGEST_TERM = 10;

/**
 * "Ambassador 1958–2009": where the lists know no end, the file puts the day of the death, as the importer did. Of one long seat that is told
 * in one row nobody knows then when it ended, and it is not told.
 */
const isEndGuessed = (post: string, start: string | null, end: string | null, died: string | null): boolean =>
  died !== null &&
  start !== null &&
  end?.slice(0, 7) === died.slice(0, 7) &&
  Number(end.slice(0, 4)) - Number(start.slice(0, 4)) > LONGEST_TERM &&
  LEFT.test(post) &&
  !FOR_LIFE.test(post);

/** So many begin on the first day of a list of members, and so small a part before it. */
const FIRST_SITTING = 10;
const SLIPS = 0.05;

/** Is a day the one on which the file's list of such seats begins? Who sat that day may have sat there for long. */
function firstDays(rows: readonly v.InferOutput<typeof SCHEMA>[]): (post: string, start: string) => boolean {
  const starts = new Map<string, string[]>();
  for (const { pos } of rows)
    for (const [post, start] of pos)
      if (start && SEATED.test(post) && !/\d|first|second|third|fourth|fifth/i.test(post))
        starts.set(post, [...(starts.get(post) ?? []), start]);
  const first = new Map<string, string>();
  for (const [post, days] of starts) {
    const sorted = days.toSorted();
    const counts = new Map<string, number>();
    for (const day of sorted) counts.set(day, (counts.get(day) ?? 0) + 1);
    const day = sorted.find((one) => (counts.get(one) ?? 0) >= FIRST_SITTING);
    if (day !== undefined && sorted.indexOf(day) <= sorted.length * SLIPS) first.set(post, day);
  }
  return (post, start) => start !== '' && first.get(post) === start;
}

/** "Foreign Trade" is what a ministry does, and a deputy of nothing may be anybody's. */
const OFFICE =
  /minist(?!ry)|president|secretary|govern|member|mayor|ambassador|senator|representative|deput|chancell|speaker|direct|chair|chief|commissioner|premier|king|queen|head|lead|judge|justice|attorney|lord|command|treasur|counci|counsel|whip|delegate|envoy|consul|prefect|emir|sultan|vice|prosecut|general|spokes|pope|prince|emperor|monarch|\bmp\b|parliamentarian|comptroll|auditor|advis|solicitor|advocate|ombuds|inspect|administrat|intendant|high representative|taoiseach|tánaiste|teachta|comhairle|marshal|duke|ruler|defender|coordinator|legislator|menteri|yang di|rector|bishop|assembly|knesset|lady|paymaster|master|officer|manager|official|controller|magistrate|regent|founder|custodian|registrar|clerk|superintend|resident|nuncio|trustee|executive/i;
const isOffice = (post: string): boolean =>
  OFFICE.test(post) && !/^(?:deputy|member|minister|secretary|delegate)$/i.test(post);

/** Not in a council of a town. */
const SEATED = /\bmember\b|\bmp\b|senator|deput|teachta|\bm[ls][ap]\b|speaker/i;
const sits = ({ post, start, end }: Term): boolean => SEATED.test(post) && (end ?? start ?? '') >= SAT_SINCE;

/** The parliament of a state in which all seats of somebody were: "South Australian". */
const STATE_SEAT = /^member of the (.+?) (?:Legislative (?:Assembly|Council)|House of Assembly)$/i;
const FEDERAL_SEAT = /^Member of the (?:House of Representatives|Senate)$/;

function stateOfSeats(posts: readonly string[]): string | null {
  const states = new Set(posts.flatMap((post) => STATE_SEAT.exec(post)?.[1] ?? []));
  return states.size === 1 && !posts.some((post) => FEDERAL_SEAT.test(post)) ? ([...states][0] ?? null) : null;
}

/** "Minister for Health" of a state is not that of the country. */
const inState = (post: string, state: string | null): string =>
  state !== null &&
  /^(?:(?:Assistant |Deputy )?(?:Minister|Premier|Treasurer)|Attorney|Speaker|President|Leader)\b/.test(post) &&
  !/ of (?!the\b)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*$/u.test(post)
    ? `${state} ${post}`
    : post;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

interface Term {
  readonly post: string;
  readonly start: string | null;
  readonly end: string | null;
}

/**
 * Of an office that is open the file may have terms besides that began on the same day, one for each parliament or cabinet that it outlasted:
 * they are parts of it, as is what began before the last of them ended.
 */
function withoutParts(terms: readonly Term[]): Term[] {
  const lastEnds = new Map<Term, string>();
  for (const open of terms) {
    if (open.end !== null || open.start === null) continue;
    const ends = terms.flatMap(({ post, start, end }) =>
      post === open.post && start === open.start ? (end ?? []) : [],
    );
    if (ends.length > 0) lastEnds.set(open, ends.toSorted().at(-1) ?? '');
  }
  const isPart = (term: Term): boolean =>
    [...lastEnds].some(
      ([open, until]) =>
        open !== term &&
        open.post === term.post &&
        within(term.start ?? '', open.start ?? '', until) &&
        term.end !== null,
    );
  return terms.filter((term) => !isPart(term));
}
const within = (day: string, first: string, last: string): boolean => day >= first && day <= last;

/** Terms that follow one another are one: nobody reads that a member was a member again the next day. */
function joinTerms(terms: readonly Term[]): Term[] {
  const joined: Term[] = [];
  for (const term of terms.toSorted(
    (one, other) => compare(one.post, other.post) || compare(one.start ?? '', other.start ?? ''),
  )) {
    const last = joined.at(-1);
    const goesOn = last?.post === term.post && last.end !== null && term.start !== null && isSoon(last.end, term.start);
    // A term within another does not end it.
    if (goesOn && last) joined[joined.length - 1] = { ...last, end: laterOf(last.end, term.end) };
    // Neither has an end: it was held from the first on, and nothing tells for how long.
    else if (last?.post === term.post && last.end === null && term.end === null && last.start !== null) continue;
    // What began again had ended, and when it had is not known: an old term without an end is no office of today.
    else if (last?.post === term.post && last.end === null) joined[joined.length - 1] = term;
    else if (!last || last.post !== term.post || last.start !== term.start) joined.push(term);
  }
  return joined;
}

/** Between two terms lies an election, or another holder. */
const LONGEST_GAP = 60;
const isSoon = (end: string, start: string): boolean =>
  end.length === 10 && start.length === 10 ? daysBetween(end, start) <= LONGEST_GAP : end >= start.slice(0, end.length);

const laterOf = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? null : one > other ? one : other;

/** What somebody was whose posts are all of one sort that is no politician's. */
const CALLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bambassador\b|\bhigh commissioner to\b|\bconsul\b|permanent representative/i, 'diplomat'],
  [/\bjudge\b|\b(?:chief|associate|supreme court) justice\b|\bjustice of (?:the )?(?!peace)/i, 'judge'],
  [
    /\bgovernor of (?:the )?.*\b(?:\w*bank|riksbank)\b|\w*bank (?:governor|president)|central bank|\bchair\w* of the federal reserve/i,
    'central banker',
  ],
  [/\bchief of (?:the )?(?:general|defen[cs]e|army|naval|air|joint)\b.*\bstaff\b/i, 'military officer'],
  [/\b(?:director of|chief of (?:the )?(?:general )?staff|commander)\b/i, 'official'],
];
const wordOf = (posts: readonly string[]): string =>
  CALLINGS.find(([shape]) => posts.length > 0 && posts.every((post) => shape.test(post)))?.[1] ?? 'politician';

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

/** A list of Ireland held the head of another state: what somebody is at the head of says more than the list. */
function headOf(posts: readonly (readonly [string, ...unknown[]])[], countries: Countries): string | null {
  const lands = new Set(
    posts.flatMap(([post]) => {
      const of = /^(?:president|prime minister|king|queen) of (.+)$/i.exec(post)?.[1];
      return countries.find(of ?? null)?.name ?? [];
    }),
  );
  return lands.size === 1 ? ([...lands][0] ?? null) : null;
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
