import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryFromText, memoryToText } from '../../../lib/linking';

const key = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const form = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/[\^~|]/g, ' '));

it('is parsed as it was written, whatever the names', () => {
  fc.assert(
    fc.property(
      fc.record({
        named: fc.dictionary(key, fc.record({ forms: fc.array(form), count: fc.nat() }), { noNullPrototype: true }),
        stems: fc.array(fc.nat()),
        marked: fc.array(
          fc.oneof(
            key,
            key.map((one) => `${one}@comment`),
          ),
        ),
      }),
      (memory) => {
        expect(memoryFromText(memoryToText(memory))).toEqual(memory);
      },
    ),
  );
});

it('keeps a name with a separator in it apart from the next one', () => {
  const memory = { named: { x: { forms: ['A|B ~ C^D', 'E'], count: 2 } }, stems: [], marked: [] };
  expect(memoryFromText(memoryToText(memory)).named.x).toEqual({ forms: ['A B   C D', 'E'], count: 2 });
});

it('has only characters that JSON writes in one way', () => {
  const text = memoryToText({ named: { x: { forms: ['Ada', "O'Hara"], count: 1 } }, stems: [7, 4e9], marked: ['x@7'] });
  expect(JSON.stringify(text)).toBe(`"${text}"`);
});

it.each(['', 'all', 'x|1^^^', 'x|one^^', 'x|-1^^', '^!^'])('cannot be parsed from “%s”', (text) => {
  expect(() => memoryFromText(text)).toThrow('not a visit memory');
});

it('drops what has an invalid key, and nothing else', () => {
  const one = { forms: ['A'], count: 1 };
  const memory = { named: { 'x|y': one, z: one }, stems: [], marked: ['a b', 'z'] };
  expect(memoryFromText(memoryToText(memory))).toEqual({ named: { z: one }, stems: [], marked: ['z'] });
});
