import type { ComponentChildren } from 'preact';
import type { EntityKey, KnownKind } from '../../lib/facts';
import type {
  CacheUsage,
  InstallProblem,
  InstallStep,
  PackCredits,
  PackId,
  PackOverlap,
  PackSummary,
  RequestEntry,
} from '../../lib/knowledge';
import type { PackProblem } from '../../lib/pack';
import type { Settings } from '../../lib/settings';
import type { Day } from '../../lib/time';
import type { Read } from '../kit';

export type InstallRefusal = PackProblem | Exclude<InstallProblem, 'cancelled'> | 'not-allowed' | 'private';

export type InstallOutcome =
  /** `replaced`: the day of the previous edition, which is kept. */
  | { readonly state: 'imported'; readonly name: string; readonly edition: Day; readonly replaced: Day | null }
  /** Identical to the one in use. */
  | { readonly state: 'same'; readonly name: string }
  | { readonly state: 'cancelled' }
  /** `what`: the file or the host. */
  | { readonly state: 'refused'; readonly what: string; readonly problem: InstallRefusal };

/** A pack being installed; `what`: the file or the host. */
export type InstallProgress = InstallStep & { readonly what: string };

export type InstallState = InstallOutcome | ({ readonly state: 'working' } & InstallProgress) | null;

/** Whom Backstory asks. */
export type WikiAddresses = Pick<Settings, 'wikiApi' | 'germanWikiApi' | 'wikidataApi' | 'commonsApi' | 'picturesAt'>;

/** What is determined about a pack after the list of packs is shown. */
export interface PackHolding {
  /** Null without another pack to compare with. */
  readonly overlap: PackOverlap | null;
  readonly credits: PackCredits;
}

export interface PackCalls {
  /** `sha256` as pasted by the reader. */
  readonly importPack: (
    file: File,
    sha256: string,
    told: (progress: InstallProgress) => void,
    signal: AbortSignal,
  ) => Promise<InstallOutcome>;
  /** Call synchronously within the press: the browser asks for permission. */
  readonly fetchPack: (
    address: string,
    sha256: string,
    told: (progress: InstallProgress) => void,
    signal: AbortSignal,
  ) => Promise<InstallOutcome>;
  readonly removePack: (id: string) => void;
  /** False: it could not be stored. */
  readonly arrangePacks: (order: readonly PackId[]) => Promise<boolean>;
  readonly goBackTo: (id: string) => Promise<boolean>;
  readonly dropBefore: (id: string) => Promise<boolean>;
}

export interface SettingsCalls {
  readonly change: (by: Partial<Settings>) => void;
  /** False if an address is not allowed; then nothing was changed. */
  readonly changeWiki: (to: Partial<WikiAddresses>) => boolean;
  /** Call synchronously within the press: a browser may ask for permission too. */
  readonly chooseNames: (names: Settings['names']) => void;
  /** Takes it off the list of sites that are read. */
  readonly removeSite: (pattern: string) => void;
  /** Asks the browser again for a site on the list. */
  readonly allowSite: (pattern: string) => void;
  /** Returns a grant that no reading needs. */
  readonly removeOrigin: (origin: string) => void;
  readonly addSites: () => void;
  readonly switchOn: (site: string) => void;
  readonly unmute: (entity: EntityKey) => void;
  /** No longer known. */
  readonly forgetKnown: (entity: EntityKey) => void;
  readonly knowAll: (kind: KnownKind, known: boolean) => void;
  readonly allowAgain: (form: string, entity: EntityKey) => void;
}

export interface SettingsPlaceCalls extends SettingsCalls, PackCalls {
  readonly clearRequests: () => void;
  readonly clearCache: () => void;
  readonly clearLookedUp: () => void;
  readonly forgetStories: () => void;
  readonly forgetDays: () => void;
  readonly persist: () => void;
}

export interface SettingsProps {
  readonly settings: Settings;
  readonly defaultWikis: WikiAddresses;
  readonly longestRestMs: number;
  /** Match patterns of the sites that are read. `allowed`: the browser still lets us in. */
  readonly sites: readonly { readonly pattern: string; readonly allowed: boolean }[];
  /** Match patterns the browser has granted but that are not read. */
  readonly unread: readonly string[];
  readonly nameOf: (entity: EntityKey) => string;
  /** All kinds a reader may know, and whether that was said. `settings.known` holds names only. */
  readonly knownKinds: readonly { readonly kind: KnownKind; readonly known: boolean }[];
  /** This browser can tell what covers a card: a press there needs no extra permission. */
  readonly tellsSight: boolean;
  readonly on: SettingsCalls;
}

export interface SettingsPlaceProps extends SettingsProps {
  readonly packs: Read<readonly PackSummary[]>;
  /** By pack; missing if it cannot be opened or is not yet examined. */
  readonly holdings: ReadonlyMap<PackId, PackHolding>;
  /** Undo for the last action. */
  readonly undo?: ComponentChildren;
  readonly requests: Read<readonly RequestEntry[]>;
  readonly cache: Read<CacheUsage>;
  /** What was looked up about names. */
  readonly lookedUp: Read<CacheUsage & { readonly limit: number }>;
  /** How many stories are remembered in which a card was read. */
  readonly stories: Read<number>;
  /** For how many stories the reader has set the day. */
  readonly days: Read<number>;
  /** Has the browser promised to keep what Backstory stores? Null if unknown. */
  readonly persisted: boolean | null;
  readonly on: SettingsPlaceCalls;
}
