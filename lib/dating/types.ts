/** Something of a page that may say when its story was published, as it stands there. */
export interface Clue {
  /**
   * - `json`  a property of the page's JSON-LD
   * - `meta`  a `meta` element
   * - `mark`  an attribute made for machines: `<time datetime>`, `itemprop`, `abbr title`
   * - `text`  printed for readers
   */
  readonly from: 'json' | 'meta' | 'mark' | 'text';
  /**
   * What it is called: type and property, name of the meta; else tag and names of the element and of those around it,
   * from the inside out, joined by ` < `, up to the first that holds the headline of the page.
   */
  readonly name: string;
  readonly text: string;
  /** What a `mark` shows to the reader, and what is printed before that in the same line. */
  readonly shown?: string | undefined;
  readonly before?: string | undefined;
  /** The headline or link that stands nearest, or the headline of the thing that it is a property of; '' if none. */
  readonly near: string;
  /** That is a link. */
  readonly nearLink?: boolean | undefined;
  /** Characters printed before it on the page. */
  readonly at: number;
}

/** All that a page says of its day. */
export interface Clues {
  readonly address: string;
  readonly canonical: string;
  /** BCP 47, lower case; '' when the page does not say. */
  readonly language: string;
  /** The headline as the page claims it, as its title has it, and as printed. */
  readonly headlines: readonly string[];
  /** Characters printed before the headline, and before the beginning and the end of the story's prose. */
  readonly top: number;
  readonly prose: readonly [start: number, end: number];
  readonly clues: readonly Clue[];
}
