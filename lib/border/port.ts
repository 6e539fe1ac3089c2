import type { MessageSender } from '../messages';

/** The parts of a runtime port used here. */
export interface Port {
  readonly name: string;
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** The same on the background's side: with its sender, vouched for by the browser. */
export interface JudgedPort extends Port {
  readonly sender?: MessageSender | undefined;
}
