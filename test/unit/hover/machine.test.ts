/** The hover machine, rule by rule. Long because each rule of the issue is one short story; they share one driver. */
import { describe, expect, it } from 'vitest';
import { GRACE_MS, initialHover, openCard, PREFETCH_MS, SETTLE_MS, STACK_CAP } from '../../../lib/hover';
import { drive, over, target } from './driver';

const NOTHING = { on: 'nothing' } as const;
const IN_CARD = { on: 'card' } as const;

describe('a card opens', () => {
  it('when the pointer has rested on a name for the set time, not before', () => {
    const hover = drive(300);
    hover.move(105, 105, over('soleimani'));
    hover.wait(299);
    expect(hover.mode()).toBe('resting');
    hover.wait(1);
    expect(hover.mode()).toBe('hover');
    expect(hover.shown()).toEqual(['soleimani']);
  });

  it('that long after the move, however late the page was examined', () => {
    const hover = drive(300);
    hover.move(105, 105, over('soleimani'), false, 50);
    hover.wait(PREFETCH_MS - 50 - 1);
    expect(hover.of('request-card')).toEqual([]);
    hover.wait(1);
    expect(hover.of('request-card')).toHaveLength(1);
    hover.wait(300 - PREFETCH_MS - 1);
    expect(hover.shown()).toEqual([]);
    hover.wait(1);
    expect(hover.shown()).toEqual(['soleimani']);
    // A rest that is shorter than the delay is over at once.
    const impatient = drive(30);
    impatient.move(105, 105, over('soleimani'), false, 50);
    impatient.wait(0);
    expect(impatient.shown()).toEqual(['soleimani']);
  });

  it('not while the pointer travels along the name faster than the gate', () => {
    const hover = drive(100);
    for (let i = 0; i < 12; i++) {
      hover.move(100 + i * 50, 105, over('soleimani')); // 50 px in 40 ms = 1.25 px/ms
      hover.wait(40);
    }
    expect(hover.shown()).toEqual([]);
    hover.wait(100);
    expect(hover.shown()).toEqual(['soleimani']);
  });

  it('without restarting its rest for a slow move within the name', () => {
    const hover = drive(300);
    hover.move(105, 105, over('soleimani'));
    hover.wait(200);
    hover.move(110, 105, over('soleimani'));
    hover.wait(100);
    expect(hover.shown()).toEqual(['soleimani']);
  });

  it('at once with a rest of 0, but a fast pointer must slow down first', () => {
    const slow = drive(0);
    slow.move(105, 105, over('soleimani'));
    slow.wait(0);
    expect(slow.shown()).toEqual(['soleimani']);

    const fast = drive(0);
    fast.move(0, 105, NOTHING);
    fast.wait(10);
    fast.move(105, 105, over('soleimani'));
    fast.wait(SETTLE_MS - 1);
    expect(fast.shown()).toEqual([]);
    fast.wait(1);
    expect(fast.shown()).toEqual(['soleimani']);
  });

  it('not for a name that scrolling brings under a still pointer', () => {
    const hover = drive(300);
    hover.move(105, 105, NOTHING);
    hover.wait(500);
    hover.move(105, 105, over('soleimani'));
    hover.wait(2000);
    expect(hover.shown()).toEqual([]);
    hover.move(106, 105, over('soleimani'));
    hover.wait(300);
    expect(hover.shown()).toEqual(['soleimani']);
  });

  it('not while a mouse button is held: that is a selection', () => {
    const hover = drive(300);
    hover.move(105, 105, over('soleimani'), true);
    hover.wait(2000);
    expect(hover.mode()).toBe('idle');
  });

  it('not if the pointer left before the rest was over, and no timer is left behind', () => {
    const hover = drive(300);
    hover.enter('soleimani');
    hover.move(400, 400, NOTHING);
    expect(hover.mode()).toBe('idle');
    expect(hover.timers()).toEqual([]);
  });

  it('not for a name that was pressed (its link is being followed)', () => {
    const hover = drive(300);
    hover.enter('soleimani');
    hover.send({ type: 'press-outside' });
    hover.move(107, 107, over('soleimani'));
    hover.wait(2000);
    expect(hover.shown()).toEqual([]);
  });
});

