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
    ['a state by its governor', 'The governor of [Washington] rowed home.', 'washington-state', 'Washington'],
    ['a part of a state', 'It rained in the north of [Washington] and in Seattle.', 'washington-state', 'Washington'],
    ['a state among states', 'Ohio, Michigan and [Georgia] count again.', 'georgia-us-state', 'Georgia'],
    ['a country among countries', 'Armenia, Turkey and [Georgia] met.', 'georgia', 'Georgia'],
    ['of two of one name', 'Kerala voted. In [Punjab] and in Delhi it rained.', 'punjab-india', 'Punjab'],
    [
      'a town before its country',
      'A man from Alexandria, Va., flew to [Alexandria], Egypt.',
      'alexandria',
      'Alexandria',
    ],
    ['a town at the head', '[PHOENIX] (AP) — It snowed on Monday.', 'phoenix-arizona', 'PHOENIX'],
    ['a town at a time of day', '21:40 Assad has fled.|21:10 A shot.|06:20 [Homs] fell.', 'homs', 'Homs'],
    ['a land and a namesake', 'Israel Katz left. [Israel] waits for Egypt.', 'israel', 'Israel'],
    [
      'a ministry of two',
      'The Federal Reserve cut rates, George W. Bush said in Washington; the [Treasury] lends.',
      'us-treasury',
      'Treasury',
    ],
    [
      'a ministry at home',
      'The Bank of England cut rates, Gordon Brown said in London; the [Treasury] lends.',
      'hm-treasury',
      'Treasury',
    ],
    ['a party of those at home', 'Fine Gael won in Dublin and Cork; [Labour] lost.', 'labour-party-ireland', 'Labour'],
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
    ['a town of a region that nobody knows', '[BOSTON], Lincolnshire — Rain fell on the market.'],
    ['a country before a state', 'Snow fell in [Mexico], Maine.'],
    ['a town called like somebody', 'Bill Clinton spoke.|In [Clinton], Iowa, it snowed.'],
    ['a town beside the story', 'Deputies in Decatur saw a van in [Athens], twenty miles west.'],
    ['a town near one that nobody knows', 'In [Washington], near Sunderland, a plant closed.'],
    ['a town in a part of a country', 'Rain is forecast for all of Alabama, from [Florence] to Mobile.'],
    [
      'a town abroad of its name',
      'Snow fell on Ohio, Alabama and Tennessee, and on Atlanta. In [Athens] salt ran out.',
    ],
    ['a house of a state', 'The Texas [House of Representatives] met. Donald Trump called Congress.'],
    ['another house of a state', 'Democrats and Republicans of Congress wrote to the state [Senate].'],
    [
      'a house of those at home',
      'Giorgia Meloni and Matteo Salvini voted in Rome. Silvio Berlusconi is in the [Senate].',
    ],
    [
      'a party of those at home',
      'Scott Morrison won Queensland and Perth; Donald Trump called. The [Democrats] lost in Sydney.',
    ],
    ['an office of another country', "Ghana's [Food and Drug Administration] closed a mill."],
  ])('%s: %s', (_, text) => {
    expect(opens(text, '2021-03-04')).toBeNull();
  });
});
