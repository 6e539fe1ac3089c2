/** Who may be meant, and who not. Long because every guard has an item that passes it and one that does not. */
import { describe, expect, it } from 'vitest';
import { chooseItem, type Item, readItems } from '../../../lib/lookup';
import { answer, at, claim, entity, is, person, someValue, span, timeSnak } from './shapes';
import { knows, labels, lookUp, TODAY, verdict } from './world';

const NAME = 'Ada Brunnvik';
const ada = (description: string, claims: Readonly<Record<string, readonly object[]>> = {}, label = NAME) =>
  person('Q901', { label, description, title: label, claims });
const minister = (...roles: string[]) => ({ kind: 'person' as const, roles });

describe('the description beside a name', () => {
  it.each([
    ['the very words of the description', ['judge'], ada('Zendrian judge'), 'sure'],
    ['a word of the same field', ['lawmaker'], ada('Zendrian politician'), 'sure'],
    ['an occupation', ['striker'], ada('Zendrian', { P106: [is('Q937857')] }), 'sure'],
    [
      'an office',
      ['tides minister', 'minister'],
      ada('', { P39: [is('Q5001', { qualifiers: span(timeSnak('2024'), null) })] }),
      'sure',
    ],
    ['a title of another language', ['bundeskanzlerin'], ada('Zendrian politician'), 'sure'],
    ['another field', ['striker'], ada('Zendrian politician'), 'none'],
    ['another game', ['striker'], ada('Zendrian basketball player'), 'none'],
    ['another art', ['novelist'], ada('Zendrian film actress'), 'none'],
    ['a trade of somebody whom no encyclopedia knows', ['plumber'], ada('Zendrian judge'), 'none'],
    ['the head of something, which may be of any field', ['president'], ada('Zendrian judge'), 'only'],
    ['the head of a house, and a star', ['museum director', 'director'], ada('Zendrian alpine skier'), 'none'],
    ['the head of a firm’s part, and a star', ['company head', 'head'], ada('Zendrian singer'), 'none'],
    ['the founder of something, and a star', ['founder'], ada('Zendrian singer'), 'only'],
    ['the head of a house, and more than a star', ['president'], ada('Zendrian skier and politician'), 'only'],
    ['who whistles a game, and who plays another', ['referee'], ada('Zendrian track cyclist'), 'none'],
    ['who whistles a game, and who plays it', ['referee'], ada('Zendrian footballer'), 'only'],
    ['a title that is cut short', ['sen'], ada('Zendrian politician'), 'sure'],
    ['a word that names another trade there', ['director'], ada('Zendrian film director'), 'only'],
    [
      'a word of many, of which the story says more',
      ['inn manager', 'manager'],
      ada('Zendrian player, manager'),
      'only',
    ],
    ['a word of many, and the very post', ['director'], ada('director of the Tide Bank'), 'sure'],
    ['that somebody speaks', ['said'], ada('Zendrian official, born in Port Said'), 'only'],
    ['what anybody may be', ['cyclist'], ada('Zendrian racing cyclist'), 'only'],
    ['nothing', [], ada('Zendrian judge'), 'only'],
    ['a word that says nothing', ['predecessor'], ada('Zendrian judge'), 'only'],
    ['a word that many bear', ['spokeswoman'], ada('Zendrian politician'), 'only'],
    ['a word that many bear, and none of that field', ['spokeswoman'], ada('Zendrian swimmer'), 'none'],
    ['words of two fields', ['senator', 'singer'], ada('Zendrian singer'), 'only'],
  ])('that is %s', (_, roles, item, expected) => {
    expect(verdict(NAME, minister(...roles), item)).toBe(expected);
  });

  const held = (start: string, end: string | null) =>
    ada('', { P39: [is('Q5001', { qualifiers: span(timeSnak(start), end === null ? null : timeSnak(end)) })] });

  it('may give an office that was held on the day', () => {
    expect(verdict(NAME, minister('minister of tides'), held('2024', null))).toBe('sure');
    expect(verdict(NAME, minister('minister of tides'), held('2001', '2005'))).toBe('only');
    expect(verdict(NAME, minister('former minister of tides'), held('2001', '2005'))).toBe('sure');
    expect(verdict(NAME, minister('minister of tides'), held('2001', '2005'), { day: '2003-05-01' })).toBe('sure');
  });

  it('may say what a thing is', () => {
    const zendra = entity('Q902', { label: 'Zendra', description: 'company in Skerry', title: 'Zendra' });
    expect(verdict('Zendra', { kind: 'body', roles: ['drone maker'] }, zendra)).toBe('sure');
    expect(verdict('Zendra', { kind: 'body', roles: ['club'] }, zendra)).toBe('none');
    expect(verdict('Zendra', { kind: 'body', roles: ['agency'] }, zendra)).toBe('only');
    expect(verdict('Zendra', { kind: 'place', roles: ['town'] }, zendra)).toBe('none');
    expect(verdict('Zendra', { kind: 'person', roles: [] }, zendra)).toBe('none');
    expect(verdict('Zendra', {}, zendra)).toBe('only');
  });

  it('may be part of the name itself', () => {
    const called = (label: string) => {
      const item = entity('Q930', {
        label,
        description: 'body in Zendria',
        title: label,
        claims: { P31: [is('Q43229')] },
      });
      return verdict(label, { kind: 'body' }, item);
    };
    expect(called('Skerry Commission')).toBe('sure');
    expect(called('University of Skerry')).toBe('sure');
    expect(called('Supreme Court')).toBe('only');
    expect(called('Skerry Rovers')).toBe('only');
    expect(called('Skerry Bank')).toBe('only');
  });

  it('may introduce somebody as one of many', () => {
    const cyclist = ada('Zendrian racing cyclist');
    expect(verdict(NAME, { ...minister('cyclist'), says: ['a cyclist'] }, cyclist)).toBe('none');
    expect(verdict(NAME, { ...minister('cyclist'), says: ['the cyclist'] }, cyclist)).toBe('only');
    expect(verdict(NAME, { ...minister('judge'), says: ['a judge'] }, ada('Zendrian judge'))).toBe('sure');
    expect(verdict(NAME, { ...minister('cyclist', 'senator'), says: ['a senator'] }, ada('Zendrian politician'))).toBe(
      'only',
    );
  });

  it('distinguishes a river from a town', () => {
    const place = (description: string) => entity('Q931', { label: 'Skerry', description, title: 'Skerry' });
    const said = (...roles: string[]) => ({ kind: 'place' as const, roles });
    expect(verdict('Skerry', said('river'), place('town in Zendria'))).toBe('none');
    expect(verdict('Skerry', said('river'), place('river in Zendria'))).toBe('sure');
    expect(verdict('Skerry', said('ground'), place('village in Zendria'))).toBe('none');
    expect(verdict('Skerry', said('town'), place('city in Zendria'))).toBe('sure');
    expect(verdict('Skerry', said('region'), place('island in Zendria'))).toBe('sure');
    expect(verdict('Skerry', said('said'), place('town near Port Said'))).toBe('only');
    expect(verdict('Skerry', said('nebenfluss'), place('town in Zendria'))).toBe('none');
  });

  it('does not support a nickname', () => {
    const skerry = entity('Q932', { label: 'Skerry', aliases: ['Tide State'], description: 'state', title: 'Skerry' });
    expect(verdict('Tide State', {}, skerry, { by: 'redirect' })).toBe('only');
    expect(verdict('Tide State', { roles: ['state'] }, skerry, { by: 'redirect' })).toBe('sure');
  });

  it('is not enough for an ambiguous acronym, nor for one of several houses', () => {
    const zendra = entity('Q937', {
      label: 'Zendra Tide Agency',
      aliases: ['ZTA'],
      description: 'agency',
      title: 'ZTA',
    });
    expect(verdict('ZTA', { kind: 'body', roles: ['agency'] }, zendra, { by: 'redirect' })).toBe('only');
    expect(verdict('Zendra Tide Agency', { kind: 'body', roles: ['agency'] }, zendra)).toBe('sure');
    const house = entity('Q938', {
      label: 'Queen Ada Hospital, Skerry',
      aliases: ['Queen Ada Hospital'],
      description: 'hospital',
      title: 'Queen Ada Hospital, Skerry',
    });
    expect(verdict('Queen Ada Hospital', { kind: 'body' }, house, { by: 'redirect' })).toBe('only');
  });

  it('may mean the building as well as the body', () => {
    const hospital = entity('Q903', {
      label: 'Skerry Hospital',
      description: 'hospital in Skerry',
      title: 'Skerry Hospital',
    });
    expect(verdict('Skerry Hospital', { kind: 'place' }, hospital)).toBe('sure');
    expect(verdict('Skerry Hospital', { kind: 'body' }, hospital)).toBe('sure');
  });

  it('must say something about a creative work for its bare title to be linked', () => {
    const film = entity('Q904', { label: 'High Water', description: '2024 film', title: 'High Water' });
    expect(verdict('High Water', { kind: null, roles: [] }, film)).toBe('none');
    expect(verdict('High Water', { kind: null, roles: ['film'] }, film)).toBe('sure');
  });
});

