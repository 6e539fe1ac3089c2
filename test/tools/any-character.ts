import fc from 'fast-check';

const SURROGATES = { from: 0xd800, to: 0xe000 };
const COUNT = SURROGATES.to - SURROGATES.from;

/**
 * Every code point but lone surrogates: the same as fast-check's `unit: 'binary'`, to the example. That one makes a list of
 * the million first, which takes longer than most tests, in each process.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.nat({ max: 0x10ffff - COUNT }).map(
  (place) => String.fromCodePoint(place < SURROGATES.from ? place : place + COUNT),
  (character) => {
    const code = typeof character === 'string' ? character.codePointAt(0) : undefined;
    if (code === undefined || character !== String.fromCodePoint(code)) throw new Error('Not one character');
    if (code >= SURROGATES.from && code < SURROGATES.to) throw new Error('A lone surrogate');
    return code < SURROGATES.from ? code : code - COUNT;
  },
);
