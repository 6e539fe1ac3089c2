/** Names of German stories: German words beside the name, held against what is told in English, in German, or in both. */
import { describe, expect, it } from 'vitest';
import { readItems, titlesOf, toRows } from '../../../lib/lookup';
import { answer, at, entity, is, person, span, timeSnak } from './shapes';
import { knows, labels, TODAY, verdict } from './world';

const NAME = 'Ada Brunnvik';
const who = (...roles: string[]) => ({ kind: 'person' as const, roles });
const ada = (description: string, more: Parameters<typeof person>[1] = {}) =>
  person('Q901', { label: NAME, description, title: NAME, ...more });

describe('a German description in a story', () => {
  it.each([
    ['a trade, in English', ['politikerin'], ada('Zendrian politician'), 'sure'],
    ['a compound of it', ['bundessozialministerin'], ada('Zendrian politician'), 'sure'],
    ['its genitive', ['ministers'], ada('Zendrian politician'), 'sure'],
    [
      'a player',
      ['sturmerin'],
      ada('Zendrian association football player', { claims: { P106: [is('Q937857')] } }),
      'sure',
    ],
    ['a post of a trade', ['oberstaatsanwaltin'], ada('Zendrian lawyer'), 'sure'],
    ['the very words, in German', ['deichgrafin'], ada('', { german: [NAME, 'zendrische Deichgräfin'] }), 'sure'],
    [
      'a word of the same field, in German',
      ['autorin'],
      ada('', { german: [NAME, 'zendrische Schriftstellerin'] }),
      'sure',
    ],
    ['another field', ['sturmer'], ada('Zendrian politician'), 'none'],
    ['another field, in German', ['torwart'], ada('', { german: [NAME, 'deutscher Politiker'] }), 'none'],
    ['another game', ['handballspielerin'], ada('Zendrian tennis player'), 'none'],
    ['a trade of somebody whom no encyclopedia knows', ['dachdecker'], ada('Zendrian politician'), 'none'],
    ['who paints pictures', ['malerin'], ada('Zendrian painter'), 'sure'],
    ['a word that many bear', ['sprecherin'], ada('Zendrian politician'), 'only'],
    ['a compound of a word that many bear', ['polizeisprecherin'], ada('Zendrian politician'), 'only'],
    ['a compound that says more', ['ruckenschwimmerin'], ada('Zendrian swimmer'), 'sure'],
    ['a compound of it, of another field', ['polizeisprecherin'], ada('Zendrian swimmer'), 'none'],
    ['a woman whose trade ends in an e', ['biologin'], ada('Zendrian biologist'), 'sure'],
    ['who mediates, and does not investigate', ['vermittlerin'], ada('Zendrian diplomat'), 'sure'],
    ['who reads the news', ['nachrichtensprecherin'], ada('Zendrian journalist'), 'sure'],
    ['who plays in defence', ['rechtsverteidigerin'], ada('Zendrian footballer'), 'sure'],
    ['who defends in court', ['strafverteidigerin'], ada('Zendrian footballer'), 'none'],
    ['who strives beside somebody, and does not ride', ['mitstreiterin'], ada('Zendrian jockey'), 'only'],
    ['who stands up for something, and does not fence', ['verfechterin'], ada('Zendrian taekwondo athlete'), 'only'],
    ['who goes along, and leads nothing', ['begleiterin'], ada('Zendrian banker'), 'only'],
    ['a rank, and no supreme court', ['general'], ada('', { german: [NAME, 'Richterin am Obersten Gericht'] }), 'none'],
    ['the head of something', ['vorsitzende'], ada('Zendrian judge'), 'only'],
    ['the head of something, and a star', ['vorsitzende'], ada('Zendrian swimmer'), 'none'],
    ['a word that says nothing', ['kollegin'], ada('Zendrian politician'), 'only'],
  ])('%s', (_, roles, item, expected) => {
    expect(verdict(NAME, who(...roles), item)).toBe(expected);
  });

  it('is understood as German, even if English has the word, too', () => {
    const head = ada('Zendrian manager');
    expect(verdict(NAME, { ...who('chef'), language: 'de' }, head)).toBe('only');
    expect(verdict(NAME, { ...who('chef'), language: 'en' }, head)).toBe('none');
    const group = entity('Q904', { label: 'Zendra', description: 'organisation in Skerry', title: 'Zendra' });
    expect(verdict('Zendra', { kind: 'body', roles: ['initiative'], language: 'de' }, group)).toBe('sure');
    expect(verdict('Zendra', { kind: 'body', roles: ['initiative'], language: 'en' }, group)).toBe('none');
  });

  it('may be about the past', () => {
    const dead = ada('', { german: [NAME, 'zendrische Politikerin'], claims: { P570: [at('1936')] } });
    expect(verdict(NAME, who('politikerin'), dead)).toBe('none');
    expect(verdict(NAME, who('fruhere politikerin'), dead)).toBe('only');
    expect(verdict(NAME, who('alt bundesratin'), dead)).toBe('only');
    // An age is not the past.
    expect(verdict(NAME, { ...who('politikerin'), says: ['die 34 Jahre alt ist'] }, dead)).toBe('none');
    const was = ada('', { claims: { P39: [is('Q5001', { qualifiers: span(timeSnak('2001'), timeSnak('2005')) })] } });
    expect(verdict(NAME, who('ehemalige ministerin'), was)).toBe('sure');
  });

  it('may be of a thing', () => {
    const works = entity('Q902', {
      label: 'Zendra',
      german: ['Zendra', 'zendrisches Unternehmen mit Sitz in Skerry'],
      title: 'Zendra',
    });
    expect(verdict('Zendra', { kind: 'body', roles: ['drohnenhersteller'] }, works)).toBe('sure');
    expect(verdict('Zendra', { kind: 'body', roles: ['fussballverein'] }, works)).toBe('none');
    expect(verdict('Zendra', { kind: 'place', roles: ['stadt'] }, works)).toBe('none');
    const town = entity('Q903', {
      label: 'Skerrybeck',
      german: ['Skerrybeck', 'Kleinstadt in Zendrien'],
      title: 'Skerrybeck',
    });
    expect(verdict('Skerrybeck', { kind: 'place', roles: ['ort'] }, town)).toBe('sure');
  });

  it('may come before the name', () => {
    const called = (label: string) =>
      verdict(
        label,
        { kind: 'body' },
        entity('Q930', { german: [label, 'Einrichtung in Skerry'], title: label, claims: { P31: [is('Q43229')] } }),
      );
    expect(called('Universität Skerry')).toBe('sure');
    expect(called('Partei der Arbeit')).toBe('only');
  });
});

