/** How far the rules of linking reach, where they end, and what they leave alone: stories that a mutant of the rule answers otherwise. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { countScores } from '../../../lib/linking/read/scores';
import { openPack } from '../../../lib/pack';
import { keyIn } from './gold-story';
import { whatOpens } from './what-opens';

const pack = openPack((await cachedPack()).bytes);

const opens = (marked: string, day = '2018-04-17') => whatOpens(pack, marked, day)?.entity ?? null;

const kindOf = (key: string | null): string | null => (key === null ? null : pack.entity(pack.row(key)).kind);

const GAME = 'The referee blew for half-time with the score at 23-16, and the coach of the team was calm.';

describe('the right card', () => {
  it.each([
    [
      'who is named on and on says little more of where a story is at home',
      'Texas votes. Norway votes. Norway waits. Norway sleeps, and Norway wakes. In Norway it rains. Norway counts.|The [Democratic Party] said nothing.',
      'democratic-party',
    ],
    [
      'a loss far before “to”',
      `${GAME}|They lost the last ball of that long match and then flew to [Chicago].`,
      'q1297',
    ],
    ['a player far behind a genitive', `${GAME}|[Chicago]'s weather was kind to every player.`, 'q1297'],
    ['a place that is left, in a story of games', `${GAME} ${GAME}|They left [Chicago] at dawn.`, 'q1297'],
    ['what is said behind a name makes no list', 'In [Athens], said Smith in Texas, it rained.', 'q1524'],
    ['a programme with its station', 'CBS News was late. He had been on [60 Minutes].', 'q247869'],
    [
      'capitals in a headline that has them everywhere',
      '[TESLA] to Build New Plant Near Old Berlin Airport',
      'q478214',
    ],
    [
      'a firm that somebody is of',
      '[Gordon Brown], of Harehills Ltd, saw the prime minister of Britain.',
      'gordon-brown',
    ],
    ['a town before somebody of a country', "In [Boston], Germany's chancellor slept.", 'q100'],
    ['a canal that says that it is one', '[SUEZ CANAL], Egypt (AFP) — Tugs sounded their horns.', 'suez-canal'],
    ['what may be no state before “from”', 'He wrote to Washington, from [Rome] and on time.', 'q220'],
  ])('%s', (_, story, key) => {
    expect(opens(story)).toBe(keyIn(pack, key));
  });
});

describe('no card', () => {
  it.each([
    ['a film of two words where nobody speaks of films', 'He stood in the rain, an [Easy Rider] without a bike.'],
    [
      'a list of people with one part that is none',
      'Rhodes, Tyler; Sharif, Omar; Moreno, [Chad]; three dogs of no breed',
    ],
  ])('%s', (_, story) => {
    expect(opens(story)).toBe(null);
  });
});

describe('somebody who plays for a place', () => {
  it.each([
    'Hertha won against [Dortmund].',
    'Yabo plays for [Aachen].',
    'He scored a hat-trick against [England].',
    'She signed for [Turin] in May.',
    'They drew 2-2 against [Norway].',
  ])('%s is not linked to the place', (story) => {
    expect([null, 'team']).toContain(kindOf(opens(story)));
  });

  it.each([
    ["He played for [France]'s president.", 'q142'],
    ['She fought for [Ukraine].', 'q212'],
    ['He worked for [Aachen] as a gardener.', 'q1017'],
  ])('%s is linked to the place', (story, key) => {
    expect(opens(story)).toBe(keyIn(pack, key));
  });
});

describe('times of day', () => {
  it('are not match results', () => {
    expect(countScores('10:15 The agency says so. 9:45 Another one does.')).toBe(0);
    expect(countScores('They won 10-15 and 9-45.')).toBe(2);
  });
});
