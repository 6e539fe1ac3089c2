/** Connects the pages about Backstory itself. */

import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type SettingsAt, SettingsPlace, type SettingsPlaceCalls } from '../../components/settings';
import { KNOWN_KINDS, keyOfKind } from '../../lib/facts';
import { REST_MS_MAX } from '../../lib/hover';
import { browser, callBackground } from '../../lib/messages';
import {
  changeOf,
  DEFAULT_SETTINGS,
  type Heirs,
  isWikiAddress,
  type Settings,
  siteList,
  switchSite,
} from '../../lib/settings';
import { mayChooseNames } from '../own-page/may-choose-names';
import { tellsSight } from '../own-page/tells-sight';
import { NOTHING_READ, readLibraryData } from './library-data';
import { packCalls } from './pack-calls';
import { sightings } from './stores';
import type { Tell } from './tell';
import { useHoldings } from './use-holdings';

interface SettingsHereProps {
  readonly at: SettingsAt;
  readonly settings: Settings;
  readonly change: (by: Partial<Settings> | ((now: Settings) => Partial<Settings>)) => void;
  readonly persisted: boolean | null;
  readonly persist: () => void;
  readonly undo: ComponentChildren;
  readonly tell: Tell;
}

export function SettingsHere({ at, settings, change, persisted, persist, undo, tell }: SettingsHereProps) {
  const [origins, setOrigins] = useState<readonly string[]>([]);
  const [data, setData] = useState(NOTHING_READ);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [keys, setKeys] = useState<Readonly<Record<string, readonly string[]>>>({});
  const holdings = useHoldings(at === 'packs' ? data.packs : null);
  const heirs = (key: string): readonly string[] => keys[key] ?? [key];

  const read = useCallback(async () => setData(await readLibraryData()), []);
  const readOrigins = useCallback(async () => setOrigins((await browser.permissions.getAll()).origins ?? []), []);

  useEffect(() => {
    const open = new AbortController();
    void read();
    void readOrigins();
    browser.permissions.onAdded.addListener(readOrigins);
    browser.permissions.onRemoved.addListener(readOrigins);
    open.signal.addEventListener('abort', () => {
      browser.permissions.onAdded.removeListener(readOrigins);
      browser.permissions.onRemoved.removeListener(readOrigins);
    });
    // A card may have fetched something meanwhile.
    addEventListener('focus', () => void read(), { signal: open.signal });
    return () => open.abort();
  }, [read, readOrigins]);

  useEffect(() => {
    const entities = [...settings.muted, ...settings.known.filter(isName), ...Object.values(settings.refused).flat()];
    if (entities.length === 0) return;
    const look = async () => {
      const found = await callBackground('heirs', { entities });
      setKeys(found);
      setNames(await callBackground('names', { entities: Object.values(found).flat() }));
    };
    // Without an answer the keys themselves are shown.
    look().catch(() => {});
  }, [settings.muted, settings.known, settings.refused]);

  const after = (work: Promise<unknown>) => void work.catch(() => {}).then(read);
  const on: SettingsPlaceCalls = {
    change,
    changeWiki(to) {
      if (!Object.values(to).every(isWikiAddress)) return false;
      change(to);
      return true;
    },
    chooseNames: (names) => void mayChooseNames(names).then((may) => may && change({ names })),
    removeSite: (pattern) => void callBackground('dropSites', { patterns: [pattern] }).catch(() => {}),
    allowSite: (pattern) => void browser.permissions.request({ origins: [pattern] }).catch(() => {}),
    // A host that the manifest itself declares (demo build) cannot be removed.
    removeOrigin: (origin) => void browser.permissions.remove({ origins: [origin] }).catch(() => {}),
    addSites: () => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html#sites' as never) }),
    switchOn: (site) => change(switchSite(site, true)),
    unmute: (entity) => change(changeOf({ type: 'mute', entity, muted: false }, heirs)),
    forgetKnown: (entity) => change(changeOf({ type: 'know', entity, known: false }, heirs)),
    knowAll: (kind, known) => change(changeOf({ type: 'know', entity: keyOfKind(kind), known }, heirs)),
    allowAgain: (form, entity) => change(changeOf({ type: 'refuse', form, entity, refused: false }, heirs)),
    ...packCalls({ network: settings.network, origins }, read, tell),
    clearRequests: () => after(callBackground('clearRequests', {})),
    forgetStories: () => after(sightings.clear()),
    forgetDays: () => after(callBackground('forgetDays', {})),
    clearCache: () => after(callBackground('clearCache', {})),
    clearLookedUp: () => after(callBackground('clearLookedUp', {})),
    persist,
  };
  return (
    <SettingsPlace
      at={at}
      settings={todaysSettings(settings, heirs)}
      defaultWikis={DEFAULT_SETTINGS}
      longestRestMs={REST_MS_MAX}
      {...siteList(settings, origins)}
      nameOf={(entity) => names[entity] ?? entity}
      knownKinds={KNOWN_KINDS.map((kind) => ({ kind, known: settings.known.includes(keyOfKind(kind)) }))}
      tellsSight={tellsSight()}
      persisted={persisted}
      holdings={holdings}
      undo={undo}
      on={on}
      {...data}
    />
  );
}

/** Each entity once, under whatever keys the choices were made. */
function todaysSettings(settings: Settings, heirs: Heirs): Settings {
  const today = (keys: readonly string[]) => [...new Set(keys.flatMap(heirs))];
  const refused = Object.entries(settings.refused).map(([form, keys]) => [form, today(keys)] as const);
  const known = today(settings.known.filter(isName));
  return { ...settings, muted: today(settings.muted), known, refused: Object.fromEntries(refused) };
}

/** A newer Backstory may have other kinds. */
const isName = (key: string): boolean => !key.startsWith('*');
