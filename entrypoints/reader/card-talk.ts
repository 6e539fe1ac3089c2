/**
 * The reader's end of the line to its card: makes the host when the pointer first comes over the story, waits until the
 * frame in it says that it is ours and there, and passes on what is said. A frame that does not come is tried once more,
 * another way if there is one; which way works is what the frame shows, not what the browser is called.
 *
 *   NONE ── over the story, or a card is wanted ──► STARTING ── "ready" ──► READY
 *     ▲                                                │ not in time: the next way of making a frame
 *     │                                                └── no way left ──► REFUSED (for this visit)
 *     └── the page takes it, the frame goes, the words stand in another dialog, the tab is out of sight
 */
import { cardDocument } from '../../lib/border';
import { callBackground, type FromCard, type ToCard } from '../../lib/messages';
import { type CardHost, type HostMode, type Isolation, openCardHost } from '../../lib/page';

export interface CardTalkOptions {
  readonly view: Window;
  readonly heard: (say: FromCard) => void;
  /** The card that may be open is no more. */
  readonly gone: () => void;
  /** Words stand in the frame that are not stored: it is not given up for another place in the page. */
  readonly holdsWords: () => boolean;
  readonly signal: AbortSignal;
}

export interface CardTalk {
  /** Makes a host for words in `near`, unless there is one that serves them. */
  prepare(near: Element, mode?: HostMode): void;
  host(): CardHost | null;
  /** No way of making a frame has worked on this page. */
  isRefused(): boolean;
  /** Resolves when it is known whether a frame works here: ready, or refused. */
  settled(): Promise<void>;
  /** Said when the frame is there; dropped with it. */
  say(say: ToCard): void;
  /** What the background brings from a card frame. */
  bring(card: string, say: FromCard): void;
  /** Takes the host away; the next move of the pointer makes another. */
  drop(): void;
}

/** ms for a frame to say that it is there: a busy machine, a worker that has to start. */
const READY_WITHIN_MS = 2_500;
/** The same where the first press has just let us in: the worker lives, and the reader waits. */
const READY_SOON_MS = 1_500;
/** Hosts that a page took from us in one visit, after which it gets none any more. */
const LOSSES = 8;

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const drawNumber = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));

export function createCardTalk({ view, heard, gone, holdsWords, signal }: CardTalkOptions): CardTalk {
  let host: CardHost | null = null;
  let card: string | null = null;
  let ready = false;
  let waiting: ToCard[] = [];
  let timer = 0;
  /** Ways not tried yet; null before the background has said with which to begin. */
  let ways: Isolation[] | null = null;
  let refused = false;
  let losses = 0;
  let known: () => void = () => {};
  const settled = new Promise<void>((done) => {
    known = done;
  });

  function drop() {
    view.clearTimeout(timer);
    host?.close();
    host = null;
    card = null;
    ready = false;
    waiting = [];
  }

  function lose() {
    drop();
    if (++losses >= LOSSES) refused = true;
    known();
    gone();
  }

  async function begin(near: Element, mode: HostMode): Promise<void> {
    const mine = drawNumber();
    card = mine;
    const answer = await callBackground('beginCard', { card: mine, holds: mode === 'button' ? mode : 'card' }).catch(
      () => null,
    );
    if (card !== mine || signal.aborted) return;
    if (!answer) return drop();
    // Where we have a grant no other kind is admitted (lib/border), and what came late once may come the next time.
    ways ??= answer.granted ? ['sandbox', 'sandbox'] : ['address', 'sandbox'];
    const isolation = ways[0];
    if (!isolation) return;
    host = openCardHost({
      top: view,
      content: cardDocument(mine),
      isolation,
      near,
      mode,
      title: 'Backstory',
      // By itself the browser runs nothing of ours in a frame that was made after the one press that let us in.
      loaded: () => {
        if (!answer.granted && !ready) void callBackground('openDoors', {}).catch(() => {});
      },
      lost: lose,
      signal,
    });
    timer = view.setTimeout(() => late(mine, near, mode), answer.granted ? READY_WITHIN_MS : READY_SOON_MS);
  }

  function late(mine: string, near: Element, mode: HostMode) {
    if (card !== mine || ready) return;
    const kept = waiting;
    ways?.shift();
    drop();
    if (!ways?.length) {
      refused = true;
      known();
      return gone();
    }
    waiting = kept;
    void begin(near, mode);
  }

  function say(what: ToCard) {
    const mine = card;
    // Before the frame is there only the last drawing counts, and a card that is closed by then needs none.
    if (!ready) waiting = what.type === 'clear' ? [] : what.type === 'draw' ? [what] : [...waiting, what];
    else if (mine !== null) callBackground('tellCard', { card: mine, say: what }).catch(() => card === mine && lose());
  }

  return {
    prepare(near, mode = 'card') {
      if (refused || signal.aborted) return;
      if (host && !host.serves(near) && !holdsWords()) drop();
      if (card === null) void begin(near, mode);
    },
    host: () => host,
    isRefused: () => refused,
    settled: () => settled,
    say,
    bring(from, said) {
      if (from !== card) return;
      if (said.type === 'gone') return lose();
      if (said.type === 'ready') {
        ready = true;
        known();
        host?.seal();
        view.clearTimeout(timer);
        // The way that works, twice again: a busy machine may be late with the next frame.
        if (ways?.[0]) ways = [ways[0], ways[0]];
        const first = waiting;
        waiting = [];
        for (const one of first) say(one);
        return;
      }
      heard(said);
    },
    drop,
  };
}
