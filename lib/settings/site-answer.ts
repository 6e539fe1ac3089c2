/** Why Backstory can do nothing in a tab, whatever is granted. */
export type NoEntry = 'browser-page' | 'extension-store' | 'pdf' | 'local-file' | 'unknown-address';

/** The state of a tab for the popup. */
export type SiteAnswer =
  | { readonly state: 'closed-to-us'; readonly why: NoEntry }
  | {
      readonly state: 'open';
      /** Host name without `www.`, as readers know the site. */
      readonly site: string;
      /** Match pattern to request for a lasting grant. */
      readonly pattern: string;
      /** The reader chose to have it read. */
      readonly chosen: boolean;
      readonly granted: boolean;
      /** Not switched off by the reader. */
      readonly on: boolean;
      /** Is a reader script alive in the tab? A scout alone does not count. */
      readonly reader: 'alive' | 'absent';
      readonly incognito: boolean;
    };
