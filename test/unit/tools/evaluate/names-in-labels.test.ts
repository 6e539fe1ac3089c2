import { describe, expect, it } from 'vitest';
import { barePhrase, isName, isPart, nameInPhrase } from '../../../tools/evaluate/names-in-labels';

const part = (phrase: string, title: string, person = false): string | null => {
  const range = nameInPhrase(phrase, title, person);
  return range && phrase.slice(...range);
};

describe('names in labels', () => {
  it('lose the article and possessive of a phrase', () => {
    for (const phrase of ['the Taliban', "Taliban 's", 'Taliban']) {
      expect(phrase.slice(...barePhrase(phrase))).toBe('Taliban');
    }
    expect(barePhrase('Theresa May')).toEqual([0, 11]);
  });

  it('are found inside a longer phrase, and not if the phrase is the name', () => {
    expect(part('U.S. President Donald Trump', 'Donald Trump', true)).toBe('Donald Trump');
    expect(part('Aceh, Indonesia', 'Aceh')).toBe('Aceh');
    expect(part('Irving, Texas', 'Irving, Texas')).toBe('Irving');
    expect(part('Colorado State University of the US', 'Colorado State University')).toBe('Colorado State University');
    expect(part('Ambassador Mohib', 'Hamdullah Mohib', true)).toBe('Mohib');
    expect(part('Environment Canada', 'Environment and Climate Change Canada')).toBeNull();
    expect(part('Donald Trump', 'Donald Trump', true)).toBeNull();
    expect(part('Trump', 'Donald Trump', true)).toBeNull();
    expect(part('the Trumpet', 'Trump', true)).toBeNull();
  });

  it('are distinguished from phrases, pronouns and offices', () => {
    expect(isName('Council on Foreign Relations', 'Council on Foreign Relations', false)).toBe(true);
    expect(isName('2018 FIFA World Cup', '2018 FIFA World Cup', false)).toBe(true);
    expect(isName('Rohingya', 'Rohingya people', false)).toBe(true);
    expect(isName('Mecca pilgrimages', 'Hajj', false)).toBe(false);
    expect(isName('country', 'Italy', false)).toBe(false);
    expect(isName('of Italy', 'Italy', false)).toBe(false);
    expect(isName('2018', '2018', false)).toBe(false);
    expect(isName('Secretary of State', 'John Kerry', true)).toBe(false);
    expect(isName('Kerry', 'John Kerry', true)).toBe(true);
    expect(isName('Baird', 'John Baird (Canadian politician)', true)).toBe(true);
  });

  it('have as parts what is strictly inside them', () => {
    expect(isPart([0, 13], [[0, 18]])).toBe(true);
    expect(isPart([5, 18], [[0, 18]])).toBe(true);
    expect(isPart([0, 18], [[0, 18]])).toBe(false);
    expect(isPart([0, 20], [[0, 18]])).toBe(false);
    expect(isPart([30, 32], [[0, 18]])).toBe(false);
  });
});
