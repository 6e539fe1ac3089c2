/**
 * What happens to an open card other than by the pointer: opened on request, pinned, released, navigated, dismissed.
 */
import { GRACE_MS, STACK_CAP } from './delays';
import { ask, clear, clearTimers, type Desk, emit, go, setTimer, show, update } from './desk';
import { apexOf } from './pointer';
import type { OpenCard, Target } from './types';

export function onSummon<A>(desk: Desk<A>, target: Target): void {
  const { is } = desk.state;
  if ('open' in is && is.open.mention.id === target.mention.id) {
    // Pinned stays pinned and a sheet stays a sheet: only the focus moves in.
    const held = is.mode === 'pinned' || is.mode === 'sheet';
    clearTimers(desk, 'grace', 'rest', 'prefetch');
    go(desk, { mode: held ? is.mode : 'focus', open: { ...is.open, focusInside: true } });
    if (!held && is.mode !== 'focus') emit(desk, { type: 'mode', mode: 'focus' });
  } else {
    go(desk, {
      mode: 'focus',
      open: { ...show(desk, target, 'focus', null), focusInside: true },
    });
  }
  emit(desk, { type: 'focus-in' });
}

export function onTap<A>(desk: Desk<A>, target: Target): void {
  const { is } = desk.state;
  if (is.mode === 'sheet' && is.open.mention.id === target.mention.id) return;
  go(desk, {
    mode: 'sheet',
    open: { ...show(desk, target, 'sheet', null), focusInside: true },
  });
  emit(desk, { type: 'focus-in' });
}

export function onFocus<A>(desk: Desk<A>, inside: boolean): void {
  const { is } = desk.state;
  if (!('open' in is) || is.open.focusInside === inside) return;
  const open: OpenCard = { ...is.open, focusInside: inside };
  if (is.mode === 'pinned' || is.mode === 'sheet') {
    go(desk, { mode: is.mode, open });
    return;
  }
  if (!inside) {
    letGo(desk, open);
    return;
  }
  clearTimers(desk, 'grace', 'rest', 'prefetch');
  go(desk, { mode: 'focus', open });
  emit(desk, { type: 'mode', mode: 'focus' });
}

/** No longer pinned or focused: from here on the pointer decides. */
function letGo<A>(desk: Desk<A>, open: OpenCard): void {
  if (open.focusInside) {
    go(desk, { mode: 'focus', open });
    emit(desk, { type: 'mode', mode: 'focus' });
    return;
  }
  const apex = apexOf(desk.state, open);
  if (open.pointerIn === 'away') {
    setTimer(desk, 'grace', GRACE_MS);
    go(desk, { mode: 'closing', open, apex, under: null, next: null });
  } else go(desk, { mode: 'hover', open, apex });
  emit(desk, { type: 'mode', mode: 'hover' });
}

export function onPin<A>(desk: Desk<A>): void {
  const { is } = desk.state;
  if (is.mode !== 'hover' && is.mode !== 'closing' && is.mode !== 'focus') return;
  clearTimers(desk, 'grace', 'rest', 'prefetch');
  go(desk, { mode: 'pinned', open: is.open });
  emit(desk, { type: 'mode', mode: 'pinned' });
}

export function onUnpin<A>(desk: Desk<A>): void {
  const { is } = desk.state;
  if (is.mode === 'pinned') letGo(desk, is.open);
}

/** Escape or Close. The reader dismissed it: it stays away until the pointer has left its name. */
export function onDismiss<A>(desk: Desk<A>): void {
  const { is } = desk.state;
  if (!('open' in is)) return;
  clear(desk, 'restore-focus');
  update(desk, { dismissed: (is.mode === 'closing' && is.under ? is.under : is.open).mention.id });
}

/** Does only the pointer hold the card open? */
export function onlyHovered<A>(desk: Desk<A>): boolean {
  const { mode } = desk.state.is;
  return mode === 'resting' || mode === 'hover' || mode === 'closing';
}

export function onPressOutside<A>(desk: Desk<A>): void {
  const { is } = desk.state;
  if (is.mode === 'idle' || is.mode === 'pinned') return;
  const on = is.mode === 'resting' ? is.resting : is.mode === 'closing' && is.under ? is.under : is.open;
  // The press itself decides the focus; restoring it would take it from what was pressed.
  clear(desk, 'leave-focus');
  update(desk, { dismissed: on.mention.id });
}

export function onAnchor<A>(desk: Desk<A>, anchor: OpenCard['anchor'] | null): void {
  const { is } = desk.state;
  if (anchor === null) {
    // A card the reader holds (pinned, focused, sheet) is not taken away by a scroll.
    if (onlyHovered(desk)) clear(desk, 'leave-focus');
    return;
  }
  if (!('open' in is)) return;
  changeOpen(desk, { anchor });
  if (is.mode !== 'sheet') emit(desk, { type: 'move', anchor });
}

export function changeOpen<A>(desk: Desk<A>, change: Partial<OpenCard>): void {
  const { is } = desk.state;
  if ('open' in is) go(desk, { ...is, open: { ...is.open, ...change } });
}

export function onNested<A>(desk: Desk<A>, entity: string): void {
  const { is } = desk.state;
  if (!('open' in is)) return;
  const { stack } = is.open;
  const below = stack.indexOf(entity);
  if (below >= 0) {
    // A name already further down is gone back to, so that a ↔ b cannot fill the stack.
    if (below < stack.length - 1) turnTo(desk, stack.slice(0, below + 1));
  } else if (stack.length < STACK_CAP) turnTo(desk, [...stack, entity]);
}

export function turnTo<A>(desk: Desk<A>, stack: readonly string[]): void {
  const { is } = desk.state;
  const [first, ...more] = stack;
  if (!('open' in is) || first === undefined) return;
  const entity = more.at(-1) ?? first;
  emit(desk, { type: 'turn', entity, depth: more.length });
  changeOpen(desk, { stack: [first, ...more], question: ask(desk, entity) });
  const now = desk.state.is;
  if (now.mode !== 'closing') return;
  // Something in it was pressed, so it is in use.
  clearTimers(desk, 'grace', 'rest', 'prefetch');
  go(desk, {
    mode: 'hover',
    open: { ...now.open, pointerIn: 'card' },
    apex: now.apex,
  });
}

export function onBack<A>(desk: Desk<A>): void {
  const { is } = desk.state;
  if ('open' in is && is.open.stack.length > 1) turnTo(desk, is.open.stack.slice(0, -1));
}
