import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';
import { browser } from './browser';
import { CallError, toCallError } from './call-error';
import { judgeCaller, type OwnIdentity } from './caller';
import type { Caller } from './calls';

/**
 * The transport of every call: @webext-core/messaging carries and serialises; the border checks are here. It uses
 * `chrome.*` with callbacks, which Chromium and Firefox MV3 both offer, whatever the polyfill does to `browser.*`.
 */
const wire = defineExtensionMessaging<Record<string, (data: unknown) => unknown>>();

/** A starting worker needs some ten milliseconds to register its listeners. */
const RETRY_PAUSE_MS = 150;

export interface CallTarget {
  readonly tabId: number;
  /** Null: every frame; the first answer counts. */
  readonly frameId: number | null;
}

/**
 * One message and its answer. To tabs it bypasses the library's sender but uses its envelope: the library drops
 * `lastError`, and Chromium then lists "Unchecked runtime.lastError" for every tab without a reader script.
 */
async function transmit(name: string, ask: unknown, target: CallTarget | undefined): Promise<unknown> {
  if (!target) return wire.sendMessage(name, ask);
  const envelope = { id: 0, type: name, data: ask, timestamp: Date.now() };
  const reply: unknown = await browser.tabs.sendMessage(
    target.tabId,
    envelope,
    target.frameId === null ? {} : { frameId: target.frameId },
  );
  if (!v.is(replySchema, reply)) throw new CallError('no-receiver', `${name}: no response`);
  if (reply.err) throw Object.assign(new Error(reply.err.message), { code: reply.err.code });
  return reply.res;
}

const replySchema = v.object({
  res: v.optional(v.unknown()),
  err: v.optional(v.object({ message: v.string(), code: v.optional(v.string()) })),
});

/** Sends one call; `idempotent` ones are sent again if nobody was there to answer. */
export async function send(
  name: string,
  ask: unknown,
  target: CallTarget | undefined,
  idempotent: boolean,
): Promise<unknown> {
  try {
    return await transmit(name, ask, target);
  } catch (thrown) {
    const error = toCallError(thrown);
    if (error.code !== 'no-receiver' || !idempotent) throw error;
  }
  await new Promise((done) => setTimeout(done, RETRY_PAUSE_MS));
  try {
    return await transmit(name, ask, target);
  } catch (thrown) {
    throw toCallError(thrown);
  }
}

export type CallSchema = v.GenericSchema<unknown, unknown>;

/**
 * Answers one call: the sender is judged, the message validated, and errors become a CallError with a code for the
 * caller. Registers at once; returns a function that removes the listener.
 */
export function answer(
  name: string,
  schema: CallSchema,
  allowed: (caller: Caller) => boolean,
  handle: (ask: unknown, caller: Caller) => unknown,
): () => void {
  return wire.onMessage(name, async (message) => {
    try {
      const own: OwnIdentity = {
        id: browser.runtime.id,
        baseUrl: browser.runtime.getURL('/'),
      };
      const caller = judgeCaller(message.sender, own);
      if (!allowed(caller)) throw new CallError('refused', `${name} is not allowed for this sender`);
      const ask = v.safeParse(schema, message.data);
      if (!ask.success) {
        const where = ask.issues[0].path?.map(({ key }) => key).join('.') ?? '';
        throw new CallError('malformed', `${name}: ${where} ${ask.issues[0].message}`);
      }
      return await handle(ask.output, caller);
    } catch (thrown) {
      throw toCallError(thrown);
    }
  });
}
