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
    [
      'a paper by its short name',
      'He told [The Independent] that he would stay.',
      'the-independent',
      'The Independent',
    ],
    ['a paper at the beginning', 'The [New York Times] asked him.', 'the-new-york-times', 'New York Times'],
    ['an agency with its article', 'He told [The Associated Press] so.', 'associated-press', 'The Associated Press'],
    ['a company with a stop', 'Shares of [Pfizer Inc.] fell on Monday.', 'pfizer', 'Pfizer Inc.'],
    ['a name behind a shortened state', 'TAMPA, Fla. - [Boris Johnson] came late.', 'boris-johnson', 'Boris Johnson'],
    ['a state of two words', 'The plant is in Beckley, [W. Va.], beside a canal.', 'west-virginia', 'W. Va.'],
    ['a given name by itself', 'Bashar al-Assad came late.|A day later [Bashar] smiled.', 'bashar-al-assad', 'Bashar'],
    ['a particle before a surname', 'A crowd met.|Then [el-Sissi] said: “Stay.”', 'abdel-fattah-el-sisi', 'el-Sissi'],
    [
      'a party in a story of a town of its country',
      'Houston is dry. Houston is hot. In Houston Donald Trump ate; Houston slept, and Houston woke.|Some [Republicans] left.',
      'republican-party',
      'Republicans',
    ],
    [
      'departments with one noun',
      'A clerk of the State and [Homeland Security] Departments fell.',
      'us-department-of-homeland-security',
      'Homeland Security Departments',
    ],
    ['a disease as papers write it', 'Two nurses caught [Covid-19] at work.', 'covid-19', 'Covid-19'],
    ['a town in capitals before who reports', '[BERLIN] (Deutsche Welle) — Snow fell on Monday.', 'berlin', 'BERLIN'],
    ['a man whose surname is a woman’s name', 'Kim Jong Un came late.|Mr. [Kim] smiled.', 'kim-jong-un', 'Kim'],
    ['a lady by title', 'Hillary Clinton came late.|Mrs. [Clinton] smiled.', 'hillary-clinton', 'Clinton'],
    ['a town of the country before it', 'Shells fell on Ukrainian [Donetsk] at noon.', 'donetsk', 'Donetsk'],
    ['a town and what it has', 'A [London] knife attack left two men hurt.', 'london', 'London'],
    ['a company in a headline', 'Why [Boeing] As We Know It Will Change Again', 'boeing', 'Boeing'],
    ['a party of a member', 'A [Labour] MP from Leeds spoke; Keir Starmer listened.', 'labour-party', 'Labour'],
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
    ['a doctor behind a comma', 'Ask Jane Botnick, [M.D.], about it.'],
    ['a given name of two', 'Bashar al-Assad came late.|A baker, Bashar Khalil, wept. [Bashar] left.'],
    ['a given name behind a title', 'Theresa May came late.|Then Mrs. [Theresa] left.'],
  ])('%s: %s', (_, text) => {
    expect(opens(text, '2021-03-04')).toBeNull();
  });
});
