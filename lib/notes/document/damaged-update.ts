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
