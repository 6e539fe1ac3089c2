/**
 * Makes the table that stands in the place of Wikipedia and Wikidata for `npm run eval -- --titles FILE`, out of the files of
 * facts, which are no part of the project:
 *
 *   npm run --silent eval:titles -- FOLDER > FILE
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { TITLE_COLUMNS, type TitleRow } from './title-table';

type Raw = Readonly<Record<string, unknown>>;
type Reader = (row: Raw) => Partial<TitleRow> | null;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const year = (value: unknown): string => /^-?\d{1,4}/.exec(text(value))?.[0] ?? '';
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** "https://en.wikipedia.org/wiki/Ada_Example" → "Ada Example". */
const titleIn = (address: unknown): string =>
  decodeURIComponent(
    text(address)
      .replace(/^.*\/wiki\//, '')
      .replaceAll(/%(?![\dA-F]{2})/gi, '%25'),
  ).replaceAll('_', ' ');

/** Words of a topic are a class: "people: writers and journalists" are no words of one person. */
const TOPICS: readonly (readonly [RegExp, string])[] = [
  [/writers and journalists/, 'writer journalist author'],
  [/artists, musicians, composers/, 'musician artist composer'],
  [/sports figures/, 'sportsperson'],
  [/politicians|leaders/, 'politician'],
  [/scientists|inventors/, 'scientist'],
  [/military|revolutionaries|activists/, 'officer activist'],
  [/religious/, 'cleric'],
  [/entertainers|directors|producers|actors/, 'actor film director'],
];
const topicOf = (topic: string): string => TOPICS.find(([pattern]) => pattern.test(topic))?.[1] ?? '';

const FILES: Readonly<Record<string, Reader>> = {
  'politicians-wikidata-2022': ({ q, en, n, dob, dod, pos }) => ({
    qid: text(q),
    title: text(en) || text(n),
    kind: 'person',
    start: year(dob),
    end: year(dod),
    words: ['politician', ...list(pos).map((post) => text(list(post)[0]))].slice(0, 6).join(', '),
  }),
  'sportspeople-2026': ({ qid, title, name, occupation, born }) => ({
    qid: text(qid),
    title: text(title) || text(name),
    kind: 'person',
    start: year(born),
    words: text(occupation),
  }),
  'people-pantheon-2025': ({ qid, name, occupation, born }) => ({
    qid: text(qid),
    title: text(name),
    kind: 'person',
    start: year(born),
    words: text(occupation),
  }),
  pantheon1: ({ name, birthyear, occupation }) => ({
    title: text(name),
    kind: 'person',
    start: year(birthyear),
    words: text(occupation).toLowerCase(),
  }),
  'officeholders-2026': ({ qid, title, name, born, posts }) =>
    text(title) === ''
      ? null
      : {
          qid: text(qid),
          title: text(title) || text(name),
          kind: 'person',
          start: year(born),
          words: ['politician', ...list(posts).map((post) => text(list(post)[0]))].slice(0, 6).join(', '),
        },
  'vital-kinds-2024-2025': ({ qid, title, kind, born, topic }) => ({
    qid: text(qid),
    title: text(title),
    kind: text(kind),
    start: year(born),
    words: topicOf(text(topic)) || (text(kind) === 'person' ? '' : text(topic).replace(/^.*: /, '')),
  }),
  'fb15k-wikidata': ({ wikidata_id, wikipedia, description }) => ({
    qid: text(wikidata_id),
    title: titleIn(wikipedia),
    kind: '',
    words: text(description),
  }),
  'places-wikidata-2022': ({ id, wikipedia_title, description, instance_of }) => ({
    qid: text(id),
    title: text(wikipedia_title),
    kind: 'place',
    words: text(description) || text(list(instance_of)[0]),
  }),
  'football-clubs-2026': ({ qid, name, start }) => ({
    qid: text(qid),
    title: text(name),
    kind: 'team',
    start: year(start),
    words: 'football club',
  }),
  'companies-media-2026': ({ name, kind, start, industry }) => ({
    title: text(name),
    kind: text(kind) === 'company' ? 'company' : 'media',
    start: year(start),
    words: `company, ${text(industry)}`,
  }),
  'ror-orgs': ({ q, name, est, wiki, types }) => ({
    qid: text(list(q)[0]),
    title: titleIn(list(wiki)[0]) || text(name),
    kind: 'group',
    start: year(est),
    words: text(list(types)[0]),
  }),
  'notable-things-2026': ({ qid, enwiki }) => ({ qid: text(qid), title: titleIn(enwiki), kind: '', words: '' }),
  'films-songs-2026': ({ title, kind, year: made }) => ({
    title: text(title),
    kind: 'work',
    start: year(made),
    words: text(kind),
  }),
  'parties-wikipedia': ({ url, year_founded, year_dissolved }) => ({
    title: titleIn(url),
    kind: 'group',
    start: year(year_founded),
    end: year(year_dissolved),
    words: 'political party',
  }),
  'airports-rivers-regions': ({ name, kind }) => ({ title: text(name), kind: 'place', words: text(kind) }),
};

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: npm run --silent eval:titles -- FOLDER > FILE');

/** Rows of one title are of one thing, as far as their ids say; what one file leaves open another one tells. */
const found = new Map<string, TitleRow>();
for (const [name, read] of Object.entries(FILES)) {
  const file = readdirSync(folder).find((one) => one.startsWith(`${name}.ndjson`));
  if (file === undefined) continue;
  const bytes = readFileSync(join(folder, file));
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  for (const line of lines) {
    if (line.trim() === '') continue;
    const row = read(JSON.parse(line) as Raw);
    if (!row?.title) continue;
    const before = found.get(row.title);
    if (before?.qid && row.qid && before.qid !== row.qid) continue;
    const known = Object.fromEntries(Object.entries(before ?? {}).filter(([, value]) => value !== ''));
    found.set(row.title, { title: '', kind: '', start: '', end: '', words: '', qid: '', ...row, ...known });
  }
}
const clean = (value: string): string => value.replaceAll(/\s+/g, ' ');
process.stdout.write(`${TITLE_COLUMNS.join('\t')}\n`);
for (const row of found.values())
  process.stdout.write(`${TITLE_COLUMNS.map((column) => clean(row[column])).join('\t')}\n`);
