import { REST_MS } from '../hover';
import type { Settings } from './types';

/** The parts of the browser's API used here; missing in tests without a browser. */
const { chrome } = globalThis as {
  readonly chrome?: {
    readonly runtime?: { readonly getManifest?: () => { readonly host_permissions?: readonly string[] } };
  };
};

/**
 * Sites the manifest itself grants are read from the start: this machine's in the demo (`npm start`, tests). The
 * published extension grants none and reads nothing until told.
 */
const granted = chrome?.runtime?.getManifest?.().host_permissions ?? [];
/** As settings write a site: without a scheme. */
const SITES_READ = granted.map((pattern) => pattern.replace(/^https?:/, '*:'));

/** A new reader's settings. No request leaves the browser until a button is pressed. */
export const DEFAULT_SETTINGS: Settings = {
  density: 'normal',
  marksHidden: false,
  restMs: REST_MS,
  theme: 'system',
  selectionButton: false,
  network: 'ask',
  names: 'ask',
  pictures: 'never',
  askInCards: false,
  wikiApi: 'https://en.wikipedia.org/w/api.php',
  germanWikiApi: 'https://de.wikipedia.org/w/api.php',
  wikidataApi: 'https://www.wikidata.org/w/api.php',
  commonsApi: 'https://commons.wikimedia.org/w/api.php',
  picturesAt: 'https://upload.wikimedia.org/',
  sitesRead: SITES_READ,
  sitesOff: [],
  muted: [],
  known: [],
  refused: {},
  welcomed: false,
  history: false,
};
