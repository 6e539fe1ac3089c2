/** Where a choice turns: the last case on the one side, and the first on the other. */
import { describe, expect, it } from 'vitest';
import { openPack, writePack } from '../../../lib/pack';
import { cards, link, tie, world, worldWith } from './small-world';

const [someEntity, someForm, someFact] = [world.entities[0]!, world.forms[0]!, world.facts[0]!];

describe('an acronym in brackets', () => {
  const republic = { ...someEntity, key: 'upper-karsk', name: 'Upper Karsk Republic', kind: 'place' as const };
  const packs = worldWith({ entities: [republic] });
  const later = (text: string, acronym: string) =>
    cards([text, `Then ${acronym} waited.`], { packs }).filter((card) => card.startsWith(acronym));

  it('stands for a place only if it has its initials', () => {
    expect(later('The Upper Karsk Republic (UKR) voted.', 'UKR')).toContain('UKR → upper-karsk');
    expect(later('The Upper Karsk Republic (NTV) voted.', 'NTV')).toEqual([]);
  });

  it('keeps its known meaning unless the name has more than half of its letters', () => {
    const known = (form: string) => ({ ...someForm, entity: 'world-health-league', form, use: 'name' as const });
    const meant = (acronym: string) =>
      cards([`The River Brigade (${acronym}) left.`, `Then ${acronym} waited.`], {
        packs: worldWith({ forms: [known(acronym)] }),
      }).at(-1);
    expect(meant('RBRX')).toBe('RBRX → river-brigade');
    expect(meant('RBXY')).toBe('RBXY → world-health-league');
  });

  it('means what this part of the page explains, not what an earlier part did', () => {
    const { memory } = link(['The World Health League (WHL) met.']);
    expect(cards(['Then the WHL waited.'], { memory })).toEqual(['WHL → world-health-league']);
    expect(cards(['The Winter Harbour Line (WHL) sank.', 'Then the WHL waited.'], { memory })).toEqual([]);
  });
});

describe('a person who died long ago', () => {
  const life = (property: 'born' | 'died', day: string) => ({ ...someFact, entity: 'ada-morrow', property, words: null, start: day, end: day }); // biome-ignore format: one row a line
  const packs = [openPack(writePack({ ...world, facts: [life('born', '1900-05-01'), life('died', '1969-05-01')] }))];

  it('is quoted only in a story that names a year of that life, the first and the last included', () => {
    const isQuoted = (year: number) =>
      cards([`It rained in ${year}.`, '“It shook,” said Ada Morrow.'], { packs }).length > 0;
    expect([1899, 1900, 1969, 1970].map(isQuoted)).toEqual([false, true, true, false]);
  });
});

describe('an age after a name', () => {
  const born = { ...someFact, entity: 'ada-morrow', property: 'born' as const, words: null, start: '1970-05-01', end: '1970-05-01' }; // biome-ignore format: one row a line
  const packs = [openPack(writePack({ ...world, facts: [born] }))];

  it('may differ from the person’s by two years, not by three', () => {
    expect(cards(['Ada Morrow, 47, left on Monday.'], { packs })).toEqual(['Ada Morrow → ada-morrow']);
    expect(cards(['Ada Morrow, 46, left on Monday.'], { packs })).toEqual([]);
  });
});

describe('a town before a state of its country', () => {
  const country = { ...someEntity, key: 'ondarra', name: 'Ondarra', gloss: 'Country in the north' };
  const state = { ...someEntity, key: 'velmora', name: 'Velmora', gloss: 'State of Ondarra' };
  const opened = (gloss: string) => {
    const town = { ...someEntity, key: 'kelmar', name: 'Kelmar', gloss };
    const packs = worldWith({ entities: [country, state, town] });
    return cards(['The choir sang in Kelmar, Velmora, at noon.'], { packs }).filter((card) => /^Kelmar/.test(card));
  };

  it('may lie in that state unless it is the national capital', () => {
    expect(opened('City in Ondarra')).toEqual(['Kelmar → kelmar']);
    expect(opened('Capital of Ondarra')).toEqual([]);
  });
});

it('the reason on a card is that of its own occurrence if the words beside it decided', () => {
  const town = { ...someEntity, key: 'gala-town', name: 'Gala', kind: 'place' as const };
  const form = { ...someForm, entity: town.key, form: 'Gala', use: 'name' as const };
  const packs = worldWith({ entities: [town], forms: [form], facts: [tie('gala-town', 'karsk')] });
  const reasons = (...story: string[]) =>
    link(story, { packs }).mentions.flatMap(({ entity, evidence }) => (entity === town.key ? [evidence] : []));
  const [beside, inStory] = [
    { type: 'place', before: 'in' },
    { type: 'words', words: ['Karsk'] },
  ];
  expect(reasons('Karsk wept. They met in Gala.', 'Later Gala voted.')).toEqual([beside, inStory]);
  expect(reasons('Karsk wept.', 'Later Gala voted.', 'They met in Gala.')).toEqual([inStory, inStory]);
});
