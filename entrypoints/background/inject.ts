/** Puts built scripts of ours into documents of a tab. */
import { browser } from '../../lib/messages';

export interface InjectionTarget {
  readonly tabId: number;
  readonly allFrames?: boolean;
  readonly frameIds?: number[];
  /** Chromium: does not survive a navigation, unlike a frame's number. */
  readonly documentIds?: string[];
}

/** One document only, by its id where the browser has document ids. */
export const documentTarget = (tabId: number, frameId: number, documentId: string | null): InjectionTarget =>
  documentId === null ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] };

export async function injectInto(target: InjectionTarget, files: readonly string[]): Promise<void> {
  // The casts: WXT knows the names of the built files only after the first build, and the polyfill no documents.
  await browser.scripting.executeScript({ target, files: [...files], injectImmediately: true } as never);
}
