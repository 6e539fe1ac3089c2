import type { MessageSender } from '../messages';

/** A port of the browser's runtime, as far as it is used here. */
export interface Port {
  readonly name: string;
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** The same as the background sees it: with who opened it, for which the browser vouches. */
export interface JudgedPort extends Port {
  readonly sender?: MessageSender | undefined;
}
