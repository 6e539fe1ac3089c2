/** An item of Wikidata, as far as anything of it is shown or weighed. */
import type { Coordinates, EntityKey } from '../facts';
import type { OtherLanguage } from '../pack';
import type { PartialDate } from '../time';

export type SnakValue =
  | { readonly type: 'item'; readonly key: EntityKey }
  /** Null: no date that a card can tell (a century, the ice age). */
  | { readonly type: 'time'; readonly date: PartialDate | null }
  /** Of no unit: heads, dead. */
  | { readonly type: 'amount'; readonly amount: number }
  | { readonly type: 'coordinates'; readonly at: Coordinates }
  /** There is one, and nobody knows it. */
  | { readonly type: 'unknown' }
  /** There is none. */
  | { readonly type: 'none' };

export interface Statement {
  readonly value: SnakValue;
  readonly preferred: boolean;
  /** The first value of each qualifier, by its property (`P580`). */
  readonly qualifiers: ReadonlyMap<string, SnakValue>;
}

export interface Item {
  readonly key: EntityKey;
  /** The key under which it was asked for, where it was merged into this one since. */
  readonly former: EntityKey | null;
  readonly label: string;
  readonly aliases: readonly string[];
  /** In each language that is not that of the tables. */
  readonly namesIn: ReadonlyMap<OtherLanguage, OtherNames>;
  readonly description: string;
  /** In all languages that were asked for: what it is called there is held against what a story calls it. */
  readonly descriptions: readonly string[];
  /** Title of its article in the wiki that is asked for articles; with the language before it that of another: "de:Zendra". */
  readonly article: string | null;
  /** By property (`P39`), those that are deprecated left out. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
}

/** What it is called in one language, beside its label everywhere. */
export interface OtherNames {
  /** Null where it has none there, or no other. */
  readonly label: string | null;
  readonly aliases: readonly string[];
}

/** What is told of a value that a fact names. */
export interface Label {
  readonly label: string;
  readonly description: string;
}

/** All that it is called beside its label. */
export const otherNamesOf = ({ aliases, namesIn }: Item): readonly string[] => [
  ...aliases,
  ...[...namesIn.values()].flatMap(({ label, aliases }) => (label === null ? aliases : [label, ...aliases])),
];

export const keyOf = (id: string): EntityKey => id.toLowerCase();
export const idOf = (key: EntityKey): string => key.toUpperCase();

/** The items that a property names, the preferred ones first. */
export function itemsOf(item: Item, property: string): readonly EntityKey[] {
  const found = [...(item.statements.get(property) ?? [])].sort((a, b) => Number(b.preferred) - Number(a.preferred));
  return found.flatMap(({ value }) => (value.type === 'item' ? [value.key] : []));
}
