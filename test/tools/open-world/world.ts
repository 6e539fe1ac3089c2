/** Everything that can be asked for: items by id, merged items, pages by title. */
import { articleTitle, makeItem } from './make-item';
import { WIKIDATA_PROPERTIES } from './properties';
import type { Article, ItemRecord, Picture, Records, Terms } from './record';
import type { Item } from './wikidata-shapes';

export type WikiLanguage = 'en' | 'de';

/** A page of a wiki that no record brings. */
export interface ExtraPage {
  readonly wiki: WikiLanguage;
  readonly title: string;
  readonly intro?: string;
  /** A title, with `#Section` where the redirect leads into the middle of an article. */
  readonly redirectTo?: string;
  /** The id of an item, which may be merged or gone; left out: the page has none. */
  readonly item?: string;
}

export interface Page {
  readonly id: number;
  readonly title: string;
  /** Null: an article. */
  readonly redirectTo: string | null;
  readonly item: string | null;
  /** Of the item in the wiki's language. */
  readonly description: string | null;
  readonly intro: string;
  /** Titles, where the page is a list of namesakes. */
  readonly namesakes: readonly string[] | null;
  readonly picture: Picture | null;
}

export interface World {
  readonly items: ReadonlyMap<string, Item>;
  /** Of merged items: former id → id. */
  readonly merged: ReadonlyMap<string, string>;
  /** Number of a property → datatype and label. */
  readonly properties: ReadonlyMap<string, { readonly datatype: string; readonly label: string }>;
  readonly pages: Readonly<Record<WikiLanguage, ReadonlyMap<string, Page>>>;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly idOf: (handle: string) => string;
}

export interface WorldParts {
  readonly records: Records;
  readonly merged: Readonly<Record<string, string>>;
  readonly pages: readonly ExtraPage[];
}

export function makeWorld({ records, merged, pages }: WorldParts): World {
  const idOf = (handle: string): string => {
    const id = records[handle]?.id ?? handle;
    if (!/^Q[1-9]\d*$/.test(id)) throw new Error(`no item has the handle ${handle}`);
    return id;
  };
  const all = Object.values(records);
  const items = new Map(all.map((record) => [record.id, makeItem(record, idOf)]));
  if (items.size !== all.length) throw new Error('two records have one id');
  const pictures = all
    .flatMap(({ picture, logo }) => [picture ?? [], logo ?? []].flat())
    .map((one) => [one.file, one] as const);
  return {
    items,
    merged: new Map(Object.entries(merged).map(([from, to]) => [from, idOf(to)])),
    properties: new Map(
      Object.values(WIKIDATA_PROPERTIES).map(([id, datatype, label]) => [id, { datatype, label }] as const),
    ),
    pages: { en: pagesOf('en', all, pages), de: pagesOf('de', all, pages) },
    pictures: new Map(pictures),
    idOf,
  };
}

function pagesOf(wiki: WikiLanguage, records: readonly ItemRecord[], extra: readonly ExtraPage[]): Map<string, Page> {
  const found = new Map<string, Page>();
  const add = (page: Omit<Page, 'id'>): void => {
    if (found.has(page.title)) throw new Error(`two pages are called ${page.title}`);
    found.set(page.title, { ...page, id: 100 + found.size });
  };
  const nothing = { redirectTo: null, item: null, description: null, intro: '', namesakes: null, picture: null };
  for (const record of records) {
    const given = wiki === 'en' ? record.article : record.german;
    const terms = record[wiki] ?? record.mul;
    const title = articleTitle(given, terms);
    if (title === null) continue;
    const article: Article = given === true || given === undefined ? {} : given;
    const description = terms?.[1] || null;
    const intro = article.intro ?? introOf(wiki, title, terms);
    const namesakes = article.namesakes ?? null;
    add({ ...nothing, title, item: record.id, description, intro, namesakes, picture: record.picture ?? null });
    for (const redirect of article.redirects ?? []) add({ ...nothing, title: redirect, redirectTo: title });
  }
  for (const { title, intro = '', redirectTo = null, item = null } of extra.filter((page) => page.wiki === wiki)) {
    add({ ...nothing, title, intro, redirectTo, item });
  }
  return found;
}

function introOf(wiki: WikiLanguage, title: string, terms: Terms | undefined): string {
  const plain = title.replace(/ \(.*\)$/, '');
  const description = terms?.[1] ?? '';
  if (description === '') return `${plain}.`;
  if (wiki === 'de') return `${plain}: ${description}.`;
  return `${plain} is ${/^[aeiou]/i.test(description) ? 'an' : 'a'} ${description}.`;
}
