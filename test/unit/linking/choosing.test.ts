/** Which of several is meant, and when no card is better than one: each decided by one thing in the story. */
import { describe, expect, it } from 'vitest';
import { linkStory } from '../../../lib/linking';
import type { Scorer } from '../../../lib/linking/evidence/scorer';
import { openPack, writePack } from '../../../lib/pack';
import { cards, link, smallPack, tie, world, worldWith } from './small-world';

const [someEntity, someForm] = [world.entities[0]!, world.forms[0]!];

describe('confidence', () => {
  it.each([
    [0.5, 0],
    [0.61, 0],
    [0.63, 1],
    [0.9, 1],
  ])('of %d makes %d cards', (confidence, cards) => {
    const score = Math.log(confidence / (1 - confidence));
    const sure: Scorer = {
      first: () => ({ fixed: score, spoken: [], open: [], mayLose: false, ofRelatedOnly: true }),
      inScene: () => 0,
      names: [],
      parts: () => [],
    };
    const story = {
      day: null,
      title: '',
      blocks: [{ id: 0, text: 'He went to Karsk.', role: 'body' as const }],
      memory: null,
    };
    const { mentions } = linkStory([smallPack], story, { refused: {}, muted: [], density: 'every' }, sure);
    expect(mentions).toHaveLength(cards);
  });
});

describe('of two entities with one name', () => {
  it('the one tied to others in the story is chosen', () => {
    // By a name that the tie does not speak of.
    const packs = worldWith({ facts: [tie('mercury-bank', 'world-health-league')] });
    expect(cards(['They spoke of Mercury.'], { packs })).toEqual([]);
    expect(cards(['The WHL met.', 'They spoke of Mercury.'], { packs })).toContain('Mercury → mercury-bank');
  });

  it('the one whose subject an earlier part of the page, or its title, mentions is chosen', () => {
    const told = 'Deposits and loans shrank in all branches, said the lender.';
    const spoke = ['They spoke of Mercury.'];
    expect(cards(spoke, { memory: link([told]).memory })).toEqual(['Mercury → mercury-bank']);
    expect(cards(spoke, { memory: link(['It rained.']).memory })).toEqual([]);
    const blocks = [{ id: 0, text: spoke[0]!, role: 'body' as const }];
    const titled = (title: string) =>
      linkStory([smallPack], { day: null, title, blocks, memory: null }, { refused: {}, muted: [], density: 'every' });
    expect(titled(told).mentions.map(({ entity }) => entity)).toEqual(['mercury-bank']);
    expect(titled('It rained').mentions).toEqual([]);
  });

  it('the one that is usually called so is chosen, if both belong to the place of the story', () => {
    const near = (entity: string) => ({ ...someForm, entity, form: 'Gala', use: 'company' as const, company: ['valdoria'] }); // biome-ignore format: one row a line
    const packs = worldWith({ forms: [near('gala'), near('river-brigade')] });
    expect(cards(['Valdoria voted.', 'They spoke of Gala.'], { packs })).toContain('Gala → gala');
  });
});

describe('a less known town of the same name', () => {
  const town = { ...someEntity, key: 'karsk-in-norland', name: 'Karsk in Norland', kind: 'place' as const };
  const lesser = { ...someForm, entity: town.key, form: 'Karsk', use: 'company' as const, company: ['norland'], weight: 0.01 }; // biome-ignore format: one row a line
  const packs = worldWith({ entities: [town], forms: [lesser] });
  const opened = (story: string) =>
    cards([story, 'They met in Karsk.'], { packs }).filter((card) => /^Karsk/.test(card));

  it('is chosen if its state is named', () => {
    expect(opened('Norland voted. Norland waits, and Norland counts.')).toEqual(['Karsk → karsk']);
  });
});

describe('a town whose name is an ordinary word', () => {
  const town = { ...someEntity, key: 'reading-town', name: 'Reading', kind: 'place' as const, gloss: 'Town in Norland' }; // biome-ignore format: one row a line
  const form = { ...someForm, entity: town.key, form: 'Reading', use: 'company' as const, company: ['norland'] };
  const packs = worldWith({ entities: [town], forms: [form], facts: [tie('reading-town', 'ada-morrow')] });
  const opened = (text: string, role: 'body' | 'heading') =>
    cards([[role, text]], { packs }).filter((card) => card.startsWith('Reading'));

  it('is linked after “in”, but not in a title-case headline', () => {
    expect(opened('The old choir sang there in Reading at noon.', 'body')).toEqual(['Reading → reading-town']);
    expect(opened('Ada Morrow Loses Her Interest in Reading', 'heading')).toEqual([]);
  });
});

