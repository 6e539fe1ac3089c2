import { describe, expect, it } from 'vitest';
import { type Item, readItems, readLabels } from '../../../lib/lookup';
import { amountSnak, answer, at, claim, entity, is, itemSnak, noValue, person, someValue, timeSnak } from './shapes';

const LANGUAGES = ['en', 'mul'];
const read = (json: unknown) => readItems(json, LANGUAGES);
const one = (json: object & { readonly id: string }): Item => read(answer(json)).get(json.id.toLowerCase())!;
const born = (snak: object) =>
  one(person('Q900', { label: 'A', claims: { P569: [claim(snak)] } })).statements.get('P569');

describe('an answer of wbgetentities', () => {
  it('is read by the requested key', () => {
    const item = one(
      person('Q901', {
        label: 'Ada Brunnvik',
        aliases: ['Ada M. Brunnvik', 'Ada Brunnvik'],
        description: 'Norwegian judge',
        title: 'Ada Brunnvik',
        claims: { P106: [is('Q16533')], P9999: [is('Q1')] },
      }),
    );
    expect(item).toMatchObject({
      key: 'q901',
      former: null,
      label: 'Ada Brunnvik',
      aliases: ['Ada M. Brunnvik'],
      description: 'Norwegian judge',
      article: 'Ada Brunnvik',
    });
    expect([...item.statements.keys()]).toEqual(['P31', 'P106']);
  });

  it('distinguishes a deleted item from one that was not answered', () => {
    const items = read({ entities: { Q902: { id: 'Q902', missing: '' } }, success: 1 });
    expect(items.get('q902')).toBeNull();
    expect(items.has('q903')).toBe(false);
  });

  it('follows an item that was merged into another', () => {
    const merged = { ...person('Q905', { label: 'Ada Brunnvik' }), redirects: { from: 'Q904', to: 'Q905' } };
    const items = read({ entities: { Q904: merged }, success: 1 });
    expect(items.get('q904')).toMatchObject({ key: 'q905', former: 'q904' });
  });

  it('uses the label for all languages if English has none', () => {
    const json = { ...entity('Q906', {}), labels: { mul: { language: 'mul', value: 'Ada Brunnvik' } } };
    expect(one(json).label).toBe('Ada Brunnvik');
  });

  it('reads empty maps as PHP writes them', () => {
    const json = { ...entity('Q907', { label: 'A' }), aliases: [], claims: [], descriptions: [], sitelinks: [] };
    expect(one(json)).toMatchObject({ label: 'A', aliases: [], article: null });
  });

  it('omits deprecated statements, and knows preferred ones', () => {
    const all = one(
      person('Q908', {
        label: 'A',
        claims: { P27: [is('Q30', { rank: 'deprecated' }), is('Q20', { rank: 'preferred' }), is('Q34')] },
      }),
    ).statements.get('P27');
    expect(all?.map(({ value, preferred }) => [value, preferred])).toEqual([
      [{ type: 'item', key: 'q20' }, true],
      [{ type: 'item', key: 'q34' }, false],
    ]);
  });

  it.each([
    ['a day', timeSnak('1961-02-03'), '1961-02-03'],
    ['a month', timeSnak('1961-02'), '1961-02'],
    ['a year', timeSnak('1961'), '1961'],
    ['a year with a day that is not meant', timeSnak('1961-01-01', { precision: 9 }), '1961'],
    ['a year before the first', timeSnak('-0044-03-15'), '-0043-03-15'],
    [
      'a day of the Julian calendar',
      timeSnak('1612-02-03', { calendarmodel: 'http://www.wikidata.org/entity/Q1985786' }),
      '1612',
    ],
    ['a day that is none', timeSnak('1961-02-31'), '1961'],
    ['a decade', timeSnak('1961', { precision: 8 }), null],
    ['the ice age', timeSnak('-0001', { time: '-00000020000-00-00T00:00:00Z' }), null],
  ])('reads %s no more exactly than it is known', (_, snak, date) => {
    expect(born(snak)?.[0]?.value).toEqual({ type: 'time', date });
  });

  it('knows “no value” and “unknown value”', () => {
    expect(born(noValue)?.[0]?.value).toEqual({ type: 'none' });
    expect(born(someValue)?.[0]?.value).toEqual({ type: 'unknown' });
  });
});

