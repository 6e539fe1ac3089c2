import type { EntityKey } from '../facts';

/** May Backstory ask Wikipedia? `ask`: only when the reader presses the labelled button. */
export type NetworkConsent = 'never' | 'ask' | 'automatic';

export type Density = 'quiet' | 'normal' | 'every';
export type Theme = 'system' | 'light' | 'dark';

/** Everything the reader can set. Stored sparsely: only what differs from the defaults, so that defaults may improve. */
export interface Settings {
  readonly density: Density;
  readonly marksHidden: boolean;
  /** Milliseconds that the pointer must rest on a name, 0–1000. */
  readonly restMs: number;
  readonly theme: Theme;
  /** A button beside selected words, which looks them up. */
  readonly selectionButton: boolean;
  readonly network: NetworkConsent;
  /**
   * May it ask Wikipedia and Wikidata for the names of a story that no pack knows? `automatic`: by itself, after a story of
   * a chosen site was read.
   */
  readonly names: NetworkConsent;
  /**
   * May a picture be fetched of whom a card is about? `automatic`: with each article that is fetched. Wikidata is asked, so it
   * needs `names`, too.
   */
  readonly pictures: NetworkConsent;
  /** A press in a card may ask, though this browser cannot tell whether a page lays something over the button. */
  readonly askInCards: boolean;
  /** Address of the MediaWiki whose `api.php` is asked, e.g. `https://en.wikipedia.org/w/api.php`. */
  readonly wikiApi: string;
  /** Of the wiki that is asked first for names of German stories, and for articles that only it has. */
  readonly germanWikiApi: string;
  /** Of the Wikibase beside it, e.g. `https://www.wikidata.org/w/api.php`. */
  readonly wikidataApi: string;
  /** Of the wiki that has the pictures, e.g. `https://commons.wikimedia.org/w/api.php`. */
  readonly commonsApi: string;
  /** Of the host that has their bytes, e.g. `https://upload.wikimedia.org/`: no other is asked for one. */
  readonly picturesAt: string;
  /**
   * Sites that the reader chose to have read, as match patterns. What the browser has granted is another matter: a
   * grant may serve a folder, and a site that was chosen may have lost its grant.
   */
  readonly sitesRead: readonly string[];
  /** Host names switched off by the reader although they were chosen. */
  readonly sitesOff: readonly string[];
  readonly muted: readonly EntityKey[];
  /** What the reader knows: entities, and all of a kind (`keyOfKind`). They get no mark, and a card all the same. */
  readonly known: readonly string[];
  /** "Not this one": folded form → entities refused for it. */
  readonly refused: Readonly<Record<string, readonly EntityKey[]>>;
  readonly welcomed: boolean;
  /** Keep a list of the stories in which a noted or opened entity was met; off unless the reader asks for it. */
  readonly history: boolean;
}
