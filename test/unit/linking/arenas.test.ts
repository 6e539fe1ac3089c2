/** How much of a game, a concert or a race there is in a story. */
import { expect, it } from 'vitest';
import { english } from '../../../lib/language';
import { openArenas } from '../../../lib/linking/read/arenas';
import { readBlock } from '../../../lib/linking/read/reading';

const game = (...texts: readonly string[]) =>
  openArenas(texts.map((text, id) => readBlock({ id, text, role: 'body' }, english)))('game');
const MATCH = 'The referee blew for half-time, and the coach, the goalkeeper and the midfielder left.';
const rain = (words: number) => 'rain '.repeat(words);

it('is none where nobody plays', () => {
  expect(game('The council met, and went home.')).toBe(0);
  expect(game('The council voted 23-16, 31-24 and 12-9.')).toBe(0);
});

it('grows with each different word of it, not with the same again', () => {
  expect(game('The goalkeeper left.')).toBeGreaterThan(0);
  expect(game('The goalkeeper left with the midfielder.')).toBeGreaterThan(game('The goalkeeper left.'));
  expect(game('The goalkeeper left with the goalkeeper.')).toBe(game('The goalkeeper left.'));
});

it('grows with results, but no more than the words bear out', () => {
  expect(game(MATCH, 'It was 23-16.')).toBeGreaterThan(game(MATCH));
  expect(game('The goalkeeper left.', '23-16, 31-24, 12-9, 17-3')).toBeLessThanOrEqual(
    2 * game('The goalkeeper left.'),
  );
});

it('is less in a longer story with as many words of it', () => {
  expect(game(MATCH, rain(400))).toBeLessThan(game(MATCH) / 1.5);
});

it('is no more in a line than in a paragraph', () => {
  expect(game(MATCH)).toBe(game(MATCH, rain(60)));
});
