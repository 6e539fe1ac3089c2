import * as v from 'valibot';
import { isDay } from '../time';

/** Longest entity key that any table may use. */
const KEY_LENGTH = 200;

export const entityKey = v.pipe(v.string(), v.minLength(1), v.maxLength(KEY_LENGTH));
export const day = v.pipe(v.string(), v.check(isDay, 'no day of the calendar'));
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const nothing = v.strictObject({});

/** 128 random bits in hexadecimal. */
export const cardId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
