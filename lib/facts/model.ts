/**
 * The entity model: what Backstory knows, each piece with its time and its source.
 * Only types live here; every other room may import them.
 */
import type { Day, PartialDate } from '../time';
import type { PropertyName } from './properties';

/**
 * Names an entity, and notes hang on it: its Wikidata id where one is confirmed (`q892014`), else a slug. A key that
 * changes stays in the packs as a former one, so that what hangs on it finds its way.
 */
export type EntityKey = string;

export const KINDS = [
  'person',
  'group',
  'company',
  'place',
  'media',
  'deal',
  'law',
  'policy',
  'event',
  'concept',
  'work',
  'office',
  'team',
] as const;

/** What sort of thing an entity is. `group`: government, party, militia, agency, alliance. `team`: a club or a national team. */
export type Kind = (typeof KINDS)[number];

/** Where a piece of knowledge comes from and when it was last checked against that source. */
export interface Source {
  readonly name: string;
  /** Address of the source, or null where it has none (a printed work). */
  readonly url: string | null;
  /** Licence of what was taken; facts alone carry none. */
  readonly licence: string | null;
  readonly asOf: Day;
}

export interface Entity {
  readonly key: EntityKey;
  readonly kind: Kind;
  /** The name as the card prints it. */
  readonly name: string;
  /** Stands after the kind: "Person · Iraq", "Deal · 2015". Empty where nothing helps. */
  readonly qualifier: string;
  /** One sentence fragment without a time in it: "Iraqi militia commander". */
  readonly gloss: string;
  /** Other names worth printing, most usual first. */
  readonly also: readonly string[];
  /** Title of the English Wikipedia article, or null. */
  readonly wikipedia: string | null;
  /** Confirmed Wikidata id (`Q…`), or null. */
  readonly wikidata: string | null;
  /** How often the news speaks of it, 0 (hardly) to 255 (daily). */
  readonly prominence: number;
}

export interface Coordinates {
  /** Degrees, north positive. */
  readonly latitude: number;
  /** Degrees, east positive. */
  readonly longitude: number;
}

/** What a fact says of its subject; null where the property or the words say it all. */
export type Value =
  /** `via`: the office through which it holds, e.g. somebody heads a country as its president. */
  | { readonly type: 'entity'; readonly key: EntityKey; readonly via: EntityKey | null }
  | { readonly type: 'quantity'; readonly amount: number }
  | { readonly type: 'coordinates'; readonly at: Coordinates }
  | null;

/**
 * Subject, property, value, in its time, with its source. A fact whose value is an entity is a tie: stored once, and read
 * from both sides.
 */
export interface Fact {
  readonly property: PropertyName;
  /** From whose side it is read: the subject's `own`, or `told` on the card of the entity that is its value. */
  readonly side: 'own' | 'told';
  /** Read from the other side its entity is the subject of the fact. */
  readonly value: Value;
  /** In place of composed words: a fragment with a capital as a line ("Killed by a drone"), without one as a tie ("deputy head"). */
  readonly words: string | null;
  /** First day on which it holds; null: not known or since ever. */
  readonly start: PartialDate | null;
  /** Last day on which it holds; null: no end known on `source.asOf`. For a point in time null or equal to `start`. */
  readonly end: PartialDate | null;
  readonly source: Source;
}

/** Two to six sentences written for Backstory, true of any day unless they name one. */
export interface Background {
  readonly text: string;
  readonly source: Source;
}

/** Everything that one pack says of one entity. */
export interface Dossier {
  readonly entity: Entity;
  readonly facts: readonly Fact[];
  readonly background: Background | null;
}
