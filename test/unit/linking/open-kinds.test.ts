/** Kinds of errors that stood open on 30 November 2026, with the real tables, several of each kind: the right card, or none. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { openPack } from '../../../lib/pack';
import { keyIn } from './gold-story';
import { whatOpens } from './what-opens';

const pack = openPack((await cachedPack()).bytes);

const opens = (marked: string, day = '2018-04-17') => whatOpens(pack, marked, day)?.entity ?? null;

const nothing = (...stories: readonly string[]): void => {
  expect(stories.map((story) => [story, opens(story)])).toEqual(stories.map((story) => [story, null]));
};
const card = (key: string, ...stories: readonly string[]): void => {
  const meant = keyIn(pack, key);
  expect(stories.map((story) => [story, opens(story)])).toEqual(stories.map((story) => [story, meant]));
};

describe('ships that are called after places', () => {
  it('open nothing behind an article without a noun', () =>
    nothing(
      'Ferries sail from Seattle. The [Walla Walla] and the Yakima, built under President Nixon, must do.',
      'Ferries sail from Seattle. The Yakima and the [Walla Walla] must do.',
      'The [Baltimore] docked at noon with mail on its deck.',
      'The [Sydney] sank off the coast of Chile.',
      'A storm held the [Salt Lake City] in port for a week.',
      'The vessel [Cork] was towed to Chile.',
    ));

  it('leave the places what they are', () => {
    card('q5092', 'The [Baltimore] and Chicago offices closed.', 'The [Baltimore] needle works closed.');
    card('sydney', 'They reached [Sydney] by noon.', 'The [Sydney] docks were closed.');
  });
});

describe('drinks and dishes', () => {
  it('open nothing', () =>
    nothing(
      'A [Manhattan] wants rye and patience.',
      'A [Cuba] libre is rum and cola.',
      'A [Chicago] needs gin, bitters and a cold glass.',
      'They ate [Yorkshire] pudding with beef.',
      'A [Dundee] cake has almonds on it.',
      'A [Singapore] keeps well in a tall glass.',
    ));

  it('leave a noun behind the article its place', () =>
    card(
      'manhattan',
      'A [Manhattan] sports bar burned down.',
      'A [Manhattan] arms dealer was arrested.',
      "A [Manhattan] doctor's wife wept.",
      'A [Manhattan] glass tower fell.',
    ));
});

describe('acronyms that are words', () => {
  const AGENCY = 'The Department of Homeland Security sent agents of Immigration and Customs Enforcement to Texas.';

  it('open nothing with a measure or in a compound of the word', () =>
    nothing(
      `${AGENCY} They came on roads on which [ICE] two inches thick was forecast.`,
      `${AGENCY} They came on roads with [ICE] about half an inch thick.`,
      `${AGENCY} They came on [ICE] trains from Houston.`,
      `${AGENCY} In the evening they played [ICE] hockey.`,
      `${AGENCY} They had been held up by [ICE] storms.`,
    ));

  it('are the agency otherwise', () =>
    card('us-immigration-and-customs-enforcement', `${AGENCY} Trains with agents of [ICE] left Houston.`));
});

describe('firms whose first word is a place', () => {
  it('open no place of two with a hyphen', () =>
    nothing(
      '[Georgia]-Pacific will restart a mill in Alabama.',
      'Georgia-[Pacific] will restart a mill in Alabama.',
      'A strike at [Georgia]-Pacific ended. Georgia-Pacific said that it would hire.',
      '[Boston]-Denver was sold to its managers.',
      '[Kansas]-Ohio said that it would cut jobs.',
    ));

  it('leave two places with a noun behind them', () => {
    card('china', 'Trade talks between both were cut short. The US-[China] deal is dead.');
    card('mexico', 'The US-[Mexico] border was shut.');
  });
});

describe('a name that ends with a verb', () => {
  it('is nobody’s waterfall', () => {
    nothing('When [Victoria falls], she gets up.', 'If [Niagara falls] again, the stable will sell the mare.');
    card('victoria-falls-place', 'They crossed the bridge at [Victoria Falls] in Zimbabwe.');
    card('victoria-falls-place', 'They flew over the [Victoria falls] in Zimbabwe.');
  });

  it('signs a letter to the editor', () => {
    nothing(
      'It takes what it likes and sits on it. — [Victoria Falls], Dover',
      'Nobody asked us. – [Victoria Falls], Harrogate',
    );
    card('victoria-falls-place', 'They all met again – at [Victoria Falls], Zimbabwe');
  });
});

describe('“the mayor”', () => {
  const TORONTO = 'Four died in Toronto, said Mayor Mel Lastman.';
  const day = '2003-04-21';
  it.each([
    `${TORONTO} In Beijing the [mayor] has been dismissed.`,
    `${TORONTO} People in Hanoi asked what the [mayor] knew.`,
    `${TORONTO} The [mayor] in Hanoi said nothing.`,
    'Gray Davis, the governor of California, slept. In Texas the [governor] did not.',
    'Gray Davis, the governor of California, slept. Towns in Nevada blamed the [governor].',
  ])('%s', (story) => {
    expect(opens(story, day)).toBe(null);
  });

  it('is the one who was named where nothing speaks for another', () => {
    expect(opens(`${TORONTO} The [mayor] was angry.`, day)).toBe(keyIn(pack, 'q1249752'));
    expect(opens(`${TORONTO} In Toronto the [mayor] was angry.`, day)).toBe(keyIn(pack, 'q1249752'));
  });
});

describe('towns in a list', () => {
  it('are in the state behind it, also where the next name of the list has one', () => {
    expect(opens('Schools in [Paris], Odessa and El Campo in Texas won a prize.')).toBe(keyIn(pack, 'q830149'));
    nothing('Schools in [Athens], Lincoln and Boise in Idaho won a prize.');
  });
});

describe('the state of Washington', () => {
  it('stands in lists of states, also beside one that has the name of a little town', () => {
    card(
      'q1223',
      'A diver from Seattle found the hole. Oregon and [Washington] share one crane.',
      'A pass between Idaho and [Washington] was shut for Seattle.',
    );
  });

  it('stands behind its towns', () =>
    card(
      'q1223',
      'It is shown in Seattle, [Washington].',
      'A train to Spokane, [Washington], was late.',
      'He lives in Tacoma, [Washington], and paints.',
    ));

  it('is the capital in a list of towns', () =>
    card('q61', 'London and [Washington] agreed.', 'He is at home in New York and [Washington].'));
});

describe('acids', () => {
  it('are no agencies beside letters that nobody knows, and without an article', () =>
    nothing(
      'The product is rich in [EPA] and DHA, fatty acids that salmon need.',
      'The product is rich in EPA and DHA, fatty acids. [EPA] alone sells for 90 dollars.',
      'Pills with [EPA] and ALA were sold.',
      'A kilo has more of [EPA] and DPA than butter.',
      'The oil of algae is sold for [EPA] and DHA.',
    ));

  it('are agencies with one that is known, or with an article', () =>
    card(
      'environmental-protection-agency',
      'The [EPA] and NHTSA said so.',
      'Lawyers for [EPA] and NOAA met in court.',
    ));
});

describe('houses of a state', () => {
  const OHIO = 'Lawmakers of Ohio sat until midnight, and Gov. Mike DeWine waited.';
  it('are not those of the country', () =>
    nothing(
      `${OHIO} The [Senate] passed the bill.`,
      `${OHIO} It goes to the [House] on Monday.`,
      `${OHIO} The [House] speaker, Jason Stephens, was glad.`,
      `${OHIO} Farmers drove to the [Capitol] on tractors.`,
      'A clerk of the legislature in Boise, Idaho, found the paper. The [Senate] wants it back.',
      'BOISE, Idaho (AP) — The governor of Idaho signed what the [House of Representatives] had passed.',
    ));

  it('are those of the country where Congress is spoken of, or several states', () => {
    card('us-senate', `${OHIO} In Congress the [Senate] was slower.`);
    card('us-senate', 'Ohio, Texas and Florida have a new governor. The [Senate] is split.');
  });
});

describe('places in the names of houses', () => {
  it.each([
    ['q1490', 'The Tokyo Metropolitan Assembly sat until midnight.|[Tokyo] has no money.'],
    ['q1297', 'The Chicago Civic Federation was not asked.|[Chicago] has no money.'],
    ['q2256', 'She chairs the Birmingham Heart Trust.|[Birmingham] has no money.'],
    ['q65', 'The Los Angeles Sheriffs Guild wrote.|[Los Angeles] has no money.'],
    ['q90', 'He plays for the Grand Paris Orchestra.|[Paris] has no money.'],
  ])('%s stays one', (key, story) => {
    expect(opens(story)).toBe(keyIn(pack, key));
  });

  it('is none in the name of a person', () => nothing('Carl Houston drives the train.|Later [Houston] came.'));
});

describe('a state behind a firm', () => {
  it('is no branch of it behind a genitive', () => {
    card('q816', "TSMC's [Arizona] promise leaves questions.");
    card('q1166', "Ford's [Michigan] plant is shut.");
    nothing('Amazon [Germany] will hire.');
  });
});

describe('an “and” between two prepositions', () => {
  it('makes no list of towns', () => {
    card('q824', 'People had come from [Oregon] and from Mexico.');
    card('q1439', 'Trucks from [Texas] and from Canada were stopped.');
  });
});

describe('a place and a name right behind it', () => {
  it('are one name that nobody knows', () =>
    nothing(
      'China [Mobile] opened 400 shops.',
      'The shares of China [Southern] fell.',
      'The [Glasgow] Herald asked him.',
      'The Glasgow [Herald] asked him.',
      'The goalkeeper Jordan [London] saved it.',
      'The goalkeeper [Jordan] London saved it.',
      'The goalkeeper Jordan London saved it. [London] was named man of the match.',
    ));

  it('are two where one is in the other, behind a preposition, and of two countries', () => {
    card('q1439', 'Paris [Texas] has a tower of its own.');
    card('q478214', 'In Texas [Tesla] builds cars, and Elon Musk likes it.');
    card('q843', 'The India [Pakistan] border was shut.');
    card('q84', 'The goalkeeper Jordan London saved it. He was born in [London].');
  });
});

describe('another of the same house', () => {
  it('opens nothing by its number', () =>
    nothing(
      'The FTSE 100 rose. The midcap [FTSE 250] was little changed.',
      'The FTSE 100 fell, and so did the [FTSE 350].',
      'The FTSE 100 fell by more than the [FTSE 250] did.',
    ));

  it('is no number of points', () =>
    card(
      'ftse-100',
      'The FTSE 100 rose early. The [FTSE] 23 points higher: nobody had foreseen it.',
      'The [FTSE 100] fell.',
    ));
});

describe('a war of somebody', () => {
  it('is not the one that is called so', () => {
    card('q796', "British guns were used in [Iraq]'s war with Iran.", 'He fought in [Iraq]’s war against Iran.');
    expect(opens("It was [Vietnam's war], he said.")).not.toBe(keyIn(pack, 'q8740'));
    card('q545449', 'The [Iraq war] cost more.');
  });
});

describe('a state that has its name with a town', () => {
  it('has a capital', () => {
    card('q1384', 'Albany is the capital of [New York].');
    card('q1223', 'Olympia, the capital of [Washington], was flooded.');
    card('q61', 'The US capital, [Washington], was calm.');
  });

  it('says where a town lies behind “in”', () => {
    card('q830149', 'She flew to [Paris] in Texas.');
    card('q755420', 'He lives in [Athens] in Ohio.');
    nothing('A fire at [Boston] in Lincolnshire spread.', 'Lorries wait in [Athens] in Kent.');
    card('q1899', 'Troops in [Kyiv] in Ukraine slept.');
    card('q649', "He was in [Moscow] in Russia's interest.");
  });
});

describe('a town that is somebody’s name, too', () => {
  it('is meant behind a preposition of place, where it is the only one that is known', () => {
    card('q16556', 'The concert in [Phoenix] is sold out.', 'A flight from Boston to [Phoenix] was late.');
    card('q51693', 'A rocket stands near [Brownsville].');
  });

  it('is not under a former name, of several towns, or without one', () =>
    nothing('Camps grew again near [Stalingrad].', 'He spoke in [Springfield].', '[Phoenix] was late.'));
});
