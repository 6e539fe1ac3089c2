/**
 * The memory of a visit as one string, sent between page and background with every batch. As lists it was half of all
 * that a page of 200,000 words sent, and the browser took it apart and rebuilt it each time.
 *
 *   entity|3|form|form~entity|1|form  ^  stem stem …  ^  entity entity@comment …
 *
 * JSON escapes none of these characters, so the browser copies the string as it is.
 */
import type { StoryMemory } from '../types';

const PARTS = '^';
const RECORDS = '~';
const FIELDS = '|';
const WORDS = ' ';
/** Half as long as decimal digits. */
const RADIX = 36;
const SEPARATORS = /[\^~|]/g;
/**
 * Pack keys are slugs without these characters (lib/pack). Any other key is left out, since it would corrupt the text.
 */
const isPlain = (key: string): boolean => !/[\^~| ]/.test(key);

/** A separator inside a name's form becomes a space: forms are only compared. */
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

/** @throws Error if the text does not come from `memoryToText`. */
export function memoryFromText(text: string): StoryMemory {
  const parts = text.split(PARTS);
  const [records = '', stems = '', marked = ''] = parts;
  if (parts.length !== 3) throw new Error('not a visit memory');
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
  if (!Number.isSafeInteger(number) || number < 0) throw new Error('not a visit memory');
  return number;
}