describe('a name that is looked up', () => {
  const said = minister('judge');
  it('may be an alias, lack a middle name, or be transliterated differently', () => {
    const item = person('Q905', {
      label: 'Ada Marie Brunnvik',
      aliases: ['The Tide Judge'],
      description: 'judge',
      title: 'Ada Marie Brunnvik',
    });
    expect(verdict(NAME, said, item, { by: 'redirect' })).toBe('sure');
    expect(verdict('Ada M. Brunnvik', said, item, { by: 'redirect' })).toBe('sure');
    expect(verdict('The Tide Judge', said, item, { by: 'redirect' })).toBe('sure');
    const other = person('Q906', { label: 'Mykhailo Hrushko', description: 'judge', title: 'Mykhailo Hrushko' });
    expect(verdict('Mikhailo Hrushko', said, other, { by: 'redirect' })).toBe('sure');
  });

  it('does not lead to somebody else by a redirect', () => {
    expect(verdict('Ola Brunnvik', said, ada('Zendrian judge'), { by: 'redirect' })).toBe('none');
    expect(verdict('Brunnvik', said, ada('Zendrian judge'), { by: 'redirect' })).toBe('none');
    expect(verdict(NAME, said, ada('Zendrian judge'), { by: 'part' })).toBe('sure');
    const alias = person('Q907', {
      label: 'Ola Fjeldsund',
      aliases: [NAME],
      description: 'judge',
      title: 'Ola Fjeldsund',
    });
    expect(verdict(NAME, said, alias, { by: 'part' })).toBe('none');
  });

  it('may lack the legal form', () => {
    const called = (label: string, description = 'company') =>
      verdict(
        'Zendra Tides',
        { kind: 'body', roles: ['company'] },
        entity('Q933', { label, description, title: label }),
        {
          by: 'redirect',
        },
      );
    for (const label of ['Zendra Tides Group', 'Zendra Tides plc', 'Zendra Tides International Inc.'])
      expect(called(label), label).toBe('sure');
    expect(called('Zendra Tides Bridge')).toBe('none');
    expect(called('Zendra')).toBe('none');
    const club = entity('Q934', { label: 'Skerry F.C.', description: 'football club', title: 'Skerry F.C.' });
    expect(verdict('Skerry', { kind: 'body', roles: ['team'] }, club, { by: 'redirect' })).toBe('sure');
    const ada = person('Q935', { label: 'Ada Brunnvik Club', description: 'judge', title: 'Ada Brunnvik Club' });
    expect(verdict(NAME, said, ada, { by: 'redirect' })).toBe('none');
  });

  it('does not lead from a person to an event, not even by an alias', () => {
    const murder = entity('Q908', {
      label: `Murder of ${NAME}`,
      aliases: [NAME],
      description: 'murder in Skerry',
      title: `Murder of ${NAME}`,
    });
    expect(verdict(NAME, { kind: null, roles: [] }, murder, { by: 'redirect' })).toBe('none');
    expect(verdict(NAME, minister('student'), murder, { by: 'redirect' })).toBe('none');
    expect(verdict(`Murder of ${NAME}`, {}, murder)).toBe('sure');
  });
});

