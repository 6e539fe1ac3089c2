/** Wikidata's JSON, as its API writes it. Source: real answers (Wikidata is CC0), Wikibase's own description of the format. */
export interface TimeValue {
  readonly time: string;
  readonly timezone: 0;
  readonly before: 0;
  readonly after: 0;
  readonly precision: number;
  readonly calendarmodel: string;
}

export type DataValue =
  | {
      readonly value: { readonly 'entity-type': 'item'; readonly 'numeric-id': number; readonly id: string };
      readonly type: 'wikibase-entityid';
    }
  | { readonly value: TimeValue; readonly type: 'time' }
  | { readonly value: { readonly amount: string; readonly unit: string }; readonly type: 'quantity' }
  | {
      readonly value: {
        readonly latitude: number;
        readonly longitude: number;
        readonly altitude: null;
        readonly precision: number;
        readonly globe: string;
      };
      readonly type: 'globecoordinate';
    }
  | { readonly value: { readonly text: string; readonly language: string }; readonly type: 'monolingualtext' }
  | { readonly value: string; readonly type: 'string' };

export interface Snak {
  readonly snaktype: 'value' | 'somevalue' | 'novalue';
  readonly property: string;
  readonly hash: string;
  readonly datavalue?: DataValue;
  readonly datatype: string;
}

export interface Statement {
  readonly mainsnak: Snak;
  readonly type: 'statement';
  readonly qualifiers?: Readonly<Record<string, readonly Snak[]>>;
  readonly 'qualifiers-order'?: readonly string[];
  readonly id: string;
  readonly rank: 'preferred' | 'normal' | 'deprecated';
  readonly references?: readonly {
    readonly hash: string;
    readonly snaks: Readonly<Record<string, readonly Snak[]>>;
    readonly 'snaks-order': readonly string[];
  }[];
}

export interface Term {
  readonly language: string;
  readonly value: string;
}

export interface Sitelink {
  readonly site: string;
  readonly title: string;
  readonly badges: readonly string[];
}

export interface Item {
  readonly pageid: number;
  readonly ns: 0;
  readonly title: string;
  readonly lastrevid: number;
  readonly modified: string;
  readonly type: 'item';
  readonly id: string;
  readonly labels: Readonly<Record<string, Term>>;
  readonly descriptions: Readonly<Record<string, Term>>;
  readonly aliases: Readonly<Record<string, readonly Term[]>>;
  readonly claims: Readonly<Record<string, readonly Statement[]>>;
  readonly sitelinks: Readonly<Record<string, Sitelink>>;
}
