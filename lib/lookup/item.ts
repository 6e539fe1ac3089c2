/** A Wikidata item, reduced to what is shown or weighed. */
import type { Coordinates, EntityKey } from '../facts';
import type { OtherLanguage } from '../pack';
import type { PartialDate } from '../time';

export type SnakValue =
  | { readonly type: 'item'; readonly key: EntityKey }
  /** Null: a date that cards cannot show (a century, the ice age). */
  | { readonly type: 'time'; readonly date: PartialDate | null }
  /** Without a unit: counts of people or deaths. */
  | { readonly type: 'amount'; readonly amount: number }
  | { readonly type: 'coordinates'; readonly at: Coordinates }
  /** There is a value, but it is unknown. */
  | { readonly type: 'unknown' }
  /** There is no value. */
  | { readonly type: 'none' };

export interface Statement {
  readonly value: SnakValue;
  readonly preferred: boolean;
  /** The first value of each qualifier, by property (`P580`). */
  readonly qualifiers: ReadonlyMap<string, SnakValue>;
}

export interface Item {
  readonly key: EntityKey;
  /** The key it was requested under, if it has since been merged into this item. */
  readonly former: EntityKey | null;
  readonly label: string;
  readonly aliases: readonly string[];
  /** For each language other than the tables'. */
  readonly namesIn: ReadonlyMap<OtherLanguage, OtherNames>;
  readonly description: string;
  /** In all requested languages: compared with what a story calls it. */
  readonly descriptions: readonly string[];
  /** Title of its article in the preferred wiki; otherwise with the other's language in front: "de:Zendra". */
  readonly article: string | null;
  /** By property (`P39`), without deprecated ones. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
}

/** Its names in one language. */
export interface OtherNames {
  /** Null if it has none there, or no different one. */
  readonly label: string | null;
  readonly aliases: readonly string[];
}

/** What is known about a value that a fact names. */
export interface Label {
  readonly label: string;
  readonly description: string;
}

/** All its names besides the label. */
export const otherNamesOf = ({ aliases, namesIn }: Item): readonly string[] => [
  ...aliases,
  ...[...namesIn.values()].flatMap(({ label, aliases }) => (label === null ? aliases : [label, ...aliases])),
];

export const keyOf = (id: string): EntityKey => id.toLowerCase();
export const wikidataIdOf = (key: EntityKey): string => key.toUpperCase();

/** The items named by a property, preferred ones first. */
export function itemsOf(item: Item, property: string): readonly EntityKey[] {
  const found = [...(item.statements.get(property) ?? [])].sort((a, b) => Number(b.preferred) - Number(a.preferred));
  return found.flatMap(({ value }) => (value.type === 'item' ? [value.key] : []));
}
