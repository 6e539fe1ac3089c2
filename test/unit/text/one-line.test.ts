import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../lib/text';

describe('text that a reader selected', () => {
  it.each([
    ['  Ilva Brandecker \n', 'Ilva Brandecker'],
    ['Ilva\n\tBrandecker', 'Ilva Brandecker'],
    // Turned round by a control, opened and never closed; a zero-width space between the letters.
    ['\u202eIlva\u2066 Brand\u200becker', 'Ilva Brandecker'],
    ['Ilva\0 Brand\u0007ecker', 'Ilva Brandecker'],
    [`${' \n'.repeat(5_000)}Ilva`, 'Ilva'],
    ['', ''],
    ['\u202e\u2066', ''],
  ])('%j becomes one plain line', (given, line) => {
    expect(oneLine(given, 200)).toBe(line);
  });

  it('is cut, but never inside a surrogate pair', () => {
    expect(oneLine('x'.repeat(1_000_000), 200)).toBe('x'.repeat(200));
    expect(oneLine(`${'x'.repeat(199)}😀`, 200)).toBe('x'.repeat(199));
    expect(oneLine(`${'x'.repeat(199)} y`, 200)).toBe('x'.repeat(199));
  });
});
