/** Why Backstory can do nothing in a tab, whatever is granted. */
export type NoEntry = 'browser-page' | 'extension-store' | 'pdf' | 'local-file' | 'unknown-address';

/** How a tab stands to Backstory, for the popup. */
export type SiteAnswer =
  | { readonly state: 'closed-to-us'; readonly why: NoEntry }
  | {
      readonly state: 'open';
      /** Host name without `www.`, as the reader knows the site. */
      readonly site: string;
      /** Match pattern that a lasting grant for this site asks for. */
      readonly pattern: string;
      /** The reader chose to have it read. */
      readonly chosen: boolean;
      readonly granted: boolean;
      /** Not switched off by the reader. */
      readonly on: boolean;
      /** Is a living reader script at work in the tab? A scout alone is none. */
      readonly reader: 'alive' | 'absent';
      readonly incognito: boolean;
    };
