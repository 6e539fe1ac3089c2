import * as v from 'valibot';
import { REST_MS_MAX } from '../hover';
import type { Settings } from './types';

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** May this address be asked for articles? Encrypted, or on this machine; no credentials in it. */
export function isWikiAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
}

/** One schema per setting: an invalid value only resets itself to the default. */
export const settingSchemas: {
  readonly [Key in keyof Settings]: v.GenericSchema<unknown, Settings[Key]>;
} = {
  density: v.picklist(['quiet', 'normal', 'every']),
  marksHidden: v.boolean(),
  restMs: v.pipe(v.number(), v.minValue(0), v.maxValue(REST_MS_MAX)),
  theme: v.picklist(['system', 'light', 'dark']),
  selectionButton: v.boolean(),
  network: v.picklist(['never', 'ask', 'automatic']),
  names: v.picklist(['never', 'ask', 'automatic']),
  pictures: v.picklist(['never', 'ask', 'automatic']),
  askInCards: v.boolean(),
  wikiApi: v.pipe(v.string(), v.maxLength(300), v.check(isWikiAddress)),
  germanWikiApi: v.pipe(v.string(), v.maxLength(300), v.check(isWikiAddress)),
  wikidataApi: v.pipe(v.string(), v.maxLength(300), v.check(isWikiAddress)),
  commonsApi: v.pipe(v.string(), v.maxLength(300), v.check(isWikiAddress)),
  picturesAt: v.pipe(v.string(), v.maxLength(300), v.check(isWikiAddress)),
  // An invalid match pattern matches no page; see `overlap`.
  sitesRead: v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(253))),
  sitesOff: v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(253))),
  muted: v.array(key),
  known: v.array(key),
  refused: v.record(key, v.array(key)),
  welcomed: v.boolean(),
  history: v.boolean(),
};

export const SETTING_KEYS = Object.keys(settingSchemas) as (keyof Settings)[];
