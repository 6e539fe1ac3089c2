/** Reads the open card as a screen reader does: the accessibility tree sees into closed shadow roots, page scripts do not. */
import type { CDPSession, Page } from 'playwright-core';

export interface ReadCard {
  /** Name of the dialog: `Backstory: <entity name>`. */
  readonly label: string;
  /** Its text, a line for each heading, paragraph, list item or button. */
  readonly lines: readonly string[];
  readonly buttons: readonly string[];
  /** Name of the button, link or heading in it that has the focus. */
  readonly focus: string | null;
}

interface AxNode {
  readonly nodeId: string;
  readonly backendDOMNodeId?: number;
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly childIds?: readonly string[];
}

const BREAKS = new Set([
  'heading',
  'paragraph',
  'listitem',
  'button',
  'link',
  'term',
  'definition',
  'region',
  'status',
]);

/** Null when no card is open. */
export async function readCard(page: Page): Promise<ReadCard | null> {
  return withTree(page, async (nodes) => {
    const dialog = [...nodes.values()].find(isCard);
    return dialog ? { label: text(dialog.name), ...partsBelow(dialog, nodes) } : null;
  });
}

/** Presses the button or link of that name in the open card with the mouse, once it stands still. */
export async function pressInCard(page: Page, name: string | RegExp): Promise<void> {
  let last = '';
  for (;;) {
    const at = await placeInCard(page, name);
    if (JSON.stringify(at) === last) return page.mouse.click(at.x, at.y);
    last = JSON.stringify(at);
    // A card grows when its answer comes.
    await page.waitForTimeout(100);
  }
}

/** The middle of that button or link, brought into view. */
export function placeInCard(page: Page, name: string | RegExp): Promise<{ readonly x: number; readonly y: number }> {
  return withTree(page, async (nodes, session) => {
    const dialog = [...nodes.values()].find(isCard);
    const named = (node: AxNode) => (typeof name === 'string' ? text(node.name) === name : name.test(text(node.name)));
    const pressable = (node: AxNode) => ['button', 'link'].includes(text(node.role)) && named(node);
    const button = dialog && below(dialog, nodes).find(pressable);
    if (!button) throw new Error(`the open card (${text(dialog?.name) || 'none'}) has no button ${name}`);
    const target = { backendNodeId: button.backendDOMNodeId as number };
    await session.send('DOM.scrollIntoViewIfNeeded', target);
    const { quads } = await session.send('DOM.getContentQuads', target);
    const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = quads[0] ?? [];
    return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  });
}

type Tree = ReadonlyMap<string, AxNode>;

async function withTree<Result>(
  page: Page,
  use: (nodes: Tree, session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
    return await use(new Map(nodes.map((node) => [node.nodeId, node])), session);
  } finally {
    await session.detach();
  }
}

const isCard = (node: AxNode): boolean => text(node.role) === 'dialog' && text(node.name).startsWith('Backstory: ');

const below = (node: AxNode, nodes: Tree): AxNode[] =>
  (node.childIds ?? []).flatMap((id) => nodes.get(id) ?? []).flatMap((child) => [child, ...below(child, nodes)]);

function partsBelow(root: AxNode, nodes: Tree): Omit<ReadCard, 'label'> {
  const lines: string[] = [''];
  const walk = (node: AxNode): void => {
    const role = text(node.role);
    if (BREAKS.has(role)) lines.push('');
    if (role === 'StaticText') lines.push(`${lines.pop() ?? ''} ${text(node.name)}`);
    else for (const id of node.childIds ?? []) walk(nodes.get(id) ?? EMPTY);
    if (BREAKS.has(role)) lines.push('');
  };
  walk(root);
  const inside = below(root, nodes);
  const focused = inside.find(({ properties }) =>
    properties?.some(({ name, value }) => name === 'focused' && value.value),
  );
  return {
    lines: lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== ''),
    buttons: inside.filter(({ role }) => text(role) === 'button').map(({ name }) => text(name)),
    focus: focused ? text(focused.name) : null,
  };
}

const EMPTY: AxNode = { nodeId: '', ignored: true };

function text(value: { readonly value?: unknown } | undefined): string {
  return typeof value?.value === 'string' ? value.value : '';
}

/** Waits for the open card, if `name` is given for the card of that name. */
export async function waitForCard(page: Page, name?: string, timeOutMs = 5_000): Promise<ReadCard> {
  const until = Date.now() + timeOutMs;
  for (;;) {
    const card = await readCard(page);
    if (card && (name === undefined || card.label === `Backstory: ${name}`)) return card;
    if (Date.now() > until) throw new Error(`no card${name ? ` of ${name}` : ''}; open: ${card?.label ?? 'none'}`);
    await page.waitForTimeout(50);
  }
}

/** Waits until no card is open. */
export async function waitForNoCard(page: Page, timeOutMs = 5_000): Promise<void> {
  const until = Date.now() + timeOutMs;
  for (;;) {
    const card = await readCard(page);
    if (!card) return;
    if (Date.now() > until) throw new Error(`still open: ${card.label}`);
    await page.waitForTimeout(50);
  }
}
