import type { Settings } from './types';

/** The demo build, for `npm start` and tests, reads pages of this machine; all others read nothing before they are told. */
const SITES_READ = import.meta.env?.MODE === 'demo' ? ['*://127.0.0.1/*', '*://localhost/*'] : [];

/** What a new reader gets. No request leaves the browser until a button is pressed. */
export const DEFAULT_SETTINGS: Settings = {
  density: 'normal',
  marksHidden: false,
  restMs: 300,
  theme: 'system',
  network: 'ask',
  names: 'ask',
  askInCards: false,
  wikiApi: 'https://en.wikipedia.org/w/api.php',
  wikidataApi: 'https://www.wikidata.org/w/api.php',
  sitesRead: SITES_READ,
  sitesOff: [],
  muted: [],
  refused: {},
  welcomed: false,
  history: false,
};

/** Longest rest that can be set, in milliseconds; beyond it a card seems broken. */
export const LONGEST_REST_MS = 1000;
