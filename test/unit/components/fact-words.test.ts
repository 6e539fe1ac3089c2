/** The words of facts, with the real messages: no property leaves a reader with an empty line. */
import { describe, expect, it } from 'vitest';
import germanMessages from '../../../assets/public/_locales/de/messages.json';
import messages from '../../../assets/public/_locales/en/messages.json';
import { createText, fromMessages, lineWords, tieWords } from '../../../components/kit';
import { PROPERTY_NAMES, type PropertyName, propertyOf, type Wording } from '../../../lib/facts';

const text = createText('en-GB', fromMessages(messages));
const wording = (property: PropertyName, more: Partial<Wording> = {}): Wording => ({
  property,
  side: 'own',
  words: null,
  name: null,
  amount: null,
  ...more,
});
const line = (property: PropertyName, more?: Partial<Wording>) => lineWords(text, wording(property, more));
const tie = (property: PropertyName, more?: Partial<Wording>) => tieWords(text, wording(property, more));

/** What such a fact brings where it has no words: `sourceProblems` sees to it. */
const broughtBy = (property: PropertyName): Partial<Wording> =>
  ({
    entity: { name: 'Valdoria' },
    quantity: { amount: 7 },
    coordinates: {},
    none: {},
    words: { words: 'Free words' },
  })[propertyOf(property).value];
const withLine = PROPERTY_NAMES.filter((name) => propertyOf(name).line !== null);
const withEntity = PROPERTY_NAMES.filter((name) => propertyOf(name).value === 'entity');
/** Facts of these are refused without words: nothing else tells them. */
const WORDS_NEEDED: readonly PropertyName[] = ['related'];

describe('the words of a fact', () => {
  it.each(withLine)('are composed for %s, with all details of the fact', (property) => {
    const brought = broughtBy(property);
    const words = line(property, brought);
    expect(words).toMatch(/^\p{Lu}|^\d/u);
    expect(words).not.toMatch(/\$\d|undefined|null|\s$|^\s|\(\)/);
    for (const part of [brought.name, brought.words, brought.amount]) {
      if (part !== null && part !== undefined) expect(words).toContain(String(part));
    }
  });

  it.each(PROPERTY_NAMES.filter((name) => propertyOf(name).told !== undefined))(
    'are composed for %s on the other entity’s card, too, and begin with a capital',
    (property) => {
      expect(line(property, { side: 'told', name: 'European Union' })).toMatch(/^\p{Lu}.*European Union/u);
    },
  );

  it.each<[PropertyName, Wording['side'], string, string]>([
    ['joined', 'own', 'European Union', 'Joined the European Union'],
    ['joined', 'own', 'NATO', 'Joined NATO'],
    ['joined', 'told', 'United Kingdom', 'The United Kingdom joined'],
    ['joined', 'told', 'Finland', 'Finland joined'],
    ['left', 'own', 'Economic Community of West African States', 'Left the Economic Community of West African States'],
    ['captured-by', 'own', 'Rapid Support Forces', 'Taken by the Rapid Support Forces'],
    ['captured-by', 'told', 'Goma', 'Took Goma'],
    ['elected', 'own', 'President of the United States', 'Elected President of the United States'],
    ['owned-by', 'own', 'Adani Group', 'Owned by the Adani Group'],
    ['founded-in', 'own', 'Paris', 'Founded in Paris'],
  ])('for %s, on its %s card, have an English article: %s', (property, side, name, words) => {
    expect(line(property, { side, name })).toBe(words);
  });

  it('have no English article in another language', () => {
    const german = createText('de', fromMessages(germanMessages));
    expect(lineWords(german, wording('joined', { name: 'Europäische Union' }))).toBe('Beitritt: Europäische Union');
    expect(lineWords(german, wording('joined', { name: 'European Union' }))).toBe('Beitritt: European Union');
  });

  it('are taken from the fact itself if it brings some', () => {
    for (const property of withLine) {
      expect(line(property, { ...broughtBy(property), words: 'Said otherwise' })).toBe('Said otherwise');
    }
  });

  it.each<[PropertyName, number, string]>([
    ['population', 83_500_000, 'Population 83.5 million'],
    ['population', 91_567_738, 'Population 91.57 million'],
    ['population', 1_412_600_000, 'Population 1.413 billion'],
    ['population', 1_000_000, 'Population 1 million'],
    ['population', 999_999, 'Population 999,999'],
    ['population', 825, 'Population 825'],
    ['gdp', 4.03e12, 'GDP 4.03 trillion US dollars'],
    ['gdp', 29_184_890_000_000, 'GDP 29.18 trillion US dollars'],
    ['deaths', 1_200, '1,200 dead'],
    ['deaths', 0, '0 dead'],
  ])('for %s %i are written as a newspaper does', (property, amount, words) => {
    expect(line(property, { amount })).toBe(words);
  });

  it('for the holder of an office are the name alone on the card of the office, and the title before it on the card of what it heads', () => {
    expect(line('office', { side: 'told', name: 'Ada Morrow' })).toBe('Ada Morrow');
    expect(line('heads', { side: 'told', name: 'Ada Morrow', words: 'prime minister' })).toBe(
      'Prime minister: Ada Morrow',
    );
    expect(line('heads', { side: 'told', name: 'Ada Morrow' })).toBe('Ada Morrow');
    expect(line('held-by', { words: 'Ada Morrow' })).toBe('Ada Morrow');
    expect(line('office', { name: 'Prime Minister of Valdoria' })).toBe('Prime Minister of Valdoria');
  });

  it('mention what the fact mentions', () => {
    expect(line('award', { name: 'Nobel Peace Prize' })).toBe('Awarded the Nobel Peace Prize');
    expect(line('terrorist-to', { name: 'United States' })).toBe('Listed as terrorist (United States)');
    expect(line('wanted-by', { name: 'International Criminal Court' })).toBe(
      'Arrest warrant (International Criminal Court)',
    );
  });
});

describe('the words of a tie', () => {
  const sides = withEntity
    .filter(
      (property) => property !== 'office' && propertyOf(property).way !== 'no-tie' && !WORDS_NEEDED.includes(property),
    )
    .flatMap((property) => (['own', 'told'] as const).map((side) => [property, side] as const));

  it.each(sides)('are composed for %s, %s', (property, side) => {
    const words = tie(property, { side, name: 'Valdoria' });
    expect(words).toMatch(/^\p{Ll}/u);
    expect(words).not.toMatch(/\$\d/);
  });

  it('are taken from the fact itself if it brings some', () => {
    for (const [property, side] of sides) expect(tie(property, { side, words: 'deputy head' })).toBe('deputy head');
    for (const property of WORDS_NEEDED) expect(tie(property, { words: 'deputy head' })).toBe('deputy head');
  });

  it.each<PropertyName>([
    'heads', 'second-in', 'post-in', 'served-under', 'party', 'employer', 'plays-for', 'replaced-by', 'part-of', 'parent', 'owned-by', 'located-in',
    'signed-by', 'party-to', 'led-to', 'followed-by', 'settled', 'supported-by', 'made-by', 'funded-by', 'target', 'carried-out', 'ordered', 'won', 'lost', 'branch-of', 'forces-of', 'agency-of', 'award', 'terrorist-to', 'sanctioned-by', 'wanted-by',
  ])('say from which side %s is read if the reverse would be untrue', (property) => {
    expect(tie(property, { side: 'own' })).not.toBe(tie(property, { side: 'told' }));
  }); // biome-ignore format: one list
});
