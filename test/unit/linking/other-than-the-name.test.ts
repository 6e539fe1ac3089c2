/** Words that are spelt like a name and mean something else, each beside words that do mean it. The bundled pack. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { openPack } from '../../../lib/pack';
import { keyIn } from './gold-story';
import { whatOpens } from './what-opens';

const pack = openPack((await cachedPack()).bytes);
const opens = (marked: string, day = '2022-08-19') => whatOpens(pack, marked, day)?.entity ?? null;
const key = (handle: string) => keyIn(pack, handle);

describe('a number', () => {
  it('is no part of a name when it goes on', () => {
    expect(opens('[A 1],300-pound steer named Duke broke out of the ring.')).toBe(null);
    expect(opens('He scored [A 1].5 and went home.')).toBe(null);
  });

  it('behind an abbreviation is no part of a name', () => {
    expect(opens('Kamala Harris: Calif. 54, Colo. 10, [D.C. 3], Ill. 19.', '2024-11-07')).toBe(null);
    expect(opens('An old [DC-3] landed at noon.')).toBe(key('q190211'));
  });
});

describe('the title of a book', () => {
  it('is not meant by the same words in small letters', () => {
    expect(opens('[Twenty years after] the first star comes the second.')).toBe(null);
    expect(opens('Alexandre Dumas wrote a novel, [Twenty Years After], in 1845.')).toBe(key('q1639633'));
    expect(opens('He read a novel, “[Twenty years after]”, on the train.')).toBe(key('q1639633'));
  });
});

describe('a place', () => {
  it('is another with “New” in front, also at the beginning of a sentence', () => {
    expect(opens('Ash fell on Rabaul. New [Ireland], across the strait, takes in families.')).toBe(null);
    expect(opens('New [Ireland] coach Heimir Hallgrimsson spoke in Dublin.')).not.toBe(null);
  });

  it('is no town where an island, a mine or a probe bears its name', () => {
    for (const thing of ['island', 'mine', 'lander'])
      expect(opens(`It was over the [San Salvador] ${thing} on Friday.`), thing).toBe(null);
    expect(opens('It was over [San Salvador] on Friday.')).toBe(key('q3110'));
    expect(opens('The [San Salvador] mayor spoke on Friday.')).toBe(key('q3110'));
  });
});

describe('a person', () => {
  it('of one name whom few know and who died long ago is in the news only for a reason', () => {
    expect(opens('Pfizer Ltd and [Eisai], which sell the best known of them, have gone to court.')).toBe(null);
    expect(opens('Pfizer bought tea. The monk [Eisai] brought it from China in 1191.')).toBe(key('q366128'));
    expect(opens('The plays of [Sophocles] are read aloud.')).not.toBe(null);
  });

  it('with a surname of two words is not meant where only another one of it is named', () => {
    const story = 'Jacques Chirac will face Jean-Marie Le Pen in France.|Then [Le Pen], 73, spoke of miners.';
    expect(opens(story, '2002-04-22')).not.toBe(key('marine-le-pen'));
    expect(opens('Marine Le Pen spoke in France.|Then [Le Pen] spoke of miners.', '2017-04-22')).toBe(
      key('marine-le-pen'),
    );
  });

  it('told by what he is says nothing of the firm of his name', () => {
    const story = 'Doug Ford, premier of Ontario, smiled.|[Ford], GM and Stellantis asked for a delay.';
    expect(opens(story, '2025-03-04')).toBe(key('ford'));
    expect(opens('Ford, a singer from Leeds, smiled.|[Ford], GM and Stellantis asked for a delay.')).toBe(null);
  });
});
