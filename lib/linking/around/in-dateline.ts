import type { Span } from '../find/spans';
import type { Reading } from '../read/reading';

/** What may stand between the town and the dash: its country, the day, the agency. */
const BEHIND = /^(?:,\s[^—–]{2,40})?(?:\s\([^)]{2,30}\))?,?\s?(?:[—–]|\s-\s)/;
const SHOUTED = /^[\p{Lu}\P{L}]+$/u;

/** "PHOENIX (AP) —": a story opens with its place in capitals. */
export const inDateline = ({ first, end, surface }: Span, { block, titled }: Reading): boolean =>
  first === 0 &&
  !titled &&
  block.role !== 'title' &&
  SHOUTED.test(surface) &&
  BEHIND.test(block.text.slice(end, end + 90));