describe('the German name of an item', () => {
  const LANGUAGES = ['en', 'mul', 'de'];
  const WIKIS = [
    { site: 'enwiki', prefix: '' },
    { site: 'dewiki', prefix: 'de:' },
  ];
  const rows = (json: ReturnType<typeof entity>) =>
    toRows([...readItems(answer(json), LANGUAGES, WIKIS).values()][0]!, { labels, knows, today: TODAY })!;

  it('is used if there is no other, with an article if there is one', () => {
    const { entity: row } = rows(
      person('Q901', { german: [NAME, 'seit 2021 zendrische Ministerin'], germanTitle: 'Ada Brunnvik (Politikerin)' }),
    );
    expect(row).toMatchObject({
      name: NAME,
      gloss: 'Zendrische Ministerin',
      wikipedia: 'de:Ada Brunnvik (Politikerin)',
    });
    expect(rows(ada('judge', { german: [NAME, 'Richterin'], germanTitle: NAME })).entity).toMatchObject({
      gloss: 'Judge',
      wikipedia: NAME,
    });
  });

  it('is linked in German texts only', () => {
    const lake = entity('Q905', {
      label: 'Lake Skerry',
      german: ['Skerrysee', 'See in Zendrien', 'Großer Skerrysee', 'Das Meer'],
      description: 'lake in Zendria',
      aliases: ['Skerry Water'],
    });
    expect(rows(lake).forms.map(({ form, use, language }) => [form, use, language])).toEqual([
      ['Skerry Water', 'name', undefined],
      ['Skerrysee', 'name', 'de'],
      ['Großer Skerrysee', 'name', 'de'],
    ]);
  });
});

describe('labels in another language', () => {
  const formsOf = (json: ReturnType<typeof entity>) =>
    toRows([...readItems(answer(json), ['en', 'mul', 'de']).values()][0]!, { labels, knows, today: TODAY })!.forms.map(
      ({ form, use, language }) => [form, use, language],
    );

  it('become aliases if they equal the English label, and no surname alone becomes a name', () => {
    const german = [NAME, 'Richterin', 'Brunnvik', 'A. Brunnvik', 'Brunnvik, Ada', 'Ada Marie Brunnvik'] as const;
    expect(formsOf(ada('judge', { german }))).toEqual([['Ada Marie Brunnvik', 'name', 'de']]);
  });

  it('become names even if the tables have them as an alias that is not linked', () => {
    const town = { label: 'Skerryport', description: 'town in Zendria' };
    const german = ['Skerryhafen', 'Stadt'] as const;
    expect(formsOf(entity('Q905', { ...town, aliases: ['Skerryhafen'], german }))).toEqual([
      ['Skerryhafen', 'name', 'de'],
    ]);
  });
});

describe('titles requested from the German Wikipedia', () => {
  const titles = (name: string, ...roles: string[]) => {
    return titlesOf([{ name, kind: null, roles }], 'de').get(name);
  };

  it.each<[string[], string | undefined]>([
    [['bundesminister', 'minister'], 'Politiker'],
    [['grunen politikerin', 'politikerin'], 'Politikerin'],
    [['sturmer'], 'Fußballspieler'],
    [['okonomin'], 'Ökonomin'],
    [['pfarrerin'], 'Theologin'],
    [['drohnenhersteller'], 'Unternehmen'],
    [['striker'], 'Fußballspieler'],
    [['kollege'], undefined],
  ])('include the brackets usual there: %s', (roles, bracket) => {
    const [own, second] = titles(NAME, ...roles) ?? [];
    expect(own).toBe(NAME);
    expect(second).toBe(bracket && `${NAME} (${bracket})`);
  });

  it('are in English for the English one, whatever the story’s language', () => {
    expect(titlesOf([{ name: NAME, kind: null, roles: ['politikerin'] }], 'en').get(NAME)).toEqual([
      NAME,
      `${NAME} (politician)`,
    ]);
  });
});
