/**
 * How much is read in one visit. A single file is capped by itself; a thousand of them, made by somebody who has access,
 * would keep this device busy for hours all the same. What is left is read by the next visits.
 */

/** Packed and unpacked together: some sixty files as full as ours get. */
export const VISIT_BYTES = 128 * 1024 * 1024;
/** Each is a request, and a run has ten minutes. */
export const VISIT_FILES = 2000;

export interface Budget {
  /** One file more was asked for. */
  ask(): void;
  spend(bytes: number): void;
  isSpent(): boolean;
}

export function createBudget(bytesLeft = VISIT_BYTES): Budget {
  let bytes = bytesLeft;
  let files = VISIT_FILES;
  return {
    ask() {
      files--;
    },
    spend(more) {
      bytes -= more;
    },
    isSpent: () => bytes <= 0 || files <= 0,
  };
}
