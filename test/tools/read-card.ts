/**
 * Reads the open card as a screen reader does: by the accessibility tree of its frame, which no page script can reach.
 * The frame is a process of its own in Chromium, with a tree of its own.
 */
import type { CDPSession, Frame, Page } from 'playwright-core';

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
  return withCard(
    page,
    async (card) => card && { label: text(card.dialog.name), ...partsBelow(card.dialog, card.nodes) },
  );
}

/** The frame of the card that is on the screen; null when none is. */
export async function cardFrameOf(page: Page): Promise<Frame | null> {
  for (const frame of page.frames()) {
    if (!/^(about:srcdoc|data:)/.test(frame.url())) continue;
    // One that was only prepared is hidden; one that goes in this moment is none.
    const element = await frame.frameElement().catch(() => null);
    if ((await element?.isVisible().catch(() => false)) ?? false) return frame;
  }
  return null;
}

/** Milliseconds for Chromium to answer. */
const UNANSWERED = 5_000;

/** Presses the button or link of that name in the open card with the mouse, once it stands still. */
export async function pressInCard(page: Page, name: string | RegExp): Promise<void> {
  let last = '';
  for (;;) {
    const at = await placeInCard(page, name);
    if (JSON.stringify(at) === last) {
      // Chromium lets no press through to a frame that has moved a moment ago, where it shares the page's process.
      if (at.shared) await page.waitForTimeout(700);
      // A press that closes the card may take its frame away before Chromium has answered for it: no answer comes then.
      await Promise.race([page.mouse.click(at.x, at.y), page.waitForTimeout(UNANSWERED)]);
      return;
    }
    last = JSON.stringify(at);
    // A card grows when its answer comes.
    await page.waitForTimeout(100);
  }
}

/** The same for a button with an effect that costs: it counts only after half a second in full sight. */
export async function pressCostly(page: Page, name: string | RegExp): Promise<void> {
  await placeInCard(page, name);
  await page.waitForTimeout(800);
  await pressInCard(page, name);
}

/** Milliseconds for what comes in any case: a busy machine may take this long for a card, or for a press to bring the next button. */
const PATIENCE = 30_000;

async function unanswered(page: Page): Promise<never> {
  await page.waitForTimeout(UNANSWERED);
  throw new Error('Chromium does not answer where the button is');
}

/** The middle of that button or link, brought into view. */
export async function placeInCard(page: Page, name: string | RegExp): Promise<Place> {
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      return await Promise.race([placeInCardNow(page, name), unanswered(page)]);
    } catch (thrown) {
      if (Date.now() > end) throw thrown;
      await page.waitForTimeout(100);
    }
  }
}

export function placeInCardNow(page: Page, name: string | RegExp): Promise<Place> {
  return withCard(page, async (card) => {
    const { dialog, nodes, session, frame } = card ?? {};
    const named = (node: AxNode) => (typeof name === 'string' ? text(node.name) === name : name.test(text(node.name)));
    const pressable = (node: AxNode) => ['button', 'link'].includes(text(node.role)) && named(node);
    const button = dialog && nodes && below(dialog, nodes).find(pressable);
    if (!button || !session || !frame)
      throw new Error(`the open card (${text(dialog?.name) || 'none'}) has no button ${name}`);
    const target = { backendNodeId: button.backendDOMNodeId as number };
    await session.send('DOM.scrollIntoViewIfNeeded', target);
    const { quads } = await session.send('DOM.getContentQuads', target);
    const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = quads[0] ?? [];
    const at = await originOf(frame, session);
    return { x: at.x + (x1 + x2) / 2, y: at.y + (y1 + y2) / 2, shared: at.shared };
  });
}

interface Place {
  readonly x: number;
  readonly y: number;
  /** Does the frame live in the process of its page? */
  readonly shared: boolean;
}

type Tree = ReadonlyMap<string, AxNode>;

interface OpenCard {
  readonly dialog: AxNode;
  readonly nodes: Tree;
  readonly frame: Frame;
  readonly session: CDPSession;
}

async function withCard<Result>(page: Page, use: (card: OpenCard | null) => Promise<Result>): Promise<Result> {
  const frame = await cardFrameOf(page);
  if (!frame) return use(null);
  const { session, frameId } = await sessionOf(frame);
  try {
    const tree = session.send('Accessibility.getFullAXTree', frameId === null ? {} : { frameId });
    const all = await (tree as Promise<{ nodes: AxNode[] }>).then(
      ({ nodes }) => nodes,
      async (thrown) => {
        // A pinned card that is closed takes its frame along, which may be while it is read.
        if (await isGone(frame)) return null;
        throw thrown;
      },
    );
    if (all === null) return await use(null);
    const nodes = new Map(all.map((node) => [node.nodeId, node]));
    const dialog = all.find(isCard);
    return await use(dialog ? { dialog, nodes, frame, session } : null);
  } finally {
    await session.detach().catch(() => {});
  }
}

/** The browser tells that a frame went a moment after nothing can be asked of it. */
async function isGone(frame: Frame): Promise<boolean> {
  for (let tries = 0; tries < 20 && !frame.isDetached(); tries++) await new Promise((next) => setTimeout(next, 50));
  return frame.isDetached();
}

/** A frame in the process of its page has no session of its own: it is named in the page's. */
async function sessionOf(frame: Frame): Promise<{ readonly session: CDPSession; readonly frameId: string | null }> {
  const context = frame.page().context();
  try {
    return { session: await context.newCDPSession(frame), frameId: null };
  } catch {
    const session = await context.newCDPSession(frame.page());
    const { frameTree } = await session.send('Page.getFrameTree');
    const same = frameTree.childFrames?.find(({ frame: one }) => one.url === frame.url());
    return { session, frameId: same?.frame.id ?? null };
  }
}

/** Where the frame's own coordinates begin. */
async function originOf(frame: Frame, session: CDPSession): Promise<Place> {
  const { frameTree } = await session.send('Page.getFrameTree');
  // In the page's own session, boxes are the page's already.
  if (frameTree.frame.url === frame.page().url()) return { x: 0, y: 0, shared: true };
  const box = await (await frame.frameElement()).boundingBox();
  return { x: box?.x ?? 0, y: box?.y ?? 0, shared: false };
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
export async function waitForCard(page: Page, name?: string, timeOutMs = PATIENCE): Promise<ReadCard> {
  const until = Date.now() + timeOutMs;
  for (;;) {
    const card = await readCard(page);
    if (card && (name === undefined || card.label === `Backstory: ${name}`)) return card;
    if (Date.now() > until) throw new Error(`no card${name ? ` of ${name}` : ''}; open: ${card?.label ?? 'none'}`);
    await page.waitForTimeout(50);
  }
}

/** Waits until no card is open. */
export async function waitForNoCard(page: Page, timeOutMs = PATIENCE): Promise<void> {
  const until = Date.now() + timeOutMs;
  for (;;) {
    const card = await readCard(page);
    if (!card) return;
    if (Date.now() > until) throw new Error(`still open: ${card.label}`);
    await page.waitForTimeout(50);
  }
}
