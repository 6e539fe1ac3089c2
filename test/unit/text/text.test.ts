import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../lib/language';
import {
  createWordScan,
  foldText,
  LETTER,
  letterOf,
  plainLabel,
  plainText,
  sentences,
  skeleton,
  stems,
  WORD_SEED,
  WORD_STEP,
  words,
} from '../../../lib/text';
import { anyCharacter } from '../../tools/any-character';
import { countedText } from '../../tools/counted';

const cut = (text: string, spans: ReadonlyArray<readonly [number, number]>): string[] =>
  spans.map(([start, end]) => text.slice(start, end));

describe('folding text', () => {
  it.each([
    ['Kata’ib Hezbollah', 'kataib hezbollah'],
    ["KATA'IB-HEZBOLLAH's", 'kataib hezbollah'],
    ['the U.S.-led', 'the us led'],
    ['Côte d’Ivoire', 'cote divoire'],
    ['Łódź, Ærø, Weiß', 'lodz aero weiss'],
    ['Mu\u00adhan\u200bdis\u202e', 'muhandis'],
    ['e\u0301lan', 'elan'],
    ['“maximum   pressure”', 'maximum pressure'],
    ['states’', 'states'],
    ["O'Sullivan's", 'osullivan'],
    ['January 20th, G20', 'january 20th g20'],
    ['Путин', 'путин'],
    ['', ''],
    ['… – !', ''],
  ])('turns %j into %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing when applied twice: every letter', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const folded = foldText(String.fromCharCode(unit));
      if (foldText(folded) !== folded) expect.fail(`U+${unit.toString(16)} folds to ${folded}, and that further`);
    }
  });

  it('changes nothing when applied twice: any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        // Behind folding, a lone s could stand where a possessive would be read only with an apostrophe: there is none.
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('splitting words', () => {
  it('separates hyphenated words and excludes possessive endings', () => {
    const text = 'Iraqi-state-sponsored (PMF) Iran’s U.S. Times’';
    expect(cut(text, words(text))).toEqual(['Iraqi', 'state', 'sponsored', 'PMF', 'Iran', 'U.S.', 'Times']);
  });

  it('never throws, and returns ordered spans inside the text, on any UTF-16', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        let last = 0;
        for (const [start, end] of words(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('hashes a word by its folded letters alone', () => {
    const scan = createWordScan(english.sentences.abbreviations);
    const hashOf = (text: string): number[] => {
      scan.next(text, 0);
      return [scan.hash, scan.check];
    };
    expect(hashOf('Kata’ib')).toEqual(hashOf('KATAIB'));
    expect(hashOf('Weiß')).toEqual(hashOf('weiss'));
    expect(hashOf('antiwar')).not.toEqual(hashOf('anti'));
    let hash = WORD_SEED;
    for (const letter of 'iran') hash = Math.imul(hash ^ letterOf(letter.charCodeAt(0)), WORD_STEP);
    expect(hashOf('Iran')[0]).toBe(hash);
    expect(letterOf('/'.charCodeAt(0))).toBeLessThanOrEqual(LETTER);
  });
});

describe('splitting sentences', () => {
  it.each([
    [['Iranian Gen. Qasem Soleimani was killed.', 'He left.']],
    [['It rose 3.5 percent.', '“Is it?”', 'Mr. Smith of the U.S. Senate asked.']],
    [['He left the U.S.', 'The vote came later.']],
    [['J. Edgar Hoover spoke!', 'No.', 'Nobody came…', 'Then all did.']],
    [['See No. 5 of Jan. 3.', 'Then go.']],
    [['“It is over.”', '“It is not,” she said.']],
    [['没有。', '有。']],
  ])('keeps %j together', (parts) => {
    const text = parts.join(' ');
    expect(cut(text, sentences(text, english.sentences))).toEqual(parts);
  });

  it('omits nothing but white space', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'b', '.', ' ', '\n', '”', '!', 'U.S.', 'Mr', '5')), (pieces) => {
        const text = pieces.join('');
        expect(cut(text, sentences(text, english.sentences)).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('stems', () => {
  it('are the same for all forms of a word, in order, without small words', () => {
    expect(stems('The sanctions were lifted', english.stem)).toEqual(stems('sanction, lifting', english.stem));
    const found = stems('Inspectors of the agency visited nuclear plants in the north', english.stem);
    expect([...found]).toEqual([...found].sort((one, other) => one - other));
    expect(stems('the of and was it said on Tuesday', english.stem)).toHaveLength(0);
  });
});

describe('the consonant skeleton of a name', () => {
  it.each([
    ['al-Muhandis', 'Mohandes', 'el-Mohandis'],
    ['Kataib', "Kata'ib", 'Kataeb'],
    ['Hezbollah', 'Hizbullah', 'Hizballah', 'Hezbolla'],
    ['Soleimani', 'Suleimani', 'Sulaymani'],
    ['Qassem', 'Qasem', 'Kassem', 'Ghasem'],
    ['Zelensky', 'Zelenskyy', 'Zelenskiy'],
    ['Gaddafi', 'Qaddafi', 'Kadhafi'],
    ['Mohammed', 'Muhammad', 'Mohamed'],
    ['Abu Mahdi al-Muhandis', 'Abou Mehdi el-Mohandes'],
    ['Yanukovych', 'Ianukovich'],
  ])('is the same for %s and its other spellings', (...spellings) => {
    const [first] = spellings.map(skeleton);
    expect(first).not.toBeNull();
    expect(spellings.map(skeleton)).toEqual(spellings.map(() => first));
  });

  it.each(['Assad', 'Iran', 'Xi', '', 'al-'])('is too short to use for %j', (name) => {
    expect(skeleton(name)).toBeNull();
  });

  it('differs for different names', () => {
    const names = ['Soleimani', 'Mohammed', 'Muhandis', 'Gaddafi', 'Qasem', 'Kataib', 'Zelensky', 'Netanyahu'];
    const bones = names.map(skeleton).filter((one) => one !== null);
    expect(new Set(bones).size).toBe(bones.length);
  });
});

it.each(['.', '!', '...x', '.... a ', '. . ', '."', '…”', 'A.', 'U.S. ', '。', '.。 ', '(', ' \n'])(
  'sentences are split in one pass through %j, again and again',
  (piece) => {
    const { thing: text, looks } = countedText(piece.repeat(4_000 / piece.length));
    sentences(text, english.sentences);
    expect(looks()).toBeLessThan(4_000 * 20);
    const ended = countedText(`${piece.repeat(4_000 / piece.length)}x`);
    sentences(ended.thing, english.sentences);
    expect(ended.looks()).toBeLessThan(4_000 * 20);
  },
);

describe('cleaning text from others', () => {
  it.each([
    ['\u202edesc\u202c', 'desc'],
    ['a\u2066b\u2069 c\u200e', 'ab c'],
    ['Pu\u200ctin, Bi\u200dden', 'Putin, Biden'],
    ['Ira\ufe0fn\u00ad\u2060\ufeff', 'Iran'],
    ['A\u{e0041}\ufff9B\ufffb \ud800x', 'AB x'],
    [' two\u0000\n  lines\u2028here ', 'two lines here'],
    // A part of writing, not a trick.
    ['علی\u200cاکبر', 'علی\u200cاکبر'],
    ['क्\u200dष', 'क्\u200dष'],
    ['👨\u200d👩\u200d👧 ❤\ufe0f', '👨\u200d👩\u200d👧 ❤\ufe0f'],
    ['辻\u{e0100}', '辻\u{e0100}'],
    ['Łódź – “القدس”', 'Łódź – “القدس”'],
  ])('shows %j as %j', (text, shown) => {
    expect(plainLabel(text)).toBe(shown);
    expect(plainLabel(shown)).toBe(shown);
  });

  it('keeps paragraphs and direction marks in a text, but nothing that reverses it', () => {
    expect(plainText('One\u202e.\n\nTwo\u2067 \u200fالقدس\u200f.\u0007\u{e0041}')).toBe(
      'One.\n\nTwo \u200fالقدس\u200f.',
    );
  });
});
