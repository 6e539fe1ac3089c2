import type { Kind } from '../../facts';
import type { Day } from '../../time';
import type { Namesakes } from '../find/namesakes';
import type { SpanIndex } from '../find/span-index';
import type { Span } from '../find/spans';
import type { Surroundings } from '../find/surroundings';
import type { WordsOfStory } from '../known/context';
import type { Option, Shelf } from '../known/shelf';
import type { Arenas } from '../read/arenas';
import type { Reading } from '../read/reading';
import type { Signs } from '../read/signs';
import type { Scene } from './scene';
import type { Scope } from './scope';

/** What holds for all candidates in a batch of blocks, whatever else turns out to be in the story. */
export interface StoryFacts extends WordsOfStory {
  readonly day: Day | null;
  readonly shelf: Shelf;
  readonly readings: readonly Reading[];
  readonly namesakes: Namesakes;
  /** The first other occurrences of the same words in the story. */
  sameWords(span: Span): readonly Span[];
  /** Does it stand in a list of people? */
  isInNameList(span: Span): boolean;
  /** How much the story is about a game, a concert or a horse race. */
  readonly arenas: Arenas;
  /** Does the story use a word from a game between nations other than football? */
  readonly otherGames: boolean;
  /** Names in these blocks whose initials spell the acronym; folded. */
  speltNames(acronym: string): readonly string[];
  readonly spans: SpanIndex;
}

/** One thing a span may mean, with everything a piece of evidence may look at. */
export interface Candidate {
  readonly option: Option;
  readonly span: Span;
  readonly single: boolean;
  readonly kind: Kind;
  readonly around: Surroundings;
  readonly signs: Signs;
  /** Did it hold the office named by the title in front on that day? */
  readonly holdsOffice: boolean;
  readonly story: StoryFacts;
}

interface Named {
  readonly name: string;
  /** Evidence that can only speak for a candidate never gets a weight below 0, and the other way round. */
  readonly speaks: 'for' | 'against';
  /** The candidates it is asked about; it is silent on all others. Default: all. */
  readonly only?: Scope;
  /** Its weight before fitting, for evidence that is nearly certain but rare in texts. Default: 0. */
  readonly belief?: number;
}

/** What an evidence file says about itself, for README.md and the tests; not shipped to readers. */
export interface About {
  /** When it speaks, and its value if not 1. */
  readonly when: string;
  readonly example: Example;
}

/** A story in which this one piece of evidence decides what the bracketed words open. */
interface Example {
  readonly story: readonly string[];
  readonly day: Day;
  /** The entity's handle in the tables; null for no card. */
  readonly opens: string | null;
  readonly without: string | null;
}

/** Evidence that does not depend on the rest of the story: computed once per candidate. 0 is silence. */
export interface FixedClue extends Named {
  value(candidate: Candidate): number;
}

/** Evidence from who else is in the story: computed in each round of choosing. `rivals` meet their conditions too. */
export interface SceneClue extends Named {
  /** All it asks about the story is how many entities are related to the candidate. */
  readonly ofRelatedOnly?: true;
  /** Could it ever speak, whatever else turns out to be in the story? Asked once per candidate. Default: yes. */
  may?(candidate: Candidate): boolean;
  value(candidate: Candidate, scene: Scene, rivals: readonly Candidate[]): number;
}

export type Clue = FixedClue | SceneClue;

export interface WeighedClue<C extends Clue> {
  readonly at: number;
  readonly clue: C;
  readonly weight: number;
  /** Copied out of the clue: clues differ in shape, pieces share one, which the engine reads faster. */
  readonly value: C['value'];
  readonly may: SceneClue['may'];
  readonly ofRelatedOnly: boolean;
  readonly against: boolean;
}

/** What counts for a candidate whatever else is in the story, and what must be asked again in each round. */
export interface FirstLook {
  readonly fixed: number;
  /** For each piece that speaks: its number, then what it adds. */
  readonly spoken: readonly number[];
  readonly open: readonly WeighedClue<SceneClue>[];
  /** May one of the open pieces speak against it? */
  readonly mayLose: boolean;
  /** Do all open pieces ask only how many entities are related to it? */
  readonly ofRelatedOnly: boolean;
}

export interface Weighable extends Candidate {
  /** Computed when first weighed: most candidates never are. */
  look: FirstLook | null;
}
