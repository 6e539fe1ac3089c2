/**
 * A compromised renderer: the attacker runs in the world of our own script in the page and sends the background
 * whatever that script could send. Only Chromium lets a test into that world. Long because it has an example of every
 * call there is.
 */
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { AllBackgroundCalls } from '../../../lib/messages';
import type { Ask, CallName } from '../../../lib/messages/calls';
import { ELSEWHERE, NOTED } from './attack-site';
import type { ChromiumHand } from './chromium-hand';
import { NO_EFFECTS, type Reader, sleep } from './reader';

const DAY = '2020-01-04';
const VECTOR = 'AA==';
const subject = { entity: ELSEWHERE.key, name: ELSEWHERE.name, kind: 'person' } as const;

/** Every call there is, as it would be asked by somebody who wants the notes of another tab. */
const ASKS: { readonly [N in CallName<AllBackgroundCalls>]: Ask<AllBackgroundCalls, N> } = {
  // Open to scripts in pages.
  mayRead: {},
  wishes: {},
  readHere: {},
  storyDay: { clues: { address: '', canonical: '', language: '', headlines: [], top: 0, prose: [0, 0], clues: [] } },
  scan: {
    story: { day: DAY, title: 'x', blocks: [{ id: 0, text: 'Vladimir Putin said.', role: 'body' }], memory: null },
  },
  unknownNames: {
    story: { day: DAY, title: 'x', blocks: [{ id: 0, text: 'Jo Doe said.', role: 'body' }], memory: null },
    named: [],
  },
  beginCard: { card: 'a'.repeat(32), holds: 'card' },
  selectionButton: {},
  openDoors: {},
  tellCard: { card: 'a'.repeat(32), say: { type: 'close' } as never },
  seen: { entity: ELSEWHERE.key, title: 'x', url: 'https://x.invalid/', day: null },
  // Of a card's frame.
  card: { entity: ELSEWHERE.key, day: DAY, here: [] },
  article: { entity: ELSEWHERE.key, proof: 'sight' },
  cardPart: { part: 'map' },
  placeMap: { entity: ELSEWHERE.key, here: [], width: 348 },
  picture: { entity: 'q7825', press: 'sight' },
  nameCard: { name: { name: 'Jo Doe', kind: 'person', roles: [], says: [] } },
  lookUpName: { name: { name: 'Jo Doe', kind: 'person', roles: [], says: [] }, day: null, proof: 'sight' },
  refuse: { entity: ELSEWHERE.key, form: 'Putin', refused: true, proof: 'sight' },
  mute: { entity: ELSEWHERE.key, muted: true, proof: 'sight' },
  know: { entity: ELSEWHERE.key, known: true, proof: 'sight' },
  chooseDay: { day: '1999-12-31', tab: null, proof: 'sight' },
  noteSubject: { entity: ELSEWHERE.key },
  exchangeNote: { subject, update: null, vector: VECTOR },
  placeNote: { entity: ELSEWHERE.key, place: ELSEWHERE.key },
  openNotes: { entity: ELSEWHERE.key },
  openBeside: { entity: ELSEWHERE.key, day: null },
  besideStory: { entity: ELSEWHERE.key, day: null },
  openLink: { url: 'https://x.invalid/' },
  lookUpSelected: {},
  // Of our own pages.
  site: { tabId: 1 },
  switchSite: { tabId: 1, on: false },
  dropSites: { patterns: [] },
  useHere: { tabId: 1 },
  names: { entities: [ELSEWHERE.key] },
  heirs: { entities: [ELSEWHERE.key] },
  entitiesNamed: { names: [ELSEWHERE.name] },
  searchKnowledge: { query: { words: ELSEWHERE.name, kind: null, country: null }, most: 1 },
  knowledgeOutline: {},
  entityPage: { entity: ELSEWHERE.key, day: null },
  storyBackground: { entities: [{ entity: 'q1', salience: 1 }], day: null, inPrivate: false },
  copyNotes: { entities: [ELSEWHERE.key], inPrivate: false },
  nameSenses: { entities: [ELSEWHERE.key], day: null, inPrivate: false },
  recallSubjects: { due: [{ entity: ELSEWHERE.key, day: null }], fresh: [], most: 10 },
  agedEntities: { entities: ['q1'], day: null, most: 20 },
  nameStates: { names: [{ name: 'Jo Doe' }], inPrivate: false },
  lookUpNames: {
    tab: 1,
    names: [{ name: 'Jo Doe', kind: 'person', roles: [], says: [] }],
    refresh: ['q1'],
    day: null,
    inPrivate: false,
  },
  lookUpProgress: { tab: 1 },
  cancelLookUp: { tab: 1 },
  searchWorld: { words: ELSEWHERE.name, inPrivate: false },
  openWorldItem: { item: 'q1', inPrivate: false },
  lookedUpUsage: {},
  clearLookedUp: {},
  packs: {},
  packsChanged: {},
  requests: {},
  cacheUsage: {},
  clearCache: {},
  clearRequests: {},
  forgetDays: {},
  noted: { entities: [ELSEWHERE.key, NOTED.key] },
  notesOn: { entities: [ELSEWHERE.key, NOTED.key] },
  notesChanged: {},
  syncSteps: {},
  syncNow: { remote: null },
  syncCancel: { remote: 'account' },
  notesInDanger: {},
};
/** They would change what the next test finds; they are tried by themselves. */
const PRESSES = [
  'refuse',
  'mute',
  'chooseDay',
  'article',
  'openLink',
  'openNotes',
  'openBeside',
  'besideStory',
] as const;

