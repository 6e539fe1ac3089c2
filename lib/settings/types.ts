import type { EntityKey } from '../facts';

/** May Backstory ask Wikipedia? `ask`: only when the reader presses the labelled button. */
export type NetworkConsent = 'never' | 'ask' | 'automatic';

export type Density = 'quiet' | 'normal' | 'every';
export type Theme = 'system' | 'light' | 'dark';

/** Everything the reader can set. Only values other than the defaults are stored, so that defaults may improve. */
export interface Settings {
  readonly density: Density;
  readonly marksHidden: boolean;
  /** Milliseconds the pointer must rest on a name, 0–1000. */
  readonly restMs: number;
  readonly theme: Theme;
  /** Show a button beside selected words that looks them up. */
  readonly selectionButton: boolean;
  readonly network: NetworkConsent;
  /**
   * May Wikipedia and Wikidata be asked for a story's names that no pack knows? `automatic`: after a story on a chosen
   * site was read.
   */
  readonly names: NetworkConsent;
  /**
   * May a picture be fetched for a card? `automatic`: with each article fetched. Wikidata is asked, so it needs `names`
   * too.
   */
  readonly pictures: NetworkConsent;
  /** A press in a card may send a request, although this browser cannot tell whether a page covers the button. */
  readonly askInCards: boolean;
  /** Address of the MediaWiki whose `api.php` is asked, e.g. `https://en.wikipedia.org/w/api.php`. */
  readonly wikiApi: string;
  /** The wiki asked first for names in German stories, and for articles that only it has. */
  readonly germanWikiApi: string;
  /** The Wikibase that goes with it, e.g. `https://www.wikidata.org/w/api.php`. */
  readonly wikidataApi: string;
  /** The wiki with the pictures, e.g. `https://commons.wikimedia.org/w/api.php`. */
  readonly commonsApi: string;
  /** The host with their bytes, e.g. `https://upload.wikimedia.org/`: no other is asked. */
  readonly picturesAt: string;
  /**
   * Sites the reader chose to have read, as match patterns. The browser's grants are separate: one may serve a folder,
   * and a chosen site may have lost its grant.
   */
  readonly sitesRead: readonly string[];
  /** Host names the reader switched off although they were chosen. */
  readonly sitesOff: readonly string[];
  readonly muted: readonly EntityKey[];
  /** What the reader knows: entities, and whole kinds (`keyOfKind`). They get no mark but still a card. */
  readonly known: readonly string[];
  /** "Not this one": folded form → entities refused for it. */
  readonly refused: Readonly<Record<string, readonly EntityKey[]>>;
  readonly welcomed: boolean;
  /** Keep a list of the stories in which a noted or opened entity was met; off by default. */
  readonly history: boolean;
}
