/** What the reader has put away, and for how long it stays away. */
import { describe, expect, it } from 'vitest';
import type { HoverEvent } from '../../../lib/hover';
import { closing, drive, over, target } from './driver';

describe('a dismissed name does not open again', () => {
  const EVENTS = [{ type: 'escape' }, { type: 'press-outside' }] as const satisfies readonly HoverEvent[];

  it.each(EVENTS)('on $type, while its card is closing: the name under the pointer', (event) => {
    const hover = drive();
    hover.open();
    // On its way to the card the pointer lies on another name.
    hover.move(130, 130, over('iran'));
    hover.send(event);
    hover.move(131, 131, over('iran'));
    hover.wait(5000);
    expect(hover.shown()).toEqual(['soleimani']);
  });

  it.each(EVENTS)('on $type, while its card is closing and the pointer is on no name: its own name', (event) => {
    const hover = closing();
    hover.send(event);
    expect(hover.state().dismissed).toBe('soleimani');
  });

  it('after a press during a rest', () => {
    const hover = drive();
    hover.enter('soleimani');
    hover.send({ type: 'press-outside' });
    expect(hover.state().dismissed).toBe('soleimani');
    expect(hover.timers()).toEqual([]);
  });

  it('until the visit ends, which also forgets where the focus was', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'escape' });
    expect(hover.state().last?.id).toBe('soleimani');
    hover.send({ type: 'visit-ended' });
    expect(hover.state()).toMatchObject({ dismissed: null, last: null });
  });

  it('or until its card is requested by command', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'escape' });
    hover.send({ type: 'summon', target: target('soleimani') });
    expect(hover.state().dismissed).toBeNull();
  });

  it('but a press outside a pinned card, or with nothing open, dismisses nothing', () => {
    const pinned = drive();
    pinned.open();
    pinned.send({ type: 'pin' });
    for (const hover of [pinned, drive()]) {
      const before = hover.state();
      expect(hover.send({ type: 'press-outside' })).toEqual([]);
      expect(hover.state()).toBe(before);
    }
  });
});

describe('a rest ends', () => {
  it.each([{ type: 'tab-hidden' }, { type: 'anchor', anchor: null }, { type: 'pointer-gone' }] as const)(
    'on $type, and no tint is left behind',
    (event) => {
      const hover = drive();
      hover.enter('soleimani');
      hover.send(event);
      expect([hover.mode(), hover.timers()]).toEqual(['idle', []]);
      expect(hover.of('mark-active').at(-1)?.mention).toBeNull();
    },
  );
});
