/** What comes over the port of a card's frame, checked before the background acts on it. */
import * as v from 'valibot';
import { cardCallSchemas } from './answer-background';
import type { FrameCall, PortFromFrame } from './card-talk';
import { fromCard } from './from-card';
import { count } from './schema-parts';

const call = v.strictObject({
  type: v.literal('call'),
  id: count,
  name: v.picklist(Object.keys(cardCallSchemas) as (keyof typeof cardCallSchemas)[]),
  ask: v.unknown(),
});
const say = v.strictObject({ type: v.literal('say'), say: fromCard });

/** Something of the shape of a call that may not be made like this: whoever waits for an answer is told so. */
export interface Malformed {
  readonly type: 'malformed';
  readonly id: number;
}

/** Null for what is no message of a card's frame at all. */
export function readFromFrame(message: unknown): PortFromFrame | Malformed | null {
  const outer = v.safeParse(v.variant('type', [call, say]), message);
  if (!outer.success) return null;
  const { output } = outer;
  // That it is gone is for the background to say.
  if (output.type === 'say') return output.say.type === 'gone' ? null : output;
  const ask = v.safeParse(cardCallSchemas[output.name], output.ask);
  return ask.success ? ({ ...output, ask: ask.output } as FrameCall) : { type: 'malformed', id: output.id };
}
