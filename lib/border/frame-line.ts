/**
 * The card's end of the line to the background. A worker dies after half a minute of rest and its ports with it: that
 * is no reason for a card to go. The next word connects again, with the secret that was given once.
 *
 *   FIRST ── admitted ──► OPEN ── the port goes ──► AWAY ── a call, a word, a nudge ──► OPEN
 *     └── the port goes: over                         └── refused three times, or the extension is gone: OVER
 */
import {
  type Answer,
  type Ask,
  CallError,
  type CardCalls,
  type FromCard,
  type PortToFrame,
  type ToCard,
  toCallError,
} from '../messages';
import type { Door } from './door';
import { portName } from './marks';
import type { Port } from './port';

export interface FrameLineParts {
  readonly door: Door;
  readonly connect: (name: string) => Port;
  readonly admitted: (circumstances: { readonly incognito: boolean }) => void;
  readonly heard: (say: ToCard) => void;
}

export interface FrameLine {
  /** Rejects with a CallError. Calls that are safe to repeat are retried if the worker died during them. */
  call<N extends keyof CardCalls>(name: N, ask: Ask<CardCalls, N>): Promise<Answer<CardCalls, N>>;
  say(say: FromCard): void;
  /** Reconnects if it is disconnected. */
  wake(): void;
}

interface Waiting {
  readonly done: (value: unknown) => void;
  readonly failed: (why: CallError) => void;
}

/** How often in a row a port may be closed before anything arrives on it. */
const REFUSALS = 3;
/** A second `article` would be a second request, a second `openLink` a second tab. */
const ONCE_ONLY: readonly (keyof CardCalls)[] = [
  'article',
  'picture',
  'lookUpName',
  'lookUpSelected',
  'openLink',
  'openNotes',
  'openBeside',
  'besideStory',
];

export function createFrameLine({ door, connect, admitted, heard }: FrameLineParts): FrameLine {
  const waiting = new Map<number, Waiting>();
  let port: Port | null = null;
  let secret: string | null = null;
  let nextId = 0;
  let refusals = 0;

  function hold(fresh: Port): Port {
    port = fresh;
    let greeted = false;
    fresh.onMessage.addListener((message) => {
      greeted = true;
      hear(message as PortToFrame);
    });
    fresh.onDisconnect.addListener(() => {
      if (port !== fresh) return;
      port = null;
      // A dying worker does not count as a refusal.
      refusals = greeted ? 0 : refusals + 1;
      const lost = new CallError('no-receiver', 'the background stopped before it answered');
      const all = [...waiting.values()];
      waiting.clear();
      for (const { failed } of all) failed(lost);
    });
    return fresh;
  }

  /** Everything on the port comes from the background, which has checked it. */
  function hear(message: PortToFrame) {
    switch (message.type) {
      case 'admitted':
        secret = message.secret;
        return admitted({ incognito: message.incognito });
      case 'say':
        return heard(message.say);
      case 'answer':
      case 'error': {
        const one = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.type === 'answer') return one?.done(message.value);
        return one?.failed(toCallError(Object.assign(new Error(message.message), { code: message.code })));
      }
    }
  }

  function open(): Port {
    if (port) return port;
    if (secret === null || refusals >= REFUSALS)
      throw new CallError('context-lost', 'the background does not know this card any more');
    try {
      return hold(connect(portName(door.card, secret)));
    } catch (thrown) {
      throw toCallError(thrown);
    }
  }

  function ask(name: keyof CardCalls, what: unknown): Promise<unknown> {
    return new Promise((done, failed) => {
      const id = nextId++;
      waiting.set(id, { done, failed });
      try {
        open().postMessage({ type: 'call', id, name, ask: what });
      } catch (thrown) {
        waiting.delete(id);
        failed(toCallError(thrown));
      }
    });
  }

  hold(door.port);
  return {
    async call(name, what) {
      const again = (thrown: unknown) => {
        const error = toCallError(thrown);
        if (error.code !== 'no-receiver' || ONCE_ONLY.includes(name)) throw error;
        return ask(name, what);
      };
      return (await ask(name, what).catch(again)) as never;
    },
    say(say) {
      try {
        open().postMessage({ type: 'say', say });
      } catch {
        // The extension is gone: the reader script notices by itself.
      }
    },
    wake() {
      try {
        open();
      } catch {
        // As above.
      }
    },
  };
}
