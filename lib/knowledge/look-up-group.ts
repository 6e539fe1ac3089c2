/**
 * A group of names, with known entities that are asked for anew, over all the wikis and Wikidata in four requests at most, whatever
 * languages the names are of:
 *
 *   titles of a wiki of one language ─► titles of the wiki for all: its own names, and those that the first lacks
 *     ─► items of all, and those that are known ─► labels of what the facts of all of them name
 *
 * A name that is asked for by itself goes through lists of namesakes as well, as far as there is room before the items; what is left is told
 * with the answer, and the next question for that name begins there. Of a wiki that fails its own names are lost, and no others.
 */
import type { EntityKey } from '../facts';
import {
  chooseItem,
  ITEMS_A_QUESTION,
  type Item,
  type Label,
  type LookUpResult,
  type NoneFound,
  type TitleAnswer,
  type WantedName,
} from '../lookup';
import type { Day } from '../time';
import { askBearers, askTitles, keysIn } from './ask-titles';
import { fetchItems, fetchLabels, type ItemRequest, type LabelGround } from './fetch-items';
import type { Asker } from './in-series';

const MOST_REQUESTS = 4;
const MOST_LABEL_REQUESTS = 2;
/** One request for items and one for labels follow. */
const MOST_BEFORE_ITEMS = MOST_REQUESTS - 2;

export interface GroupWiki {
  /** The language of the names it is asked for; null: asked for all names. */
  readonly of: string | null;
  /** The language of its titles. */
  readonly language: string;
  readonly client: Asker;
}

export interface LookUpGroup {
  readonly names: readonly WantedName[];
  /** Entities the packs know: requested with the names' items, if there is room. */
  readonly refresh: readonly EntityKey[];
  /** Is it a single name, asked for on its own? */
  readonly alone: boolean;
  /** The earlier result for that name. */
  readonly before: NoneFound | null;
}

export interface GroupGround extends ItemRequest, LabelGround {
  /** In the order in which they are asked. */
  readonly wikis: readonly GroupWiki[];
  /** The story's day. */
  readonly day: Day;
}

/** Filled as answers arrive, so that a failure keeps what came before. */
export interface GroupFinds {
  readonly results: Map<string, LookUpResult>;
  readonly refreshed: Map<EntityKey, Item | null>;
  readonly labels: Map<EntityKey, Label>;
}

/** What was asked for one name; wikis by address. */
interface Inquiry {
  readonly wanted: WantedName;
  readonly answers: (TitleAnswer | undefined)[];
  readonly asked: Set<string>;
  /** Wikis whose disambiguation page was not followed. */
  readonly lists: Set<string>;
  readonly unasked: Set<string>;
  /** A wiki left a question unanswered. */
  failed: boolean;
}

