/** Writes what a search reads, behind the cards; `openSearch` reads it back. What lies where: layout.ts, `SEARCH_BLOCKS`. */
import { strToU8 } from 'fflate';
import { foldText, skeleton } from '../text';
import { byRow } from './by-row';
import { type SurfaceForm, surnames, withoutArticle } from './derive-forms';
import { groupBy } from './group-by';
import { CARD_BLOCK_TARGET, FORM_SIGN, NAME_SIGN, ROW_SIGN, SKELETON_SIGN } from './layout';
import { KIND_NUMBERS } from './numbers';
import { createRecordWriter } from './record-writer';
import type { EntityRow, FormRow } from './source';
import type { CardWriter } from './write-cards';

export function writeSearch(
  entities: readonly EntityRow[],
  forms: readonly SurfaceForm[],
  /** Of the tables: what was derived from them is to be found, and not worth reading. */
  written: readonly FormRow[],
  countriesOf: (row: number) => readonly number[],
  append: CardWriter['append'],
): Uint32Array {
  const formsOf = byRow(forms, ({ row }) => row, entities.length);
  const writtenOf = groupBy(written, ({ entity }) => entity);
  const names = append(strToU8(entities.map((entity, row) => namesOf(entity, formsOf(row))).join('')), 'stored');
  append(rowsOf(entities, countriesOf), 'stored');
  const firstRows: number[] = [];
  const block = createRecordWriter();
  const close = (): void => void (block.length > 0 && append(block.take(), 'deflated'));
  entities.forEach((entity, row) => {
    if (row === 0 || block.length > CARD_BLOCK_TARGET) {
      close();
      firstRows.push(row);
    }
    const also = writtenNames(entity, writtenOf.get(entity.key) ?? []);
    block.number(also.length);
    for (const name of also) block.text(name);
  });
  close();
  return Uint32Array.from([names, ...firstRows, entities.length]);
}

/** Nouns are no names: "militia" would find hundreds. */
const isSought = ({ use }: SurfaceForm): boolean => use !== 'noun';

function namesOf({ name }: EntityRow, forms: readonly SurfaceForm[]): string {
  const printed = foldText(name);
  const signs = new Map<string, string>([[printed, ROW_SIGN]]);
  const bones = new Set<string>();
  for (const form of forms) {
    if (!isSought(form)) continue;
    const folded = foldText(form.form);
    // A name that stands for an office's holder on some days is a way to him, and not what he is called.
    const sign = form.use === 'name' && !isForDays(form) ? NAME_SIGN : FORM_SIGN;
    const known = signs.get(folded);
    if (known === undefined || known === FORM_SIGN) signs.set(folded, sign);
    const spelling = form.transliterated && (form.use === 'name' || form.use === 'short') ? skeleton(form.form) : null;
    if (spelling !== null) bones.add(spelling);
  }
  signs.delete(printed);
  // In an order that no table decides.
  const others = [...signs].map(([folded, sign]) => sign + folded).sort();
  return [ROW_SIGN + printed, ...others, ...[...bones].map((spelling) => SKELETON_SIGN + spelling).sort()].join('');
}

const isForDays = ({ from, to }: FormRow): boolean => from !== null && to !== null;

function rowsOf(entities: readonly EntityRow[], countriesOf: (row: number) => readonly number[]): Uint8Array {
  const qualifiers = numbered<string>();
  const countries = numbered<number>();
  const sets = numbered<string>();
  const rows = createRecordWriter();
  entities.forEach(({ kind, prominence, qualifier }, row) => {
    rows.number(KIND_NUMBERS[kind]);
    rows.number(prominence);
    rows.number(qualifiers.of(qualifier));
    rows.number(sets.of(countriesOf(row).map(countries.of).join(' ')));
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
  rows.moveTo(all);
  return all.take();
}

/** Things by the order in which they first come up. */
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

/** `holder` stands on an office for whoever holds it, and is what the office is called. */
const OWN_NAMES: ReadonlySet<FormRow['use']> = new Set(['name', 'short', 'company', 'holder']);

/** Neither the printed name nor what anybody would guess from it; each once, however it is written. */
function writtenNames({ kind, name }: EntityRow, forms: readonly FormRow[]): string[] {
  const guessed = new Set([name, ...(kind === 'person' ? surnames(name) : [])].map(foldText));
  const own = forms
    .filter((form) => OWN_NAMES.has(form.use))
    // Forms of another language stand there in all their cases.
    .filter((form) => form.language === undefined && !isForDays(form))
    .sort(
      (one, other) =>
        Number(other.printed) - Number(one.printed) || other.weight - one.weight || (one.form < other.form ? -1 : 1),
    );
  const written = new Map<string, string>();
  for (const row of own) {
    const form = withoutArticle(row.form);
    const folded = foldText(form);
    if (!guessed.has(folded) && !written.has(folded)) written.set(folded, form);
  }
  return [...written.values()];
}
