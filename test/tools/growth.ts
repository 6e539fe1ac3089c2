/** For tests that work grows with its input no faster than it should: two runs compared, so that a busy machine slows both. */
import { processorMilliseconds } from '../bench/measure';

/** What is shorter cannot be measured. */
const SHORTEST_MS = 20;

/** How many times the processor time of `small` the processor time of `large` is; each the better of two runs. */
export function growth(small: () => unknown, large: () => unknown): number {
  const best = (work: () => unknown): number => Math.min(processorMilliseconds(work), processorMilliseconds(work));
  return best(large) / Math.max(best(small), SHORTEST_MS);
}
