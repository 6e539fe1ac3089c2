/** What was written is read back. Long because it covers every column of the tables. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../lib/facts';
import { english } from '../../../lib/language';
import { type FactRow, openPack, PackError, type PackSource, verifyPack, writePack } from '../../../lib/pack';
import { entity, fact, form, smallSource } from './small-source';

const entityValue = (key: string | null): Fact['value'] => (key === null ? null : { type: 'entity', key, via: null });
const own = ({ property, words, start, end, source }: FactRow, key: string | null): Fact => ({
  property,
  side: 'own',
  value: entityValue(key),
  words,
  start,
  end,
  source,
});
const told = (row: FactRow, subject: string, words: string | null): Fact => ({
  ...own(row, subject),
  side: 'told',
  words,
});
const bytes = writePack(smallSource);
const pack = openPack(bytes);
const nameOf = (row: number): string => pack.entity(row).name;
const candidatesOf = (text: string) => pack.candidates(pack.detect(text)[0]!.form);

describe('a pack', () => {
  it('describes itself', () => {
    expect(pack.info).toMatchObject({ name: 'Small world', edition: '2026-11-22', formatVersion: 3, entityCount: 11 });
    expect(pack.info.byteLength).toBe(bytes.length);
  });

  it('returns every entity as it was written', async () => {
    for (const row of smallSource.entities) {
      const { key, kind, name, qualifier, gloss, wikipedia, wikidata, prominence } = row;
      const number = pack.row(key);
      expect(pack.entity(number)).toEqual({ key, kind, name, gloss, prominence });
      const card = await pack.card(number);
      expect(card.entity).toMatchObject({ key, kind, name, qualifier, gloss, wikipedia, wikidata, prominence });
      expect(card.source).toEqual(row.source);
    }
    expect(pack.row('nobody')).toBe(-1);
    expect(pack.row('')).toBe(-1);
    expect(() => pack.entity(11)).toThrow(RangeError);
    expect(() => pack.entity(-1)).toThrow(RangeError);
  });

  it('shows no names with reversed or hidden letters, whoever made it', async () => {
    const bad = (text: string) => `\u202e${text}\u2066\u200b`;
    const source = { name: bad('Maker'), url: 'https://maker.example/', licence: bad('Free'), asOf: '2026-01-01' };
    const sly = openPack(
      writePack({
        ...smallSource,
        name: bad('Pack'),
        entities: [entity('iran', bad('Iran'), { qualifier: bad('Land'), gloss: bad('a land'), source })],
        forms: [form('iran', 'Iran'), form('iran', 'Persia', { printed: true })],
        facts: [],
        backgrounds: [{ entity: 'iran', text: `Iran\u202e is old.\n\nVery \u200fایران\u200f.`, source }],
      }),
    );
    expect(sly.info.name).toBe('Pack');
    const row = sly.row('iran');
    expect(sly.entity(row)).toMatchObject({ name: 'Iran', gloss: 'a land' });
    const card = await sly.card(row);
    expect(card.entity).toMatchObject({ name: 'Iran', qualifier: 'Land', gloss: 'a land' });
    expect(card.source).toMatchObject({ name: 'Maker', licence: 'Free' });
    expect(card.background?.text).toBe('Iran is old.\n\nVery \u200fایران\u200f.');
  });

  it('lists other names by weight', async () => {
    expect((await pack.card(pack.row('popular-mobilization-forces'))).entity.also).toEqual([
      'PMF',
      'Popular Mobilization Force',
    ]);
  });

  it('returns facts, ties from both sides, neighbours and backgrounds', async () => {
    const muhandis = pack.row('abu-mahdi-al-muhandis');
    const forces = pack.row('popular-mobilization-forces');
    const card = await pack.card(muhandis);
    const [office, death, , deputy, member, founder] = smallSource.facts;
    expect(card.facts).toEqual([
      told(founder!, 'kataib-hezbollah', 'founded it'),
      own(office!, null),
      own(deputy!, 'popular-mobilization-forces'),
      own(death!, null),
    ]);
    expect((await pack.card(forces)).facts).toEqual([
      told(member!, 'kataib-hezbollah', 'member'),
      told(deputy!, 'abu-mahdi-al-muhandis', 'its deputy head'),
    ]);
    expect([...pack.neighbours(forces)].map(nameOf)).toEqual(['Abu Mahdi al-Muhandis', 'Kataib Hezbollah']);
    for (const { entity: key, ...background } of smallSource.backgrounds) {
      expect((await pack.card(pack.row(key))).background).toEqual(background);
    }
    expect(card.background).toBeNull();
  });

  it('gives the offices and lifespan of a person without reading the card', () => {
    const muhandis = pack.row('abu-mahdi-al-muhandis');
    expect(pack.offices(muhandis)).toEqual([{ title: 'deputy head of', start: '~2014', end: '2020-01-03' }]);
    expect(pack.life(muhandis)).toEqual({ begins: '2014-01-01', ends: '2020-01-03' });
    expect(pack.offices(pack.row('jcpoa'))).toEqual([]);
    expect(pack.life(pack.row('jcpoa'))).toEqual({ begins: '2016-01-16', ends: null });
    expect(pack.life(pack.row('iran'))).toEqual({ begins: null, ends: null });
  });

  it('does not count ties as the beginning or end of a life', () => {
    const facts = [
      fact('jcpoa', 'part-of', { value: 'iran', start: '1900', end: '1910' }),
      fact('jcpoa', 'signed', { start: '2015-07-14' }),
      fact('abu-mahdi-al-muhandis', 'died', { start: '2020-01-03' }),
      fact('abu-mahdi-al-muhandis', 'relative', { value: 'jcpoa', start: '1954' }),
    ];
    const small = openPack(writePack({ ...smallSource, facts }));
    expect(small.life(small.row('jcpoa'))).toEqual({ begins: '2015-07-14', ends: null });
    expect(small.life(small.row('abu-mahdi-al-muhandis'))).toEqual({ begins: '2020-01-03', ends: '2020-01-03' });
    expect(small.life(small.row('iran'))).toEqual({ begins: null, ends: null });
  });

  it('reads only the scan part until a card is requested, and then one block', async () => {
    const asked: number[][] = [];
    const onDemand = openPack(bytes.slice(0, pack.scanLength), async (from, to) => {
      asked.push([from, to]);
      return bytes.slice(pack.scanLength + from, pack.scanLength + to);
    });
    expect(onDemand.detect('Iran and the US')).toEqual(pack.detect('Iran and the US'));
    expect(onDemand.entity(0)).toEqual(pack.entity(0));
    expect(asked).toEqual([]);
    expect(await onDemand.card(3)).toEqual(await pack.card(3));
    await onDemand.card(4);
    // The cards lie first; behind them is what a search reads.
    const [[from, to] = []] = asked;
    expect([asked.length, from]).toEqual([1, 0]);
    expect(to).toBeLessThan(bytes.length - pack.scanLength);
    await onDemand.names();
    await onDemand.writtenNames(2);
    await onDemand.writtenNames(4);
    await onDemand.names();
    expect(asked.map(([start, end]) => start! < end!)).toEqual([true, true, true, true]);
    expect(asked.at(-1)).toContain(bytes.length - pack.scanLength);
    expect(() => openPack(bytes.slice(0, pack.scanLength))).toThrow(PackError);
  });

  it('keeps the conditions of a form', () => {
    expect(candidatesOf('the 2015 nuclear deal')).toMatchObject([
      { use: 'name', caseRule: 'any', from: '2015-07-14', to: '2026-01-31', company: [] },
    ]);
    const [deal] = candidatesOf('a nuclear deal');
    expect(deal).toMatchObject({ use: 'company', from: null, to: null });
    expect(deal!.company.map(nameOf).sort()).toEqual(['Iran', 'United States']);
  });

  it('divides a form by prominence, or by weight if weights differ', () => {
    const times = candidatesOf('Times');
    const byName = Object.fromEntries(times.map((one) => [nameOf(one.entity), one]));
    expect(byName['The Times']!.use).toBe('name');
    expect(byName['The New York Times']!.use).toBe('short');
    expect(byName['The New York Times']!.prior).toBeGreaterThan(byName['The Times']!.prior);
    expect(times.reduce((sum, one) => sum + one.prior, 0)).toBeCloseTo(1, 1);

    const georgia = openPack(
      writePack({
        ...smallSource,
        entities: [
          entity('georgia', 'Georgia', { prominence: 10 }),
          entity('georgia-us', 'State of Georgia', { prominence: 250 }),
        ],
        forms: [form('georgia', 'Georgia', { weight: 3 }), form('georgia-us', 'Georgia')],
        facts: [],
        backgrounds: [],
      }),
    );
    const hit = georgia.detect('Georgia')[0]!;
    expect(georgia.candidates(hit.form).map((one) => Math.round(one.prior * 100))).toEqual([75, 25]);
  });

  it('recognises a transliterated name by its consonants', () => {
    const found = (name: string): string[] => [...new Set(pack.similar(name).map((one) => nameOf(one.entity)))];
    expect(found('al-Mohandis')).toEqual(['Abu Mahdi al-Muhandis']);
    expect(found('Abou Mehdi el-Mohandes')).toEqual(['Abu Mahdi al-Muhandis']);
    expect(found('Kataeb Hizballah')).toEqual(['Kataib Hezbollah']);
    expect(found('Iran')).toEqual([]);
  });

  it('has context words from facts, ties and background, without its own name', async () => {
    const { stems } = await import('../../../lib/text');
    const context = pack.contextStems(pack.row('abu-mahdi-al-muhandis'));
    expect([...context]).toEqual([...context].sort((one, other) => one - other));
    for (const stem of stems('deputy mobilization airport Kataib', english.stem)) expect(context).toContain(stem);
    for (const stem of stems('Muhandis', english.stem)) expect(context).not.toContain(stem);
  });

  it('has the same bytes for the same rows in any order', () => {
    const backwards: PackSource = {
      ...smallSource,
      entities: smallSource.entities.toReversed(),
      forms: smallSource.forms.toReversed(),
      facts: smallSource.facts.toReversed(),
      backgrounds: smallSource.backgrounds.toReversed(),
    };
    expect(writePack(smallSource)).toEqual(bytes);
    expect(Buffer.from(writePack(backwards)).equals(Buffer.from(bytes))).toBe(true);
    expect(() => verifyPack(bytes)).not.toThrow();
  });

  it('may be empty', () => {
    const empty = openPack(
      writePack({
        name: 'Empty',
        edition: '2026-01-01',
        entities: [],
        forms: [],
        facts: [],
        backgrounds: [],
      }),
    );
    expect(empty.detect('Iran and the United States')).toEqual([]);
    expect(empty.row('iran')).toBe(-1);
    expect(empty.similar('Mohandes')).toEqual([]);
  });
});

describe('typed facts in a pack', () => {
  const given = [
    fact('abu-mahdi-al-muhandis', 'citizen', { value: 'iran' }),
    fact('abu-mahdi-al-muhandis', 'party', {
      value: 'kataib-hezbollah',
      words: 'leader',
      back: 'led by',
      start: '~2003',
    }),
    fact('iran', 'capital', { value: 'who', start: '-0043', end: '1999-02' }),
    fact('iran', 'population', { value: 91_567_738, start: '2024', end: '2024' }),
    fact('iran', 'population', { value: 0.5, start: '2025' }),
    fact('iran', 'gdp', { value: 4.03e12, start: '2026' }),
    fact('iran', 'gdp', { words: 'GDP not known', start: '2027' }),
    fact('iran', 'deaths', { value: 0, start: '2028' }),
    fact('iran', 'coordinates', { value: { latitude: 35.6892, longitude: 51.389 } }),
    fact('united-states', 'coordinates', { value: { latitude: -90, longitude: -180 } }),
    fact('who', 'coordinates', { value: { latitude: 90, longitude: 180 } }),
    fact('jcpoa', 'coordinates', { value: { latitude: -0.00001, longitude: 0.00001 } }),
    fact('jcpoa', 'signed', { start: '2015-07-14' }),
    fact('jcpoa', 'in-force', { words: 'In force, without the United States', start: '2018-05-08' }),
    fact('jcpoa', 'status', { words: 'Over', start: '2025-10-18' }),
  ];
  const opened = openPack(writePack({ ...smallSource, facts: given }));
  const factsOf = async (key: string) => (await opened.card(opened.row(key))).facts;
  const pick = (facts: readonly Fact[]) =>
    facts.map(({ property, side, value, words }) => [property, side, value, words]);

  it('are read back with their values, whatever these are', async () => {
    const quantity = (amount: number) => ({ type: 'quantity', amount });
    const at = (latitude: number, longitude: number) => ({ type: 'coordinates', at: { latitude, longitude } });
    expect(pick(await factsOf('iran'))).toEqual([
      ['citizen', 'told', entityValue('abu-mahdi-al-muhandis'), null],
      ['coordinates', 'own', at(35.6892, 51.389), null],
      ['capital', 'own', entityValue('who'), null],
      ['population', 'own', quantity(91_567_738), null],
      ['population', 'own', quantity(0.5), null],
      ['gdp', 'own', quantity(4_030_000_000_000), null],
      ['gdp', 'own', null, 'GDP not known'],
      ['deaths', 'own', quantity(0), null],
    ]);
    expect(pick(await factsOf('jcpoa'))).toEqual([
      ['coordinates', 'own', at(-0.00001, 0.00001), null],
      ['signed', 'own', null, null],
      ['in-force', 'own', null, 'In force, without the United States'],
      ['status', 'own', null, 'Over'],
    ]);
    expect(pick(await factsOf('united-states'))).toEqual([['coordinates', 'own', at(-90, -180), null]]);
    expect(pick(await factsOf('who'))).toEqual([
      ['coordinates', 'own', at(90, 180), null],
      ['capital', 'told', entityValue('iran'), null],
    ]);
  });

  it('are on the card of the other entity, in the words meant for it, with the same time and source', async () => {
    const [, leader] = given;
    expect(await factsOf('kataib-hezbollah')).toEqual([told(leader!, 'abu-mahdi-al-muhandis', 'led by')]);
    expect(await factsOf('abu-mahdi-al-muhandis')).toEqual([own(given[0]!, 'iran'), own(leader!, 'kataib-hezbollah')]);
  });

  it('are read back with the office through which they hold', async () => {
    const offices = openPack(
      writePack({
        ...smallSource,
        entities: [...smallSource.entities, entity('president-of-iran', 'President of Iran', { kind: 'office' })],
        facts: [
          fact('president-of-iran', 'heads', { value: 'iran', words: 'president' }),
          fact('abu-mahdi-al-muhandis', 'office', {
            value: 'president-of-iran',
            start: '2013-08-03',
            end: '2021-08-03',
          }),
        ],
      }),
    );
    const cardOf = async (key: string) => pick((await offices.card(offices.row(key))).facts);
    const through = (key: string) => ({ type: 'entity', key, via: 'president-of-iran' });
    expect(await cardOf('abu-mahdi-al-muhandis')).toEqual([
      ['heads', 'own', through('iran'), 'president'],
      ['office', 'own', entityValue('president-of-iran'), null],
    ]);
    expect(await cardOf('iran')).toEqual([
      ['heads', 'told', entityValue('president-of-iran'), null],
      ['heads', 'told', through('abu-mahdi-al-muhandis'), 'president'],
    ]);
    expect(await cardOf('president-of-iran')).toEqual([
      ['heads', 'own', entityValue('iran'), null],
      ['office', 'told', entityValue('abu-mahdi-al-muhandis'), null],
    ]);
    const muhandis = offices.row('abu-mahdi-al-muhandis');
    const neighbours = [...offices.neighbours(muhandis)].map((row) => offices.entity(row).key);
    expect(neighbours).toEqual(['iran', 'president-of-iran']);
    expect(offices.offices(muhandis)).toEqual([{ title: 'president of iran', start: '2013-08-03', end: '2021-08-03' }]);
    expect(offices.offices(offices.row('president-of-iran'))).toEqual([]);
  });
});

describe('writing a pack', () => {
  const [iran] = smallSource.entities;
  it.each<[string, Partial<PackSource>]>([
    ['entity "iran"', { entities: [...smallSource.entities, iran!] }],
    ['form "X" of "nobody"', { forms: [form('nobody', 'X')] }],
    ['form "…" of "iran"', { forms: [form('iran', '…')] }],
    ['no entity has the key "gone"', { forms: [form('iran', 'X', { use: 'company', company: ['gone'] })] }],
    ['needs company', { forms: [form('iran', 'X', { use: 'near' })] }],
    ['from "2020" is not a day', { forms: [form('iran', 'X', { from: '2020' })] }],
    ['start "2021-02-29" is not a date', { facts: [{ ...smallSource.facts[0]!, start: '2021-02-29' }] }],
    ['before it starts', { facts: [{ ...smallSource.facts[0]!, start: '2021-02', end: '2020' }] }],
    ['before it starts', { facts: [{ ...smallSource.facts[0]!, start: '2020-11-20', end: '2020-11-19' }] }],
    ['before it starts', { facts: [{ ...smallSource.facts[0]!, start: '~2020-12', end: '2020-11' }] }],
    ['before it starts', { facts: [{ ...smallSource.facts[0]!, start: '-0043', end: '-0044' }] }],
    ['as_of "2020" is not a day', { facts: [{ ...smallSource.facts[0]!, source: { ...iran!.source, asOf: '2020' } }] }],
    [
      'as_of "~2020-11-20" is not',
      {
        facts: [{ ...smallSource.facts[0]!, source: { ...iran!.source, asOf: '~2020-11-20' } }],
      },
    ],
    [
      'fact "related: deputy head" of "abu-mahdi-al-muhandis": value no entity has the key "gone"',
      { facts: [{ ...smallSource.facts[3]!, value: 'gone' }] },
    ],
    [
      'background of "jcpoa": entity it is given twice',
      { backgrounds: [smallSource.backgrounds[0]!, smallSource.backgrounds[0]!] },
    ],
    ['prominence', { entities: [entity('a', 'A', { prominence: 256 })], forms: [], facts: [], backgrounds: [] }],
    ['surrogate', { name: '\ud800' }],
  ])('rejects a source and names the row: %s', (reason, change) => {
    const write = (): unknown => writePack({ ...smallSource, ...change });
    expect(write).toThrow(PackError);
    expect(write).toThrow(reason);
  });

  it.each([
    ['2020-05', '2020'],
    ['2020', '2020-05'],
    ['2020-11-20', '2020-11-20'],
    ['2020-11-20', '~2020'],
    ['-0044', '-0043'],
  ])('accepts what may hold from %s to %s', (start, end) => {
    expect(() => writePack({ ...smallSource, facts: [{ ...smallSource.facts[0]!, start, end }] })).not.toThrow();
  });

  it('orders facts by time: those without a start first, those without an end last', async () => {
    const spans: readonly (readonly [string | null, string | null])[] = [
      [null, null],
      ['-0044', null],
      ['-0043', null],
      ['~2019', '2020'],
      ['2020', '~2020'],
      ['2020', '2021'],
      ['2020', null],
      ['2020-01', null],
    ];
    const office = smallSource.facts[0]!;
    const mixed = [3, 6, 0, 5, 2, 7, 4, 1].map((at) => ({ ...office, start: spans[at]![0], end: spans[at]![1] }));
    const opened = openPack(writePack({ ...smallSource, facts: mixed }));
    const { facts } = await opened.card(opened.row(office.entity));
    expect(facts.map(({ start, end }) => [start, end])).toEqual(spans);
  });
});

it.each([
  ['q794', 'Q794', 'Persia'],
  ['q999999999', 'Q999999999', null],
  ['iran', null, 'Iran'],
])('keeps the ids of %s: %s, %s', async (key, wikidata, wikipedia) => {
  const one = entity(key, 'Iran', { wikidata, wikipedia });
  const source = { ...smallSource, entities: [one], forms: [], facts: [], backgrounds: [] };
  expect((await openPack(writePack(source)).card(0)).entity).toMatchObject({ key, wikidata, wikipedia });
});

describe('former keys in a pack', () => {
  const pack = openPack(
    writePack({
      ...smallSource,
      entities: [
        entity('ana', 'Ana', { formerly: ['z-ana', 'both'] }),
        entity('ben', 'Ben'),
        entity('q7', 'Cem', { wikidata: 'Q7', formerly: ['cem', 'both', 'a-cem'] }),
      ],
      forms: [],
      facts: [],

      backgrounds: [],
    }),
  );

  it('lead to the entity that has them now, or to all between which they were split', () => {
    expect(['z-ana', 'both', 'cem', 'a-cem'].map(pack.heirs)).toEqual([[0], [0, 2], [2], [2]]);
    expect(['ana', 'ben', 'q7', '', 'a', 'a-ceb', 'a-cemt', 'zz'].flatMap(pack.heirs)).toEqual([]);
  });

  it('are listed for an entity', () => {
    expect([0, 1, 2].map(pack.formerKeys)).toEqual([['both', 'z-ana'], [], ['a-cem', 'both', 'cem']]);
    expect(() => pack.formerKeys(3)).toThrow(RangeError);
    expect(() => pack.formerKeys(-1)).toThrow(RangeError);
  });

  it('are missing in a pack without any', () => {
    const plain = openPack(writePack(smallSource));
    expect(plain.heirs('iran')).toEqual([]);
    expect(plain.formerKeys(0)).toEqual([]);
  });
});
