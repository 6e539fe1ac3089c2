/** The border between the contexts. Long because both directions share one stand-in for the browser's messages. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** `chrome.runtime` and `chrome.tabs` with the JSON border between contexts, as Chromium has it. */
const chromeStub = vi.hoisted(() => {
  type Sender = Record<string, unknown>;
  type Listener = (message: unknown, sender: Sender, reply: (answer?: unknown) => void) => boolean | undefined;
  const listeners = new Set<Listener>();
  const world = {
    listeners,
    sender: {} as Sender,
    /** The next sends meet nobody. */
    deaf: 0,
    sends: 0,
    /** Of the last message to a tab. */
    options: {},
    deafReason: 'Could not establish connection. Receiving end does not exist.',
  };
  const json = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
  function deliver(message: unknown, reply: (answer?: unknown) => void) {
    world.sends += 1;
    if (world.deaf > 0 || listeners.size === 0) {
      world.deaf -= 1;
      chrome.runtime.lastError = { message: world.deafReason };
      reply(undefined);
      chrome.runtime.lastError = undefined;
      return;
    }
    for (const listener of [...listeners]) listener(json(message), world.sender, (answer) => reply(json(answer)));
  }
  /** With a promise, where no callback is given. */
  const promised = (message: unknown) =>
    new Promise((resolve, reject) => {
      deliver(message, (answer) =>
        chrome.runtime.lastError ? reject(new Error(chrome.runtime.lastError.message)) : resolve(answer),
      );
    });
  const chrome = {
    runtime: {
      id: 'backstory',
      getURL: (path: string) => `chrome-extension://backstory${path}`,
      lastError: undefined as { message: string } | undefined,
      sendMessage: (message: unknown, reply?: (answer?: unknown) => void) =>
        reply ? deliver(message, reply) : promised(message),
      onMessage: {
        addListener: (listener: Listener) => void listeners.add(listener),
        removeListener: (listener: Listener) => void listeners.delete(listener),
      },
    },
    tabs: {
      sendMessage(_tab: number, message: unknown, options: object) {
        world.options = options;
        return promised(message);
      },
    },
  };
  Object.assign(globalThis, { chrome });
  return world;
});

import {
  type AllBackgroundCalls,
  type Ask,
  answerBackgroundCalls,
  answerReaderCalls,
  type BackgroundCalls,
  type BackgroundHandlers,
  CallError,
  callBackground,
  callPlainly,
  callReader,
  EVERY_FRAME,
  type Handlers,
  type ReaderCalls,
} from '../../../lib/messages';

const popup = {
  id: 'backstory',
  url: 'chrome-extension://backstory/popup.html',
  origin: 'chrome-extension://backstory',
};
const page = {
  id: 'backstory',
  url: 'https://news.example/1',
  origin: 'https://news.example',
  frameId: 0,
  documentId: 'D1',
  tab: { id: 7, incognito: true, url: 'https://around.example/', windowId: 3 },
};
/** A card's frame that does not take its own line: what it may ask there it may not ask here. */
const cardFrame = { ...page, url: 'about:srcdoc', origin: 'null', frameId: 5 };

