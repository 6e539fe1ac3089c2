import type { Background, Entity, EntityKey, Fact, Kind, Source } from '../facts';
import type { Day, PartialDate } from '../time';
import type { Life } from './life';

/**
 * When a surface form may stand for an entity.
 * - `name`     by itself
 * - `short`    only in a story that also uses a full name of the same entity ("the Times", a surname)
 * - `company`  only in a story that also names one of the listed entities ("the nuclear deal" + Iran)
 * - `near`     only in a sentence that also names one of them ("drone strike" + Soleimani)
 * - `demonym`  an adjective or people of a place: can be hovered, is never marked
 * - `noun`     a common noun for it, after a determiner, once it has been named: "the militia"
 */
export const FORM_USES = ['name', 'short', 'company', 'near', 'demonym', 'noun'] as const;
export type FormUse = (typeof FORM_USES)[number];

/**
 * How the letters must stand in the text.
 * - `any`      as they like ("proxy war", "Proxy War")
 * - `initial`  the first letter of the form is a capital, as in a name ("Times")
 * - `exact`    every letter as written: acronyms that are words otherwise ("US", "WHO", "MIC")
 */
export const CASE_RULES = ['any', 'initial', 'exact'] as const;
export type CaseRule = (typeof CASE_RULES)[number];

/** Languages, beside that of the tables, in which packs have forms: by their primary subtags of BCP 47. */
export const OTHER_LANGUAGES = ['de'] as const;
export type OtherLanguage = (typeof OTHER_LANGUAGES)[number];

/** One entity that a surface form can mean. `entity` and `company` are row numbers in the pack. */
export interface Candidate {
  readonly entity: number;
  /** How often, when this form is used for any entity of the pack, this one is meant: 0…1. */
  readonly prior: number;
  readonly use: FormUse;
  readonly caseRule: CaseRule;
  readonly company: readonly number[];
  /** The form means the entity only in stories from `from` to `to`; null is open. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The form means it only in texts of this language; null is that of the tables, and every one that borrows from them. */
  readonly language: OtherLanguage | null;
}

/** A place in a text where a surface form of the pack stands. `form` is the number to ask `candidates` with. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly form: number;
}

export interface PackInfo {
  readonly name: string;
  /** Day of the edition. */
  readonly edition: Day;
  readonly formatVersion: number;
  readonly entityCount: number;
  readonly formCount: number;
  readonly byteLength: number;
}

/** What a scan needs of an entity. */
export type EntityHead = Pick<Entity, 'key' | 'kind' | 'name' | 'gloss' | 'prominence'>;

/** An office of a person as a title before a name tells it. */
export interface Office {
  /** The first words of the office, in lower case and without hyphens: "president of the". */
  readonly title: string;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
}

/** All that a pack says of an entity. */
export interface PackCard {
  readonly entity: Entity;
  readonly facts: readonly Fact[];
  readonly background: Background | null;
  /** Where name, kind and gloss of the entity come from. */
  readonly source: Source;
}

/**
 * A pack opened over its scan part. Rows are decoded when asked for, and checked before; nothing is parsed at opening.
 * What is not as it was written is thrown as a `PackError`, never answered.
 */
export interface Pack {
  readonly info: PackInfo;
  /** How many of its first bytes a scan needs. */
  readonly scanLength: number;
  /** How many sources it names: each once for each day on which it was read. */
  readonly sourceCount: number;
  source(number: number): Source;
  /**
   * Every occurrence of every surface form in `text`, longer before shorter at the same start, overlaps included. Over the full
   * stop of an abbreviation a form runs on; they are those of English if none are given.
   */
  detect(text: string, abbreviations?: ReadonlySet<string>): Hit[];
  candidates(form: number): Candidate[];
  /** Forms whose transliteration skeleton equals that of `name`: candidates only, never a proof. */
  similar(name: string): Candidate[];
  /** Row of an entity, or -1. */
  row(key: EntityKey): number;
  key(row: number): EntityKey;
  /** Rows of the entities that had this key before, ascending: several where it was split between them. */
  heirs(key: EntityKey): number[];
  /** The keys that an entity had before. */
  formerKeys(row: number): EntityKey[];
  entity(row: number): EntityHead;
  life(row: number): Life;
  /** The offices of a person; nothing for others. */
  offices(row: number): Office[];
  /** Rows of related entities, both directions; cheap, for coherence. */
  neighbours(row: number): Uint32Array;
  /** Ascending hashes of the content-word stems of all that the pack says of the entity. */
  contextStems(row: number): Uint32Array;
  /** Read from behind the scan part: a block of cards at a time. */
  card(row: number): Promise<PackCard>;
  /** What its card begins with, without the rest of it: of a country that is hundreds of facts. */
  qualifier(row: number): Promise<string>;
  /** For a search. Read at the first one, kept as long as the pack is. */
  names(): Promise<NameIndex>;
  /** What else the entity is called, as it is written; first what is worth printing. */
  writtenNames(row: number): Promise<readonly string[]>;
}

/** All names of a pack, as a search goes through them. */
export interface NameIndex {
  readonly entityCount: number;
  /** Folded names of all rows, one after the other, each behind a sign (layout.ts). */
  readonly text: string;
  /** Where each row begins in it; and where the last one ends. */
  readonly starts: Uint32Array;
  kind(row: number): Kind;
  prominence(row: number): number;
  qualifier(row: number): string;
  /** Rows of the countries that it belongs to; a country belongs to itself. */
  countries(row: number): readonly number[];
  /** Rows of all countries, ascending. */
  readonly allCountries: readonly number[];
}
