/** Inflates bytes up to a limit: 8 kB can hold 8 MB. Throws SyncError `too-large`, or what fflate throws. */
import { Inflate } from 'fflate';
import { SyncError } from './sync-error';

/** Input per step, so that a bomb is noticed before it fills memory: it expands 1,032 : 1 at most. */
const STEP_BYTES = 4 * 1024;

export function inflateBounded(packed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let complete = false;
  const inflate = new Inflate((part, final) => {
    size += part.length;
    if (size > most) throw new SyncError('too-large', 'too large');
    parts.push(part);
    complete = final;
  });
  for (let at = 0; at < packed.length; at += STEP_BYTES) {
    inflate.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
  }
  if (!complete) throw new SyncError('damaged', 'truncated');
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
