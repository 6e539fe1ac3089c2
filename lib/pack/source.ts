import type { Coordinates, EntityKey, Kind, PropertyName, Source } from '../facts';
import type { Day, PartialDate } from '../time';
import type { FormUse, OtherLanguage } from './types';

/** What a pack is written from: the rows of the knowledge tables after parsing. Order carries no meaning. */
export interface PackSource {
  readonly name: string;
  readonly edition: Day;
  readonly entities: readonly EntityRow[];
  readonly forms: readonly FormRow[];
  readonly facts: readonly FactRow[];
  readonly backgrounds: readonly BackgroundRow[];
}

export interface EntityRow {
  /** The Wikidata id in lower case where one is confirmed (`q9960`), else a slug. */
  readonly key: EntityKey;
  /** Keys that it had before; one that several entities list was split between them. */
  readonly formerly: readonly EntityKey[];
  readonly kind: Kind;
  readonly name: string;
  readonly qualifier: string;
  readonly gloss: string;
  readonly wikipedia: string | null;
  readonly wikidata: string | null;
  readonly prominence: number;
  /** Common nouns that can refer to it once named: "militia", "general". */
  readonly nouns: readonly string[];
  readonly source: Source;
  /** It stands here since others are told of by it: no text opens it by its name, a search finds it. */
  readonly inPassing?: boolean | undefined;
}

export interface FormRow {
  readonly entity: EntityKey;
  readonly form: string;
  /** `holder`: on an office, for whoever held it on the day ("the Fed chair"); for the office itself where that is not known. */
  readonly use: FormUse | 'holder';
  /** Entities of which one must be named in the story (`company`) or sentence (`near`). */
  readonly company: readonly EntityKey[];
  readonly from: Day | null;
  readonly to: Day | null;
  /** Relative weight among the entities that share the form; 1 unless said otherwise. */
  readonly weight: number;
  /** Is the form transliterated from another script, so that other spellings are likely? */
  readonly transliterated: boolean;
  /** Is it worth printing under "also"? */
  readonly printed: boolean;
  /** Where it is not that of the tables. */
  readonly language?: OtherLanguage | undefined;
  /** It follows from other rows: to be found, and not worth reading. */
  readonly derived?: boolean | undefined;
}

export interface FactRow {
  readonly entity: EntityKey;
  readonly property: PropertyName;
  /** An entity, a number, a place on the globe, as the property asks; null where it asks for none or words say it all. */
  readonly value: EntityKey | number | Coordinates | null;
  /** In place of composed words; on the card of `entity`, as a tie behind the name of the value: "deputy head". */
  readonly words: string | null;
  /** The same on the card of the value, behind the name of `entity`, where it reads otherwise there. */
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
