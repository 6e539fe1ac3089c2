/**
 * Nodes of a page, read past the names that its markup may lay over them.
 *
 * `<form><input name="parentElement">` stands in front of what the DOM says of that form, in Chromium for content scripts,
 * too: a walk up the page went round for ever. `<img name="body">` does so for a document; Chromium 156 and Firefox 153 shield
 * content scripts from that one, which no standard asks of them. So what is read of a node is read with the accessor of the
 * DOM's own class, which is beyond the page's reach in our world; that of our window also works on nodes of same-origin
 * frames. `test/unit/page/clobbered-names.test.ts` keeps every other way of reading nodes out of this room.
 */

/** Looked up on first use, since some files of this room also run without a DOM; searches the whole prototype chain. */
function find<Found>(of: string, key: PropertyKey, kind: 'get' | 'value'): Found {
  for (let at = Reflect.get(globalThis, of).prototype; at; at = Reflect.getPrototypeOf(at)) {
    const found = Reflect.getOwnPropertyDescriptor(at, key)?.[kind];
    if (found) return found;
  }
  // A missing property gives our answer, not the page's.
  return (() => undefined) as Found;
}

/**
 * For any element unless a class is given. `otherwise` is returned for a node without the property or no longer alive:
 * in Firefox everything read in a frame becomes a dead object once the page removes the frame.
 */
function get<Of, Value>(key: keyof Of, otherwise: Value, of = 'HTMLElement') {
  let read: (() => Value) | undefined;
  return (node: Of): Value => {
    read ??= find<() => Value>(of, key, 'get');
    try {
      return read.call(node);
    } catch {
      return otherwise;
    }
  };
}
function call<Of, Given extends unknown[], Answer>(key: keyof Of, otherwise: Answer, of = 'HTMLElement') {
  let run: ((...given: Given) => Answer) | undefined;
  return (node: Of, ...given: Given): Answer => {
    run ??= find<(...given: Given) => Answer>(of, key, 'value');
    try {
      return run.apply(node, given);
    } catch {
      return otherwise;
    }
  };
}
/** The browser's live and static lists, or none. */
type List<Item> = Iterable<Item> & { readonly length: number };
type Rect = Pick<DOMRect, 'x' | 'y' | 'width' | 'height' | 'top' | 'bottom'>;
const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0, top: 0, bottom: 0 };
const DOCUMENT = 'Document';

type Heard = (event: Event) => void;
export const listen = call<EventTarget, [type: string, Heard, AddEventListenerOptions], void>(
  'addEventListener',
  undefined,
);

const nodeType = get<Node, number>('nodeType', 0);
const ownerDocument = get<Node, Document | null>('ownerDocument', null);
const compareDocumentPosition = call<Node, [Node], number>('compareDocumentPosition', 0);
export const parentElement = get<Node, Element | null>('parentElement', null);
export const childNodes = get<Node, List<Node>>('childNodes', []);
export const firstChild = get<Node, Node | null>('firstChild', null);
export const nextSibling = get<Node, Node | null>('nextSibling', null);
export const isConnected = get<Node, boolean>('isConnected', false);
const getRootNode = call<Node, [], Node | null>('getRootNode', null);
export const contains = call<Node, [Node], boolean>('contains', false);

const assignedSlot = get<Element, Element | null>('assignedSlot', null);
const allIn = call<Element, [string], List<Element>>('querySelectorAll', []);
const oneIn = call<Element, [string], Element | null>('querySelector', null);
export const localName = get<Element, string>('localName', '');
export const nextElementSibling = get<Element, Element | null>('nextElementSibling', null);
export const children = get<Element, List<Element>>('children', []);
export const shadowRoot = get<Element, ShadowRoot | null>('shadowRoot', null);
const text = get<Node, string | null>('textContent', null);
export const textContent = (node: Node): string => text(node) ?? '';
export const nodeName = get<Node, string>('nodeName', '');
export const getAttribute = call<Element, [string], string | null>('getAttribute', null);
export const hasAttribute = call<Element, [string], boolean>('hasAttribute', false);
export const matches = call<Element, [string], boolean>('matches', false);
export const closest = call<Element, [string], Element | null>('closest', null);
export const byTag = call<Element, [string], List<Element>>('getElementsByTagName', []);
export const boxOf = call<Element, [], Rect>('getBoundingClientRect', NOWHERE);
export const checkVisibility = call<Element, [CheckVisibilityOptions], boolean | undefined>(
  'checkVisibility',
  undefined,
);

const host = get<ShadowRoot, Element | null>('host', null, 'ShadowRoot');
const type = get<HTMLInputElement, string>('type', '', 'HTMLInputElement');
const isContentEditable = get<HTMLElement, boolean>('isContentEditable', false);
const append = call<Element, [Node], void>('append', undefined);
export const clientWidth = get<Element, number>('clientWidth', 0);
export const clientHeight = get<Element, number>('clientHeight', 0);
export const focus = call<HTMLElement, [FocusOptions], void>('focus', undefined);
export const offsetWidth = get<HTMLElement, number>('offsetWidth', 0);
export const offsetHeight = get<HTMLElement, number>('offsetHeight', 0);
export const contentDocument = get<HTMLIFrameElement, Document | null>('contentDocument', null, 'HTMLIFrameElement');
export const assignedNodes = call<HTMLSlotElement, [], Node[]>('assignedNodes', [], 'HTMLSlotElement');

