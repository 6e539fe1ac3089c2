/**
 * The entity model: what Backstory knows, each piece with its time and its source.
 * Only types live here; every other room may import them.
 */
import type { Day, PartialDate } from '../time';

/** Stable name of an entity across editions and packs, e.g. `qasem-soleimani`. Notes hang on it: never rename one. */
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
] as const;

/** What sort of thing an entity is. `group`: government, party, militia, agency, alliance, club. */
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

export const FACT_KINDS = ['office', 'role', 'status', 'life', 'event', 'figure'] as const;

/**
 * - `office`  a post held: "President of the United States"
 * - `role`    anything else that somebody is for a time: "presidential candidate", "prisoner"
 * - `status`  how a deal, law, war or group stands in a span: "in force, without the United States"
 * - `life`    born, founded, signed, killed, dissolved: a point that begins or ends the entity (see `Fact.ends`)
 * - `event`   a dated happening: a line of the timeline
 * - `figure`  a number with a unit: "population 9.0 million"
 */
export type FactKind = (typeof FACT_KINDS)[number];

export interface Fact {
  readonly kind: FactKind;
  /** Reads as a fragment with a capital, no final stop: "Deputy head of the Popular Mobilization Forces". */
  readonly text: string;
  /** First day on which it holds; null: not known or since ever. */
  readonly start: PartialDate | null;
  /** Last day on which it holds; null: no end known on `source.asOf`. For a point in time equal to `start`. */
  readonly end: PartialDate | null;
  /** True on a `life` fact after which the entity is no more (a death, a dissolution). */
  readonly ends: boolean;
  readonly source: Source;
}

/** A tie between two entities; stored once, readable from both sides. */
export interface Relation {
  readonly other: EntityKey;
  /** How `other` ties to the entity that was asked, e.g. on the card of a commander: "deputy head" (of `other`). */
  readonly text: string;
  readonly start: PartialDate | null;
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
  readonly relations: readonly Relation[];
  readonly background: Background | null;
}
