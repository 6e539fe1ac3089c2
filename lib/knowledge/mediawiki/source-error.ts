/** Why a wiki gave no answer. `busy` carries the time (epoch milliseconds) before which it must not be asked again. */
export type WikiProblem = 'offline' | 'time-out' | 'busy' | 'bad-answer' | 'server-error' | 'refused';

export class SourceError extends Error {
  override readonly name = 'SourceError';
  constructor(
    readonly problem: WikiProblem,
    message: string,
    readonly retryAt: number | null = null,
  ) {
    super(message);
  }
}

/** A `bad-answer` that may be fine for a smaller request. */
export class TooLongError extends SourceError {
  constructor() {
    super('bad-answer', 'the answer is too long');
  }
}

/** Checked by name: in a script loaded separately the same error is of another class. */
export const isSourceError = (error: unknown): error is SourceError =>
  error instanceof Error && error.name === 'SourceError';