const activeElement = get<Document, Element | null>('activeElement', null, DOCUMENT);
const allOf = call<Document, [string], List<Element>>('querySelectorAll', [], DOCUMENT);
const oneOf = call<Document, [string], Element | null>('querySelector', null, DOCUMENT);
export const body = get<Document, HTMLElement | null>('body', null, DOCUMENT);
export const head = get<Document, HTMLElement | null>('head', null, DOCUMENT);
export const documentElement = get<Document, HTMLElement | null>('documentElement', null, DOCUMENT);
export const title = get<Document, string>('title', '', DOCUMENT);
export const contentType = get<Document, string>('contentType', '', DOCUMENT);
export const designMode = get<Document, string>('designMode', '', DOCUMENT);
export const readyState = get<Document, string>('readyState', '', DOCUMENT);
export const visibilityState = get<Document, string>('visibilityState', '', DOCUMENT);
export const defaultView = get<Document, Window | null>('defaultView', null, DOCUMENT);
const create = call<Document, [string], Element | null>('createElement', null, DOCUMENT);
const hasFocus = call<Document, [], boolean>('hasFocus', true, DOCUMENT);
export const selectionOf = call<Document, [], Selection | null>('getSelection', null, DOCUMENT);
export const createRange = call<Document, [], Range | null>('createRange', null, DOCUMENT);
export const createTreeWalker = call<Document, [Node, number], TreeWalker | null>('createTreeWalker', null, DOCUMENT);
export const elementFromPoint = call<Document, [number, number], Element | null>('elementFromPoint', null, DOCUMENT);
export const elementsFromPoint = call<Document, [number, number], Element[]>('elementsFromPoint', [], DOCUMENT);
export const caretPositionFromPoint = call<
  Document,
  [number, number, { shadowRoots: ShadowRoot[] }],
  CaretPosition | null | undefined
>('caretPositionFromPoint', null, DOCUMENT);
export const caretRangeFromPoint = call<Document, [number, number], Range | null | undefined>(
  'caretRangeFromPoint',
  null,
  DOCUMENT,
);

export const isElement = (node: Node): node is Element => nodeType(node) === 1;
export const isText = (node: Node): node is Text => nodeType(node) === 3;
/** Not `instanceof`: each frame has its own classes. */
export const isDocument = (node: Node): node is Document => nodeType(node) === 9;

/** The element whose shadow tree is `root`; null for any other node. */
export const hostOf = (root: Node): Element | null => (nodeType(root) === 11 ? host(root as ShadowRoot) : null);
export const isEditable = (element: Element): boolean => isContentEditable(element as HTMLElement);
export const inputType = (element: Element): string => type(element as HTMLInputElement);

/** A node's document; a document's is itself. */
export const documentOf = (node: Node): Document => ownerDocument(node) ?? (node as Document);
export const isDead = (node: Node): boolean => nodeType(node) === 0;
/** Is a node in the page? In a removed frame's document it still counts as connected. */
export function isThere(node: Node): boolean {
  const view = defaultView(documentOf(node));
  return view !== null && !view.closed && isConnected(node);
}
export const rootOf = (node: Node): Node => getRootNode(node) ?? node;
export const follows = (node: Node, other: Node): boolean => (compareDocumentPosition(other, node) & 4) !== 0;
/** The slot a node is painted in. */
export const slotOf = (node: Node): Element | null =>
  isElement(node) ? assignedSlot(node) : isText(node) ? node.assignedSlot : null;
export const styleOf = (element: Element, pseudo?: string): CSSStyleDeclaration | undefined =>
  defaultView(documentOf(element))?.getComputedStyle(element, pseudo);
export const all = (scope: Element | Document, selector: string): List<Element> =>
  isDocument(scope) ? allOf(scope, selector) : allIn(scope, selector);
export const one = (scope: Element | Document, selector: string): Element | null =>
  isDocument(scope) ? oneOf(scope, selector) : oneIn(scope, selector);

/** Creates an element of ours. */
export const make = <Name extends 'div' | 'iframe' | 'p'>(doc: Document, name: Name): HTMLElementTagNameMap[Name] =>
  create(doc, name) as HTMLElementTagNameMap[Name];
export const put = (element: Element, into: Element): void => append(into, element);
/** Does the page, including its frames, have the keyboard? */
export const holdsKeyboard = (doc: Document): boolean => hasFocus(doc);
/** The element with focus in this document; for a shadow tree its host. */
export const focusedIn = (doc: Document): Element | null => activeElement(doc);

/** The element with focus, in any open shadow tree. */
export function focused(doc: Document): Element | null {
  let at = activeElement(doc);
  for (let inner = at; inner; inner = shadowRoot(inner)?.activeElement ?? null) at = inner;
  return at;
}
