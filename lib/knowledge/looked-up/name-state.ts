/** What is known of a name that no pack has, as a card or the popup shows it. */
import type { EntityKey, Kind } from '../../facts';
import type { Day } from '../../time';

/** An item of the open world, for the reader to open or to choose. */
export interface WorldEntity {
  readonly entity: EntityKey;
  readonly name: string;
  readonly kind: Kind;
  readonly gloss: string;
}

/** What was answered once. */
interface Answered {
  readonly on: Day;
  /** Long ago: worth asking again, */
  readonly stale: boolean;
  /** which asks these hosts. */
  readonly hosts: readonly string[];
  /** It was asked again just now, and this came of it: what stands here is the old answer. */
  readonly trouble?: NameTrouble;
}

/** Each state is a sentence with at most one action. */
export type NameState =
  /** Consent is "never". */
  | { readonly state: 'off' }
  /** A labelled button may ask these hosts. */
  | { readonly state: 'ask'; readonly hosts: readonly string[] }
  /** `sure`: the words of a story say that it is meant. */
  | ({ readonly state: 'found'; readonly found: WorldEntity; readonly sure: boolean } & Answered)
  | ({ readonly state: 'several'; readonly among: readonly WorldEntity[] } & Answered)
  /**
   * `asked`: the hosts that have nothing which fits; none where no wiki can be asked for it. `lists`: those where several have the name.
   * `further`: a question for this name alone goes through them, or asks who was not asked yet.
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

/** What a look-up of several names came to. */
export interface NamesAnswer {
  readonly states: Readonly<Record<string, NameState>>;
  /** Null: all was asked. */
  readonly trouble: NameTrouble | null;
}
