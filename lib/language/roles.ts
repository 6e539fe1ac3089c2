type Words = ReadonlySet<string>;

/** What a noun says the name beside it is; `body` is a group, company, team or medium. */
export type RoleKind = 'person' | 'body' | 'place';

/** Also `any`, a person or a body ("rival"), and `thing`, none of the three ("ship"). */
export type Role = RoleKind | 'any' | 'thing';

/** Words that say what an unknown name is: "striker Okonjo", "Okonjo, the striker". All folded. */
export interface RoleWords {
  /** What the name beside the noun is: "striker", "company", "village"; null for any other word. */
  kindOf(noun: string): Role | null;
  /** Is it a post by itself, and not a surname that ends like one: "Stoiberg", "Wallfahrer"? */
  isPost(noun: string): boolean;
  /** For languages that capitalise nouns: looks like a plural; is not a native word; an adjective before a noun. */
  readonly plural: RegExp;
  readonly foreign: RegExp;
  readonly adjective: RegExp;
  /** Prepositions merged with an article: "im". */
  readonly contracted: Words;
  /** Capitalised ranks and posts before a name that are no titles in the tables: "Councillor". */
  readonly ranks: Words;
  /** Belong to the following noun where no article shows its start: "former", "retired". */
  readonly modifiers: Words;
  /** Begin a description of a name: "the", "her", "a". */
  readonly determiners: Words;
  /** Those that stand before a verb, not a person: "Das bestätigte Landrat X". */
  readonly impersonal: Words;
  /** "Who", "which" behind a comma, and what each says about the name before it. */
  readonly relatives: ReadonlyMap<string, RoleKind | null>;
  /** Continue the noun before them: "head of", "fund in". */
  readonly goesOn: Words;
  /** "Is", between a name and its description. */
  readonly copulas: Words;
  /** Before `of` and a place name: "the town of X". */
  readonly placesOf: Words;
  /** Capitalised words in names that say what is named: "Partners", "River". */
  readonly inNames: ReadonlyMap<string, Role>;
  /** Capitalised before another word they make both a place: "Fort Snelling". */
  readonly placesBegin: Words;
  /** Before a hyphen and a name, not part of it: "pro". */
  readonly prefixes: Words;
  /** Follows a first word of a body's name whose continuation is made of everyday words. */
  readonly unended: RegExp;
  /** Behind an age, they show a person: "der 19 Jahre alte X", "die 34-jährige X". */
  readonly aged: RegExp;
  /** Behind a name: it lived, as no company does. */
  readonly lives: RegExp;
  /** Usually persons, but also companies: "owner". */
  readonly bodiesToo: Words;
  /** Also said of countries, cities and clubs: "neighbour", "supplier". */
  readonly placesToo: Words;
  /** Behind a name, not part of it: "KC", "PhD". */
  readonly degrees: RegExp;
  /** Behind a name that begins a sentence: won, lost or drew, with a result. */
  readonly wins: RegExp;
  /** Finite verbs, which no noun phrase extends across. */
  readonly finite: Words;
  /** Behind a name and a hyphen, not part of it: "Lutnick-led"; unlike "Kim Seung-kyum". */
  isSuffix(word: string): boolean;
  /** Begin names continued by `links`: "Friends of the Earth", "Centers for Disease Control". */
  readonly heads: Words;
  /** Owners in names of institutions: "Boston Children's Hospital", "People's Party". */
  readonly owners: Words;
  readonly links: Words;
  /** An action, right behind a name: "won", "asked". */
  isDone(word: string): boolean;
  /** Capitalised, but neither alone nor together a name: days, holidays, parts of a page. */
  readonly noNames: Words;
  /** Begins a line about other stories or about the page. */
  readonly asides: RegExp;
  /** In brackets behind a name they say where it is seen, not what it is: "left", "pictured". */
  readonly pointers: Words;
}
