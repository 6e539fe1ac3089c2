import type { Day } from '../../time';
import * as dom from '../dom/dom';
import { claimedHeadline, onlyH1 } from './article';

/**
 * Which story a page tells. Single-page sites change the address first and the story later, or the head after the body:
 * what was learnt about one must not date and colour the other.
 */
export interface StoryIdentity {
  /** In the page's head, and as printed: they may change at different times. */
  readonly claimed: string;
  readonly printed: string;
  /** Null if the page does not say. */
  readonly day: Day | null;
  /** The page's own canonical address; null if it gives none. */
  readonly canonical: string | null;
}

/** Share of a headline's words kept when an editor reworks it; another story's has next to none. */
const KEPT_WORDS = 0.4;

export const wordsOf = (headline: string): Set<string> =>
  new Set(headline.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function isOtherHeadline(before: string, after: string): boolean {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const kept = [...fresh].filter((word) => old.has(word)).length;
  return kept < Math.min(old.size, fresh.size) * KEPT_WORDS;
}

/**
 * Has the page moved to another story, or only now revealed its day? Missing information means nothing; nor does
 * another day at the same address, where a live page prints the time of its newest entry.
 */
export function isOtherStory(before: StoryIdentity, after: StoryIdentity): boolean {
  const canTell = before.canonical !== null && after.canonical !== null;
  if (canTell && before.canonical !== after.canonical) return true;
  if (after.day !== null && after.day !== before.day && (before.day === null || !canTell)) return true;
  return isOtherHeadline(before.claimed, after.claimed) || isOtherHeadline(before.printed, after.printed);
}

export const identityOf = (doc: Document, day: Day | null): StoryIdentity => ({
  claimed: claimedHeadline(doc),
  printed: onlyH1(doc),
  day,
  canonical: canonicalOf(doc),
});

/** If the page gives its own address and has given a day, another day means nothing: see `isOtherStory`. */
export const isDayOpen = (before: StoryIdentity, doc: Document): boolean =>
  before.day === null || before.canonical === null || canonicalOf(doc) === null;

/** Cheap enough for every few seconds: if it has changed, the identity may have. */
export const glanceAt = (doc: Document): string =>
  `${dom.title(doc).slice(0, ADDRESS)}\n${canonicalOf(doc)}\n${dom.all(doc, 'script[type="application/ld+json" i]').length}`;

/** Characters of an address used to tell it from another. */
const ADDRESS = 2_000;

export const canonicalOf = (doc: Document): string | null => {
  const link = dom.one(doc, 'link[rel="canonical" i]');
  return (link && dom.getAttribute(link, 'href')?.slice(0, ADDRESS).replace(/#.*$/s, '')) || null;
};