/** Throws the first failure, after doing everything that did not depend on it. */
export async function lookUpGroup(group: LookUpGroup, ground: GroupGround, finds: GroupFinds): Promise<void> {
  const inquiries = group.names.map((wanted) => begin(wanted, ground.wikis, group.before));
  const failures: unknown[] = [];
  let requests = 0;
  const answered = (): void => {
    requests++;
    for (const one of inquiries) if (isNone(one) && one.unasked.size === 0) settle(one);
    ground.answered();
  };
  const settle = (one: Inquiry): void => void finds.results.set(one.wanted.name, noneOf(one, ground.wikidata));
  const isRoom = (): boolean => !group.alone || requests < MOST_BEFORE_ITEMS;

  async function askWiki(wiki: GroupWiki): Promise<void> {
    const { api } = wiki.client;
    const own = inquiries.filter((one) => isNone(one) && one.unasked.has(api));
    try {
      if (own.length > 0 && isRoom()) {
        const said = await askTitles(
          own.map(({ wanted }) => wanted),
          wiki,
          ground,
        );
        for (const one of own) hear(one, api, said.get(one.wanted.name) ?? []);
        answered();
      }
      const [only] = group.alone ? inquiries : [];
      if (!only?.lists.has(api) || !isNone(only) || !isRoom()) return;
      const bearers = await askBearers(only.wanted.name, wiki.client, ground);
      // Other bearers exist, which counts against a chance find.
      only.answers.push({ state: 'namesakes' }, ...bearers);
      only.lists.delete(api);
      answered();
    } catch (error) {
      for (const one of group.alone ? inquiries : own) one.failed = true;
      failures.push(error);
    }
  }

  /** For each name all possible items, or none, leaving it for another request; then the known ones. */
  function keysToAsk(): { readonly names: ReadonlySet<EntityKey>; readonly all: ReadonlySet<EntityKey> } {
    const room = Math.max(1, MOST_REQUESTS - 1 - requests) * ITEMS_A_QUESTION;
    const names = new Set<EntityKey>();
    for (const { answers } of inquiries) {
      const more = keysIn(answers).filter((key) => !names.has(key));
      if (names.size + more.length <= room) for (const key of more) names.add(key);
    }
    const all = new Set(names);
    for (const key of group.refresh) if (all.size < room) all.add(key);
    return { names, all };
  }

  for (const wiki of ground.wikis) await askWiki(wiki);
  for (const one of inquiries) if (isNone(one)) settle(one);
  const keys = keysToAsk();
  const items = new Map<EntityKey, Item | null>();
  const asking = { ...ground, answered };
  let isWhole = false;
  try {
    await fetchItems([...keys.all], items, asking);
    const labels = Math.max(1, Math.min(MOST_LABEL_REQUESTS, MOST_REQUESTS - requests));
    const [found, known] = partOf(items, keys.names);
    await fetchLabels({ found, known }, labels, finds.labels, asking);
    isWhole = true;
  } catch (error) {
    failures.push(error);
  }
  for (const key of group.refresh) {
    const item = items.get(key);
    if (item !== undefined) finds.refreshed.set(key, item);
  }
  for (const one of inquiries) {
    const own = keysIn(one.answers);
    if (own.length === 0 || !own.every((key) => items.has(key))) continue;
    const { answers, wanted } = one;
    const result = chooseItem(wanted, { answers, items }, ground.day, { ...ground, labels: finds.labels });
    if (result.state !== 'none') finds.results.set(wanted.name, result);
    // Without its labels an item is not an answer.
    else if (isWhole) settle(one);
  }
  if (failures.length > 0) throw failures[0];
}

function begin(wanted: WantedName, wikis: readonly GroupWiki[], before: NoneFound | null): Inquiry {
  const own = wikis.filter(({ of }) => of === null || of === wanted.language).map(({ client }) => client.api);
  const left = (why: 'list' | 'unasked'): Set<string> =>
    new Set(before?.left?.flatMap((one) => (one.why === why && own.includes(one.api) ? [one.api] : [])));
  return {
    wanted,
    answers: [],
    asked: new Set(before?.asked),
    lists: left('list'),
    unasked: before === null ? new Set(own) : left('unasked'),
    failed: false,
  };
}

function hear(one: Inquiry, api: string, said: readonly (TitleAnswer | undefined)[]): void {
  // An unanswered title is the server's failure, not a "no".
  if (said[0] === undefined) one.failed = true;
  one.answers.push(...said);
  one.unasked.delete(api);
  one.asked.add(api);
  if (said.some((answer) => answer?.state === 'namesakes')) one.lists.add(api);
}

/** Is there no article under that name, among the wikis asked? */
const isNone = ({ answers, failed }: Inquiry): boolean => !failed && keysIn(answers).length === 0;

function noneOf({ answers, asked, lists, unasked }: Inquiry, wikidata: Asker): NoneFound {
  const left = [
    ...[...lists].map((api) => ({ api, why: 'list' as const })),
    ...[...unasked].map((api) => ({ api, why: 'unasked' as const })),
  ];
  return {
    state: 'none',
    asked: [...asked, ...(keysIn(answers).length > 0 ? [wikidata.api] : [])],
    ...(left.length > 0 && { left }),
  };
}

/** Splits items into those a name may mean and the others. */
function partOf(items: ReadonlyMap<EntityKey, Item | null>, ofNames: ReadonlySet<EntityKey>): [Item[], Item[]] {
  const all = [...items].flatMap(([key, item]) => (item ? [{ key, item }] : []));
  const which = (isOfName: boolean): Item[] =>
    all.filter(({ key }) => ofNames.has(key) === isOfName).map(({ item }) => item);
  return [which(true), which(false)];
}
