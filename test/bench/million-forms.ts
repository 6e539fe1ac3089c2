/** A pack of a million surface forms: the real tables, and invented persons, bodies, places, works and concepts. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPack } from '../../assets/knowledge/build-pack';
import type { Kind } from '../../lib/facts';
import { type EntityRow, type FormRow, type PackSource, writePack } from '../../lib/pack';
import { seeded } from './measure';
import { COMMON_NOUNS, newsText } from './news-text';

const SYLLABLES = `ka ra mo li ten vor shi bel dan pur gor ez in am os tar kel wen hal bri sto mar nov kov sen ber ton
field ham ing ley son der man burg al ya zhe ski qu an do ri ve nu sa fi lo the ca je wo hu be gri pa ul er ik os ad
em ir ok um ash eth oth und ell iss`.split(/\s+/);
const BODIES = `Institute Party Bank University Council Movement Front Union Group Federation Agency Ministry Brigade
Foundation Court Committee League Association Company Airlines Energy Holdings Times Herald Post Network`.split(/\s+/);
const OPENERS = 'In Under Before After When A No My All How Beyond Between Over Last First New Great Long'.split(' ');
const ADJECTIVES = `nuclear economic central foreign military public digital national trade fiscal climate social
private global medical legal civil royal federal local`.split(/\s+/);
const SHARE_TRANSLITERATED = 0.1;
const SHARE_CONDITIONAL = 0.05;

export async function millionForms(wanted: number): Promise<PackSource> {
  const { source: real } = await buildPack();
  const random = seeded(1_000_003);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  /** Some names are much more usual than others. */
  const usual = <T>(list: readonly T[]): T => list[Math.floor(random() ** 3 * list.length)]!;
  const word = (): string => {
    const length = 2 + Math.floor(random() * 3);
    const letters = Array.from({ length }, () => pick(SYLLABLES)).join('');
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  const firstNames = Array.from({ length: 12_000 }, word);
  const surnames = Array.from({ length: 160_000 }, word);
  const places = Array.from({ length: 60_000 }, word);

  const entities: EntityRow[] = [...real.entities];
  const forms: FormRow[] = [...real.forms];
  const seen = new Set<string>();
  const [source] = real.entities.map((entity) => entity.source);
  const put = (kind: Kind, names: readonly string[]): void => {
    const key = `made-${entities.length}`;
    const prominence = Math.floor(random() ** 4 * 200);
    entities.push({
      key,
      kind,
      name: names[0]!,
      qualifier: '',
      gloss: '',
      wikipedia: null,
      wikidata: null,
      formerly: [],
      prominence,
      nouns: [],
      source: source!,
    });
    for (const name of names) {
      const from = random() < SHARE_CONDITIONAL ? '2001-01-01' : null;
      const transliterated = random() < SHARE_TRANSLITERATED;
      forms.push({
        entity: key,
        form: name,
        use: 'name',
        company: [],
        from,
        to: null,
        weight: 1,
        transliterated,
        printed: false,
      });
      seen.add(name);
    }
  };
  while (seen.size < wanted) {
    const draw = random();
    if (draw < 0.5) {
      const [first, last] = [usual(firstNames), usual(surnames)];
      put('person', [
        `${first} ${last}`,
        `${first} ${word().charAt(0)}. ${last}`,
        `${usual(firstNames)} ${first} ${last}`,
      ]);
    } else if (draw < 0.75) {
      const [place, body] = [usual(places), `${usual(places)} ${pick(BODIES)}`];
      put('group', [`${body} of ${place}`, body, `${place} ${pick(BODIES)} ${pick(BODIES)}`]);
    } else if (draw < 0.9)
      put('place', [word(), `${pick(['Port', 'Mount', 'Lake', 'San', 'New', 'North'])} ${usual(places)}`]);
    else if (draw < 0.98)
      put('work', [`${pick(OPENERS)} the ${usual(places)}`, `${pick(OPENERS)} ${word()} ${word()}`]);
    else
      put('concept', [
        `${pick(ADJECTIVES)} ${pick(COMMON_NOUNS)} ${pick(COMMON_NOUNS)}`,
        `${pick(COMMON_NOUNS)} ${pick(COMMON_NOUNS)}`,
      ]);
  }
  return { ...real, entities, forms };
}

/** As a program of its own: writes `million.pack` and `news.txt` into a folder. Arguments: folder, forms, characters. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, wanted, length] = process.argv.slice(2);
  const source = await millionForms(Number(wanted));
  const real = source.entities.filter((entity) => !entity.key.startsWith('made-'));
  writeFileSync(join(folder!, 'million.pack'), writePack(source));
  writeFileSync(join(folder!, 'news.txt'), newsText(Number(length), real), 'utf16le');
}
