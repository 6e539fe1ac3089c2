import { genericWords, type Language, type RoleKind, rolesOf } from '../../language';
import type { NameGroup } from './group';
import { kindOfName } from './kind-of-name';
import type { SmallLetters } from './small-letters';

/** Which longer name a shorter form belongs to; null if none or several fit. */
export interface LongerNames {
  longerOf(words: readonly string[]): NameGroup | null;
  /** Does it fit at least one? */
  fitsAny(words: readonly string[]): boolean;
}

interface Bearer {
  readonly group: NameGroup;
  readonly kind: RoleKind | null;
}

/** Indexed by first and last word, and by acronym. */
export function openLongerNames(groups: readonly NameGroup[], language: Language, small: SmallLetters): LongerNames {
  const byForm = new Map<string, Set<NameGroup>>();
  const put = (form: string, group: NameGroup): void => {
    const there = byForm.get(form);
    if (there) there.add(group);
    else byForm.set(form, new Set([group]));
  };
  for (const group of groups) {
    const kind = kindOfName(group, language);
    for (const form of shorterForms({ group, kind }, language, small)) put(form, group);
  }
  const fitting = (words: readonly string[]): readonly NameGroup[] => {
    const key = words.join(' ');
    const there = [...(byForm.get(key) ?? [])].filter((group) => group.key !== key);
    if (there.length > MOST_LONGER) return there;
    // "Howard Lutnick" and "Howard W. Lutnick" count as one longer name for "Lutnick".
    return there.filter((one) => !there.some((other) => other !== one && isPartOfName(one.words, other.words)));
  };
  return {
    longerOf(words) {
      const there = fitting(words);
      return there.length === 1 ? (there[0] as NameGroup) : null;
    },
    fitsAny: (words) => fitting(words).length > 0,
  };
}

const MOST_WORDS = 8;
/** A form with so many longer names identifies none. */
const MOST_LONGER = 50;

/** "Lutnick" and "Howard" of "Howard Lutnick"; "Tessaly" of "Tessaly Aerodynamics"; "NGB" of "National Grain Board". */
function shorterForms({ group, kind }: Bearer, language: Language, small: SmallLetters): Set<string> {
  const forms = new Set<string>(group.acronyms);
  const { words } = group;
  if (words.length > MOST_WORDS) return forms;
  const { names, titles } = language;
  const roles = rolesOf(language);
  const isPlain = (word: string): boolean =>
    word.length < 3 ||
    small.words.has(word) ||
    names.openers.has(word) ||
    roles.noNames.has(word) ||
    titles.titleOf(word) !== null;
  const isGeneral = (word: string): boolean =>
    isPlain(word) ||
    roles.inNames.has(word) ||
    names.ordinary.has(word) ||
    genericWords.has(word) ||
    roles.heads.has(word);
  const bare = words.filter((word, at) => at < words.length - 1 || !names.generations.has(word));
  const isCalledAfter = kind !== 'person' && saysWhatItIs(words.at(-1) ?? '', language);
  for (let from = 0; from < bare.length; from++) {
    for (let to = from + 1; to <= bare.length; to++) {
      if (to - from === words.length || (from > 0 && to < bare.length)) continue;
      // In "Oklahoma City", "Skerry Council", "Selma Dahl Square" the words before the noun name something else.
      if (isCalledAfter && to < bare.length) continue;
      const form = bare.slice(from, to);
      const [first = '', last = ''] = [form[0], form.at(-1)];
      if (form.length === 1) {
        if (kind === 'person' || kind === null ? isPlain(first) : isGeneral(first) || from > 0) continue;
        if (kind === null && isGeneral(first)) continue;
      } else if (form.every(isGeneral) || roles.links.has(first) || roles.links.has(last) || names.particles.has(last))
        continue;
      forms.add(form.join(' '));
    }
  }
  // Without the middle: "Howard W. Lutnick".
  if (kind !== 'body' && words.length > 2) forms.add(`${words[0]} ${words.at(-1)}`);
  return forms;
}

/**
 * A noun of places or public bodies, which are named after something: without it the rest names that something.
 * Companies keep their name.
 */
function saysWhatItIs(word: string, language: Language): boolean {
  const roles = rolesOf(language);
  const { names } = language;
  if (names.companyTails.has(word) || names.companySuffixes.has(word)) return false;
  const own = roles.inNames.get(word);
  return (
    own === 'place' ||
    own === 'thing' ||
    roles.placesOf.has(word) ||
    names.institutions.has(word) ||
    (own === 'body' && roles.heads.has(word))
  );
}

/** Does the other contain all its words in this order? */
export function isPartOfName(shorter: readonly string[], longer: readonly string[]): boolean {
  if (shorter.length >= longer.length) return false;
  let at = 0;
  for (const word of longer) if (word === shorter[at]) at += 1;
  return at === shorter.length;
}
