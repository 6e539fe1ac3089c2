type Words = ReadonlySet<string>;

/** What a noun beside a name says that it is; `body` is a group, a company, a team or a medium. */
export type RoleKind = 'person' | 'body' | 'place';

/** The same; `any` may be a person as well as a body ("rival"), `thing` is none of the three ("ship"). */
export type Role = RoleKind | 'any' | 'thing';

/** Words that say what a name is that nobody knows: "striker Okonjo", "Okonjo, the striker". All folded. */
export interface RoleWords {
  /** What the name beside the noun is: "striker", "company", "village"; null for any other word. */
  kindOf(noun: string): Role | null;
  /** Is it a post by itself, and no surname that ends as one: "Stoiberg", "Wallfahrer"? */
  isPost(noun: string): boolean;
  /** Of nouns where every noun has a capital: it looks as one of several; no word of the language ends so; an adjective before one. */
  readonly plural: RegExp;
  readonly foreign: RegExp;
  readonly adjective: RegExp;
  /** Prepositions that hold an article: "im". */
  readonly contracted: Words;
  /** Ranks and posts with a capital before a name that are no titles of the tables: "Councillor". */
  readonly ranks: Words;
  /** They belong to the noun behind them, where no article shows where it begins: "former", "retired". */
  readonly modifiers: Words;
  /** They begin what is said of a name: "the", "her", "a". */
  readonly determiners: Words;
  /** Those that stand before no person, but before a verb: "Das bestätigte Landrat X". */
  readonly impersonal: Words;
  /** "Who", "which", behind a comma; what each tells of the name before it. */
  readonly relatives: ReadonlyMap<string, RoleKind | null>;
  /** Behind the noun they go on with it: "head of", "fund in". */
  readonly goesOn: Words;
  /** "Is", between a name and what it is. */
  readonly copulas: Words;
  /** Before `of` and the name of a place: "the town of X". */
  readonly placesOf: Words;
  /** Words with a capital in names that tell what is named: "Partners", "River". */
  readonly inNames: ReadonlyMap<string, Role>;
  /** With a capital before another they make a place of both: "Fort Snelling". */
  readonly placesBegin: Words;
  /** Before a hyphen and a name they are no part of it: "pro". */
  readonly prefixes: Words;
  /** Behind one word that begins the name of a body: it goes on in words that any sentence has. */
  readonly unended: RegExp;
  /** Behind an age they say that a person is meant: "der 19 Jahre alte X", "die 34-jährige X". */
  readonly aged: RegExp;
  /** Behind a name: it lived, as no firm does. */
  readonly lives: RegExp;
  /** Persons as a rule, and firms as well: "owner". */
  readonly bodiesToo: Words;
  /** Behind a name they are no part of it: "KC", "PhD". */
  readonly degrees: RegExp;
  /** Behind the name that begins a sentence: it won, lost or drew, and with what result. */
  readonly wins: RegExp;
  /** Verbs of main clauses that no noun phrase runs over. */
  readonly finite: Words;
  /** Behind a name and a hyphen they are no part of it: "Lutnick-led"; "Kim Seung-kyum" is one. */
  isSuffix(word: string): boolean;
  /** They begin names that go on with `links`: "Friends of the Earth", "Centers for Disease Control". */
  readonly heads: Words;
  /** A house is called after them: "Boston Children's Hospital", "People's Party". */
  readonly owners: Words;
  readonly links: Words;
  /** What somebody does, right behind a name: "won", "asked". */
  isDone(word: string): boolean;
  /** With a capital they are no names, alone or together: days, feasts, parts of a page. */
  readonly noNames: Words;
  /** Begins a line that is about other stories of the page, or about the page. */
  readonly asides: RegExp;
  /** In brackets behind a name they say where it is seen, and not what it is: "left", "pictured". */
  readonly pointers: Words;
}
