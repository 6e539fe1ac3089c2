/** Knowledge tables of any size: invented entities with names, facts and ties as news would have them. */
import type { TableFile } from '../../lib/pack/tables';
import { seeded } from './measure';

const SYLLABLES = `ka ra mo li ten vor shi bel dan pur gor ez in am os tar kel wen hal bri sto mar nov kov sen ber ton
field ham ing ley son der man burg al ya zhe ski qu an do ri ve nu sa fi lo the ca je wo hu be gri pa ul er ik os ad`
  .split(/\s+/)
  .filter(Boolean);
const BODIES = `Institute Party Bank University Council Movement Front Union Group Federation Agency Ministry Brigade
Court Committee League Association Company Airlines Energy Holdings Times Herald Post Network`.split(/\s+/);
const OFFICES =
  `President|Prime Minister|Member of Parliament|Foreign Minister|Governor|Mayor|Chief Executive|Ambassador to
the United Nations|Minister of Finance|Speaker of the House|Judge of the Supreme Court|Chief of Staff`
    .replaceAll('\n', ' ')
    .split('|');
const HAPPENINGS =
  `Elected with a narrow majority|Signed a ceasefire agreement|Arrested on charges of corruption|Opened a
new headquarters|Merged with a rival|Sanctioned by the European Union|Awarded the national prize|Struck by an earthquake`
    .replaceAll('\n', ' ')
    .split('|');
/** Of so many entities one is an office: a few thousand of them, of which each third heads something. */
const OFFICE_EVERY = 33;
const HEADS_EVERY = 3;
/** Those who head something follow one another from this year on: two at once are a mistake in the tables. */
const FIRST_YEAR = 1850;
const TERM_YEARS = 4;

export interface LargeTables {
  readonly files: readonly TableFile[];
  /** Names of some of its persons, so that a text can name them. */
  readonly known: readonly string[];
}

/**
 * As many entities as asked for, three written forms and five facts each: offices, states and happenings in words, a
 * population for some, a tie for every second, and for every person one office that is an entity, through which the
 * person is tied to what the office belongs to.
 */
export function largeTables(entityCount: number): LargeTables {
  const random = seeded(20_261_129);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  /** Some names are much more usual than others. */
  const usual = <T>(list: readonly T[]): T => list[Math.floor(random() ** 2 * list.length)]!;
  const word = (): string => {
    const letters = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('');
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  const firstNames = Array.from({ length: 2_000 }, word);
  const surnames = Array.from({ length: 20_000 }, word);
  const places = Array.from({ length: 8_000 }, word);
  const year = (): number => 1980 + Math.floor(random() * 46);
  const day = (): string => `${year()}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`;

  const keyOf = (number: number): string => `q${1_000_000 + number * 7}`;
  const isOffice = (number: number): boolean => number % OFFICE_EVERY === OFFICE_EVERY - 1;
  const officeCount = Math.floor(entityCount / OFFICE_EVERY);
  const headsSomething = (office: number): boolean => office % HEADS_EVERY === 0;
  /** Year in which the next holder of an office comes. */
  const next = new Map<number, number>();

  const entities = ['key\tkind\tname\tqualifier\tgloss\tprominence\tnouns\twikipedia\twikidata\tsource\tas_of'];
  const names = ['entity\tform\tuse\tcompany\tfrom\tto\tweight\tflags'];
  const facts = ['entity\tproperty\tvalue\twords\tback\tstart\tend\tsource\tas_of'];
  const known: string[] = [];
  const groups: string[] = [];
  const put = (
    key: string,
    property: string,
    value: string,
    words: string,
    start: number | string,
    end: number | string,
  ) => facts.push(`${key}\t${property}\t${value}\t${words}\t\t${start}\t${end}\ttest\t2026-11-22`);

  for (let number = 0; number < entityCount; number++) {
    const key = keyOf(number);
    const kind = isOffice(number) ? 'office' : random() < 0.5 ? 'person' : 'group';
    const [first, last, place, body, title] = [
      usual(firstNames),
      usual(surnames),
      usual(places),
      pick(BODIES),
      pick(OFFICES),
    ];
    const [name, gloss, ...others] = {
      person: [
        `${first} ${last}`,
        `${title} from ${place}`,
        `${first} ${word().charAt(0)}. ${last}`,
        `${usual(firstNames)} ${first} ${last}`,
      ],
      group: [
        `${last} ${body} of ${place}`,
        `${body} based in ${place}`,
        `${word()} ${body} ${pick(BODIES)}`,
        `${last} ${body}`,
      ],
      office: [
        `${title} of ${place}`,
        `Office in ${place}`,
        `${place} ${title}`,
        `${title} of the ${body} of ${place}`,
      ],
    }[kind] as [string, string, string, string];
    const prominence = Math.floor(random() ** 4 * 200);
    entities.push(
      `${key}\t${kind}\t${name}\t${place}\t${gloss}\t${prominence}\t\t${name}\tQ${1_000_000 + number * 7}\ttest\t2026-11-22`,
    );
    for (const other of others) names.push(`${key}\t${other}\tname\t\t\t\t\t`);
    if (kind === 'person' && known.length < 500) known.push(name);
    if (kind === 'group') groups.push(key);

    // Two happenings, and three of what holds for a time.
    for (let fact = 0; fact < 2; fact++) {
      const on = day();
      put(key, 'event', '', pick(HAPPENINGS), on, on);
    }
    if (kind === 'office') {
      const placing = headsSomething(Math.floor(number / OFFICE_EVERY)) ? 'heads' : 'post-in';
      put(key, placing, groups.length > 0 ? pick(groups) : keyOf(0), title.toLowerCase(), '', '');
    } else if (kind === 'person') {
      const office = Math.floor(random() * officeCount);
      const start = headsSomething(office) ? (next.get(office) ?? FIRST_YEAR) : year();
      next.set(office, start + TERM_YEARS);
      put(key, 'office', keyOf(office * OFFICE_EVERY + OFFICE_EVERY - 1), '', start, start + TERM_YEARS);
    } else {
      const counted = year();
      put(key, 'population', String(Math.floor(random() * 1e8)), '', counted, counted);
    }
    for (let fact = 0; fact < 2; fact++) {
      const start = year();
      if (fact === 0 && number % 2 === 1) {
        const other = Math.floor(random() * number);
        put(key, 'member-of', keyOf(other), '', start, '');
      } else {
        put(key, kind === 'person' ? 'office' : 'status', '', `${pick(OFFICES)} of ${usual(places)}`, start, start + 4);
      }
    }
  }
  const table = (path: string, rows: readonly string[]): TableFile => ({ path, text: `${rows.join('\n')}\n` });
  return {
    known,
    files: [
      table('sources.tsv', ['id\tname\turl\tlicence', 'test\tA test\t\tMIT']),
      table('large/entities.tsv', entities),
      table('large/names.tsv', names),
      table('large/facts.tsv', facts),
    ],
  };
}
