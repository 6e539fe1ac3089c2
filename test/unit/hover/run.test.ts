import { expect, it, vi } from 'vitest';
import { type Hover, runHover } from '../../../lib/hover';
import { HALF_FRAME_MS } from '../../../lib/hover/delays';
import { over } from './driver';

it('carries out timers by the injected clock and hands every other effect on, in order', () => {
  vi.useFakeTimers();
  try {
    const effects: string[] = [];
    const hover: Hover<string> = runHover<ReturnType<typeof setTimeout>, string>({
      restMs: 300,
      setTimeout: (run, ms) => setTimeout(run, ms),
      clearTimeout: (handle) => clearTimeout(handle),
      onEffect: (effect) => {
        effects.push(effect.type);
        // a cached answer comes at once, in the midst of the effects
        if (effect.type === 'request-card') hover.send({ type: 'answer', token: effect.token, answer: 'cached' });
      },
    });
    hover.send({ type: 'pointer', at: { x: 105, y: 105 }, time: 0, late: 0, under: over('soleimani'), held: false });
    // Half a frame early: the picture comes with the frame nearest to the end of the rest.
    vi.advanceTimersByTime(300 - HALF_FRAME_MS - 1);
    expect(effects).not.toContain('show');
    vi.advanceTimersByTime(1);
    expect(effects).toEqual(['mark-active', 'request-card', 'mark-active', 'show', 'fill']);
    expect(vi.getTimerCount()).toBe(0);
    hover.send({ type: 'pointer-gone' });
    expect(vi.getTimerCount()).toBe(1);
    hover.send({ type: 'escape' });
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
