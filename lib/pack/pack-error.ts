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

/** By its name: the background's parts are files of their own, each with a class of its own. */
export const isPackError = (thrown: unknown): thrown is PackError =>
  thrown instanceof Error && thrown.name === 'PackError';
