/**
 * The entity model: what Backstory knows, each piece with its time and source. Only types live here; every other room
 * may import them.
 */
import type { Day, PartialDate } from '../time';
import type { PropertyName } from './properties';

/**
 * Identifies an entity, including in notes: its Wikidata id if confirmed (`q892014`), else a slug. Packs keep a changed
 * key as a former one, so that whatever refers to it finds the entity.
 */
export type EntityKey = string;

/** Every kind, with its number in packs: a new kind takes a new number, one that is gone keeps its own. */
export const KIND_NUMBERS = {
  person: 1,
  group: 2,
  company: 3,
  place: 4,
  media: 5,
  deal: 6,
  law: 7,
  policy: 8,
  event: 9,
  concept: 10,
  work: 11,
  office: 12,
  team: 13,
} as const;

/** What sort of thing an entity is. `group`: government, party, militia, agency, alliance. `team`: a club or a national team. */
export type Kind = keyof typeof KIND_NUMBERS;

export const KINDS = Object.keys(KIND_NUMBERS) as readonly Kind[];

/** Where a piece of knowledge comes from and when it was last checked there. */
export interface Source {
  readonly name: string;
  /** Null if it has no address (a printed work). */
  readonly url: string | null;
  /** Licence of what was taken; bare facts have none. */
  readonly licence: string | null;
  readonly asOf: Day;
}

export interface Entity {
  readonly key: EntityKey;
  readonly kind: Kind;
  /** The name as printed on a card. */
  readonly name: string;
  /** Printed after the kind: "Person · Iraq", "Deal · 2015". Empty if nothing helps. */
  readonly qualifier: string;
  /** A sentence fragment that is true at any time: "Iraqi militia commander". */
  readonly gloss: string;
  /** Other names worth printing, most usual first. */
  readonly also: readonly string[];
  /** Title of the English Wikipedia article, or null. */
  readonly wikipedia: string | null;
  /** Confirmed Wikidata id (`Q…`), or null. */
  readonly wikidata: string | null;
  /** How often news mentions it, from 0 (hardly ever) to 255 (daily). */
  readonly prominence: number;
}

export interface Coordinates {
  /** Degrees, north positive. */
  readonly latitude: number;
  /** Degrees, east positive. */
  readonly longitude: number;
}

/** What a fact says about its subject; null if the property or the words say it all. */
export type Value =
  /** `via`: the office through which it holds, e.g. someone heads a country as its president. */
  | { readonly type: 'entity'; readonly key: EntityKey; readonly via: EntityKey | null }
  | { readonly type: 'quantity'; readonly amount: number }
  | { readonly type: 'coordinates'; readonly at: Coordinates }
  | null;

/**
 * Subject, property and value, with time and source. A fact whose value is an entity is a tie: stored once and read
 * from both sides.
 */
export interface Fact {
  readonly property: PropertyName;
  /** The side it is read from: the subject's `own`, or `told` on the card of the entity that is its value. */
  readonly side: 'own' | 'told';
  /** Read from the other side, its entity is the subject of the fact. */
  readonly value: Value;
  /**
   * Replaces composed words: a capitalised fragment as a line ("Killed by a drone"), lower case as a tie ("deputy
   * head").
   */
  readonly words: string | null;
  /** First day on which it holds; null: unknown, or always. */
  readonly start: PartialDate | null;
  /** Last day on which it holds; null: no end known on `source.asOf`. For a point in time null or equal to `start`. */
  readonly end: PartialDate | null;
  readonly source: Source;
}

/** Two to six sentences written for Backstory, true on any day unless they name one. */
export interface Background {
  readonly text: string;
  readonly source: Source;
}

/** Everything one pack says about one entity. */
export interface Dossier {
  readonly entity: Entity;
  readonly facts: readonly Fact[];
  readonly background: Background | null;
}
