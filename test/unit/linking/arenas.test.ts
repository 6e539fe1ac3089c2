/** How much of a game, a concert or a race there is in a story. */
import { expect, it } from 'vitest';
import { english } from '../../../lib/language';
import { openArenas } from '../../../lib/linking/read/arenas';
import { readBlock } from '../../../lib/linking/read/reading';

const game = (...texts: readonly string[]) =>
  openArenas(texts.map((text, id) => readBlock({ id, text, role: 'body' }, english)))('game');
const MATCH = 'The referee blew for half-time, and the coach, the goalkeeper and the midfielder left.';
const rain = (words: number) => 'rain '.repeat(words);

it('a story is not about sport without its words', () => {
  expect(game('The council met, and went home.')).toBe(0);
  expect(game('The council voted 23-16, 31-24 and 12-9.')).toBe(0);
});

it('a story is more about sport with each different word, but not with repetitions', () => {
  expect(game('The goalkeeper left.')).toBeGreaterThan(0);
  expect(game('The goalkeeper left with the midfielder.')).toBeGreaterThan(game('The goalkeeper left.'));
  expect(game('The goalkeeper left with the goalkeeper.')).toBe(game('The goalkeeper left.'));
});

it('results make it more so, but only as far as words support it', () => {
  expect(game(MATCH, 'It was 23-16.')).toBeGreaterThan(game(MATCH));
  expect(game('The goalkeeper left.', '23-16, 31-24, 12-9, 17-3')).toBeLessThanOrEqual(
    2 * game('The goalkeeper left.'),
  );
});

it('a longer story with as many words is less about sport', () => {
  expect(game(MATCH, rain(400))).toBeLessThan(game(MATCH) / 1.5);
});

it('a line counts no more than a paragraph', () => {
  expect(game(MATCH)).toBe(game(MATCH, rain(60)));
});
