/** The real side panel of a Chromium: it is a page that Playwright does not list, so it is spoken to by the protocol alone. */
import type { Browser, BrowserContext, CDPSession } from 'playwright-core';

export interface SidePanel {
  evaluate<T>(expression: string): Promise<T>;
  /** PNG, base64. */
  shot(): Promise<string>;
}

/** Waits until the page of that address is open. */
export async function sidePanel(context: BrowserContext, address: string): Promise<SidePanel> {
  const cdp = await (context.browser() as Browser).newBrowserCDPSession();
  const targetId = await found(cdp, address);
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  let last = 0;
  const send = <T>(method: string, params: object): Promise<T> => {
    const id = ++last;
    return new Promise((done, failed) => {
      const heard = ({ message }: { readonly message: string }) => {
        const answer = JSON.parse(message) as { readonly id?: number; readonly result?: T; readonly error?: object };
        if (answer.id !== id) return;
        cdp.off('Target.receivedMessageFromTarget', heard);
        if (answer.result) done(answer.result);
        else failed(new Error(JSON.stringify(answer.error)));
      };
      cdp.on('Target.receivedMessageFromTarget', heard);
      cdp
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
        .catch(failed);
    });
  };
  return {
    async evaluate<T>(expression: string) {
      const ask = { expression, awaitPromise: true, returnByValue: true };
      const { result } = await send<{ readonly result: { readonly value: T } }>('Runtime.evaluate', ask);
      return result.value;
    },
    shot: async () => (await send<{ readonly data: string }>('Page.captureScreenshot', {})).data,
  };
}

async function found(cdp: CDPSession, address: string): Promise<string> {
  for (;;) {
    const { targetInfos } = await cdp.send('Target.getTargets');
    const target = targetInfos.find(({ url }) => url === address);
    if (target) return target.targetId;
    await new Promise((next) => setTimeout(next, 100));
  }
}
