/**
 * Which pages are read: those of sites that the reader chose, as far as the browser lets us in.
 *
 *   chosen, granted              read
 *   chosen, not granted          not read; the popup says that the browser does not allow it any more
 *   granted, not chosen          not read: the grant serves a folder, or was given in the browser's own menus
 *   chosen, granted, off         not read, until it is switched on again
 *
 * The server of a folder holds the reader's files and perhaps the mail. It is read only where it was chosen by its own
 * name: neither "all sites" nor the domain above it takes it in.
 */
import { grantPattern, isGranted, isSwitchedOff, offPatterns, originCovers, overlap, siteOf } from './site-rules';
import type { Settings } from './types';

export interface ReadingGround {
  readonly settings: Pick<Settings, 'sitesRead' | 'sitesOff'>;
  /** Match patterns. */
  readonly granted: readonly string[];
  /** Addresses of WebDAV folders. */
  readonly folders: readonly string[];
}

export interface ReadingPatterns {
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
}

function isNamed(address: string, sitesRead: readonly string[]): boolean {
  const site = siteOf(address);
  return site !== null && sitesRead.includes(grantPattern(site));
}

export function isFolderServer(address: string, folders: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return folders.some((folder) => new URL(folder).hostname === hostname);
}

export function isChosen(address: string, { settings, folders }: ReadingGround): boolean {
  if (isFolderServer(address, folders)) return isNamed(address, settings.sitesRead);
  return settings.sitesRead.some((pattern) => originCovers(pattern, address));
}

export function isRead(address: string, ground: ReadingGround): boolean {
  return isChosen(address, ground) && isGranted(address, ground.granted) && !isSwitchedOff(address, ground.settings);
}

/** The same for all pages at once, as patterns for a registered script. */
export function readingPatterns({ settings, granted, folders }: ReadingGround): ReadingPatterns {
  const { sitesRead, sitesOff } = settings;
  const shared = sitesRead.flatMap((chosen) => granted.flatMap((origin) => overlap(chosen, origin) ?? []));
  const closed = folders.filter((folder) => !isNamed(folder, sitesRead));
  return {
    matches: [...new Set(shared)],
    excludeMatches: [
      ...sitesOff.flatMap(offPatterns),
      ...new Set(closed.map((folder) => `*://${new URL(folder).hostname}/*`)),
    ],
  };
}
