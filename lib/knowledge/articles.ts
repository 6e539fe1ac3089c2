/**
 * The article part of a card: only the cache for what may never be seen, the wiki with the reader's consent for what
 * is. Nothing but a title is ever sent.
 */

import type { ArticleContent } from '../database';
import type { NetworkConsent } from '../settings';
import { utcDay } from '../time';
import type { ArticleState } from './answers';
import type { ArticleCache } from './article-cache';
import { articleAddress } from './mediawiki/article-address';
import { articleOf, type WikiSettings } from './mediawiki/asked-wikis';
import type { MediaWikiClient } from './mediawiki/client';
import { SourceError } from './mediawiki/source-error';

export interface ArticleSettings extends WikiSettings {
  readonly network: NetworkConsent;
}

export interface Articles {
  /** What to show at once, without the network: nobody should learn which names the pointer rested on. */
  look(title: string | null, settings: ArticleSettings, remember: boolean): Promise<ArticleState>;
  /** The reader pressed the labelled button, or chose "automatic" and sees the card: consent for one request. */
  fetch(title: string | null, settings: ArticleSettings, remember: boolean): Promise<ArticleState>;
}

export interface ArticleParts {
  readonly cache: ArticleCache;
  readonly clientFor: (api: string) => MediaWikiClient;
  readonly now: () => number;
}

export function createArticles({ cache, clientFor, now }: ArticleParts): Articles {
  /** `remember` is false in private windows: then nothing is written, but what is there may be read. */
  async function fetchAnswer(
    { api, title }: Place,
    settings: ArticleSettings,
    remember: boolean,
  ): Promise<ArticleState> {
    if (settings.network === 'never') return { state: 'off' };
    try {
      const answer = await clientFor(api).ask(title, remember);
      if (remember) await cache.put(cacheId(api, title), answer);
      return answer ? ready(answer, now(), false, api) : { state: 'missing' };
    } catch (error) {
      return failed(error, now());
    }
  }

  return {
    async look(said, settings, remember) {
      const place = said === null ? null : articleOf(said, settings);
      if (place === null) return { state: 'none' };
      const { api, title } = place;
      const cached = await cache.get(cacheId(api, title), remember);
      if (cached?.answer) return ready(cached.answer, cached.fetchedAt, !cached.fresh, api);
      if (settings.network === 'never') return { state: 'off' };
      if (cached?.fresh) return { state: 'missing' };
      const { host } = new URL(api);
      return { state: settings.network === 'ask' ? 'ask' : 'fetching', host };
    },

    async fetch(said, settings, remember) {
      const place = said === null ? null : articleOf(said, settings);
      if (place === null) return { state: 'none' };
      const state = await fetchAnswer(place, settings, remember);
      if (state.state === 'ready' || state.state === 'missing') return state;
      // The wiki cannot be reached: an old article is better than none.
      const cached = await cache.get(cacheId(place.api, place.title), remember);
      return cached?.answer ? ready(cached.answer, cached.fetchedAt, !cached.fresh, place.api) : state;
    },
  };
}

type Place = NonNullable<ReturnType<typeof articleOf>>;

function cacheId(api: string, title: string): string {
  return `${api} ${title}`;
}

function ready(content: ArticleContent, fetchedAt: number, stale: boolean, api: string): ArticleState {
  const { host } = new URL(api);
  const { title, extract, description } = content;
  // Checked again: an older version may have stored an unchecked address.
  const url = articleAddress(api, title, content.url);
  // Any MediaWiki can be the source; only Wikipedia's licence is known.
  const credit = host.endsWith('.wikipedia.org') ? 'Wikipedia, CC BY-SA' : host;
  const fetchedOn = utcDay(fetchedAt);
  return {
    state: 'ready',
    article: { title, extract, description, url, fetchedOn, credit, stale },
  };
}

function failed(error: unknown, now: number): ArticleState {
  if (!(error instanceof SourceError)) throw error;
  switch (error.problem) {
    case 'offline':
    case 'time-out':
      return { state: 'offline' };
    case 'busy':
      return { state: 'busy', retryAt: error.retryAt ?? now };
    default:
      return { state: 'failed', reason: error.problem };
  }
}
