/**
 * Every way known to us in which a page reads what is not its own. It runs in the page and refers to nothing outside
 * itself. A way counts when it yields a needle, or when it does anything else for the needle than for a word that is
 * nowhere: an oracle answers one guess at a time, and that is enough.
 */
import type { SpiedWindow } from './page-spy';

/** Names of the ways that worked, each with the needles that it found. */
export type Reads = Readonly<Record<string, readonly string[]>>;

export async function readEverything(needles: readonly string[]): Promise<Reads> {
  const reads: Record<string, string[]> = {};
  const absent = 'wqxzvaljk';
  const { spy } = window as unknown as SpiedWindow;
  const selection = getSelection() as Selection & { getComposedRanges?: (how?: object) => StaticRange[] };
  const hosts = () => spy.hosts.filter((host) => host.isConnected) as HTMLElement[];
  const put = (way: string, needle: string) => {
    reads[way] ??= [];
    if (!reads[way].includes(needle)) reads[way].push(needle);
  };
  const attempt = (run: () => unknown): string => {
    try {
      return String(run());
    } catch (thrown) {
      return (thrown as Error).name;
    }
  };
  /** A way that yields text. */
  const yields = (way: string, text: string) => {
    for (const needle of needles) if (text.includes(needle)) put(way, needle);
  };
  /** A way that takes a guess. */
  const answers = (way: string, ask: (guess: string) => string) => {
    const nothing = ask(absent);
    for (const needle of needles) {
      const said = ask(needle);
      if (said !== nothing && said.replaceAll(needle, '') !== nothing.replaceAll(absent, '')) put(way, needle);
    }
  };
  const page = window as unknown as { find?: (words: string, ...flags: boolean[]) => boolean };
  const around = (): string => {
    const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    spy.keep(range);
    const composed = attempt(() =>
      selection.getComposedRanges?.().map(({ startContainer, startOffset }) => startContainer.nodeName + startOffset),
    );
    const start = range && range.startContainer.nodeName + range.startOffset;
    const active = document.activeElement?.nodeName;
    return [selection.toString(), selection.anchorNode?.nodeName, start, composed, active, scrollX, scrollY].join();
  };
  const reset = () => {
    selection.removeAllRanges();
    scrollTo({ top: 0, behavior: 'instant' });
  };

  if (page.find) {
    for (let mask = 0; mask < 64; mask++) {
      const flags = Array.from({ length: 6 }, (_, bit) => Boolean((mask >> bit) & 1));
      answers('window.find', (guess) => {
        reset();
        return [attempt(() => page.find?.(guess, ...flags)), around()].join();
      });
    }
    // From whatever is found, and from the last word of the page, to both ends of everything.
    for (const from of ['Mute', 'deal', ...needles]) {
      for (const way of ['forward', 'backward'] as const) {
        for (const step of ['documentboundary', 'line', 'word', 'character']) {
          reset();
          attempt(() => page.find?.(from, false, false, true));
          for (let times = 0; times < 3; times++) attempt(() => selection.modify('extend', way, step));
          yields('selection.modify', selection.toString());
        }
      }
    }
  }
  reset();

  selection.selectAllChildren(document.documentElement);
  yields('selectAllChildren', around());
  const copied = (event: ClipboardEvent) => {
    yields('copy', `${event.clipboardData?.getData('text')}${event.clipboardData?.getData('text/html')}${selection}`);
  };
  document.addEventListener('copy', copied, true);
  for (const editable of ['off', 'on']) {
    document.designMode = editable;
    attempt(() => document.execCommand('selectAll'));
    yields(`selectAll, designMode ${editable}`, around());
    attempt(() => document.execCommand('copy'));
  }
  document.designMode = 'off';
  document.removeEventListener('copy', copied, true);
  reset();

  for (const host of hosts()) {
    const range = document.createRange();
    range.selectNode(host);
    yields('range', range.toString() + attempt(() => new XMLSerializer().serializeToString(range.cloneContents())));
    yields(
      'range',
      attempt(() => (range as Range & { createContextualFragment: unknown }).getClientRects().length),
    );
    attempt(() => selection.setBaseAndExtent(document.body, 0, host, 0));
    yields('selection to the host', around());
    const getHtml = (host as HTMLElement & { getHTML?: (how: object) => string }).getHTML;
    yields('markup', [host.outerText, host.textContent, host.outerHTML, host.title].join());
    yields(
      'getHTML',
      attempt(() => getHtml?.call(host, { serializableShadowRoots: true })),
    );
    yields(
      'getHTML of the page',
      attempt(() => getHtml?.call(document.documentElement, { serializableShadowRoots: true })),
    );
    const names = host as unknown as Record<string, unknown>;
    yields('names', ['ariaLabel', 'computedName', 'computedRole', 'accessKeyLabel'].map((name) => names[name]).join());
    yields(
      'root',
      attempt(() => host.shadowRoot?.textContent),
    );
    yields(
      'attachShadow',
      attempt(() => host.attachShadow({ mode: 'open' }).textContent),
    );
    for (const copy of [host.cloneNode(true), document.implementation.createHTMLDocument('').importNode(host, true)]) {
      yields(
        'copies',
        attempt(() => new XMLSerializer().serializeToString(copy)),
      );
      yields('copies', `${copy.textContent}${(copy as Element).shadowRoot?.textContent}`);
    }
    for (const pseudo of ['', '::before', '::part(card)', '::details-content', '::picker(select)']) {
      const style = getComputedStyle(host, pseudo || null);
      yields(
        'computed style',
        attempt(() => Array.from(style, (name) => style.getPropertyValue(name)).join()),
      );
    }
    const { x, y, width, height } = host.getBoundingClientRect();
    for (let across = 0.1; across < 1; across += 0.2) {
      for (let down = 0.05; down < 1; down += 0.1) {
        const [left, top] = [x + across * width, y + down * height];
        spy.keep(document.elementsFromPoint(left, top));
        const asked = document as unknown as Record<string, (...given: unknown[]) => Record<string, Node> | null>;
        for (const given of [{}, { shadowRoots: [] }]) {
          const caret = attempt(() => {
            const found = asked.caretPositionFromPoint?.(left, top, given);
            spy.keep(found?.offsetNode);
            return (found?.offsetNode as Text | undefined)?.data;
          });
          yields('caretPositionFromPoint', caret);
        }
        const old = attempt(() => {
          const found = asked.caretRangeFromPoint?.(left, top);
          spy.keep(found);
          return (found?.startContainer as unknown as Text | undefined)?.data;
        });
        yields('caretRangeFromPoint', old);
      }
    }
  }
  reset();

  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) spy.keep(node);
  const xpath = document.evaluate('//*', document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  for (let at = 0; at < xpath.snapshotLength; at++) spy.keep(xpath.snapshotItem(at));
  for (const animation of document.getAnimations()) spy.keep((animation.effect as KeyframeEffect | null)?.target);
  const rulesOf = (sheet: CSSStyleSheet) => attempt(() => [...sheet.cssRules].map(({ cssText }) => cssText).join());
  yields('style sheets', [...document.styleSheets, ...document.adoptedStyleSheets].map(rulesOf).join());
  for (let at = 0; at < 8; at++) {
    const inner = (window as unknown as Record<number, Window | undefined>)[at];
    if (!inner) continue;
    const asked = inner as unknown as { find?: (words: string) => boolean };
    yields('frames', attempt(() => inner.document.documentElement.outerHTML) + attempt(() => inner.getSelection()));
    answers('find in a frame', (guess) => attempt(() => asked.find?.(guess)));
  }
  for (const needle of needles) {
    const global = (window as unknown as Record<string, unknown>)[needle];
    if (global !== undefined) put('names of frames', needle);
  }
  yields(
    'performance',
    performance
      .getEntries()
      .map((entry) => JSON.stringify(entry))
      .join(),
  );
  yields(
    'history',
    attempt(() => JSON.stringify(history.state) + location.href + document.title + window.name),
  );
  yields(
    'storage',
    attempt(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie),
  );

  // Observers speak later.
  await new Promise((next) => setTimeout(next, 50));
  yields('what was heard', [...spy.heard].join('\n'));
  yields('nodes of ours', spy.inside().text);
  return reads;
}
