/**
 * The background's switchboard: it knows which frame belongs to which card of which reader script, and passes on what
 * the two say. A page can make frames like ours, but none whose port is taken:
 *
 *   begin (reader) ──► AWAITED ── a port with the card's number, from a document without an origin, in the same tab,
 *                        │        in time, for the first time ──► CONNECTED ── the worker dies ──► AWAY
 *                        └── else: the port is closed             ▲   │                              │
 *                                                                 │   └── the port goes ──► GONE     │
 *                                                                 └── comes back, with the secret ───┘
 *
 * The number stands in the frame's document for a moment and is used up by then. The secret never leaves background and
 * frame; it lies in `storage.session`, which outlives the worker. Frames are never addressed by their number in the tab
 * but for a nudge: Firefox keeps that number when the page puts another document into the frame.
 */
import {
  CallError,
  type Caller,
  type FrameCall,
  type FrameContent,
  type FromCard,
  readFromFrame,
  type ToCard,
  toCallError,
} from '../messages';
import { isCardAddress, type Nudge, readPortName } from './marks';
import type { JudgedPort } from './port';
import { createUnprovenPresses } from './unproven';

/** The part of `storage.session` used here. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface SwitchboardParts {
  readonly area: SessionArea;
  /** `runtime.id` */
  readonly ownId: string;
  readonly now: () => number;
  /** 128 bits as 32 hexadecimal digits. */
  readonly random: () => string;
  readonly sleep: (ms: number) => Promise<void>;
  /** Puts the script of a card, or of the button, into that frame; it holds no secret. */
  readonly inject: (tabId: number, frame: FrameAddress, holds: FrameContent) => Promise<void>;
  readonly nudge: (tabId: number, frameId: number, nudge: Nudge) => Promise<void>;
  readonly tellReader: (tabId: number, frameId: number, card: string, say: FromCard) => Promise<void>;
  readonly answer: (call: FrameCall, caller: Caller) => unknown;
}

export interface FrameAddress {
  readonly frameId: number;
  readonly documentId: string | null;
  readonly url: string;
}

export interface Switchboard {
  /**
   * A reader script is about to make a frame with that number. Where the browser fills the page's sandboxed frames by
   * itself (`granted`), no other kind is admitted.
   */
  begin(card: string, caller: Caller, granted: boolean, holds?: FrameContent): Promise<void>;
  /** Resolves once handed to the frame; throws `card-gone` if there is none. */
  tell(card: string, say: ToCard, caller: Caller): Promise<void>;
  /** For `runtime.onConnect`. */
  connected(port: JudgedPort): void;
}

interface Line {
  readonly tabId: number;
  /** Frame of the reader script that began the card. */
  readonly reader: number;
  readonly begunAt: number;
  readonly granted: boolean;
  readonly holds: FrameContent;
  readonly frame: { readonly frameId: number; readonly secret: string } | null;
}

const KEY = 'cards';
/** ms from `begin` to the frame's port. The frame's document is one line, but a busy machine may need a while. */
const AWAITED_MS = 15_000;
/** ms for a frame to reconnect after a nudge. */
const BACK_WITHIN_MS = 2_000;
/**
 * Cards that were begun but never seen to go (their tab closed while no worker was alive): unconnected ones are
 * forgotten first.
 */
const LINES = 300;

