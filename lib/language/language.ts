/**
 * What linking has to know of a language. All that is true of one language only stands in the folder of that language and is
 * asked for through this; what a folder holds is general: no entity ever stands in one. All words are folded (`lib/text`).
 * It is long because it is one contract: what a new language has to bring is read in one place.
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
  /** Words of sport, of concerts and of races. */
  readonly arenas: ArenaWords;
  readonly titles: Titles;
  /** All ways in which a name of the tables in this language stands in texts: "Vereinte Nationen", "Vereinten Nationen". */
  inflections(form: string): readonly string[];
  /** May a name stand so in a compound with hyphens: "Trump-Regierung"? */
  compounds(parts: Compound): boolean;
  /** May a form of tables in another language stand in a text of this one? */
  borrows(form: BorrowedForm): boolean;
  /**
   * The text again, of the same length, with names freed of an ending ("Bidens" as "Biden'"): what is found in it and not in
   * the text is a name with the ending.
   */
  uninflected(text: string): readonly string[];
}

export interface Capitals {
  /** Do only names have a capital inside a sentence? */
  readonly meanNames: boolean;
  /** Are there headlines in which every word of weight has one? */
  readonly inHeadlines: boolean;
  /** Is a name believed only where its words never stand in small letters on the page? */
  readonly doubted: boolean;
}

/** What stands in names and beside them. */
export interface NameWords {
  /** Words that open sentences; with a capital before a name they are no part of it. */
  readonly openers: Words;
  /** Ordinary words that are names too: their capital proves nothing. */
  readonly ordinary: Words;
  /** Small words inside names: "bin", "von der". */
  readonly particles: Words;
  /** They make another person of the name before them: "jr". */
  readonly generations: Words;
  /** Heads of names that go on with `of`, or with the name itself where that is null: "University of Baghdad". */
  readonly institutions: Words;
  readonly of: string | null;
  /** What law puts behind the name of a company, and the words that may stand between: "Inc", "Group". */
  readonly companySuffixes: Words;
  readonly companyTails: Words;
  /** Behind a place they make a thing of it that is not there: "sprouts" of "Brussels sprouts". */
  readonly compoundHeads: Words;
  /** The same behind an adjective of a country alone: "fries" of "French fries". */
  readonly adjectiveHeads: Words;
  /** Fixed phrases that hold a place without meaning it: "baked alaska". */
  readonly setPhrases: Words;
  /** Before a place they are no given name: "Mount Lebanon", "West Darfur". */
  readonly placeHeads: Words;
  /** Before a place, with a capital, they make another of it, too: "West Palm Beach"; "west Texas" lies in Texas. */
  readonly directions: Words;
  /** The last word of towns and quarters that have an article: "the Gold Coast". */
  readonly districts: Words;
  /** At the end of the names of places, with a small letter a verb: "falls". */
  readonly verbs: Words;
  /** Nouns in the plural that stand before another noun: "a London arms dealer". */
  readonly pluralHeads: Words;
  /** Places that may have an article: "the Congo". */
  readonly articled: Words;
  /** Behind a name they make water, a mountain or a desert of it: "canal". */
  readonly landforms: Words;
  /** Behind a name and an article they make somebody else of it: "the Divine". */
  readonly epithets: Words;
  /** Before the name of a person they make a ship of it: "USS". */
  readonly ships: Words;
  /** Behind the name of a person they make what is called after that one of it: "bridge", "prize". */
  readonly bearers: Words;
  /** Behind names with hyphens they make one name of them all: "US-Mexico-Canada Agreement". */
  readonly treaties: Words;
  /** Days that films are called after, folded as names are. */
  readonly holidays: Words;
  /** Before `of` and a place: "Gulf of America". */
  readonly waters: Words;
  /** With a capital before a place they make a firm or a house of it: "Air France". */
  readonly brands: Words;
  /** Behind a place it is another one: " by the Sea". */
  readonly goesOn: RegExp;
  /** Before a saint's name, with whose genitive houses are called: "St. Martin's". */
  readonly saints: Words;
  /** Ordinary words, but no openers, that are acronyms, too. */
  readonly acronymWords: Words;
  /** Before a place they make another of it: "New England". */
  readonly newer: Words;
  /** Behind a body they tell who belongs to it, and are no part of its name: "MP" of "Labour MP". */
  readonly members: Words;
  /** Short for a place behind a comma: "Natick, Mass." → what stands in the tables. */
  readonly abbreviatedPlaces: ReadonlyMap<string, string>;
  /** Behind a list of names, what each of them would have behind itself: "counties" → "County". */
  readonly sharedHeads: ReadonlyMap<string, string>;
  /** May a capitalised word that nobody knows, right before a name, be a part of it: "Melania" before "Trump"? */
  joinsBefore(word: string, name: 'person' | 'other', wordBefore: string | null): boolean;
  /** The same right behind `name`. */
  joinsAfter(word: string, name: string): boolean;
}

