/** Border: turns what a wiki sent into articles by the title that was asked. Anything unexpected is a `bad-answer`. */
import * as v from 'valibot';
import type { ArticleContent } from '../../database';
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
  thumbnail: v.optional(v.object({ source: v.string() })),
});

const Answer = v.object({
  error: v.optional(v.object({ code: v.string(), info: v.optional(v.string(), '') })),
  continue: v.optional(v.record(v.string(), v.unknown())),
  query: v.optional(
    v.object({
      normalized: v.optional(Renamed, []),
      redirects: v.optional(Renamed, []),
      pages: v.optional(v.array(Page), []),
    }),
  ),
});

/** Per asked title: an article, null (missing, empty, a list of namesakes), or absent: the wiki wants to be asked again. */
export type ReadAnswer = ReadonlyMap<string, ArticleContent | null>;

/** Introductions are a few hundred words; beyond this the wiki did not keep to `exintro`. */
const EXTRACT_CHARACTERS = 4_000;

export function readAnswer(body: string, asked: readonly string[]): ReadAnswer {
  const answer = parse(body);
  if (answer.error) {
    const busy = answer.error.code === 'ratelimited' || answer.error.code === 'maxlag';
    throw new SourceError(busy ? 'busy' : 'refused', `${answer.error.code}: ${answer.error.info}`);
  }
  if (!answer.query) throw new SourceError('bad-answer', 'no query in the answer');
  const renamed = new Map([...answer.query.normalized, ...answer.query.redirects].map(({ from, to }) => [from, to]));
  const pages = new Map(answer.query.pages.map((page) => [page.title, page]));
  const found = new Map<string, ArticleContent | null>();
  for (const title of asked) {
    const page = pages.get(finalTitle(title, renamed));
    if (!page) continue;
    const more = answer.continue !== undefined && page.extract === undefined && !page.missing;
    if (!more) found.set(title, contentOf(page));
  }
  return found;
}

function parse(body: string): v.InferOutput<typeof Answer> {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new SourceError('bad-answer', 'the answer is not JSON');
  }
  const result = v.safeParse(Answer, json);
  if (!result.success) throw new SourceError('bad-answer', v.summarize(result.issues));
  return result.output;
}

/** Follows normalisation and redirects; a ring of redirects ends where it closes. */
function finalTitle(title: string, renamed: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let current = title;
  while (!seen.has(current)) {
    seen.add(current);
    current = renamed.get(current) ?? current;
  }
  return current;
}

function contentOf(page: v.InferOutput<typeof Page>): ArticleContent | null {
  const extract = page.extract?.trim() ?? '';
  const namesakes = page.pageprops !== undefined && 'disambiguation' in page.pageprops;
  if (page.missing || page.invalid || namesakes || extract === '') return null;
  return {
    title: page.title,
    extract: cutAtParagraph(extract),
    description: page.description ?? null,
    url: isWebAddress(page.fullurl) ? page.fullurl : '',
    image: isWebAddress(page.thumbnail?.source) ? page.thumbnail.source : null,
  };
}

function cutAtParagraph(text: string): string {
  if (text.length <= EXTRACT_CHARACTERS) return text;
  const head = text.slice(0, EXTRACT_CHARACTERS);
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('. ') + 1);
  return end > 0 ? head.slice(0, end).trim() : head;
}

function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//.test(address) && URL.canParse(address);
}
