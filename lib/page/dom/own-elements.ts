const PLACE = '__own';

/**
 * Every element we ever put into this page: the page's watcher hears of a removal only afterwards. Stored in the global
 * shared by scripts of one extension, since the selection button is another script's.
 */
function ownElements(): WeakSet<object> {
  const before: WeakSet<object> | undefined = Reflect.getOwnPropertyDescriptor(globalThis, PLACE)?.value;
  if (before) return before;
  const own = new WeakSet();
  Object.defineProperty(globalThis, PLACE, { value: own });
  return own;
}

export const claim = (element: Element): void => {
  ownElements().add(element);
};

/**
 * Did it happen on our own element? In a dialog in a shadow tree the event's target is the host; and Firefox shows our
 * script what is in its own closed root.
 */
export const isOnCard = (event: Event): boolean => event.composedPath().some((node) => isCardHost(node));

/** Is this our own element, now or formerly in the page? */
export const isCardHost = (node: object | null): boolean => node !== null && ownElements().has(node);
