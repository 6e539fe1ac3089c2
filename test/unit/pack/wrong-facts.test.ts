/**
 * Cards from an untrusted pack whose checksums are right and whose facts are not: a `PackError`, never a wrong fact.
 */
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../lib/bytes';
import { type Fact, PROPERTIES, PROPERTY_NAMES, type PropertyName } from '../../../lib/facts';
import { openPack, PackError, writePack } from '../../../lib/pack';
import {
  CARD_BLOCK,
  CARD_BLOCK_FIELDS,
  COORDINATE_UNIT,
  FACT_FLAGS,
  FACT_TOLD,
  FACT_WORDS,
  HEADER,
  HEADER_LENGTH,
  SECTION_ENTRY_LENGTH,
  SECTIONS,
} from '../../../lib/pack/layout';
import { createRecordWriter, type RecordWriter } from '../../../lib/pack/record-writer';
import { seal } from '../../../lib/pack/seal';
import { entity, smallSource } from './small-source';

/** Rows 0 and 1. */
const entities = [entity('ada', 'Ada Morrow', { kind: 'person' }), entity('valdoria', 'Valdoria', { kind: 'place' })];
const sound = writePack({ ...smallSource, entities, forms: [], facts: [], backgrounds: [] });
const { scanLength } = openPack(sound);

/** What the card of Ada Morrow says where its facts are written by `facts`. */
async function factsOf(count: number, facts: (record: RecordWriter) => void): Promise<readonly Fact[]> {
  const record = createRecordWriter();
  record.text(''); // qualifier
  for (const nothing of [0, 0, 0, 0]) record.number(nothing); // also, Wikipedia, Wikidata, the first source
  record.number(count);
  facts(record);
  record.number(0); // background
  const card = record.take();
  for (const bytes of [card, card]) {
    record.number(bytes.length);
    record.bytes(bytes);
  }
  const raw = record.take();
  const deflated = deflateSync(raw);

  const scan = sound.slice(0, scanLength);
  const view = new DataView(scan.buffer);
  const entry = Array.from(
    { length: view.getUint32(HEADER.sectionCount, true) },
    (_, index) => HEADER_LENGTH + index * SECTION_ENTRY_LENGTH,
  ).find((at) => view.getUint32(at, true) === SECTIONS.cardBlocks.id)!;
  const blocks = view.getUint32(entry + 4, true);
  const set = (block: number, field: keyof typeof CARD_BLOCK, value: number) =>
    view.setUint32(blocks + (block * CARD_BLOCK_FIELDS + CARD_BLOCK[field]) * 4, value, true);
  set(0, 'rawLength', raw.length);
  set(0, 'checksum', crc32(deflated));
  set(1, 'offset', deflated.length);
  seal(scan);
  return (await openPack(scan, async (from, to) => deflated.slice(from, to)).card(0)).facts;
}

const numberOf = (property: PropertyName, flags = 0): number => PROPERTIES[property].number * FACT_FLAGS + flags;
const dated = (record: RecordWriter): void => {
  for (const nothing of [0, 0, 0]) record.number(nothing); // start, end, the first source
};
const one = (property: PropertyName, value: (record: RecordWriter) => void, flags = 0) =>
  factsOf(1, (record) => {
    record.number(numberOf(property, flags));
    value(record);
    dated(record);
  });
const tied = (row: number, via: number) => (record: RecordWriter) => {
  record.number(row + 1);
  record.number(via + 1);
};
const counted = (text: string) => (record: RecordWriter) => record.text(text);
const at = (latitude: number, longitude: number) => (record: RecordWriter) => {
  record.number(Math.round((latitude + 90) * COORDINATE_UNIT));
  record.number(Math.round((longitude + 180) * COORDINATE_UNIT));
};

describe('a card assembled by hand', () => {
  it('is read if it is valid', async () => {
    expect(await factsOf(0, () => {})).toEqual([]);
    expect(await one('ally', tied(1, -1), FACT_TOLD)).toMatchObject([
      { property: 'ally', side: 'told', value: { type: 'entity', key: 'valdoria', via: null }, words: null },
    ]);
    expect(await one('heads', tied(1, 0))).toMatchObject([
      { property: 'heads', side: 'own', value: { type: 'entity', key: 'valdoria', via: 'ada' } },
    ]);
    expect(await one('population', counted('83500000'))).toMatchObject([
      { value: { type: 'quantity', amount: 83_500_000 } },
    ]);
    expect(await one('coordinates', at(-90, 180))).toMatchObject([
      { value: { type: 'coordinates', at: { latitude: -90, longitude: 180 } } },
    ]);
    expect(await one('role', counted('Guest'), FACT_WORDS)).toMatchObject([{ value: null, words: 'Guest' }]);
  });

  it.each([0, Math.max(...PROPERTY_NAMES.map((name) => PROPERTIES[name].number)) + 1, 1_000_000_000])(
    'with the invalid property number %i is damaged',
    async (number) => {
      const card = factsOf(1, (record) => {
        record.number(number * FACT_FLAGS);
        dated(record);
      });
      await expect(card).rejects.toThrow(PackError);
    },
  );

  it.each<[string, () => Promise<readonly Fact[]>]>([
    ['a row beyond the pack', () => one('ally', tied(2, -1))],
    ['a row far beyond the pack', () => one('ally', tied(4_000_000_000, -1))],
    ['an office beyond the pack', () => one('heads', tied(1, 2))],
    ['a number that is none', () => one('population', counted('many'))],
    ['a number with a unit', () => one('population', counted('7 million'))],
    ['a number without an end', () => one('population', counted('Infinity'))],
    ['a number that is too large', () => one('gdp', counted('1e999'))],
    ['a latitude beyond the pole', () => one('coordinates', at(90.001, 0))],
    ['a longitude beyond the antimeridian', () => one('coordinates', at(0, 180.001))],
    ['a value that is cut short', () => factsOf(1, (record) => record.number(numberOf('population')))],
    [
      'more facts than there are',
      () =>
        factsOf(2, (record) => {
          record.number(numberOf('born'));
          dated(record);
        }),
    ],
    [
      'fewer facts than there are',
      () =>
        factsOf(1, (record) => {
          for (const property of ['born', 'died'] as const) {
            record.number(numberOf(property));
            dated(record);
          }
        }),
    ],
    [
      'a source beyond the pack',
      () =>
        factsOf(1, (record) => {
          for (const number of [numberOf('born'), 0, 0, 7]) record.number(number);
        }),
    ],
    [
      'a date that is none',
      () =>
        factsOf(1, (record) => {
          for (const number of [numberOf('born'), 3, 0, 0]) record.number(number);
        }),
    ],
  ])('with %s is damaged', async (_, read) => {
    await expect(read()).rejects.toThrow(PackError);
  });

  it('shows no name with reversed or hidden letters', async () => {
    const [fact] = await one('role', counted('Gue\u202est\u200b'), FACT_WORDS);
    expect(fact?.words).toBe('Guest');
  });
});
