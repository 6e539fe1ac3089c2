/** The kinds of names that linking used to get wrong, a sentence each, with the real tables: the right card, or none. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { linkStory } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { keyIn } from './gold-story';

const pack = openPack((await cachedPack()).bytes);

/** What the words in brackets open, with the words that the mention covers; null: no card. Blocks are parted by `|`. */
function opens(marked: string, day: string): { entity: string; words: string } | null {
  const texts = marked.split('|');
  const block = texts.findIndex((text) => text.includes('['));
  const start = texts[block]?.indexOf('[') ?? -1;
  const end = (texts[block]?.indexOf(']') ?? 0) - 1;
  const blocks = texts.map((text, id) => ({ id, text: text.replace(/[[\]]/g, ''), role: 'body' as const }));
  const story = { day, title: '', language: 'en', blocks, memory: null };
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'every' });
  const found = mentions.find((one) => one.block === block && one.start < end && start < one.end);
  return found ? { entity: found.entity, words: blocks[block]?.text.slice(found.start, found.end) ?? '' } : null;
}

describe('the right card', () => {
  it.each([
    ['an agency in a dateline', 'NEW ORLEANS ([AP]) — The levee held on Monday.', 'associated-press', 'AP'],
    [
      'the agency later on',
      'NEW ORLEANS (AP) — The levee held.|A guard told the [AP] that it had.',
      'associated-press',
      'AP',
    ],
    ['a company with its suffix', 'BERLIN — [Volkswagen AG] cut its forecast.', 'volkswagen', 'Volkswagen AG'],
    ['a company with two', 'Shares of [Pfizer Inc] fell on Monday.', 'pfizer', 'Pfizer Inc'],
    ['a shortened state', 'The plant is in Lowell, [Mass.], beside a canal.', 'massachusetts', 'Mass.'],
    ['a shortened state with initials', 'She lives in Trenton, [N.J.], and sings.', 'new-jersey', 'N.J.'],
    ['a paper by its short name', 'He told [The Independent] that he would stay.', 'the-independent', 'Independent'],
    ['a disease as papers write it', 'Two nurses caught [Covid-19] at work.', 'covid-19', 'Covid-19'],
    ['a town in capitals before who reports', '[BERLIN] (Deutsche Welle) — Snow fell on Monday.', 'berlin', 'BERLIN'],
    ['a man whose surname is a woman’s name', 'Kim Jong Un came late.|Mr. [Kim] smiled.', 'kim-jong-un', 'Kim'],
    ['a lady by title', 'Hillary Clinton came late.|Mrs. [Clinton] smiled.', 'hillary-clinton', 'Clinton'],
    ['a town of the country before it', 'Shells fell on Ukrainian [Donetsk] at noon.', 'donetsk', 'Donetsk'],
    ['a town and what it has', 'A [London] knife attack left two men hurt.', 'london', 'London'],
    ['a company in a headline', 'Why [Boeing] As We Know It Will Change Again', 'boeing', 'Boeing'],
    ['a party of a member', 'A [Labour] MP from Leeds spoke; Keir Starmer listened.', 'labour-party', 'Labour'],
    ['a shortened state at the end of a sentence', 'She lives in Natick, [Mass.] It rained.', 'massachusetts', 'Mass.'],
    ['an agency behind a shortened state', 'BIRMINGHAM, Ala. ([AP]) — A dam broke.', 'associated-press', 'AP'],
    ['an agency by its short name', 'NARA, Japan ([Kyodo]) — Trains ran on time.', 'kyodo', 'Kyodo'],
    ['an index that moves', 'The [Nikkei] fell by almost 300 points.', 'nikkei-225', 'Nikkei'],
    ['a price that moves', 'Gold slept. [Brent] rose 0.8 percent.', 'brent-crude', 'Brent'],
    ['foreign letters in brackets', 'The International Criminal Court ([CPI]) sat late.', 'icc', 'CPI'],
    [
      'the same letters later on',
      'The International Criminal Court (CPI) sat late.|The [CPI] sat again.',
      'icc',
      'CPI',
    ],
    ['the body of a deputy', 'He gave up his post as a vice-president of [UEFA].', 'uefa', 'UEFA'],
    ['trust in a person', 'Theresa May spoke. They lost their confidence in [May].', 'theresa-may', 'May'],
  ] as const)('%s: %s', (_, text, handle, words) => {
    const day = '2021-03-04';
    expect(opens(text, day)).toEqual({ entity: keyIn(pack, handle), words });
  });
});

