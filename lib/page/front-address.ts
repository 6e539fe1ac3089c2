import type { Address } from './other-address';

/** What a query has beside, or instead of, the name of a story. */
const NO_STORY = /^\??(?:(?:utm_|fbclid|gclid|srsltid|ref|lang|hl|page|query|search)[^&]*|[sq]=[^&]*)?$/i;

/** Where a list of stories is to be expected: `/`, unless a query names a story (`/?p=123`). */
export const isFrontAddress = ({ pathname, search }: Address): boolean =>
  // Not by `searchParams`, which a content script in Firefox cannot go through.
  (pathname === '/' || pathname === '') && search.split('&').every((part) => NO_STORY.test(part));
