import type { FileProblem } from './types';

/** Why a whole file could not be read. Nothing else is ever thrown by a reader of files. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  constructor(
    readonly why: FileProblem,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(detail === '' ? why : `${why}: ${detail}`, options);
  }
}
