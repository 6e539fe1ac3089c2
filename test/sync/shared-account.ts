/**
 * A reader's browser account: one cloud, and in each browser a local copy of it (`storage.sync`) that the browser carries
 * up and down when it sees fit.
 *
 * As the browsers do it: keys are carried one by one, late, in any order; of two that changed the same key one wins
 * whole; what comes down asks no quota; who signs in again gets the cloud's keys over his own.
 */
import type { SyncArea } from '../../lib/sync/remotes/browser-account';
import { fakeSyncArea } from '../tools/fake-sync-area';
import type { Random } from './random';

export interface AccountPlace {
  /** What lies in this browser. */
  readonly items: Map<string, unknown>;
  /** As the extension sees it, with all that goes wrong and on meanwhile. */
  readonly area: SyncArea;
  /** How often something here was changed by others than the extension, at a time when it need not notice. */
  disturbances(): number;
  isSignedIn(): boolean;
  signOut(): void;
  /** `over`: the cloud's keys in place of its own. `merge`: its own besides. */
  signIn(how: 'over' | 'merge'): void;
  /** `lost`: the browser has to fetch all of it anew. `cleared`: for all browsers of the reader. */
  empty(how: 'lost' | 'cleared'): void;
  /** Each key that waits, with this probability. */
  carryUp(probability: number): void;
  carryDown(probability: number): void;
}

export interface SharedAccountParts {
  readonly random: Random;
  readonly now: () => number;
  readonly browser: 'chromium' | 'firefox';
  /** How likely each call is to go wrong. */
  readonly trouble: () => number;
  /** How likely the browser carries something just before a call. */
  readonly busy: () => number;
}

type Saved = ReadonlyMap<string, unknown>;
/** What a browser knows of the cloud: key → version that it had last. */
interface Copy {
  readonly items: Map<string, unknown>;
  readonly known: Map<string, number>;
  readonly changed: Set<string>;
  signedIn: boolean;
}

export type SharedAccount = ReturnType<typeof createSharedAccount>;

export function createSharedAccount({ random, now, browser, trouble, busy }: SharedAccountParts) {
  /** `undefined`: it was taken away, and the browsers hear of that. */
  const cloud = new Map<string, { readonly value: unknown; readonly version: number }>();
  const copies: Copy[] = [];
  const places = new Map<AccountPlace, Copy>();
  let version = 0;
  let writes = 0;

  const live = (): Map<string, unknown> =>
    new Map([...cloud].flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value] as const])));
  const put = (key: string, value: unknown) => {
    cloud.set(key, { value, version: ++version });
    return version;
  };

  function join(from?: AccountPlace): AccountPlace {
    const local = fakeSyncArea(now, browser);
    const source = from && places.get(from);
    for (const [key, value] of source?.items ?? []) local.items.set(key, value);
    const copy: Copy = {
      items: local.items,
      known: new Map(source?.known),
      changed: new Set(source?.changed),
      signedIn: source?.signedIn ?? true,
    };
    copies.push(copy);
    let disturbances = 0;

    const newer = (key: string) => (cloud.get(key)?.version ?? 0) > (copy.known.get(key) ?? 0);
    function up(key: string): void {
      copy.known.set(key, put(key, copy.items.get(key)));
      copy.changed.delete(key);
    }
    function down(key: string): void {
      const entry = cloud.get(key);
      copy.changed.delete(key);
      copy.known.set(key, entry?.version ?? 0);
      if (copy.items.get(key) === entry?.value) return;
      disturbances++;
      if (entry?.value === undefined) copy.items.delete(key);
      else copy.items.set(key, entry.value);
    }
    /** Where both have changed, either may be called the last writer. */
    const carry = (key: string) => {
      const mine = copy.changed.has(key);
      if (mine && (!newer(key) || random.chance(0.5))) up(key);
      else if (newer(key)) down(key);
    };
    function carryUp(probability: number): void {
      if (!copy.signedIn) return;
      for (const key of [...copy.changed]) if (random.chance(probability)) carry(key);
    }
    function carryDown(probability: number): void {
      if (!copy.signedIn) return;
      for (const key of [...cloud.keys()]) if (newer(key) && random.chance(probability)) carry(key);
    }

    const wrong = () => random.chance(trouble());
    function meanwhile(): void {
      if (!random.chance(busy())) return;
      carryUp(random.pick([0.3, 1]));
      carryDown(random.pick([0.3, 1]));
    }
    /** What the browsers say. */
    function refuse(): never {
      const how = random.weighted({ full: 2, busy: browser === 'chromium' ? 2 : 0, storage: 2 });
      if (how === 'busy') throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
      if (how === 'storage')
        throw new Error(browser === 'chromium' ? 'IO error: lock' : 'An unexpected error occurred');
      throw new Error(
        browser === 'chromium'
          ? 'QUOTA_BYTES quota exceeded'
          : 'QuotaExceededError: storage.sync API call exceeded its quota limitations.',
      );
    }
    async function change(keys: readonly string[], work: () => Promise<void>): Promise<void> {
      meanwhile();
      const how = wrong() ? random.weighted({ refused: 3, unsaid: 1, undone: 2 }) : 'done';
      if (how === 'refused') refuse();
      const before = new Map(copy.items);
      writes++;
      await work();
      for (const key of keys) copy.changed.add(key);
      if (how === 'unsaid') refuse();
      // It was there and is not any more, or the other way round: others' values came over it.
      if (how === 'undone') for (const key of keys) if (random.chance(0.6)) putBack(key, before);
    }
    function putBack(key: string, before: Saved): void {
      copy.changed.delete(key);
      if (before.has(key)) copy.items.set(key, before.get(key));
      else copy.items.delete(key);
    }

    const place: AccountPlace = {
      items: copy.items,
      area: {
        async get(keys) {
          meanwhile();
          if (wrong() && random.chance(0.5)) throw new Error('IO error: lock');
          return local.get(keys);
        },
        set: (items) => change(Object.keys(items), () => local.set(items)),
        remove: (keys) => change(keys, () => local.remove(keys)),
      },
      disturbances: () => disturbances,
      isSignedIn: () => copy.signedIn,
      signOut: () => {
        copy.signedIn = false;
      },
      signIn(how) {
        copy.signedIn = true;
        copy.known.clear();
        copy.changed.clear();
        disturbances++;
        if (how === 'over') copy.items.clear();
        else for (const key of copy.items.keys()) if (!live().has(key)) copy.changed.add(key);
      },
      empty(how) {
        disturbances++;
        copy.changed.clear();
        if (how === 'lost') copy.known.clear();
        else for (const key of copy.items.keys()) copy.changed.add(key);
        copy.items.clear();
      },
      carryUp,
      carryDown,
    };
    places.set(place, copy);
    return place;
  }

  return {
    join,
    /** What lies in the cloud. */
    live,
    /** How often anybody changed anything, or tried to. */
    changes: () => writes + version,
    /** `wiped`: the cloud knows nothing any more and the browsers fill it again. `deleted`: they hear that all is gone. */
    empty(how: 'wiped' | 'deleted'): void {
      if (how === 'deleted') for (const key of live().keys()) put(key, undefined);
      if (how === 'deleted') return;
      cloud.clear();
      for (const copy of copies) {
        copy.known.clear();
        for (const key of copy.items.keys()) copy.changed.add(key);
      }
    },
    /** @param old what `live` said once */
    restore(old: Saved): void {
      const whole = random.chance(0.5);
      for (const key of live().keys()) if (whole && !old.has(key)) put(key, undefined);
      for (const [key, value] of old) put(key, value);
    },
  };
}
