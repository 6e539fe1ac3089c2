export type PackProblem = 'not-a-pack' | 'truncated' | 'damaged' | 'newer' | 'older' | 'too-large' | 'invalid-source';

/** Thrown by the reader and the writer. `problem` picks the reader-visible sentence; `message` is for developers. */
export class PackError extends Error {
  override readonly name = 'PackError';
  constructor(
    readonly problem: PackProblem,
    message: string,
  ) {
    super(message);
  }
}
