import type { Day, PartialDate } from '../time';
import type { EntityKey, Fact, Kind, Source } from './model';
import type { PropertyName } from './properties';

/** What the words of a line or a tie are composed from. */
export interface Wording {
  readonly property: PropertyName;
  readonly side: Fact['side'];
  /** Free words or an office's title ("prime minister"), replacing composed ones. */
  readonly words: string | null;
  /** Name of the entity at the other end. */
  readonly name: string | null;
  readonly amount: number | null;
}

/** A fact seen from the day of the story. */
export interface DatedLine extends Wording {
  /** The entity the line names, which can be opened. */
  readonly other: EntityKey | null;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  /**
   * - `held`       held on that day
   * - `past`       ended before it
   * - `ahead`      begins after it
   * - `unconfirmed` no end known, but the source is older than the day; or begun in its year or month, on a day that is not known
   */
  readonly tense: 'held' | 'past' | 'ahead' | 'unconfirmed';
  readonly source: Source;
}

/** A tie to another entity; `here` if the same story names that one. */
export interface Tie extends Wording {
  readonly entity: EntityKey;
  readonly name: string;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly here: boolean;
  /** No end is known, but the source is older than the day: the tie may be over. */
  readonly unconfirmed: boolean;
  readonly source: Source;
}

/** Another entity the same words could mean. */
export interface RunnerUp {
  readonly entity: EntityKey;
  readonly name: string;
  readonly gloss: string;
}

/** Why the linker chose this entity, by the evidence that decided: shown under "Why this one". */
export type Evidence =
  | { readonly type: 'only' } // nothing else known has this name
  | { readonly type: 'usual' } // other things have the name too, but news mostly means this one
  | { readonly type: 'spelling'; readonly usual: string } // another spelling of `usual`
  | { readonly type: 'full-name'; readonly form: string } // `form` occurs elsewhere in the story
  | { readonly type: 'company'; readonly names: readonly string[] } // the story also mentions these
  | { readonly type: 'words'; readonly words: readonly string[] } // words of the story related to it
  | { readonly type: 'office'; readonly office: string } // it stands in front, and the entity held it on the day
  | { readonly type: 'demonym'; readonly of: string } // the adjective or people of that place
  | { readonly type: 'place'; readonly before: string }; // "in" or the like stands before it

/** Everything a card prints, ready to be painted; plain data, so that it can be sent in a message. */
export interface CardView {
  readonly entity: EntityKey;
  readonly kind: Kind;
  readonly qualifier: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly gloss: string;
  /** The day all lines are relative to; null if the story has no date (then today was used). */
  readonly storyDay: Day | null;
  /** What held or happened on the story's day, most telling first; nothing else. */
  readonly day: readonly DatedLine[];
  /** What began in the year or month of the story: it may not have begun by then. */
  readonly around: readonly DatedLine[];
  /** What held when its source was read, before the day of the story, and has no known end. */
  readonly lastKnown: readonly DatedLine[];
  /** What was over by then, latest first. */
  readonly before: readonly DatedLine[];
  /** The person was dead or the thing dissolved by then. */
  readonly isOver: boolean;
  readonly ties: readonly Tie[];
  /** Null until the pack's text has been read, and if there is none. */
  readonly background: { readonly text: string; readonly source: Source } | null;
  /** What happened after the day of the story, oldest first. */
  readonly since: readonly DatedLine[];
  readonly wikipedia: string | null;
  readonly sources: readonly Source[];
}
