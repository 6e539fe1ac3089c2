import type { PropertyName } from './properties';

/** A statement or qualifier that says: there is none. */
export const NO_VALUE = Symbol('no value');
/** A statement or qualifier that says: there is one, nobody knows which. */
export const UNKNOWN = Symbol('unknown value');

/**
 * As the datatype of its property reads it: a handle or an id of an item; a day "2026-09-01", month "2026-09", year "2026",
 * decade "1930s", century "19th", "julian 1712-03-04"; a number "48210"; "54.1, 12.9"; "de: Bund am Fluss"; a file; an address.
 */
export type Plain = string | typeof NO_VALUE | typeof UNKNOWN;

export type Rank = 'preferred' | 'normal' | 'deprecated';

/** Property, value, and qualifiers by their plain names. */
export type Claim = readonly [
  property: PropertyName,
  value: Plain,
  more?: { readonly rank?: Rank } & { readonly [Qualifier in PropertyName]?: Plain | readonly Plain[] },
];

/** Label, description and aliases in one language. An empty label or description: there is none. */
export type Terms = readonly [label: string, description?: string, ...aliases: string[]];

/** The article of an item in one wiki. */
export interface Article {
  /** Left out: the label in the wiki's language. */
  readonly title?: string;
  /** Left out: one sentence made of label and description. */
  readonly intro?: string;
  readonly redirects?: readonly string[];
  /** A list of namesakes, as the Disambiguator extension marks it: titles of articles. */
  readonly namesakes?: readonly string[];
}

export interface ItemRecord {
  readonly id: string;
  readonly en?: Terms;
  readonly de?: Terms;
  /** Wikidata's "default for all languages": more and more people have a label here alone. */
  readonly mul?: Terms;
  readonly fr?: Terms;
  readonly claims?: readonly Claim[];
  /** `true`: an article with a title and an introduction made of the terms. */
  readonly article?: Article | true;
  readonly german?: Article | true;
  readonly picture?: Picture;
  readonly logo?: Picture;
}

/** A file that ends in `.jpg` is a JPEG, all others are served as PNG, as Commons does with drawings. */
export interface Picture {
  readonly file: string;
  readonly artist: string;
  readonly licence: string;
  readonly licenceUrl: string;
}

/** Records by a readable handle, which claims may use in place of the id. */
export type Records = Readonly<Record<string, ItemRecord>>;
