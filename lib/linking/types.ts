import type { EntityKey, Evidence, RunnerUp } from '../facts';
import type { Day } from '../time';

/** What part of a page a block of text is; marks and salience depend on it. */
export type BlockRole = 'title' | 'standfirst' | 'body' | 'heading' | 'caption' | 'comment' | 'aside';

/** A run of text that reads as one: a paragraph, a heading, a list item. Offsets into it are UTF-16 units. */
export interface Block {
  readonly id: number;
  readonly text: string;
  readonly role: BlockRole;
  /** A part that is read by itself, as a post of a live blog: a name is marked once in each. */
  readonly section?: number | undefined;
  /** BCP 47, where it is not that of the story; `und` where nobody can tell. */
  readonly language?: string | undefined;
}

/** What earlier blocks of the same visit taught. To the page it is a text that it only hands back (memory-text.ts). */
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
  /** BCP 47, as the page says; null where it does not: then the story is read as the tables are written. */
  readonly language?: string | null | undefined;
  readonly blocks: readonly Block[];
  readonly memory: StoryMemory | null;
}

/** The reader's standing decisions. */
export interface LinkingChoices {
  /** "not this one": folded form → entities refused for it */
  readonly refused: Readonly<Record<string, readonly EntityKey[]>>;
  readonly muted: readonly EntityKey[];
  /** What needs no mark: keys, and kinds as `keyOfKind` writes them. */
  readonly known?: readonly string[];
  /** How many marks: first mention of the salient, first mention of all, every mention. */
  readonly density: 'quiet' | 'normal' | 'every';
}

/** One place in the text that names an entity. */
export interface Mention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly entity: EntityKey;
  /** 0…1; below the floor no mention is made at all. */
  readonly confidence: number;
  /** How much the entity matters to this story, 0…1. */
  readonly salience: number;
  /** Shall the page show a mark? A mention without one can still be hovered. */
  readonly marked: boolean;
  readonly evidence: Evidence;
  readonly runnersUp: readonly RunnerUp[];
}

export interface LinkedStory {
  readonly mentions: readonly Mention[];
  readonly memory: StoryMemory;
}