describe('requesting a card', () => {
  it('happens early, once, and an answer that came before the rest was over is shown', () => {
    const hover = drive(300);
    hover.move(105, 105, over('soleimani'));
    hover.wait(PREFETCH_MS);
    const [question] = hover.of('request-card');
    expect(question?.entity).toBe('entity-soleimani');
    hover.send({ type: 'answer', token: question?.token ?? -1, answer: 'early' });
    expect(hover.of('fill')).toEqual([]);
    hover.wait(200);
    expect(hover.of('fill').map((e) => e.answer)).toEqual(['early']);
    expect(hover.of('request-card')).toHaveLength(1);
  });

  it('happens when the card opens if the rest is shorter than the prefetch', () => {
    const hover = drive(50);
    hover.move(105, 105, over('soleimani'));
    hover.wait(50);
    expect(hover.of('request-card')).toHaveLength(1);
  });

  it('ignores a late answer', () => {
    const hover = drive();
    hover.open('soleimani');
    const late = hover.of('request-card')[0]?.token ?? -1;
    hover.send({ type: 'escape' });
    hover.open('pmf');
    const before = hover.state();
    hover.send({ type: 'answer', token: late, answer: 'of another card' });
    expect(hover.state()).toBe(before);
    expect(hover.of('fill')).toEqual([]);
  });

  it('accepts further answers to the same request (the article after the card)', () => {
    const hover = drive();
    hover.open();
    const token = hover.of('request-card')[0]?.token ?? -1;
    hover.send({ type: 'answer', token, answer: 'card' });
    hover.send({ type: 'answer', token, answer: 'card and article' });
    expect(hover.of('fill').map((e) => e.answer)).toEqual(['card', 'card and article']);
  });
});

describe('a card stays', () => {
  it('for as long as the pointer is on the name or on the card', () => {
    const hover = drive();
    hover.open();
    hover.wait(10_000);
    expect(hover.mode()).toBe('hover');
    hover.move(120, 200, IN_CARD);
    hover.wait(60_000);
    expect(hover.mode()).toBe('hover');
    expect(hover.timers()).toEqual([]);
  });

  it('for the grace period after the pointer left, then closes', () => {
    const hover = drive();
    hover.open();
    hover.move(600, 20, NOTHING);
    hover.wait(GRACE_MS - 1);
    expect(openCard(hover.state())).not.toBeNull();
    hover.wait(1);
    expect(hover.mode()).toBe('idle');
    expect(hover.of('hide')).toHaveLength(1);
  });

  it('no longer for a pointer that stands still on its way, however often the page moves under it', () => {
    const hover = drive();
    hover.open();
    hover.move(110, 125, NOTHING);
    for (let times = 0; times < 4; times++) {
      hover.wait(GRACE_MS / 5);
      hover.move(110, 125, NOTHING);
    }
    hover.wait(GRACE_MS / 5 - 1);
    expect(hover.mode()).toBe('closing');
    hover.wait(1);
    expect(hover.mode()).toBe('idle');
  });

  it('if the pointer comes back within the grace period', () => {
    const hover = drive();
    hover.open();
    hover.move(600, 20, NOTHING);
    hover.wait(200);
    hover.move(120, 200, IN_CARD);
    hover.wait(5000);
    expect(hover.mode()).toBe('hover');
  });

  it('while the pointer moves slowly through the corridor, across another name', () => {
    const hover = drive();
    hover.open();
    for (let y = 121; y < 140; y++) {
      hover.move(130, y, y > 124 && y < 136 ? over('iran') : NOTHING);
      hover.wait(250);
    }
    hover.move(130, 145, IN_CARD);
    hover.wait(5000);
    expect(hover.shown()).toEqual(['soleimani']);
    expect(hover.mode()).toBe('hover');
  });

  it('while text in it is being selected beyond its edge', () => {
    const hover = drive();
    hover.open();
    hover.move(120, 200, IN_CARD);
    hover.move(700, 500, NOTHING, true);
    hover.wait(5000);
    expect(hover.mode()).toBe('hover');
  });

  it('while the focus is inside, wherever the pointer is', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'focus', inside: true });
    hover.move(700, 500, over('pmf'));
    hover.wait(60_000);
    expect(hover.mode()).toBe('focus');
    hover.send({ type: 'focus', inside: false });
    hover.wait(GRACE_MS);
    expect(hover.mode()).toBe('idle');
  });
});

describe('a card is replaced by another', () => {
  it('when the pointer rests on another name outside the corridor, without a gap in between', () => {
    const hover = drive(200);
    hover.open();
    hover.enter('pmf');
    hover.wait(200);
    expect(hover.shown()).toEqual(['soleimani', 'pmf']);
    expect(hover.of('hide')).toEqual([]);
    expect(hover.timers()).toEqual([]);
  });

  it('after it has closed, when the rest is longer than the grace period', () => {
    const hover = drive(800);
    hover.open();
    hover.enter('pmf');
    hover.wait(GRACE_MS);
    expect(hover.mode()).toBe('resting');
    expect(hover.of('hide')).toHaveLength(1);
    hover.wait(500);
    expect(hover.shown()).toEqual(['soleimani', 'pmf']);
  });

  it('on a name in the corridor, if the pointer stops there until the card has closed', () => {
    const hover = drive();
    hover.open();
    hover.move(130, 130, over('iran'));
    hover.wait(GRACE_MS + 300);
    expect(hover.shown()).toEqual(['soleimani', 'iran']);
  });

  it('not when it is pinned or focused', () => {
    for (const hold of [{ type: 'pin' }, { type: 'focus', inside: true }] as const) {
      const hover = drive();
      hover.open();
      hover.send(hold);
      hover.enter('pmf');
      hover.wait(5000);
      expect(hover.shown()).toEqual(['soleimani']);
    }
  });
});