const WISHES = {
  marksHidden: false,
  restMs: 300,
  theme: 'system',
  selectionButton: false,
  history: false,
  rules: '',
} as const;
const handlers = {
  mayRead: vi.fn(async () => WISHES),
  wishes: vi.fn(async () => WISHES),
  readHere: vi.fn(async () => false),
  dropSites: vi.fn(),
  scan: vi.fn(async () => ({
    mentions: [],
    memory: '^^',
    entities: {},
  })),
  unknownNames: vi.fn(async () => []),
  nameCard: vi.fn(async () => ({ key: 'name-jo-doe', state: { state: 'off' }, note: { state: 'none' } }) as const),
  lookUpName: vi.fn(async () => ({ state: 'offline' }) as const),
  storyBackground: vi.fn(async () => {
    throw new CallError('pack-damaged', 'checksum of section 3');
  }),
  copyNotes: vi.fn(async () => ({})),
  nameSenses: vi.fn(async () => ({})),
  recallSubjects: vi.fn(async () => []),
  agedEntities: vi.fn(async () => []),
  nameStates: vi.fn(async () => ({})),
  lookUpNames: vi.fn(async () => ({ states: {}, trouble: null })),
  lookUpProgress: vi.fn(() => null),
  cancelLookUp: vi.fn(),
  searchWorld: vi.fn(async () => ({ state: 'nothing' }) as const),
  openWorldItem: vi.fn(async () => ({ state: 'gone' }) as const),
  lookedUpUsage: vi.fn(async () => ({ count: 0, bytes: 0, limit: 1 })),
  clearLookedUp: vi.fn(),
  card: vi.fn(async () => {
    throw new CallError('pack-damaged', 'checksum of section 3');
  }),
  article: vi.fn(async () => ({ state: 'none' }) as const),
  cardPart: vi.fn(),
  placeMap: vi.fn(),
  picture: vi.fn(async () => ({ state: 'off' }) as const),
  refuse: vi.fn(),
  mute: vi.fn(),
  know: vi.fn(),
  chooseDay: vi.fn(),
  storyDay: vi.fn(async () => ({ page: null, chosen: null })),
  forgetDays: vi.fn(),
  openLink: vi.fn(),
  lookUpSelected: vi.fn(),
  selectionButton: vi.fn(),
  site: vi.fn(async () => ({ state: 'closed-to-us', why: 'pdf' }) as const),
  switchSite: vi.fn(),
  useHere: vi.fn(async () => true),
  names: vi.fn(async () => ({})),
  heirs: vi.fn(async () => ({})),
  searchKnowledge: vi.fn(async () => ({ total: 0, found: [] })),
  knowledgeOutline: vi.fn(async () => ({ total: 0, kinds: {} as never, countries: [] })),
  entityPage: vi.fn(async () => ({ state: 'unknown' }) as const),
  packs: vi.fn(async () => []),
  packsChanged: vi.fn(),
  requests: vi.fn(async () => []),
  cacheUsage: vi.fn(async () => ({ count: 0, bytes: 0 })),
  clearRequests: vi.fn(),
  entitiesNamed: vi.fn(() => ({})),
  beginCard: vi.fn(async () => ({ granted: true })),
  openDoors: vi.fn(),
  tellCard: vi.fn(),
  openNotes: vi.fn(),
  placeNote: vi.fn(),
  openBeside: vi.fn(),
  besideStory: vi.fn(async () => ({ state: 'here' as const })),
  seen: vi.fn(),
  noteSubject: vi.fn(async () => null),
  exchangeNote: vi.fn(async () => ({ update: null, savedAt: null })),
  noted: vi.fn(async () => []),
  notesOn: vi.fn(async () => []),
  notesChanged: vi.fn(),
  syncSteps: vi.fn(async () => ({})),
  syncNow: vi.fn(),
  syncCancel: vi.fn(),
  notesInDanger: vi.fn(async () => ({ state: 'none' }) as const),
  clearCache: vi.fn(() => {
    throw new TypeError('x is undefined');
  }),
} satisfies BackgroundHandlers;

let stop: () => void;
beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(chromeStub, { sender: page, deaf: 0, sends: 0 });
  stop = answerBackgroundCalls(handlers);
});
afterEach(() => stop());

const CARD = '0123456789abcdef0123456789abcdef';
/** What a script beside a page's own may ask; it has no effect and tells of no note. */
const FOR_READERS = [
  'storyDay',
  'mayRead',
  'readHere',
  'wishes',
  'scan',
  'unknownNames',
  'beginCard',
  'selectionButton',
  'openDoors',
  'tellCard',
  'seen',
] satisfies readonly (keyof BackgroundCalls)[];

const story = {
  day: '2020-11-20',
  title: 'T',
  blocks: [{ id: 0, text: 'Iran', role: 'body' as const }],
  memory: null,
};

