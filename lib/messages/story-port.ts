/**
 * How our pages beside a story hear that it changed: they open a port to the reader script, which sends nothing but a
 * sign to ask again. The answers come through calls as usual, and a page without such a companion pays one listener.
 */
import { browser } from './browser';
import { judgeCaller, type MessageSender } from './caller';

const NAME = 'story';
/** The frame that holds the visit. */
const TOP_FRAME = 0;

/** For the reader script, until the signal aborts. Returns a function that tells all followers. */
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
        // Its page is gone, and the browser has not said so yet.
        ports.delete(port);
      }
    }
  };

  function isOwnPage(sender: MessageSender | undefined): boolean {
    return judgeCaller(sender, { id: runtime.id, baseUrl: runtime.getURL('/') }).ownPage;
  }
}

/** For our page. `gone`: no reader script is alive there, or no longer. */
export function followStory(tabId: number, told: () => void, gone: () => void): () => void {
  const port = browser.tabs.connect(tabId, { name: NAME, frameId: TOP_FRAME });
  port.onMessage.addListener(told);
  port.onDisconnect.addListener(() => {
    // Otherwise the browser lists it as our error.
    void browser.runtime.lastError;
    gone();
  });
  return () => port.disconnect();
}
