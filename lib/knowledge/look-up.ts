/**
 * Looks names up in the open world, in few requests: titles (50 a request) → items (25) → labels of what the facts name.
 * What came before a failure or the reader's "stop" is kept.
 */
import type { EntityKey } from '../facts';
import type { KnownEntity, LookedUpItem, LookUpResult, SearchFind, WantedName } from '../lookup';
import type { Day } from '../time';
import type { SourceError } from './mediawiki/source-error';
import type { WikiClient } from './mediawiki/wiki-client';

export interface LookUpParts {
  /** Wikipedia, or the wiki that the reader set. */
  readonly wiki: WikiClient;
  readonly wikidata: WikiClient;
  /** Of a key ("q30"): what the packs know, so that nothing has to be asked. The same object may be asked thousands of times. */
  readonly knows: (key: EntityKey) => KnownEntity | null;
  readonly now: () => number;
}

export interface LookUpOptions {
  readonly signal?: AbortSignal | undefined;
  /** False in private windows: then no line of the log names what was asked. */
  readonly remember: boolean;
  /** How far it is; called after each answer, never after the end. */
  readonly progress?: ((told: LookUpProgress) => void) | undefined;
}

export interface LookUpProgress {
  /** Names that have their answer. */
  readonly done: number;
  readonly of: number;
  /** Answers that have come. */
  readonly requests: number;
}

/** Why it ended before all was asked; null where all was. */
export type LookUpEnd = SourceError | 'cancelled' | null;

export interface LookedUpNames {
  /** By the name as it was asked. A name that is absent was not asked to the end. */
  readonly results: ReadonlyMap<string, LookUpResult>;
  readonly ended: LookUpEnd;
}

/** `gone`: the item was deleted. One that was merged comes as the item that it is now, with the key of before in `formerly`. */
export type RefreshResult = { readonly state: 'found'; readonly item: LookedUpItem } | { readonly state: 'gone' };

export interface RefreshedItems {
  /** By the key as it was asked ("q30"). */
  readonly results: ReadonlyMap<EntityKey, RefreshResult>;
  readonly ended: LookUpEnd;
}

export interface FoundTitles {
  readonly found: readonly SearchFind[];
  readonly ended: LookUpEnd;
}

export interface LookUp {
  /** `day`: of the story; what is known of an item is held against it. */
  lookUp(names: readonly WantedName[], day: Day, options: LookUpOptions): Promise<LookedUpNames>;
  /** Entities that packs know by their id: no titles are sent. */
  refresh(keys: readonly EntityKey[], options: LookUpOptions): Promise<RefreshedItems>;
  /** What the reader typed or selected, asked of Wikipedia's search: six candidates at most. */
  search(words: string, options: LookUpOptions): Promise<FoundTitles>;
}
