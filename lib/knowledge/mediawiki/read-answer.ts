/** Border: turns a wiki's answer into articles by requested title. Anything unexpected is a `bad-answer`. */
import * as v from 'valibot';
import type { ArticleContent } from '../../database';
import { plainLabel, plainText } from '../../text';
import { articleAddress } from './article-address';
import { SourceError } from './source-error';

const Renamed = v.array(v.object({ from: v.string(), to: v.string() }));

const Page = v.object({
  title: v.string(),
  missing: v.optional(v.boolean()),
  invalid: v.optional(v.boolean()),
  extract: v.optional(v.string()),
  description: v.optional(v.string()),
  fullurl: v.optional(v.string()),
  pageprops: v.optional(v.record(v.string(), v.unknown())),
});

const Answer = v.object({
  continue: v.optional(v.record(v.string(), v.unknown())),
  query: v.optional(
    v.object({
      normalized: v.optional(Renamed, []),
      redirects: v.optional(Renamed, []),
      pages: v.optional(v.array(Page), []),
    }),
  ),
});

/**
 * Per requested title: an article, null (missing, empty, a disambiguation page), or absent: the wiki wants to be asked
 * again.
 */
export type ReadAnswer = ReadonlyMap<string, ArticleContent | null>;

/** Introductions are a few hundred words; a longer one ignores `exintro`. */
const EXTRACT_CHARACTERS = 4_000;
/** For a title (no wiki has longer ones) and a description, which is half a line. */
const LABEL_CHARACTERS = 255;

export function readAnswer(json: unknown, asked: readonly string[], api: string): ReadAnswer {
  const result = v.safeParse(Answer, json);
  if (!result.success) throw new SourceError('bad-answer', v.summarize(result.issues));
  const answer = result.output;
  if (!answer.query) throw new SourceError('bad-answer', 'the answer has no query');
  const renamed = new Map([...answer.query.normalized, ...answer.query.redirects].map(({ from, to }) => [from, to]));
  const pages = new Map(answer.query.pages.map((page) => [page.title, page]));
  const found = new Map<string, ArticleContent | null>();
  for (const title of asked) {
    const page = pages.get(finalTitle(title, renamed));
    if (!page) continue;
    const more = answer.continue !== undefined && page.extract === undefined && !page.missing;
    if (!more) found.set(title, contentOf(page, api));
  }
  return found;
}

/** Follows normalisation and redirects; stops where a loop of redirects closes. */
function finalTitle(title: string, renamed: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let current = title;
  while (!seen.has(current)) {
    seen.add(current);
    current = renamed.get(current) ?? current;
  }
  return current;
}

function contentOf(page: v.InferOutput<typeof Page>, api: string): ArticleContent | null {
  const extract = plainText(page.extract ?? '').trim();
  const namesakes = page.pageprops !== undefined && Object.hasOwn(page.pageprops, 'disambiguation');
  if (page.missing || page.invalid || namesakes || extract === '') return null;
  return {
    title: labelOf(page.title),
    extract: cutAtParagraph(extract),
    description: page.description === undefined ? null : labelOf(page.description),
    url: articleAddress(api, page.title, page.fullurl ?? ''),
    image: null,
  };
}

function cutAtParagraph(text: string): string {
  if (text.length <= EXTRACT_CHARACTERS) return text;
  const head = text.slice(0, EXTRACT_CHARACTERS);
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('. ') + 1);
  return end > 0 ? head.slice(0, end).trim() : head;
}

const labelOf = (text: string): string => plainLabel(text.slice(0, LABEL_CHARACTERS));
