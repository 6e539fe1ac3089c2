/**
 * How a page of ours that lies beside a story hears that something changed in it: a port that it opens to the reader
 * script, which then says nothing over it but that it is time to ask again. What there is to know goes through the calls, as ever,
 * and a page beside which nothing lies pays one listener.
 */
import { browser } from './browser';
import { judgeCaller, type MessageSender } from './caller';

const NAME = 'story';
/** The frame that holds the visit. */
const TOP_FRAME = 0;

/** For the reader script, until the signal aborts. What is returned tells all who follow. */
export function answerFollowers(signal: AbortSignal): () => void {
  const { runtime } = browser;
  const ports = new Set<ReturnType<typeof runtime.connect>>();
  const connected = (port: ReturnType<typeof runtime.connect>) => {
    if (port.name !== NAME || !isOwnPage(port.sender)) return port.disconnect();
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
  };
  runtime.onConnect.addListener(connected);
  signal.addEventListener('abort', () => runtime.onConnect.removeListener(connected));
  return () => {
    for (const port of ports) {
      try {
        port.postMessage(0);
      } catch {
        // Its page went, and the browser has not said so yet.
        ports.delete(port);
      }
    }
  };

  function isOwnPage(sender: MessageSender | undefined): boolean {
    return judgeCaller(sender, { id: runtime.id, baseUrl: runtime.getURL('/') }).ownPage;
  }
}

/** For the page of ours. `gone`: nobody lives there, or no longer. */
export function followStory(tabId: number, told: () => void, gone: () => void): () => void {
  const port = browser.tabs.connect(tabId, { name: NAME, frameId: TOP_FRAME });
  port.onMessage.addListener(told);
  port.onDisconnect.addListener(() => {
    // Else the browser lists it as an error of ours.
    void browser.runtime.lastError;
    gone();
  });
  return () => port.disconnect();
}