/** Each call once, well formed; one that is missing here does not compile. */
const SOUND: { readonly [N in keyof AllBackgroundCalls]: Ask<AllBackgroundCalls, N> } = {
  mayRead: {},
  wishes: {},
  readHere: {},
  scan: { story: { ...story, memory: '^^', gone: [{ entity: 'iran', marked: true, role: 'body', section: 2 }] } },
  unknownNames: { story: story, named: [{ block: 0, start: 0, end: 4 }] },
  beginCard: { card: CARD, holds: 'button' },
  selectionButton: {},
  openDoors: {},
  tellCard: { card: CARD, say: { type: 'shown' } },
  seen: { entity: 'iran', title: 'Talks', url: 'https://a.org/1', day: null },
  card: { entity: 'iran', day: null, here: [] },
  article: { entity: 'iran', proof: 'consent' },
  cardPart: { part: 'picture' },
  placeMap: { entity: 'q30', here: ['iran'], width: 348 },
  picture: { entity: 'q30', press: null },
  nameCard: { name: { name: 'Jo Doe', kind: 'person', roles: [], says: [] } },
  lookUpName: { name: { name: 'Jo Doe', kind: 'person', roles: [], says: [] }, day: null, proof: 'sight' },
  refuse: { entity: 'iran', form: 'iran', refused: true, proof: 'sight' },
  mute: { entity: 'iran', muted: true, proof: 'sight' },
  know: { entity: '*countries', known: true, proof: 'sight' },
  chooseDay: { day: '2023-11-08', tab: null, proof: 'sight' },
  storyDay: { clues: { address: '', canonical: '', language: '', headlines: [], top: 0, prose: [0, 0], clues: [] } },
  forgetDays: {},
  noteSubject: { entity: 'iran' },
  exchangeNote: { subject: { entity: 'iran', name: 'Iran', kind: null }, update: null, vector: 'AA==' },
  placeNote: { entity: 'iran', place: 'iran' },
  openNotes: { entity: 'iran' },
  openBeside: { entity: 'iran', day: null },
  besideStory: { entity: 'iran', day: null },
  openLink: { url: 'https://a.org/' },
  lookUpSelected: {},
  site: { tabId: 1 },
  dropSites: { patterns: [] },
  switchSite: { tabId: 1, on: true },
  useHere: { tabId: 1 },
  names: { entities: ['iran'] },
  heirs: { entities: ['iran'] },
  entitiesNamed: { names: ['Iran'] },
  searchKnowledge: { query: { words: 'pmf', kind: 'group', country: null }, most: 200 },
  knowledgeOutline: {},
  entityPage: { entity: 'iran', day: '2020-01-03' },
  storyBackground: { entities: [{ entity: 'q1', salience: 0.5 }], day: null, inPrivate: false },
  copyNotes: { entities: ['q1'], inPrivate: false },
  nameSenses: { entities: ['q1'], day: null, inPrivate: false },
  recallSubjects: { due: [{ entity: 'q1', day: '2020-01-03' }], fresh: [{ entity: 'q2', day: null }], most: 10 },
  agedEntities: { entities: ['q1'], day: null, most: 20 },
  nameStates: { names: [{ name: 'Jo Doe', language: 'de' }], inPrivate: false },
  lookUpNames: {
    tab: 1,
    names: [{ name: 'Jo Doe', kind: 'person', roles: [], says: [] }],
    refresh: ['q1'],
    day: null,
    inPrivate: false,
  },
  lookUpProgress: { tab: 1 },
  cancelLookUp: { tab: 1 },
  searchWorld: { words: 'Jo Doe', inPrivate: false },
  openWorldItem: { item: 'q1', inPrivate: false },
  lookedUpUsage: {},
  clearLookedUp: {},
  packs: {},
  packsChanged: {},
  requests: {},
  cacheUsage: {},
  clearCache: {},
  clearRequests: {},
  noted: { entities: ['iran'] },
  notesOn: { entities: ['iran'] },
  notesChanged: {},
  syncSteps: {},
  syncNow: { remote: null },
  syncCancel: { remote: 'account' },
  notesInDanger: {},
};

