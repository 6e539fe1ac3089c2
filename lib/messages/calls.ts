/** Types over a call map: an interface whose methods take one `ask` and return the answer. */

export type CallName<Calls> = keyof Calls & string;

export type Ask<Calls, Name extends keyof Calls> = Calls[Name] extends (ask: infer A) => unknown ? A : never;

export type Answer<Calls, Name extends keyof Calls> = Calls[Name] extends (ask: never) => infer R ? R : never;

/** Who sent a message, vouched for by the browser. */
export interface Caller {
  /** One of our pages (popup, library, welcome); else a script in a web page. */
  readonly ownPage: boolean;
  readonly tabId: number | null;
  readonly frameId: number | null;
  /** Of exactly this document; null in browsers without document ids. */
  readonly documentId: string | null;
  /** Of the frame itself. */
  readonly url: string | null;
  /** Of the tab, not of the frame in it; null if the browser hides it. */
  readonly tabUrl: string | null;
  readonly windowId: number | null;
  /** Nothing from a private window may be stored. */
  readonly incognito: boolean;
}

export type Handlers<Calls> = {
  readonly [Name in keyof Calls]: (
    ask: Ask<Calls, Name>,
    caller: Caller,
  ) => Answer<Calls, Name> | Promise<Answer<Calls, Name>>;
};
