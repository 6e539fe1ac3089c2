/** What the background of a story is told with: plain data, so that it can cross a message border. Only types live here. */
import type { Coordinates, Dossier, EntityKey, Kind, Source, Wording } from '../facts';
import type { Day, PartialDate } from '../time';

/** An entity that the story names, and how much the story is about it: 0…1. */
export interface StoryEntity {
  readonly entity: EntityKey;
  readonly salience: number;
}

/** One of them, and all that the packs say of it. */
export interface KnownEntity extends StoryEntity {
  readonly dossier: Dossier;
}

export interface Named {
  readonly entity: EntityKey;
  readonly name: string;
  readonly kind: Kind;
}

export interface StoryOccasion {
  /** Day of the story; null when unknown: then `today` is taken. */
  readonly day: Day | null;
  readonly today: Day;
  /** Null where no pack knows the entity. */
  readonly headOf: (key: EntityKey) => Named | null;
}

/** Somebody of the story who has a part in what happened, and which. */
export interface Part extends Named {
  readonly wording: Wording;
}

/** A dated fact of an entity of the story, or of a happening in which several of them have a part. */
export interface StoryLine {
  /** Is it worded as a line of a card, or as a tie to `other`? */
  readonly telling: 'line' | 'tie';
  /** From whose side it is read; a happening need not be named by the story. */
  readonly about: Named;
  readonly wording: Wording;
  readonly other: EntityKey | null;
  /** Of a happening: who of the story has a part in it, most salient first. */
  readonly parts: readonly Part[];
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly source: Source;
}

/** A line, and the date for which it stands among those that lead to the story. */
export interface TurningPoint extends StoryLine {
  readonly turn: PartialDate;
  /** It is told for its end. */
  readonly ends: boolean;
}

export interface TimelineEntry extends StoryLine {
  /** `around`: in the year or month of the story, on a day that is not known. */
  readonly place: 'before' | 'around' | 'after';
  /** Does it tell of a happening, not of a span? */
  readonly isPoint: boolean;
}

/** What ties two entities: `parts` is one tie for each fact that says so. */
export interface TieFact {
  /** As told by `from`, what `to` is to it. */
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
  /** Of the story first, most salient first; then those that only join two of them. */
  readonly nodes: readonly (Named & { readonly here: boolean })[];
  readonly edges: readonly TieEdge[];
}

export interface StoryPlace extends Named {
  readonly isCountry: boolean;
  /** As a fact tells it; the packs have few. */
  readonly at: Coordinates | null;
}

export interface StoryBackground {
  /** From which all is reckoned. */
  readonly day: Day;
  /** Does the story itself have that day? */
  readonly isStoryDay: boolean;
  /** Up to the day, the most telling first. */
  readonly lead: readonly TurningPoint[];
  /** After it, the next first. */
  readonly since: readonly TurningPoint[];
  /** In the order of time. */
  readonly timeline: readonly TimelineEntry[];
  readonly ties: StoryTies;
  readonly places: readonly StoryPlace[];
}