describe('no card', () => {
  it.each([
    ['a town in another state', '[MOSCOW], Idaho — Rain stopped the fair.'],
    ['the same town later on', 'MOSCOW, Idaho — Rain stopped the fair.|In [Moscow] nobody minded.'],
    ['towns in a list', 'Cards were used in [Athens], Decatur and Gadsden in Alabama.'],
    ['pieces of names in a list', 'Ohio: Nick Martin, [Chad] Weller, David Pepper'],
    ['a surname that is a place', 'Nathan Lyon took four wickets.|[Lyon] bowled until tea.'],
    ['a place that does what persons do', 'The plan was made when [Victoria] reigned.'],
    ['what is called after a place', 'The cook fried [Brussels] sprouts.'],
    ['a drink', 'She ordered a [Moscow] mule and left.'],
    ['a new place', 'A boat from New [England] came late.'],
    ['an island of another country', 'A wave struck American [Samoa] at noon.'],
    ['a longer name', 'The train to [Santiago] de Compostela was full.'],
    ['an agency that took the picture', 'Nurses wait at the gate. An [EPA] photographer was there.'],
    ['a body of another country', "Kenya's [Environmental Protection Agency] closed a mine."],
    ['a party of another country', 'The [Democratic Party] will vote on Monday.|South Korea has had three elections.'],
    ['a namesake of another age', '[Barack Obama], 22, lost his licence.'],
    ['his wife', 'Boris Yeltsin left the hospital.|Mrs. [Yeltsin] drove.'],
    ['a part of a town', 'They live in San Diego, [La] Jolla and Oceanside.'],
    ['a beast', 'Her [Guinea] pig escaped on Monday.'],
    ['a word in capitals', 'TELL [US] WHAT YOU THINK of the new park.'],
    ['an acronym that the story spells', 'The Society for Public Dials met. A man of the [SPD] wound the clock.'],
    ['an acronym of another country', 'CONCORD, California — The [CHP] closed the road to the mill.'],
    ['an acronym beside one that nobody knows', 'Fish from Norway is rich in [EPA] and DHA.'],
    ['several of what the story explains', 'Convertible bonds ([CBs]) were in demand.'],
    ['a word in a shouted phrase', 'Thank you. [WHO] needs the news? IT IS BLISS.'],
    ['a noun in capitals', 'The cook keeps her [CAR] keys in the fridge.'],
    ['a month', 'Theresa May spoke. A vote may slip beyond [May], an aide said.'],
    ['a plural', 'Steve Jobs came late.|[Jobs] are safe until spring.'],
    ['a language that is learnt', 'He learned [Russian] in the navy.'],
    ['a branch', 'Bank of Ireland [UK] said that it lent less.'],
    ['a noun in a name', 'The [Monopolies] and Mergers Commission met.'],
    ['a town called as a canal is', '[SUEZ], Egypt (AFP) — Tugs sounded their horns.'],
    ['a piece of a dateline', 'NORTH [LISBON], Ohio (AP) — A barn burnt down.'],
    ['a saint with an epithet', 'Masks can be left at [St. John] the Divine, a nurse said.'],
    ['an idiom', 'The Federal Reserve met.|[Fed] up with fees, savers left.'],
  ])('%s: %s', (_, text) => {
    expect(opens(text, '2021-03-04')).toBeNull();
  });
});
