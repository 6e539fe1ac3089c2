/** Every element that we ever put into this page: the page's watcher hears of one's going only after it is gone. */
const own = new WeakSet<object>();

export const claim = (element: Element): void => {
  own.add(element);
};

/** Is this our own element, in the page now or once? */
export const isCardHost = (node: object | null): boolean => node !== null && own.has(node);
