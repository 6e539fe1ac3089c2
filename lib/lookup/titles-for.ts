/**
 * Titles under which an article about a name may exist. Wikipedia tells namesakes apart in brackets: "Ana Example
 * (footballer)". What the story calls the person says which brackets to try, in the same request.
 */
import { encyclopediaOf } from '../language';
import { fieldsOf } from './fields';
import { TITLES_A_QUESTION } from './titles';
import type { WantedName } from './types';
import { foldedWords } from './words';

/** Titles per name. */
const MOST_TITLES = 3;

/** The name itself first; brackets use the words of the wiki asked. */
export function titlesFor({ name, roles }: WantedName, wiki: string): readonly string[] {
  const title = name.replaceAll('’', "'");
  const { bracketOfField, bracketOfWord } = encyclopediaOf(wiki);
  const last = (role: string): string => foldedWords(role).at(-1) ?? '';
  const brackets = new Set([
    ...roles.map((role) => bracketOfWord(last(role))),
    ...roles.flatMap((role) => [...fieldsOf(role)].map((field) => bracketOfField(field, last(role)))),
  ]);
  brackets.delete(null);
  return [title, ...[...brackets].map((word) => `${title} (${word})`)].slice(0, MOST_TITLES);
}

/** Names that share requests, so that four answers cover all of them. */
const MOST_NAMES = 20;
/** Of an address; some servers refuse longer ones. */
const LONGEST_ADDRESS = 5_000;

/** Groups names so that each group's titles are one request to each wiki. */
export function groupsOf(names: readonly WantedName[]): (readonly WantedName[])[] {
  const groups: WantedName[][] = [];
  let size = 0;
  for (const wanted of names) {
    const length = lengthOf(wanted.name);
    const group = groups.at(-1);
    if (group === undefined || group.length >= MOST_NAMES || size + length > LONGEST_ADDRESS) {
      groups.push([wanted]);
      size = length;
    } else {
      group.push(wanted);
      size += length;
    }
  }
  return groups;
}

/**
 * By name: the titles requested from one wiki, each name by itself first, with brackets as far as one request has room.
 * `wiki`: the wiki's language.
 */
export function titlesOf(names: readonly WantedName[], wiki: string): ReadonlyMap<string, readonly string[]> {
  const all = names.map((wanted) => titlesFor(wanted, wiki));
  const titles = new Map(names.map(({ name }, at) => [name, all[at]!.slice(0, 1)]));
  let count = names.length;
  let room = LONGEST_ADDRESS - names.reduce((sum, { name }) => sum + lengthOf(name), 0);
  for (let place = 1; place < MOST_TITLES; place++) {
    names.forEach(({ name }, at) => {
      const title = all[at]![place];
      const length = title === undefined ? 0 : lengthOf(title) + 3;
      if (title === undefined || count >= TITLES_A_QUESTION || length > room) return;
      titles.set(name, [...titles.get(name)!, title]);
      count++;
      room -= length;
    });
  }
  return titles;
}

const lengthOf = (title: string): number => encodeURIComponent(title).length;
