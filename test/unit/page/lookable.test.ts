/** Only a name or a term can be looked up. */
import { expect, it } from 'vitest';
import { isLookable } from '../../../lib/page/point/lookable';

it.each(['Vladimir Putin', ' the\n nuclear deal ', 'ع', '东', 'x'.repeat(80), ` ${'x'.repeat(80)}\n`, 'G7'])(
  '%j can be looked up',
  (text) => expect(isLookable(text)).toBe(true),
);

it.each(['', '  \n', '2015', '— “…” 3.5 %', '🙂', '\u202e', 'x'.repeat(81), `${'word '.repeat(17)}`, 'x'.repeat(1e6)])(
  'text without a letter, or as long as a passage, cannot be looked up (%#)',
  (text) => expect(isLookable(text)).toBe(false),
);
