/** What comes over a card frame's port, checked before the background acts on it. */
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

/** It looks like a call but is not valid: its sender must be told. */
export interface Malformed {
  readonly type: 'malformed';
  readonly id: number;
}

/** Null if it is not a message from a card's frame at all. */
export function readFromFrame(message: unknown): PortFromFrame | Malformed | null {
  const outer = v.safeParse(v.variant('type', [call, say]), message);
  if (!outer.success) return null;
  const { output } = outer;
  // Only the background may say that it is gone.
  if (output.type === 'say') return output.say.type === 'gone' ? null : output;
  const ask = v.safeParse(cardCallSchemas[output.name], output.ask);
  return ask.success ? ({ ...output, ask: ask.output } as FrameCall) : { type: 'malformed', id: output.id };
}
