/** Every element that we ever put into this page: the page's watcher hears of one's going only after it is gone. */
const own = new WeakSet<object>();

export const claim = (element: Element): void => {
  own.add(element);
};

/**
 * Did it happen on our own element? It may stand in a dialog in a shadow tree, which has the event's target stand for it; and
 * Firefox shows a script of ours what stands in its closed root.
 */
export const isOnCard = (event: Event): boolean => event.composedPath().some((node) => isCardHost(node));

/** Is this our own element, in the page now or once? */
export const isCardHost = (node: object | null): boolean => node !== null && own.has(node);
