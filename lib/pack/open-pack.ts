/** Opens a pack over its bytes: rows are decoded when they are asked for, and each read is checked. */
import { type Entity, FACT_KINDS, KINDS, type Source } from '../facts';
import { plainLabel, plainText } from '../text';
import type { Day } from '../time';
import { createDetector } from './detect';
import { openFormIndex } from './form-index';
import {
  ENTITY,
  ENTITY_FIELDS,
  FACT,
  FACT_ENDS,
  FACT_FIELDS,
  RELATION,
  RELATION_FIELDS,
  SOURCE,
  SOURCE_FIELDS,
} from './layout';
import { unpackDate, unpackDay } from './packed-date';
import { damaged, numberAt, openSections } from './sections';
import { decodeUtf8, openTexts } from './text-blocks';
import type { Pack } from './types';

const LONGEST_VARINT = 5;

export function openPack(input: ArrayBuffer | Uint8Array): Pack {
  const opened = openSections(input);
  const { views, entityCount } = opened;
  const { strings, entities, entityTraits, also, facts, relations, stems, sources } = views;
  const index = openFormIndex(views, entityCount);
  const textAt = openTexts(views);

  const stringBytes = (offset: number): Uint8Array => {
    let length = 0;
    let at = offset;
    for (let read = 0; ; read++) {
      const byte = numberAt(strings, at++);
      length += (byte & 127) * 2 ** (7 * read);
      if (byte < 128) break;
      if (read === LONGEST_VARINT - 1) throw damaged(`string at ${offset}`);
    }
    if (at + length > strings.length) throw damaged(`string at ${offset}`);
    return strings.subarray(at, at + length);
  };
  const stringAt = (offset: number): string => decodeUtf8(stringBytes(offset));
  /** A name or a line that a card shows: a pack may come from anybody. */
  const labelAt = (offset: number): string => plainLabel(stringAt(offset));
  const stringOrNull = (reference: number): string | null => (reference === 0 ? null : stringAt(reference - 1));
  const labelOrNull = (reference: number): string | null => (reference === 0 ? null : labelAt(reference - 1));
  const dateAt = (packed: number): string | null => {
    const date = unpackDate(packed);
    if (date === undefined) throw damaged(`date ${packed}`);
    return date;
  };
  const dayAt = (packed: number): Day => {
    const day = unpackDay(packed);
    if (!day) throw damaged(`day ${packed}`);
    return day;
  };

  const field = (row: number, name: keyof typeof ENTITY): number => {
    if (!(row >= 0 && row < entityCount)) throw new RangeError(`the pack has no entity ${row}`);
    return numberAt(entities, row * ENTITY_FIELDS + ENTITY[name]);
  };
  /** First and last+1 of a list of the row: where the next row's begins, it ends. */
  const listOf = (row: number, name: keyof typeof ENTITY, count: number): readonly [number, number] => {
    const from = field(row, name);
    const to = numberAt(entities, (row + 1) * ENTITY_FIELDS + ENTITY[name]);
    if (from > to || to > count) throw damaged(`${name} of entity ${row}`);
    return [from, to];
  };
  const mapList = <T>(row: number, name: keyof typeof ENTITY, count: number, read: (index: number) => T): T[] => {
    const [from, to] = listOf(row, name, count);
    return Array.from({ length: to - from }, (_, index) => read(from + index));
  };

  const sourceAt = (number: number): Source => {
    const part = (name: keyof typeof SOURCE): number => numberAt(sources, number * SOURCE_FIELDS + SOURCE[name]);
    return {
      name: labelAt(part('name')),
      url: stringOrNull(part('url')),
      licence: labelOrNull(part('licence')),
      asOf: dayAt(part('asOf')),
    };
  };
  const keyAt = (row: number): string => stringAt(field(row, 'key'));

  return {
    info: {
      name: labelAt(opened.name),
      edition: dayAt(opened.edition),
      formatVersion: opened.formatVersion,
      entityCount,
      formCount: opened.formCount,
      byteLength: opened.bytes.length,
    },
    detect: createDetector(views, index),
    candidates: index.candidates,
    similar: index.similar,
    row(key) {
      let low = 0;
      let high = entityCount - 1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        const order = compareAscii(stringBytes(field(middle, 'key')), key);
        if (order === 0) return middle;
        if (order < 0) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
    entity(row): Entity {
      const wikidata = field(row, 'wikidata');
      const kind = KINDS[numberAt(entityTraits, row * 2)];
      if (kind === undefined) throw damaged(`kind of entity ${row}`);
      return {
        key: keyAt(row),
        kind,
        name: labelAt(field(row, 'name')),
        qualifier: labelAt(field(row, 'qualifier')),
        gloss: labelAt(field(row, 'gloss')),
        also: mapList(row, 'also', also.length, (at) => labelAt(numberAt(also, at))),
        wikipedia: stringOrNull(field(row, 'wikipedia')),
        wikidata: wikidata === 0 ? null : `Q${wikidata}`,
        prominence: numberAt(entityTraits, row * 2 + 1),
      };
    },
    facts: (row) =>
      mapList(row, 'facts', facts.length / FACT_FIELDS, (at) => {
        const part = (name: keyof typeof FACT): number => numberAt(facts, at * FACT_FIELDS + FACT[name]);
        const kind = FACT_KINDS[part('kind') & 0xff];
        if (kind === undefined) throw damaged(`kind of fact ${at}`);
        return {
          kind,
          text: labelAt(part('text')),
          start: dateAt(part('start')),
          end: dateAt(part('end')),
          ends: (part('kind') & FACT_ENDS) !== 0,
          source: sourceAt(part('source')),
        };
      }),
    relations: (row) =>
      mapList(row, 'relations', relations.length / RELATION_FIELDS, (at) => {
        const part = (name: keyof typeof RELATION): number =>
          numberAt(relations, at * RELATION_FIELDS + RELATION[name]);
        if (part('other') >= entityCount) throw damaged(`tie ${at}`);
        return {
          other: keyAt(part('other')),
          text: labelAt(part('text')),
          start: dateAt(part('start')),
          end: dateAt(part('end')),
          source: sourceAt(part('source')),
        };
      }),
    neighbours(row) {
      const [from, to] = listOf(row, 'relations', relations.length / RELATION_FIELDS);
      const rows = new Uint32Array(to - from);
      let count = 0;
      for (let at = from; at < to; at++) {
        const other = numberAt(relations, at * RELATION_FIELDS + RELATION.other);
        if (other >= entityCount) throw damaged(`tie ${at}`);
        if (count === 0 || rows[count - 1] !== other) rows[count++] = other;
      }
      return rows.subarray(0, count);
    },
    contextStems(row) {
      const [from, to] = listOf(row, 'stems', stems.length);
      return stems.subarray(from, to);
    },
    background(row) {
      const reference = field(row, 'text');
      if (reference === 0) return null;
      const { text, source } = textAt(reference - 1);
      return { text: plainText(text), source: sourceAt(source) };
    },
    source: (row) => sourceAt(field(row, 'source')),
  };
}

/** Keys are ASCII, so their bytes sort as their letters do. */
function compareAscii(bytes: Uint8Array, key: string): number {
  const shared = Math.min(bytes.length, key.length);
  for (let at = 0; at < shared; at++) {
    const difference = bytes[at]! - key.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return bytes.length - key.length;
}
