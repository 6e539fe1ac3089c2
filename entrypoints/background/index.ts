/**
 * The one service worker (Chromium) or event page (Firefox): builds the parts, joins them, answers calls. It may be
 * killed at any time, so nothing that matters is held here; every listener is registered in the first tick. It is
 * long because every part is joined to the others here.
 */
import { defineBackground } from 'wxt/utils/define-background';
import { createSwitchboard } from '../../lib/border';
import { createDatabase } from '../../lib/database';
import type { EntityKey } from '../../lib/facts';
import {
  answerCard,
  createArticleCache,
  createArticles,
  createBundledPack,
  createChosenDays,
  createLookedUpStore,
  createMediaWikiClient,
  createNamesDesk,
  createOpenPacks,
  createOverlayPacks,
  createPackShelf,
  createPauseMemory,
  createPrivateItems,
  createRequestLog,
  createWikiClient,
  createWorldDesk,
  entitiesNamed,
  entityIn,
  type KnowledgeQuery,
  type MediaWikiClient,
  type NamesParts,
  nameIn,
  outlineOf,
  readDossier,
  searchPacks,
  settleLanguage,
  storyAddressOf,
  type WikiClient,
  wikisOfLanguages,
  withOverlay,
} from '../../lib/knowledge';
import {
  answerBackgroundCalls,
  type BackgroundHandlers,
  browser,
  CallError,
  type Caller,
  callReader,
  EVERY_FRAME,
  tellPanels,
} from '../../lib/messages';
import { createBackupReminder, createIdentityKeeper } from '../../lib/notes';
import { isPackError, openIdentities } from '../../lib/pack';
import { addressesOf } from '../../lib/remote-kinds';
import {
  type Choice,
  changeOf,
  createPrivateChoices,
  createReadOnce,
  createSettings,
  createSiteAccess,
  dropSites,
  isGranted,
  plainChoices,
  siteOf,
} from '../../lib/settings';
import { areNotesHereAlone, createTravellingSettings, isChoiceOpen } from '../../lib/sync';
import { foldText } from '../../lib/text';
import { localDay } from '../../lib/time';
import { grantFor } from '../own-page/grant-for';
import { keepsNotes } from '../own-page/keeps-notes';
import { openNoteStores } from '../own-page/note-stores';
import { openBesideStory, wireBesideKey } from './beside-story';
import { documentTarget, injectInto } from './inject';
import { keepStorageToOurselves } from './keep-storage';
import { lookUpSelected, wireLookUpAnything } from './look-up-anything';
import { createMapCalls } from './maps';
import { mayAskUnpressed } from './may-ask-unpressed';
import { metElsewhere } from './met-elsewhere';
import { createNameCalls } from './names';
import { createNoteDesk } from './notes';
import { notesInDanger } from './notes-in-danger';
import { wireOmnibox } from './omnibox';
import { openBeside } from './open-beside';
import { keepParts, loadLocator, loadNoteDocuments, loadOpenWorld, loadStoryReading } from './parts';
import { createPictureCalls } from './pictures';
import { readerWishes } from './reader-wishes';
import { createRelinker } from './relinker';
import { siteParts } from './site-parts';
import { wireSync } from './sync';
import { tellLanguage } from './tell-language';

/** Which build of the pack is bundled (assets/knowledge/pack-hooks.ts). */
declare const __WORLD_BUILD__: string;

