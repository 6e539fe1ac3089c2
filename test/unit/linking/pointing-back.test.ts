/** "The militia", "the president": what may be meant stands before, and nothing else may. */
import { describe, expect, it } from 'vitest';
import { offices } from '../../../lib/language';
import { openPack, writePack } from '../../../lib/pack';
import { cards, world } from './small-world';

const GUARD = "The People's Guard Force moved.";
const guard = (found: readonly string[]) => found.filter((card) => card.endsWith('→ peoples-guard-force')).slice(1);
const POINTS = ['militia → peoples-guard-force'];

describe('a noun that points back', () => {
  it('may mean an unknown entity that was named in between', () => {
    expect(guard(cards([GUARD, 'Then it rained.', 'Later the militia fired.']))).toEqual(POINTS);
    expect(guard(cards([GUARD, 'Then the Kelmar Union answered.', 'Later the militia fired.']))).toEqual([]);
  });

  it('is not affected by an unknown entity named before', () => {
    expect(guard(cards(['Then the Kelmar Union answered.', GUARD, 'Later the militia fired.']))).toEqual(POINTS);
  });

  it('does not mean something mentioned only by an adjective', () => {
    const adjective = { ...world.forms[0]!, entity: 'river-brigade', form: 'Brigadine', use: 'demonym' as const };
    const packs = [openPack(writePack({ ...world, forms: [...world.forms, adjective] }))];
    const wore = 'They wore Brigadine boots.';
    expect(cards([wore, 'Later the militia fired.'], { packs })).toEqual(['Brigadine → river-brigade']);
    expect(guard(cards([GUARD, wore, 'Later the militia fired.'], { packs }))).toEqual(POINTS);
  });

  it('is not affected by an ordinary word at the beginning of its sentence', () => {
    expect(guard(cards([GUARD, 'Smoke rose.', 'Later the militia fired.']))).toEqual(POINTS);
  });

  it('is not linked beside the name itself', () => {
    expect(guard(cards(["The People's Guard Force, the militia behind it, moved."]))).toEqual([]);
  });

  it('may mean another of the same kind named after it', () => {
    expect(guard(cards([GUARD, 'The World Health League answered.', 'Later the militia fired.']))).toEqual([]);
    expect(guard(cards([GUARD, 'Karsk was quiet.', 'Later the militia fired.']))).toEqual(POINTS);
  });

  it('is not linked if two were named before', () => {
    const story = ['The River Brigade slept.', GUARD, 'It began when the militia fired.'];
    expect(cards(story)).toHaveLength(2);
  });

  it('means the subject of its own paragraph, even if another was named before', () => {
    const story = ['The River Brigade slept.', `${GUARD} It began when the militia fired.`];
    expect(guard(cards(story))).toEqual(POINTS);
  });

  it.each([
    'For the People’s Guard Force it was late.',
    'From People’s Guard Force came a letter.',
    'A cook who had been up all night saw the People’s Guard Force.',
  ])('is not linked if the paragraph is not about the entity in it: %s', (opening) => {
    expect(guard(cards(['The River Brigade slept.', `${opening} It began when the militia fired.`]))).toEqual([]);
  });

  it('means the subject behind three words, not behind four', () => {
    const story = (opening: string) => [
      'The River Brigade slept.',
      `${opening} the People’s Guard Force moved. It began when the militia fired.`,
    ];
    expect(guard(cards(story('On Monday')))).toEqual(POINTS);
    expect(guard(cards(story('Late on Monday')))).toEqual([]);
  });

  it('is not linked if two are the subject together', () => {
    const both = "River Brigade and People's Guard Force met.";
    expect(guard(cards([`${both} It began when the militia fired.`]))).toEqual([]);
    const one = "Karsk and People's Guard Force met.";
    expect(guard(cards([`${one} It began when the militia fired.`]))).toEqual(POINTS);
  });

  it('means the entity tied to the speaker', () => {
    const story = [
      "The People's Guard Force met the River Brigade.",
      'Abu Karim al-Muhandis said that the militia was tired.',
    ];
    expect(guard(cards(story))).toEqual(POINTS);
    expect(guard(cards([story[0]!, 'Ada Morrow said that the militia was tired.']))).toEqual([]);
  });

  it('is not linked if several are tied to the speaker, or the sentence names another', () => {
    const both = "The People's Guard Force met the River Brigade.";
    const [tie] = world.facts.filter(({ value }) => value === 'peoples-guard-force');
    const packs = [openPack(writePack({ ...world, facts: [...world.facts, { ...tie!, value: 'river-brigade' }] }))];
    const said = [both, 'Abu Karim al-Muhandis said that the militia was tired.'];
    expect(cards(said, { packs }).filter((card) => card.startsWith('militia'))).toEqual([]);
    const knew = [both, 'Abu Karim al-Muhandis said that the River Brigade saw how the militia fled.'];
    expect(cards(knew).filter((card) => card.startsWith('militia'))).toEqual([]);
  });

  it.each([
    ['that goes on', 'Later the militia of a rival fired.'],
    ['in front of a name', 'Later the militia Kelmar fired.'],
    ['with a hyphen', 'Later the militia-led council fired.'],
    ['with its name behind a comma', 'Later the militia, Kelmar Union, fired.'],
    ['that is denied', 'It was not the militia that fired, but not the militia alone.'],
    ['with another article', 'Later a militia fired.'],
  ])('%s belongs to another', (_, text) => {
    expect(guard(cards([GUARD, text]))).toEqual([]);
  });

  it('for a place is too vague to be linked', () => {
    const nouns = world.entities.map((one) => (one.key === 'karsk' ? { ...one, nouns: ['city'] } : one));
    const packs = [openPack(writePack({ ...world, entities: nouns }))];
    expect(cards(['Karsk was quiet.', 'Later the city slept.'], { packs })).toEqual(['Karsk → karsk']);
  });
});

