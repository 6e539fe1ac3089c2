/** A table of titles in the place of Wikipedia and Wikidata: what stands under a title, as an item. */
import { type Item, readItems, type TitleAnswer } from '../../../lib/lookup';
import { at, entity, is } from '../../unit/lookup/shapes';

export const TITLE_COLUMNS = ['title', 'kind', 'start', 'end', 'words', 'qid'] as const;
export type TitleRow = Readonly<Record<(typeof TITLE_COLUMNS)[number], string>>;

export interface TitleTable {
  /** What Wikipedia would say of the title. A name that stands in brackets alone, several times, is a list of namesakes. */
  ask(title: string): TitleAnswer;
  row(key: string): TitleRow | undefined;
  item(key: string): Item | null;
  /** Other people of the table, from all over it, as if they had this name. */
  namesakes(name: string): readonly Item[];
}

const NAMESAKES = 40;

/** The most general class of each kind, as far as the files tell no other. */
const CLASSES: Readonly<Record<string, string>> = {
  person: 'Q5',
  place: 'Q486972',
  team: 'Q12973014',
  company: 'Q4830453',
  media: 'Q1193236',
  group: 'Q43229',
  work: 'Q7725634',
  'work or art': 'Q7725634',
  event: 'Q198',
};

export function readTitleTable(tsv: string): TitleTable {
  const [header = '', ...lines] = tsv.split('\n');
  const columns = header.split('\t');
  const rows = lines.filter(Boolean).map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])) as TitleRow;
  });
  // Rows without an id get one of ours, which no item has.
  const idOf = (row: TitleRow, place: number): string =>
    /^Q[1-9]\d*$/.test(row.qid) ? row.qid : `Q9${String(place).padStart(8, '0')}`;
  const byKey = new Map(rows.map((row, place) => [idOf(row, place).toLowerCase(), row]));
  const keyOf = new Map(rows.map((row, place) => [row.title, idOf(row, place).toLowerCase()]));
  const bracketed = new Map<string, number>();
  for (const { title } of rows) {
    const [, bare] = /^(.+) \([^()]+\)$/.exec(title) ?? [];
    if (bare !== undefined) bracketed.set(bare, (bracketed.get(bare) ?? 0) + 1);
  }
  const people = rows.filter(({ kind, words }) => kind === 'person' && words !== '');
  const step = Math.max(1, Math.floor(people.length / NAMESAKES));
  const some = people.filter((_, place) => place % step === 0);
  return {
    namesakes: (name) => some.flatMap((row) => itemOf({ ...row, title: name }, 'Q999999999') ?? []),
    ask(title) {
      const key = keyOf.get(title);
      if (key !== undefined) return { state: 'item', key, title, way: 'direct' };
      return { state: (bracketed.get(title) ?? 0) > 1 ? 'namesakes' : 'none' };
    },
    row: (key) => byKey.get(key),
    item(key) {
      const row = byKey.get(key);
      return row ? itemOf(row, key.toUpperCase()) : null;
    },
  };
}

function itemOf({ title, kind, start, end, words }: TitleRow, id: string): Item | null {
  const isPerson = kind === 'person';
  const claims = {
    ...(CLASSES[kind] && { P31: [is(CLASSES[kind])] }),
    ...(dated(start) && { [isPerson ? 'P569' : 'P571']: [at(dated(start)!)] }),
    ...(dated(end) && { [isPerson ? 'P570' : 'P576']: [at(dated(end)!)] }),
  };
  const label = title.replace(/ \([^()]*\)$/, '');
  const json = entity(id, { label, description: words, title, claims });
  return readItems({ entities: { [id]: json } }, ['en']).get(id.toLowerCase()) ?? null;
}

const dated = (year: string): string | null =>
  /^-?\d+$/.test(year) ? year.replace(/\d+/, (digits) => digits.padStart(4, '0')) : null;
