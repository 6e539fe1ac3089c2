/**
 * Installed by the page before anything else: it records everything that a browser tells a page. It runs in the page,
 * so it must not refer to anything outside itself.
 */

export interface Spy {
  /** Every different thing that was heard: a kind, a bar, what it said. */
  readonly heard: Set<string>;
  /** Elements that somebody else put into the document, in the order in which they came. */
  readonly hosts: readonly Element[];
  /** Forgets what was heard and got hold of, not who is there. */
  forget(): void;
  /** Nodes of ours which an event handed over, and everything that can be reached from them. */
  inside(): { readonly names: readonly string[]; readonly text: string };
  /** The frame of ours, if an event handed it over. */
  frame(): HTMLIFrameElement | null;
  keep(node: unknown): void;
}

export interface SpiedWindow {
  readonly spy: Spy;
}

export function spy(): void {
  const heard = new Set<string>();
  const kept = new Set<Node>();
  const hosts: Element[] = [];
  const put = (kind: string, ...words: unknown[]) => heard.add(`${kind}|${words.map(String).join('|')}`);

  /** Ours is what is a frame, stands in a root, or is a root. The page has none of these but what a test gives it. */
  const isOurs = (node: Node): boolean =>
    (node instanceof ShadowRoot || node.getRootNode() instanceof ShadowRoot || node.nodeName === 'IFRAME') &&
    !(node as Partial<Element>).closest?.('[data-own]');
  const keep = (value: unknown): void => {
    if (value instanceof Node) {
      if (isOurs(value)) kept.add(value);
    } else if (value instanceof Range) {
      keep(value.startContainer);
      keep(value.endContainer);
    } else if (Array.isArray(value)) for (const one of value) keep(one);
  };
  const nameOf = (value: unknown): string =>
    value === window ? 'window' : value instanceof Node ? value.nodeName : Object.prototype.toString.call(value);

  const names =
    'pointermove pointerdown pointerup pointerover pointerout pointerenter pointerleave pointercancel gotpointercapture lostpointercapture mousemove mousedown mouseup mouseover mouseout mouseenter mouseleave click dblclick auxclick contextmenu wheel scroll scrollend DOMMouseScroll MozMousePixelScroll touchstart touchmove touchend focus blur focusin focusout keydown keypress keyup beforeinput input change select selectstart selectionchange compositionstart compositionupdate compositionend copy cut paste beforecopy dragstart drag dragenter dragover dragleave drop dragend load error message messageerror securitypolicyviolation toggle beforetoggle command transitionrun transitionstart transitionend animationstart animationend resize visibilitychange pageshow pagehide beforeprint afterprint fullscreenchange slotchange unhandledrejection rejectionhandled beforematch contentvisibilityautostatechange close cancel submit invalid storage hashchange popstate DOMNodeInserted DOMSubtreeModified';
  for (const target of [window, document]) {
    for (const name of names.split(' ')) {
      const hear = (event: Event) => {
        const words: string[] = [];
        for (const property in event) {
          let value: unknown;
          try {
            value = (event as unknown as Record<string, unknown>)[property];
          } catch (thrown) {
            value = `throws ${thrown}`;
          }
          keep(value);
          if (typeof value === 'string' && value !== '') words.push(`${property}=${value}`);
          if (typeof value === 'object' && value !== null && property === 'data') words.push(JSON.stringify(value));
        }
        keep(event.composedPath());
        // What the caller of this listener is: a script that moved the focus stands in it.
        const stack = String(new Error().stack);
        const data = (event as ClipboardEvent).clipboardData ?? (event as DragEvent).dataTransfer;
        const carried = [...(data?.types ?? [])].map((type) => `${type}=${data?.getData(type)}`);
        put(event.type, nameOf(event.target), ...words, ...carried, /extension:/.test(stack) ? stack : '');
      };
      target.addEventListener(name, hear, { capture: true, passive: true });
    }
  }

  for (const type of PerformanceObserver.supportedEntryTypes) {
    try {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          for (const part of ['target', 'element', 'node']) keep((entry as unknown as Record<string, unknown>)[part]);
          put('entry', type, entry.name, JSON.stringify(entry));
        }
      }).observe({ type, buffered: true });
    } catch {
      // Not to be had here.
    }
  }
  if ('ReportingObserver' in window) {
    new ReportingObserver((reports) => {
      for (const report of reports) put('report', JSON.stringify(report));
    }).observe();
  }
  const watcher = new MutationObserver((records) => {
    for (const { addedNodes, target } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element) || node.closest('[data-own]')) continue;
        hosts.push(node);
        put('node', node.nodeName, node.outerHTML, target.nodeName);
      }
    }
  });
  // What the parser puts in is the page's own.
  addEventListener('DOMContentLoaded', () => watcher.observe(document, { childList: true, subtree: true }));

  const all = (): Node[] => {
    const found = new Set<Node>();
    for (const node of kept) {
      found.add(node);
      const root = node.getRootNode();
      if (!(root instanceof ShadowRoot)) continue;
      found.add(root);
      for (const inner of root.querySelectorAll('*')) found.add(inner);
    }
    return [...found];
  };
  const textOf = (node: Node): string => {
    if (!(node instanceof Element)) return node.textContent ?? '';
    const values = [...node.attributes].map(({ name, value }) => `${name}=${value}`);
    return [...values, (node as HTMLInputElement).value ?? '', node.textContent].join('\n');
  };
  const made: Spy = {
    heard,
    hosts,
    keep,
    forget() {
      heard.clear();
      kept.clear();
    },
    inside() {
      // A style of ours is in every build of ours that anybody can download.
      const nodes = all().filter((node) => !node.parentElement?.closest('style') && node.nodeName !== 'STYLE');
      const names = nodes.map(({ nodeName }) => nodeName);
      return { names: [...new Set(names)].sort(), text: nodes.map(textOf).join('\n') };
    },
    frame: () => (all().find((node) => node.nodeName === 'IFRAME') as HTMLIFrameElement | undefined) ?? null,
  };
  Object.assign(window, { spy: made });
}
