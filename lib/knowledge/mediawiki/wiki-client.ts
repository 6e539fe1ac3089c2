/** Asks one wiki, politely: a queue, silence for as long as the wiki says, one retry, a log for the reader. */

export interface WikiQuestion {
  /** What is added to the address of the API. */
  readonly query: Readonly<Record<string, string>>;
  /** Names, for the log that the reader sees; nothing where none is to be kept. */
  readonly names: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** Of the body, unpacked. */
  readonly limitBytes: number;
}

export interface WikiClient {
  readonly api: string;
  /** The body of an answer that is JSON. Rejects with SourceError, or with the reason of the signal. */
  ask(question: WikiQuestion): Promise<string>;
}
