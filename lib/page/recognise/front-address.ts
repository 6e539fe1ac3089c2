import type { Address } from './other-address';

/** Query parameters that do not name a story. */
const NO_STORY = /^\??(?:(?:utm_|fbclid|gclid|srsltid|ref|lang|hl|page|query|search)[^&]*|[sq]=[^&]*)?$/i;

/** Is a list of stories expected here? `/`, unless the query names a story (`/?p=123`). */
export const isFrontAddress = ({ pathname, search }: Address): boolean =>
  // Without `searchParams`, which content scripts in Firefox cannot iterate.
  (pathname === '/' || pathname === '') && search.split('&').every((part) => NO_STORY.test(part));
