const PLACE = '__own';

/**
 * Every element that we ever put into this page: the page's watcher hears of one's going only after it is gone. In the global
 * that scripts of one extension share, since the button beside a selection is another script's.
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
 * Did it happen on our own element? It may stand in a dialog in a shadow tree, which has the event's target stand for it; and
 * Firefox shows a script of ours what stands in its closed root.
 */
export const isOnCard = (event: Event): boolean => event.composedPath().some((node) => isCardHost(node));

/** Is this our own element, in the page now or once? */
export const isCardHost = (node: object | null): boolean => node !== null && ownElements().has(node);
