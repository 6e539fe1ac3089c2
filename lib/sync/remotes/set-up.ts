/** How the reader adds a remote of each kind: what is asked, and the result. For pages. */

export interface SetUpField {
  /** The key of its answer. */
  readonly name: string;
  readonly is: 'address' | 'name' | 'secret';
  readonly label: string;
  readonly help: string | null;
}

export interface SetUpPorts {
  /** Asks the browser for access. Call before any `await`: browsers allow it only in the user's gesture. */
  readonly allow: (addresses: readonly string[]) => Promise<boolean>;
}

/** `not-allowed`: the reader or the browser refused. */
export type NotSetUp = 'bad-address' | 'not-allowed';

/** Each text is a message key of a literal type, so that the page fails to compile if one is missing. */
export interface SetUp<Config> {
  /** On the button that opens it. */
  readonly label: string;
  /** Below the buttons, if this browser supports it and if it does not. */
  readonly help: string | null;
  readonly noHelp: string | null;
  /** Null: pressing the button is enough, and the browser asks the rest. */
  readonly form: {
    readonly fields: readonly SetUpField[];
    readonly submit: string;
    /** Below the submit button. */
    readonly help: string | null;
  } | null;
  /** Does this browser support it? */
  readonly isPossible: () => boolean;
  /** Must run directly in the user's gesture. Throws SyncError for the remote's answer. */
  readonly ask: (answers: Readonly<Record<string, string>>, ports: SetUpPorts) => Promise<Config | NotSetUp>;
  readonly isSame: (one: Config, other: Config) => boolean | Promise<boolean>;
  /** If the browser has withdrawn access. In the user's gesture too; false: the reader or the browser refused. */
  readonly allowAgain: (config: Config, ports: SetUpPorts) => Promise<boolean>;
}
