/** Someone else has written under this session's number. Nothing was stored. */
export class SessionTakenError extends Error {
  override readonly name = 'SessionTakenError';
}

/** By name: it is thrown in another script, whose copy of the class is not the caller's. */
export const isSessionTaken = (error: unknown): error is SessionTakenError =>
  error instanceof Error && error.name === 'SessionTakenError';
