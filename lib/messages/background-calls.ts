import type { Answer, Ask, CallName, Handlers } from './calls';
import { send } from './messenger';
import type { BackgroundCalls, CardCalls, OwnPageCalls } from './protocol';

/** Everything the background answers, whoever may ask it. */
export type AllBackgroundCalls = BackgroundCalls & CardCalls & OwnPageCalls;
export type BackgroundHandlers = Handlers<AllBackgroundCalls>;
type Name = CallName<AllBackgroundCalls>;

/**
 * Repeating a call does no harm, except these: a second `article` would be a second request, a second `openLink` a
 * second tab.
 */
const ONCE_ONLY: readonly Name[] = [
  'article',
  'picture',
  'lookUpName',
  'lookUpNames',
  'openLink',
  'useHere',
  'openNotes',
  'openBeside',
  'besideStory',
  'lookUpSelected',
  'beginCard',
  'syncNow',
];

/** Calls the background, waking it if needed. Rejects with a CallError. */
export async function callBackground<N extends Name>(
  name: N,
  ask: Ask<AllBackgroundCalls, N>,
): Promise<Answer<AllBackgroundCalls, N>> {
  const result = await send(`background.${name}`, ask, undefined, !ONCE_ONLY.includes(name));
  return result as Answer<AllBackgroundCalls, N>;
}
