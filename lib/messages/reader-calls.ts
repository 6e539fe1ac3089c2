import * as v from 'valibot';
import type { Answer, Ask, CallName, Handlers } from './calls';
import type { FromCard } from './card-talk';
import { answer, type CallSchema, send } from './messenger';
import type { ReaderCalls } from './protocol';
import { nothing } from './schema-parts';

type Name = CallName<ReaderCalls>;

/** Validated by the background when the frame sent it; nobody else passes it on. */
const said = v.unknown() as v.GenericSchema<unknown, FromCard>;

const schemas = {
  glossary: nothing,
  // Reveals only what is in the story.
  reveal: v.strictObject({ entity: v.string() }),
  step: v.strictObject({ backwards: v.boolean() }),
  readAgain: v.strictObject({ anyway: v.boolean() }),
  settingsChanged: v.strictObject({ enabled: v.boolean() }),
  wishesChanged: nothing,
  dayChosen: nothing,
  // Ignored unless it is the number of a card that was begun here.
  cardSaid: v.strictObject({ card: v.string(), say: said }),
  ping: nothing,
} satisfies { [N in Name]: v.GenericSchema<unknown, Ask<ReaderCalls, N>> };

/** Safe to repeat. `step` would go two mentions on; `ping` must notice that nobody is there. */
const IDEMPOTENT: readonly Name[] = ['glossary', 'settingsChanged', 'wishesChanged', 'dayChosen'];

/** The top frame holds the visit; other frames are reached by number, or all at once. */
const TOP_FRAME = 0;
export const EVERY_FRAME = null;

/** Calls a tab's reader script. Rejects with a CallError; `no-receiver` if none is alive there. */
export async function callReader<N extends Name>(
  tabId: number,
  name: N,
  ask: Ask<ReaderCalls, N>,
  frameId: number | typeof EVERY_FRAME = TOP_FRAME,
): Promise<Answer<ReaderCalls, N>> {
  const result = await send(`reader.${name}`, ask, { tabId, frameId }, IDEMPOTENT.includes(name));
  return result as Answer<ReaderCalls, N>;
}

/** Answers calls in a reader script until `signal` aborts. Accepts only the extension itself. */
export function answerReaderCalls(handlers: Handlers<ReaderCalls>, signal: AbortSignal): void {
  for (const name of Object.keys(schemas) as Name[]) {
    const handle = handlers[name] as Parameters<typeof answer>[3];
    const stop = answer(`reader.${name}`, schemas[name] as CallSchema, () => true, handle);
    signal.addEventListener('abort', stop, { once: true });
  }
}
