/** Kinds of wrong cards found in ordinary news that nobody had labelled, each with what must stay: the right card, or none. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { openPack } from '../../../lib/pack';
import { expectOpens } from './expect-opens';
import { keyIn } from './gold-story';
import { whatOpens } from './what-opens';

const pack = openPack((await cachedPack()).bytes);

const opens = (marked: string, day = '2024-04-17') => whatOpens(pack, marked, day)?.entity ?? null;
const { nothing, card } = expectOpens(pack, opens);
const noPlace = (...stories: readonly string[]): void => {
  const kind = (key: string | null) => (key === null ? null : pack.entity(pack.row(key)).kind);
  for (const story of stories) expect([null, 'team'], story).toContain(kind(opens(story)));
};

const GAME =
  'The referee blew for half-time after the winger had scored, and the coach of the home team brought on two substitutes.';

describe('a side that is visited', () => {
  it('is no town', () =>
    noPlace(
      `${GAME}|They had earned a draw at [Ipswich] in May.`,
      `${GAME}|It was their third win at [Norwich].`,
      `${GAME}|The keeper was signed from [Strasbourg] on Friday.`,
      `${GAME}|They lost to Scotland, [Ireland] and Italy.`,
      `${GAME}|The [Wigan] chairman was calm.`,
      `${GAME}|Forwards: Nicolas Mas ([Perpignan]), Olivier Milloud (Bourgoin).`,
      'Davies must wait until the match at [Ipswich] on Saturday.',
    ));

  it('is a town where many meet, or where somebody moves', () => {
    card('q1726', `${GAME}|She was unseeded at the tournament and won at [Munich].`);
    card('q495', `${GAME}|His family moved to [Turin] in May.`);
  });

  it('has a stadium, which stays one', () => card('q683112', `${GAME}|It was their third win at [Turf Moor].`));
});

describe('a line-up', () => {
  const REST = 'Botka, Szalai; Nego, Kleinheisler, Nagy, Schafer, Fiola; Sallai, Szoboszlai';

  it('has players only', () =>
    nothing(
      `${GAME}|Hungary: Gulacsi; [Orban], ${REST}.`,
      `${GAME}|Newcastle: Given, Hughes, Elliott, Bramble, Bernard, Bowyer, Dyer ([Ambrose] 80), Jenas, Milner.`,
      `${GAME}|Bench: Russell, Vyvyan, [Cairns], Lloyd, Broster, Chesney, Hayes, Trueman, Cole.`,
    ));

  it('is no list of towns in a sentence', () =>
    card(
      'q270',
      `${GAME}|The club will tour and play in Vienna, [Warsaw], Prague, Berlin, Oslo, Rome, Athens and Lisbon.`,
    ));
});

describe('a town that is said to lie somewhere', () => {
  it('is not the famous one elsewhere', () =>
    nothing(
      'He comes from [Lebanon], an Indiana town of 16,000.',
      'Buses stop in Tyler, [Palestine] and Marshall, three East Texas towns.',
      'Officials from [Rome] and Athens, cities in Georgia, came.',
      '[Cairo], a small city at the southern tip of Illinois, shrinks.',
    ));

  it('is the one of that state, if the tables have it', () => {
    card('q499927', '[Moscow], a town in Idaho, has a fair.');
    card('q959951', '[Norfolk], a city in northeast Nebraska, has a fair.');
  });

  it('is the famous one in its own country', () => {
    card('q2079', '[Leipzig], a city in eastern Germany, is growing.');
    card('q994', '[Tbilisi] and Batumi, cities in Georgia, voted.');
    card('q16557', '[Dallas], a city that trades with Norway, is growing.');
  });
});

describe('the chambers of a state', () => {
  const AUSTIN =
    'AUSTIN, Texas — The Texas House has a bill, said Gov. Greg Abbott. John Cornyn runs for the U.S. Senate again.';

  it('are not those of Congress, even beside a candidate for it', () =>
    nothing(
      `${AUSTIN}|The [Senate] wants more, and Washington pays nothing.`,
      `${AUSTIN}|The full [House] may vote on Monday.`,
    ));

  it('are not those of Congress where a paragraph opens in a town of the state', () =>
    nothing(
      'Democrats in Oregon met.|In Salem, the [House] passed a bill on masks for police of the United States.',
      'Democrats in Oregon met.|In Salem, the House passed a bill of the United States. It goes to the [Senate].',
    ));

  it('leave Congress its own', () => {
    card('us-senate', `${AUSTIN}|The [U.S. Senate] is far away.`);
    card('us-senate', 'The United States Congress met. The [Senate] listened, and Greg Abbott of Texas spoke.');
  });
});

describe('names in other letters', () => {
  it('are words', () => {
    const no = (key: string, story: string) => expect(opens(story), story).not.toBe(keyIn(pack, key));
    nothing('No song was as good. [No doubt] about it.');
    nothing('All three parties would join. But Sir [Edward said] that it was impossible.');
    no('q180059', 'Back in Nelson he staged [New Zealand’s first] game.');
    expect(whatOpens(pack, 'It won the prize for [American independent] drama.', '2024-04-17')?.words).toBe('American');
  });

  it('are names', () => {
    card('q201538', 'He wrote about [Edward Said] and Orientalism.');
    card('q4951', 'The fine is before the [EU]’s top court in Luxembourg, said the European Commission.');
  });
});

describe('what goes on behind the name of a person', () => {
  it('makes it another one', () => {
    card('q7207', 'In the film she plays [Queen Elizabeth] I of England.');
  });

  it('unless somebody speaks of himself', () =>
    card('q41421', 'If they ask about [Michael Jordan] I will say no to the league.'));
});

describe('letters that many bodies have', () => {
  it('are not a school of the country', () =>
    nothing('India votes. Akhilesh Yadav of the SP and Derek O’Brien of the [TMC] joined Rahul Gandhi.'));

  it('are a society with its full name', () => {
    card('q15588566', 'The Institute for Fiscal Studies spoke. Britain must save, the [IFS] said.');
  });

  it('are those of a game in a story of games', () => {
    nothing('The umpire gave him out lbw, and the wicketkeeper ran. The [ICC] said the captain had no case.');
    card('q47488', 'The judges in The Hague met. The [ICC] said the captain had no case.');
  });
});

describe('children', () => {
  it('are called like towns', () => nothing('He leaves a widow and two daughters, [Paris] and Kimberley.'));
});

describe('the Red Cross of a country', () => {
  it('is not the committee in Geneva', () => {
    nothing('The British [Red Cross] was critical of Britain.');
    card('q470110', 'Volunteers of the [American Red Cross] came.');
    card('red-cross', 'Volunteers of the [Red Cross] came.');
  });
});

describe('two firms with only a space between them', () => {
  it('are a third', () =>
    nothing('[Fiat] Chrysler has closed a plant.', 'The board of Fiat [Chrysler] met on Friday.'));

  it('are two where a comma parts them', () =>
    card('q44294', 'The plants of [Ford], Chrysler and Stellantis stand still.'));
});

describe('a body whose name any country has', () => {
  it('is not the one of another country in a town of this one', () =>
    nothing(
      'The [Foreign Office] in Islamabad summoned the envoy of India.',
      'The [Defence Ministry] in Nairobi denied it.',
    ));

  it('is the one that has its seat there', () =>
    card('q358834', 'The [Foreign Office] in London summoned the envoy of India.'));
});