export function createSwitchboard(parts: SwitchboardParts): Switchboard {
  const ports = new Map<string, JudgedPort>();
  const arrivals = new Map<string, Set<(port: JudgedPort) => void>>();
  /** What a reader tells one card arrives in order. */
  const turns = new Map<string, Promise<unknown>>();
  const unproven = createUnprovenPresses(parts.now);
  let known: Promise<Map<string, Line>> | null = null;
  let written: Promise<unknown> = Promise.resolve();

  /** Only this background writes there. If it cannot be read or stored, it just does not outlive this worker. */
  const lines = (): Promise<Map<string, Line>> => {
    known ??= parts.area
      .get(KEY)
      .then((items) => new Map(Object.entries((items[KEY] ?? {}) as Record<string, Line>)))
      .catch(() => new Map());
    return known;
  };
  async function change(card: string, line: Line | null): Promise<void> {
    const all = await lines();
    all.delete(card);
    if (line) all.set(card, line);
    while (all.size > LINES) all.delete(spareOf(all, card));
    written = written.then(() => parts.area.set({ [KEY]: Object.fromEntries(all) })).catch(() => {});
    await written;
  }

  /** The card this port may speak for, or null. */
  async function admit(
    port: JudgedPort,
  ): Promise<{ readonly card: string; readonly line: Line; readonly first: boolean } | null> {
    const name = readPortName(port.name);
    const { sender } = port;
    const tabId = sender?.tab?.id;
    const frameId = sender?.frameId;
    if (!name || sender?.id !== parts.ownId || tabId === undefined || frameId === undefined || frameId === 0)
      return null;
    // What a page puts into the frame has the page's origin, or another address.
    if (sender.origin !== 'null' || !isCardAddress(sender.url ?? '')) return null;
    const all = await lines();
    const line = all.get(name.card);
    if (!line || line.tabId !== tabId) return null;
    if (name.secret !== null) {
      const same = line.frame?.secret === name.secret && line.frame.frameId === frameId;
      return same ? { card: name.card, line, first: false } : null;
    }
    if (line.granted && sender.url !== 'about:srcdoc') return null;
    if (line.frame !== null || parts.now() - line.begunAt > AWAITED_MS) return null;
    const admitted = { ...line, frame: { frameId, secret: parts.random() } };
    // Before anything is awaited: of two ports with one number only the first may have it.
    all.set(name.card, admitted);
    await change(name.card, admitted);
    return { card: name.card, line: admitted, first: true };
  }

  async function take(port: JudgedPort): Promise<{ readonly card: string; readonly line: Line } | null> {
    const admitted = await admit(port);
    if (!admitted) {
      port.disconnect();
      return null;
    }
    const { card, line, first } = admitted;
    ports.set(card, port);
    for (const arrived of arrivals.get(card) ?? []) arrived(port);
    if (first) {
      const { documentId = null, url = '' } = port.sender ?? {};
      const address = { frameId: line.frame?.frameId ?? 0, documentId: documentId ?? null, url };
      const failed = await parts.inject(line.tabId, address, line.holds).then(
        () => false,
        () => true,
      );
      if (failed) {
        port.disconnect();
        ports.delete(card);
        await change(card, null);
        return null;
      }
    } else greet(port, line);
    return { card, line };
  }

  /** Also when reconnecting: a port on which nothing arrives counts as refused in the frame. */
  function greet(port: JudgedPort, line: Line): void {
    post(port, { type: 'admitted', secret: line.frame?.secret, incognito: port.sender?.tab?.incognito ?? false });
  }

  async function hear(message: unknown, card: string, line: Line, port: JudgedPort): Promise<void> {
    const read = readFromFrame(message);
    if (read === null) return;
    if (read.type === 'malformed') {
      return post(port, { type: 'error', id: read.id, code: 'malformed', message: 'not a call of a card' });
    }
    if (read.type === 'say') {
      if (read.say.type === 'ready') greet(port, line);
      return tellReader(card, line, read.say);
    }
    const { id } = read;
    try {
      const value = await parts.answer(read, callerOf(port));
      unproven.note(card, read);
      // The card may have gone while this ran.
      if (!ports.has(card)) await takeBack(card, port);
      post(port, { type: 'answer', id, value });
    } catch (thrown) {
      const { code, message } = toCallError(thrown);
      post(port, { type: 'error', id, code, message });
    }
  }

  async function takeBack(card: string, port: JudgedPort): Promise<void> {
    for (const undo of unproven.lost(card)) {
      try {
        await parts.answer(undo, callerOf(port));
      } catch {
        // Nothing can be stored, but the reader script must still learn that the card is gone.
      }
    }
  }

  /** A reader script that is gone is not told; its frame went with it. */
  const tellReader = (card: string, line: Line, say: FromCard): Promise<void> =>
    parts.tellReader(line.tabId, line.reader, card, say).catch(() => {});

  async function back(card: string, { tabId, frame }: Line): Promise<JudgedPort | null> {
    const waiting = arrivals.get(card) ?? new Set();
    arrivals.set(card, waiting);
    let arrived: (port: JudgedPort) => void = () => {};
    const port = new Promise<JudgedPort>((done) => {
      arrived = done;
    });
    waiting.add(arrived);
    void parts.nudge(tabId, frame?.frameId ?? 0, { nudge: card }).catch(() => {});
    const found = await Promise.race([port, parts.sleep(BACK_WITHIN_MS).then(() => null)]);
    waiting.delete(arrived);
    if (waiting.size === 0) arrivals.delete(card);
    return found;
  }

  async function tellNow(card: string, say: ToCard, caller: Caller): Promise<void> {
    const line = (await lines()).get(card);
    const own = line?.frame && line.tabId === caller.tabId && line.reader === caller.frameId;
    const port = own ? (ports.get(card) ?? (await back(card, line))) : null;
    if (!port) throw new CallError('card-gone', 'this card has no frame any more');
    post(port, { type: 'say', say });
  }

  return {
    async begin(card, { tabId, frameId }, granted, holds = 'card') {
      if (tabId === null || frameId === null) throw new CallError('refused', 'a card can only be started from a tab');
      if ((await lines()).has(card)) throw new CallError('refused', 'this card was started already');
      await change(card, { tabId, reader: frameId, begunAt: parts.now(), granted, holds, frame: null });
    },
    tell(card, say, caller) {
      const told = (turns.get(card) ?? Promise.resolve()).catch(() => {}).then(() => tellNow(card, say, caller));
      turns.set(card, told);
      const over = () => turns.get(card) === told && turns.delete(card);
      told.then(over, over);
      return told;
    },
    connected(port) {
      // Listens synchronously; messages that come before the port is admitted wait for that.
      const taken = take(port);
      let admitted: Awaited<typeof taken> = null;
      void taken.then((line) => {
        admitted = line;
      });
      const heard = (message: unknown, line: typeof admitted) => {
        if (line && ports.get(line.card) === port) void hear(message, line.card, line.line, port);
      };
      port.onMessage.addListener((message) => {
        // Synchronously, or the browser no longer counts it as part of a press in the frame.
        if (admitted) heard(message, admitted);
        else void taken.then((line) => heard(message, line));
      });
      port.onDisconnect.addListener(() => {
        void taken.then(async (line) => {
          if (!line || ports.get(line.card) !== port) return;
          ports.delete(line.card);
          await takeBack(line.card, port);
          await change(line.card, null);
          await tellReader(line.card, line.line, { type: 'gone' });
        });
      });
    },
  };
}

/** Those whose frame never came are dropped first: a page that begins endless cards takes none from another tab. */
function spareOf(all: ReadonlyMap<string, Line>, fresh: string): string {
  for (const [card, { frame }] of all) if (frame === null && card !== fresh) return card;
  return all.keys().next().value as string;
}

/** A port that has closed meanwhile accepts nothing more. */
function post(port: JudgedPort, message: unknown): void {
  try {
    port.postMessage(message);
  } catch {
    // Its frame is gone; `onDisconnect` reports it.
  }
}

const callerOf = ({ sender }: JudgedPort): Caller => ({
  ownPage: false,
  tabId: sender?.tab?.id ?? null,
  frameId: sender?.frameId ?? null,
  documentId: sender?.documentId ?? null,
  url: sender?.url ?? null,
  tabUrl: sender?.tab?.url ?? null,
  windowId: sender?.tab?.windowId ?? null,
  incognito: sender?.tab?.incognito ?? false,
});
