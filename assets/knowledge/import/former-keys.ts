/**
 * Under which keys the entities of this world were known before: a file that gives one an id, or another name, changes its
 * key, and notes hang on keys. `former-keys.tsv` holds all of them; what the tables in place lose is added to it.
 */
import { eventKey } from './event-key';

export interface KeyedRow {
  /** By which the pack knows it: the Wikidata id, or else the slug. */
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly wikipedia: string;
  readonly born: string | null;
  /** Other names that it has. */
  readonly forms: readonly string[];
}

export interface MovedKey {
  readonly former: string;
  readonly key: string;
}

/** Keys of before that are nobody's now, of those who are here still: the same article, or the same name and birth. */
export function movedKeys(before: readonly KeyedRow[], now: readonly KeyedRow[]): MovedKey[] {
  const keys = new Set(now.map(({ key }) => key));
  const bearers = new Map<string, Set<string>>();
  for (const row of now)
    for (const sign of signsOf(row)) bearers.set(sign, (bearers.get(sign) ?? new Set()).add(row.key));
  return before.flatMap((row) => {
    if (keys.has(row.key)) return [];
    const found = new Set(signsOf(row).flatMap((sign) => [...(bearers.get(sign) ?? [])]));
    const [key, ...others] = found;
    // Of two who may be meant neither gets the notes.
    return key === undefined || others.length > 0 ? [] : [{ former: row.key, key }];
  });
}

const signsOf = ({ kind, name, forms, wikipedia, born }: KeyedRow): string[] => [
  ...(wikipedia === '' ? [] : [`${kind} article ${wikipedia.toLowerCase()}`]),
  ...(kind === 'event' ? [`event ${eventKey(wikipedia || name)}`] : []),
  ...(born === null ? [] : [name, ...forms].map((one) => `${kind} ${one} ${born}`)),
];

/** What moved twice is led to where it is now; what came back needs no line. */
export function joinMoved(listed: readonly MovedKey[], moved: readonly MovedKey[]): MovedKey[] {
  const next = new Map([...listed, ...moved].map(({ former, key }) => [former, key]));
  for (const { key } of moved) next.delete(key);
  const lastOf = (key: string): string => {
    const seen = new Set<string>();
    let last = key;
    for (let to = next.get(last); to !== undefined && !seen.has(last); to = next.get(last)) {
      seen.add(last);
      last = to;
    }
    return last;
  };
  return [...next.keys()]
    .map((former) => ({ former, key: lastOf(former) }))
    .filter(({ former, key }) => former !== key)
    .toSorted((one, other) => (one.former < other.former ? -1 : 1));
}

/** The rows of tables as this importer writes them. */
export function keyedRows(entities: string, facts: string, names: string): KeyedRow[] {
  const formsOf = new Map<string, string[]>();
  for (const { entity = '', form = '' } of cellsOf(names)) formsOf.set(entity, [...(formsOf.get(entity) ?? []), form]);
  const births = new Map(
    cellsOf(facts).flatMap(({ entity, property, start }) =>
      property === 'born' && entity && start ? [[entity, start.replace('~', '').slice(0, 4)] as const] : [],
    ),
  );
  return cellsOf(entities).map(({ key = '', kind = '', name = '', wikipedia = '' }) => ({
    key,
    kind,
    name,
    wikipedia,
    forms: formsOf.get(key) ?? [],
    born: births.get(key) ?? null,
  }));
}

/** The table of entities with one column more, in which what has moved says what it was called. */
export function withFormerKeys(entities: string, moved: readonly MovedKey[]): string {
  const formerOf = new Map<string, string[]>();
  for (const { former, key } of moved) formerOf.set(key, [...(formerOf.get(key) ?? []), former]);
  const [head = '', ...lines] = entities.trimEnd().split('\n');
  const rows = lines.map((line) => `${line}\t${(formerOf.get(line.split('\t')[0] ?? '') ?? []).join(';')}`);
  return `${[`${head}\tformerly`, ...rows].join('\n')}\n`;
}

export const readMoved = (table: string): MovedKey[] =>
  cellsOf(table).map(({ former = '', key = '' }) => ({ former, key }));

export const writeMoved = (moved: readonly MovedKey[]): string =>
  `${['former\tkey', ...moved.map(({ former, key }) => `${former}\t${key}`)].join('\n')}\n`;

function cellsOf(table: string): Partial<Record<string, string>>[] {
  const [head = '', ...lines] = table.split('\n').filter((line) => line !== '');
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}
