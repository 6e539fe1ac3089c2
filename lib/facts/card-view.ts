import type { Day, PartialDate } from '../time';
import type { EntityKey, Fact, Kind, Source } from './model';
import type { PropertyName } from './properties';

/** What the words of a line or a tie are composed from. */
export interface Wording {
  readonly property: PropertyName;
  readonly side: Fact['side'];
  /** Free words, or the title of an office ("prime minister"); in place of composed ones. */
  readonly words: string | null;
  /** Name of the entity at the other end. */
  readonly name: string | null;
  readonly amount: number | null;
}

/** A fact placed against the day of the story. */
export interface DatedLine extends Wording {
  /** The entity that the line names, so that it can be opened. */
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

/** A tie to another entity, `here` when that one is named in the same story. */
export interface Tie extends Wording {
  readonly entity: EntityKey;
  readonly name: string;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly here: boolean;
  /** No end is known, but the source is older than the day: what held then may be over. */
  readonly unconfirmed: boolean;
  readonly source: Source;
}

/** Another entity that the same words could mean. */
export interface RunnerUp {
  readonly entity: EntityKey;
  readonly name: string;
  readonly gloss: string;
}

/** Why the linker chose this entity, by what decided: shown under "Why this one". */
export type Evidence =
  | { readonly type: 'only' } // nothing else that is known has this name
  | { readonly type: 'usual' } // other things have it too, but news mostly means this
  | { readonly type: 'spelling'; readonly usual: string } // another spelling of `usual`
  | { readonly type: 'full-name'; readonly form: string } // `form` stands elsewhere in the story
  | { readonly type: 'company'; readonly names: readonly string[] } // the story also speaks of these
  | { readonly type: 'words'; readonly words: readonly string[] } // words of the story that have to do with it
  | { readonly type: 'office'; readonly office: string } // stands in front, and it held that office on the day
  | { readonly type: 'demonym'; readonly of: string } // what is of that place is called so
  | { readonly type: 'place'; readonly before: string }; // "in" and the like stand before it

/** All that a card prints, ready to be painted; plain data, so that it can cross a message border. */
export interface CardView {
  readonly entity: EntityKey;
  readonly kind: Kind;
  readonly qualifier: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly gloss: string;
  /** The day that all lines are reckoned from; null when the story has no date (then today was taken). */
  readonly storyDay: Day | null;
  /** What held or happened on the day of the story, most telling first; nothing else stands there. */
  readonly day: readonly DatedLine[];
  /** What holds since some day of the year or month of the story: nobody knows whether it had begun by then. */
  readonly around: readonly DatedLine[];
  /** What held when its source was read, before the day of the story, and has no known end. */
  readonly lastKnown: readonly DatedLine[];
  /** What was over by then, latest first. */
  readonly before: readonly DatedLine[];
  /** Somebody dead or something dissolved by then. */
  readonly isOver: boolean;
  readonly ties: readonly Tie[];
  /** Null until the pack's text is read, and where there is none. */
  readonly background: { readonly text: string; readonly source: Source } | null;
  /** What has happened after the day of the story, oldest first. */
  readonly since: readonly DatedLine[];
  readonly wikipedia: string | null;
  readonly sources: readonly Source[];
}
