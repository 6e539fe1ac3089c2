/** Types over a call map: an interface whose methods take one `ask` and return the answer. */

export type CallName<Calls> = keyof Calls & string;

export type Ask<Calls, Name extends keyof Calls> = Calls[Name] extends (ask: infer A) => unknown ? A : never;

export type Answer<Calls, Name extends keyof Calls> = Calls[Name] extends (ask: never) => infer R ? R : never;

/** Who sent a message, as the browser vouches for it. */
export interface Caller {
  /** A page of our own (popup, library, welcome); else a script in a web page. */
  readonly ownPage: boolean;
  readonly tabId: number | null;
  readonly frameId: number | null;
  /** Of exactly this document; null in browsers that do not number them. */
  readonly documentId: string | null;
  /** Of the frame itself. */
  readonly url: string | null;
  /** Of the tab, not of the frame in it; null where the browser keeps it from us. */
  readonly tabUrl: string | null;
  readonly windowId: number | null;
  /** Nothing that comes from a private window may be stored. */
  readonly incognito: boolean;
}

export type Handlers<Calls> = {
  readonly [Name in keyof Calls]: (
    ask: Ask<Calls, Name>,
    caller: Caller,
  ) => Answer<Calls, Name> | Promise<Answer<Calls, Name>>;
};
