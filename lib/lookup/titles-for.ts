/**
 * Under which titles an article about a name may stand. Wikipedia tells namesakes apart in brackets: "Ana Example (footballer)". What
 * the story calls somebody says which brackets to try, in the same request.
 */
import { fieldsOf } from './fields';
import type { WantedName } from './types';
import { wordsOf } from './words';

/** So many names with all of their titles fit into one question. */
const MOST_TITLES = 3;

const BY_FIELD: Readonly<Record<string, string>> = {
  politics: 'politician',
  football: 'footballer',
  gridiron: 'American football',
  basketball: 'basketball',
  baseball: 'baseball',
  hockey: 'ice hockey',
  cricket: 'cricketer',
  golf: 'golfer',
  tennis: 'tennis',
  boxing: 'boxer',
  law: 'judge',
  screen: 'actor',
  music: 'musician',
  letters: 'author',
  media: 'journalist',
  business: 'businessman',
  science: 'scientist',
  arms: 'general',
  faith: 'bishop',
};

const BY_WORD: Readonly<Record<string, string>> = {
  company: 'company',
  firm: 'company',
  manufacturer: 'company',
  bank: 'bank',
  newspaper: 'newspaper',
  magazine: 'magazine',
  party: 'political party',
  band: 'band',
  actress: 'actress',
  singer: 'singer',
  rapper: 'rapper',
  lawyer: 'lawyer',
  economist: 'economist',
  historian: 'historian',
  director: 'director',
  river: 'river',
};

/** The name itself first. */
export function titlesFor({ name, roles }: WantedName): readonly string[] {
  const title = name.replaceAll('’', "'");
  const brackets = new Set<string>();
  for (const role of roles) {
    const last = wordsOf(role).at(-1) ?? '';
    const word = BY_WORD[last] ?? (last.endsWith('maker') ? 'company' : undefined);
    if (word !== undefined) brackets.add(word);
  }
  for (const role of roles) {
    for (const field of fieldsOf(role)) {
      const word = BY_FIELD[field];
      if (word !== undefined) brackets.add(word);
    }
  }
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

/** Names in questions of 50 titles: each by itself first, with brackets as far as there is room. */
export function batchesOf(names: readonly WantedName[], most: number): Batch[] {
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
    batches.push(batchOf(names.slice(from, to), most, LONGEST_ADDRESS - size));
    from = to;
  }
  return batches;
}

function batchOf(names: readonly WantedName[], most: number, room: number): Batch {
  const all = names.map(titlesFor);
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
