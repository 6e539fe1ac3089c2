/** Does this browser tell whether anything lies over an element, dims or moves it? Chromium does. */
export const tellsSight = (): boolean =>
  typeof IntersectionObserverEntry !== 'undefined' && 'isVisible' in IntersectionObserverEntry.prototype;