it('no part of an ambiguous longer name is linked, even if it overlaps another such name', () => {
  const concept = (key: string, name: string) => ({ ...someEntity, key, name, kind: 'concept' as const });
  const twice = (name: string, key: string) => [concept(`one-${key}`, name), concept(`other-${key}`, name)];
  const packs = worldWith({ entities: [...twice('Upper Karsk', 'karsk'), ...twice('Karsk Norland', 'norland')] });
  const onKarsk = (text: string) => cards([text], { packs }).filter((card) => card.includes('Karsk'));
  expect(onKarsk('They spoke of Karsk again.')).toEqual(['Karsk → karsk']);
  expect(onKarsk('They spoke of Upper Karsk again.')).toEqual([]);
  expect(onKarsk('They spoke of Upper Karsk Norland again.')).toEqual([]);
});

describe('a surname alone', () => {
  it('in a headline means whoever is named in full first', () => {
    const inHeadline = (...story: string[]) =>
      cards([['heading', 'Hale speaks'], ...story]).includes('Hale → tom-hale');
    expect(inHeadline('Tom Hale came home.', 'Later Linus Hale left.')).toBe(true);
    expect(inHeadline('Linus Hale came home.', 'Later Tom Hale left.')).toBe(false);
  });

  it('is not linked if two people with it are in the story in full, whoever of them is tied to others in it', () => {
    const packs = worldWith({ facts: [tie('eva-hale', 'karsk'), tie('eva-hale', 'valdoria')] });
    const both = ['Karsk and Valdoria wept.', 'Tom Hale and Eva Hale came.', 'Hale said nothing.'];
    expect(cards(both, { packs }).join()).not.toContain('Hale → eva-hale,Hale');
    expect(cards(both, { packs })).not.toContain('Hale → eva-hale');
    expect(cards([both[0]!, 'Eva Hale came.', both[2]!], { packs })).toContain('Hale → eva-hale');
  });

  it('needs the full name, but not “Jr.” or “Sr.”', () => {
    const packs = worldWith({ forms: [{ ...someForm, entity: 'tom-hale', form: 'elder Hale', use: 'name' }] });
    expect(cards(['The elder Hale spoke.', 'Then Hale left.'], { packs })).toEqual(['elder Hale → tom-hale']);
    expect(cards(['Tom Hale spoke.', 'Then Hale left.'], { packs })).toContain('Hale → tom-hale');
  });

  it('means the person whom an earlier part of the page named in full', () => {
    const { memory } = link(['Tom Hale spoke.']);
    expect(cards(['Then Hale left.'], { memory })).toEqual(['Hale → tom-hale']);
    expect(cards(['Then Hale left.'], { memory: link(['It rained.']).memory })).toEqual([]);
    const byOffice = ['President Hale spoke.'];
    expect(cards([...byOffice, 'Then Hale left.'])).toEqual(['Hale → tom-hale']);
    expect(cards(['Then Hale left.'], { memory: link(byOffice).memory })).toEqual([]);
  });

  it('after the initial of another given name is not linked', () => {
    expect(cards(['Tom Hale came. Then Hale left.'])).toEqual(['Tom Hale → tom-hale', 'Hale → tom-hale']);
    expect(cards(['Tom Hale came. Then W. Hale left.'])).toEqual(['Tom Hale → tom-hale']);
    expect(cards(['Morrow, B. Orlo, C. Kelmar'])).toEqual(['Morrow → ada-morrow']);
    expect(cards(['A. Morrow, B. Orlo, C. Morrow'])).toEqual([]);
  });
});

describe('an office mention', () => {
  const office = { ...someEntity, key: 'norland-pm', name: 'Prime Minister of Norland', kind: 'office' as const };
  const packs = worldWith({ entities: [office] });
  it('does not mean a deputy', () => {
    expect(cards(['She is Prime Minister of Norland.'], { packs })).toEqual(['Prime Minister of Norland → norland-pm']);
    expect(cards(['She is Deputy Prime Minister of Norland.'], { packs })).toEqual(['Norland → norland']);
  });
});

