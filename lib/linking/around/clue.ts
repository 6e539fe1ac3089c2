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

export interface WeighedClue<C extends Clue> {
  readonly at: number;
  readonly clue: C;
  readonly weight: number;
  /** Of the clue: taken out of it, since clues are of many shapes, and pieces of one, which the engine reads at once. */
  readonly value: C['value'];
  readonly may: SceneClue['may'];
  readonly ofRelatedOnly: boolean;
  readonly against: boolean;
}

/** What weighs for a candidate whoever else is in the story, and what is left to ask in each round of choosing. */
export interface FirstLook {
  readonly fixed: number;
  /** Of each piece that speaks its number, and behind it what it adds. */
  readonly spoken: readonly number[];
  readonly open: readonly WeighedClue<SceneClue>[];
  /** May one of the open pieces speak against it? */
  readonly mayLose: boolean;
  /** Do all of the open pieces ask no more of the story than how many are related to it? */
  readonly ofRelatedOnly: boolean;
}

export interface Weighable extends Candidate {
  /** Reckoned when it is first weighed, since most never are. */
  look: FirstLook | null;
}
