import { expect, it, vi } from 'vitest';
import { GRACE_MS, type Hover, runHover } from '../../../lib/hover';
import { HALF_FRAME_MS } from '../../../lib/hover/delays';
import { over, target } from './driver';

it('runs timers by the injected clock and passes every other effect on, in order', () => {
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

function started(onEffect: (type: string, hover: Hover<string>, token: number) => void) {
  const stopped: unknown[] = [];
  const hover: Hover<string> = runHover<ReturnType<typeof setTimeout>, string>({
    restMs: 300,
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (handle) => {
      stopped.push(handle);
      clearTimeout(handle);
    },
    onEffect: (effect) => onEffect(effect.type, hover, 'token' in effect ? effect.token : -1),
  });
  return { hover, stopped };
}

it('handles an event that arrives during the effects after they are done', () => {
  const effects: string[] = [];
  const { hover } = started((type, of, token) => {
    effects.push(type);
    if (type === 'request-card') of.send({ type: 'answer', token, answer: 'cached' });
  });
  hover.send({ type: 'summon', target: target('soleimani') });
  expect(effects).toEqual(['mark-active', 'show', 'request-card', 'focus-in', 'fill']);
  expect(hover.state().is.mode).toBe('focus');
});

it('continues after an effect that failed', () => {
  const { hover } = started((type) => {
    if (type === 'focus-in') throw new Error('no frame');
  });
  expect(() => hover.send({ type: 'summon', target: target('soleimani') })).toThrow('no frame');
  hover.send({ type: 'escape' });
  expect(hover.state().is.mode).toBe('idle');
});

it('ends the grace period not a moment early, and stops only timers that run', () => {
  vi.useFakeTimers();
  try {
    const effects: string[] = [];
    const { hover, stopped } = started((type) => effects.push(type));
    hover.send({ type: 'pointer', at: { x: 105, y: 105 }, time: 0, late: 0, under: over('soleimani'), held: false });
    vi.advanceTimersByTime(300);
    hover.send({ type: 'pointer-gone' });
    vi.advanceTimersByTime(GRACE_MS - 1);
    expect(effects).not.toContain('hide');
    vi.advanceTimersByTime(1);
    expect(effects).toContain('hide');
    expect(stopped).not.toContain(undefined);
  } finally {
    vi.useRealTimers();
  }
});
