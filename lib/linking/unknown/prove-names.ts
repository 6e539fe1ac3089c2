import { type Language, rolesOf } from '../../language';
import { foldText } from '../../text';
import type { Reading } from '../read/reading';
import type { Single } from './collect';
import type { NameGroup } from './group';
import { join } from './join-forms';
import type { SmallLetters } from './small-letters';

/** Which forms are names: what one place does not show, others may, or the words of the page. */
export function proveNames(
  groups: Map<string, NameGroup>,
  singles: readonly Single[],
  readings: readonly Reading[],
  small: SmallLetters,
  language: Language,
): NameGroup[] {
  proveByShorter(groups, singles);
  proveByDeeds(groups, small, language);
  dropOpeners(groups, small, readings);
  return [...groups.values()].filter((group) => group.sure && isName(group, small, language));
}

/** "Lorcan Mulhearne" only starts sentences, but "Mulhearne" occurs in mid-sentence, so both are names. */
function proveByShorter(groups: ReadonlyMap<string, NameGroup>, singles: readonly Single[]): void {
  const inside = new Set<string>();
  for (const { sighting } of singles) if (!sighting.initial) inside.add(sighting.key);
  for (const { sure, key, words } of groups.values()) if (sure && words.length === 1) inside.add(key);
  for (const group of groups.values()) {
    const last = group.words.at(-1);
    if (group.words.length > 1 && last !== undefined) group.sure ||= inside.has(last);
  }
}

/**
 * "Luiz Fux won": two words at the start of a sentence are a name if what follows is what names do and the first is no
 * ordinary word.
 */
function proveByDeeds(groups: ReadonlyMap<string, NameGroup>, small: SmallLetters, language: Language): void {
  const { names, cues, titles } = language;
  const roles = rolesOf(language);
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

/**
 * "Called Proto Max" at the start of a line is "Proto Max" if "called" also occurs in lower case and the name on its
 * own.
 */
function dropOpeners(groups: Map<string, NameGroup>, small: SmallLetters, readings: readonly Reading[]): void {
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

/** Folded, without "de" and the like. */
const capitalsOf = (name: string): readonly string[] =>
  foldText(name.replace(/(?<!\p{L})\p{Ll}\p{L}*/gu, ' ')).split(' ');

/** Is there no sign that these are ordinary words? */
function isName({ words, name, clues, acronyms }: NameGroup, small: SmallLetters, language: Language): boolean {
  if (words.length === 1)
    return !small.words.has(words[0] as string) && !language.names.ordinary.has(words[0] as string);
  if (small.pairs.has(`${words[0]} ${words[1]}`)) return false;
  // In a language without a folder no word is known: "Ministre Dupontel", where "ministre" also occurs.
  if (language.capitals.doubted && capitalsOf(name).some((word) => small.words.has(word))) return false;
  if (clues.length > 0 || acronyms.size > 0) return true;
  return !words.every(
    (word) => small.words.has(word) || rolesOf(language).links.has(word) || rolesOf(language).noNames.has(word),
  );
}
