/** What one row of a facts file says, in the terms of our tables, before it is joined with what other files say. */
import type { Kind, PropertyName } from '../../../lib/facts';
import type { Day, PartialDate } from '../../../lib/time';

export interface RowPlace {
  readonly file: string;
  /** Counted from 1; 0 means the whole file. */
  readonly line: number;
}

export interface ImportedFact {
  readonly property: PropertyName;
  readonly value?: number;
  readonly words?: string;
  readonly start?: PartialDate | null;
  readonly end?: PartialDate | null;
}

export interface Maker {
  readonly role: 'director' | 'author' | 'artist';
  readonly name: string;
}

export interface Imported extends RowPlace {
  /** Id of the source, see `sources.ts`. */
  readonly source: string;
  readonly asOf: Day;
  /** Wikidata id. */
  readonly qid: string | null;
  /** English Wikipedia article: as good an id. */
  readonly title: string | null;
  /** Null: the row says nothing of what it is, and only adds to an entity that another row makes. */
  readonly kind: Kind | null;
  /** A row without a kind stands in a list that holds things of these, too: the only one of its name there is what it is about. */
  readonly mayBe: readonly Kind[];
  readonly name: string;
  readonly aliases: readonly string[];
  /** As the source writes it; `countries.ts` knows the spellings. */
  readonly country: string | null;
  /** State, province or county of a place. */
  readonly region: string | null;
  /** What it is, in words of ours: "city", "football player". */
  readonly what: string | null;
  readonly facts: readonly ImportedFact[];
  /** Who made a work, by name. */
  readonly maker: Maker | null;
  /** What the gloss says last: "World Cups 1991, 1995". */
  readonly remark: string | null;
  /** How much the source shows of its being known, on one scale for all files; see `fame.ts`. */
  readonly fame: number;
  /** Its article has the name of before. */
  readonly isRenamed: boolean;
  /** It is to be in the pack however little it is known. */
  readonly wanted: boolean;
}

/** What most rows leave open. */
export const OPEN = {
  qid: null,
  title: null,
  mayBe: [],
  aliases: [],
  country: null,
  region: null,
  what: null,
  facts: [],
  maker: null,
  remark: null,
  fame: 0,
  isRenamed: false,
  wanted: false,
} as const satisfies Partial<Imported>;