export default defineBackground(() => {
  keepStorageToOurselves();
  keepParts();
  const settings = createSettings(browser.storage.local);
  const privateChoices = createPrivateChoices(browser.storage.session);

  async function settingsFor(incognito: boolean) {
    const now = await settings.get();
    return incognito ? privateChoices.over(now) : now;
  }

  const choose = (choice: Choice, incognito: boolean): Promise<void> =>
    telling(async () => {
      const heirs = await heirsToday();
      if (!incognito) return void (await settings.change(changeOf(choice, heirs)));
      for (const one of plainChoices(choice, await settingsFor(true), heirs)) await privateChoices.add(one);
    });

  /** Without packs each key stands for itself, so the reader's choices are kept. */
  const heirsToday = async () => openIdentities(await packs.all().catch(() => [])).heirs;

  const database = createDatabase();
  const log = createRequestLog(database);
  const cache = createArticleCache(database, Date.now);
  const pause = createPauseMemory(database);
  const chosenDays = createChosenDays(database, browser.storage.session);
  const clients = new Map<string, MediaWikiClient>();
  const articles = createArticles({ cache, clientFor, now: Date.now });
  const shelf = createPackShelf(database);
  const ownPacks = createOpenPacks({
    bundled: createBundledPack({ database, build: __WORLD_BUILD__, readFile: readBundledPack }),
    imported: (thorough) => shelf.open(thorough),
  });
  const lookedUp = createLookedUpStore(database, Date.now);
  const overlay = createOverlayPacks({
    database,
    store: lookedUp,
    base: () => ownPacks.all(),
    today: () => localDay(Date.now()),
    write: async (items, ground) => (await loadOpenWorld()).writeOverlay(items, ground),
    newEdition: () => crypto.randomUUID(),
  });
  const packs = withOverlay(ownPacks, overlay);
  const privateItems = createPrivateItems(browser.storage.session, overlay);

  /** What was looked up in a private window is known only there. */
  async function packsFor({ incognito }: Pick<Caller, 'incognito'>) {
    const all = await packs.all();
    const own = incognito ? await privateItems.pack() : null;
    return own ? [...all, own] : all;
  }

  function clientFor(api: string): MediaWikiClient {
    const client = clients.get(api) ?? createMediaWikiClient({ wiki: wikiFor(api) });
    clients.set(api, client);
    return client;
  }

  const wikis = new Map<string, WikiClient>();
  function wikiFor(api: string): WikiClient {
    const granted = () => browser.permissions.contains({ origins: [grantFor(api)] });
    const client =
      wikis.get(api) ??
      createWikiClient({ api, fetch: (...request) => fetch(...request), now: Date.now, log, pause, granted });
    wikis.set(api, client);
    return client;
  }

  const openWorld: NamesParts = {
    store: lookedUp,
    async lookUpFor({ wikiApi, germanWikiApi, wikidataApi }) {
      const [known, { createLookUp }] = await Promise.all([packs.base(), loadOpenWorld()]);
      const knows = (key: string) => entityIn(known, key);
      const others = wikisOfLanguages({ wikiApi, germanWikiApi });
      return createLookUp({
        wiki: wikiFor(wikiApi),
        others: others.map(({ language, api }) => ({ language, client: wikiFor(api) })),
        wikidata: wikiFor(wikidataApi),
        knows,
        now: Date.now,
      });
    },
    keepPrivate: (items) => privateItems.add(items),
    changed: () => lookedUpChanged(),
    now: Date.now,
  };
  const names = createNamesDesk(openWorld);
  const world = createWorldDesk({
    ...openWorld,
    knows: (key) => telling(async () => entityIn(await packs.all(), key) !== null),
  });

  const pictures = createPictureCalls({
    database,
    openWorld: loadOpenWorld,
    wikiFor,
    settingsFor,
    current: (key) => currentKey(key),
    // An entity that was only looked up is linked only if the story shows that it is the one.
    sureKindOf: (key) =>
      telling(async () => {
        const isKnown = entityIn(await packs.base(), key) !== null || (await lookedUp.isSure(key));
        return isKnown ? (entityIn(await packs.all(), key)?.kind ?? null) : null;
      }),
  });

  const maps = createMapCalls({
    loadLocator,
    readFile: async (path) => (await readOwn(path)).json(),
    dossierOf: (key, caller) =>
      telling(async () => {
        const open = await packsFor(caller);
        return entityIn(open, key)?.kind === 'place' ? readDossier(open, key) : null;
      }),
  });

  /** Names in open stories that were unknown a moment ago may now have cards. */
  async function lookedUpChanged(): Promise<void> {
    await overlay.remake();
    packs.forgetLookedUp();
    await keepIdentities();
    relinkSoon();
    await tellReaders();
  }

  const { store, ledger, sentinel, sightings, settingsDocument } = openNoteStores({
    database,
    area: browser.storage.local,
    documents: loadNoteDocuments,
    history: async () => (await settings.get()).history,
    committed(docs) {
      if (docs.includes('settings')) bringSettingsInLine();
      stored();
    },
  });
  const identities = createIdentityKeeper({
    database,
    edition: async () => [__WORLD_BUILD__, await shelf.edition(), await overlay.edition()].join('\n'),
    heirs: async () => openIdentities(await packs.all()).heirs,
  });
  const keepIdentities = () =>
    telling(() => identities.keep()).catch((thrown) =>
      console.warn('Backstory: keys of notes could not be followed', thrown),
    );
  const travelling = createTravellingSettings({
    settings,
    document: settingsDocument,
    ledger,
    area: browser.storage.local,
    session: browser.storage.session,
  });
  const sync = wireSync({ ledger, store, travelling });
  const relinkSoon = createRelinker(store, async (text) => {
    const block = { id: 0, text, role: 'body' as const };
    const choices = { ...(await settings.get()), density: 'normal' as const };
    const language = await tellLanguage(text).catch(() => null);
    const story = { day: null, title: '', language, blocks: [block], memory: null };
    const { linkStory } = await loadStoryReading();
    const { mentions } = await telling(async () => linkStory(await packs.all(), story, choices));
    return [...new Set(mentions.map(({ entity }) => entity))];
  });
  const notes = createNoteDesk({
    store,
    subjectOf: (entity) =>
      telling(async () => {
        const known = entityIn(await packs.all(), entity);
        return known && { entity: known.key, name: known.name, kind: known.kind };
      }),
    async remember(sighting) {
      await sightings.note(sighting);
      await keepIdentities();
    },
    settled: () => identities.kept(),
    openPage: (path, caller) => openTab(browser.runtime.getURL(path as never), caller),
    // The message says that something was stored, not what: an imported backup may bring settings.
    stored() {
      bringSettingsInLine();
      stored();
    },
  });

  function bringSettingsInLine(): void {
    travelling.bringInLine().catch((thrown) => console.warn('Backstory: synced settings could not be applied', thrown));
  }

  /** Something was stored, here or in the library. */
  function stored(): void {
    void keepIdentities();
    relinkSoon();
    sync.nudge();
    countForSentinel();
    void tellPanels(null);
  }

  function countForSentinel(): void {
    sentinel.notice().catch((thrown) => console.warn('Backstory: the check for lost notes failed', thrown));
  }
  // What the previous worker did not finish: notes of its last minute are uncounted, imported ones have no links yet.
  countForSentinel();
  void keepIdentities().then(relinkSoon);

  /** By default the browser uses the active window, which may not be the one with the card, nor a private one. */
  async function openTab(url: string, { tabId, windowId }: Caller): Promise<void> {
    await browser.tabs.create({
      url,
      ...(tabId !== null && { openerTabId: tabId }),
      ...(windowId !== null && { windowId }),
    });
  }

  async function materials(caller: Caller) {
    const [open, choices] = await Promise.all([telling(() => packsFor(caller)), settingsFor(caller.incognito)]);
    return { packs: open, choices, today: localDay(Date.now()) };
  }

  /** If its texts cannot be linked, the card is shown all the same, without links. */
  async function linkInCards() {
    const reading = await loadStoryReading().catch((thrown) =>
      console.warn('Backstory: names in a card could not be found', thrown),
    );
    return reading?.linkStory ?? null;
  }

  const currentKey = (key: EntityKey): Promise<EntityKey> =>
    telling(async () => openIdentities(await packs.all()).current(key) ?? key);

  const search = (query: KnowledgeQuery, most: number) =>
    telling(async () => searchPacks(await packs.all(), query, most));

  /**
   * Runs work that reads packs. A pack that turns out to be damaged is left out, or read again, and the work repeated
   * once; a second failure is reported by its code.
   */
  async function telling<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      if (!isPackError(thrown)) throw thrown;
    }
    try {
      await packs.mend();
      return await work();
    } catch (thrown) {
      throw isPackError(thrown) ? new CallError(`pack-${thrown.problem}`, thrown.message) : thrown;
    }
  }

  const once = createReadOnce(browser.storage.session);
  const access = createSiteAccess({
    ...siteParts,
    // Without its database Backstory can still read stories; there are no folders then either.
    folders: () => ledger.remotes().then(addressesOf, () => []),
    settings: settingsFor,
    once,
  });

  const urlOf = async (tabId: number): Promise<string | null> =>
    (await browser.tabs.get(tabId).catch(() => null))?.url ?? null;

  const addressOf = async (tabId: number | null): Promise<string | null> =>
    storyAddressOf((tabId !== null && (await urlOf(tabId))) || '');

  /** In every tab with that story; null: with any. */
  async function tellOfDay(address: string | null): Promise<void> {
    const tabs = await browser.tabs.query({});
    const isThere = (url = '') => address === null || storyAddressOf(url) === address;
    const there = tabs.flatMap(({ id, url }) => (id !== undefined && isThere(url) ? [id] : []));
    await Promise.all(there.map((id) => callReader(id, 'dayChosen', {}, EVERY_FRAME).catch(() => {})));
  }

  async function wishesFor({ incognito }: Caller) {
    const own = incognito ? await privateItems.edition() : '';
    return readerWishes(await settingsFor(incognito), (await overlay.edition()) + own);
  }

  const handlers: BackgroundHandlers = {
    async mayRead(_, caller) {
      const [may, wishes] = await Promise.all([access.mayRead(caller), wishesFor(caller)]);
      // Its reader script answers from now on.
      if (may && caller.frameId === 0) void tellPanels(caller.tabId);
      return may ? wishes : null;
    },
    wishes: (_, caller) => wishesFor(caller),
    readHere: (_, caller) => access.readHere(caller),
    async storyDay({ clues }, { tabUrl, url, incognito }) {
      const { publicationDay } = await loadStoryReading();
      return {
        page: publicationDay(clues, localDay(Date.now())),
        chosen: await chosenDays.of(tabUrl ?? url ?? '', incognito),
      };
    },
    async chooseDay({ day, tab, inPrivate }, caller) {
      const address = await addressOf(caller.ownPage ? tab : caller.tabId);
      if (address === null) throw new CallError('refused', 'the browser does not tell the address of this page');
      await chosenDays.choose(address, day, caller.incognito || inPrivate === true);
      await tellOfDay(address);
    },
    async scan({ story }, caller) {
      // In parallel: packs are opened in another process.
      const [{ answerScan, linkStory }] = await Promise.all([loadStoryReading(), telling(() => packsFor(caller))]);
      return telling(async () =>
        answerScan(await settleLanguage(story, tellLanguage), { ...(await materials(caller)), link: linkStory }),
      );
    },
    async card({ inPrivate, tab = null, ...question }, sender) {
      // No browser tells that the toolbar popup belongs to a private window.
      const caller = sender.ownPage && inPrivate === true ? { ...sender, incognito: true } : sender;
      const choices = await settingsFor(caller.incognito);
      const remember = !caller.incognito;
      const look = (title: string | null) => articles.look(title, choices, remember);
      const link = linkInCards();
      const entity = await currentKey(question.entity);
      const [answer, noted, namedIn, picture, map, met] = await Promise.all([
        telling(async () => answerCard(question, { ...(await materials(caller)), link: await link, look })),
        notes.noteOf(entity, caller),
        notes.namedIn(entity),
        pictures.place(entity, choices, remember),
        maps.has(entity, caller).catch(() => false),
        choices.history ? metElsewhere(entity, tab, caller, { sightings, urlOf }) : null,
      ]);
      if (!answer) throw new CallError('failed', `no pack in use knows ${question.entity}`);
      return { ...answer, ...noted, namedIn, picture, map, met, automatic: choices.network === 'automatic' };
    },
    beginCard: async ({ card, holds }, caller) => {
      const { origins } = await browser.permissions.getAll();
      const granted = isGranted(caller.url ?? caller.tabUrl ?? '', origins ?? []);
      await switchboard.begin(card, caller, granted, holds);
      return { granted };
    },
    openDoors: async (_, { tabId }) => {
      if (tabId !== null) await injectInto({ tabId, allFrames: true }, ['door.js']);
    },
    async selectionButton(_, { tabId, frameId, documentId, incognito }) {
      if (tabId === null || frameId === null || !(await settingsFor(incognito)).selectionButton) return;
      await injectInto(documentTarget(tabId, frameId, documentId), ['selection.js']);
    },
    tellCard: ({ card, say }, caller) => switchboard.tell(card, say, caller),
    async article({ entity, proof, inPrivate }, caller) {
      const choices = await settingsFor(caller.incognito);
      const allowed =
        caller.ownPage ||
        (proof === 'consent' ? choices.network === 'automatic' : proof === 'sight' || choices.askInCards);
      if (!allowed) throw new CallError('refused', 'this button was not visible when it was pressed');
      const dossier = await telling(async () => readDossier(await packs.all(), entity));
      const title = dossier?.entity.wikipedia ?? null;
      const remember = !caller.incognito && !inPrivate;
      if (remember) pictures.withArticle(await currentKey(entity), choices);
      return articles.fetch(title, choices, remember);
    },
    refuse: ({ entity, form, refused }, caller) =>
      choose({ type: 'refuse', form: foldText(form), entity, refused }, caller.incognito),
    mute: ({ entity, muted, inPrivate }, caller) =>
      choose({ type: 'mute', entity, muted }, caller.incognito || inPrivate === true),
    know: ({ entity, known, inPrivate }, caller) =>
      choose({ type: 'know', entity, known }, caller.incognito || inPrivate === true),
    openLink: ({ url }, caller) => openTab(url, caller),
    lookUpSelected: (_, caller) => lookUpSelected(caller),
    openBeside: ({ entity, day }, caller) => openBeside(entity, day, caller),
    besideStory: ({ entity, day }, caller) => openBesideStory(entity, day, caller),
    ...pictures.answers,
    ...maps.answers,
    ...notes.answers,
    ...createNameCalls({
      desk: names,
      world,
      store: lookedUp,
      reading: loadStoryReading,
      packsFor: (caller) => telling(() => packsFor(caller)),
      settleLanguage: (story) => settleLanguage(story, tellLanguage),
      settingsFor,
      noteOf: (entity, caller) => notes.noteOf(entity, caller),
      async isChosenSite({ tabId }) {
        const site = tabId === null ? null : await access.site(tabId);
        return site !== null && site.state === 'open' && site.chosen && site.granted && site.on;
      },
      mayAskUnpressed,
      forgotten: lookedUpChanged,
    }),
    ...sync.answers,
    syncNow(ask, caller) {
      // A folder may just have been set up, and its server must not be read as a site.
      syncSites();
      return sync.answers.syncNow(ask, caller);
    },
    notesInDanger: () =>
      notesInDanger({
        sentinel,
        reminder: createBackupReminder(database, Date.now, keepsNotes),
        undecided: async () =>
          (await isChoiceOpen(browser.storage.local)) && (await areNotesHereAlone(ledger, () => store.count())),
      }),

    site: ({ tabId }) => access.site(tabId),
    async switchSite({ tabId, on }) {
      const { url, incognito } = await browser.tabs.get(tabId);
      const site = siteOf(url ?? '');
      if (site === null) return;
      await choose({ type: 'switch-site', site, on }, incognito);
      await access.apply(tabId, on);
    },
    async dropSites({ patterns }) {
      await settings.change(dropSites(patterns));
      await access.giveBack(patterns);
    },
    useHere: ({ tabId }) => access.useHere(tabId),
    async nameSenses({ entities, day, inPrivate }, caller) {
      const { answerSenses } = await loadOpenWorld();
      return telling(async () =>
        answerSenses(entities, day, await materials(inPrivate ? { ...caller, incognito: true } : caller)),
      );
    },
    async recallSubjects(query, caller) {
      const { answerRecall } = await loadOpenWorld();
      return telling(async () => answerRecall(query, await materials(caller)));
    },
    names: ({ entities }) =>
      telling(async () => {
        const open = await packs.all();
        const named = entities.map((key) => [key, nameIn(open, key)] as const);
        return Object.fromEntries(named.filter((pair): pair is [string, string] => pair[1] !== null));
      }),
    heirs: ({ entities }) =>
      telling(async () => {
        const heirs = await heirsToday();
        return Object.fromEntries(entities.map((key) => [key, heirs(key)]));
      }),
    entitiesNamed: ({ names }) =>
      telling(async () => {
        const open = await packs.all();
        return Object.fromEntries(names.map((name) => [name, entitiesNamed(open, name)]));
      }),
    searchKnowledge: ({ query, most }) => search(query, most),
    knowledgeOutline: () => telling(async () => outlineOf(await packs.all())),
    async entityPage({ entity, day }, caller) {
      const [{ answerPage }, link] = await Promise.all([loadOpenWorld(), linkInCards()]);
      return telling(async () =>
        answerPage(entity, day ?? localDay(Date.now()), { ...(await materials(caller)), link }),
      );
    },
    async storyBackground({ inPrivate, ...question }, caller) {
      const { answerStory } = await loadOpenWorld();
      return telling(async () => {
        const open = await packsFor({ incognito: caller.incognito || inPrivate });
        return answerStory(question, {
          today: localDay(Date.now()),
          dossierOf: (key) => readDossier(open, key),
          headOf: (key) => {
            const head = entityIn(open, key);
            return head && { entity: head.key, name: head.name, kind: head.kind };
          },
        });
      });
    },
    packs: () => packs.summaries(),
    async packsChanged() {
      packs.forget();
      await keepIdentities();
      relinkSoon();
    },
    requests: () => log.list(),
    cacheUsage: () => cache.usage(),
    clearCache: () => cache.clear(),
    clearRequests: () => log.clear(),
    async forgetDays() {
      await chosenDays.clear();
      await tellOfDay(null);
    },
  };
  answerBackgroundCalls(handlers);
  wireLookUpAnything();
  wireBesideKey();
  wireOmnibox({
    search: (words, most) => search({ words, kind: null, country: null }, most),
    isKnown: (key) => telling(async () => entityIn(await packs.all(), key) !== null),
  });

  const switchboard = createSwitchboard({
    area: browser.storage.session,
    ownId: browser.runtime.id,
    now: Date.now,
    random: () => crypto.randomUUID().replaceAll('-', ''),
    sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
    inject: (tabId, { frameId, documentId }, holds) =>
      injectInto(documentTarget(tabId, frameId, documentId), [`${holds}.js`]),
    nudge: (tabId, frameId, nudge) => browser.tabs.sendMessage(tabId, nudge, { frameId }),
    tellReader: (tabId, frameId, card, say) => callReader(tabId, 'cardSaid', { card, say }, frameId),
    answer: ({ name, ask }, caller) => (handlers[name] as (ask: unknown, caller: Caller) => unknown)(ask, caller),
  });
  browser.runtime.onConnect.addListener((port) => switchboard.connected(port));

  /** If no reader script is running, nobody is told. */
  async function tellReaders(): Promise<void> {
    const tabs = await browser.tabs.query({});
    const told = tabs.map(({ id }) => id !== undefined && callReader(id, 'wishesChanged', {}, EVERY_FRAME));
    await Promise.allSettled(told);
  }

  const outOfStep = (problem: unknown) => console.warn('Backstory: the list of sites could not be applied', problem);
  const syncSites = () => void access.sync().catch(outOfStep);
  void access.mend().catch(outOfStep);
  browser.permissions.onAdded.addListener(syncSites);
  browser.permissions.onRemoved.addListener(syncSites);
  browser.runtime.onStartup.addListener(syncSites);
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    syncSites();
    if (reason === 'install' && !(await settings.get()).welcomed) {
      await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    }
  });
  const forGood = new AbortController().signal;
  settings.subscribe(syncSites, forGood);
  settings.subscribe(bringSettingsInLine, forGood);
  settings.subscribe(() => void tellReaders(), forGood);

  // Firefox for Android has tabs and no windows.
  const goes: { addListener(heard: () => void): void } = (browser.windows ?? browser.tabs).onRemoved;
  goes.addListener(async () => {
    const tabs = await browser.tabs.query({});
    if (tabs.every(({ incognito }) => !incognito))
      await Promise.all([
        privateChoices.forget(),
        privateItems.forget(),
        chosenDays.forgetPrivate(),
        once.forgetPrivate(),
      ]);
  });

  browser.commands?.onCommand.addListener(async (command, tab) => {
    const backwards = command === 'previous-mention';
    const id = tab?.id ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
    if ((!backwards && command !== 'next-mention') || id === undefined) return;
    // No reader script is running there, so the keys do nothing.
    await callReader(id, 'step', { backwards }).catch(() => {});
  });
});

const readOwn = (path: string) => fetch(browser.runtime.getURL(path as never));

async function readBundledPack() {
  return new Uint8Array(await (await readOwn('/packs/world.pack')).arrayBuffer());
}
