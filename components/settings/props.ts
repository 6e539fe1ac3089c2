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

export type ImportOutcome =
  /** `replaced`: the day of the edition that was in use until now, and is kept. */
  | { readonly state: 'imported'; readonly name: string; readonly edition: Day; readonly replaced: Day | null }
  /** The very bytes that are in use. */
  | { readonly state: 'same'; readonly name: string }
  | { readonly state: 'cancelled' }
  /** `what`: the file or the host. */
  | { readonly state: 'refused'; readonly what: string; readonly problem: InstallRefusal };

/** A pack on its way; `what`: the file or the host. */
export type InstallProgress = InstallStep & { readonly what: string };

export type InstallState = ImportOutcome | ({ readonly state: 'working' } & InstallProgress) | null;

/** Whom Backstory asks. */
export type WikiAddresses = Pick<Settings, 'wikiApi' | 'germanWikiApi' | 'wikidataApi' | 'commonsApi' | 'picturesAt'>;

/** What is found out about a pack after the list of packs is there. */
export interface PackHolding {
  /** Null while there is no other pack that it could be compared with. */
  readonly overlap: PackOverlap | null;
  readonly credits: PackCredits;
}

export interface PackCalls {
  /** `sha256` as the reader pasted it. */
  readonly importPack: (
    file: File,
    sha256: string,
    told: (progress: InstallProgress) => void,
    signal: AbortSignal,
  ) => Promise<ImportOutcome>;
  /** To be called in the very turn of a press: the browser asks the reader for leave. */
  readonly fetchPack: (
    address: string,
    sha256: string,
    told: (progress: InstallProgress) => void,
    signal: AbortSignal,
  ) => Promise<ImportOutcome>;
  readonly removePack: (id: string) => void;
  /** False: it could not be stored. */
  readonly arrangePacks: (order: readonly PackId[]) => Promise<boolean>;
  readonly goBackTo: (id: string) => Promise<boolean>;
  readonly dropBefore: (id: string) => Promise<boolean>;
}

export interface SettingsCalls {
  readonly change: (by: Partial<Settings>) => void;
  /** False where an address is not allowed; then nothing was changed. */
  readonly changeWiki: (to: Partial<WikiAddresses>) => boolean;
  /** To be called in the very turn of a press: a browser may want to ask the reader as well. */
  readonly chooseNames: (names: Settings['names']) => void;
  /** Takes it off the list of sites that are read. */
  readonly removeSite: (pattern: string) => void;
  /** Asks the browser once more for a site of the list. */
  readonly allowSite: (pattern: string) => void;
  /** Gives a grant back that serves no reading. */
  readonly removeOrigin: (origin: string) => void;
  readonly addSites: () => void;
  readonly switchOn: (site: string) => void;
  readonly unmute: (entity: EntityKey) => void;
  /** No more. */
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
  /** Match patterns that the browser has granted, and that are not read. */
  readonly unread: readonly string[];
  readonly nameOf: (entity: EntityKey) => string;
  /** All of what the reader may know, and whether that was said. `settings.known` holds names alone. */
  readonly knownKinds: readonly { readonly kind: KnownKind; readonly known: boolean }[];
  /** This browser tells what a page lays over a card: a press in a card needs no leave of its own. */
  readonly tellsSight: boolean;
  readonly on: SettingsCalls;
}

export interface SettingsPlaceProps extends SettingsProps {
  readonly packs: Read<readonly PackSummary[]>;
  /** By pack; those that cannot be opened, and all until they were looked into, are not there. */
  readonly holdings: ReadonlyMap<PackId, PackHolding>;
  /** The way back of what was done last. */
  readonly undo?: ComponentChildren;
  readonly requests: Read<readonly RequestEntry[]>;
  readonly cache: Read<CacheUsage>;
  /** What was looked up of names. */
  readonly lookedUp: Read<CacheUsage & { readonly limit: number }>;
  /** How many stories are remembered in which a card was read. */
  readonly stories: Read<number>;
  /** Of how many stories the reader has set the day. */
  readonly days: Read<number>;
  /** Has the browser promised not to clear what Backstory stores? Null where it cannot say. */
  readonly persisted: boolean | null;
  readonly on: SettingsPlaceCalls;
}
