import { overlap } from './site-rules';
import type { Settings } from './types';

export interface SiteList {
  /** What the reader chose. `allowed`: by the browser, entirely or in part. */
  readonly sites: readonly { readonly pattern: string; readonly allowed: boolean }[];
  /** What the browser allows although it was not chosen: for a folder, or through its own menus. */
  readonly unread: readonly string[];
}

/** The list of sites, for the reader. */
export function siteList({ sitesRead }: Pick<Settings, 'sitesRead'>, granted: readonly string[]): SiteList {
  return {
    sites: sitesRead.map((pattern) => ({
      pattern,
      allowed: granted.some((origin) => overlap(origin, pattern) !== null),
    })),
    unread: granted.filter((origin) => !sitesRead.some((pattern) => overlap(origin, pattern) === origin)),
  };
}
