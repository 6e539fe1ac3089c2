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

/** Languages besides the tables' own in which packs have forms: primary subtags of BCP 47. */
export const OTHER_LANGUAGES = ['de'] as const;
export type OtherLanguage = (typeof OTHER_LANGUAGES)[number];

/** One entity that a surface form may mean. `entity` and `company` are row numbers in the pack. */
export interface Candidate {
  readonly entity: number;
  /** The share of uses of this form, for any entity of the pack, that mean this one: 0…1. */
  readonly prior: number;
  readonly use: FormUse;
  readonly caseRule: CaseRule;
  readonly company: readonly number[];
  /** The form means the entity only in stories from `from` to `to`; null is open. */
  readonly from: Day | null;
  readonly to: Day | null;
  /**
   * The form means it only in texts in this language; null: in the tables' language and every one that borrows from it.
   */
  readonly language: OtherLanguage | null;
}

/** Where a surface form occurs in a text. `form` is the number to pass to `candidates`. */
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

/** What a scan needs about an entity. */
export type EntityHead = Pick<Entity, 'key' | 'kind' | 'name' | 'gloss' | 'prominence'>;

/** A person's office, as named by a title before the name. */
export interface Office {
  /** The office's first words, in lower case without hyphens: "president of the". */
  readonly title: string;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
}

/** Everything a pack says about an entity. */
export interface PackCard {
  readonly entity: Entity;
  readonly facts: readonly Fact[];
  readonly background: Background | null;
  /** Source of the entity's name, kind and gloss. */
  readonly source: Source;
}

/**
 * A pack opened over its scan part. Rows are decoded and checked on demand; opening parses nothing. @throws PackError
 * from any read of damaged bytes: they never yield an answer.
 */
export interface Pack {
  readonly info: PackInfo;
  /** How many of its first bytes a scan needs. */
  readonly scanLength: number;
  /** Number of its sources, each counted once per day on which it was read. */
  readonly sourceCount: number;
  source(number: number): Source;
  /**
   * Every occurrence of every surface form in `text`, longer before shorter at the same start, overlaps included. A
   * form may continue across the full stop of an abbreviation; the default abbreviations are English.
   */
  detect(text: string, abbreviations?: ReadonlySet<string>): Hit[];
  candidates(form: number): Candidate[];
  /** Forms whose transliteration skeleton equals that of `name`: candidates only, never proof. */
  similar(name: string): Candidate[];
  /** Row of an entity, or -1. */
  row(key: EntityKey): number;
  key(row: number): EntityKey;
  /** Rows of the entities that had this key before, ascending: several if it was split between them. */
  heirs(key: EntityKey): number[];
  /** An entity's former keys. */
  formerKeys(row: number): EntityKey[];
  entity(row: number): EntityHead;
  life(row: number): Life;
  /** A person's offices; empty for others. */
  offices(row: number): Office[];
  /** Rows of related entities in both directions; cheap, for coherence. */
  neighbours(row: number): Uint32Array;
  /** Ascending hashes of the content-word stems of everything the pack says about the entity. */
  contextStems(row: number): Uint32Array;
  /** Read from behind the scan part, one block of cards at a time. */
  card(row: number): Promise<PackCard>;
  /** Its qualifier, without the rest of the card, which for a country is hundreds of facts. */
  qualifier(row: number): Promise<string>;
  /** For searching. Read on first use and kept with the pack. */
  names(): Promise<NameIndex>;
  /** The entity's other names as written; first those worth printing. */
  writtenNames(row: number): Promise<readonly string[]>;
}

/** All names in a pack, as a search reads them. */
export interface NameIndex {
  readonly entityCount: number;
  /** Folded names of all rows in sequence, each after a sign (layout.ts). */
  readonly text: string;
  /** Where each row begins in it, plus the end of the last. */
  readonly starts: Uint32Array;
  kind(row: number): Kind;
  prominence(row: number): number;
  qualifier(row: number): string;
  /** Rows of the countries it belongs to; a country belongs to itself. */
  countries(row: number): readonly number[];
  /** Rows of all countries, ascending. */
  readonly allCountries: readonly number[];
}