describe('the time of a story', () => {
  it.each([
    ['born after the day', { P569: [at('2027')] }, ['judge'], 'none'],
    ['a child', { P569: [at('2020-01-01')] }, ['judge'], 'none'],
    ['alive', { P569: [at('1970')] }, ['judge'], 'sure'],
    ['dead since last year', { P570: [at('2025-12-01')] }, ['judge'], 'sure'],
    ['long dead', { P570: [at('1936')] }, ['judge'], 'none'],
    ['long dead, of whom the story speaks as of one who was', { P570: [at('1936')] }, ['former judge'], 'only'],
    ['long dead, of whom it says nothing', { P570: [at('1936')] }, [], 'only'],
    ['dead since a lifetime, of whom it says nothing', { P570: [at('1712')] }, [], 'none'],
    ['dead since a lifetime, of whom it speaks as of one who was', { P570: [at('1712')] }, ['late judge'], 'only'],
    ['dead, nobody knows since when', { P570: [claim(someValue)] }, ['judge'], 'none'],
    ['older than anybody', { P569: [at('1890')] }, ['judge'], 'none'],
  ])('excludes somebody %s', (_, claims, roles, expected) => {
    expect(verdict(NAME, minister(...roles), ada('Zendrian judge', claims))).toBe(expected);
  });

  it('does not exclude somebody long dead, if the story says so', () => {
    const says = ['the judge who died in 1936'];
    expect(verdict(NAME, { ...minister('judge'), says }, ada('Zendrian judge', { P570: [at('1936')] }))).toBe('only');
  });

  it('excludes a body that did not exist yet, or any more', () => {
    const zendra = (claims: Readonly<Record<string, readonly object[]>>) =>
      entity('Q909', { label: 'Zendra', description: 'company', title: 'Zendra', claims });
    const said = { kind: 'body' as const, roles: ['company'] };
    expect(verdict('Zendra', said, zendra({ P571: [at('2026-12')] }))).toBe('none');
    expect(verdict('Zendra', said, zendra({ P571: [at('2026')] }))).toBe('sure');
    expect(verdict('Zendra', said, zendra({ P576: [at('2019')] }))).toBe('none');
    expect(verdict('Zendra', said, zendra({ P576: [at('2019')] }), { day: '2018-05-01' })).toBe('sure');
  });

  it('excludes an event that has not begun', () => {
    const cup = entity('Q910', {
      label: '2028 Tide Cup',
      description: 'tournament',
      title: '2028 Tide Cup',
      claims: { P580: [at('2028-06')] },
    });
    expect(verdict('2028 Tide Cup', {}, cup)).toBe('none');
  });
});

