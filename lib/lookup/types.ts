/** What is asked of the open world, and what the answer is. */
import type { EntityHead, EntityRow, FactRow, FormRow } from '../pack';

/** A name in a story, with what the story says about it: enough to judge whether an item can be meant. */
export interface WantedName {
  readonly name: string;
  readonly kind: 'person' | 'place' | 'body' | null;
  /** Language of the passage, BCP 47 ("de"): its own wiki may be asked first. */
  readonly language?: string | null | undefined;
  /**
   * Folded: "commerce secretary", "striker", "company"; "said" for anyone who speaks in the story, so is not dead;
   * "twofold" if two things share the name.
   */
  readonly roles: readonly string[];
  /**
   * What stands beside the name, verbatim (apposition, title; no sentences): "the late novelist", "who died in 1917".
   * Not part of the roles. Compared with the answer here, never sent.
   */
  readonly says?: readonly string[] | undefined;
}

/** A Wikidata item as rows of a pack, used in linking and cards like any pack. */
export interface LookedUpItem {
  readonly entity: EntityRow;
  readonly forms: readonly FormRow[];
  readonly facts: readonly FactRow[];
  /** Entities the facts name and no pack knows: only head and gloss, without forms that a text could match. */
  readonly named: readonly EntityRow[];
}

/**
 * - `found`    one item fits. `sure`: the words beside the name say so; otherwise it is just the only one, with nothing
 * against it
 * - `several`  more than one may be meant: the reader chooses
 * - `none`     no article, a disambiguation page without a match, or an item that cannot be meant
 */
export type LookUpResult =
  | { readonly state: 'found'; readonly item: LookedUpItem; readonly sure: boolean }
  | { readonly state: 'several'; readonly items: readonly LookedUpItem[] }
  | NoneFound;

export interface NoneFound {
  readonly state: 'none';
  /** Addresses of the wikis that were asked. */
  readonly asked?: readonly string[];
  /** Where asking for this name alone may find more. */
  readonly left?: readonly LeftWiki[];
}

export interface LeftWiki {
  readonly api: string;
  /** `list`: its disambiguation page was not followed; `unasked`: another wiki seemed to have the name. */
  readonly why: 'list' | 'unasked';
}

/** What is known without asking about an entity that a fact names. */
export type KnownHead = Pick<EntityHead, 'kind' | 'name'>;

/** A result of Wikipedia's search, for the reader to choose, with a line that tells it from the others. */
export interface SearchFind {
  readonly title: string;
  /** The item's key; null if the article has none. */
  readonly item: string | null;
  readonly gloss: string;
}