describe('a card is closed', () => {
  it('by Escape, and stays closed until the pointer has left the name', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'escape' });
    expect(hover.mode()).toBe('idle');
    hover.move(110, 110, over('soleimani'));
    hover.wait(5000);
    expect(hover.shown()).toEqual(['soleimani']);
    hover.move(600, 20, NOTHING);
    hover.enter('soleimani');
    hover.wait(300);
    expect(hover.shown()).toEqual(['soleimani', 'soleimani']);
  });

  it('by Escape only if it is open', () => {
    const idle = drive();
    const before = idle.state();
    idle.send({ type: 'escape' });
    expect(idle.state()).toBe(before);
    const resting = drive();
    resting.enter('soleimani');
    expect(openCard(resting.state())).toBeNull();
    resting.send({ type: 'escape' });
    expect(resting.mode()).toBe('resting');
  });

  it.each([
    ['hover', { hidden: true, scrolled: true, pressed: true }],
    ['closing', { hidden: true, scrolled: true, pressed: true }],
    ['focus', { hidden: false, scrolled: false, pressed: true }],
    ['pinned', { hidden: false, scrolled: false, pressed: false }],
    ['sheet', { hidden: false, scrolled: false, pressed: true }],
  ] as const)('in mode %s by what ends that mode', (mode, ends) => {
    const into = () => {
      const hover = drive();
      if (mode === 'sheet') hover.send({ type: 'tap', target: target('soleimani') });
      else hover.open();
      if (mode === 'closing') hover.move(600, 20, NOTHING);
      if (mode === 'focus') hover.send({ type: 'focus', inside: true });
      if (mode === 'pinned') hover.send({ type: 'pin' });
      expect(hover.mode()).toBe(mode);
      return hover;
    };
    const gone = (event: Parameters<ReturnType<typeof drive>['send']>[0]) => {
      const hover = into();
      hover.send(event);
      expect(hover.of('hide')).toHaveLength(hover.mode() === 'idle' ? 1 : 0);
      return hover.mode() === 'idle';
    };
    expect(gone({ type: 'tab-hidden' })).toBe(ends.hidden);
    expect(gone({ type: 'anchor', anchor: null })).toBe(ends.scrolled);
    expect(gone({ type: 'press-outside' })).toBe(ends.pressed);
    expect(gone({ type: 'escape' })).toBe(true);
    expect(gone({ type: 'close' })).toBe(true);
    expect(gone({ type: 'visit-ended' })).toBe(true);
  });

  it('but not while its name is merely moved and still in view', () => {
    const hover = drive();
    hover.open();
    const anchor = { x: 100, y: 60, width: 80, height: 20 };
    expect(hover.send({ type: 'anchor', anchor })).toContainEqual({ type: 'move', anchor });
    expect(hover.mode()).toBe('hover');
  });
});

describe('focus', () => {
  it('enters only on request, and returns on Escape', () => {
    const hover = drive();
    hover.open();
    expect(hover.of('focus-in')).toEqual([]);
    hover.send({ type: 'escape' });
    expect(hover.of('restore-focus')).toEqual([]);

    hover.send({ type: 'summon', target: target('pmf') });
    expect(hover.mode()).toBe('focus');
    expect(hover.of('focus-in')).toHaveLength(1);
    hover.send({ type: 'escape' });
    expect(hover.of('restore-focus')).toHaveLength(1);
  });

  it('is not taken from what the reader pressed', () => {
    const hover = drive();
    hover.send({ type: 'summon', target: target('pmf') });
    hover.send({ type: 'press-outside' });
    expect(hover.of('restore-focus')).toEqual([]);
  });

  it('moves from card to card with the command, and into a card that is already open', () => {
    const hover = drive();
    hover.send({ type: 'summon', target: target('soleimani') });
    hover.send({ type: 'summon', target: target('pmf') });
    expect(hover.shown()).toEqual(['soleimani', 'pmf']);
    expect(hover.state().last?.id).toBe('pmf');
    hover.send({ type: 'summon', target: target('pmf') });
    expect(hover.shown()).toHaveLength(2);
    expect(hover.of('focus-in')).toHaveLength(3);
  });
});

