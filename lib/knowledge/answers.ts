/** What the room answers, as the other contexts get it. */
import type { CardView, EntityKey, KnownKind } from '../facts';
import type { PackInfo, PackProblem } from '../pack';
import type { Day } from '../time';

/** What Wikipedia (or the MediaWiki that the reader chose) says of an entity. Plain text only. */
export interface Article {
  readonly title: string;
  readonly extract: string;
  readonly description: string | null;
  /** Address of the article for a reader. */
  readonly url: string;
  readonly fetchedOn: Day;
  /** Credit line, e.g. "Wikipedia, CC BY-SA". */
  readonly credit: string;
  readonly stale: boolean;
}

/** How far the article part of a card has come. Each state is a sentence with at most one action. */
export type ArticleState =
  | { readonly state: 'none' } // no article is known for it
  | { readonly state: 'off' } // consent is "never"
  | { readonly state: 'ask'; readonly host: string } // a labelled button may fetch it
  | { readonly state: 'fetching'; readonly host: string } // consent is "automatic": asked for once the card is seen
  | { readonly state: 'ready'; readonly article: Article }
  | { readonly state: 'missing' } // the wiki has no such page, or only a list of namesakes
  | { readonly state: 'offline' }
  | { readonly state: 'busy'; readonly retryAt: number } // 429 or back-off; epoch milliseconds
  | { readonly state: 'failed'; readonly reason: string };

/** A name inside a card's own text that has a card of its own. Offsets into `field`. */
export interface NestedMention {
  readonly field: 'background' | 'article';
  readonly start: number;
  readonly end: number;
  readonly entity: EntityKey;
}

/** "I know this": what the reader said of it, and of all of its kind. */
export interface Familiar {
  readonly known: boolean;
  readonly kind: KnownKind | null;
  readonly kindKnown: boolean;
}

/** A card without what the reader has noted. */
export interface KnownCard {
  readonly view: CardView;
  /** Absent: it is a name that no pack knows. */
  readonly familiar?: Familiar;
  readonly nested: readonly NestedMention[];
  readonly article: ArticleState;
}

/** In the order in which packs are asked. */
export interface PackSummary {
  /** The name under which an imported pack is kept; null: the bundled one. */
  readonly id: string | null;
  /** What is wrong with it, if it could not be opened; it is then left out of all look-ups. */
  readonly problem: PackProblem | null;
  readonly info: PackInfo | null;
  /** The address that it was fetched from; null: it was a file. */
  readonly from: string | null;
  /** The edition that was in use before this one and is kept, to be gone back to. */
  readonly before: Day | null;
}

/** One request that left the browser. */
export interface RequestEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly host: string;
  /** The titles that were asked, or the path of a pack; nothing else was sent. */
  readonly titles: readonly string[];
  /** How it ended, in a word or a status. */
  readonly outcome: string;
  readonly bytes: number;
}

export interface CacheUsage {
  readonly count: number;
  readonly bytes: number;
}
