/** How the entities of a story tie to one another: straight, or by one between. */
import { describe, expect, it } from 'vitest';
import { compose, fact, SOURCE, to } from './small-story';

type World = Parameters<typeof compose>[0];
const edges = (world: World) =>
  compose(world).ties.edges.map(
    ({ ends, facts }) => `${ends.join('–')}: ${facts.map(({ wording }) => wording.property)}`,
  );
const nodes = (world: World) => compose(world).ties.nodes.map(({ entity, here }) => `${entity}${here ? '' : '*'}`);

const ally = (key: string, more = {}) => fact('ally', '2014', { value: to(key), ...more });
const both = (one: string, other: string) => ({
  [one]: { salience: 0.6, facts: [ally(other)] },
  [other]: { salience: 0.5, facts: [ally(one, { side: 'told' })] },
});

describe('the ties of a story', () => {
  it('are each shown once, from the side of the more important entity', () => {
    const { ties } = compose({ story: both('ana', 'bo') });
    expect(ties.nodes).toEqual([
      { entity: 'ana', name: 'Ana', kind: 'person', here: true },
      { entity: 'bo', name: 'Bo', kind: 'person', here: true },
    ]);
    expect(ties.edges).toEqual([
      {
        ends: ['ana', 'bo'],
        facts: [
          {
            from: 'ana',
            to: 'bo',
            wording: { property: 'ally', side: 'own', words: null, name: 'Bo', amount: null },
            start: '2014',
            end: null,
            unconfirmed: false,
            source: SOURCE,
          },
        ],
      },
    ]);
  });

  it('omit entities without ties', () => {
    expect(nodes({ story: { ...both('ana', 'bo'), cy: { salience: 0.9 } } })).toEqual(['ana', 'bo']);
  });

  it('join all facts about a pair', () => {
    const facts = [ally('bo'), fact('relative', null, { value: to('bo') })];
    expect(edges({ story: { ana: { salience: 0.6, facts }, bo: {} } })).toEqual(['ana–bo: ally,relative']);
  });

  it('are as of the day: none that began later, no end that came later', () => {
    const of = (more: object) => compose({ story: { ana: { facts: [ally('bo', more)] }, bo: {} } }).ties.edges;
    expect(of({ start: '2020-07' })).toEqual([]);
    expect(of({ start: '2020-06' })).toHaveLength(1);
    expect(of({ end: '2020-07' })[0]?.facts[0]).toMatchObject({ end: null, unconfirmed: false });
    expect(of({ end: '2019' })[0]?.facts[0]).toMatchObject({ end: '2019' });
    const old = { ...SOURCE, asOf: '2019-12-31' };
    expect(of({ source: old })[0]?.facts[0]).toMatchObject({ unconfirmed: true });
    expect(of({ source: old, end: '2016' })[0]?.facts[0]).toMatchObject({ unconfirmed: false });
  });

  it('connect two through a third, if they are not directly tied', () => {
    const story = { ana: { facts: [ally('club')] }, bo: { facts: [ally('club')] }, cy: {} };
    const others = { club: { kind: 'group' as const } };
    expect(nodes({ story, others })).toEqual(['ana', 'bo', 'club*']);
    expect(edges({ story, others })).toEqual(['ana–club: ally', 'bo–club: ally']);
    // One end is no path.
    expect(nodes({ story: { ana: { facts: [ally('club')] } }, others })).toEqual([]);
    // Nobody can name it.
    expect(nodes({ story })).toEqual([]);
    const straight = { ana: { salience: 0.6, facts: [ally('club'), ally('bo')] }, bo: { facts: [ally('club')] } };
    expect(nodes({ story: straight, others })).toEqual(['ana', 'bo']);
  });

  it('are not connected through an entity tied to everybody', () => {
    const many = Array.from({ length: 61 }, (_, at) => fact('role', null, { words: `Role ${at}` }));
    const story = { ana: { facts: [ally('club'), ...many] }, bo: { facts: [ally('club')] } };
    expect(nodes({ story, others: { club: {} } })).toEqual([]);
  });

  it('are not connected through an office, only through its holder', () => {
    const head = fact('heads', null, { value: to('club') });
    const story = { ana: { facts: [head] }, bo: { facts: [head] } };
    expect(nodes({ story, others: { club: {} } })).toEqual([]);
    const holds = fact('heads', null, { value: to('club', 'chair') });
    const held = { ana: { facts: [holds] }, bo: { facts: [holds] } };
    expect(nodes({ story: held, others: { club: {} } })).toEqual(['ana', 'bo', 'club*']);
    expect(edges({ story: { ana: { facts: [head] }, club: {} } })).toHaveLength(1);
  });

  it('are limited to the most important names, and few in between', () => {
    const story = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [
        `n${at}`,
        {
          salience: 1 - at / 40,
          facts: [ally(`n${(at + 1) % 20}`), ...Array.from({ length: 9 }, (_, k) => ally(`x${(at + k) % 10}`))],
        },
      ]),
    );
    const others = Object.fromEntries(Array.from({ length: 10 }, (_, k) => [`x${k}`, {}]));
    const all = nodes({ story, others });
    expect(all.filter((name) => name.endsWith('*'))).toHaveLength(4);
    expect(all.filter((name) => !name.endsWith('*'))).toEqual(Array.from({ length: 14 }, (_, at) => `n${at}`));
    // Each edge has both of its ends.
    const { ties } = compose({ story, others });
    const known = new Set(ties.nodes.map(({ entity }) => entity));
    expect(ties.edges.flatMap(({ ends }) => ends).filter((end) => !known.has(end))).toEqual([]);
  });
});

describe('the places of a story', () => {
  it('are those that it names, with countries marked, and their position if known', () => {
    const at = { latitude: 33.3, longitude: 44.4 };
    const { places } = compose({
      story: {
        ana: {},
        land: { kind: 'place', salience: 0.9, qualifier: 'Country' },
        town: {
          kind: 'place',
          salience: 0.2,
          facts: [fact('coordinates', null, { value: { type: 'coordinates', at } })],
        },
      },
    });
    expect(places).toEqual([
      { entity: 'land', name: 'Land', kind: 'place', isCountry: true, at: null },
      { entity: 'town', name: 'Town', kind: 'place', isCountry: false, at },
    ]);
  });
});
