/** A test's code in the world of our own script, in a page or in the frame of a card. */
import type { BrowserContext, CDPSession, Frame, Page } from 'playwright-core';

interface Context {
  readonly id: number;
  readonly origin: string;
  readonly auxData?: { readonly type?: string };
}

/** Runs `work` in our script's world of that document as it is now. */
export async function inExtensionWorld<Result>(
  context: BrowserContext,
  place: Page | Frame,
  extension: string,
  work: () => Result,
): Promise<Result> {
  const session = await context.newCDPSession(place);
  try {
    const contextId = await worldOf(session, extension);
    const ask = { contextId, expression: `(${work})()`, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', ask);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Result;
  } finally {
    await session.detach();
  }
}

async function worldOf(session: CDPSession, extension: string): Promise<number> {
  const found: Context[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => found.push(context));
  await session.send('Runtime.enable');
  const own = found.find(({ origin, auxData }) => origin === extension && auxData?.type === 'isolated');
  if (!own) throw new Error(`no script of ours runs among ${found.map(({ origin }) => origin).join(', ')}`);
  return own.id;
}
