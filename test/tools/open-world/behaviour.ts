/** What a server of the open world does instead of answering correctly. */
export type Fault =
  /** 429; `retryAfter` is what the header says ("7", or an HTTP date), null: no such header. */
  | { readonly kind: 'too-many'; readonly retryAfter: string | null }
  /** 503 with a page for people. */
  | { readonly kind: 'unavailable' }
  /** 500 with nothing in it. */
  | { readonly kind: 'failed' }
  /** 200 and JSON, but an error in it: the databases lag behind (with `Retry-After: 5`), or too much was asked. */
  | { readonly kind: 'maxlag' | 'ratelimited' }
  /** 200 and a page, as where somebody has to sign in first. `labelled`: it says that it is JSON. */
  | { readonly kind: 'html'; readonly labelled?: boolean }
  /** Valid until the middle, then it ends as if that were all. */
  | { readonly kind: 'half' }
  /** The connection breaks in the middle of the answer. */
  | { readonly kind: 'broken' }
  /** A body that never ends, gzipped: a few bytes on the wire, megabytes unpacked. */
  | { readonly kind: 'endless' }
  /** 302 to the same question at another host, which would answer it. */
  | { readonly kind: 'elsewhere' }
  /** Other bytes in place of a picture, said to be a PNG. */
  | { readonly kind: 'other-bytes'; readonly bytes: Buffer }
  /** A picture that says it is shorter, or longer, than it is. */
  | { readonly kind: 'wrong-length'; readonly more: number }
  /** What Commons tells of a file, with something else in it. */
  | { readonly kind: 'told-otherwise'; readonly replace: (json: string) => string }
  /** The question is never answered. */
  | { readonly kind: 'silent' };

/** Which of the servers. `commons` tells of pictures, `pictures` is the host that has their bytes. */
export type Door = 'wiki' | 'wikidata' | 'commons' | 'pictures';

export interface Behaviour {
  /** Before each answer. */
  readonly delayMs?: number;
  readonly fault?: Fault;
  /** How many of the next questions meet the fault; left out: all until told otherwise. */
  readonly times?: number;
  /** Who behaves so; left out: everybody. */
  readonly at?: Door;
  /** PHP's empty maps: `"claims": []` where there are none, as Wikidata's dumps and some of its answers have them. */
  readonly emptyMapsAsLists?: boolean;
}
