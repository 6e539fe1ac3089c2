import type { FileProblem } from './types';

/** Why a whole file could not be read. File readers throw nothing else. */
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
