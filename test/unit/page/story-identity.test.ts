import { describe, expect, it } from 'vitest';
import { isOtherStory, type StoryIdentity } from '../../../lib/page/recognise/story-identity';

const story: StoryIdentity = {
  claimed: 'Soldiers leave the base near Baghdad',
  printed: 'Soldiers leave the base near Baghdad',
  day: '2019-03-04',
  canonical: 'https://paper.example/soldiers',
};
const unknown = { ...story, canonical: null };

describe('another story', () => {
  it.each<[string, StoryIdentity, StoryIdentity]>([
    ['has another address', story, { ...story, canonical: 'https://paper.example/flood' }],
    ['has another headline in the head', story, { ...story, claimed: 'Flood closes two bridges' }],
    ['has another headline on the page', story, { ...story, printed: 'Flood closes two bridges' }],
    ['has another day, where no address tells', unknown, { ...unknown, day: '2019-03-05' }],
    ['is one that is dated only now', { ...story, day: null }, story],
  ])('%s', (_name, before, after) => {
    expect(isOtherStory(before, after)).toBe(true);
  });
});

describe('the same story', () => {
  it.each<[string, StoryIdentity, StoryIdentity]>([
    ['says the same', story, { ...story }],
    ['has its headline edited', story, { ...story, claimed: 'Last soldiers leave base near Baghdad: live' }],
    [
      'has its headline made three times as long',
      { ...story, claimed: 'Soldiers leave' },
      { ...story, claimed: 'Soldiers leave the base near Baghdad, says a spokesman' },
    ],
    ['has a headline that it did not have before', { ...story, claimed: '', printed: '' }, story],
    ['has a count of messages before its title', story, { ...story, claimed: `(3) ${story.claimed}` }],
    ['prints the time of its newest entry', story, { ...story, day: '2019-03-05' }],
    ['no longer says what it said', story, { claimed: '', printed: '', day: null, canonical: null }],
  ])('%s', (_name, before, after) => {
    expect(isOtherStory(before, after)).toBe(false);
  });
});
