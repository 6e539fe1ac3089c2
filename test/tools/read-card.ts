/** Reads the open card as a screen reader does: the accessibility tree sees into closed shadow roots, page scripts do not. */
import type { Page } from 'playwright-core';

export interface ReadCard {
  /** Name of the dialog: `Backstory: <entity name>`. */
  readonly label: string;
  /** Its text, a line for each heading, paragraph, list item or button. */
  readonly lines: readonly string[];
  readonly buttons: readonly string[];
}

interface AxNode {
  readonly nodeId: string;
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
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
    const dialog = nodes.find((node) => text(node.role) === 'dialog' && text(node.name).startsWith('Backstory: '));
    return dialog
      ? { label: text(dialog.name), ...linesBelow(dialog, new Map(nodes.map((n) => [n.nodeId, n]))) }
      : null;
  } finally {
    await session.detach();
  }
}

function linesBelow(root: AxNode, nodes: ReadonlyMap<string, AxNode>): { lines: string[]; buttons: string[] } {
  const lines: string[] = [''];
  const buttons: string[] = [];
  const walk = (node: AxNode): void => {
    const role = text(node.role);
    if (role === 'button') buttons.push(text(node.name));
    if (BREAKS.has(role)) lines.push('');
    if (role === 'StaticText') lines.push(`${lines.pop() ?? ''} ${text(node.name)}`);
    else for (const id of node.childIds ?? []) walk(nodes.get(id) ?? EMPTY);
    if (BREAKS.has(role)) lines.push('');
  };
  walk(root);
  return { lines: lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== ''), buttons };
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
