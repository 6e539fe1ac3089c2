/** A browser around the switchboard: one tab's frames, a session area that outlives workers, and a clock of the test's. */
import { vi } from 'vitest';
import { createSwitchboard, type Switchboard } from '../../../lib/border';
import { portName } from '../../../lib/border/marks';
import type { JudgedPort } from '../../../lib/border/port';
import type { Caller, FromCard } from '../../../lib/messages';
import { type Ends, openPort, settle } from './ports';

export const OWN_ID = 'backstory';
export const TAB = 7;
/** The reader's frame, and the card's. */
export const READER = 0;
export const FRAME = 5;
export const hex = (n: number): string => n.toString(16).padStart(32, '0');
export const CARD = hex(0xca4d);

export const reader: Caller = {
  ownPage: false,
  tabId: TAB,
  frameId: READER,
  documentId: null,
  url: 'https://news.example/1',
  tabUrl: 'https://news.example/1',
  windowId: 3,
  incognito: false,
};

export type Sender = NonNullable<JudgedPort['sender']>;
/** A card's frame by the browser's word. */
export const sender: Sender = {
  id: OWN_ID,
  url: 'about:srcdoc',
  origin: 'null',
  frameId: FRAME,
  documentId: 'D5',
  tab: { id: TAB, incognito: false, url: 'https://news.example/1', windowId: 3 },
};

export interface World {
  readonly board: Switchboard;
  readonly told: FromCard[];
  readonly stored: Record<string, unknown>;
  readonly inject: ReturnType<typeof vi.fn>;
  readonly nudge: ReturnType<typeof vi.fn>;
  readonly tellReader: ReturnType<typeof vi.fn>;
  readonly answer: ReturnType<typeof vi.fn>;
  readonly area: { readonly get: ReturnType<typeof vi.fn>; readonly set: ReturnType<typeof vi.fn> };
  pass(ms: number): void;
  /** Ends every sleep. */
  oversleep(): void;
  /** The worker dies with its ports; the next one knows what was stored. */
  newWorker(): void;
  /** A port to the worker that lives now. */
  connect(name: string, from?: Sender): Ends;
  /** Begins a card and connects its frame; the secret that it is given. */
  admit(card?: string, from?: Sender): Promise<{ readonly ends: Ends; readonly secret: string }>;
}

export function createWorld(): World {
  let clock = 1_000;
  let drawn = 0;
  let sleepers: (() => void)[] = [];
  let living: Ends[] = [];
  const stored: Record<string, unknown> = {};
  const told: FromCard[] = [];
  const area = {
    get: vi.fn(async (key: string) => structuredClone(key in stored ? { [key]: stored[key] } : {})),
    set: vi.fn(async (items: Record<string, unknown>) => void Object.assign(stored, structuredClone(items))),
  };
  const seams = {
    inject: vi.fn(async () => {}),
    nudge: vi.fn(async () => {}),
    tellReader: vi.fn(async (_tab: number, _frame: number, _card: string, say: FromCard) => void told.push(say)),
    answer: vi.fn(async (): Promise<unknown> => null),
  };
  const start = () =>
    createSwitchboard({
      area,
      ownId: OWN_ID,
      now: () => clock,
      random: () => hex(0x5ec0 + drawn++),
      sleep: () => new Promise((done) => sleepers.push(done)),
      ...(seams as object as Pick<
        Parameters<typeof createSwitchboard>[0],
        'inject' | 'nudge' | 'tellReader' | 'answer'
      >),
    });
  let board = start();

  const world: World = {
    get board() {
      return board;
    },
    told,
    stored,
    area,
    ...seams,
    pass(ms) {
      clock += ms;
    },
    oversleep() {
      for (const wake of sleepers) wake();
      sleepers = [];
    },
    newWorker() {
      const dying = living;
      living = [];
      board = start();
      for (const ends of dying) ends.killWorker();
    },
    connect(name, from = sender) {
      const ends = openPort(name, from);
      living.push(ends);
      board.connected(ends.background);
      return ends;
    },
    async admit(card = CARD, from = sender) {
      await board.begin(card, reader, false);
      const ends = world.connect(portName(card, null), from);
      ends.frame.postMessage({ type: 'say', say: { type: 'ready' } });
      await settle();
      const [first] = ends.received as [{ secret: string }];
      ends.received.length = 0;
      told.length = 0;
      return { ends, secret: first.secret };
    },
  };
  return world;
}
