/**
 * What linking must know about a language. Everything true of one language only lives in that language's folder and is
 * asked for through this interface. Folders hold general words, never entities. All words are folded (`lib/text`). The
 * file is long because it is one contract: what a new language must provide is read in one place.
 */
import type { Kind } from '../facts';
import type { SentenceRules, Stem } from '../text';
import type { ArenaWords } from './arenas';

type Words = ReadonlySet<string>;

export interface Language {
  /** The primary subtag of BCP 47: "en". */
  readonly tag: string;
  /** Are the tables written in it? */
  readonly ofTables: boolean;
  readonly sentences: SentenceRules;
  readonly stem: Stem;
  readonly capitals: Capitals;
  readonly names: NameWords;
  readonly cues: Cues;
  readonly persons: PersonCues;
  /** Words about sport, concerts and races. */
  readonly arenas: ArenaWords;
  readonly titles: Titles;
  /** All inflected forms of a name that the tables give in this language: "Vereinte Nationen", "Vereinten Nationen". */
  inflections(form: string): readonly string[];
  /** May a name stand like this in a hyphenated compound: "Trump-Regierung"? */
  compounds(parts: Compound): boolean;
  /** May a form from tables in another language occur in a text of this one? */
  borrows(form: BorrowedForm): boolean;
  /**
   * Copies of the text, equally long, with endings of names blanked ("Bidens" as "Biden'"): what is found only in these
   * is a name with an ending.
   */
  uninflected(text: string): readonly string[];
}

export interface Capitals {
  /** In mid-sentence, are only names capitalised? */
  readonly meanNames: boolean;
  /** Are there headlines in title case? */
  readonly inHeadlines: boolean;
  /** Is a name accepted only if its words never occur in lower case on the page? */
  readonly doubted: boolean;
}

/** Words in names and beside them. */
export interface NameWords {
  /** Words that open sentences; capitalised before a name they are not part of it. */
  readonly openers: Words;
  /** Ordinary words that are also names: their capital proves nothing. */
  readonly ordinary: Words;
  /** Small words inside names: "bin", "von der". */
  readonly particles: Words;
  /** They make the name before them another person: "jr". */
  readonly generations: Words;
  /** Words that begin a name continued by `of`, or directly if that is null: "University of Baghdad". */
  readonly institutions: Words;
  readonly of: string | null;
  /** Legal forms of companies, and words that may stand before them: "Inc", "Group". */
  readonly companySuffixes: Words;
  readonly companyTails: Words;
  /** Behind a place they make it a thing found elsewhere: "sprouts" in "Brussels sprouts". */
  readonly compoundHeads: Words;
  /** The same, but only behind an adjective of a country: "fries" in "French fries". */
  readonly adjectiveHeads: Words;
  /** Fixed phrases that contain a place without meaning it: "baked alaska". */
  readonly setPhrases: Words;
  /** Before a place, not given names: "Mount Lebanon", "West Darfur". */
  readonly placeHeads: Words;
  /** Capitalised before a place they make a different one: "West Palm Beach"; "west Texas" is in Texas. */
  readonly directions: Words;
  /** Last words of towns and districts that take an article: "the Gold Coast". */
  readonly districts: Words;
  /** Capitalised, the end of a place name; lower case, a verb: "falls". */
  readonly verbs: Words;
  /** Plural nouns that stand before another noun: "a London arms dealer". */
  readonly pluralHeads: Words;
  /** Places that may take an article: "the Congo". */
  readonly articled: Words;
  /** Behind a name they make it water, a mountain or a desert: "canal". */
  readonly landforms: Words;
  /** Behind a name and an article they make it someone else: "the Divine". */
  readonly epithets: Words;
  /** Before a person's name they make it a ship: "USS". */
  readonly ships: Words;
  /** Behind a person's name they make it something named after them: "bridge", "prize". */
  readonly bearers: Words;
  /** Behind a town's name they mean something else of that name: "island", "mine". */
  readonly features: Words;
  /** Behind hyphenated names they make all of them one name: "US-Mexico-Canada Agreement". */
  readonly treaties: Words;
  /** Days that films are named after; folded. */
  readonly holidays: Words;
  /** Before `of` and a place: "Gulf of America". */
  readonly waters: Words;
  /** Capitalised before a place they make it a company or institution: "Air France". */
  readonly brands: Words;
  /** Behind a place they make it a different one: " by the Sea". */
  readonly goesOn: RegExp;
  /** Before a saint's name, whose genitive names churches and hospitals: "St. Martin's". */
  readonly saints: Words;
  /** Letters of bodies of games that other bodies have, too: "icc", the cricket council and the court. */
  readonly gameBodies: Words;
  /** Ordinary words, not openers, that are also acronyms. */
  readonly acronymWords: Words;
  /** Before a place they make it a different one: "New England". */
  readonly newer: Words;
  /** Behind a body they say who belongs to it and are not part of its name: "MP" in "Labour MP". */
  readonly members: Words;
  /** Abbreviated places behind a comma: "Natick, Mass." → the form in the tables. */
  readonly abbreviatedPlaces: ReadonlyMap<string, string>;
  /** Behind a list of names: the word that belongs to each of them: "counties" → "County". */
  readonly sharedHeads: ReadonlyMap<string, string>;
  /** May an unknown capitalised word right before a name be part of it: "Melania" before "Trump"? */
  joinsBefore(word: string, name: 'person' | 'other', wordBefore: string | null): boolean;
  /** The same for a word right behind `name`. */
  joinsAfter(word: string, name: string): boolean;
}

