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
const FACTS_EACH = 5;

export interface LargeTables {
  readonly files: readonly TableFile[];
  /** Names of some of its persons, so that a text can name them. */
  readonly known: readonly string[];
}

/** As many entities as asked for, three written forms and five facts each, a tie for every second. */
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

  const entities = ['key\tkind\tname\tqualifier\tgloss\tprominence\tnouns\twikipedia\twikidata\tsource\tas_of'];
  const names = ['entity\tform\tuse\tcompany\tfrom\tto\tweight\tflags'];
  const facts = ['entity\tkind\ttext\tstart\tend\tends\tsource\tas_of'];
  const ties = ['entity\tother\ttext\tinverse\tstart\tend\tsource\tas_of'];
  const known: string[] = [];
  for (let number = 0; number < entityCount; number++) {
    const key = `q${1_000_000 + number * 7}`;
    const person = random() < 0.5;
    const [first, last, place, body] = [usual(firstNames), usual(surnames), usual(places), pick(BODIES)];
    const name = person ? `${first} ${last}` : `${usual(surnames)} ${body} of ${place}`;
    const gloss = person ? `${pick(OFFICES)} from ${place}` : `${body} based in ${place}`;
    const prominence = Math.floor(random() ** 4 * 200);
    entities.push(
      `${key}\t${person ? 'person' : 'group'}\t${name}\t${place}\t${gloss}\t${prominence}\t\t${name}\tQ${1_000_000 + number * 7}\ttest\t2026-11-22`,
    );
    const others = person
      ? [`${first} ${word().charAt(0)}. ${last}`, `${usual(firstNames)} ${first} ${last}`]
      : [`${word()} ${body} ${pick(BODIES)}`, `${name.split(' ')[0]} ${body}`];
    for (const other of others) names.push(`${key}\t${other}\tname\t\t\t\t\t`);
    if (person && known.length < 500) known.push(name);
    for (let fact = 0; fact < FACTS_EACH; fact++) {
      const start = year();
      if (fact < 3) {
        const text = `${pick(OFFICES)} of ${usual(places)}`;
        facts.push(`${key}\t${person ? 'office' : 'status'}\t${text}\t${start}\t${start + 4}\t\ttest\t2026-11-22`);
      } else {
        const on = day();
        facts.push(`${key}\tevent\t${pick(HAPPENINGS)}\t${on}\t${on}\t\ttest\t2026-11-22`);
      }
    }
    if (number % 2 === 1) {
      const other = `q${1_000_000 + Math.floor(random() * number) * 7}`;
      ties.push(`${key}\t${other}\tmember\tits member\t${year()}\t\ttest\t2026-11-22`);
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
      table('large/ties.tsv', ties),
    ],
  };
}