describe('an office that points back', () => {
  const spoke = 'Ada Morrow spoke.';
  const later = 'Later the president left.';
  const rain = (blocks: number) => Array(blocks).fill('It rained.');
  const points = (story: readonly string[], day: string | null = '2020-02-01') =>
    cards(story, { day }).filter((card) => card.startsWith('president →'));

  it('reaches five blocks back, not six', () => {
    expect(points([spoke, ...rain(4), later])).toEqual(['president → ada-morrow']);
    expect(points([spoke, ...rain(5), later])).toEqual([]);
  });

  it('reaches over any number of places named in between', () => {
    expect(points([spoke, `They saw ${Array(20).fill('Karsk').join(', ')}.`, later])).toEqual([
      'president → ada-morrow',
    ]);
  });

  it('with two words is one office', () => {
    const minister = { ...world.facts[0]!, words: 'Prime Minister of Valdoria' };
    const packs = [openPack(writePack({ ...world, facts: [minister] }))];
    expect(cards([spoke, 'Later the prime minister left.'], { packs })).toContain('prime minister → ada-morrow');
  });

  it('means nobody in a story without a day', () => {
    expect(points([spoke, later], null)).toEqual([]);
  });

  it('means nobody on the day after the term ended', () => {
    expect(points([spoke, later], '2021-01-20')).toEqual(['president → ada-morrow']);
    expect(points([spoke, later], '2021-01-21')).toEqual([]);
  });

  it('with several holders means the one in its own paragraph', () => {
    expect(points(['Tom Hale slept.', `${spoke} ${later}`])).toEqual(['president → ada-morrow']);
    expect(points(['Tom Hale slept.', spoke, later])).toEqual([]);
    expect(points([`Tom Hale met Ada Morrow. ${later}`])).toEqual([]);
  });

  it('of a town does not point to the mayor of another town', () => {
    const [first, second] = world.facts;
    const mayor = { ...first!, words: 'Mayor of Karsk' };
    const home = { ...second!, entity: 'ada-morrow', property: 'related' as const, value: 'karsk', words: 'home', start: null, end: null }; // biome-ignore format: one row a line
    const packs = [openPack(writePack({ ...world, facts: [mayor, home] }))];
    const left = (text: string) => cards([spoke, text], { packs }).filter((card) => card.startsWith('mayor →'));
    const hers = ['mayor → ada-morrow'];
    expect(left('Later the mayor left.')).toEqual(hers);
    expect(left('In Karsk the mayor left.')).toEqual(hers);
    expect(left('In Norland the mayor left.')).toEqual([]);
    expect(left('Later the mayor in Norland left.')).toEqual([]);
    expect(left('Norland waits. Later the mayor left.')).toEqual(hers);
  });

  it('has a title that begins no other title', () => {
    const { named } = offices;
    expect(named.filter((one) => named.some((other) => other.startsWith(`${one} `)))).toEqual([]);
  });

  it('points to its holder before a relative clause', () => {
    expect(points([spoke, 'Later the president, who was late, left.'])).toEqual(['president → ada-morrow']);
  });

  it('may belong to an unknown person in this story', () => {
    expect(points([spoke, 'Then President Joana Kelmar wept.', later])).toEqual([]);
    expect(points([spoke, 'Then General Joana Kelmar wept.', later])).toEqual(['president → ada-morrow']);
  });

  it('with two words may belong to an unknown person, too', () => {
    const minister = { ...world.facts[0]!, words: 'Prime Minister of Valdoria' };
    const packs = [openPack(writePack({ ...world, facts: [minister] }))];
    const story = (title: string) => [spoke, `Then ${title} Joana Kelmar wept.`, 'Later the prime minister left.'];
    expect(cards(story('Prime Minister'), { packs })).toEqual(['Ada Morrow → ada-morrow']);
    expect(cards(story('General'), { packs })).toContain('prime minister → ada-morrow');
  });

  it('is linked once if the tables know the word by itself', () => {
    const office = { ...world.entities[0]!, key: 'presidency', name: 'President of Valdoria', kind: 'office' as const };
    const form = { ...world.forms[0]!, entity: 'presidency', form: 'president', use: 'company' as const, company: ['valdoria'] }; // biome-ignore format: one row a line
    const packs = [
      openPack(writePack({ ...world, entities: [...world.entities, office], forms: [...world.forms, form] })),
    ];
    const found = cards([spoke, 'Valdoria waits for the president.'], { packs });
    expect(found.filter((card) => card.startsWith('president →'))).toEqual(['president → presidency']);
  });

  it.each([
    ['of another country', 'Later the president of Elbonia left.'],
    ['that is denied', 'She is not the president today.'],
    ['with a name behind a comma', 'Later the president, Joana Kelmar, left.'],
    ['of a deputy', 'Later the vice president left.'],
    ['that is part of a longer word', 'Later the president-elect left.'],
    ['behind a sentence that broke off', 'It began with “the …” President or not, she went on.'],
  ])('%s belongs to another', (_, text) => {
    expect(points([spoke, text])).toEqual([]);
    expect(cards([spoke, text]).filter((card) => card.endsWith('ada-morrow'))).toHaveLength(1);
  });
});
