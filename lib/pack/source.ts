import type { EntityKey, FactKind, Kind, Source } from '../facts';
import type { Day, PartialDate } from '../time';
import type { FormUse } from './types';

/** What a pack is written from: the rows of the knowledge tables after parsing. Order carries no meaning. */
export interface PackSource {
  readonly name: string;
  readonly edition: Day;
  readonly entities: readonly EntityRow[];
  readonly forms: readonly FormRow[];
  readonly facts: readonly FactRow[];
  readonly relations: readonly RelationRow[];
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
}

export interface FormRow {
  readonly entity: EntityKey;
  readonly form: string;
  readonly use: FormUse;
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
}

export interface FactRow {
  readonly entity: EntityKey;
  readonly kind: FactKind;
  readonly text: string;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly ends: boolean;
  readonly source: Source;
}

export interface RelationRow {
  readonly from: EntityKey;
  readonly to: EntityKey;
  /** On the card of `from`, behind the name of `to`: "deputy head". */
  readonly text: string;
  /** On the card of `to`, behind the name of `from`. */
  readonly inverse: string;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly source: Source;
}

export interface BackgroundRow {
  readonly entity: EntityKey;
  readonly text: string;
  readonly source: Source;
}
