/** Letters without brackets that spell a body which the story names in full. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { linkStory } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { keyIn } from './gold-story';

const pack = openPack((await cachedPack()).bytes);

/** What the words in brackets open; null: no card. */
function opens(marked: string): string | null {
  const start = marked.indexOf('[');
  const text = marked.replace(/[[\]]/g, '');
  const story = {
    day: '2017-01-01',
    title: '',
    language: 'en',
    blocks: [{ id: 0, text, role: 'body' as const }],
    memory: null,
  };
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'every' });
  return mentions.find((one) => one.start === start)?.entity ?? null;
}

const AIRLINE = 'British Airways lost bags.';

describe('an acronym spelt out by a body in the story', () => {
  it.each([
    [`${AIRLINE} [BA] said that it had found them.`, 'q8766'],
    [`${AIRLINE} A [BA] spokesman apologised.`, 'q8766'],
    [
      "The Women's National Basketball Association met. The [WNBA] has twelve teams.",
      'women-national-basketball-association-group',
    ],
    ['The National Rifle Association sued. The [NRA] has members.', 'national-rifle-association'],
    ['[BA] was sorry. British Airways had lost bags.', 'q8766'],
  ])('%s', (story, key) => {
    expect(opens(story)).toBe(keyIn(pack, key));
  });

  it.each([
    ['nothing is named in full', '[BA] said that it had found them.'],
    ['two bodies have them', 'British Airways and Bank of America fell. [BA] rose later.'],
    ['part of the name of a person', 'The Justice Department sued. [JD] Smith ran off.'],
    ['two letters of a body that is no firm', 'The Justice Department sued. He has a [JD] of Yale.'],
    ['no acronym', `${AIRLINE} [Ba] is a soul.`],
    ['in a cry', `${AIRLINE} WHERE ARE [BA] AND MY BAGS`],
    ['beside a capital elsewhere', `${AIRLINE} [BA] said so. His BA Honours hang on the wall.`],
  ])('is not linked: %s', (_, story) => {
    expect(opens(story)).toBe(null);
  });
});
