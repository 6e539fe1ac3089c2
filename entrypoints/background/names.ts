/**
 * Answers all calls about names that no pack knows: which there are, what is known about them, and what Wikipedia and
 * Wikidata say.
 */
import { unknownKey } from '../../lib/facts';
import {
  agedEntities,
  LOOKED_UP_LIMIT,
  type LookedUpStore,
  type LookUpProgress,
  type NameState,
  type NamesDesk,
  type WorldDesk,
} from '../../lib/knowledge';
import type { ScanStory } from '../../lib/linking';
import type { WantedName } from '../../lib/lookup';
import { type BackgroundHandlers, CallError, type Caller, type CardNote } from '../../lib/messages';
import { openIdentities, type Pack } from '../../lib/pack';
import { wantedOf } from '../../lib/page';
import type { Settings } from '../../lib/settings';
import { foldText } from '../../lib/text';
import { type Day, localDay } from '../../lib/time';
import type { StoryReading } from '../story-reading/story-reading';

export interface NameCallsParts {
  readonly desk: NamesDesk;
  readonly world: WorldDesk;
  readonly store: LookedUpStore;
  /** Loaded when it is needed. */
  readonly reading: () => Promise<Pick<StoryReading, 'unknownHere'>>;
  readonly packsFor: (caller: Caller) => Promise<readonly Pack[]>;
  readonly settleLanguage: (story: ScanStory) => Promise<ScanStory>;
  readonly settingsFor: (incognito: boolean) => Promise<Settings>;
  readonly noteOf: (key: string, caller: Caller) => Promise<{ readonly note: CardNote }>;
  /** Was the page of this call opened to us for good, by the reader's own list of sites? */
  readonly isChosenSite: (caller: Caller) => Promise<boolean>;
  /** May names be sent without a press? The browser's own permission may have been refused or revoked since. */
  readonly mayAskUnpressed: () => Promise<boolean>;
  /** Everything that was looked up must be read again. */
  readonly forgotten: () => Promise<void>;
}

type NameCalls =
  | 'agedEntities'
  | 'unknownNames'
  | 'nameCard'
  | 'lookUpName'
  | 'nameStates'
  | 'lookUpNames'
  | 'lookUpProgress'
  | 'cancelLookUp'
  | 'searchWorld'
  | 'openWorldItem'
  | 'lookedUpUsage'
  | 'clearLookedUp';

interface UnderWay {
  readonly cancel: AbortController;
  told: LookUpProgress;
}

export function createNameCalls(parts: NameCallsParts): Pick<BackgroundHandlers, NameCalls> {
  const { desk, world, store, settingsFor } = parts;
  /** By tab; null: a look-up without a tab. The worker does not die while a call is open. */
  const underWay = new Map<number | null, UnderWay>();

  async function ask(
    tab: number | null,
    names: readonly WantedName[],
    refresh: readonly string[],
    day: Day | null,
    settings: Settings,
    remember: boolean,
  ) {
    underWay.get(tab)?.cancel.abort();
    const mine: UnderWay = { cancel: new AbortController(), told: { done: 0, of: names.length, requests: 0 } };
    underWay.set(tab, mine);
    try {
      return await desk.ask({ names, refresh, day: day ?? localDay(Date.now()) }, settings, {
        signal: mine.cancel.signal,
        remember,
        progress(told) {
          mine.told = told;
        },
      });
    } finally {
      if (underWay.get(tab) === mine) underWay.delete(tab);
    }
  }

  /** The reader chose it for the sites on their list; never in private windows, nor if only a press opened the page. */
  async function askUnpressed(names: readonly WantedName[], story: ScanStory, caller: Caller): Promise<void> {
    const settings = await settingsFor(caller.incognito);
    if (settings.names !== 'automatic' || caller.incognito || names.length === 0) return;
    const states = await desk.look(names, settings);
    const open = names.filter(({ name }) => states[name]?.state === 'ask' || isStale(states[name]));
    if (open.length === 0 || !(await parts.mayAskUnpressed()) || !(await parts.isChosenSite(caller))) return;
    // A look-up that the reader pressed for comes first, and asks for the same names.
    if (underWay.has(caller.tabId)) return;
    await ask(caller.tabId, open, [], story.day, settings, true);
  }

  return {
    async unknownNames({ story: asked, named }, caller) {
      const story = await parts.settleLanguage(asked);
      const { unknownHere } = await parts.reading();
      const [packs, { muted }] = await Promise.all([parts.packsFor(caller), settingsFor(caller.incognito)]);
      const found = unknownHere(packs, story, named, muted);
      void askUnpressed(found.map(wantedOf), story, caller).catch((thrown) =>
        console.warn('Backstory: names could not be looked up', thrown),
      );
      return found;
    },

    async nameCard({ name, inPrivate }, caller) {
      const remember = !caller.incognito && inPrivate !== true;
      const key = unknownKey(foldText(name.name));
      const [packs, settings] = await Promise.all([parts.packsFor(caller), settingsFor(caller.incognito)]);
      // It has been found: the note on the name belongs to the entity.
      const noted = openIdentities(packs).current(key) ?? key;
      const [states, { note }] = await Promise.all([
        desk.look([name], settings, remember),
        parts.noteOf(noted, caller),
      ]);
      return { key, state: states[name.name] as NameState, note };
    },

    async lookUpName({ name, day, proof, inPrivate }, caller) {
      const settings = await settingsFor(caller.incognito);
      if (!caller.ownPage && proof !== 'sight' && !settings.askInCards) {
        throw new CallError('refused', 'this button was not visible when it was pressed');
      }
      const remember = !caller.incognito && inPrivate !== true;
      // Independent of a look-up of all names in the tab, which continues.
      const { signal } = new AbortController();
      const question = { names: [name], refresh: [], day: day ?? localDay(Date.now()) };
      const { states } = await desk.ask(question, settings, { signal, remember });
      return states[name.name] as NameState;
    },

    async agedEntities({ entities, day, most }, caller) {
      return agedEntities(await parts.packsFor(caller), entities, day ?? localDay(Date.now()), most);
    },

    async nameStates({ names, inPrivate }, caller) {
      const isPrivate = caller.incognito || inPrivate;
      return desk.look(names, await settingsFor(isPrivate), !isPrivate);
    },

    async lookUpNames({ tab, names, refresh, day, inPrivate }, caller) {
      const settings = await settingsFor(caller.incognito || inPrivate);
      return ask(tab, names, refresh, day, settings, !caller.incognito && !inPrivate);
    },

    lookUpProgress: ({ tab }) => underWay.get(tab)?.told ?? null,
    cancelLookUp: ({ tab }) => underWay.get(tab)?.cancel.abort(),

    async searchWorld({ words, inPrivate }, caller) {
      const isPrivate = caller.incognito || inPrivate;
      return world.search(words, await settingsFor(isPrivate), { remember: !isPrivate });
    },
    async openWorldItem({ item, inPrivate }, caller) {
      const isPrivate = caller.incognito || inPrivate;
      return world.open(item, await settingsFor(isPrivate), { remember: !isPrivate });
    },

    lookedUpUsage: async () => ({ ...(await store.usage()), limit: LOOKED_UP_LIMIT }),
    async clearLookedUp() {
      await store.clear();
      await parts.forgotten();
    },
  };
}

const isStale = (state: NameState | undefined): boolean => state !== undefined && 'stale' in state && state.stale;
