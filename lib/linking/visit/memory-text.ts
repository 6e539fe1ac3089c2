/**
 * The memory of a visit as one text, as which it travels between page and background with every batch. As lists it was half of
 * all that a page of 200,000 words sent, and the browser took them apart and put them together again each time.
 *
 *   entity|3|form|form~entity|1|form  ^  stem stem …  ^  entity entity@comment …
 *
 * Of characters that JSON leaves as they are, so that the browser copies it whole.
 */
import type { StoryMemory } from '../types';

const PARTS = '^';
const RECORDS = '~';
const FIELDS = '|';
const WORDS = ' ';
/** Digits and letters: half as long as decimal digits. */
const RADIX = 36;
const SEPARATORS = /[\^~|]/g;
/** Keys of a pack are slugs, without these characters (lib/pack). Any other key is left out: it would garble the rest. */
const isPlain = (key: string): boolean => !/[\^~| ]/.test(key);

/** A form of a name that has a separator in it is kept with a space in its place: forms are only compared. */
export function memoryToText({ named, stems, marked }: StoryMemory): string {
  const records = Object.entries(named)
    .filter(([entity]) => isPlain(entity))
    .map(([entity, { forms, count }]) =>
      [entity, count, ...forms.map((form) => form.replace(SEPARATORS, ' '))].join(FIELDS),
    );
  return [
    records.join(RECORDS),
    stems.map((stem) => stem.toString(RADIX)).join(WORDS),
    marked.filter(isPlain).join(WORDS),
  ].join(PARTS);
}

/** @throws Error where the text is none of `memoryToText`. */
export function memoryFromText(text: string): StoryMemory {
  const parts = text.split(PARTS);
  const [records = '', stems = '', marked = ''] = parts;
  if (parts.length !== 3) throw new Error('not the memory of a visit');
  const named = listOf(records, RECORDS).map((record) => {
    const [entity = '', count = '', ...forms] = record.split(FIELDS);
    return [entity, { forms, count: whole(count, 10) }] as const;
  });
  return {
    named: Object.fromEntries(named),
    stems: listOf(stems, WORDS).map((stem) => whole(stem, RADIX)),
    marked: listOf(marked, WORDS),
  };
}

const listOf = (text: string, separator: string): string[] => (text === '' ? [] : text.split(separator));

function whole(text: string, radix: number): number {
  const number = Number.parseInt(text, radix);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error('not the memory of a visit');
  return number;
}
