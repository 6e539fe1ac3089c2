import type { Coordinates, EntityKey, Kind, PropertyName, Source } from '../facts';
import type { Day, PartialDate } from '../time';
import type { FormUse, OtherLanguage } from './types';

/** What a pack is written from: the parsed rows of the knowledge tables. Order carries no meaning. */
export interface PackSource {
  readonly name: string;
  readonly edition: Day;
  readonly entities: readonly EntityRow[];
  readonly forms: readonly FormRow[];
  readonly facts: readonly FactRow[];
  readonly backgrounds: readonly BackgroundRow[];
}

export interface EntityRow {
  /** The Wikidata id in lower case if confirmed (`q9960`), else a slug. */
  readonly key: EntityKey;
  /** Former keys; one listed by several entities was split between them. */
  readonly formerly: readonly EntityKey[];
  readonly kind: Kind;
  readonly name: string;
  readonly qualifier: string;
  readonly gloss: string;
  readonly wikipedia: string | null;
  readonly wikidata: string | null;
  readonly prominence: number;
  /** Common nouns that may refer to it once it is named: "militia", "general". */
  readonly nouns: readonly string[];
  readonly source: Source;
  /** It is here only because others' facts mention it: no text opens it, but a search finds it. */
  readonly inPassing?: boolean | undefined;
}

export interface FormRow {
  readonly entity: EntityKey;
  readonly form: string;
  /**
   * `holder`: on an office, for whoever held it on the day ("the Fed chair"); for the office itself where the holder is
   * unknown.
   */
  readonly use: FormUse | 'holder';
  /** Entities of which one must be named in the story (`company`) or in the sentence (`near`). */
  readonly company: readonly EntityKey[];
  readonly from: Day | null;
  readonly to: Day | null;
  /** Relative weight among the entities that share the form; 1 by default. */
  readonly weight: number;
  /** Transliterated from another script, so that other spellings are likely? */
  readonly transliterated: boolean;
  /** Is it worth printing under "also"? */
  readonly printed: boolean;
  /** If not that of the tables. */
  readonly language?: OtherLanguage | undefined;
  /** Follows from other rows: findable, but not worth showing. */
  readonly derived?: boolean | undefined;
}

export interface FactRow {
  readonly entity: EntityKey;
  readonly property: PropertyName;
  /** An entity, a number or coordinates, as the property requires; null if it requires none or the words say it all. */
  readonly value: EntityKey | number | Coordinates | null;
  /** Replaces the composed words; on the card of `entity`, for a tie, after the value's name: "deputy head". */
  readonly words: string | null;
  /** The same on the card of the value, after the name of `entity`, if it reads differently there. */
  readonly back: string | null;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly source: Source;
}

export interface BackgroundRow {
  readonly entity: EntityKey;
  readonly text: string;
  readonly source: Source;
}
