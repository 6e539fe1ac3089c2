import * as dom from './dom';

/** Tells when nobody sees this document any more: its tab is out of sight, or it is left. */
export function watchHidden(doc: Document, hidden: () => void, signal: AbortSignal): void {
  dom.listen(doc, 'visibilitychange', () => dom.visibilityState(doc) === 'hidden' && hidden(), { signal });
  dom.defaultView(doc)?.addEventListener('pagehide', hidden, { signal });
}
