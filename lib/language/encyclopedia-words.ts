import type { Kind } from '../facts';
import type { FieldOfLife } from './fields-of-life';
import type { PlaceSort } from './place-sorts';

type Words = ReadonlySet<string>;

/**
 * How encyclopedias describe someone or something, and what stories call them: compared when a name is looked up. All
 * words are folded.
 */
export interface EncyclopediaWords {
  /** The primary subtag of BCP 47. */
  readonly tag: string;
  /** Fields of life of someone called this. */
  fieldsOf(word: string): readonly FieldOfLife[];
  /**
   * The ending of a compound not listed in the fields: "sprecher" in "polizeisprecherin"; otherwise the word itself.
   */
  headOf(word: string): string;
  /** Two words that together mean something other than the last one: "film director". */
  readonly pairs: ReadonlyMap<string, readonly FieldOfLife[]>;
  /** The kind of thing a noun describes: "company", "town". */
  kindOf(noun: string): Kind | null;
  /** Where that noun stands in a name: "Skerry Bank", "Universität Skerry". */
  readonly kindOfNameBy: 'last word' | 'first word';
  /** A description says what the thing is before these: "drone maker based in". */
  readonly stops: RegExp;
  /** Between two nouns in a description: "a football club and charity". */
  readonly and: string;
  /** Bodies that are also buildings: a story may be set in a hospital, and the hospital may issue a statement. */
  readonly houses: Words;
  /** In a role: it is in the past. */
  readonly gone: Words;
  /** Anywhere beside a name: the story knows it is speaking of the past. */
  readonly saidOfGone: Words;
  /** What may follow a body's name: "Skerry Rovers F.C.", "Zendra Group". */
  readonly tails: Words;
  /** What public bodies everywhere are named with. */
  readonly generic: Words;
  /** Words in a role without meaning: "of", "the". */
  readonly small: Words;
  /** May come from any field; */
  readonly ofAnyField: Words;
  /** so common that it proves no identity. */
  readonly ofMany: Words;
  /** Heads of companies and institutions: someone known from sports or arts is none, unless that is said as well. */
  readonly ofOffices: Words;
  /** What any witness may be, such as a cyclist: not a trade. */
  readonly ofAnybody: Words;
  /** Is the place a town, a river or a building? Null if the noun does not say. */
  sortOfPlace(noun: string): PlaceSort | null;
  /** Storm names come from lists and are reused. Matched against a folded name. */
  readonly storms: RegExp;
  /** Said of any office holder, beside the title. */
  readonly ofOffice: string;
  /** What its Wikipedia puts in brackets behind a name to tell bearers apart; null if it varies. */
  bracketOfField(field: FieldOfLife, word: string): string | null;
  bracketOfWord(word: string): string | null;
  /** Glosses are read in stories of any day: "current" was and will not always be true. */
  timeless(gloss: string): string;
}
