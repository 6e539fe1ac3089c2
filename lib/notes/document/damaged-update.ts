import type { DocId } from '../types';

/** Bytes that are not a Yjs update, or that contradict the document. Nothing was stored. */
export class DamagedUpdateError extends Error {
  override readonly name: string = 'DamagedUpdateError';
  constructor(
    readonly doc: DocId | null,
    options?: ErrorOptions,
  ) {
    super(`the update of ${doc ?? 'a document'} cannot be read`, options);
  }
}

/** It, or the resulting note, is larger than a note can be. Nothing was stored. */
export class NoteTooLargeError extends DamagedUpdateError {
  override readonly name = 'NoteTooLargeError';
  /** Crosses a message border unchanged. */
  readonly code = 'note-too-large';
}

/**
 * Checked by name: the exchange runs in a file of its own, whose copies of these classes differ from those of the store
 * that throws them.
 */
export const isTooLarge = (error: unknown): error is NoteTooLargeError =>
  error instanceof Error && error.name === 'NoteTooLargeError';
export const isDamagedUpdate = (error: unknown): error is DamagedUpdateError =>
  isTooLarge(error) || (error instanceof Error && error.name === 'DamagedUpdateError');
