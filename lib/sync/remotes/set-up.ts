/** How the reader adds a remote of a kind: what is asked, and what comes of it. For pages. */

export interface SetUpField {
  /** Its answer goes by this name. */
  readonly name: string;
  readonly is: 'address' | 'name' | 'secret';
  readonly label: string;
  readonly help: string | null;
}

export interface SetUpPorts {
  /** Asks the browser for a grant; to be called before anything is awaited, since browsers let nobody ask later. */
  readonly allow: (addresses: readonly string[]) => Promise<boolean>;
}

/** `not-allowed`: the reader, or the browser, said no. */
export type NotSetUp = 'bad-address' | 'not-allowed';

/** Every word is the key of a message: of a literal type, so that the page which shows it finds a missing one. */
export interface SetUp<Config> {
  /** On the button that leads to it. */
  readonly label: string;
  /** Below the buttons, where this browser can do it and where it cannot. */
  readonly help: string | null;
  readonly noHelp: string | null;
  /** Null: the press alone is enough, and the browser asks the rest. */
  readonly form: {
    readonly fields: readonly SetUpField[];
    readonly submit: string;
    /** Below the button that sends it off. */
    readonly help: string | null;
  } | null;
  /** Can this browser do it at all? */
  readonly isPossible: () => boolean;
  /** In the very turn of the press. Throws SyncError for what the place said. */
  readonly ask: (answers: Readonly<Record<string, string>>, ports: SetUpPorts) => Promise<Config | NotSetUp>;
  readonly isSame: (one: Config, other: Config) => boolean | Promise<boolean>;
  /** For a place that the browser has closed to us. In the turn of the press, too; false: the reader, or the browser, said no. */
  readonly allowAgain: (config: Config, ports: SetUpPorts) => Promise<boolean>;
}
