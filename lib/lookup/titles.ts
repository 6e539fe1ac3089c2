/** What Wikipedia is asked about names, and how its answer is read: which item has an article under that name. */
import * as v from 'valibot';
import type { EntityKey } from '../facts';
import { clean } from './clean';
import { keyOf } from './item';

/** The API's limit for anonymous readers. */
export const TITLES_A_QUESTION = 50;

/**
 * Can a page have this title? An invalid one would spoil the whole request (`|` separates titles). Source: Manual:Page
 * title.
 */
export const isUsableTitle = (title: string): boolean =>
  title.trim() !== '' && title.length <= 255 && !/[|#<>[\]{}_]|\p{Cc}/u.test(title) && !title.includes('://');

export const titlesQuery = (titles: readonly string[]): Record<string, string> => ({
  action: 'query',
  formatversion: '2',
  redirects: '1',
  prop: 'pageprops',
  ppprop: 'wikibase_item|disambiguation',
  titles: titles.join('|'),
});

/**
 * - `item`       an article; `redirected` if the name is only a redirect to it, `part` if to a section
 * - `namesakes`  a disambiguation page
 * - `none`       no article, or one without an item
 */
export type TitleAnswer =
  | { readonly state: 'item'; readonly key: EntityKey; readonly title: string; readonly way: TitleWay }
  | { readonly state: 'namesakes' }
  | { readonly state: 'none' };

export type TitleWay = 'direct' | 'redirected' | 'part';

const Renamed = v.object({ from: v.string(), to: v.string(), tofragment: v.optional(v.string()) });
const Page = v.object({
  title: v.string(),
  missing: v.optional(v.unknown()),
  invalid: v.optional(v.unknown()),
  pageprops: v.optional(
    v.object({ wikibase_item: v.optional(v.string()), disambiguation: v.optional(v.unknown()) }),
    {},
  ),
});
const Answer = v.object({
  query: v.object({
    normalized: v.optional(v.array(Renamed), []),
    redirects: v.optional(v.array(Renamed), []),
    pages: v.optional(v.array(Page), []),
  }),
});

/** A missing title was not answered. */
export function readTitles(json: unknown, asked: readonly string[]): ReadonlyMap<string, TitleAnswer> {
  const { normalized, redirects, pages } = v.parse(Answer, json).query;
  const normal = new Map(normalized.map(({ from, to }) => [from, to]));
  const leads = new Map(redirects.map((one) => [one.from, one]));
  const byTitle = new Map(pages.map((page) => [page.title, page]));
  const found = new Map<string, TitleAnswer>();
  for (const name of asked) {
    const { title, way } = follow(normal.get(name) ?? name, leads);
    const page = byTitle.get(title);
    if (page) found.set(name, answerOf(page, way));
    // A loop of redirects leads to no page, however often one asks.
    else if (way !== 'direct') found.set(name, { state: 'none' });
  }
  return found;
}

/** Stops where a loop of redirects closes. */
function follow(title: string, leads: ReadonlyMap<string, v.InferOutput<typeof Renamed>>) {
  const seen = new Set<string>();
  let current = title;
  let way: TitleWay = 'direct';
  for (let next = leads.get(current); next && !seen.has(current); next = leads.get(current)) {
    seen.add(current);
    current = next.to;
    way = way === 'part' || next.tofragment ? 'part' : 'redirected';
  }
  return { title: current, way };
}

function answerOf({ title, missing, invalid, pageprops }: v.InferOutput<typeof Page>, way: TitleWay): TitleAnswer {
  const { wikibase_item: id, disambiguation } = pageprops;
  if (disambiguation !== undefined) return { state: 'namesakes' };
  const isThere = missing === undefined && invalid === undefined;
  if (!isThere || id === undefined || !/^Q[1-9]\d{0,8}$/.test(id)) return { state: 'none' };
  return { state: 'item', key: keyOf(id), title: clean(title, 255), way };
}
