/** What a card's script tells the reader script, validated by the background on its way. */
import * as v from 'valibot';
import type { FromCard } from './card-talk';
import { count, entityKey } from './schema-parts';

/** CSS px; larger than any screen. */
const length = v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000));
const way = v.pipe(v.number(), v.minValue(-100_000), v.maxValue(100_000));
const token = count;
export const fromCard = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('drawn'), token, width: length, height: length }),
  v.strictObject({ type: v.literal('no-card'), token }),
  v.strictObject({ type: v.literal('moved'), x: way, y: way }),
  v.strictObject({ type: v.picklist(['pin', 'unpin', 'close', 'back', 'escape']) }),
  v.strictObject({ type: v.picklist(['nested', 'instead']), entity: entityKey }),
  v.strictObject({ type: v.literal('focus'), inside: v.boolean() }),
  v.strictObject({ type: v.literal('pointer'), inside: v.boolean() }),
  v.strictObject({ type: v.literal('hold'), by: v.nullable(v.picklist(['note', 'undo'])) }),
  v.strictObject({ type: v.literal('words'), unstored: v.boolean() }),
  v.strictObject({ type: v.literal('choices-changed') }),
  v.strictObject({ type: v.literal('gone') }),
]) satisfies v.GenericSchema<unknown, FromCard>;
