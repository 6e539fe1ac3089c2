import { foldText } from '../text';
import type { Reading, Word } from './reading';
import type { Chosen } from './scene';
import type { Ref, Shelf } from './shelf';
import { makeSpan, placeOf, placeOfSpan, type Span, wordCount } from './spans';
import type { StoryMemory } from './types';

const CONFIDENCE = 0.8;
/** "Al", "Jo": as often something else. */
const SHORTEST = 3;
/** Named in an earlier batch of the visit. */
const BEFORE = -1;

interface Bearer {
  readonly ref: Ref;
  /** Where the full name stands first. */
  readonly place: number;
}

/**
 * "Taylor Swift … Taylor": a given name by itself means whoever was named in full with it before, if nobody else in the story
 * has it, as given name or surname. `spans`: whatever the words may mean by themselves.
 */
export function resolveGivenNames(
  spans: readonly Span[],
  chosen: readonly Chosen[],
  readings: readonly Reading[],
  memory: StoryMemory | null,
  shelf: Shelf,
): Chosen[] {
  const bearers = bearersOf(chosen, readings, memory, shelf);
  if (bearers.size === 0) return [];
  const taken = new Set(chosen.flatMap(({ span }) => placesOf(span)));
  const other = new Set(
    spans.filter((span) => span.options.some(({ use }) => use === 'name' || use === 'demonym')).map(placeOfSpan),
  );
  const others = new Set<string>();
  const found: { readonly given: string; readonly at: number; readonly word: Word; readonly bearer: Bearer }[] = [];
  for (const [at, reading] of readings.entries()) {
    if (reading.titled || !reading.language.capitals.meanNames) continue;
    for (const [index, word] of reading.words.entries()) {
      const bearer = word.capital ? bearers.get(word.folded) : undefined;
      const here = placeOf(at, index);
      if (!bearer || taken.has(here)) continue;
      if (joinsName(reading, index)) others.add(word.folded);
      else if (bearer.place < here && !other.has(here) && provesName(reading, word)) {
        found.push({ given: word.folded, at, word, bearer });
      }
    }
  }
  return found
    .filter(({ given }) => !others.has(given))
    .flatMap(({ at, word, bearer: { ref } }) => {
      const span = makeSpan(readings, at, word.start, word.end, []);
      return span ? [{ span, ref, confidence: CONFIDENCE, option: optionOf(ref), others: [], weighed: null }] : [];
    });
}

/** People by the given name with which they are named in full; without those that share one. */
function bearersOf(
  chosen: readonly Chosen[],
  readings: readonly Reading[],
  memory: StoryMemory | null,
  shelf: Shelf,
): Map<string, Bearer> {
  const bearers = new Map<string, Bearer | null>();
  const add = (given: string, ref: Ref, place: number): void => {
    const { kind, name } = shelf.entity(ref);
    // "Kim" of Kim Jong Un is no given name, but that is for the tables to know, which have it as a short form.
    if (kind !== 'person' || given.length < SHORTEST || foldText(name.split(' ')[0] ?? '') !== given) return;
    const known = bearers.get(given);
    if (known === undefined) bearers.set(given, { ref, place });
    else if (known && known.ref !== ref) bearers.set(given, null);
  };
  for (const [key, { forms }] of Object.entries(memory?.named ?? {})) {
    const ref = shelf.find(key);
    for (const form of forms)
      if (ref !== null && form.includes(' ')) add(foldText(form.split(' ')[0] ?? ''), ref, BEFORE);
  }
  for (const { span, ref } of chosen) {
    const reading = readings[span.at];
    const given = reading?.words[span.first];
    if (wordCount(span) < 2 || !reading || !given) continue;
    const { names, titles } = reading.language;
    if (titles.titleOf(given.folded) === null && !names.particles.has(given.folded))
      add(given.folded, ref, placeOfSpan(span));
  }
  return new Map([...bearers].filter((entry): entry is [string, Bearer] => entry[1] !== null));
}

/** Is it part of a longer name, or a surname behind a title: "James Taylor", "Taylor Hicks", "Mr. Taylor"? */
function joinsName({ block, words, language }: Reading, index: number): boolean {
  const [before, word, after] = [words[index - 1], words[index] as Word, words[index + 1]];
  const isLeft = before?.capital === true && word.joint !== 'break' && !language.names.openers.has(before.folded);
  const isTitled = before !== undefined && word.joint === 'space' && language.titles.titleOf(before.folded) !== null;
  const goesOn =
    after?.capital === true &&
    after.joint !== 'break' &&
    !/['’]/.test(block.text.slice(word.end, after.start)) &&
    !language.names.openers.has(after.folded);
  return isLeft || isTitled || goesOn;
}

const provesName = ({ language }: Reading, { initial, folded }: Word): boolean =>
  !(initial && language.names.ordinary.has(folded));

const placesOf = (span: Span): number[] =>
  Array.from({ length: wordCount(span) }, (_, word) => placeOf(span.at, span.first + word));

const optionOf = (ref: Ref): Chosen['option'] => ({
  ref,
  prior: 1,
  use: 'noun',
  caseRule: 'initial',
  company: [],
  from: null,
  to: null,
  language: null,
  via: 'story',
});
