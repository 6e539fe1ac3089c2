/** The data for telling a story's background: plain, so that it can be sent in a message. Only types live here. */
import type { Coordinates, Dossier, EntityKey, Kind, Source, Wording } from '../facts';
import type { Day, PartialDate } from '../time';

/** An entity the story names, and how much the story is about it: 0…1. */
export interface StoryEntity {
  readonly entity: EntityKey;
  readonly salience: number;
}

/** One of them, with everything the packs say about it. */
export interface KnownEntity extends StoryEntity {
  readonly dossier: Dossier;
}

export interface Named {
  readonly entity: EntityKey;
  readonly name: string;
  readonly kind: Kind;
}

export interface StoryOccasion {
  /** Day of the story; null if unknown: then `today` is used. */
  readonly day: Day | null;
  readonly today: Day;
  /** Null if no pack knows the entity. */
  readonly headOf: (key: EntityKey) => Named | null;
}

/** An entity of the story that took part in an event, and how. */
export interface Part extends Named {
  readonly wording: Wording;
}

/** A dated fact about an entity of the story, or about an event several of them took part in. */
export interface StoryLine {
  /** Is it worded as a line of a card, or as a tie to `other`? */
  readonly telling: 'line' | 'tie';
  /** The side it is read from; an event need not be named in the story. */
  readonly about: Named;
  readonly wording: Wording;
  readonly other: EntityKey | null;
  /** For an event: which entities of the story took part, most salient first. */
  readonly parts: readonly Part[];
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly source: Source;
}

/** A line, and the date at which it leads up to the story. */
export interface TurningPoint extends StoryLine {
  readonly turn: PartialDate;
  /** It is told for its end. */
  readonly ends: boolean;
}

export interface TimelineEntry extends StoryLine {
  /** `around`: on an unknown day in the story's own year or month. */
  readonly place: 'before' | 'around' | 'after';
  /** Is it an event rather than a span? */
  readonly isPoint: boolean;
}

/** What ties two entities: `parts` has one entry per fact that says so. */
export interface TieFact {
  /** As told by `from`: what `to` is to it. */
  readonly from: EntityKey;
  readonly to: EntityKey;
  readonly wording: Wording;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  /** No end is known, but the source is older than the day. */
  readonly unconfirmed: boolean;
  readonly source: Source;
}

export interface TieEdge {
  readonly ends: readonly [EntityKey, EntityKey];
  readonly facts: readonly TieFact[];
}

export interface StoryTies {
  /** Those of the story first, most salient first; then those that only connect two of them. */
  readonly nodes: readonly (Named & { readonly here: boolean })[];
  readonly edges: readonly TieEdge[];
}

export interface StoryPlace extends Named {
  readonly isCountry: boolean;
  /** From a fact; the packs have few. */
  readonly at: Coordinates | null;
}

export interface StoryBackground {
  /** The day everything is relative to. */
  readonly day: Day;
  /** Is that the story's own day? */
  readonly isStoryDay: boolean;
  /** Up to the day, most telling first. */
  readonly lead: readonly TurningPoint[];
  /** After it, next first. */
  readonly since: readonly TurningPoint[];
  /** In chronological order. */
  readonly timeline: readonly TimelineEntry[];
  readonly ties: StoryTies;
  readonly places: readonly StoryPlace[];
}
