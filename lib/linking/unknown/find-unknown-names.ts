import { type Language, languageOf } from '../../language';
import type { Pack } from '../../pack';
import { type Reading, readBlock } from '../reading';
import { openShelf } from '../shelf';
import type { Story } from '../types';
import { storyOf } from './beside-story';
import { openSays } from './choose-says';
import { collect, type Single } from './collect';
import type { Group } from './group';
import { inHeadlines } from './in-headlines';
import { kindOfName } from './kind-of-name';
import { linkedWords } from './linked-words';
import { coverMentions } from './mention-cover';
import { openLongerNames } from './merge';
import type { Clue, Sighting } from './sighting';
import { findSmallLetters, type SmallLetters } from './small-letters';
import type { NamePlace, UnknownName } from './types';

/** More names than any story has; a list of them is no story. */
const MOST_NAMES = 300;

/**
 * The names of a story that no pack knows, with what the story itself says of each: never a guess. `mentions` are the places
 * that have a card.
 *
 *   read → runs of capitals → without titles → by form → what stands beside each → shorter forms to the longest → says
 */
export function findUnknownNames(packs: readonly Pack[], story: Story, mentions: readonly NamePlace[]): UnknownName[] {
  const shelf = openShelf(packs);
  const readings = story.blocks.map((given) => {
    const block = storyOf(given);
    return readBlock(block, languageOf(block.language ?? story.language));
  });
  const language = languageOf(story.language);
  const coverOf = coverMentions(mentions);
  const { groups, singles } = collect(readings, coverOf, shelf);
  joinInflected(groups, language);
  const linked = linkedWords(readings, mentions);
  const small = findSmallLetters(
    readings,
    [...groups.values()].map(({ words }) => words),
  );
  proveByShorter(groups, singles);
  proveByDeeds(groups, small, language);
  dropOpeners(groups, small, readings);
  const names = [...groups.values()].filter(
    (group) => group.sure && isName(group, small, language) && !isOfLinked(group, linked),
  );
  const merged = joinShorter(names, singles, groups, linked, small, language);
  for (const [group, sightings] of inHeadlines(merged, readings, coverOf)) group.sightings.push(...sightings);
  const says = openSays(readings);
  for (const { sightings } of merged) sightings.sort(inOrder);
  const bySize = merged.length > MOST_NAMES ? merged.sort((a, b) => b.sightings.length - a.sightings.length) : merged;
  return bySize
    .slice(0, MOST_NAMES)
    .sort((a, b) => inOrder(a.sightings[0] as Sighting, b.sightings[0] as Sighting))
    .map(
      (group): UnknownName => ({
        name: group.name,
        places: group.sightings.map(({ at, start, end }) => ({
          block: (readings[at] as Reading).block.id,
          start,
          end,
        })),
        says: says(group.clues, group.sightings),
        roles: [...new Set(group.clues.flatMap(({ roles }) => roles))],
        kind: kindOfName(group, language),
      }),
    );
}

const inOrder = (a: Sighting, b: Sighting): number => a.at - b.at || a.start - b.start;

/** "Sabine Achterraths" is "Sabine Achterrath", where the story has both. */
function joinInflected(groups: Map<string, Group>, { uninflected }: Language): void {
  for (const group of groups.values()) {
    const [bare] = uninflected(group.name);
    if (bare === undefined || !bare.endsWith("'")) continue;
    const base = groups.get(group.key.slice(0, -1));
    if (!base) continue;
    groups.delete(group.key);
    join(base, { ...group, sightings: group.sightings.map((one) => ({ ...one, end: one.end - 1 })) });
  }
}

function join(longer: Group, shorter: Pick<Group, 'sightings' | 'clues' | 'acronyms' | 'speaks'>): void {
  longer.sightings.push(...shorter.sightings);
  longer.clues.push(...shorter.clues);
  for (const acronym of shorter.acronyms) longer.acronyms.add(acronym);
  longer.speaks ||= shorter.speaks;
}

/** "Lorcan Mulhearne", which only begins sentences, is a name where "Mulhearne" stands inside of one. */
function proveByShorter(groups: ReadonlyMap<string, Group>, singles: readonly Single[]): void {
  const inside = new Set<string>();
  for (const { sighting } of singles) if (!sighting.initial) inside.add(sighting.key);
  for (const { sure, key, words } of groups.values()) if (sure && words.length === 1) inside.add(key);
  for (const group of groups.values()) {
    const last = group.words.at(-1);
    if (group.words.length > 1 && last !== undefined) group.sure ||= inside.has(last);
  }
}