it('a storm is identified by its year, since its name is used again', () => {
  const storm = (label: string, on: string) =>
    entity('Q936', { label, description: 'storm', title: label, claims: { P585: [at(on)] } });
  expect(verdict('Storm Ada', {}, storm('Storm Ada', '2011-12-08'))).toBe('none');
  expect(verdict('Storm Ada', {}, storm('Storm Ada', '2026-11-20'))).toBe('only');
  expect(verdict('Hurricane Ada', {}, storm('Hurricane Ada', '2011'))).toBe('none');
  expect(verdict('Siege of Ada', {}, storm('Siege of Ada', '2011'))).toBe('sure');
});

describe('an item that is not an entity of the news', () => {
  it.each([
    ['a family name', 'Q101352', 'family name'],
    ['a list', 'Q13406463', 'Wikimedia list article'],
    ['a page of namesakes', 'Q4167410', 'Wikimedia disambiguation page'],
    ['a paper', 'Q13442814', 'scientific article'],
    ['somebody of fiction', 'Q15632617', 'character of a novel'],
    ['a species', 'Q16521', 'species of insect'],
  ])('is %s', (_, id, description) => {
    const item = entity('Q911', { label: NAME, description, title: NAME, claims: { P31: [is(id)] } });
    expect(verdict(NAME, {}, item)).toBe('none');
  });

  it('is one of an unknown class', () => {
    expect(verdict(NAME, {}, entity('Q912', { label: NAME, title: NAME }))).toBe('none');
    expect(verdict(NAME, minister('judge'), ada('', {}, ''))).toBe('none');
  });
});

describe('several people with one name', () => {
  const striker = person('Q921', { label: NAME, description: 'Zendrian footballer', title: NAME });
  const senator = person('Q922', { label: NAME, description: 'Zendrian politician' });
  const items = new Map<string, Item | null>([...readItems(answer(striker, senator), ['en'])]);
  const article = (key: string, title: string) => ({ state: 'item', key, title, way: 'direct' }) as const;
  const choose = (roles: readonly string[], ...answers: Parameters<typeof chooseItem>[1]['answers']) =>
    chooseItem({ name: NAME, kind: 'person', roles }, { answers, items }, TODAY, { labels, knows, today: TODAY });
  const both = [article('q921', NAME), article('q922', `${NAME} (politician)`)] as const;
  const keyOf = (result: ReturnType<typeof choose>) =>
    result.state === 'found' ? result.item.entity.key : result.state;

  it('are distinguished by their roles', () => {
    expect(keyOf(choose(['senator'], ...both))).toBe('q922');
    expect(keyOf(choose(['striker'], ...both))).toBe('q921');
  });

  it('are distinguished by a common word, but not with certainty', () => {
    expect(choose(['leader'], ...both)).toMatchObject({
      state: 'found',
      sure: false,
      item: { entity: { key: 'q922' } },
    });
  });

  it('are both offered if nothing distinguishes them', () => {
    expect(keyOf(choose([], ...both))).toBe('several');
    expect(keyOf(choose(['resident'], ...both))).toBe('none');
  });

  it('are not decided by brackets alone', () => {
    const list = { state: 'namesakes' } as const;
    expect(keyOf(choose(['senator'], list, article('q922', `${NAME} (politician)`)))).toBe('q922');
    expect(keyOf(choose(['leader'], list, article('q921', `${NAME} (politician)`)))).toBe('none');
    expect(keyOf(choose(['senator'], list, undefined))).toBe('none');
  });

  it('are one if both titles lead to one item', () => {
    expect(keyOf(choose(['senator'], article('q922', NAME), article('q922', `${NAME} (politician)`)))).toBe('q922');
  });
});

it('the result includes what a card shows', () => {
  const result = lookUp(NAME, minister('judge'), ada('Zendrian judge', { P27: [is('Q20')] }));
  expect(result).toMatchObject({
    state: 'found',
    sure: true,
    item: { entity: { key: 'q901', wikipedia: NAME, qualifier: 'Norway' } },
  });
});
