import { expect, it } from 'vitest';
import { timeToLook } from '../../../lib/hover';
import { drive } from './driver';

const idle = drive().state();
const resting = (() => {
  const hover = drive();
  hover.enter('soleimani');
  return hover.state();
})();
const open = (() => {
  const hover = drive();
  hover.open();
  return hover.state();
})();
const move = (x: number, time: number) => ({ clientX: x, clientY: 0, timeStamp: time });

it('examines the page at once at the first move', () => {
  expect(timeToLook(idle, move(0, 1_000), null, Number.NEGATIVE_INFINITY)).toBeLessThan(1_000);
});

it('examines the page at intervals while the pointer moves slowly', () => {
  expect(timeToLook(idle, move(6, 1_020), move(2, 1_004), 1_000)).toBe(1_080);
});

it('examines the page once when a passing pointer has stopped', () => {
  expect(timeToLook(idle, move(8, 1_020), move(2, 1_004), 1_000)).toBe(1_100);
  expect(timeToLook(idle, move(60, 1_020), move(2, 1_004), 1_000)).toBe(1_100);
  expect(timeToLook(idle, move(60, 9_020), move(2, 9_004), 1_000)).toBe(9_100);
});

it('measures vertical distance as well, in both directions', () => {
  const down = (y: number, time: number) => ({ clientX: 0, clientY: y, timeStamp: time });
  expect(timeToLook(idle, down(60, 1_020), down(2, 1_004), 1_000)).toBe(1_100);
  expect(timeToLook(idle, down(2, 1_020), down(60, 1_004), 1_000)).toBe(1_100);
  expect(timeToLook(idle, move(2, 1_020), move(60, 1_004), 1_000)).toBe(1_100);
  expect(timeToLook(idle, down(61, 1_020), down(60, 1_004), 1_000)).toBe(1_080);
});

it('does not count as passing at exactly that speed', () => {
  // 30 px in 100 ms.
  expect(timeToLook(idle, move(30, 1_100), move(0, 1_000), 1_050)).toBe(1_130);
  expect(timeToLook(idle, move(31, 1_100), move(0, 1_000), 1_050)).toBe(1_180);
});

const dismissed = (() => {
  const hover = drive();
  hover.open();
  hover.send({ type: 'escape' });
  return hover.state();
})();

it.each([
  ['a rest', resting],
  ['a card', open],
  ['a name that was just put away', dismissed],
])('examines the page at every frame while there is %s, however fast the pointer', (_what, state) => {
  expect(timeToLook(state, move(60, 1_020), move(2, 1_004), 1_000)).toBe(1_014);
});