describe('calls to the background', () => {
  it('are answered, knowing who called', async () => {
    expect(await callBackground('scan', { story })).toMatchObject({
      mentions: [],
    });
    expect(handlers.scan).toHaveBeenCalledWith(
      { story },
      {
        ownPage: false,
        tabId: 7,
        frameId: 0,
        documentId: 'D1',
        url: 'https://news.example/1',
        tabUrl: 'https://around.example/',
        windowId: 3,
        incognito: true,
      },
    );
  });

  it('return the code of an error, and only its message for an unexpected one', async () => {
    chromeStub.sender = popup;
    await expect(callBackground('card', { entity: 'iran', day: null, here: [] })).rejects.toMatchObject({
      code: 'pack-damaged',
      message: 'checksum of section 3',
    });
    await expect(callBackground('clearCache', {})).rejects.toMatchObject({
      code: 'failed',
      message: 'x is undefined',
    });
  });

  it.each([
    ['a reader script', page],
    ['a card’s frame that goes past its line', cardFrame],
  ])('that involve notes or have an effect are refused to %s, all others are answered', async (_who, sender) => {
    for (const [name, ask] of Object.entries(SOUND) as [keyof AllBackgroundCalls, never][]) {
      chromeStub.sender = sender;
      const fromPage = await callBackground(name, ask).then(
        () => 'answered',
        (thrown: CallError) => thrown.code,
      );
      if (FOR_READERS.includes(name as never)) expect(fromPage, name).toBe('answered');
      else {
        expect(fromPage, name).toBe('refused');
        expect(handlers[name], name).not.toHaveBeenCalled();
      }
      chromeStub.sender = popup;
      await callBackground(name, ask).catch(() => {});
      expect(handlers[name], name).toHaveBeenCalled();
    }
  });

  it.each([
    ['another extension', { ...popup, id: 'stranger' }],
    ['nobody', {}],
    ['one of our addresses with a foreign origin', { ...popup, origin: 'null' }],
    [
      'an address that only begins like ours',
      {
        ...popup,
        url: 'chrome-extension://backstory.evil/popup.html',
        origin: undefined,
      },
    ],
  ])('are refused to %s', async (_who, sender) => {
    chromeStub.sender = sender;
    await expect(callBackground('cacheUsage', {})).rejects.toMatchObject({
      code: 'refused',
    });
    expect(handlers.cacheUsage).not.toHaveBeenCalled();
  });

  it.each([
    ['openLink', { url: 'javascript:alert(1)' }],
    ['openLink', { url: 'file:///etc/passwd' }],
    ['openLink', { url: 'chrome://settings' }],
    ['openLink', {}],
    ['card', { entity: '', day: null, here: [] }],
    ['card', { entity: 'x', day: '20 November', here: [] }],
    ['card', { entity: 'x', day: '2023-02-29', here: [] }],
    ['card', { entity: 'x', day: '2023-02', here: [] }],
    ['card', { entity: 'x', day: null, here: 'everything' }],
    ['chooseDay', { day: '2023-02-29', tab: null, proof: 'sight' }],
    ['chooseDay', { day: 'yesterday', tab: null, proof: 'sight' }],
    ['chooseDay', { day: '2023-11-08', tab: -1, proof: 'sight' }],
    ['chooseDay', { day: '2023-11-08', tab: null }],
    ['mute', { entity: 'x'.repeat(201), muted: true }],
    ['mute', { entity: 'x', muted: true, more: 1 }],
    ['know', { entity: 'x', known: 'yes', proof: 'sight' }],
    ['know', { entity: '', known: true, proof: 'sight' }],
    ['refuse', { entity: 'x', form: 'y'.repeat(1e6), refused: true }],
    ['refuse', { entity: 'x', form: '', refused: true }],
    ['refuse', { entity: 'x', form: 'y' }],
    ['article', { entity: 'x' }],
    ['article', { entity: 'x', proof: 'word of honour' }],
    ['openBeside', { entity: 'x', day: 'today' }],
    ['beginCard', { card: CARD }],
    ['beginCard', { card: CARD, holds: 'reader' }],
    ['beginCard', { card: 'A'.repeat(32), holds: 'card' }],
    ['beginCard', { card: CARD.slice(1), holds: 'card' }],
    ['beginCard', { card: `${CARD}0`, holds: 'card' }],
    ['tellCard', { card: CARD, say: { type: 'gone' } }],
    ['tellCard', { card: 'my card', say: { type: 'clear' } }],
    ['tellCard', { card: CARD, say: { type: 'clear', more: 1 } }],
    ['scan', { story: { ...story, blocks: [{ id: -1, text: 'x', role: 'body' }] } }],
    ['scan', { story: { ...story, blocks: [{ id: 0, text: 'x', role: 'spell' }] } }],
    ['scan', { story: { ...story, memory: { named: {} } } }],
    ['scan', { story: { ...story, gone: [{ entity: '', marked: true, role: 'body' }] } }],
    ['scan', { story: { ...story, gone: [{ entity: 'iran', marked: true, role: 'spell' }] } }],
    ['scan', { story: { ...story, gone: 'iran' } }],
    ['scan', null],
    ['scan', []],
    ['scan', undefined],
    ['storyBackground', { ...SOUND.storyBackground, day: 'soon' }],
    ['storyBackground', { ...SOUND.storyBackground, inPrivate: undefined }],
    ['storyBackground', { ...SOUND.storyBackground, entities: ['q1'] }],
    ['storyBackground', { ...SOUND.storyBackground, entities: [{ entity: 'q1', salience: 2 }] }],
    ['storyBackground', { ...SOUND.storyBackground, entities: [{ entity: 'q1', salience: Number.NaN }] }],
    ['storyBackground', { ...SOUND.storyBackground, entities: [{ entity: '', salience: 0 }] }],
  ])('are rejected as malformed: %s %j', async (name, ask) => {
    chromeStub.sender = popup;
    const call = callBackground as (name: string, ask: unknown) => Promise<unknown>;
    await expect(call(name, ask)).rejects.toMatchObject({ code: 'malformed' });
    expect(handlers[name as keyof typeof handlers]).not.toHaveBeenCalled();
  });

  it('request no note without a name for it, nor for a page', async () => {
    await expect(callBackground('noteSubject', { entity: 'iran' })).rejects.toMatchObject({ code: 'refused' });
    chromeStub.sender = popup;
    await expect(callBackground('noteSubject', { entity: '' })).rejects.toMatchObject({ code: 'malformed' });
    expect(await callBackground('noteSubject', { entity: 'iran' })).toBeNull();
  });

  it('accept a quote whatever the length of its address, which is cut to what still leads there', async () => {
    const passage = { text: 'No.', title: 'Talks', day: null };
    const ask = (url: string) =>
      callBackground('tellCard', { card: CARD, say: { type: 'passage', passage: { ...passage, url } } });
    const told = () =>
      (handlers.tellCard.mock.lastCall as unknown as [{ say: { passage: { url: string } } }])[0].say.passage.url;
    for (const [url, kept] of [
      ['https://a.org/1?id=2', 'https://a.org/1?id=2'],
      [`https://a.org/1?id=2&mark=${'x'.repeat(9_000)}`, 'https://a.org/1'],
      [`https://a.org/${'x'.repeat(9_000)}`, `https://a.org/${'x'.repeat(3_986)}`],
    ] as const) {
      await ask(url);
      expect(told()).toBe(kept);
      await callBackground('seen', { entity: 'iran', title: 'Talks', day: null, url });
      expect(handlers.seen).toHaveBeenLastCalledWith(expect.objectContaining({ url: kept }), expect.anything());
    }
    await expect(ask(`javascript:${'x'.repeat(9_000)}`)).rejects.toMatchObject({ code: 'malformed' });
  });

  it('accept a note of megabytes, and no invalid update', async () => {
    chromeStub.sender = popup;
    const subject = { entity: 'iran', name: 'Iran', kind: null };
    const exchange = (update: string) => callBackground('exchangeNote', { subject, update, vector: 'AA==' });
    await expect(exchange(`${'A'.repeat(12_000_000)}AA==`)).resolves.toMatchObject({ savedAt: null });
    for (const none of ['A', 'AA=A', 'AAA\n', 'AAAA====']) await expect(exchange(none)).rejects.toThrow();
  });

  it('ignore messages that are not calls', async () => {
    const hostile = [
      null,
      0,
      'scan',
      [],
      {},
      { type: 'background.scan' },
      { type: '__proto__', timestamp: 1 },
      { type: 'toString', timestamp: 1 },
    ];
    for (const listener of chromeStub.listeners) {
      for (const message of hostile) expect(() => listener(message, page, () => {})).not.toThrow();
    }
    await new Promise((done) => setTimeout(done));
    expect(handlers.scan).not.toHaveBeenCalled();
  });

  it('come from a scout that does without the library, and are checked like all others', async () => {
    await callPlainly('readHere');
    expect(handlers.readHere).toHaveBeenCalledWith({}, expect.objectContaining({ documentId: 'D1', tabId: 7 }));
    chromeStub.sender = { ...page, id: 'stranger' };
    await expect(callPlainly('readHere')).rejects.toThrow();
    expect(handlers.readHere).toHaveBeenCalledTimes(1);
    chromeStub.sender = page;
    handlers.readHere.mockRejectedValueOnce(new Error('the frame is gone'));
    await expect(callPlainly('readHere')).rejects.toThrow();
    chromeStub.deaf = 1;
    await expect(callPlainly('readHere')).rejects.toThrow();
  });

  it('are sent again when the worker was not running yet, if asking twice does no harm', async () => {
    chromeStub.deaf = 1;
    await callBackground('scan', { story });
    expect(chromeStub.sends).toBe(2);
    Object.assign(chromeStub, { deaf: 5, sends: 0 });
    await expect(callBackground('scan', { story })).rejects.toMatchObject({
      code: 'no-receiver',
    });
    expect(chromeStub.sends).toBe(2);
    for (const name of [
      'article',
      'openLink',
      'openNotes',
      'openBeside',
      'besideStory',
      'beginCard',
      'useHere',
      'syncNow',
    ] as const) {
      Object.assign(chromeStub, { deaf: 1, sends: 0 });
      await expect(callBackground(name, SOUND[name] as never), name).rejects.toMatchObject({ code: 'no-receiver' });
      expect(chromeStub.sends, name).toBe(1);
    }
  });

  it('fail with an error of their own when the extension is gone', async () => {
    const { runtime } = globalThis.chrome;
    const gone = vi.spyOn(runtime, 'sendMessage').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    await expect(callBackground('scan', { story })).rejects.toMatchObject({
      code: 'context-lost',
    });
    expect(gone).toHaveBeenCalledTimes(1);
    gone.mockRestore();
    Object.assign(globalThis.chrome, { runtime: undefined });
    await expect(callBackground('scan', { story })).rejects.toMatchObject({
      code: 'context-lost',
    });
    Object.assign(globalThis.chrome, { runtime });
  });
});

