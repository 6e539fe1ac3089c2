import type { EntityKey, Evidence, RunnerUp } from '../facts';
import type { Day } from '../time';

/** What part of a page a block belongs to; affects marks and salience. */
export type BlockRole = 'title' | 'standfirst' | 'body' | 'heading' | 'caption' | 'comment' | 'aside';

/** A run of text that reads as one: a paragraph, a heading, a list item. Offsets into it are UTF-16 units. */
export interface Block {
  readonly id: number;
  readonly text: string;
  readonly role: BlockRole;
  /** A part read on its own, such as a post of a live blog: a name is marked once in each. */
  readonly section?: number | undefined;
  /** BCP 47, if it differs from the story's; `und` if unknown. */
  readonly language?: string | undefined;
}

/** What earlier blocks of the visit taught. The page only hands it back, as text (memory-text.ts). */
export interface StoryMemory {
  /** entity → names used for it so far, and how often */
  readonly named: Readonly<Record<EntityKey, { readonly forms: readonly string[]; readonly count: number }>>;
  /** hashes of the story's content-word stems, in the order of the text */
  readonly stems: readonly number[];
  /** entities already marked, so that a first-mention rule holds over the visit */
  readonly marked: readonly EntityKey[];
}

export interface Story {
  /** Day of publication; null when unknown. */
  readonly day: Day | null;
  readonly title: string;
  /** BCP 47, as the page says; if null, the story is read in the tables' language. */
  readonly language?: string | null | undefined;
  readonly blocks: readonly Block[];
  readonly memory: StoryMemory | null;
}

/** The reader's standing decisions. */
export interface LinkingChoices {
  /** "not this one": folded form → entities refused for it */
  readonly refused: Readonly<Record<string, readonly EntityKey[]>>;
  readonly muted: readonly EntityKey[];
  /** What needs no mark: keys, and kinds as written by `keyOfKind`. */
  readonly known?: readonly string[];
  /** How many marks: the first mention of salient names, the first mention of all names, or every mention. */
  readonly density: 'quiet' | 'normal' | 'every';
}

/** One place in the text that names an entity. */
export interface Mention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly entity: EntityKey;
  /** 0…1; below the floor there is no mention at all. */
  readonly confidence: number;
  /** How much the entity matters to this story, 0…1. */
  readonly salience: number;
  /** Should the page show a mark? A mention without one can still be hovered. */
  readonly marked: boolean;
  readonly evidence: Evidence;
  readonly runnersUp: readonly RunnerUp[];
}

export interface LinkedStory {
  readonly mentions: readonly Mention[];
  readonly memory: StoryMemory;
}