/** Words that show what kind of thing a name beside them means. */
export interface Cues {
  /** Words from games between nations other than football: "scrum", "wicket". */
  readonly otherGames: Words;
  readonly placePrepositions: Words;
  /** Open a sentence about a country: "In Ireland". */
  readonly within: Words;
  /** What a place is called before its name: "the city of Liverpool". */
  readonly placeNouns: Words;
  /** Several of them: "towns". */
  readonly towns: Words;
  /** Those of them that no state is called, and those that no town is called. */
  readonly townNouns: Words;
  readonly stateNouns: Words;
  /** Before a state's name: "Bundesstaat Washington". */
  readonly regionNouns: Words;
  /** What a state has but a town has not, before `regionLinks`: "the governor of Washington". */
  readonly regionOnly: Words;
  readonly regionLinks: Words;
  /** Lower-case words for part of a state or country: "western Washington". */
  readonly parts: Words;
  /** What a state has and a town lacks: "the capital of New York". */
  readonly regionSeats: Words;
  /** Before a chamber or court that is not the national one: "the state Senate". */
  readonly lesser: Words;
  /** "Washington, near Sunderland". */
  readonly near: Words;
  /** "Athens, eighty miles north". */
  readonly distances: Words;
  /** "All of Georgia, from Rome to Augusta". */
  readonly from: Words;
  readonly naming: Words;
  /** Before those: "is called". */
  readonly copulas: Words;
  /** Relatives and friends, followed by a given name. */
  readonly kin: Words;
  /** More of them, a person only after a personal possessive: "her neighbour Chad", not "its neighbour Chad". */
  readonly companions: Words;
  /** Words before someone's relatives and friends: "her", "a". */
  readonly possessors: Words;
  /** Verbs after (or before) a speaker. */
  readonly speech: Words;
  /** Before the last item of a list: "and". */
  readonly and: Words;
  /** Prepositions of place that also stand before bodies: "lost to Liverpool". */
  readonly bodyPrepositions: Words;
  /** The end of what precedes a credited agency: "Photo: Kim Ha-neul/", "(", "via ". */
  readonly credited: RegExp;
  /** People who take pictures for an agency, behind its name. */
  readonly photographers: Words;
  /** What only persons do; behind their name: "reigned", "smiled". */
  readonly personal: Words;
  /** What only storms do; behind their name: " made landfall". */
  readonly storms: RegExp;
  /** The first words of that. */
  readonly stormVerbs: Words;
  /** What ships do but a town with an article does not: "the Tacoma docked". */
  readonly docked: Words;
  /** Words beside a team's name. */
  readonly sides: Sides;
  /** Prepositions of place for where one is ("at"), and what goes where the others lead ("flights to"). */
  readonly venues: Words;
  readonly travel: Words;
  /** Before "at", they make the following name a target: "looked". */
  readonly aimed: Words;
  /** Verbs that take a place as object: "reached". */
  readonly placeVerbs: Words;
  /** Start a clause: "when". */
  readonly conjunctions: Words;
  /** Behind a comma, about a person: "born". */
  readonly born: Words;
  /** The indefinite articles: "a". */
  readonly indefinites: Words;
  /** Before a paper's article: "told the Sun". */
  readonly press: Words;
  /** Singular: "will", "was". */
  readonly auxiliaries: Words;
  /** A quantity behind a word: " two inches thick". */
  readonly measured: RegExp;
  /** A price move behind a name: " rose 2 percent". */
  readonly moves: RegExp;
  /** Before "in" and a name that is also a month, they show a person: "confidence in May". */
  readonly trust: Words;
  /** Before the name of a language: "in French". */
  readonly languagePrepositions: Words;
  /** Definite articles, before a noun or a name. */
  readonly articles: Words;
  /** Articles and demonstratives that refer back: "the president", "this militia". */
  readonly pointers: Words;
  /** Behind a noun or office they show that it means someone or something else, or no one in particular. */
  readonly postmodifiers: Words;
}

