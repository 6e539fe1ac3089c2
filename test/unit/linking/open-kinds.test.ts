/** Kinds of errors that stood open on 30 November 2026, with the real tables, several of each kind: the right card, or none. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { linkStory } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { keyIn } from './gold-story';

const pack = openPack((await cachedPack()).bytes);

/** What the words in brackets open; null: no card. Blocks are parted by `|`. */
function opens(marked: string, day = '2018-04-17'): string | null {
  const texts = marked.split('|');
  const block = texts.findIndex((text) => text.includes('['));
  const start = texts[block]?.indexOf('[') ?? -1;
  const end = (texts[block]?.indexOf(']') ?? 0) - 1;
  const blocks = texts.map((text, id) => ({ id, text: text.replace(/[[\]]/g, ''), role: 'body' as const }));
  const { mentions } = linkStory(
    [pack],
    { day, title: '', language: 'en', blocks, memory: null },
    { refused: {}, muted: [], density: 'every' },
  );
  return mentions.find((one) => one.block === block && one.start < end && start < one.end)?.entity ?? null;
}

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
