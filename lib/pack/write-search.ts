/**
 * Writes what a search reads, behind the cards; `openSearch` reads it back. For the layout see layout.ts,
 * `SEARCH_BLOCKS`.
 */
import { strToU8 } from 'fflate';
import { foldText, skeleton } from '../text';
import { byRow } from './by-row';
import type { SurfaceForm } from './derive-forms';
import { CARD_BLOCK_TARGET, FORM_SIGN, NAME_SIGN, ROW_SIGN, SEARCH_ROW, SKELETON_SIGN } from './layout';
import { KIND_NUMBERS } from './numbers';
import { PackError } from './pack-error';
import { createRecordWriter } from './record-writer';
import type { EntityRow } from './source';
import type { CardWriter } from './write-cards';

export function writeSearch(
  entities: readonly EntityRow[],
  forms: readonly SurfaceForm[],
  countriesOf: (row: number) => readonly number[],
  append: CardWriter['append'],
): Uint32Array {
  const formsOf = byRow(forms, ({ row }) => row, entities.length);
  // Most names are among the forms, already folded.
  const printed = entities.map(
    ({ name }, row) => formsOf(row).find(({ form }) => form === name)?.folded ?? foldText(name),
  );
  const names = append(strToU8(printed.map((name, row) => namesOf(name, formsOf(row))).join('')), 'stored');
  append(rowsOf(entities, countriesOf), 'stored');
  const firstRows: number[] = [];
  const block = createRecordWriter();
  const close = (): void => void (block.length > 0 && append(block.take(), 'deflated'));
  printed.forEach((name, row) => {
    if (row === 0 || block.length > CARD_BLOCK_TARGET) {
      close();
      firstRows.push(row);
    }
    const also = writtenNames(name, formsOf(row));
    block.number(also.length);
    for (const one of also) block.text(one);
  });
  close();
  return Uint32Array.from([names, ...firstRows, entities.length]);
}

/** Nouns are not names: "militia" would find hundreds. */
const isSought = ({ use }: SurfaceForm): boolean => use !== 'noun';

/** `printed`: the folded name. */
function namesOf(printed: string, forms: readonly SurfaceForm[]): string {
  const lines: string[] = [];
  for (const form of forms) {
    const { folded, use } = form;
    if (!isSought(form)) continue;
    // A name that means an office's holder on some days leads to the person, but is not what they are called.
    if (folded !== printed) lines.push((use === 'name' && !isForDays(form) ? NAME_SIGN : FORM_SIGN) + folded);
    const bones = form.transliterated && (use === 'name' || use === 'short') ? skeleton(form.form) : null;
    if (bones !== null) lines.push(SKELETON_SIGN + bones);
  }
  // In an order that does not depend on the tables.
  if (lines.length > 1) lines.sort();
  let text = ROW_SIGN + printed;
  lines.forEach((line, at) => {
    if (line !== lines[at - 1]) text += line;
  });
  return text;
}

const isForDays = ({ from, to }: SurfaceForm): boolean => from !== null && to !== null;

function rowsOf(entities: readonly EntityRow[], countriesOf: (row: number) => readonly number[]): Uint8Array {
  const qualifiers = numbered<string>();
  const countries = numbered<number>();
  const sets = numbered<string>();
  const setOf = (of: readonly number[]): string => (of.length === 0 ? '' : of.map(countries.of).join(' '));
  const rows = new Uint8Array(entities.length * SEARCH_ROW.length);
  const put = (at: number, number: number, width: number): void => {
    if (number >= 2 ** (width * 8)) throw new PackError('invalid-source', `${number} does not fit in ${width} bytes`);
    for (let byte = 0; byte < width; byte++) rows[at + byte] = number >>> (byte * 8);
  };
  entities.forEach(({ kind, prominence, qualifier }, row) => {
    const at = row * SEARCH_ROW.length;
    put(at + SEARCH_ROW.kind, KIND_NUMBERS[kind], 1);
    put(at + SEARCH_ROW.prominence, prominence, 1);
    put(at + SEARCH_ROW.qualifier, qualifiers.of(qualifier), 3);
    put(at + SEARCH_ROW.countries, sets.of(setOf(countriesOf(row))), 3);
  });
  const all = createRecordWriter();
  all.number(qualifiers.all().length);
  for (const qualifier of qualifiers.all()) all.text(qualifier);
  all.number(countries.all().length);
  for (const row of countries.all()) all.number(row);
  all.number(sets.all().length);
  for (const set of sets.all()) {
    const members = set === '' ? [] : set.split(' ').map(Number);
    all.number(members.length);
    for (const country of members) all.number(country);
  }
  all.bytes(rows);
  return all.take();
}

/** Numbers things in order of first appearance. */
function numbered<T>(): { of(thing: T): number; all(): readonly T[] } {
  const numbers = new Map<T, number>();
  return {
    of(thing) {
      const known = numbers.get(thing);
      if (known !== undefined) return known;
      numbers.set(thing, numbers.size);
      return numbers.size - 1;
    },
    all: () => [...numbers.keys()],
  };
}

const NOTHING: readonly string[] = [];

/**
 * Names in the tables, without duplicates that differ only in writing, and without what anyone would guess from the
 * name, such as a surname.
 */
function writtenNames(printed: string, forms: readonly SurfaceForm[]): readonly string[] {
  const own = forms.filter(
    (form) =>
      !form.derived &&
      (form.use === 'name' || form.use === 'short' || form.use === 'company') &&
      // Forms in another language are listed in all their cases.
      form.language === undefined &&
      !isForDays(form) &&
      form.folded !== printed &&
      !(form.use === 'short' && printed.endsWith(` ${form.folded}`)),
  );
  if (own.length === 0) return NOTHING;
  own.sort(
    (one, other) =>
      Number(other.printed) - Number(one.printed) || other.weight - one.weight || (one.form < other.form ? -1 : 1),
  );
  const written = new Map<string, string>();
  for (const { form, folded } of own) if (!written.has(folded)) written.set(folded, form);
  return [...written.values()];
}
