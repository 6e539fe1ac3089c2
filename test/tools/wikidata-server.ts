/**
 * A Wikidata with a Wikipedia beside it, for tests and for `npm start`: small, of our own making, never the internet.
 *
 *   wikidataApi   action=wbgetentities | wbsearchentities          as www.wikidata.org answers
 *   wikiApi       action=query (titles, generator=search) | opensearch   as en.wikipedia.org; `germanWikiApi` as de.wikipedia.org
 *   pictures      a host by itself, as upload.wikimedia.org
 *
 * `test/servers/open-world.test.ts` asks a real MediaWiki the same as the wiki here and compares.
 */
import type { Asked } from './open-world/asked';
import type { Behaviour } from './open-world/behaviour';

export interface OpenWorldOptions {
  /** Before each answer; left out: none. */
  readonly delayMs?: number;
}

export interface OpenWorld {
  /** `http://127.0.0.1:PORT/w/api.php` of the English wiki; articles are at `/wiki/Title`. */
  readonly wikiApi: string;
  readonly germanWikiApi: string;
  readonly wikidataApi: string;
  /** Where the bytes of pictures come from: `http://127.0.0.1:OTHER_PORT`. */
  readonly pictures: string;
  /** All that was asked, the oldest first. */
  requests(): readonly Asked[];
  /** What came to the host to which `elsewhere` leads: it must stay 0. */
  strayed(): number;
  /** From now on; `{}` is a server as it should be. What was asked is not forgotten. */
  behave(behaviour: Behaviour): void;
  /** Forgets what was asked. */
  forget(): void;
  stop(): Promise<void>;
}

export declare function startOpenWorld(options?: OpenWorldOptions): Promise<OpenWorld>;
