/**
 * Presses that cannot be proved to be the reader's, since the browser does not tell whether a page covered the button.
 * They take effect at once, and the card offers to undo them for some seconds. If a page removes the card within that
 * time, they are undone here.
 */
import type { FrameCall } from '../messages';

/** In ms: as long as the card offers to undo. */
const UNDO_MS = 10_000;

export interface UnprovenPresses {
  /** After a call from the card was carried out. */
  note(card: string, call: FrameCall): void;
  /** The card is gone: the calls that undo its effects. */
  lost(card: string): readonly FrameCall[];
}

export function createUnprovenPresses(now: () => number): UnprovenPresses {
  const open = new Map<string, { readonly undo: FrameCall; readonly until: number }[]>();
  return {
    note(card, call) {
      const undo = opposite(call);
      if (!undo) return;
      const others = (open.get(card) ?? []).filter(({ undo: one }) => !isSame(one, call) && !isSame(one, undo));
      // Undoing needs no undo.
      open.set(card, isWayBack(call) ? others : [...others, { undo, until: now() + UNDO_MS }]);
    },
    lost(card) {
      const all = open.get(card) ?? [];
      open.delete(card);
      return all.filter(({ until }) => now() < until).map(({ undo }) => undo);
    },
  };
}

function opposite(call: FrameCall): FrameCall | null {
  if (call.name === 'mute' && call.ask.proof === 'none')
    return { ...call, ask: { ...call.ask, muted: !call.ask.muted } };
  if (call.name === 'know' && call.ask.proof === 'none')
    return { ...call, ask: { ...call.ask, known: !call.ask.known } };
  if (call.name === 'refuse' && call.ask.proof === 'none')
    return { ...call, ask: { ...call.ask, refused: !call.ask.refused } };
  return null;
}

const isWayBack = (call: FrameCall): boolean =>
  (call.name === 'mute' && !call.ask.muted) ||
  (call.name === 'know' && !call.ask.known) ||
  (call.name === 'refuse' && !call.ask.refused);

const isSame = (one: FrameCall, other: FrameCall): boolean =>
  one.name === other.name && JSON.stringify(one.ask) === JSON.stringify(other.ask);
