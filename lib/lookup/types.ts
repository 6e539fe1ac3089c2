/** What is asked of the open world, and what comes of it. */
import type { EntityHead, EntityRow, FactRow, FormRow } from '../pack';

/** A name of a story, with what the story says of it: enough to tell whether an item can be meant. */
export interface WantedName {
  readonly name: string;
  readonly kind: 'person' | 'place' | 'body' | null;
  /** Of the passage where it stands, as BCP 47 writes it ("de"): a language may have a wiki of its own that is asked first. */
  readonly language?: string | null | undefined;
  /** Folded: "commerce secretary", "striker", "company"; "said" of whoever speaks in the story, which the dead do not; "twofold" where two things have the name. */
  readonly roles: readonly string[];
  /**
   * What stands beside the name, word for word (apposition, title; no sentences): "the late novelist", "who died in 1917". Roles
   * leave that out. Held against the answer here, never sent.
   */
  readonly says?: readonly string[] | undefined;
}

/** An item of Wikidata as rows of a pack: it joins linking and cards as any pack does. */
export interface LookedUpItem {
  readonly entity: EntityRow;
  readonly forms: readonly FormRow[];
  readonly facts: readonly FactRow[];
  /** Of what the facts name and no pack knows: head and gloss alone, without a form that a text could use. */
  readonly named: readonly EntityRow[];
}

/**
 * - `found`    one item fits. `sure`: the words beside the name say so; else it is merely the only one, and nothing speaks against it
 * - `several`  more than one may be meant: the reader is shown them
 * - `none`     no article, a list of namesakes with nobody who fits, or an item that cannot be meant
 */
export type LookUpResult =
  | { readonly state: 'found'; readonly item: LookedUpItem; readonly sure: boolean }
  | { readonly state: 'several'; readonly items: readonly LookedUpItem[] }
  | NoneFound;

export interface NoneFound {
  readonly state: 'none';
  /** Addresses of the wikis that were asked. */
  readonly asked?: readonly string[];
  /** Where a question for this name alone may find more. */
  readonly left?: readonly LeftWiki[];
}

export interface LeftWiki {
  readonly api: string;
  /** `list`: it has a list of namesakes that nobody went through; `unasked`: another one seemed to have the name. */
  readonly why: 'list' | 'unasked';
}

/** What is known of an entity without asking: of a value that a fact names. */
export type KnownEntity = Pick<EntityHead, 'kind' | 'name'>;

/** What a search of Wikipedia found: for the reader to choose from, with a line that tells it from the others. */
export interface SearchFind {
  readonly title: string;
  /** Key of the item; null where the article has none. */
  readonly item: string | null;
  readonly gloss: string;
}
