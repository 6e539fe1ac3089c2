/** What a query has beside, or instead of, the name of a story. */
const NO_STORY = /^(?:utm_|fbclid|gclid|srsltid|ref|lang|hl|page|s$|q$|query|search)/i;

/** Where a list of stories is to be expected: `/`, unless a query names a story (`/?p=123`). */
export const isFrontAddress = ({ pathname, searchParams }: URL): boolean =>
  (pathname === '/' || pathname === '') && [...searchParams.keys()].every((key) => NO_STORY.test(key));