/** "Luiz Fux won": at the head of a sentence two words are a name before what names do, if the first is no word like others. */
function proveByDeeds(
  groups: ReadonlyMap<string, Group>,
  small: SmallLetters,
  { roles, names, cues, titles }: Language,
): void {
  const isPlain = (word: string): boolean =>
    word.length < 3 ||
    small.words.has(word) ||
    names.ordinary.has(word) ||
    names.directions.has(word) ||
    cues.parts.has(word) ||
    roles.modifiers.has(word) ||
    roles.noNames.has(word) ||
    roles.isDone(word) ||
    roles.kindOf(word) !== null ||
    titles.titleOf(word) !== null;
  for (const group of groups.values())
    if (group.acts && group.words.length > 1) group.sure ||= !isPlain(group.words[0] as string);
}

/** "Called Proto Max" at the head of a line is "Proto Max", where "called" stands in small letters and the name by itself. */
function dropOpeners(groups: Map<string, Group>, small: SmallLetters, readings: readonly Reading[]): void {
  for (const group of groups.values()) {
    const [opener = '', ...rest] = group.words;
    if (rest.length < 2 || !small.words.has(opener) || group.sightings.some(({ initial }) => !initial)) continue;
    const bare = groups.get(rest.join(' '));
    if (!bare?.sure) continue;
    groups.delete(group.key);
    const sightings = group.sightings.map((one) => {
      const first = one.first + 1;
      return { ...one, first, start: readings[one.at]?.words[first]?.start ?? one.start };
    });
    join(bare, { ...group, sightings });
  }
}

/** Does nothing show that these are words like others? */
function isName({ words, clues, acronyms }: Group, small: SmallLetters, language: Language): boolean {
  if (words.length === 1)
    return !small.words.has(words[0] as string) && !language.names.ordinary.has(words[0] as string);
  if (small.pairs.has(`${words[0]} ${words[1]}`)) return false;
  if (clues.length > 0 || acronyms.size > 0) return true;
  return !words.every(
    (word) => small.words.has(word) || language.roles.links.has(word) || language.roles.noNames.has(word),
  );
}

/** "Merz" is no unknown name where "Friedrich Merz" has a card. */
const isOfLinked = ({ words }: Group, linked: ReadonlySet<string>): boolean =>
  words.length === 1 && linked.has(words[0] as string);

/** "Ford, which lays off workers" is not Christine Ford, of whom the story says "who". */
function isOther({ clues }: Group, beside: readonly Clue[]): boolean {
  const person = clues.some(({ kind }) => kind === 'person');
  return person && beside.some(({ kind }) => kind === 'body' || kind === 'place');
}

/** Each shorter form goes to the one longer name that it fits, and to none where it fits several. */
function joinShorter(
  names: readonly Group[],
  singles: readonly Single[],
  groups: ReadonlyMap<string, Group>,
  linked: ReadonlySet<string>,
  small: SmallLetters,
  language: Language,
): Group[] {
  const longest = [...names].sort((a, b) => b.words.length - a.words.length);
  const { longerOf, fitsAny } = openLongerNames(longest, language, small);
  const kept: Group[] = [];
  const target = new Map<string, Group | null>();
  const targetOf = (words: readonly string[]): Group | null => {
    const key = words.join(' ');
    const known = target.get(key);
    if (known !== undefined) return known;
    const isShared = words.length === 1 && linked.has(key);
    const longer = isShared ? null : longerOf(words);
    const end = longer === null ? null : (targetOf(longer.words) ?? longer);
    target.set(key, end);
    return end;
  };
  for (const group of longest) {
    const longer = targetOf(group.words);
    if (longer !== null && !isOther(longer, group.clues)) join(longer, group);
    else if (!fitsAny(group.words)) kept.push(group);
  }
  // What no sentence proved a name may be the shorter form of one.
  const isProved = new Set(names);
  for (const group of groups.values()) {
    if (isProved.has(group)) continue;
    const longer = targetOf(group.words);
    if (longer !== null) join(longer, group);
  }
  const isKept = new Set(kept);
  for (const { sighting, clues } of singles) {
    const own = groups.get(sighting.key);
    const longer = targetOf(sighting.words) ?? (own && isKept.has(own) ? own : null);
    if (longer === null || isOther(longer, clues)) continue;
    longer.sightings.push(sighting);
    for (const clue of clues) longer.clues.push({ ...clue, at: sighting.at });
  }
  return kept;
}
