/**
 * The reader whom the page attacks: a browser with the built extension, real input, and a check of the screen. The page
 * acts only through `evaluate`, which has a page's powers and no others.
 */
import type { World } from '../../tools/own-world';
import { until } from '../extension/session';
import { type AttackSite, ELSEWHERE, NOTE, NOTE_ELSEWHERE, NOTED } from './attack-site';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Place {
  readonly width: number;
  readonly height: number;
}

/** The card as a reader has it before the eyes. */
export interface SeenCard {
  readonly label: string;
  readonly text: string;
  readonly buttons: readonly string[];
}

export interface Editor {
  readonly text: string;
  readonly locked: boolean;
  readonly focused: boolean;
  /** The line under the field. */
  readonly said: string;
}

export type Browser = 'Chromium' | 'Firefox';

/** What a hand can do in one browser, and what a test may look at that no page can. */
export interface Hand {
  /** With the powers of the page. */
  readonly page: World;
  /** In a page of the extension itself. */
  readonly own: World;
  goto(url: string): Promise<void>;
  /** Prints, as far as a page can tell. */
  print(): Promise<void>;
  move(to: Place, steps?: number): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
  doubleClick(at: Place): Promise<void>;
  rightClick(at: Place): Promise<void>;
  wheel(by: number): Promise<void>;
  type(text: string): Promise<void>;
  key(name: 'Escape' | 'Tab' | 'Enter' | 'Home' | 'End' | 'a'): Promise<void>;
  chord(letter: 'a' | 'c' | 'v'): Promise<void>;
  card(): Promise<SeenCard | null>;
  /** The middle of a button of the card; null when it has none of that name. */
  placeOf(label: string | RegExp): Promise<Place | null>;
  /** The field in which a note is written; null when there is none. */
  editor(): Promise<Editor | null>;
  /** Addresses and `srcdoc` of the frames in the tab that are none of the page's. */
  frames(): Promise<readonly string[]>;
  /** What is on the screen there, pixel by pixel. */
  shot(rect: Rect): Promise<string>;
  /** Another tab for as long as the work lasts; the hand and the page's powers are in it meanwhile. */
  inAnotherTab<T>(url: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What came of presses, wherever it would show. */
export interface Effects {
  readonly muted: readonly string[];
  readonly refused: readonly string[];
  /** Questions to the wiki. */
  readonly asked: readonly string[];
  readonly tabs: number;
  /** Stories whose day was set. */
  readonly days: readonly string[];
}

export const NO_EFFECTS: Effects = { muted: [], refused: [], asked: [], tabs: 0, days: [] };

export interface Reader extends Hand {
  readonly site: AttackSite;
  /** Opens a page of the attacker with all settings as they were, and waits until its names are marked. */
  visit(name: string): Promise<void>;
  /** Rests a real pointer on the words until the card of that name is there. */
  openCard(words: string, name: string): Promise<SeenCard>;
  /** Words of the open card that are none of the page's: whoever has one has read the card. */
  secrets(): Promise<readonly string[]>;
  closeCard(): Promise<void>;
  /** Presses a button of the card by its place, once the card has stood still long enough to be believed. */
  press(label: string | RegExp): Promise<void>;
  pressAt(at: Place): Promise<void>;
  /** Opens the editor in the open card and waits until the keys go there. */
  openEditor(): Promise<void>;
  effects(): Promise<Effects>;
  /** Texts of all notes. */
  notes(): Promise<readonly string[]>;
}

/** ms that a card has to be seen before presses with effect are believed, and some for a busy machine. */
const BELIEVED_AFTER = 750;
/** ms for a button to come. */
const PATIENCE = 30_000;

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export function readerOf(hand: Hand, site: AttackSite): Reader {
  let tabsBefore = 0;
  let askedBefore = 0;
  let movedAt = 0;

  /** Of a table of the database. */
  const rows = (table: string) =>
    hand.own.evaluate(
      (table) =>
        new Promise<Record<string, unknown>[]>((found, fail) => {
          const opened = indexedDB.open('backstory');
          opened.onerror = () => fail(opened.error);
          opened.onsuccess = () => {
            const all = opened.result.transaction(table).objectStore(table).getAll();
            all.onsuccess = () => {
              opened.result.close();
              found(all.result);
            };
            all.onerror = () => fail(all.error);
          };
        }),
      table,
    );
  const tabs = () => hand.own.evaluate(async () => (await chrome.tabs.query({})).length, null);

  const reader: Reader = {
    ...hand,
    site,
    async visit(name) {
      await hand.own.evaluate(
        async (settings) => {
          const kept = Object.keys(await chrome.storage.local.get());
          await chrome.storage.local.remove(kept.filter((key) => key.startsWith('settings.')));
          await chrome.storage.local.set(settings);
        },
        { 'settings.version': 1, 'settings.wikiApi': site.wiki, 'settings.restMs': 100, 'settings.density': 'every' },
      );
      await hand.goto(`${site.origin}/${name}`);
      const marked = () => hand.page.evaluate(() => CSS.highlights.get('backstory-mark')?.size ?? 0, null);
      await until(async () => (await marked()) > 2, `no marks on /${name}`);
      await hand.move({ x: 2, y: 2 });
      tabsBefore = await tabs();
      askedBefore = site.asked.length;
    },
    async openCard(words, name) {
      const spot = await spotOn(hand.page, words);
      await hand.move({ x: 2, y: spot.y });
      await hand.move(spot, 4);
      const isOpen = async () => (await hand.card())?.label === `Backstory: ${name}`;
      await until(isOpen, `no card of ${name}`);
      // The answer brings the rest of it, and the card grows once more.
      const isWhole = async () =>
        ((await hand.card())?.buttons ?? []).some((label) => /^(Add a|Edit) note$/.test(label));
      await until(isWhole, `the card of ${name} stays without its note`);
      movedAt = Date.now();
      return (await hand.card()) as SeenCard;
    },
    async secrets() {
      const pages = await hand.page.evaluate(() => document.documentElement.textContent ?? '', null);
      const words = (await hand.card())?.text.match(/\p{L}{7,}/gu) ?? [];
      // Whose card it is a page knows by the names of the marks.
      return [...new Set(words)].filter((word) => word !== 'Backstory' && !pages.includes(word));
    },
    async closeCard() {
      const isClosed = async () => (await hand.card()) === null;
      for (let tries = 0; tries < 5 && !(await isClosed()); tries++) {
        await hand.key('Escape');
        // A note is left first, and then its card.
        await until(isClosed, '', 250 * (tries + 1)).catch(() => {});
      }
      await hand.move({ x: 2, y: 2 });
    },
    async press(label) {
      await sleep(BELIEVED_AFTER - (Date.now() - movedAt));
      let last = '';
      // A press on one may bring the next.
      for (const end = Date.now() + PATIENCE; ; await sleep(60)) {
        const at = await hand.placeOf(label);
        if (!at && Date.now() > end) throw new Error(`no button ${label} in “${(await hand.card())?.label}”`);
        if (at && JSON.stringify(at) === last) return reader.pressAt(at);
        last = JSON.stringify(at);
      }
    },
    async pressAt(at) {
      await hand.move(at);
      await hand.down();
      await hand.up();
      movedAt = Date.now();
    },
    async openEditor() {
      await reader.press(/^(Add a|Edit) note$/);
      await until(async () => {
        const editor = await hand.editor();
        return editor?.focused === true && !editor.locked;
      }, 'the editor takes no keys');
    },
    async effects() {
      const kept = await hand.own.evaluate(async () => await chrome.storage.local.get(), null);
      return {
        muted: (kept['settings.muted'] ?? []) as string[],
        refused: Object.keys(kept['settings.refused'] ?? {}),
        asked: site.asked.slice(askedBefore).filter((path) => path.startsWith('/wiki/')),
        tabs: (await tabs()) - tabsBefore,
        days: (await rows('meta')).map(({ name }) => String(name)).filter((name) => name.startsWith('day ')),
      };
    },
    notes: async () => (await rows('notes')).map(({ text }) => String(text)),
  };
  return reader;
}

/** Where words of the page stand; the page may have no names in its own world that are still what they were. */
async function spotOn(page: World, words: string): Promise<Place> {
  const { spotOf } = await import('../../tools/point-at');
  const spot = await spotOf(page, words);
  if (!spot) throw new Error(`“${words}” is not there`);
  return { x: spot.x, y: spot.y };
}

/** Writes the two notes which no page may ever read. */
export async function writeNotes(reader: Reader): Promise<void> {
  for (const [page, { words, name }, note] of [
    ['plain', NOTED, NOTE],
    ['elsewhere', ELSEWHERE, NOTE_ELSEWHERE],
  ] as const) {
    await reader.visit(page);
    await reader.openCard(words, name);
    await reader.openEditor();
    await reader.type(note);
    await until(async () => (await reader.notes()).includes(note), `the note on ${name} is not stored`);
    await reader.closeCard();
  }
}
