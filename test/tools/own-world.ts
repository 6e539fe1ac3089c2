/**
 * A JavaScript world of the test's own in a page: the same DOM, but globals and prototypes that the page has not broken,
 * and no trace for it to see.
 */
import type { CDPSession, Page } from 'playwright-core';

export interface World {
  evaluate<Result, Arg>(run: (arg: Arg) => Result, arg: Arg): Promise<Awaited<Result>>;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

export function ownWorld(page: Page): World {
  return {
    async evaluate(run, arg) {
      const session = await (sessions.get(page) ?? attach(page));
      const { frameTree } = await session.send('Page.getFrameTree');
      const world = { frameId: frameTree.frame.id, worldName: 'test' };
      const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', world);
      const expression = `(${run})(${JSON.stringify(arg ?? null)})`;
      const ask = { contextId, expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', ask);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
  };
}

function attach(page: Page): Promise<CDPSession> {
  const session = page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}
