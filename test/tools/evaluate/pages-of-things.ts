/**
 * Things as the pages of a wiki: who has an article under which title, where names lead to another title, which names are lists of
 * namesakes. Of what no file tells the title, it is the name, as long as nobody else has that; else with what it is in brackets.
 */
import type { Thing } from './merge-things';
import { TITLE_COLUMNS, type TitleRow } from './title-table';

export function pagesOf(things: readonly Thing[]): readonly TitleRow[] {
  const titled = new Map<string, Thing>();
  for (const thing of things) if (thing.title && !titled.has(thing.title)) titled.set(thing.title, thing);
  /** Whoever is called so, by a name of its own or another one. */
  const bearers = new Map<string, Set<Thing>>();
  const bear = (name: string, thing: Thing): void => {
    bearers.set(name, (bearers.get(name) ?? new Set()).add(thing));
  };
  for (const thing of things) for (const name of [thing.name, ...thing.aliases]) bear(name, thing);

  const rows: TitleRow[] = [];
  const pages = new Set<string>();
  const article = (title: string, thing: Thing, id: string): void => {
    pages.add(title);
    const { kind, start, end, name } = thing;
    const posts = [...thing.posts.values()].map((post) => post.map(withoutMarks).join('@')).join('|');
    const aliases = [...thing.aliases].map(withoutMarks).slice(0, 20).join('|');
    const words = [...thing.words].slice(0, 4).join(', ');
    rows.push({ title, to: '', qid: id, kind, name, start, end, words, aliases, posts });
  };
  const ids = new Map(things.map((thing, at) => [thing, thing.qid || `Q9${String(at).padStart(8, '0')}`]));
  for (const [title, thing] of titled) article(title, thing, ids.get(thing)!);
  for (const thing of things) {
    if (titled.get(thing.title) === thing) continue;
    const others = [...(bearers.get(thing.name) ?? [])].filter((one) => one.name === thing.name);
    const title = others.length === 1 && !pages.has(thing.name) ? thing.name : bracketed(thing, pages);
    article(title, thing, ids.get(thing)!);
  }
  for (const [name, all] of bearers) {
    if (pages.has(name) || name.length < 2) continue;
    const [only] = all;
    // Two of that name, and none of them before the other; or one who has brackets because of somebody whom no file tells.
    const isList = all.size > 1 || only === undefined || only.title.startsWith(`${name} (`);
    const to = isList ? '*' : ids.get(only)!;
    rows.push({ ...NO_PAGE, title: name, to });
  }
  return rows;
}

const NO_PAGE = Object.fromEntries(TITLE_COLUMNS.map((column) => [column, ''])) as TitleRow;
const withoutMarks = (text: string): string => text.replaceAll(/[|@\s]+/g, ' ').trim();

/** As Wikipedia parts namesakes: "Ada Example (footballer)", and by the year where that does not do. */
function bracketed(thing: Thing, pages: ReadonlySet<string>): string {
  const what = BRACKETS.find(([pattern]) => pattern.test([...thing.words].join(' ')))?.[1] ?? (thing.kind || 'other');
  const titles = [
    `${thing.name} (${what})`,
    ...(thing.start ? [`${thing.name} (${what}, born ${thing.start})`] : []),
    ...Array.from({ length: 999 }, (_, at) => `${thing.name} (${what} ${at + 2})`),
  ];
  return titles.find((title) => !pages.has(title))!;
}

const BRACKETS: readonly (readonly [RegExp, string])[] = [
  [/politician|minister|senator/i, 'politician'],
  [/football club/i, 'football club'],
  [/football player|footballer|soccer/i, 'footballer'],
  [/nfl|american football/i, 'American football'],
  [/nba|basketball/i, 'basketball'],
  [/baseball|mlb/i, 'baseball'],
  [/hockey/i, 'ice hockey'],
  [/tennis/i, 'tennis'],
  [/cricket/i, 'cricketer'],
  [/singer|musician|rapper/i, 'musician'],
  [/actor|actress/i, 'actor'],
  [/writer|author|novelist/i, 'author'],
  [/film/i, 'film'],
  [/song/i, 'song'],
  [/company/i, 'company'],
  [/newspaper/i, 'newspaper'],
  [/political party/i, 'political party'],
  [/river/i, 'river'],
];
