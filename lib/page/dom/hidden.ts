import * as dom from './dom';

/** Reports when this document is no longer visible: its tab is in the background, or it is left. */
export function watchHidden(doc: Document, hidden: () => void, signal: AbortSignal): void {
  dom.listen(doc, 'visibilitychange', () => dom.visibilityState(doc) === 'hidden' && hidden(), { signal });
  dom.defaultView(doc)?.addEventListener('pagehide', hidden, { signal });
}