describe('pin', () => {
  it('keeps the card open; when unpinned, the pointer decides', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'pin' });
    hover.move(600, 20, NOTHING);
    hover.wait(5000);
    expect(hover.mode()).toBe('pinned');
    hover.move(120, 200, IN_CARD);
    hover.send({ type: 'unpin' });
    expect(hover.mode()).toBe('hover');
    hover.send({ type: 'pin' });
    hover.send({ type: 'pointer-gone' });
    hover.send({ type: 'unpin' });
    expect(hover.mode()).toBe('closing');
    hover.wait(GRACE_MS);
    expect(hover.mode()).toBe('idle');
  });
});

describe('a request without an answer', () => {
  const asked = (hover: ReturnType<typeof drive>) => hover.of('request-card').at(-1)?.token ?? -1;

  it('takes back the stacked card that it was about, and no other', () => {
    const hover = drive();
    hover.open();
    const first = asked(hover);
    hover.send({ type: 'nested', entity: 'a' });
    const nested = asked(hover);
    hover.send({ type: 'nested', entity: 'b' });
    expect(hover.send({ type: 'no-answer', token: nested })).toEqual([]);
    expect(openCard(hover.state())?.stack).toEqual(['entity-soleimani', 'a', 'b']);
    hover.send({ type: 'no-answer', token: asked(hover) });
    expect(openCard(hover.state())?.stack).toEqual(['entity-soleimani', 'a']);
    expect(hover.send({ type: 'no-answer', token: first })).toEqual([]);
  });

  it('leaves the card of the mention itself as it is', () => {
    const hover = drive();
    hover.open();
    expect(hover.send({ type: 'no-answer', token: asked(hover) })).toEqual([]);
    expect(hover.mode()).toBe('hover');
  });

  it('is repeated when the card opens after all', () => {
    const hover = drive();
    hover.enter('soleimani');
    hover.wait(PREFETCH_MS);
    hover.send({ type: 'no-answer', token: asked(hover) });
    hover.wait(300);
    expect(hover.shown()).toEqual(['soleimani']);
    expect(hover.of('request-card').map(({ entity }) => entity)).toEqual(['entity-soleimani', 'entity-soleimani']);
  });
});

describe('names inside the card', () => {
  const depth = (hover: ReturnType<typeof drive>) => openCard(hover.state())?.stack.length;

  it('open their cards on top, and Back returns; each is requested anew and the older answer ignored', () => {
    const hover = drive();
    hover.open();
    const first = hover.of('request-card').at(-1)?.token ?? -1;
    hover.send({ type: 'nested', entity: 'quds-force' });
    expect(hover.of('turn').at(-1)).toMatchObject({ entity: 'quds-force', depth: 1 });
    hover.send({ type: 'answer', token: first, answer: 'late' });
    expect(hover.of('fill')).toEqual([]);
    hover.send({ type: 'back' });
    expect(hover.of('turn').at(-1)).toMatchObject({ entity: 'entity-soleimani', depth: 0 });
    const before = hover.state();
    hover.send({ type: 'back' });
    expect(hover.state()).toBe(before);
  });

  it(`lie at most ${STACK_CAP} deep`, () => {
    const hover = drive();
    hover.open();
    for (let i = 0; i < 9; i++) hover.send({ type: 'nested', entity: `n${i}` });
    expect(depth(hover)).toBe(STACK_CAP);
  });

  it('that are further down in the stack are returned to', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'nested', entity: 'a' });
    hover.send({ type: 'nested', entity: 'b' });
    hover.send({ type: 'nested', entity: 'a' });
    expect(openCard(hover.state())?.stack).toEqual(['entity-soleimani', 'a']);
    hover.send({ type: 'nested', entity: 'entity-soleimani' });
    expect(openCard(hover.state())?.stack).toEqual(['entity-soleimani']);
  });

  it('are replaced by the runner-up that the reader chose instead', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'nested', entity: 'a' });
    hover.send({ type: 'instead', entity: 'namesake' });
    expect(openCard(hover.state())?.stack).toEqual(['namesake']);
    expect(hover.of('request-card').at(-1)?.entity).toBe('namesake');
  });
});

it('a tap opens a sheet that needs no pointer, with the focus in it', () => {
  const hover = drive();
  hover.send({ type: 'tap', target: target('soleimani') });
  expect(hover.of('show')[0]).toMatchObject({ mode: 'sheet' });
  hover.wait(60_000);
  expect(hover.mode()).toBe('sheet');
});

it('the rest is kept between 0 and 1000 ms', () => {
  expect(initialHover(-5).restMs).toBe(0);
  expect(initialHover(9000).restMs).toBe(1000);
  expect(initialHover(Number.NaN).restMs).toBe(300);
  const hover = drive();
  hover.send({ type: 'rest-changed', restMs: 700 });
  hover.move(105, 105, over('soleimani'));
  hover.wait(699);
  expect(hover.mode()).toBe('resting');
  hover.wait(1);
  expect(hover.mode()).toBe('hover');
});
