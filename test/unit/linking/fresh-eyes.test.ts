/** Kinds of wrong cards that a fresh reader found in news nobody had labelled, a sentence each: the right card, or none. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { openPack } from '../../../lib/pack';
import { keyIn } from './gold-story';
import { whatOpens } from './what-opens';

const pack = openPack((await cachedPack()).bytes);

const opens = (marked: string, day: string) => whatOpens(pack, marked, day)?.entity ?? null;

describe('no card', () => {
  it.each([
    [
      'acronyms with a small s are several of something',
      'The draft was rich in [CBs] and thin in kickers.',
      '2021-04-28',
    ],
    ['an island territory, and no adjective', 'A wave struck [Spanish] Samoa at noon.', '2010-09-30'],
    ['a name with an adjective', 'The tour of [French] Montana begins on Friday.', '2019-09-30'],
    ['a surname behind a given name that begins the sentence', 'Tom Moody came first. [Moody] made 74.', '2012-08-20'],
    ['a woman whose surname is a firm', 'Fiona Ford drove home. [Ford] had been drinking.', '2012-08-20'],
    ['a stranger told by an age', 'Merv Ford, 41, drove home. [Ford] had been drinking.', '2012-08-20'],
    ['a surname behind a particle', 'Mehmet [al-Sisi] ran the shop.', '2022-04-04'],
    ['a ship', 'The carrier [Ronald Reagan] left Yokosuka.', '2020-12-06'],
    ['a ship by its prefix', 'Sailors of the USS [Ronald Reagan] voted.', '2020-12-06'],
    ['what is called after somebody', 'Two destroyers escort the [Ronald Reagan].', '2020-12-06'],
  ])('%s', (_, marked, day) => {
    expect(opens(marked, day)).toBe(null);
  });
});

describe('the right card', () => {
  it.each([
    ['bodies in the plural', 'Two [MEPs] of the European Parliament left.', '2021-04-28', 'european-parliament'],
    ['an adjective before a town of its country', 'Shells fell on [Ukrainian] Donetsk.', '2014-09-30', 'ukraine'],
    ['a firm behind a noun', 'Carmaker Ford cut its forecast. Shares of [Ford] fell 3 percent.', '2012-08-20', 'ford'],
    ['who has the article himself', 'A monk met the [Dalai Lama].', '2012-08-20', 'dalai-lama'],
    ['a campaign', 'He left the [Donald Trump] campaign.', '2016-08-20', 'donald-trump'],
    ['the holder of an office', 'The [Fed chair] spoke at noon.', '2020-11-24', 'jerome-powell'],
    [
      'the office of one who held it before',
      'Janet Yellen, a former [Fed chair], spoke.',
      '2020-11-24',
      'chair-of-the-federal-reserve',
    ],
    ['the full name with a particle', 'Aides of [Bashar al-Assad] fled.', '2020-12-06', 'bashar-al-assad'],
    ['a title before a particle', 'President [al-Assad] fled.', '2020-12-06', 'bashar-al-assad'],
  ])('%s', (_, marked, day, entity) => {
    expect(opens(marked, day)).toBe(keyIn(pack, entity));
  });
});
