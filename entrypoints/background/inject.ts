/** Puts built scripts of ours into documents of a tab. */
import { browser } from '../../lib/messages';

export interface InjectionTarget {
  readonly tabId: number;
  readonly allFrames?: boolean;
  readonly frameIds?: number[];
  /** Chromium: survives no navigation, unlike a frame's number. */
  readonly documentIds?: string[];
}

export async function injectInto(target: InjectionTarget, files: readonly string[]): Promise<void> {
  // The casts: WXT knows the names of the built files only after the first build, and the polyfill no documents.
  await browser.scripting.executeScript({ target, files: [...files], injectImmediately: true } as never);
}

/** ms; a frame without scripts may never answer. */
const ANSWER_MS = 400;

/**
 * Do scripts of the page's world run in that document? Firefox runs what is asked for there in every document, so it cannot
 * tell; what a page puts into a frame of its own there is not found out by this.
 */
export async function runsScripts(target: InjectionTarget): Promise<boolean> {
  if (import.meta.env.FIREFOX) return false;
  const probe = { target, world: 'MAIN', func: () => true, injectImmediately: true };
  const asked = browser.scripting.executeScript(probe as never).catch(() => []);
  const late = new Promise<[]>((done) => setTimeout(() => done([]), ANSWER_MS));
  return (await Promise.race([asked, late])).some(({ result }) => result === true);
}
