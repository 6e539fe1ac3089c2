/** Reads what `writeSearch` wrote: all names at the first search, written names one block at a time. */
import { foldText, plainLabel } from '../text';
import { damaged } from './damaged';
import { decodeUtf8 } from './decode-utf8';
import { ROW_SIGN, SEARCH_BLOCKS, SEARCH_ROW } from './layout';
import { KIND_NUMBERS, wordsByNumber } from './numbers';
import type { Cards } from './read-cards';
import type { Heads } from './read-heads';
import { createRecordReader } from './record-reader';
import type { Sections } from './sections';
import type { NameIndex, Pack } from './types';

const KIND_OF = wordsByNumber(KIND_NUMBERS);
const NOWHERE: readonly number[] = [];

export function openSearch({ search }: Sections, heads: Heads, cards: Cards): Pick<Pack, 'names' | 'writtenNames'> {
  let kept: Promise<NameIndex> | null = null;
  const writtenCount = search.length - 2;
  const blockAt = (number: number): number => {
    const block = search.at(0) + number;
    if (search.at(0) + SEARCH_BLOCKS.written + writtenCount !== cards.blockCount) throw damaged('blocks of a search');
    return block;
  };

  async function load(): Promise<NameIndex> {
    if (search.length === 0) return fromHeads(heads);
    const [names, rows] = await Promise.all([
      cards.stored(blockAt(SEARCH_BLOCKS.names)),
      cards.stored(blockAt(SEARCH_BLOCKS.rows)),
    ]);
    const text = decodeUtf8(names);
    return { text, starts: startsOf(text, heads.count), entityCount: heads.count, ...readRows(rows, heads.count) };
  }

  return {
    names() {
      const index = kept ?? load();
      kept = index;
      // A failed read may succeed next time, for example under memory pressure.
      index.catch(() => {
        if (kept === index) kept = null;
      });
      return index;
    },
    async writtenNames(row) {
      if (!(row >= 0 && row < heads.count)) throw new RangeError(`the pack has no entity ${row}`);
      if (search.length === 0) return [];
      let place = writtenCount - 1;
      while (place > 0 && search.at(1 + place) > row) place--;
      const record = createRecordReader(await cards.inflated(blockAt(SEARCH_BLOCKS.written + place)));
      for (let before = search.at(1 + place); before < row; before++)
        for (let rest = record.number(); rest > 0; rest--) record.skipText();
      const written: string[] = [];
      for (let rest = record.number(); rest > 0; rest--) written.push(plainLabel(record.text()));
      return written;
    },
  };
}

function startsOf(text: string, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let at = -1;
  for (let row = 0; row < count; row++) {
    at = text.indexOf(ROW_SIGN, at + 1);
    if (at < 0) throw damaged(`names of entity ${row}`);
    starts[row] = at;
  }
  if (count > 0 ? starts[0] !== 0 || text.indexOf(ROW_SIGN, at + 1) >= 0 : text !== '') throw damaged('names');
  starts[count] = text.length;
  return starts;
}

type Rows = Pick<NameIndex, 'kind' | 'prominence' | 'qualifier' | 'countries' | 'allCountries'>;

function readRows(bytes: Uint8Array, count: number): Rows {
  const record = createRecordReader(bytes);
  const list = <T>(read: () => T): T[] => {
    const items: T[] = [];
    // Each item takes at least a byte, so a wrong length soon ends in an error.
    for (let rest = record.number(); rest > 0; rest--) items.push(read());
    return items;
  };
  const below = (limit: number): number => {
    const number = record.number();
    if (number >= limit) throw damaged(`${number} of ${limit} in the rows of a search`);
    return number;
  };
  const qualifiers = list(() => plainLabel(record.text()));
  const countries = list(() => below(count));
  const sets = list(() => list(() => countries[below(countries.length)]!));
  const from = bytes.length - count * SEARCH_ROW.length;
  if (record.at !== from) throw damaged('rows of a search');
  const placeOf = (row: number, field: number): number => {
    if (!(row >= 0 && row < count)) throw new RangeError(`the pack has no entity ${row}`);
    return from + row * SEARCH_ROW.length + field;
  };
  /** Read in place: decoding all rows would cost a worker more than a search. */
  const numberAt = (row: number, field: number): number => {
    const at = placeOf(row, field);
    return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
  };
  const found = <T>(thing: T | undefined, row: number): T => {
    if (thing === undefined) throw damaged(`row ${row} of a search`);
    return thing;
  };
  return {
    kind: (row) => found(KIND_OF.get(bytes[placeOf(row, SEARCH_ROW.kind)]!), row),
    prominence: (row) => bytes[placeOf(row, SEARCH_ROW.prominence)]!,
    qualifier: (row) => found(qualifiers[numberAt(row, SEARCH_ROW.qualifier)], row),
    countries: (row) => found(sets[numberAt(row, SEARCH_ROW.countries)], row),
    allCountries: [...countries].sort((one, other) => one - other),
  };
}

/** For a pack from before search: the names in the heads, without aliases and countries. */
function fromHeads(heads: Heads): NameIndex {
  const all = Array.from({ length: heads.count }, (_, row) => heads.entity(row));
  const text = all.map(({ name }) => ROW_SIGN + foldText(name)).join('');
  return {
    entityCount: heads.count,
    text,
    starts: startsOf(text, heads.count),
    kind: (row) => all[row]!.kind,
    prominence: (row) => all[row]!.prominence,
    qualifier: () => '',
    countries: () => NOWHERE,
    allCountries: NOWHERE,
  };
}
