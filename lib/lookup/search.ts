/** Wikipedia's search, for what a reader selected or typed: a few candidates, each with a line. */
import * as v from 'valibot';
import { clean } from './clean';
import { keyOf } from './item';
import type { SearchFind } from './types';

const FINDS = 6;
/** The API refuses longer ones. */
const LONGEST_WORDS = 200;
const LONGEST_GLOSS = 120;

/** `generator=search` searches text and titles; `opensearch` only completes titles and returns no items. */
export const searchQuery = (words: string): Record<string, string> => ({
  action: 'query',
  formatversion: '2',
  redirects: '1',
  prop: 'pageprops|description',
  ppprop: 'wikibase_item|disambiguation',
  generator: 'search',
  gsrsearch: plainWords(words),
  gsrlimit: String(FINDS),
  gsrnamespace: '0',
});

/** Without the search's own syntax: `insource:`, `-`, `*`, quotes. */
const plainWords = (words: string): string =>
  clean(words.replace(/[^\p{L}\p{M}\p{N}\s'’.&-]|(?<!\p{L})-/gu, ' '), LONGEST_WORDS);

const Page = v.object({
  title: v.string(),
  index: v.optional(v.number(), Number.MAX_SAFE_INTEGER),
  description: v.optional(v.string(), ''),
  pageprops: v.optional(
    v.object({ wikibase_item: v.optional(v.string(), ''), disambiguation: v.optional(v.unknown()) }),
  ),
});
/** No `query` means nothing was found. */
const Answer = v.object({ query: v.optional(v.object({ pages: v.optional(v.array(Page), []) })) });

/** Best first; disambiguation pages are not candidates. */
export function readSearch(json: unknown): readonly SearchFind[] {
  const pages = v.parse(Answer, json).query?.pages ?? [];
  return pages
    .filter(({ pageprops }) => pageprops?.disambiguation === undefined)
    .sort((one, other) => one.index - other.index)
    .slice(0, FINDS)
    .map(({ title, description, pageprops }) => {
      const id = pageprops?.wikibase_item ?? '';
      const item = /^Q[1-9]\d{0,8}$/.test(id) ? keyOf(id) : null;
      return { title: clean(title, 255), item, gloss: clean(description, LONGEST_GLOSS) };
    });
}
