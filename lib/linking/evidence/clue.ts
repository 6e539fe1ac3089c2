import type { Kind } from '../../facts';
import type { Day } from '../../time';
import type { Arenas } from '../arenas';
import type { WordsOfStory } from '../context';
import type { Namesakes } from '../namesakes';
import type { Reading } from '../reading';
import type { Scene } from '../scene';
import type { Scope } from '../scope';
import type { Option, Shelf } from '../shelf';
import type { Signs } from '../signs';
import type { SpanIndex } from '../span-index';
import type { Span } from '../spans';
import type { Surroundings } from '../surroundings';

/** What holds for all candidates of a batch of blocks, whoever else proves to be in the story. */
export interface StoryFacts extends WordsOfStory {
  readonly day: Day | null;
  readonly shelf: Shelf;
  readonly readings: readonly Reading[];
  readonly namesakes: Namesakes;
  /** The first other places in the story where the same words stand. */
  sameWords(span: Span): readonly Span[];
  /** Does it stand in a list of people? */
  isInNameList(span: Span): boolean;
  /** How much the story is about a game, a concert, a race of horses. */
  readonly arenas: Arenas;
  /** Has the story a word of a game in which nations play and which is not football? */
  readonly otherGames: boolean;
  /** Names in these blocks whose initials spell the acronym, folded. */
  speltNames(acronym: string): readonly string[];
  readonly spans: SpanIndex;
}

/** One thing that a span may mean, with all that a piece of evidence may look at. */
export interface Candidate {
  readonly option: Option;
  readonly span: Span;
  readonly single: boolean;
  readonly kind: Kind;
  readonly around: Surroundings;
  readonly signs: Signs;
  /** Does the title in front name an office that it held on the day? */
  readonly holdsOffice: boolean;
  readonly story: StoryFacts;
}

interface Named {
  readonly name: string;
  /** An evidence that can by its nature only speak for a candidate never gets a weight below 0, nor the other way round. */
  readonly speaks: 'for' | 'against';
  /** The candidates that it is asked of; it is silent on all others. Default: all. */
  readonly only?: Scope;
  /** Its weight before any story has been read, for what is as good as certain and seldom stands in a text. Default: 0. */
  readonly belief?: number;
}

/** What a file says of its piece of evidence: for README.md and the tests, so no part of what readers load. */
export interface About {
  /** When it speaks, and its value where that is not 1. */
  readonly when: string;
  readonly example: Example;
}

/** A story in which what the words in brackets open hangs on one piece of evidence. */
interface Example {
  readonly story: readonly string[];
  readonly day: Day;
  /** By its handle in the tables; null is no card. */
  readonly opens: string | null;
  readonly without: string | null;
}

/** A piece of evidence on which the rest of the story has no bearing: reckoned once a candidate. 0 is silence. */
export interface FixedClue extends Named {
  value(candidate: Candidate): number;
}

/** A piece of evidence from who else is in the story: reckoned in each round of choosing. `rivals` meet their conditions too. */
export interface SceneClue extends Named {
  /** Of who else is in the story it asks no more than how many are related to the candidate. */
  readonly ofRelatedOnly?: true;
  /** Can it speak at all, whoever else proves to be in the story? Asked once a candidate. Default: yes. */
  may?(candidate: Candidate): boolean;
  value(candidate: Candidate, scene: Scene, rivals: readonly Candidate[]): number;
}

export type Clue = FixedClue | SceneClue;
