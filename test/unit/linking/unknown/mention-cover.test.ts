import { expect, it } from 'vitest';
import { coverMentions } from '../../../../lib/linking/unknown/mention-cover';

/** Which mention, if any, already covers a word of an unknown name. */

const [first, second] = [
  { start: 0, end: 4 },
  { start: 4, end: 8 },
];
const covering = coverMentions([second, first].map((place) => ({ block: 7, ...place })));

it.each([
  ['within it', 1, 2, first],
  ['over its end', 3, 4, first],
  ['over both, the first', 2, 6, first],
  ['right behind the first', 4, 6, second],
  ['right behind the last', 8, 10, null],
])('covers what is %s', (_, start, end, place) => {
  expect(covering(7).touching(start, end)).toEqual(place);
});

it('covers nothing before the first mention and nothing in another block', () => {
  expect(coverMentions([{ block: 7, ...second }])(7).touching(0, 4)).toBeNull();
  expect(covering(8).touching(0, 8)).toBeNull();
});
