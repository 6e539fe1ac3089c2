/**
 * Whether a card that is on the screen now has Wikipedia asked by itself. Only a card that was seen sends its title;
 * one that was merely prepared under a travelling pointer sends nothing.
 */
import type { ArticleState } from '../../lib/messages';
import type { NetworkConsent } from '../../lib/settings';

/** `show`: what comes stands in the card; `next-time`: the text under the reader's eyes stays, a fresh one is kept. */
export type ArticleWish = 'show' | 'next-time' | null;

export function articleWish(article: ArticleState, network: NetworkConsent): ArticleWish {
  if (network !== 'automatic') return null;
  if (article.state === 'fetching') return 'show';
  return article.state === 'ready' && article.article.stale ? 'next-time' : null;
}
