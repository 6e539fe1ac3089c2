/** Every element that we ever put into this page: the page's watcher hears of one's going only after it is gone. */
const own = new WeakSet<object>();

export const claim = (element: Element): void => {
  own.add(element);
};

/** Did it happen on our own element? It may stand in a dialog in a shadow tree, which has the event's target stand for it. */
export const isOnCard = (event: Event): boolean => isCardHost(event.composedPath()[0] ?? null);

/** Is this our own element, in the page now or once? */
export const isCardHost = (node: object | null): boolean => node !== null && own.has(node);
