import type { Kind } from '../facts';
import type { FieldOfLife } from './fields-of-life';
import type { PlaceSort } from './place-sorts';

type Words = ReadonlySet<string>;

/**
 * How encyclopedias say what somebody or something is, and how stories call them: what is held against each other when a name
 * was looked up. All words are folded.
 */
export interface EncyclopediaWords {
  /** The primary subtag of BCP 47. */
  readonly tag: string;
  /** Fields of life of whoever is called so. */
  fieldsOf(word: string): readonly FieldOfLife[];
  /** The word that ends a compound which the fields do not have: "sprecher" of "polizeisprecherin"; else the word itself. */
  headOf(word: string): string;
  /** Two words that are another thing than the last of them: "film director". */
  readonly pairs: ReadonlyMap<string, readonly FieldOfLife[]>;
  /** What a noun makes of a thing that it is said of: "company", "town". */
  kindOf(noun: string): Kind | null;
  /** Where that noun stands in a name: "Skerry Bank", "Universität Skerry". */
  readonly kindOfNameBy: 'last word' | 'first word';
  /** What stands before it in a description says what the thing is: "drone maker based in". */
  readonly stops: RegExp;
  /** Between two nouns of a description: "a football club and charity". */
  readonly and: string;
  /** Bodies that are houses as well: a story is at a hospital, and the hospital says something. */
  readonly houses: Words;
  /** In a role: it is one of the past. */
  readonly gone: Words;
  /** Anywhere beside a name: the story knows that it speaks of the past. */
  readonly saidOfGone: Words;
  /** What law and custom put behind the name of a body: "Skerry Rovers F.C.", "Zendra Group". */
  readonly tails: Words;
  /** Of which public bodies of every country make their names. */
  readonly generic: Words;
  /** Words of a role that say nothing: "of", "the". */
  readonly small: Words;
  /** Who is called so may be of any field; */
  readonly ofAnyField: Words;
  /** so many are called so that it proves nobody. */
  readonly ofMany: Words;
  /** Heads of firms and houses: who is known from games and arts is none of them, unless that is told as well. */
  readonly ofOffices: Words;
  /** What a witness may be who merely has a bicycle: by itself it is no trade. */
  readonly ofAnybody: Words;
  /** Whether a place is a town, a river or a house: null where the noun does not say. */
  sortOfPlace(noun: string): PlaceSort | null;
  /** Names of storms come from lists, and come again. Held against a folded name. */
  readonly storms: RegExp;
  /** Told of whoever holds an office, beside its title. */
  readonly ofOffice: string;
  /** What its Wikipedia puts in brackets behind a name to tell bearers apart; null where it is mostly something else. */
  bracketOfField(field: FieldOfLife, word: string): string | null;
  bracketOfWord(word: string): string | null;
  /** A gloss is read in stories of any day: what is "current" today was not always, and will not be. */
  timeless(gloss: string): string;
}
