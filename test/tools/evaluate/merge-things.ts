/** Rows of many files that are of one thing, as one: by id, by article, else by name, kind and year of birth. */
import type { ToldThing } from './title-sources';

export interface Thing {
  qid: string;
  title: string;
  name: string;
  kind: string;
  start: string;
  end: string;
  readonly words: Set<string>;
  readonly aliases: Set<string>;
  readonly posts: Map<string, readonly [title: string, start: string, end: string]>;
}

export function mergeThings(told: Iterable<ToldThing | null>): readonly Thing[] {
  const all: Thing[] = [];
  const byQid = new Map<string, Thing>();
  const byTitle = new Map<string, Thing>();
  const byName = new Map<string, Thing[]>();

  const sameThing = (row: ToldThing): Thing | undefined => {
    if (row.qid) {
      const known = byQid.get(row.qid);
      if (known) return known;
    }
    const titled = row.title ? byTitle.get(row.title) : undefined;
    if (titled) return row.qid && titled.qid && row.qid !== titled.qid ? undefined : titled;
    return byName.get(row.name)?.find((thing) => isOneThing(thing, row));
  };

  for (const row of told) {
    if (!row || row.name === '') continue;
    let thing = sameThing(row);
    if (!thing) {
      thing = {
        ...{ qid: '', title: '', name: row.name, kind: '', start: '', end: '' },
        ...{ words: new Set(), aliases: new Set(), posts: new Map() },
      };
      all.push(thing);
      byName.set(row.name, [...(byName.get(row.name) ?? []), thing]);
    }
    for (const column of ['qid', 'title', 'kind', 'start', 'end'] as const) thing[column] ||= row[column] ?? '';
    if (row.name !== thing.name) thing.aliases.add(row.name);
    for (const word of row.words ?? []) if (word) thing.words.add(word);
    for (const alias of row.aliases ?? []) if (alias && alias !== thing.name) thing.aliases.add(alias);
    for (const post of row.posts ?? []) if (post[0]) thing.posts.set(`${post[0]} ${post[1].slice(0, 4)}`, post);
    if (thing.qid) byQid.set(thing.qid, thing);
    if (thing.title && !byTitle.has(thing.title)) byTitle.set(thing.title, thing);
  }
  return all;
}

/** Nothing parts them, and something holds them together: a year, or what they do. */
function isOneThing(thing: Thing, row: ToldThing): boolean {
  if (thing.qid && row.qid && thing.qid !== row.qid) return false;
  if (thing.title && row.title && thing.title !== row.title) return false;
  if (thing.kind && row.kind && thing.kind !== row.kind) return false;
  if (thing.start && row.start) return Math.abs(Number(thing.start) - Number(row.start)) <= 1;
  if ((thing.kind || row.kind) !== 'person') return thing.kind === row.kind;
  const said = new Set([...thing.words].flatMap((words) => words.toLowerCase().split(/\W+/)));
  return (row.words ?? []).some((words) =>
    words
      .toLowerCase()
      .split(/\W+/)
      .some((word) => word !== '' && said.has(word)),
  );
}