describe('calls to a reader script', () => {
  const reader = {
    glossary: () =>
      ({
        state: 'ready',
        title: 'T',
        day: null,
        pageDay: null,
        entries: [],
        unknown: [],
        marksHidden: false,
      }) as const,
    reveal: vi.fn(() => true),
    step: vi.fn(),
    readAgain: vi.fn(),
    settingsChanged: vi.fn(),
    wishesChanged: vi.fn(),
    dayChosen: vi.fn(),
    cardSaid: vi.fn(),
    ping: () => ({ alive: true }) as const,
  } satisfies Handlers<ReaderCalls>;

  it('are answered until the visit ends', async () => {
    stop();
    const visit = new AbortController();
    chromeStub.sender = popup;
    answerReaderCalls(reader, visit.signal);
    expect(await callReader(7, 'ping', {})).toEqual({ alive: true });
    expect(await callReader(7, 'reveal', { entity: 'iran' })).toBe(true);
    await callReader(7, 'readAgain', { anyway: true });
    expect(reader.readAgain).toHaveBeenCalledWith({ anyway: true }, expect.anything());
    await expect(callReader(7, 'readAgain', {} as never)).rejects.toMatchObject({ code: 'malformed' });
    await expect(callReader(7, 'step', { backwards: 'up' as never })).rejects.toMatchObject({ code: 'malformed' });
    expect(chromeStub.options).toEqual({ frameId: 0 });
    const drawn = { type: 'drawn', token: 1, width: 378, height: 240 } as const;
    await callReader(7, 'cardSaid', { card: CARD, say: drawn }, 4);
    expect(reader.cardSaid).toHaveBeenCalledWith({ card: CARD, say: drawn }, expect.anything());
    expect(chromeStub.options).toEqual({ frameId: 4 });
    await expect(callReader(7, 'cardSaid', { card: 7 as never, say: drawn })).rejects.toMatchObject({
      code: 'malformed',
    });
    await callReader(7, 'settingsChanged', { enabled: false }, EVERY_FRAME);
    expect(reader.settingsChanged).toHaveBeenCalledWith({ enabled: false }, expect.anything());
    expect(chromeStub.options).toEqual({});
    visit.abort();
    await expect(callReader(7, 'ping', {})).rejects.toMatchObject({ code: 'no-receiver' });
    chromeStub.sends = 0;
    await expect(callReader(7, 'step', { backwards: false })).rejects.toMatchObject({ code: 'no-receiver' });
    expect(chromeStub.sends).toBe(1);
  });
});
