import type { MappedBlock } from './text-block';

/** UTF-16 units of text per request: linked in well under 100 ms, and far below message limits. */
export const BATCH_TEXT = 128_000;
/** The first request is small, so that the first marks appear at once. */
export const FIRST_BATCH_TEXT = 12_000;

/**
 * Splits blocks into requests, in reading order, since a surname depends on the full name before it. Only the batch on
 * the screen moves ahead, right after the first (which has the headline and introduces the people).
 */
export function scanBatches(
  blocks: readonly MappedBlock[],
  isOnScreen: (block: MappedBlock) => boolean,
): MappedBlock[][] {
  const batches: MappedBlock[][] = [];
  let batch: MappedBlock[] = [];
  let size = 0;
  for (const block of blocks) {
    const limit = batches.length === 0 ? FIRST_BATCH_TEXT : BATCH_TEXT;
    if (batch.length > 0 && size + block.text.length > limit) {
      batches.push(batch);
      batch = [];
      size = 0;
    }
    batch.push(block);
    size += block.text.length;
  }
  if (batch.length > 0) batches.push(batch);
  if (batches.length < 3) return batches;
  const [first, ...others] = batches;
  // At the top of the page (the usual case) nothing else is measured: with 200,000 words that took 10 ms.
  const visible = first!.some(isOnScreen) ? 0 : others.findIndex((one) => one.some(isOnScreen));
  if (visible > 0) others.unshift(...others.splice(visible, 1));
  return [first!, ...others];
}
