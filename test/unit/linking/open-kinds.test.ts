/** Kinds of errors that stood open on 30 November 2026, with the real tables, several of each kind: the right card, or none. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { openPack } from '../../../lib/pack';
import { expectOpens } from './expect-opens';
import { keyIn } from './gold-story';
import { whatOpens } from './what-opens';

const pack = openPack((await cachedPack()).bytes);

const opens = (marked: string, day = '2018-04-17') => whatOpens(pack, marked, day)?.entity ?? null;
const { nothing, card } = expectOpens(pack, opens);

describe('ships named after places', () => {
  it('are not linked after an article without a noun', () =>
    nothing(
      'Ferries sail from Seattle. The [Walla Walla] and the Yakima, built under President Nixon, must do.',
      'Ferries sail from Seattle. The Yakima and the [Walla Walla] must do.',
      'The [Baltimore] docked at noon with mail on its deck.',
      'The [Sydney] sank off the coast of Chile.',
      'A storm held the [Salt Lake City] in port for a week.',
      'The vessel [Cork] was towed to Chile.',
    ));

  it('do not affect the places themselves', () => {
    card('q5092', 'The [Baltimore] and Chicago offices closed.', 'The [Baltimore] needle works closed.');
    card('sydney', 'They reached [Sydney] by noon.', 'The [Sydney] docks were closed.');
  });
});

describe('drinks and dishes', () => {
  it('are not linked', () =>
    nothing(
      'A [Manhattan] wants rye and patience.',
      'A [Cuba] libre is rum and cola.',
      'A [Chicago] needs gin, bitters and a cold glass.',
      'They ate [Yorkshire] pudding with beef.',
      'A [Dundee] cake has almonds on it.',
      'A [Singapore] keeps well in a tall glass.',
    ));

  it('do not affect a noun after the article', () =>
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

  it('are not linked with a measure or in a compound of the word', () =>
    nothing(
      `${AGENCY} They came on roads on which [ICE] two inches thick was forecast.`,
      `${AGENCY} They came on roads with [ICE] about half an inch thick.`,
      `${AGENCY} They came on [ICE] trains from Houston.`,
      `${AGENCY} In the evening they played [ICE] hockey.`,
      `${AGENCY} They had been held up by [ICE] storms.`,
    ));

  it('are linked to the agency otherwise', () =>
    card('us-immigration-and-customs-enforcement', `${AGENCY} Trains with agents of [ICE] left Houston.`));
});

describe('companies whose first word is a place', () => {
  it('link no place in a hyphenated pair', () =>
    nothing(
      '[Georgia]-Pacific will restart a mill in Alabama.',
      'Georgia-[Pacific] will restart a mill in Alabama.',
      'A strike at [Georgia]-Pacific ended. Georgia-Pacific said that it would hire.',
      '[Boston]-Denver was sold to its managers.',
      '[Kansas]-Ohio said that it would cut jobs.',
    ));

  it('leave two places with a noun after them linked', () => {
    card('china', 'Trade talks between both were cut short. The US-[China] deal is dead.');
    card('mexico', 'The US-[Mexico] border was shut.');
  });
});

describe('a name that ends with a verb form', () => {
  it('is not linked to a waterfall', () => {
    nothing('When [Victoria falls], she gets up.', 'If [Niagara falls] again, the stable will sell the mare.');
    card('victoria-falls-place', 'They crossed the bridge at [Victoria Falls] in Zimbabwe.');
    card('victoria-falls-place', 'They flew over the [Victoria falls] in Zimbabwe.');
  });

  it('may sign a letter to the editor', () => {
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

  it('is the one named before, if nothing supports another', () => {
    expect(opens(`${TORONTO} The [mayor] was angry.`, day)).toBe(keyIn(pack, 'q1249752'));
    expect(opens(`${TORONTO} In Toronto the [mayor] was angry.`, day)).toBe(keyIn(pack, 'q1249752'));
  });
});

describe('towns in a list', () => {
  it('are in the state after it, even if the next name in the list has one', () => {
    expect(opens('Schools in [Paris], Odessa and El Campo in Texas won a prize.')).toBe(keyIn(pack, 'q830149'));
    nothing('Schools in [Athens], Lincoln and Boise in Idaho won a prize.');
  });
});

describe('the state of Washington', () => {
  it('is linked in lists of states, even beside one that shares its name with a small town', () => {
    card(
      'q1223',
      'A diver from Seattle found the hole. Oregon and [Washington] share one crane.',
      'A pass between Idaho and [Washington] was shut for Seattle.',
    );
  });

  it('is linked after its towns', () =>
    card(
      'q1223',
      'It is shown in Seattle, [Washington].',
      'A train to Spokane, [Washington], was late.',
      'He lives in Tacoma, [Washington], and paints.',
    ));

  it('gives way to the capital in a list of towns', () =>
    card('q61', 'London and [Washington] agreed.', 'He is at home in New York and [Washington].'));
});

describe('acronyms that may be acids', () => {
  it('are not agencies beside unknown letters without an article', () =>
    nothing(
      'The product is rich in [EPA] and DHA, fatty acids that salmon need.',
      'The product is rich in EPA and DHA, fatty acids. [EPA] alone sells for 90 dollars.',
      'Pills with [EPA] and ALA were sold.',
      'A kilo has more of [EPA] and DPA than butter.',
      'The oil of algae is sold for [EPA] and DHA.',
    ));

  it('are agencies beside a known one, or with an article', () =>
    card(
      'environmental-protection-agency',
      'The [EPA] and NHTSA said so.',
      'Lawyers for [EPA] and NOAA met in court.',
    ));
});

describe('chambers of a state parliament', () => {
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

  it('are those of the country if Congress, or several states, are mentioned', () => {
    card('us-senate', `${OHIO} In Congress the [Senate] was slower.`);
    card('us-senate', 'Ohio, Texas and Florida have a new governor. The [Senate] is split.');
  });
});

describe('places in the names of noble houses', () => {
  it.each([
    ['q1490', 'The Tokyo Metropolitan Assembly sat until midnight.|[Tokyo] has no money.'],
    ['q1297', 'The Chicago Civic Federation was not asked.|[Chicago] has no money.'],
    ['q2256', 'She chairs the Birmingham Heart Trust.|[Birmingham] has no money.'],
    ['q65', 'The Los Angeles Sheriffs Guild wrote.|[Los Angeles] has no money.'],
    ['q90', 'He plays for the Grand Paris Orchestra.|[Paris] has no money.'],
  ])('%s remains a place', (key, story) => {
    expect(opens(story)).toBe(keyIn(pack, key));
  });

  it('are not linked in the name of a person', () => nothing('Carl Houston drives the train.|Later [Houston] came.'));
});

describe('a state after a company', () => {
  it('does not make a branch of it after a genitive', () => {
    card('q816', "TSMC's [Arizona] promise leaves questions.");
    card('q1166', "Ford's [Michigan] plant is shut.");
    nothing('Amazon [Germany] will hire.');
  });
});

describe('“and” between two prepositional phrases', () => {
  it('does not make a list of towns', () => {
    card('q824', 'People had come from [Oregon] and from Mexico.');
    card('q1439', 'Trucks from [Texas] and from Canada were stopped.');
  });
});

describe('a place and a name right after it', () => {
  it('are one unknown name', () =>
    nothing(
      'China [Mobile] opened 400 shops.',
      'The shares of China [Southern] fell.',
      'The [Glasgow] Herald asked him.',
      'The Glasgow [Herald] asked him.',
      'The goalkeeper Jordan [London] saved it.',
      'The goalkeeper [Jordan] London saved it.',
      'The goalkeeper Jordan London saved it. [London] was named man of the match.',
    ));

  it('are two if one is in the other, after a preposition, and with two countries', () => {
    card('q1439', 'Paris [Texas] has a tower of its own.');
    card('q478214', 'In Texas [Tesla] builds cars, and Elon Musk likes it.');
    card('q843', 'The India [Pakistan] border was shut.');
    card('q84', 'The goalkeeper Jordan London saved it. He was born in [London].');
  });
});

describe('another member of a noble house', () => {
  it('is not linked by the number', () =>
    nothing(
      'The FTSE 100 rose. The midcap [FTSE 250] was little changed.',
      'The FTSE 100 fell, and so did the [FTSE 350].',
      'The FTSE 100 fell by more than the [FTSE 250] did.',
    ));

  it('is not confused with a number of points', () =>
    card(
      'ftse-100',
      'The FTSE 100 rose early. The [FTSE] 23 points higher: nobody had foreseen it.',
      'The [FTSE 100] fell.',
    ));
});

describe('a war named after its owner', () => {
  it('is not the one commonly called so', () => {
    card('q796', "British guns were used in [Iraq]'s war with Iran.", 'He fought in [Iraq]’s war against Iran.');
    expect(opens("It was [Vietnam's war], he said.")).not.toBe(keyIn(pack, 'q8740'));
    card('q545449', 'The [Iraq war] cost more.');
  });
});

describe('a state that shares its name with a town', () => {
  it('is meant in “the capital of …”', () => {
    card('q1384', 'Albany is the capital of [New York].');
    card('q1223', 'Olympia, the capital of [Washington], was flooded.');
    card('q61', 'The US capital, [Washington], was calm.');
  });

  it('shows where a town is after “in”', () => {
    card('q830149', 'She flew to [Paris] in Texas.');
    card('q755420', 'He lives in [Athens] in Ohio.');
    nothing('A fire at [Boston] in Lincolnshire spread.', 'Lorries wait in [Athens] in Kent.');
    card('q1899', 'Troops in [Kyiv] in Ukraine slept.');
    card('q649', "He was in [Moscow] in Russia's interest.");
  });
});

describe('a town that is also a surname', () => {
  it('is linked after a preposition of place, if it is the only known meaning', () => {
    card('q16556', 'The concert in [Phoenix] is sold out.', 'A flight from Boston to [Phoenix] was late.');
    card('q51693', 'A rocket stands near [Brownsville].');
  });

  it('is not linked under a former name, among several towns, or without a preposition', () =>
    nothing('Camps grew again near [Stalingrad].', 'He spoke in [Springfield].', '[Phoenix] was late.'));
});
