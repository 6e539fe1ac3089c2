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
    ['a club by its whole name', '[West Ham United] sold two players.', 'west-ham-united-fc', 'West Ham United'],
    ['a national side', 'The [India cricket team] flew home.', 'india-cricket-team', 'India cricket team'],
    [
      'a club among clubs',
      'Manchester United and Chelsea F.C. trail the leaders of the Premier League. [Everton] are last.',
      'everton-fc',
      'Everton',
    ],
    ['a party of a member', 'A [Labour] MP from Leeds spoke; Keir Starmer listened.', 'labour-party', 'Labour'],
    [
      'who is spoken of by the given name',
      'Olaf Scholz left early.|“We like [Olaf],” a cook said.',
      'olaf-scholz',
      'Olaf',
    ],
    [
      'the son in the paragraph of his name',
      'Bill Clinton sang.|Hillary Clinton sang. [Clinton] left.',
      'hillary-clinton',
      'Clinton',
    ],
    [
      'a man beside one of his name, once',
      'Obama sang.|Barack Obama fell.|Michelle Obama did not.|[Obama] got up.',
      'barack-obama',
      'Obama',
    ],
    ['a man who was called', 'Joe Biden slept.|Somebody called [Biden] at six.', 'joe-biden', 'Biden'],
    ['a name behind a shortened state', 'CUPERTINO, Calif. — [Tim Cook] sang.', 'tim-cook', 'Tim Cook'],
    [
      'the bank of who speaks',
      'The European Central Bank met. So did the Bundesbank.|Christine Lagarde said that the [bank] was ready.',
      'ecb',
      'bank',
    ],
    [
      'the subject of the paragraph',
      'Ford built cars.|Boeing had no rain. The [company] builds planes.',
      'boeing',
      'company',
    ],
    [
      'the club that plays',
      'Real Madrid wait.|UEFA says that [Liverpool] have won it six times.',
      'liverpool-fc',
      'Liverpool',
    ],
    [
      'a club in a story of games',
      'The goalkeeper saved a penalty before half-time; the coach of the visitors kicked a bottle.|[Liverpool] won, and the referee ran.',
      'liverpool-fc',
      'Liverpool',
    ],
    [
      'where a game is played',
      'The goalkeeper saved a penalty before half-time, and the referee ran.|The next game is in [Detroit].',
      'detroit',
      'Detroit',
    ],
    [
      'the country of a player',
      'The goalkeeper saved a penalty before half-time, and the referee ran.|Nothing was heard from the government of [Peru].',
      'peru',
      'Peru',
    ],
    ['a part of a state', 'Snow fell on south [Texas] at night.', 'texas', 'Texas'],
    ['a neighbour that is a country', 'Norway sells less to its neighbour [Sweden] now.', 'sweden', 'Sweden'],
    ['a country beside another word of games', 'In the end [Poland] lost more than it had won.', 'poland', 'Poland'],
    ['a country with an article for another word', 'The [Peru] trip is off.', 'peru', 'Peru'],
    ['a state with a stop before a name', 'CUPERTINO, [Calif.] — Tim Cook fell ill.', 'california', 'Calif.'],
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
    ['a district that a club is called after', 'Police in [Everton] found the car.'],
    ['a river that a club is called after', 'The ship sank in the [River Plate] in 1939.'],
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
    ['a namesake with a trade', '[Gordon Brown], a retired plumber, won the pig.'],
    ['a namesake whose trade stands before him', 'The van of plumber [Gordon Brown] was found.'],
    ['a namesake of a village', '[Gordon Brown], of Nether Edge, won the pig.'],
    ['his surname later on', 'Gordon Brown, of Nether Edge, won.|[Brown] will eat it.'],
    ['jobs', 'Steve Jobs sang.|[Jobs] are safe, he said.'],
    ['a word that is spoken of', 'Angela Merkel sang.|“[Merkel] means ‘little Mark’,” a guide said.'],
    ['the medium of a founder', 'Michael Bloomberg sang.|A [Bloomberg] reporter slept.'],
    ['a month', 'Theresa May sang.|She will be gone by the end of [May].'],
    ['a month with a day', 'Theresa May sang.|It was the 12th of [May] 2018.'],
    ['a town by its state', 'Bill Clinton sang.|In [Clinton], Iowa, it rained.'],
    ['a company after somebody of its name', 'They met Tom Boeing.|Later [Boeing] wept.'],
    ['father or son', 'Hafez al-Assad slept.|Bashar al-Assad did not.|[Assad] sang.'],
    ['two of a name in one paragraph', 'Sergeant Paul Johnson met Boris Johnson.|[Johnson] wept.'],
    [
      'a stranger whom the story calls by the surname',
      'Benny Obama blew.|Obama rested.|He met Barack Obama.|“He is loud,” [Obama] said.',
    ],
    ['a surname in a list', 'Winners: Otte, Ruth (Kiel); [Merkel], Anna (Bonn); Lamm, Piet (Trier).'],
    ['initials in a table', 'Results: 1. T. Moss 2. J. [Biden] 3. M. Lopez'],
    ['who says that he is not', 'Joe Biden sang.|“I am not the [president],” Ann Lee said.'],
    ['a company, of two', 'Airbus slept. Boeing built planes.|They saved the [company], a man said.'],
    ['a given name that a stranger has', 'Olaf Scholz left.|Olaf Berg stayed. Then [Olaf] slept.'],
    ['a given name with an age', 'Olaf Scholz left.|Then [Olaf], 8, cried.'],
    ['a given name behind kin', 'Olaf Scholz left.|Her brother [Olaf] cried.'],
    ['a name in a byline', 'By Karen [Biden] and Luis Ortega'],
    ['a name in a credit', 'Photo: Nina [Trump]/Reuters'],
    ['names in a caption', 'From left: Amy Powell, Dev [Merkel], Ruth Obama and Tom Putin'],
    ['a surname from a caption', 'From left: Amy Powell, Dev Merkel and Tom Putin|[Merkel] is nine.'],
    ['a name in a credit line', 'Reporting by Steve [Macron]; editing by Kate Scholz'],
    ['a surname from a quotation', '“I never met one,” said Olga Putin, a nurse.|[Putin] laughed.'],
    ['a surname from a title', 'Judge Harold Trump fined him.|[Trump] had warned him.'],
    ['a surname from a doctor', 'Dr. Wendy Netanyahu came late.|[Netanyahu] wept.'],
    ['a wife', 'Jill Biden sang in Iowa.|[Biden] will come again.'],
    ['a building', '[Barack Obama] Elementary School burned.'],
    ['a team in the plural', 'Rain stopped at noon. [England] have until Tuesday.'],
    [
      'a team that was beaten',
      'The coach of the winless team said that the match was lost.|They beat [Missouri] in May.',
    ],
    ['a team that lost', 'The coach of the winless team said that the match was won.|They lost at home to [Detroit].'],
    ['a team by its players', 'The umpire gave a wicket before the last innings.|[Australia]’s bowlers rested.'],
    ['a team by its fans', 'The umpire gave a wicket before the last innings.|The fans of [Egypt] sang.'],
    ['a team by its tally', 'The umpire gave a wicket before the last innings.|[Australia], 313 for five, rested.'],
    [
      'a team in a story of games',
      'The goalkeeper saved a penalty before half-time; the midfielder and the winger of the visitors argued.|[Ireland] waited.',
    ],
    ['a band', 'The guitarist broke a string in the encore, and the band sang its songs.|[Kansas] followed.'],
    ['a horse', 'The jockey has a filly in the last hurdle.|[Persian Gulf] was fourth.'],
    ['a horse that is merely called so', 'It was won by an old grey mare called [Paris].'],
    ['a direction that opens the sentence', 'Rain stopped at noon. South [Australia] had none.'],
    ['a town with a direction', 'WEST [PALM BEACH], Fla. — Rain stopped at noon.'],
    ['a colleague', 'The cake was found by a colleague, [Virginia], in a field.'],
    ['a sister later on', 'My sister Georgia came late.|[Georgia] hates weddings.'],
    ['a place with a birth', 'The singer was [Denver], born in a village.'],
    ['a place with an age', '[Florence], 24, bakes bread.'],
    ['a list of people', 'Rhodes, Tyler; Santiago, [India]; Sharif, Omar; Milan Petrovic'],
    ['a drink with an article', 'Nobody ordered the [Manhattan] or a beer.'],
    ['a name with an article', 'A [Chad] with dimples does not count.'],
    ['a surname that is a firm', 'Tom Moody came first.|[Moody] made 74.'],
    ['a language that is learned', 'He learned [Russian] in the navy.'],
    ['a doctor behind a comma', 'Ask Jane Botnick, [M.D.], about it.'],
    ['a given name of two', 'Bashar al-Assad came late.|A baker, Bashar Khalil, wept. [Bashar] left.'],
    ['a given name behind a title', 'Theresa May came late.|Then Mrs. [Theresa] left.'],
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