describe('an unusual answer', () => {
  it.each([
    ['no map', { entities: 7 }],
    ['a list', []],
    ['null', null],
    ['an answer to something else', { query: { pages: [] } }],
  ])('that is %s is rejected', (_, json) => {
    expect(() => read(json)).toThrow();
  });

  it('loses only a malformed statement', () => {
    const odd = [
      { mainsnak: 7 },
      'x',
      null,
      { rank: 'normal' },
      claim({ snaktype: 'value', datavalue: { type: 'time', value: {} } }),
    ];
    const item = one(person('Q910', { label: 'A', claims: { P569: [...odd, at('1961')] as object[] } }));
    expect(item.statements.get('P569')).toHaveLength(1);
  });

  it('loses only a malformed entity', () => {
    const items = read({ entities: { Q911: { id: 'Q911\nQ1' }, Q912: 'x', Q913: person('Q913', { label: 'A' }) } });
    expect([...items.keys()]).toEqual(['q913']);
  });

  it('brings neither markup nor control characters into a name', () => {
    const item = one(
      person('Q914', {
        label: '\u202eAda\u0000 <b onclick="x">Brunn\u200bvik</b>',
        description: "'''judge''' of [[Norway]]\u2066",
        aliases: ['\u202e', '<i></i>'],
      }),
    );
    expect(item).toMatchObject({ label: 'Ada Brunnvik', description: 'judge of Norway', aliases: [] });
  });

  it('is cut to what a card can hold', () => {
    const item = one(
      person('Q915', {
        label: 'A'.repeat(100_000),
        description: 'word '.repeat(100_000),
        aliases: Array.from({ length: 5_000 }, (_, i) => `Alias ${i}`),
        claims: { P463: Array.from({ length: 5_000 }, (_, i) => is(`Q${i + 1}`)) },
      }),
    );
    expect(item.label.length).toBeLessThanOrEqual(100);
    expect(item.description.length).toBeLessThanOrEqual(120);
    expect(item.description.endsWith('word')).toBe(true);
    expect(item.aliases.length).toBeLessThanOrEqual(30);
    expect(item.statements.get('P463')?.length).toBeLessThanOrEqual(80);
  });

  it('cannot reach a prototype', () => {
    const json: unknown = JSON.parse(
      '{"entities":{"__proto__":{"id":"Q916","labels":{"__proto__":{"value":"x"},"en":{"value":"A"}},"claims":{"__proto__":[{}],"constructor":[{}]}}}}',
    );
    expect(read(json).size).toBe(0);
    expect('id' in {}).toBe(false);
    const odd = { ...person('Q917', { label: 'A' }), claims: { P31: [is('Q5')], ['__proto__']: [is('Q1')] } };
    const item = one(odd);
    expect([...item.statements.keys()]).toEqual(['P31']);
  });

  it.each([
    ['an id that is none', { snaktype: 'value', datavalue: { type: 'wikibase-entityid', value: { id: 'Q1|Q2' } } }],
    ['a lexeme', itemSnak('L7')],
    ['a quantity of a unit', amountSnak('+7', 'http://www.wikidata.org/entity/Q11573')],
    ['a quantity that is no number', amountSnak('7e999')],
    ['a snak of no kind', { snaktype: 'other' }],
  ])('loses %s', (_, snak) => {
    expect(born(snak)).toBeUndefined();
  });
});

it('the labels of merged items are read under both keys', () => {
  const json = answer(entity('Q920', { label: 'Ministry of Tides', description: 'ministry' }), entity('Q921', {}));
  const merged = { ...entity('Q923', { label: 'Tide' }), redirects: { from: 'Q922', to: 'Q923' } };
  const labels = readLabels({ entities: { ...json.entities, Q922: merged } }, LANGUAGES);
  expect([...labels]).toEqual([
    ['q920', { label: 'Ministry of Tides', description: 'ministry' }],
    ['q923', { label: 'Tide', description: '' }],
    ['q922', { label: 'Tide', description: '' }],
  ]);
});
