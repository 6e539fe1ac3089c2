/** What no evidence can outweigh, one test a condition of lib/linking/conditions.ts. */
import { describe, expect, it } from 'vitest';
import { openPack, type Pack, writePack } from '../../../lib/pack';
import { cards, world } from './small-world';

const [first] = world.facts;
const withTreaty = openPack(
  writePack({
    ...world,
    facts: [
      ...world.facts,
      {
        ...first!,
        entity: 'harbour-pact',
        property: 'signed',
        words: null,
        value: null,
        start: '2020-05-01',
        end: null,
      },
    ],
  }),
);

describe('a condition', () => {
  it('noLanguage: a demonym used as the name of a language is not linked to the country', () => {
    expect(cards(['She answered in Valdorian.'])).toEqual([]);
    expect(cards(['She met a Valdorian.'])).toEqual(['Valdorian → valdoria']);
  });

  it('nobodyElse: part of an unknown person’s name is not linked', () => {
    expect(cards(['Ada Morrow left.', 'A teacher, Morrow Marshall, wept.'])).toEqual(['Ada Morrow → ada-morrow']);
    expect(cards(['Ada Morrow left.', 'A teacher, Linda Morrow, wept.'])).toEqual(['Ada Morrow → ada-morrow']);
  });

  it('noPartOfPerson: a bridge named after a known person is not linked to somebody whose name is its beginning', () => {
    const hale = world.entities.find(({ key }) => key === 'tom-hale')!;
    const kelmar = { ...hale, key: 'tom-hale-kelmar', name: 'Tom Hale Kelmar' };
    const packs = [openPack(writePack({ ...world, entities: [...world.entities, kelmar] }))];
    expect(cards(['Tom Hale Kelmar wept.'], { packs })).toEqual(['Tom Hale Kelmar → tom-hale-kelmar']);
    expect(cards(['Tom Hale wept.'], { packs })).toEqual(['Tom Hale → tom-hale']);
    expect(cards(['The Tom Hale Kelmar bridge was shut.'], { packs })).toEqual([]);
  });

  describe('isBareTitle: a title that passes from one holder to the next', () => {
    const died = (day: string) =>
      openPack(
        writePack({
          ...world,
          forms: [...world.forms, { ...world.forms[0]!, entity: 'tom-hale', form: 'Prince of Karsk', use: 'name' }],
          facts: [{ ...first!, entity: 'tom-hale', property: 'died', words: null, value: null, start: day, end: day }],
        }),
      );
    const prince = 'Prince of Karsk → tom-hale';
    const opened = (story: readonly string[], pack: Pack) => cards(story, { packs: [pack], day: '2020-02-01' });

    it('is not linked by itself, but to its holder if the story has the name', () => {
      const lately = died('2020-01-05');
      expect(opened(['Then the Prince of Karsk left.'], lately)).not.toContain(prince);
      expect(opened(['Tom Hale wept.', 'Then the Prince of Karsk left.'], lately)).toContain(prince);
    });

    it('is linked to a historical holder', () => {
      expect(opened(['A statue of the Prince of Karsk fell.'], died('1852-09-14'))).toEqual([prince]);
    });
  });

  it('begunByThen: something that begins more than two years after the story is not linked', () => {
    const text = ['They spoke of the Harbour Pact.'];
    expect(cards(text, { day: '2018-06-01', packs: [withTreaty] })).toEqual(['Harbour Pact → harbour-pact']);
    expect(cards(text, { day: '2018-04-01', packs: [withTreaty] })).toEqual([]);
  });

  it('companyInStory: the context of a form may be a mention that was itself linked only because of its context', () => {
    const raid = {
      ...world.forms[0]!,
      entity: 'karsk-strike',
      form: 'night raid',
      use: 'company',
      company: ['harbour-pact'],
    } as const;
    const packs = [openPack(writePack({ ...world, forms: [...world.forms, raid] }))];
    const story = ['Valdoria was angry.', 'They left the harbour deal.', 'Then the night raid came.'];
    expect(cards(story, { packs })).toEqual([
      'Valdoria → valdoria',
      'harbour deal → harbour-pact',
      'night raid → karsk-strike',
    ]);
    expect(cards(story.slice(1), { packs })).toEqual([]);
  });
});
