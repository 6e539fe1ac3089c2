import * as v from 'valibot';
import { daysBetween, type PartialDate } from '../../../../lib/time';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { norwegianPost } from '../norwegian-posts';
import { maybeDate, maybeQid, maybeText, text, texts } from '../read-cells';
import { from } from '../source-list';
import { stateOf } from './congress';

const FILE = 'officeholders-2026.ndjson.gz';
const SCHEMA = v.object({
  qid: maybeQid,
  title: maybeText,
  name: text,
  aliases: texts,
  country: maybeText,
  born: maybeDate,
  party: maybeText,
  posts: v.array(v.tuple([text, maybeText, maybeText, v.unknown()])),
  check: v.optional(v.unknown()),
  src: text,
});

const SOURCES: Readonly<Record<string, string>> = {
  'os-states': 'open-states-2026',
  'ttp-mep': 'european-parliament-2024',
  'oa-australia': 'open-australia-2026',
  'mq-norway': 'norway-ministers-2026',
  'mq-world': 'ministerquiz-leaders-2026',
  'oda-leaders': 'world-leaders-2026',
};
const NORWEGIAN = 'mq-norway';
/** Before a name in lists of ministers. */
const STYLE = /^(?:The )?(?:Rt |Right )?Hon\.? |^(?:Dr|Sir|Dame|Mr|Mrs|Ms|Senator) /;
/** The file has the day of the running term alone: many had sat there before. */
const MEP = /^Member of the European Parliament\b/;
/** One row runs from the first day to the last, whatever lay between: of more than one term only the last is sure. */
const TERM = 5;
const isOverTerms = (start: string | null, end: string | null): boolean =>
  start !== null && end !== null && Number(end.slice(0, 4)) - Number(start.slice(0, 4)) > TERM;
const STATE_LEADER = /^(?:governor|lieutenant governor|attorney general|secretary of state|mayor)/;

/** Who answers for a minister in the other house is not that minister. */
const SPEAKS_FOR = /\bin the (?:Senate|House(?: of Representatives)?)$/;

const AUSTRALIA = 'oa-australia';
const AUSTRALIAN: Readonly<Record<string, string>> = {
  NSW: 'New South Wales',
  VIC: 'Victoria',
  QLD: 'Queensland',
  SA: 'South Australia',
  WA: 'Western Australia',
  TAS: 'Tasmania',
  NT: 'the Northern Territory',
  ACT: 'the Australian Capital Territory',
};

/** Governors, mayors, ministers and leaders in office in 2026. Rows that contradict the Factbook stay out. */
export function* officeholders(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const source = SOURCES[value.src];
    if (!source) {
      desk.report(place, 'left-out', 'src', `"${value.src}" is no source that the importer knows`);
      continue;
    }
    if (value.check !== undefined) {
      desk.report(place, 'left-out', 'check', `${value.name}: contradicts another source`);
      continue;
    }
    const isLeader = value.src === 'oda-leaders' || value.src === 'mq-world';
    const leads = isLeader || value.posts.some(([post]) => STATE_LEADER.test(post));
    const posts =
      value.src === NORWEGIAN
        ? value.posts.flatMap(([post, ...span]) => {
            const english = norwegianPost(post);
            return english === null ? [] : [[english, ...span] as (typeof value.posts)[number]];
          })
        : value.posts.filter(([post, , end]) => !(MEP.test(post) && end === null) && !SPEAKS_FOR.test(post));
    // A term that ended before the day of the list: whether another followed, the list does not know.
    const isStale = (end: string | null): boolean =>
      value.src === 'os-states' && end !== null && end < from(source).asOf;
    const stale = posts.find(([, , end]) => isStale(end));
    const sits = value.posts.some(([post, , end]) => MEP.test(post) && end === null);
    yield {
      ...OPEN,
      ...place,
      ...from(source),
      qid: value.qid,
      title: value.title,
      kind: 'person',
      name: value.name.replace(STYLE, ''),
      aliases: value.aliases.filter((one) => !one.includes(',') && !/^\p{Lu}\. /u.test(one)),
      country: value.country,
      what: 'politician',
      facts: [
        { property: 'born', start: desk.date(place, 'born', value.born) },
        ...posts
          .filter(([, , end]) => !isStale(end))
          .map(([post, start, end]) => ({
            property: 'office' as const,
            words: told(post, value.src),
            ...desk.span(place, MEP.test(post) && isOverTerms(start, end) ? null : start, end),
          }))
          .reduce(withNext, []),
      ],
      remark: sits
        ? 'Member of the European Parliament in 2024'
        : stale
          ? `${told(stale[0], value.src)} in ${lastFullYear(stale[2] ?? '')}`
          : null,
      fame: isLeader ? 60 : leads ? 24 : value.src === 'os-states' ? 1 : 8,
      wanted: leads || value.src !== 'os-states',
    };
  }
}

interface Office {
  readonly property: 'office';
  readonly words: string;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
}

/** Whoever was appointed and then elected, or went on in the next cabinet, held one office: the second row begins where the first ends. */
function withNext(before: readonly Office[], next: Office): Office[] {
  const at = before.findIndex(
    ({ words, end }) => words === next.words && end !== null && next.start !== null && isNextDay(end, next.start),
  );
  return at < 0 ? [...before, next] : before.map((one, place) => (place === at ? { ...one, end: next.end } : one));
}

const isNextDay = (end: PartialDate, start: PartialDate): boolean =>
  end.length === 10 && start.length === 10 && [0, 1].includes(daysBetween(end, start));

/** Terms end in January as a rule, and then the year before is the last of them. */
const lastFullYear = (end: string): number => Number(end.slice(0, 4)) - (end.slice(5, 7) === '01' ? 1 : 0);

/**
 * "state senator, district 3, ND": the card says of where, not of which district; and of a mayor the town, which is the
 * whole of the office. The group of a member of parliament is that of today, in older terms it was another.
 */
function told(post: string, src: string): string {
  if (MEP.test(post)) return 'Member of the European Parliament';
  const [office = '', ...rest] = post.split(', ');
  // "WA" of an Australian is no Washington.
  const state = src === AUSTRALIA ? undefined : rest.find((one) => /^[A-Z]{2}$/.test(one));
  const town = office === 'mayor' && rest[0] !== state ? `${rest[0]}, ` : '';
  // "Minister for Multicultural Affairs, Innovation and Industry" is one office: only a seat has a place behind it.
  const seat = src === AUSTRALIA && rest.length === 1 && /^(?:Member of the|Australian senator)/i.test(office);
  const words = state
    ? `${office} of ${town}${stateOf(state)}`
    : seat || (src !== AUSTRALIA && rest.length === 1)
      ? `${office} ${seat ? 'for' : 'of'} ${AUSTRALIAN[(rest[0] ?? '').toUpperCase().replace('.', '')] ?? rest[0]}`
      : post;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
