/** What a moving pointer does, where the way, the speed and what lies under it decide. */
import { describe, expect, it } from 'vitest';
import { GRACE_MS, openCard, PREFETCH_MS, SETTLE_MS } from '../../../lib/hover';
import { CARD, drive, over, target } from './driver';

const NOTHING = { on: 'nothing' } as const;
const IN_CARD = { on: 'card' } as const;

describe('a fast pointer', () => {
  it.each([
    ['sideways', 0, 105],
    ['from above', 105, 0],
  ])('%s has to slow down first', (_way, x, y) => {
    const hover = drive(0);
    hover.move(x, y, NOTHING);
    hover.wait(10);
    hover.move(105, 105, over('soleimani'));
    hover.wait(SETTLE_MS - 1);
    expect(hover.shown()).toEqual([]);
    hover.wait(1);
    expect(hover.shown()).toEqual(['soleimani']);
  });

  it('keeps a longer rest as it is', () => {
    const hover = drive(300);
    hover.move(0, 105, NOTHING);
    hover.wait(10);
    hover.move(105, 105, over('soleimani'));
    hover.wait(299);
    expect(hover.mode()).toBe('resting');
    hover.wait(1);
    expect(hover.mode()).toBe('hover');
  });

  it('that continues over the name does not request a second time', () => {
    const hover = drive(300);
    hover.move(105, 105, over('soleimani'));
    hover.wait(PREFETCH_MS);
    hover.move(106, 105, over('soleimani'));
    hover.wait(20);
    hover.move(170, 105, over('soleimani'));
    hover.wait(300);
    expect(hover.shown()).toEqual(['soleimani']);
    expect(hover.of('request-card')).toHaveLength(1);
  });
});

describe('a card that the pointer has left', () => {
  it('closes after one grace period, even when the pointer moves on elsewhere meanwhile', () => {
    const hover = drive();
    hover.open();
    hover.move(600, 20, NOTHING);
    hover.wait(GRACE_MS - 50);
    hover.move(620, 20, NOTHING);
    hover.wait(50);
    expect(hover.mode()).toBe('idle');
  });

  it('gets a new grace period with each move towards it', () => {
    const hover = drive();
    hover.open();
    hover.move(130, 125, NOTHING);
    hover.wait(GRACE_MS - 50);
    hover.move(130, 130, NOTHING);
    hover.wait(GRACE_MS - 1);
    expect(hover.mode()).toBe('closing');
    hover.wait(1);
    expect(hover.mode()).toBe('idle');
  });

  it('gets none for a pointer that stands still on its way while the page moves', () => {
    const hover = drive();
    hover.open();
    hover.move(130, 125, NOTHING);
    hover.wait(GRACE_MS - 50);
    hover.move(130, 125, NOTHING);
    hover.wait(50);
    expect(hover.mode()).toBe('idle');
  });

  it('has no corridor before it has a place', () => {
    const hover = drive(200);
    hover.enter('soleimani');
    hover.wait(200);
    // Where the card would be, had it been placed: so the other name counts at once.
    hover.move(130, 130, over('iran'));
    hover.wait(200);
    expect(hover.shown()).toEqual(['soleimani', 'iran']);
  });

  it('lets the rest on another name continue through slow moves', () => {
    const hover = drive(200);
    hover.open();
    hover.move(305, 105, over('pmf'));
    hover.wait(150);
    hover.move(310, 105, over('pmf'));
    hover.wait(50);
    expect(hover.shown()).toEqual(['soleimani', 'pmf']);
  });

  it('requests the next name once more when nothing came of the first request', () => {
    const hover = drive(200);
    hover.open();
    hover.move(305, 105, over('pmf'));
    hover.wait(PREFETCH_MS);
    hover.send({ type: 'no-answer', token: hover.of('request-card').at(-1)?.token ?? -1 });
    hover.wait(100);
    expect(
      hover
        .of('request-card')
        .map(({ entity }) => entity)
        .slice(1),
    ).toEqual(['entity-pmf', 'entity-pmf']);
  });

  it('lets the name on which the pointer stopped on its way rest in full, and no longer', () => {
    for (const rest of [300, 0]) {
      const hover = drive(rest);
      hover.open();
      hover.move(130, 130, over('iran'));
      hover.wait(GRACE_MS);
      if (rest > 0) {
        hover.wait(rest - 1);
        expect(hover.mode()).toBe('resting');
        hover.wait(1);
      }
      hover.wait(0);
      expect(hover.shown()).toEqual(['soleimani', 'iran']);
    }
  });

  it('remembers that, for when it is pinned and unpinned', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'pointer-gone' });
    hover.send({ type: 'pin' });
    hover.send({ type: 'unpin' });
    expect(hover.mode()).toBe('closing');
  });

  it('forgets the other name when the pointer turns back to the card', () => {
    const hover = drive(200);
    hover.open();
    hover.enter('pmf');
    hover.move(130, 130, NOTHING);
    expect(hover.timers()).toEqual(['grace']);
    hover.move(130, 145, IN_CARD);
    hover.wait(5000);
    expect(hover.shown()).toEqual(['soleimani']);
  });

  it('forgets the other name when the pointer leaves the window, and closes when its grace period is over', () => {
    const hover = drive(200);
    hover.open();
    hover.enter('pmf');
    hover.send({ type: 'pointer-gone' });
    expect(hover.timers()).toEqual(['grace']);
    hover.wait(GRACE_MS);
    expect(hover.mode()).toBe('idle');
    expect(hover.shown()).toEqual(['soleimani']);
  });

  it('stays for a selection that was begun, and closes when the button is released outside', () => {
    const hover = drive();
    hover.open();
    hover.move(600, 20, over('pmf'), true);
    hover.wait(5000);
    expect(hover.mode()).toBe('hover');
    hover.move(601, 20, NOTHING);
    hover.wait(GRACE_MS);
    expect(hover.mode()).toBe('idle');
  });

  it('uses the answer for the next name that came while it was still open', () => {
    const hover = drive(200);
    hover.open();
    hover.move(305, 105, over('pmf'));
    hover.wait(PREFETCH_MS);
    const question = hover.of('request-card').at(-1);
    expect(question?.entity).toBe('entity-pmf');
    hover.send({ type: 'answer', token: question?.token ?? -1, answer: 'early' });
    hover.wait(200);
    expect(hover.of('fill')).toEqual([{ type: 'fill', entity: 'entity-pmf', answer: 'early' }]);
    expect(hover.of('request-card')).toHaveLength(2);
  });
});

