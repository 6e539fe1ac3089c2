import type { EntityKey } from '../../lib/facts';
import type { CacheUsage, PackSummary, RequestEntry } from '../../lib/knowledge';
import type { PackProblem } from '../../lib/pack';
import type { Settings } from '../../lib/settings';
import type { Read } from '../kit';

export type ImportOutcome =
  | { readonly state: 'imported'; readonly name: string }
  | { readonly state: 'refused'; readonly file: string; readonly problem: PackProblem | 'not-stored' };

export interface SettingsCalls {
  readonly change: (by: Partial<Settings>) => void;
  /** False where the address is not allowed; then nothing was changed. */
  readonly changeWiki: (address: string) => boolean;
  /** Takes it off the list of sites that are read. */
  readonly removeSite: (pattern: string) => void;
  /** Asks the browser once more for a site of the list. */
  readonly allowSite: (pattern: string) => void;
  /** Gives a grant back that serves no reading. */
  readonly removeOrigin: (origin: string) => void;
  readonly addSites: () => void;
  readonly switchOn: (site: string) => void;
  readonly unmute: (entity: EntityKey) => void;
  readonly allowAgain: (form: string, entity: EntityKey) => void;
}

export interface SettingsPlaceCalls extends SettingsCalls {
  readonly importPack: (file: File) => Promise<ImportOutcome>;
  readonly removePack: (id: string) => void;
  readonly clearRequests: () => void;
  readonly clearCache: () => void;
  readonly forgetStories: () => void;
  readonly forgetDays: () => void;
  readonly persist: () => void;
}

export interface SettingsProps {
  readonly settings: Settings;
  readonly defaultWiki: string;
  readonly longestRestMs: number;
  /** Match patterns of the sites that are read. `allowed`: the browser still lets us in. */
  readonly sites: readonly { readonly pattern: string; readonly allowed: boolean }[];
  /** Match patterns that the browser has granted, and that are not read. */
  readonly unread: readonly string[];
  readonly nameOf: (entity: EntityKey) => string;
  /** This browser tells what a page lays over a card: a press in a card needs no leave of its own. */
  readonly tellsSight: boolean;
  readonly on: SettingsCalls;
}

export interface SettingsPlaceProps extends SettingsProps {
  readonly packs: Read<readonly PackSummary[]>;
  readonly requests: Read<readonly RequestEntry[]>;
  readonly cache: Read<CacheUsage>;
  /** How many stories are remembered in which a card was read. */
  readonly stories: Read<number>;
  /** Of how many stories the reader has set the day. */
  readonly days: Read<number>;
  /** Has the browser promised not to clear what Backstory stores? Null where it cannot say. */
  readonly persisted: boolean | null;
  readonly on: SettingsPlaceCalls;
}
