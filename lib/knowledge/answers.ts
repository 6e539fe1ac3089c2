/** What this room answers, as other contexts receive it. */
import type { CardView, EntityKey, KnownKind } from '../facts';
import type { PackInfo, PackProblem } from '../pack';
import type { Day } from '../time';

/** What Wikipedia (or the reader's MediaWiki) says about an entity. Plain text only. */
export interface Article {
  readonly title: string;
  readonly extract: string;
  readonly description: string | null;
  /** Where a reader can open the article. */
  readonly url: string;
  readonly fetchedOn: Day;
  /** Credit line, e.g. "Wikipedia, CC BY-SA". */
  readonly credit: string;
  readonly stale: boolean;
}

/** The state of a card's article. Each state is a sentence with at most one action. */
export type ArticleState =
  | { readonly state: 'none' } // no article is known for it
  | { readonly state: 'off' } // consent is "never"
  | { readonly state: 'ask'; readonly host: string } // a labelled button may fetch it
  | { readonly state: 'fetching'; readonly host: string } // consent is "automatic": requested once the card is seen
  | { readonly state: 'ready'; readonly article: Article }
  | { readonly state: 'missing' } // the wiki has no such page, or only a disambiguation page
  | { readonly state: 'offline' }
  | { readonly state: 'busy'; readonly retryAt: number } // 429 or back-off; epoch milliseconds
  | { readonly state: 'failed'; readonly reason: string };

/** A name inside a card's own text that has its own card. Offsets into `field`. */
export interface NestedMention {
  readonly field: 'background' | 'article';
  readonly start: number;
  readonly end: number;
  readonly entity: EntityKey;
}

/** "I know this": what the reader marked, the entity and its kind. */
export interface Familiar {
  readonly known: boolean;
  readonly kind: KnownKind | null;
  readonly kindKnown: boolean;
}

/** A card without the reader's notes. */
export interface KnownCard {
  readonly view: CardView;
  /** Absent for a name that no pack knows. */
  readonly familiar?: Familiar;
  readonly nested: readonly NestedMention[];
  readonly article: ArticleState;
}

/** In the order in which packs are asked. */
export interface PackSummary {
  /** The name an imported pack is stored under; null: the bundled one. */
  readonly id: string | null;
  /** Why it could not be opened; look-ups then skip it. */
  readonly problem: PackProblem | null;
  readonly info: PackInfo | null;
  /** The address it was fetched from; null: it was a file. */
  readonly from: string | null;
  /** The previous edition, kept for going back. */
  readonly before: Day | null;
}

/** One request that left the browser. */
export interface RequestEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly host: string;
  /** The titles asked for, or a pack's path; nothing else was sent. */
  readonly titles: readonly string[];
  /** The result, as a word or a status. */
  readonly outcome: string;
  readonly bytes: number;
}

export interface CacheUsage {
  readonly count: number;
  readonly bytes: number;
}
