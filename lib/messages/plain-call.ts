/**
 * A call to the background in the messaging library's envelope, but without that library: for the scout, which runs in
 * every frame and must be tiny. It is answered by the same border.
 */
import type { CallName } from './calls';
import { nativeApi } from './native-api';
import type { BackgroundCalls } from './protocol';

/** Calls without parameters. */
type Bare = {
  [N in CallName<BackgroundCalls>]: Parameters<BackgroundCalls[N]>[0] extends Record<string, never> ? N : never;
}[CallName<BackgroundCalls>];

/** Ignores the answer: resolves when the background has answered, rejects if it failed or did not. */
export async function callPlainly(name: Bare): Promise<void> {
  const envelope = { id: 0, type: `background.${name}`, data: {}, timestamp: Date.now() };
  const reply: unknown = await nativeApi().runtime.sendMessage(envelope);
  if (typeof reply !== 'object' || reply === null || !('res' in reply)) throw new Error(`${name}: no answer`);
}