describe('the corridor to the card begins', () => {
  it('where the pointer was last on the name', () => {
    const hover = drive(200);
    hover.open();
    // Beside the way from there; from the left end of the name this would be on it.
    hover.move(175, 118, over('soleimani'));
    hover.wait(50);
    hover.move(95, 125, over('iran'));
    hover.wait(200);
    expect(hover.shown()).toEqual(['soleimani', 'iran']);
  });

  it('there also after the pointer has been in the card', () => {
    const hover = drive(200);
    hover.open();
    hover.move(300, 200, IN_CARD);
    hover.wait(50);
    hover.move(95, 125, over('iran'));
    hover.wait(GRACE_MS - 1);
    expect(hover.timers()).toEqual(['grace']);
  });

  it('at the middle of the name when no pointer was there', () => {
    const hover = drive();
    hover.send({ type: 'summon', target: target('soleimani') });
    hover.send({ type: 'card-placed', rect: CARD });
    hover.send({ type: 'focus', inside: false });
    expect(hover.state().is).toMatchObject({ mode: 'closing', apex: { x: 140, y: 110 } });
  });
});

describe('a name whose card was dismissed', () => {
  it('opens again once the pointer was on another name', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'escape' });
    hover.move(305, 105, over('pmf'));
    expect(hover.state().dismissed).toBeNull();
  });

  it('opens again once the pointer has left the window', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'escape' });
    hover.send({ type: 'pointer-gone' });
    hover.move(105, 105, over('soleimani'));
    hover.wait(300);
    expect(hover.shown()).toEqual(['soleimani', 'soleimani']);
  });
});

it('a pointer that comes back into the window counts as moving, whatever it did before', () => {
  const hover = drive(300);
  hover.move(105, 105, NOTHING);
  hover.send({ type: 'pointer-gone' });
  hover.move(105, 105, over('soleimani'));
  hover.wait(300);
  expect(hover.shown()).toEqual(['soleimani']);
});

it('a card that is held knows where the pointer is, for when it is released', () => {
  for (const hold of [{ type: 'pin' }, { type: 'focus', inside: true }] as const) {
    const hover = drive();
    hover.open();
    hover.send(hold);
    const where = () => openCard(hover.state())?.pointerIn;
    hover.move(600, 20, over('pmf'));
    expect(where()).toBe('away');
    hover.move(105, 105, over('soleimani'));
    expect(where()).toBe('mention');
    hover.move(120, 200, IN_CARD);
    expect(where()).toBe('card');
    hover.send({ type: 'pointer-gone' });
    expect(where()).toBe('away');
  }
});

it('nothing is done to a page on which nothing happens', () => {
  const hover = drive();
  expect(hover.move(5, 5, NOTHING)).toEqual([]);
  expect(hover.send({ type: 'pointer-gone' })).toEqual([]);
  expect(hover.send({ type: 'tab-hidden' })).toEqual([]);
  expect(hover.send({ type: 'visit-ended' })).toEqual([]);
});
