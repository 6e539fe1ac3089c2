/** A table of titles in the place of Wikipedia and Wikidata: what stands under a title, as an item. */
import { type Item, type Label, readItems, type TitleAnswer } from '../../../lib/lookup';
import { at, entity, is, span, timeSnak } from '../../unit/lookup/shapes';

/**
 * `to`: of a title that merely leads to an item, or to several (`*`). `posts`: "title@start@end|…".
 */
export const TITLE_COLUMNS = [
  ...(['title', 'to', 'qid', 'kind', 'name', 'start', 'end', 'words', 'aliases', 'posts'] as const),
];
export type TitleRow = Readonly<Record<(typeof TITLE_COLUMNS)[number], string>>;

export interface TitleTable {
  /** What Wikipedia would say of the title. */
  ask(title: string): TitleAnswer;
  row(key: string): TitleRow | undefined;
  item(key: string): Item | null;
  /** What the posts of items are called. */
  readonly labels: ReadonlyMap<string, Label>;
  /** Other people of the table, from all over it, as if they had this name. */
  namesakes(name: string): readonly Item[];
}

const NAMESAKES = 40;
/** Ids that no item has, for posts. */
const FIRST_POST = 800_000_000;

/** The most general class of each kind, as far as the files tell no other. */
const CLASSES: Readonly<Record<string, string>> = {
  person: 'Q5',
  place: 'Q486972',
  team: 'Q12973014',
  company: 'Q4830453',
  media: 'Q1193236',
  group: 'Q43229',
  work: 'Q7725634',
  event: 'Q198',
  deal: 'Q131569',
  law: 'Q820655',
  office: 'Q4164871',
};

export function readTitleTable(tsv: string): TitleTable {
  const [header = '', ...lines] = tsv.split('\n');
  const columns = header.split('\t');
  const rows = lines.filter(Boolean).map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])) as TitleRow;
  });
  const byTitle = new Map(rows.map((row) => [row.title, row]));
  const articles = rows.filter(({ to }) => to === '');
  const byKey = new Map(articles.map((row) => [keyOf(row.qid), row]));
  const people = articles.filter(({ kind, words }) => kind === 'person' && words !== '');
  const step = Math.max(1, Math.floor(people.length / NAMESAKES));
  const some = people.filter((_, place) => place % step === 0);
  const labels = new Map<string, Label>();
  const posts = new Map<string, string>();
  const idOfPost = (title: string): string => {
    const id = posts.get(title) ?? `Q${FIRST_POST + posts.size}`;
    posts.set(title, id);
    labels.set(keyOf(id), { label: title, description: '' });
    return id;
  };
  return {
    labels,
    namesakes: (name) => some.flatMap((row) => itemOf({ ...row, name }, 'Q999999999', idOfPost) ?? []),
    ask(title) {
      const row = byTitle.get(title);
      if (!row) return { state: 'none' };
      if (row.to === '') return { state: 'item', key: keyOf(row.qid), title, way: 'direct' };
      const goal = byKey.get(keyOf(row.to));
      return goal
        ? { state: 'item', key: keyOf(row.to), title: goal.title, way: 'redirected' }
        : { state: 'namesakes' };
    },
    row: (key) => byKey.get(key),
    item(key) {
      const row = byKey.get(key);
      return row ? itemOf(row, key.toUpperCase(), idOfPost) : null;
    },
  };
}

function itemOf(row: TitleRow, id: string, idOfPost: (title: string) => string): Item | null {
  const { title, kind, name, start, end, words } = row;
  const isPerson = kind === 'person';
  const posts = listIn(row.posts).map((post) => {
    const [office = '', from = '', to = ''] = post.split('@');
    const qualifiers = span(dated(from) ? timeSnak(dated(from)!) : null, dated(to) ? timeSnak(dated(to)!) : null);
    return is(idOfPost(office), { qualifiers });
  });
  const claims = {
    ...(CLASSES[kind] && { P31: [is(CLASSES[kind])] }),
    ...(dated(start) && { [isPerson ? 'P569' : 'P571']: [at(dated(start)!)] }),
    ...(dated(end) && { [isPerson ? 'P570' : 'P576']: [at(dated(end)!)] }),
    ...(isPerson && posts.length > 0 && { P39: posts }),
  };
  const json = entity(id, { label: name, aliases: listIn(row.aliases), description: words, title, claims });
  return readItems({ entities: { [id]: json } }, ['en']).get(keyOf(id)) ?? null;
}

const listIn = (cell = ''): string[] => cell.split('|').filter(Boolean);

/** "1961", "2021-01-02", "44" as Wikidata counts years; null where it is none. */
const dated = (date: string): string | null =>
  /^-?\d{1,4}(?:-\d\d(?:-\d\d)?)?$/.test(date) ? date.replace(/\d+/, (digits) => digits.padStart(4, '0')) : null;

const keyOf = (id: string): string => id.toLowerCase();
