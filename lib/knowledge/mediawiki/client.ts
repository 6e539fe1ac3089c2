/**
 * Asks one MediaWiki for introductions: titles gathered into requests of up to 20, one request for a title however many
 * want it. How a request is sent stands in `wiki-client.ts`.
 *
 *   ask(title) ── under way? ──► the same promise
 *        │ no
 *        ▼
 *   basket (one turn) ──► request ──► readAnswer ──► article | null
 */
import type { ArticleContent } from '../../database';
import { isUsableTitle } from '../../lookup';
import { introductionsQuery, TITLES_A_REQUEST } from './introductions-query';
import { readAnswer } from './read-answer';
import { SourceError } from './source-error';
import type { WikiClient } from './wiki-client';

/** Titles asked for within this time share a request. */
const BASKET_MS = 30;
/** Twenty introductions are about 100 kB. */
const ANSWER_BYTES = 2_000_000;

export interface MediaWikiClient {
  /** Null if the wiki has no article for the title itself. Rejects with SourceError. */
  ask(title: string, remember: boolean): Promise<ArticleContent | null>;
}

interface Wanted {
  readonly title: string;
  readonly remember: boolean;
  readonly resolve: (answer: ArticleContent | null) => void;
  readonly reject: (error: SourceError) => void;
}

export interface MediaWikiParts {
  readonly wiki: WikiClient;
  readonly wait?: ((ms: number) => Promise<void>) | undefined;
}

export function createMediaWikiClient(parts: MediaWikiParts): MediaWikiClient {
  const { wiki } = parts;
  const { api } = wiki;
  const wait = parts.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const underWay = new Map<string, Promise<ArticleContent | null>>();
  let basket: Wanted[] = [];

  function ask(title: string, remember: boolean): Promise<ArticleContent | null> {
    if (!isUsableTitle(title)) return Promise.resolve(null);
    const running = underWay.get(title);
    if (running) return running;
    const answer = new Promise<ArticleContent | null>((resolve, reject) => {
      basket.push({ title, remember, resolve, reject });
      if (basket.length === 1) void wait(BASKET_MS).then(empty);
      else if (basket.length >= TITLES_A_REQUEST) empty();
    }).finally(() => underWay.delete(title));
    underWay.set(title, answer);
    return answer;
  }

  function empty(): void {
    const wanted = basket;
    basket = [];
    for (let at = 0; at < wanted.length; at += TITLES_A_REQUEST) void serve(wanted.slice(at, at + TITLES_A_REQUEST));
  }

  async function serve(wanted: readonly Wanted[]): Promise<void> {
    try {
      let open = wanted;
      // A wiki may answer only some titles and ask to be called again for the rest.
      while (open.length > 0) {
        const titles = open.map(({ title }) => title);
        const answer = await wiki.ask({
          query: introductionsQuery(titles),
          // Questions from a private window leave no trace on the device.
          names: open.filter(({ remember }) => remember).map(({ title }) => title),
          limitBytes: ANSWER_BYTES,
          read: (json) => readAnswer(json, titles, api),
        });
        const rest = open.filter(({ title }) => !answer.has(title));
        for (const { title, resolve } of open) if (answer.has(title)) resolve(answer.get(title) ?? null);
        if (rest.length === open.length) throw new SourceError('bad-answer', 'the answer lacks requested titles');
        open = rest;
      }
    } catch (error) {
      const cause = error instanceof SourceError ? error : new SourceError('bad-answer', String(error));
      for (const { reject } of wanted) reject(cause);
    }
  }

  return { ask };
}
