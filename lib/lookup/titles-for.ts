/**
 * Under which titles an article about a name may stand. Wikipedia tells namesakes apart in brackets: "Ana Example (footballer)". What
 * the story calls somebody says which brackets to try, in the same request.
 */
import { encyclopediaOf } from '../language';
import { fieldsOf } from './fields';
import type { WantedName } from './types';
import { wordsOf } from './words';

/** So many names with all of their titles fit into one question. */
const MOST_TITLES = 3;

/** The name itself first; in brackets the words of the wiki that is asked. */
export function titlesFor({ name, roles }: WantedName, wiki: string): readonly string[] {
  const title = name.replaceAll('’', "'");
  const { bracketOfField, bracketOfWord } = encyclopediaOf(wiki);
  const last = (role: string): string => wordsOf(role).at(-1) ?? '';
  const brackets = new Set([
    ...roles.map((role) => bracketOfWord(last(role))),
    ...roles.flatMap((role) => [...fieldsOf(role)].map((field) => bracketOfField(field, last(role)))),
  ]);
  brackets.delete(null);
  return [title, ...[...brackets].map((word) => `${title} (${word})`)].slice(0, MOST_TITLES);
}

/** So many names share a question, so that the answers about all of them are four. */
const MOST_NAMES = 20;
/** Of an address; some servers refuse longer ones. */
const LONGEST_ADDRESS = 5_000;

export interface Batch {
  readonly names: readonly WantedName[];
  /** By name: the titles under which it is asked for. */
  readonly titles: ReadonlyMap<string, readonly string[]>;
}

/** Names in questions of 50 titles: each by itself first, with brackets as far as there is room. `wiki`: the language of who is asked. */
export function batchesOf(names: readonly WantedName[], most: number, wiki = 'en'): Batch[] {
  const batches: Batch[] = [];
  let from = 0;
  while (from < names.length) {
    let size = 0;
    let to = from;
    for (; to < names.length && to - from < MOST_NAMES; to++) {
      const length = encodeURIComponent(names[to]!.name).length;
      if (to > from && size + length > LONGEST_ADDRESS) break;
      size += length;
    }
    batches.push(batchOf(names.slice(from, to), most, LONGEST_ADDRESS - size, wiki));
    from = to;
  }
  return batches;
}

function batchOf(names: readonly WantedName[], most: number, room: number, wiki: string): Batch {
  const all = names.map((name) => titlesFor(name, wiki));
  const titles = new Map(names.map(({ name }, at) => [name, all[at]!.slice(0, 1)]));
  let [count, left] = [names.length, room];
  for (let place = 1; place < MOST_TITLES; place++) {
    names.forEach(({ name }, at) => {
      const title = all[at]![place];
      const length = title === undefined ? 0 : encodeURIComponent(title).length + 3;
      if (title === undefined || count >= most || length > left) return;
      titles.set(name, [...titles.get(name)!, title]);
      count++;
      left -= length;
    });
  }
  return { names, titles };
}
