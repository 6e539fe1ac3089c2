/** Something on a page that may say when its story was published, unaltered. */
export interface DayClue {
  /**
   * - `json`  a property of the page's JSON-LD
   * - `meta`  a `meta` element
   * - `mark`  an attribute made for machines: `<time datetime>`, `itemprop`, `abbr title`
   * - `text`  printed for readers
   */
  readonly from: 'json' | 'meta' | 'mark' | 'text';
  /**
   * Its name: type and property, or the name of the meta; otherwise tag and names of the element and its ancestors,
   * innermost first, joined by ` < `, up to the first that contains the page's headline.
   */
  readonly name: string;
  readonly text: string;
  /** What a `mark` shows the reader, and what is printed before it on the line. */
  readonly shown?: string | undefined;
  readonly before?: string | undefined;
  /** The nearest headline or link, or the headline of the thing whose property it is; '' if none. */
  readonly near: string;
  /** That one is a link. */
  readonly nearLink?: boolean | undefined;
  /** Characters printed before it on the page. */
  readonly at: number;
}

/** Everything a page says about its day. */
export interface Clues {
  readonly address: string;
  readonly canonical: string;
  /** BCP 47, lower case; '' if the page does not say. */
  readonly language: string;
  /** The headline as the page's data claims it, as in its title, and as printed. */
  readonly headlines: readonly string[];
  /** Characters printed before the headline, and before the start and end of the story's prose. */
  readonly top: number;
  readonly prose: readonly [start: number, end: number];
  readonly clues: readonly DayClue[];
}
