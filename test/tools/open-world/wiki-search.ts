/** `generator=search` and `action=opensearch`: pages whose title holds the words, then those whose introduction does. */
import type { WikiParts } from './wiki-query';
import type { Page } from './world';

const LIMIT = 10;

export function searchPages(
  { world, wiki }: WikiParts,
  parameters: Readonly<Record<string, string>>,
): { readonly hits: Page[]; readonly goOn: Record<string, unknown> } {
  const words = wordsOf(parameters.gsrsearch ?? '');
  const limit = parameters.gsrlimit === 'max' ? 50 : Number(parameters.gsrlimit ?? LIMIT);
  const from = Number(parameters.gsroffset ?? 0);
  const articles = [...world.pages[wiki].values()].filter(({ redirectTo }) => redirectTo === null);
  const redirected = new Map<string, string>();
  for (const { title, redirectTo } of world.pages[wiki].values()) {
    if (redirectTo === null) continue;
    const goal = redirectTo.replace(/#.*/, '');
    redirected.set(goal, `${redirected.get(goal) ?? ''} ${title}`);
  }
  const rank = (page: Page): number => {
    const holds = (text: string) => words.length > 0 && words.every((word) => wordsOf(text).includes(word));
    if (wordsOf(page.title).join(' ') === words.join(' ')) return 0;
    if (holds(page.title)) return 1;
    if (holds(redirected.get(page.title) ?? '')) return 2;
    return holds(`${page.title} ${page.intro} ${page.description ?? ''}`) ? 3 : 4;
  };
  const found = articles
    .filter((page) => rank(page) < 4)
    .sort((a, b) => rank(a) - rank(b) || a.title.length - b.title.length || a.id - b.id);
  const more = found.length > from + limit ? { gsroffset: from + limit, continue: 'gsroffset||' } : {};
  return { hits: found.slice(from, from + limit), goOn: more };
}

/** Titles that begin with the words, redirects among them. */
export function openSearch({ world, wiki, origin }: WikiParts, parameters: Readonly<Record<string, string>>): unknown {
  const search = parameters.search ?? '';
  const titles = [...world.pages[wiki].keys()]
    .filter((title) => title.toLowerCase().startsWith(search.toLowerCase().trim()))
    .sort()
    .slice(0, Number(parameters.limit ?? LIMIT));
  const address = (title: string) => `${origin}/wiki/${encodeURIComponent(title.replaceAll(' ', '_'))}`;
  return [search, titles, titles.map(() => ''), titles.map(address)];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
