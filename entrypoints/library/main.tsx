/** Wires the library page. Packs are checked and kept by this page itself: a file is too large for a message. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type ImportOutcome, type LibraryCalls, LibraryView } from '../../components/settings';
import { createDatabase } from '../../lib/database';
import { createPackShelf } from '../../lib/knowledge';
import { browser, callBackground } from '../../lib/messages';
import { PackError } from '../../lib/pack';
import {
  allowAgain,
  DEFAULT_SETTINGS,
  isWikiAddress,
  LONGEST_REST_MS,
  mute,
  type Settings,
  switchSite,
} from '../../lib/settings';
import { setUpPage } from '../own-page/set-up-page';
import { NOTHING_READ, readLibraryData } from './library-data';

const { settings, paint, draw } = setUpPage('library_title');

const shelf = createPackShelf(createDatabase(), Date.now);

async function importPack(file: File): Promise<ImportOutcome> {
  try {
    const { name } = await shelf.add(new Uint8Array(await file.arrayBuffer()));
    await callBackground('packsChanged', {});
    return { state: 'imported', name };
  } catch (thrown) {
    const problem = thrown instanceof PackError ? thrown.problem : 'not-stored';
    return { state: 'refused', file: file.name, problem };
  }
}

function Library() {
  const [now, setNow] = useState<Settings | null>(null);
  const [origins, setOrigins] = useState<readonly string[]>([]);
  const [data, setData] = useState(NOTHING_READ);
  const [notKept, setNotKept] = useState(false);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});

  const read = useCallback(async () => setData(await readLibraryData()), []);
  const readOrigins = useCallback(async () => setOrigins((await browser.permissions.getAll()).origins ?? []), []);

  useEffect(() => {
    const open = new AbortController();
    const show = (settings: Settings) => {
      paint(settings.theme);
      setNow(settings);
      const entities = [...settings.muted, ...Object.values(settings.refused).flat()];
      if (entities.length > 0) void callBackground('names', { entities }).then(setNames, () => {});
    };
    void settings.get().then(show);
    settings.subscribe(show, open.signal);
    void read();
    void readOrigins();
    browser.permissions.onAdded.addListener(readOrigins);
    browser.permissions.onRemoved.addListener(readOrigins);
    // A card may have fetched something meanwhile.
    addEventListener('focus', () => void read(), { signal: open.signal });
    return () => open.abort();
  }, [read, readOrigins]);

  if (!now) return null;
  const after = (work: Promise<unknown>) => void work.catch(() => {}).then(read);
  /** A full disk must not look as if the switch had jumped back by itself. */
  const change: (by: Parameters<typeof settings.change>[0]) => void = (by) =>
    void settings.change(by).then(
      () => setNotKept(false),
      () => setNotKept(true),
    );
  const on: LibraryCalls = {
    change,
    changeWiki(address) {
      if (!isWikiAddress(address)) return false;
      change({ wikiApi: address });
      return true;
    },
    // A host that the manifest itself declares (demo build) cannot be taken away.
    removeOrigin: (origin) => void browser.permissions.remove({ origins: [origin] }).catch(() => {}),
    addSites: () => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html#sites' as never) }),
    switchOn: (site) => change(switchSite(site, true)),
    unmute: (entity) => change(mute(entity, false)),
    allowAgain: (form, entity) => change(allowAgain(form, entity)),
    async importPack(file) {
      const outcome = await importPack(file);
      await read();
      return outcome;
    },
    removePack: (id) => after(shelf.remove(id).then(() => callBackground('packsChanged', {}))),
    clearRequests: () => after(callBackground('clearRequests', {})),
    clearCache: () => after(callBackground('clearCache', {})),
  };
  return (
    <LibraryView
      settings={now}
      defaultWiki={DEFAULT_SETTINGS.wikiApi}
      longestRestMs={LONGEST_REST_MS}
      origins={origins}
      nameOf={(entity) => names[entity] ?? entity}
      on={on}
      notKept={notKept}
      {...data}
    />
  );
}

draw('library', <Library />);
