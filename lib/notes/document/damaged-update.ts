import type { DocId } from '../types';

/** Bytes that are no Yjs update, or one that contradicts the document. Nothing of it was stored. */
export class DamagedUpdateError extends Error {
  override readonly name: string = 'DamagedUpdateError';
  constructor(
    readonly doc: DocId | null,
    options?: ErrorOptions,
  ) {
    super(`the update of ${doc ?? 'a document'} cannot be read`, options);
  }
}

/** It, or what it would become, is larger than a note can be. Nothing of it was stored. */
export class NoteTooLargeError extends DamagedUpdateError {
  override readonly name = 'NoteTooLargeError';
  /** Crosses the border of a message as it is. */
  readonly code = 'note-too-large';
}

/**
 * By their names: who runs an exchange stands in a file of its own, with copies of these classes that are not the ones of
 * the store which throws them.
 */
export const isTooLarge = (error: unknown): error is NoteTooLargeError =>
  error instanceof Error && error.name === 'NoteTooLargeError';
export const isDamagedUpdate = (error: unknown): error is DamagedUpdateError =>
  isTooLarge(error) || (error instanceof Error && error.name === 'DamagedUpdateError');