/** Words that say what kind of thing a name beside them means. */
export interface Cues {
  /** Words that belong to a game in which nations play, and which is not football: "scrum", "wicket". */
  readonly otherGames: Words;
  readonly placePrepositions: Words;
  /** Opens a sentence that tells of a country: "In Ireland". */
  readonly within: Words;
  /** What a place is called before its name: "the city of Liverpool". */
  readonly placeNouns: Words;
  /** Those of them of which a state is none, and those of which a town is none. */
  readonly townNouns: Words;
  readonly stateNouns: Words;
  /** Before the name of a state: "Bundesstaat Washington". */
  readonly regionNouns: Words;
  /** What a state has and a town has not, before `regionLinks`: "the governor of Washington". */
  readonly regionOnly: Words;
  readonly regionLinks: Words;
  /** A part of a state or a country, in small letters: "western Washington". */
  readonly parts: Words;
  /** What it has, and a town has none of: "the capital of New York". */
  readonly regionSeats: Words;
  /** Before a house or a court that is none of the country's: "the state Senate". */
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
  /** Family and friends: a given name follows. */
  readonly kin: Words;
  /** More of them, of persons only behind what a person has: "her neighbour Chad", not "its neighbour Chad". */
  readonly companions: Words;
  /** What stands before family and friends of a person: "her", "a". */
  readonly possessors: Words;
  /** After (or before) a speaker. */
  readonly speech: Words;
  /** Between the last two of a list: "and". */
  readonly and: Words;
  /** Place prepositions that stand before bodies as well: "lost to Liverpool". */
  readonly bodyPrepositions: Words;
  /** Ends what stands before an agency that is credited: "Photo: Kim Ha-neul/", "(", "via ". */
  readonly credited: RegExp;
  /** Who takes pictures for an agency, behind its name. */
  readonly photographers: Words;
  /** What only persons do, behind their name: "reigned", "smiled". */
  readonly personal: Words;
  /** What only storms do, behind their name: " made landfall". */
  readonly storms: RegExp;
  /** First words of that. */
  readonly stormVerbs: Words;
  /** What ships do, and a town with an article does not: "the Tacoma docked". */
  readonly docked: Words;
  /** Beside the name of a team. */
  readonly sides: Sides;
  /** Place prepositions of where one is: "at"; and what goes where the others lead: "flights to". */
  readonly venues: Words;
  readonly travel: Words;
  /** Before "at" they make a target of who follows: "looked". */
  readonly aimed: Words;
  /** What takes a place for its object: "reached". */
  readonly placeVerbs: Words;
  /** A clause begins behind them: "when". */
  readonly conjunctions: Words;
  /** Behind a comma it tells of a person: "born". */
  readonly born: Words;
  /** The article of what is not known yet: "a". */
  readonly indefinites: Words;
  /** Before the article of a paper: "told the Sun". */
  readonly press: Words;
  /** Of one: "will", "was". */
  readonly auxiliaries: Words;
  /** Behind a word, how much of it there is: " two inches thick". */
  readonly measured: RegExp;
  /** Behind a name, the move of a price and by how much: " rose 2 percent". */
  readonly moves: RegExp;
  /** Before "in" and a name that is a month, too, a person is trusted: "confidence in May". */
  readonly trust: Words;
  /** Before the name of a language: "in French". */
  readonly languagePrepositions: Words;
  /** Definite ones before a noun or a name. */
  readonly articles: Words;
  /** Articles and demonstratives that point back: "the president", "this militia". */
  readonly pointers: Words;
  /** After a noun or an office these show that it speaks of somebody or something else, or of no one in particular. */
  readonly postmodifiers: Words;
}

