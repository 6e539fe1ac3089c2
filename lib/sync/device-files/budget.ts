/**
 * Limits how much one visit reads. Single files have their own limit, but a thousand of them, made by an attacker with
 * access, would still keep this device busy for hours. Later visits read the rest.
 */

/** Packed and unpacked together: about sixty of our fullest files. */
export const VISIT_BYTES = 128 * 1024 * 1024;
/** Each is a request, and a run has ten minutes. */
export const VISIT_FILES = 2000;

export interface VisitBudget {
  /** One more file was requested. */
  ask(): void;
  spend(bytes: number): void;
  isSpent(): boolean;
}

export function createBudget(bytesLeft = VISIT_BYTES): VisitBudget {
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
