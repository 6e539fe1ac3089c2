/** What is known about a name that no pack has, as shown by a card or the popup. */
import type { EntityKey, Kind } from '../../facts';
import type { Day } from '../../time';

/** An item of the open world, for the reader to open or choose. */
export interface WorldEntity {
  readonly entity: EntityKey;
  readonly name: string;
  readonly kind: Kind;
  readonly gloss: string;
}

/** An answer from earlier. */
interface Answered {
  readonly on: Day;
  /** Old enough to be worth asking again, */
  readonly stale: boolean;
  /** from these hosts. */
  readonly hosts: readonly string[];
  /** Asking again has just failed like this: shown here is the old answer. */
  readonly trouble?: NameTrouble;
}

/** Each state is a sentence with at most one action. */
export type NameState =
  /** Consent is "never". */
  | { readonly state: 'off' }
  /** A labelled button may ask these hosts. */
  | { readonly state: 'ask'; readonly hosts: readonly string[] }
  /** `sure`: a story's words show that it is meant. */
  | ({ readonly state: 'found'; readonly found: WorldEntity; readonly sure: boolean } & Answered)
  | ({ readonly state: 'several'; readonly among: readonly WorldEntity[] } & Answered)
  /**
   * `asked`: hosts without anything that fits; empty if no wiki can be asked. `lists`: hosts where several have the
   * name. `further`: asking for this name alone goes through those, or asks remaining wikis.
   */
  | ({
      readonly state: 'nobody';
      readonly asked: readonly string[];
      readonly lists: readonly string[];
      readonly further: boolean;
    } & Answered)
  /** `hosts`: who would be asked again. */
  | (NameTrouble & { readonly hosts?: readonly string[] });

export type NameTrouble =
  | { readonly state: 'offline' }
  /** 429 or back-off; epoch milliseconds. */
  | { readonly state: 'busy'; readonly retryAt: number }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly reason: string };

/** The result of looking up several names. */
export interface NamesAnswer {
  readonly states: Readonly<Record<string, NameState>>;
  /** Null: everything was asked. */
  readonly trouble: NameTrouble | null;
}