/** Words by which one bearer of a name is told from another, or from a thing. */
export interface PersonCues {
  /** Trades that nobody in the news for something else is given beside the name: "plumber". */
  readonly trades: Words;
  /** Those of two words: "bus driver". */
  readonly tradePairs: Words;
  /** "The elder Bush", "Bush the elder"; "the younger Bush". */
  readonly elder: Words;
  readonly younger: Words;
  /** Before "Harehills" behind a name and a comma: where somebody lives. */
  readonly livesIn: Words;
  /** Behind a given name: "Joe, 34", "Joe, a plumber", "Joe, of Leeds" is somebody who has no other name in this story. */
  readonly introduced: RegExp;
  /** "Magyar means Hungarian": behind a word that is spoken of. */
  readonly means: Words;
  /** Verbs of several, which no single person does. */
  readonly plural: Words;
  /** "Bloomberg reporters": who works for a medium, not for a person. */
  readonly newsroom: Words;
  /** Right before a name they show that the story looks back: "the late Colin Powell", "as Colin Powell said". */
  readonly remembered: Words;
  /** Behind a name it says that somebody else is meant: "is no relation". */
  readonly unrelated: RegExp;
  /** The same of what nobody in the news for something else is said to do: ", who runs a bakery". */
  readonly livesBy: RegExp;
  /** Who stands for a party: "(R)", "(D-N.J.)". */
  readonly standsFor: RegExp;
  /** What somebody has, who is alive then: ", whose truck". */
  readonly has: RegExp;
  /** Months that are names, too, and words before a month. */
  readonly months: Words;
  readonly beforeMonths: Words;
  /** Begins a line that says who wrote: "By", "Reporting by". */
  readonly bylines: RegExp;
  /** Before "the president" they say who is none. */
  readonly negations: Words;
  /** Before a noun or a name they make it no subject: "by", "of". */
  readonly prepositions: Words;
}

/** What stands beside the name of a team in a text about a game. */
interface Sides {
  /** Right before it: "beat", "against", "v". */
  readonly against: Words;
  /** Between two names, where no arena need be told. */
  readonly beats: Words;
  /** Ends what stands before it: "lost at home to". */
  readonly away: RegExp;
  /** With what that ends. */
  readonly awayEnds: Words;
  /** Behind it, and who they play: " when they play". */
  readonly later: RegExp;
  /** Stands in that. */
  readonly they: Words;
  /** Some words before it, and a preposition of place between: "lost at home to". */
  readonly lost: Words;
  /** Right behind it: "won", "crumble". */
  readonly plays: Words;
  /** Behind it, or behind its genitive: "captain", "batsmen". */
  readonly players: Words;
  /** Before it and "of": "fans". "The US team" is that of the country. */
  readonly followers: Words;
  /** What it has scored, behind it: ", 313 for five", ", needing 214". */
  readonly tally: RegExp;
  /** Right behind it, verbs in the plural, where a place would have the singular: "have". */
  readonly plural: Words;
}

/** Ranks, styles and posts before a person's name. */
export interface Titles {
  /** Before an office they make another of it: "vice-president". */
  readonly deputies: Words;
  /** The word in the terms of the tables (in English: "Kanzlerin" is a chancellor); null where it is none. */
  titleOf(word: string): string | null;
  /** After a title and `of` they belong to it: "secretary of state". */
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

/** A surface form of tables in another language as it stands in a text. */
export interface BorrowedForm {
  readonly kind: Kind;
  readonly use: 'name' | 'short' | 'company' | 'near' | 'demonym' | 'noun';
  /** An acronym, which has to stand as it is written. */
  readonly exact: boolean;
  /** Every word of it has a capital here, but for particles. */
  readonly capitals: boolean;
  readonly words: number;
  readonly folded: string;
}
