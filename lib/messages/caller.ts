import { CallError } from './call-error';
import type { Caller } from './calls';

/** The parts of the browser's MessageSender that are judged. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly incognito?: boolean | undefined;
        readonly url?: string | undefined;
        readonly windowId?: number | undefined;
      }
    | undefined;
}

/** Our identity: `runtime.id` and `runtime.getURL('')`. */
export interface OwnIdentity {
  readonly id: string;
  readonly baseUrl: string;
}

/**
 * Judges a sender. Another extension is refused outright. `ownPage` requires both the address and, where the browser
 * gives it, the origin to be ours, so that a sandboxed or framed document does not count as one of our pages.
 */
export function judgeCaller(sender: MessageSender | undefined, own: OwnIdentity): Caller {
  if (sender?.id !== own.id) throw new CallError('refused', 'sender is not this extension');
  const ownUrl = sender.url?.startsWith(own.baseUrl) ?? false;
  const ownOrigin = sender.origin === undefined || own.baseUrl.startsWith(`${sender.origin}/`);
  return {
    ownPage: ownUrl && ownOrigin,
    tabId: sender.tab?.id ?? null,
    frameId: sender.frameId ?? null,
    documentId: sender.documentId ?? null,
    url: sender.url ?? null,
    tabUrl: sender.tab?.url ?? null,
    windowId: sender.tab?.windowId ?? null,
    incognito: sender.tab?.incognito ?? false,
  };
}
