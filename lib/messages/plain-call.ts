/**
 * A call to the background in the envelope of the messaging library, without that library: for the scout, which runs in
 * every frame and must weigh nothing. The same border answers it.
 */
import type { CallName } from './calls';
import { nativeApi } from './native-api';
import type { BackgroundCalls } from './protocol';

/** Calls that ask nothing but their name. */
type Bare = {
  [N in CallName<BackgroundCalls>]: Parameters<BackgroundCalls[N]>[0] extends Record<string, never> ? N : never;
}[CallName<BackgroundCalls>];

/** What came of it is not looked at: resolves when the background has answered, rejects when it has not, or has failed. */
export async function callPlainly(name: Bare): Promise<void> {
  const envelope = { id: 0, type: `background.${name}`, data: {}, timestamp: Date.now() };
  const reply: unknown = await nativeApi().runtime.sendMessage(envelope);
  if (typeof reply !== 'object' || reply === null || !('res' in reply)) throw new Error(`${name}: no answer`);
}
