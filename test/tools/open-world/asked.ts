import type { IncomingHttpHeaders } from 'node:http';
import type { Door } from './behaviour';

/** One question as it came in. */
export interface Asked {
  readonly door: Door;
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** `wbgetentities`, `wbsearchentities`, `query`, `opensearch`; empty for a picture. */
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Titles, ids or search words: what the asker gave away. */
  readonly names: readonly string[];
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Of the answer; 0 where there is none (yet). */
  readonly status: number;
  /** Of the answer's body, unpacked; 0 where the answer was a fault. */
  readonly bytes: number;
  /** The same as it went over the wire, gzipped where the asker takes that. */
  readonly wireBytes: number;
}