/** Words that tell one bearer of a name from another, or from a thing. */
export interface PersonCues {
  /** Trades that are never given beside the name of someone in the news for something else: "plumber". */
  readonly trades: Words;
  /** Trades of two words: "bus driver". */
  readonly tradePairs: Words;
  /** "The elder Bush", "Bush the elder"; "the younger Bush". */
  readonly elder: Words;
  readonly younger: Words;
  /** Between a name with its comma and "Harehills": where someone lives. */
  readonly livesIn: Words;
  /**
   * Behind a given name: "Joe, 34", "Joe, a plumber", "Joe, of Leeds" introduce someone without another name in this
   * story.
   */
  readonly introduced: RegExp;
  /** "Magyar means Hungarian": follows a word under discussion. */
  readonly means: Words;
  /** Plural verbs, which no single person takes. */
  readonly plural: Words;
  /** "Bloomberg reporters": people who work for a medium, not for a person. */
  readonly newsroom: Words;
  /** Right before a name, they show that the story looks back: "the late Colin Powell", "as Colin Powell said". */
  readonly remembered: Words;
  /** Behind a name it says that someone else is meant: "is no relation". */
  readonly unrelated: RegExp;
  /** The same, by what well-known people are not said to do: ", who runs a bakery". */
  readonly livesBy: RegExp;
  /** A party label: "(R)", "(D-N.J.)". */
  readonly standsFor: RegExp;
  /** A possession, so the person is alive: ", whose truck". */
  readonly has: RegExp;
  /** Months that are also names, and words before a month. */
  readonly months: Words;
  readonly beforeMonths: Words;
  /** Begins a byline: "By", "Reporting by". */
  readonly bylines: RegExp;
  /** Before "the president" they say someone is not one. */
  readonly negations: Words;
  /** Before a noun or a name, which is then no subject: "by", "of". */
  readonly prepositions: Words;
}

/** Words beside a team's name in a text about a game. */
interface Sides {
  /** Right before it: "beat", "against", "v". */
  readonly against: Words;
  /** Between two names, even outside a story about games. */
  readonly beats: Words;
  /** The end of what precedes it: "lost at home to". */
  readonly away: RegExp;
  /** The last words of that. */
  readonly awayEnds: Words;
  /** Behind it and its opponent: " when they play". */
  readonly later: RegExp;
  /** Occurs in that. */
  readonly they: Words;
  /** A few words before it, with a preposition of place in between: "lost at home to". */
  readonly lost: Words;
  /** A few words before it, with "at" or "to" in between, of games between two sides: "match", "draw". */
  readonly visits: Words;
  /** Words of contests that towns hold for many: "tournament"; there, "at" is followed by a town. */
  readonly contests: Words;
  /** A few words before it, with "from" or "to" in between: "signed". */
  readonly signs: Words;
  /** Behind its genitive: "defeat". */
  readonly results: Words;
  /** Right behind it: "won", "crumble". */
  readonly plays: Words;
  /** Behind it or its genitive: "captain", "batsmen". */
  readonly players: Words;
  /** Before it and "of": "fans". "The US team" is the country's. */
  readonly followers: Words;
  /** Its score, behind it: ", 313 for five", ", needing 214". */
  readonly tally: RegExp;
  /** Right behind it: plural verbs where a place would take the singular: "have". */
  readonly plural: Words;
}

/** Ranks, forms of address and posts before a person's name. */
export interface Titles {
  /** Before an office they make it a different one: "vice-president". */
  readonly deputies: Words;
  /** The word in the terms of the tables, in English: "Kanzlerin" is a chancellor; null if it is no title. */
  titleOf(word: string): string | null;
  /** After a title and `of`, part of the title: "secretary of state". */
  readonly tails: Words;
}

/** A name between hyphens. */
export interface Compound {
  /** The parts right before and behind it. */
  readonly before: string | null;
  readonly after: string | null;
  readonly folded: string;
  readonly person: boolean;
  readonly words: number;
}

/** A form from tables in another language, as it occurs in a text. */
export interface BorrowedForm {
  readonly kind: Kind;
  readonly use: 'name' | 'short' | 'company' | 'near' | 'demonym' | 'noun';
  /** An acronym, which must be written exactly like this. */
  readonly exact: boolean;
  /** All its words are capitalised here, particles aside. */
  readonly capitals: boolean;
  readonly words: number;
  readonly folded: string;
}
