import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSplice, withoutLoneHalves } from '../../../lib/notes/document/splice';

/** Texts with much in common, and emoji whose halves are shared by other emoji. */
const text = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', 'é', '🌍', '🌎', '\u{1f70d}', '🐍', '\u{1f1e9}\u{1f1ea}'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

const cutsPair = (whole: string, at: number) => /[\ud800-\udbff]/.test(whole[at - 1] ?? '') && at < whole.length;

describe('a splice', () => {
  it('turns one text into the other without splitting a surrogate pair', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const splice = findSplice(before, after);
        expect(splice === null).toBe(before === after);
        if (!splice) return;
        const { at, remove, insert } = splice;
        expect(before.slice(0, at) + insert + before.slice(at + remove)).toBe(after);
        expect(cutsPair(before, at) || cutsPair(before, at + remove)).toBe(false);
        expect(withoutLoneHalves(insert)).toBe(insert);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes no more than necessary', () => {
    expect(findSplice('The talks fail', 'The long talks fail')).toEqual({ at: 4, remove: 0, insert: 'long ' });
    expect(findSplice('aaa', 'aa')).toEqual({ at: 2, remove: 1, insert: '' });
    expect(findSplice('🌍', '🌎')).toEqual({ at: 0, remove: 2, insert: '🌎' });
    expect(findSplice('same', 'same')).toBeNull();
  });

  it('leaves out half an emoji, which a keyboard sends before the other half', () => {
    expect(withoutLoneHalves('a\ud83cb\udf0d 🌍')).toBe('ab 🌍');
  });
});