const SECRETS = ['zebraword7', 'Omar', 'quaggaword8', 'sauna'];

export function attacksByTheRenderer(reader: () => Reader & ChromiumHand): void {
  /** Runs an expression in the world of our script in the tab, or in the one of a frame which the page made. */
  async function inOurWorld<T>(expression: string, where: 'page' | 'frame' = 'page'): Promise<T> {
    const tab = reader().tab();
    const session = where === 'page' ? await tab.context().newCDPSession(tab) : await sessionOfOwnFrame(tab);
    try {
      const ask = { contextId: await ourContext(session), expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', ask);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    } finally {
      await session.detach();
    }
  }
  /** A sandboxed frame is a process of its own. */
  async function sessionOfOwnFrame(tab: Page): Promise<CDPSession> {
    for (const frame of tab.frames().slice(1)) {
      const element = await frame.frameElement();
      if (await element.getAttribute('data-own')) return tab.context().newCDPSession(frame);
    }
    throw new Error('the page has no frame of its own');
  }
  async function ourContext(session: CDPSession): Promise<number> {
    const found: number[] = [];
    const { frameTree } = await session.send('Page.getFrameTree');
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const isTop = (context.auxData as { frameId?: string }).frameId === frameTree.frame.id;
      if (isTop && context.origin === reader().extension) found.push(context.id);
    });
    await session.send('Runtime.enable');
    const last = found.at(-1);
    if (last === undefined) throw new Error('no script of ours is there');
    return last;
  }
  const say = (name: string, data: unknown) => {
    const message = JSON.stringify({ id: 1, type: `background.${name}`, data, timestamp: 0 });
    return inOurWorld<string>(
      `(async () => {
        const waited = new Promise((next) => setTimeout(next, 20_000, 'nobody answered'));
        const answer = chrome.runtime.sendMessage(${message}).catch((thrown) => String(thrown));
        return JSON.stringify(await Promise.race([answer, waited]) ?? null);
      })()`,
    );
  };
  const tokensIn = (srcdoc: string) => srcdoc.match(/[0-9a-zA-Z_-]{16,}|\d+(?:-\d+){3}/g) ?? [];
  /** Opens ports of all these names, says what a frame might say, and gives what is answered. */
  const portsBy = (names: readonly string[]) =>
    `(async () => {
      const heard = [];
      for (const name of ${JSON.stringify(names)}) {
        for (const called of [name, 'card:' + name, 'frame:' + name, 'card ' + name]) {
          const port = chrome.runtime.connect({ name: called });
          port.onMessage.addListener((message) => heard.push(JSON.stringify(message)));
          port.onDisconnect.addListener(() => void chrome.runtime.lastError);
          for (const message of [
            { type: 'say', say: { type: 'ready' } },
            ...${JSON.stringify([NOTED.key, ELSEWHERE.key])}.map((entity, id) =>
              ({ type: 'call', id, name: 'card', ask: { entity, day: null, here: [] } })),
            { type: 'call', id: 3, name: 'exchangeNote', ask: ${JSON.stringify(ASKS.exchangeNote)} },
            { type: 'call', id: 4, name: 'mute', ask: ${JSON.stringify(ASKS.mute)} },
          ])
            try { port.postMessage(message); } catch {}
        }
      }
      await new Promise((next) => setTimeout(next, 500));
      return heard.join();
    })()`;
  const secretsIn = (text: string) => SECRETS.filter((secret) => text.includes(secret));

  describe('a compromised renderer', () => {
    it('makes every possible call for the notes of another tab: no answer contains a word of any note', async () => {
      await reader().visit('spying');
      const told: Record<string, readonly string[]> = {};
      const refused: string[] = [];
      for (const [name, data] of Object.entries(ASKS)) {
        if (PRESSES.some((one) => one === name)) continue;
        const answer = await say(name, data);
        const found = secretsIn(answer);
        if (found.length > 0) told[name] = found;
        if (/"err":|^"nobody/.test(answer)) refused.push(name);
      }
      for (const entity of [NOTED.key, ELSEWHERE.key]) {
        const found = secretsIn(await say('card', { entity, day: null, here: [NOTED.key, ELSEWHERE.key] }));
        if (found.length > 0) told[`card of ${entity}`] = found;
      }
      expect(told).toEqual({});
      // What it may ask, and gets answers to.
      const open = Object.keys(ASKS).filter((name) => !refused.includes(name) && !PRESSES.some((one) => one === name));
      expect(open.sort()).toEqual([
        'beginCard',
        'mayRead',
        'openDoors',
        'readHere',
        'scan',
        'seen',
        // It does nothing where the reader does not want the button.
        'selectionButton',
        'storyDay',
        'unknownNames',
        'wishes',
      ]);
    });

    it('starts a card of its own and connects to it from the page: the port is closed, and nothing arrives', async () => {
      await reader().visit('spying');
      const card = 'b'.repeat(32);
      expect(await say('beginCard', { card, holds: 'card' })).toContain('"res"');
      const heard = await inOurWorld<string>(
        `(async () => {
          const heard = [];
          const port = chrome.runtime.connect({ name: 'card:${card}' });
          port.onMessage.addListener((message) => heard.push(JSON.stringify(message)));
          port.onDisconnect.addListener(() => heard.push('closed'));
          for (const message of [
            { type: 'say', say: { type: 'ready' } },
            { type: 'call', id: 1, name: 'card', ask: ${JSON.stringify(ASKS.card)} },
            { type: 'call', id: 2, name: 'exchangeNote', ask: ${JSON.stringify(ASKS.exchangeNote)} },
            { type: 'call', id: 3, name: 'mute', ask: ${JSON.stringify(ASKS.mute)} },
          ]) try { port.postMessage(message); } catch {}
          await new Promise((next) => setTimeout(next, 700));
          return heard.join();
        })()`,
      );
      expect(heard).toBe('closed');
      expect(await reader().effects()).toEqual(NO_EFFECTS);
    });

    it('sends the message of every button without showing it: nothing is muted, refused, asked or opened', async () => {
      await reader().visit('spying');
      for (const name of PRESSES) await say(name, ASKS[name]);
      await sleep(300);
      expect(await reader().effects()).toEqual(NO_EFFECTS);
      const panels = await reader().own.evaluate(async () => {
        const contexts = await chrome.runtime.getContexts({});
        return contexts.filter(({ contextType }) => contextType === 'SIDE_PANEL').length;
      }, null);
      expect(panels).toBe(0);
    });

    it('opens ports under every possible name, including a live card’s token: none reveals a note', async () => {
      await reader().visit('spying');
      await reader().openCard(NOTED.words, NOTED.name);
      const [srcdoc = ''] = await reader().frames();
      const ports = portsBy(['', 'card', 'frame', 'note', 'backstory', 'token', ...tokensIn(srcdoc)]);
      expect(secretsIn(await inOurWorld<string>(ports))).toEqual([]);
      const elsewhere = await reader().inAnotherTab(`${reader().site.origin}/elsewhere`, async () => {
        await expect.poll(() => inOurWorld<boolean>('true').catch(() => false)).toBe(true);
        const told = await say('tellCard', { card: tokensIn(srcdoc)[0] ?? '', say: { type: 'clear' } });
        expect(told).toContain('"err"');
        return inOurWorld<string>(ports);
      });
      expect(secretsIn(elsewhere)).toEqual([]);
      expect((await reader().card())?.text).toContain('zebraword7');
      await reader().closeCard();
    });

    it('does the same from an imitation of our frame: none reveals a note, and no press is accepted', async () => {
      await reader().visit('spying');
      await reader().openCard(NOTED.words, NOTED.name);
      const [srcdoc = ''] = await reader().frames();
      expect(srcdoc).toMatch(/^<!doctype html>|^<html/i);
      await reader().page.evaluate((given) => {
        const frame = document.createElement('iframe');
        frame.dataset.own = 'yes';
        frame.setAttribute('sandbox', 'allow-scripts');
        frame.srcdoc = given;
        document.body.append(frame);
      }, srcdoc);
      await expect.poll(() => inOurWorld<boolean>('true', 'frame').catch(() => false)).toBe(true);
      const ports = portsBy(['', 'card', 'frame', 'note', ...tokensIn(srcdoc)]);
      expect(secretsIn(await inOurWorld<string>(ports, 'frame'))).toEqual([]);
      const answers = await inOurWorld<string>(
        `Promise.all(${JSON.stringify(Object.entries(ASKS))}.map(([name, data]) => Promise.race([
          chrome.runtime.sendMessage({ id: 1, type: 'background.' + name, data, timestamp: 0 }).catch(String),
          new Promise((next) => setTimeout(next, 1500, '')),
        ]))).then(JSON.stringify)`,
        'frame',
      );
      expect(secretsIn(answers)).toEqual([]);
      expect(await reader().effects()).toEqual(NO_EFFECTS);
    });

    it('sends everything it can to the panel beside its page: the panel is unaffected, with no note and no card of another story', async () => {
      await reader().visit('spying');
      const { context, url } = { context: reader().tab().context(), url: reader().tab().url() };
      const tabOf = (address: string) =>
        reader().own.evaluate(
          async (wanted) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id,
          address,
        );
      const [tab, own] = [await tabOf(url), `${reader().extension}/panel.html`];
      const panel = await context.newPage();
      await panel.goto(`${own}?tab=${tab}`);
      await panel.locator('.glossary-name').first().waitFor();
      const names = await panel.locator('.glossary-name').allTextContents();
      await reader().tab().bringToFront();
      // As the background speaks to it, as its port is called, and as a card is left for it.
      const heard = await inOurWorld<string>(
        `(async () => {
          const heard = [];
          const say = (type, data) => Promise.race([
            chrome.runtime.sendMessage({ id: 1, type, data, timestamp: 0 }).catch(String),
            new Promise((next) => setTimeout(next, 10_000, 'nobody answered')),
          ]).then((answer) => heard.push(type + JSON.stringify(answer ?? null)));
          await say('panel.changed', { tab: ${tab} });
          await say('panel.changed', { tab: null });
          await say('panel.changed', { tab: ${tab}, card: ${JSON.stringify(ELSEWHERE.key)} });
          for (const name of ['story', 'panel', 'beside']) {
            const port = chrome.runtime.connect({ name });
            port.onMessage.addListener((message) => heard.push(JSON.stringify(message)));
            port.onDisconnect.addListener(() => void chrome.runtime.lastError);
            try { port.postMessage(0); port.postMessage({ card: ${JSON.stringify(ELSEWHERE.key)} }); } catch {}
          }
          const place = { card: ${JSON.stringify(ELSEWHERE.key)}, day: null, tab: ${tab}, at: Date.now() };
          heard.push(await chrome.storage.session.set({ 'beside-place': place }).then(() => 'stored', () => 'kept out'));
          heard.push('connect' in (chrome.tabs ?? {}) ? 'has tabs' : 'no tabs');
          return heard.join('\\n');
        })()`,
      );
      expect(heard.match(/refused/g)).toHaveLength(3);
      expect(heard).toMatch(/kept out\nno tabs$/);
      expect(heard).not.toMatch(/"res"/);
      await reader().page.evaluate((key) => {
        for (const type of ['panel.changed', 'beside', 'story']) postMessage({ type, card: key, entity: key }, '*');
      }, ELSEWHERE.key);
      await sleep(500);
      expect(await panel.locator('.glossary-name').allTextContents()).toEqual(names);
      expect(await panel.locator('.popup-card').count()).toBe(0);
      await panel.bringToFront();
      await panel.getByRole('button', { name: 'Notes', exact: true }).click();
      // The reader's own note on a name of this story is there to be read, and no other.
      await panel.getByText('zebraword7').waitFor();
      expect(secretsIn((await panel.locator('body').textContent()) ?? '')).toEqual(['zebraword7', 'Omar']);
      await panel.close();
      await reader().tab().bringToFront();
      // And nothing of it has come to the page.
      expect(secretsIn(await inOurWorld<string>('document.documentElement.outerHTML'))).toEqual([]);
      expect(await reader().effects()).toEqual(NO_EFFECTS);
    });

    const stored = () =>
      inOurWorld<Readonly<Record<'local' | 'sync' | 'session', string>>>(
        `(async () => Object.fromEntries(await Promise.all(['local', 'sync', 'session'].map(async (area) =>
          [area, await chrome.storage[area].get().then((all) => JSON.stringify(all), () => 'refused')]))))()`,
      );

    it('reads what the browser stores for us: no word of a note, not even sealed for sync, and no secret of a card', async () => {
      await reader().visit('spying');
      // After four seconds the browser's account would carry what was written.
      await sleep(1_000);
      const { local, sync, session } = await stored();
      expect(secretsIn(local + sync + session)).toEqual([]);
      // Notes travel there packed: anything but nothing is one.
      expect({ local, sync, session }).toEqual({ local: 'refused', sync: 'refused', session: 'refused' });
    });
  });
}
