/**
 * How soon a key is stored: from the keydown in the card's frame to the answer that the background gives after its commit,
 * in a real Chromium, while somebody writes at a brisk pace. Both ends are read on the frame's own clock.
 *
 * A slow disk or a busy machine must not look like slow code: beside each key stands a bare transaction of the same
 * durability in the same browser, and what is over it is ours.
 */
import type { Page } from 'playwright-core';
import { openNote, waitForSaved } from '../browser/extension/note-frame';
import { hover, openSession } from '../browser/extension/session';
import { inExtensionWorld } from '../tools/extension-world';
import { type BenchRow, median } from './measure';
import { percentile } from './percentile';

const WORDS = 'The general who ran the wars abroad, and whom his enemies feared more than his own side did. ';
const KEYS = 200;
/** ms between keys: 600 letters a minute. */
const PACE_MS = 100;
const LIMIT_MS = 50;

export async function bench(): Promise<BenchRow[]> {
  const session = await openSession();
  try {
    const { page } = session;
    await session.open('/made/plain.html');
    await hover(page, 'Gen. [Qasem Soleimani]');
    const note = await openNote(page, 'Add a note');
    await inExtensionWorld(session.context, note.frame, session.extension, watchPorts);
    // The line that stands was opened before anybody looked: the frame opens another one when its worker is gone.
    await session.killWorker();
    await page.keyboard.type('>');
    await waitForSaved(note);
    const text = WORDS.repeat(Math.ceil(KEYS / WORDS.length)).slice(0, KEYS);
    for (const key of text) {
      await page.keyboard.type(key);
      await page.waitForTimeout(PACE_MS);
    }
    await waitForSaved(note);
    const times = (await inExtensionWorld(session.context, note.frame, session.extension, timesOf)).slice(-KEYS);
    if (times.length < KEYS * 0.9) throw new Error(`${times.length} exchanges for ${KEYS} keys`);
    const bare = await bareTransactions(await session.control(), KEYS);
    const ms = (values: readonly number[]) =>
      `${median(values).toFixed(1)} / ${percentile(values, 0.95).toFixed(1)} / ${Math.max(...values).toFixed(1)}`;
    console.error(`note: key to stored ${ms(times)}; bare transaction ${ms(bare)} (median / p95 / most, ms)`);
    return [
      {
        what: `note: key → stored, p95 of ${times.length}, over a bare transaction`,
        measured: Math.max(0, percentile(times, 0.95) - percentile(bare, 0.95)),
        unit: 'ms',
        limit: LIMIT_MS,
        bound: 'at most',
      },
    ];
  } finally {
    await session.close();
  }
}

/** Takes the time of each key as its call goes out over a new port, and that of its answer as it comes. */
function watchPorts(): void {
  const times: number[] = [];
  const connect = chrome.runtime.connect.bind(chrome.runtime) as unknown as (info: object) => chrome.runtime.Port;
  let pressed = 0;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp;
    },
    true,
  );
  chrome.runtime.connect = ((info: object) => {
    const port = connect(info);
    const post = port.postMessage.bind(port);
    const from = new Map<number, number>();
    port.postMessage = (message: { id?: number; name?: string; ask?: { update?: unknown } }) => {
      if (message.name === 'exchangeNote' && message.ask?.update !== null) from.set(message.id as number, pressed);
      post(message);
    };
    port.onMessage.addListener((message: { type?: string; id?: number }) => {
      const began = from.get(message.id as number);
      if (message.type === 'answer' && began !== undefined) times.push(performance.now() - began);
    });
    return port;
  }) as never;
  Object.assign(globalThis, { times });
}

const timesOf = (): number[] => (globalThis as unknown as { times: number[] }).times;

/** What the browser and the disk take to store next to nothing, in a page of the extension. */
const bareTransactions = (page: Page, count: number): Promise<number[]> =>
  page.evaluate(async (count) => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const ask = indexedDB.open('bench', 1);
      ask.onupgradeneeded = () => ask.result.createObjectStore('rows');
      ask.onsuccess = () => done(ask.result);
      ask.onerror = () => fail(ask.error);
    });
    const times: number[] = [];
    for (let n = 0; n < count; n++) {
      const from = performance.now();
      await new Promise((done, fail) => {
        const work = database.transaction('rows', 'readwrite', { durability: 'strict' });
        work.objectStore('rows').put(n, 'row');
        work.oncomplete = done;
        work.onerror = fail;
      });
      times.push(performance.now() - from);
      await new Promise((next) => setTimeout(next, 20));
    }
    database.close();
    indexedDB.deleteDatabase('bench');
    return times;
  }, count);
