/** A page may say whatever it likes, however often: work grows with the text, and the answer stays small. */
import { expect, it } from 'vitest';
import { english, languageOf } from '../../../../lib/language';
import { findUnknownNames, type Story } from '../../../../lib/linking';
import { readBlock } from '../../../../lib/linking/read/reading';
import { nameRuns } from '../../../../lib/linking/unknown/name-runs';
import { countedList } from '../../../tools/counted';
import { growth } from '../../../tools/growth';
import { smallPack } from '../small-world';

const storyOf = (text: string, language = 'en'): Story => ({
  day: null,
  title: '',
  language,
  blocks: [{ id: 0, text, role: 'body' }],
  memory: null,
});
const find = (text: string, language = 'en') => findUnknownNames([smallPack], storyOf(text, language), []);

it.each([
  'al-',
  'Al-',
  'Al-al-al-',
  'x al-',
  'Okonjo al-al-',
  'van der ',
  'Van der ',
  'University of the ',
  'Ministry of ',
  'A-',
  'Lutnick and ',
])('each word of %j, repeated, is examined a few times', (piece) => {
  for (const language of [english, languageOf('de')]) {
    const text = piece.repeat(3_000 / (piece.match(/\w+/g)?.length ?? 1));
    const reading = readBlock({ id: 0, text, role: 'body' }, language);
    const { thing: words, looks } = countedList(reading.words);
    nameRuns({ ...reading, words });
    expect(looks()).toBeLessThan(reading.words.length * 40);
  }
});

/** Eight times the text may take so many times the time: a square would take 64. */
const GROWTH = 24;

it.each([
  ['a text without a space', 'x'],
  ['one capital after the other', 'Xy'],
  ['hyphens', 'al-'],
  ['one name', 'Mr. Howard Lutnick, the commerce secretary, said so. '],
  ['a name with a clause that never ends', 'Howard Lutnick, who runs '],
  ['open brackets', 'Howard Lutnick ('],
  ['commas', 'Howard Lutnick, '],
  ['a surname', 'Lutnick, 34, '],
  ['a phrase that never ends', 'the old drone maker '],
  ['quotation marks', '"Howard Lutnick, a "'],
])('%s takes as long per character for twenty thousand characters as for eight times as many', (_, piece) => {
  for (const language of ['en', 'de']) {
    const text = (length: number): string => piece.repeat(length / piece.length);
    find(text(5_000), language);
    const times = growth(
      () => find(text(20_000), language),
      () => find(text(160_000), language),
    );
    expect(times, language).toBeLessThan(GROWTH);
  }
});

it('a match result is searched once in a text, and not for each of its names', () => {
  const letters = (number: number): string =>
    number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(+digit));
  const text = (count: number): string =>
    `It ended 2-1, ${Array.from({ length: count }, (_, at) => `he saw Kar${letters(at)} Bel${letters(at)} there, `).join('')}`;
  find(text(500));
  const times = growth(
    () => find(text(2_500)),
    () => find(text(20_000)),
  );
  // Looked for at each name it takes some 25 times as long, looked for once 5 times.
  expect(times).toBeLessThan(14);
});

it('a name that occurs fifty thousand times has all its places, and three passages at most', () => {
  const [name] = find('Chancellor Mila Dragovic spoke. '.repeat(50_000));
  expect(name?.name).toBe('Mila Dragovic');
  expect(name?.places).toHaveLength(50_000);
  expect(name?.says.map(({ text }) => text)).toEqual(['Chancellor']);
});

it('a text of a million characters without a space is read', () => {
  expect(find('Lutnick'.repeat(150_000))).toEqual([]);
  expect(find('al-'.repeat(35_000))).toEqual([]);
});

it('a page with ten thousand names has three hundred of them', () => {
  const letters = 'abcdefghijklmnopqrst';
  const names = Array.from({ length: 10_000 }, (_, at) => {
    const tail = [...String(at)].map((digit) => letters[Number(digit)]).join('');
    return `They met striker Ruk${tail} Vel${tail} there.`;
  });
  expect(find(names.join(' '))).toHaveLength(300);
});
