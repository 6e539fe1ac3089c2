import * as v from 'valibot';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { maybeDate, maybeText, qid, text } from '../read-cells';
import { from } from '../source-list';

const CURRENT = 'congress-current.json.gz';
const FORMER = 'congress-historical.ndjson.gz';

const TERM = v.object({ type: v.picklist(['rep', 'sen']), start: text, end: text, state: text, party: maybeText });
const MEMBER = v.object({
  id: v.object({ wikipedia: maybeText, wikidata: v.optional(qid) }),
  name: v.object({ first: text, last: text, official_full: maybeText }),
  bio: v.object({ birthday: maybeDate }),
  terms: v.pipe(v.array(TERM), v.minLength(1)),
});
const FORMER_MEMBER = v.object({
  last_name: text,
  first_name: text,
  full_name: maybeText,
  birthday: maybeDate,
  type: v.picklist(['rep', 'sen']),
  state: text,
  party: maybeText,
  wikipedia_id: text,
});

const TITLE = { sen: 'Senator', rep: 'Member of the House of Representatives' } as const;
/** Whoever was born then or later can have sat in Congress since 1990. */
const OLDEST_BIRTH = '1915';

/** Members of the United States Congress, those of today with their terms. */
export function* congress(desk: Desk): Generator<Imported> {
  yield* current(desk);
  for (const { place, value } of desk.rows(FORMER, FORMER_MEMBER)) {
    const born = desk.date(place, 'birthday', value.birthday);
    yield {
      ...OPEN,
      ...place,
      ...from('congress-2026'),
      title: value.wikipedia_id,
      kind: 'person',
      name: value.full_name || `${value.first_name} ${value.last_name}`,
      country: 'United States',
      what: 'politician',
      facts: [{ property: 'born', start: born }],
      remark: `former ${value.type === 'sen' ? 'senator' : 'member of the House of Representatives'} from ${stateOf(value.state)}`,
      fame: value.type === 'sen' ? 20 : 14,
      wanted: born !== null && born >= OLDEST_BIRTH,
    };
  }
}

function* current(desk: Desk): Generator<Imported> {
  const whole = desk.text(CURRENT);
  if (whole === '') return;
  let members: unknown;
  try {
    members = JSON.parse(whole);
  } catch {
    desk.report({ file: CURRENT, line: 0 }, 'error', null, 'is no JSON');
    return;
  }
  for (const [at, one] of (Array.isArray(members) ? members : [members]).entries()) {
    // The file is one list over many lines: the number of the member finds it.
    const place = { file: CURRENT, line: at + 1 };
    const read = v.safeParse(MEMBER, one, { abortEarly: true });
    if (!read.success) {
      desk.report(place, 'error', v.getDotPath(read.issues[0]), read.issues[0].message);
      continue;
    }
    const { id, name, bio, terms } = read.output;
    const last = terms.at(-1) as (typeof terms)[number];
    yield {
      ...OPEN,
      ...place,
      ...from('congress-2026'),
      qid: id.wikidata ?? null,
      title: id.wikipedia,
      kind: 'person',
      name: name.official_full ?? `${name.first} ${name.last}`,
      aliases: [`${name.first} ${name.last}`],
      country: 'United States',
      what: last.party === 'Independent' || last.party === null ? 'politician' : last.party,
      facts: [
        { property: 'born', start: desk.date(place, 'birthday', bio.birthday) },
        ...served(terms).map(({ type, state, start, end }) => ({
          property: 'office' as const,
          words: `${TITLE[type]} from ${stateOf(state)}`,
          start,
          end,
        })),
      ],
      fame: last.type === 'sen' ? 40 : 28,
      wanted: true,
    };
  }
}

type Term = v.InferOutput<typeof TERM>;

function served(terms: readonly Term[]): Term[] {
  const joined: Term[] = [];
  for (const term of terms) {
    const last = joined.at(-1);
    const goesOn =
      last && last.type === term.type && last.state === term.state && last.end.slice(0, 7) === term.start.slice(0, 7);
    if (goesOn) joined[joined.length - 1] = { ...last, end: term.end };
    else joined.push(term);
  }
  return joined;
}

const STATES = new Map(
  `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|DC the District of Columbia|PR Puerto Rico|GU Guam|VI the Virgin Islands|AS American Samoa|MP the Northern Mariana Islands`
    .split('|')
    .map((one) => [one.slice(0, 2), one.slice(3)] as const),
);

/** The state of the United States that a post names: "Lieutenant governor of Georgia". */
export const stateIn = (post: string): string | null =>
  [...STATES.values()].find((state) => new RegExp(`(?<!West )\\b${state}\\b`).test(post)) ?? null;

/** The name of a state of the United States by its postal code. */
export const stateOf = (code: string): string => STATES.get(code) ?? code;
