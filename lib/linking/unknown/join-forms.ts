import type { Language } from '../../language';
import type { Single } from './collect';
import type { NameGroup, PlacedClue } from './group';
import { openLongerNames } from './longer-names';
import type { NameClue } from './sighting';
import type { SmallLetters } from './small-letters';

/** Descriptions kept per name. */
const MOST_CLUES = 200;

/** "Sabine Achterraths" is "Sabine Achterrath" if the story has both. */
export function joinInflected(groups: Map<string, NameGroup>, { uninflected }: Language): void {
  for (const group of groups.values()) {
    const [bare] = uninflected(group.name);
    if (bare === undefined || !bare.endsWith("'")) continue;
    const base = groups.get(group.key.slice(0, -1));
    if (!base) continue;
    groups.delete(group.key);
    join(base, { ...group, sightings: group.sightings.map((one) => ({ ...one, end: one.end - 1 })) });
  }
}

type Joined = Pick<NameGroup, 'sightings' | 'clues' | 'acronyms' | 'plays' | 'speaks'>;

export function join(longer: NameGroup, shorter: Joined): void {
  for (const sighting of shorter.sightings) longer.sightings.push(sighting);
  addClues(longer, shorter.clues);
  for (const acronym of shorter.acronyms) longer.acronyms.add(acronym);
  longer.plays ||= shorter.plays;
  longer.speaks ||= shorter.speaks;
}

function addClues({ clues }: NameGroup, more: readonly PlacedClue[]): void {
  for (const clue of more) if (clues.length < MOST_CLUES) clues.push(clue);
}

/** "Ford, which lays off workers" is not Christine Ford, for whom the story uses "who". */
function isOther({ clues }: NameGroup, beside: readonly NameClue[]): boolean {
  const isThing = beside.some(({ kind }) => kind === 'body' || kind === 'place');
  return isThing && clues.some(({ kind }) => kind === 'person');
}

/** "Ostendorffs Pläne": the form without its ending, if that is a shorter form of a name and this word is not. */
function bareOf(
  single: Single,
  targetOf: (words: readonly string[]) => NameGroup | null,
  { uninflected }: Language,
): Single {
  const { sighting } = single;
  const last = sighting.words.at(-1) ?? '';
  const [bare] = uninflected(last.charAt(0).toUpperCase() + last.slice(1));
  if (!bare?.endsWith("'") || targetOf(sighting.words) !== null) return single;
  const words = [...sighting.words.slice(0, -1), last.slice(0, -1)];
  if (targetOf(words) === null) return single;
  return { ...single, sighting: { ...sighting, end: sighting.end - 1, words, key: words.join(' ') } };
}

/** Assigns each shorter form to the one longer name it fits, or to none if it fits several. */
export function joinShorter(
  names: readonly NameGroup[],
  singles: readonly Single[],
  groups: ReadonlyMap<string, NameGroup>,
  linked: ReadonlySet<string>,
  small: SmallLetters,
  language: Language,
): NameGroup[] {
  const longest = [...names].sort((a, b) => b.words.length - a.words.length);
  const { longerOf, fitsAny } = openLongerNames(longest, language, small);
  const kept: NameGroup[] = [];
  const target = new Map<string, NameGroup | null>();
  const targetOf = (words: readonly string[]): NameGroup | null => {
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
  // Something that no sentence proved a name may still be a shorter form of one.
  const isProved = new Set(names);
  for (const group of groups.values()) {
    if (isProved.has(group)) continue;
    const longer = targetOf(group.words);
    if (longer !== null) join(longer, group);
  }
  const isKept = new Set(kept);
  const teams = sidesAlone(singles, (key) => fitsAny([key]) || linked.has(key) || isPlainWord(key, small, language));
  for (const team of teams.values()) if (!groups.has(team.key)) kept.push(team);
  for (const single of singles) {
    const { sighting, clues, plays } = bareOf(single, targetOf, language);
    const own = groups.get(sighting.key) ?? teams.get(sighting.key);
    const longer = targetOf(sighting.words) ?? (own && (isKept.has(own) || teams.has(own.key)) ? own : null);
    if (longer === null || isOther(longer, clues)) continue;
    longer.sightings.push(sighting);
    longer.plays ||= plays;
    addClues(
      longer,
      clues.map((clue) => ({ ...clue, at: sighting.at })),
    );
  }
  return kept;
}

/** "To beat Kestermouth 2-1": a single word, but a name. */
function sidesAlone(singles: readonly Single[], isNone: (word: string) => boolean): Map<string, NameGroup> {
  const teams = new Map<string, NameGroup>();
  for (const { sighting, name, plays } of singles) {
    const { key, words } = sighting;
    if (!plays || sighting.initial || words.length > 1 || teams.has(key) || isNone(key)) continue;
    const flags = { sure: true, acts: false, plays, speaks: false };
    teams.set(key, { key, words, name, sightings: [], clues: [], acronyms: new Set(), ...flags });
  }
  return teams;
}

const isPlainWord = (word: string, small: SmallLetters, { names }: Language): boolean =>
  word.length < 4 || small.words.has(word) || names.ordinary.has(word) || names.openers.has(word);
