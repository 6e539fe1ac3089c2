/** Code of the bench in the world of our own reader script: there alone the closed card can be looked into. */
import type { CDPSession, Page } from 'playwright-core';

interface Context {
  readonly id: number;
  readonly origin: string;
  readonly auxData?: { readonly type?: string };
}

/** Runs `work` in the reader's world of the page as it is now. */
export async function inExtensionWorld<Result>(page: Page, extension: string, work: () => Result): Promise<Result> {
  const session = await page.context().newCDPSession(page);
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
  if (!own) throw new Error(`no reader runs on ${page(found)}`);
  return own.id;
}

const page = (contexts: readonly Context[]): string => contexts.map(({ origin }) => origin).join(', ');
