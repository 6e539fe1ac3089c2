/** Wikidata items and the labels their facts need, in as few requests as sizes allow. */
import type { EntityKey } from '../facts';
import {
  ITEMS_A_QUESTION,
  type Item,
  itemsQuery,
  type KnownHead,
  LABELS_A_QUESTION,
  type Label,
  labelsQuery,
  readItems,
  readLabels,
  valuesOf,
  type WikiSite,
} from '../lookup';
import type { Day } from '../time';
import type { Asker } from './in-series';
import { TooLongError } from './mediawiki/source-error';

/** Fifty items of 126 kB, among the longest that people have, plus some margin. */
const ITEMS_BYTES = 8_000_000;
/** Fifty labels with descriptions in a few languages. */
const LABELS_BYTES = 500_000;
/** The batch size after one that was too long has been found and dropped. */
const A_FEW = 7;
/** After so many answers that are too long, the server must be hostile. */
const MOST_TOO_LONG = 5;

export interface ItemRequest {
  readonly wikidata: Asker;
  readonly languages: readonly string[];
  /** The wikis whose articles are wanted, in order of preference. */
  readonly sites: readonly WikiSite[];
  readonly signal: AbortSignal | undefined;
  readonly remember: boolean;
  /** Called after each answer. */
  readonly answered: () => void;
}

export interface LabelGround {
  readonly knows: (key: EntityKey) => KnownHead | null;
  readonly today: Day;
}

/**
 * Adds to `found` as answers arrive, so that a failure keeps what came before. A single item that is too long is
 * dropped.
 */
export async function fetchItems(
  keys: readonly EntityKey[],
  found: Map<EntityKey, Item | null>,
  asking: ItemRequest,
): Promise<void> {
  const told = { tooLong: 0, taken: 0 };
  await allOf(inParts(keys, ITEMS_A_QUESTION).map((part) => fetchPart(part, found, told, asking)));
  if (told.tooLong > 0 && told.taken === 0) throw new TooLongError();
}

async function fetchPart(
  keys: readonly EntityKey[],
  found: Map<EntityKey, Item | null>,
  told: { tooLong: number; taken: number },
  { wikidata, languages, sites, signal, remember, answered }: ItemRequest,
): Promise<void> {
  let size = keys.length;
  for (let at = 0; at < keys.length; ) {
    const some = keys.slice(at, at + size);
    try {
      const items = await wikidata.ask({
        query: itemsQuery(
          some,
          languages,
          sites.map(({ site }) => site),
        ),
        names: remember ? some.map((key) => key.toUpperCase()) : [],
        limitBytes: ITEMS_BYTES,
        signal,
        read: (json) => readItems(json, languages, sites),
      });
      for (const key of some) {
        const item = items.get(key);
        if (item !== undefined) found.set(key, item);
      }
      at += some.length;
      told.taken++;
      answered();
    } catch (error) {
      if (!(error instanceof TooLongError) || ++told.tooLong >= MOST_TOO_LONG) throw error;
      if (some.length === 1) at++;
      size = some.length === 1 ? A_FEW : Math.ceil(some.length / 4);
    }
  }
}

/**
 * Labels for what the facts name and no pack knows, most telling first for each item, within a limit of requests.
 * `known` are items that packs already describe: if space is short they get half as much as those found under a name.
 */
export async function fetchLabels(
  { found, known }: { readonly found: readonly Item[]; readonly known: readonly Item[] },
  mostRequests: number,
  labels: Map<EntityKey, Label>,
  { wikidata, languages, signal, remember, answered, knows, today }: ItemRequest & LabelGround,
): Promise<void> {
  const valuesFor = (items: readonly Item[]) => items.map((item) => valuesOf(item, { knows, today }));
  const wanted = inTurns(valuesFor(found), 2, valuesFor(known));
  const parts = inParts(wanted.slice(0, mostRequests * LABELS_A_QUESTION), LABELS_A_QUESTION);
  await allOf(
    parts.map(async (some) => {
      const told = await wikidata.ask({
        query: labelsQuery(some, languages),
        names: remember ? some.map((key) => key.toUpperCase()) : [],
        limitBytes: LABELS_BYTES,
        signal,
        read: (json) => readLabels(json, languages),
      });
      for (const [key, label] of told) labels.set(key, label);
      answered();
    }),
  );
}

const inParts = (keys: readonly EntityKey[], size: number): EntityKey[][] =>
  Array.from({ length: Math.ceil(keys.length / size) }, (_, at) => keys.slice(at * size, (at + 1) * size));

/** Waits for all, so that nothing arrives after the end; then throws the first failure. */
async function allOf(works: readonly Promise<void>[]): Promise<void> {
  for (const end of await Promise.allSettled(works)) if (end.status === 'rejected') throw end.reason;
}

/**
 * The first of each, then the second of each, so that all get a share if space is short: a few from each of `lists`,
 * one from each of `others` in a turn.
 */
function inTurns(
  lists: readonly (readonly EntityKey[])[],
  inATurn: number,
  others: readonly (readonly EntityKey[])[],
): EntityKey[] {
  const found = new Set<EntityKey>();
  const longest = Math.max(0, ...[...lists, ...others].map(({ length }) => length));
  for (let turn = 0; turn < longest; turn++) {
    for (let place = turn * inATurn; place < (turn + 1) * inATurn; place++)
      for (const list of lists) if (place < list.length) found.add(list[place]!);
    for (const list of others) if (turn < list.length) found.add(list[turn]!);
  }
  return [...found];
}