describe('a form that needs context', () => {
  it('in lower case needs it in its own paragraph', () => {
    const packs = worldWith({ forms: [{ ...someForm, entity: 'river-brigade', form: 'brigade', use: 'company', company: ['valdoria'] }] }); // biome-ignore format: one row a line
    expect(cards(['Valdoria was angry at the brigade.'], { packs })).toContain('brigade → river-brigade');
    expect(cards(['Valdoria was angry.', 'They left the brigade.'], { packs })).toEqual(['Valdoria → valdoria']);
  });

  it('has it if two entities of a country occur in place of the country', () => {
    const norland = { ...someEntity, key: 'norland', name: 'Norland', gloss: 'Country in the north' };
    const entities = [...world.entities.filter(({ key }) => key !== 'norland'), norland];
    const facts = [tie('tom-hale', 'norland'), tie('gala', 'norland'), tie('tom-hale', 'norland-congress')];
    const packs = [openPack(writePack({ ...world, entities, facts }))];
    expect(cards(['Tom Hale spoke.', 'Then the Congress met.'], { packs })).toEqual(['Tom Hale → tom-hale']);
    expect(cards(['Tom Hale spoke of Gala.', 'Then the Congress met.'], { packs })).toContain(
      'Congress → norland-congress',
    );
  });

  it('that is an acronym may be something tied to it, in the same paragraph', () => {
    const packs = worldWith({
      forms: [{ ...someForm, entity: 'river-brigade', form: 'RVB', use: 'short' }],
      facts: [tie('river-brigade', 'tom-hale')],
    });
    expect(cards(['The RVB, led by Tom Hale, left.'], { packs })).toContain('RVB → river-brigade');
    expect(cards(['Tom Hale came.', 'The RVB left.'], { packs })).toEqual(['Tom Hale → tom-hale']);
  });

  it('cannot be its own context', () => {
    const ferry = { ...someEntity, key: 'water-hire-line', name: 'Water Hire Line', kind: 'company' as const, gloss: 'Ferry with boats and crews' }; // biome-ignore format: one row a line
    const packs = worldWith({
      entities: [ferry],
      forms: [{ ...someForm, entity: 'water-hire-line', form: 'WHL', use: 'short' }],
      facts: [tie('water-hire-line', 'world-health-league')],
    });
    const text = 'The WHL hired a ferry, two boats and their crews.';
    expect(cards([text], { packs })).toEqual(['WHL → world-health-league']);
  });
});

describe('a team named after a town', () => {
  const club = { ...someEntity, key: 'karsk-united', name: 'Karsk United', kind: 'team' as const };
  const form = { ...someForm, entity: 'karsk-united', form: 'Kelmar', use: 'company' as const, company: ['world-health-league'] }; // biome-ignore format: one row a line
  const packs = worldWith({ entities: [club], forms: [form] });
  const match = 'The referee blew for half-time; the coach, the goalkeeper and the midfielder left the pitch at 23-16.';

  it('is chosen if one of its players is in a story about sport', () => {
    expect(cards([match, 'Kelmar won in the last minute.'], { packs })).toEqual(['Kelmar → karsk-united']);
    expect(cards([match, 'It rained in Kelmar at noon.'], { packs })).toEqual([]);
    expect(cards(['It rained.', 'Kelmar won in the last minute.'], { packs })).toEqual([]);
  });
});

it('a name that rises and falls by percent is a price, without further context', () => {
  const form = { ...someForm, entity: 'gala', form: 'Kelmar', use: 'company' as const, company: ['valdoria'] };
  const packs = worldWith({ forms: [form] });
  expect(cards(['Shares of Kelmar rose 0.8 percent.'], { packs })).toEqual(['Kelmar → gala']);
  expect(cards(['Shares of Kelmar rose early.'], { packs })).toEqual([]);
});

describe('a company followed by a word for a title', () => {
  it.each(['Then Gala cut its price.', 'Owners of the former Gala cut its price.'])('is linked: %s', (text) => {
    expect(cards([text])).toEqual(['Gala → gala']);
  });

  it('is a person of that name after an honorific', () => {
    expect(cards(['Owners of Mrs. Gala cut the price.'])).toEqual([]);
  });
});

describe('a plus sign that changes the name', () => {
  const plus = { ...someEntity, key: 'gala-plus', name: 'Gala Plus', kind: 'company' as const };
  const packs = worldWith({ entities: [plus], forms: [{ ...someForm, entity: 'gala-plus', form: 'Gala+', use: 'name' }] }); // biome-ignore format: one row a line
  it.each([
    ['Then Gala cut its price.', 'Gala → gala'],
    ['Then Gala+ cut its price.', 'Gala → gala-plus'],
    ['Then Gala Plus cut its price.', 'Gala Plus → gala-plus'],
    ['Then Gala-plus cut its price.', 'Gala-plus → gala-plus'],
  ])('is respected: %s', (text, card) => {
    expect(cards([text], { packs })).toEqual([card]);
  });
});
