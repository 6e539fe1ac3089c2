import * as v from 'valibot';
import type { FromCard } from './card-talk';

/** Longest key of an entity that any table may use. */
const KEY_LENGTH = 200;

export const entityKey = v.pipe(v.string(), v.minLength(1), v.maxLength(KEY_LENGTH));
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const nothing = v.strictObject({});

/** 128 bits by chance, in hexadecimal digits. */
export const cardId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** CSS px; larger than any screen. */
const length = v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000));
const token = count;
export const fromCard = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('drawn'), token, width: length, height: length }),
  v.strictObject({ type: v.literal('no-card'), token }),
  v.strictObject({ type: v.picklist(['pin', 'unpin', 'close', 'back', 'escape']) }),
  v.strictObject({ type: v.picklist(['nested', 'instead']), entity: entityKey }),
  v.strictObject({ type: v.literal('focus'), inside: v.boolean() }),
  v.strictObject({ type: v.literal('pointer'), inside: v.boolean() }),
  v.strictObject({ type: v.literal('hold'), by: v.nullable(v.picklist(['note', 'undo'])) }),
  v.strictObject({ type: v.literal('words'), unstored: v.boolean() }),
  v.strictObject({ type: v.literal('choices-changed') }),
  v.strictObject({ type: v.literal('gone') }),
]) satisfies v.GenericSchema<unknown, FromCard>;
