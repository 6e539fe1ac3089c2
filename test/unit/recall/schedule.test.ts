/** When something is asked again. */
import { describe, expect, it } from 'vitest';
import { GRADES, type Grade, scheduled } from '../../../lib/recall';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 30, 12);
const daysOf = (memory: unknown, now = NOW) => GRADES.map((grade) => scheduled(memory, now)[grade].days);

describe('a recall question', () => {
  it('returns tomorrow at the earliest, and later the better it was known', () => {
    const [no, yes, easily] = daysOf(null) as [number, number, number];
    expect(no).toBe(1);
    expect(yes).toBeGreaterThan(no);
    expect(easily).toBeGreaterThan(yes);
    for (const grade of GRADES) {
      const { due, days } = scheduled(null, NOW)[grade];
      expect(due - NOW).toBe(days * DAY);
    }
  });

  it('waits longer each time it was known, and returns soon once it was not', () => {
    let [memory, now, before]: [unknown, number, number] = [null, NOW, 0];
    for (let times = 0; times < 5; times++) {
      const next = scheduled(memory, now).yes;
      expect(next.days).toBeGreaterThan(before);
      [memory, now, before] = [next.memory, next.due, next.days];
    }
    expect(scheduled(memory, now).no.days).toBeLessThan(before / 2);
  });

  it('is scheduled from plain data that a database and a worker can carry', () => {
    const { memory } = scheduled(null, NOW).yes;
    expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
    expect(daysOf(JSON.parse(JSON.stringify(memory)), NOW + 3 * DAY)).toEqual(daysOf(memory, NOW + 3 * DAY));
  });

  it.each([
    undefined,
    'x',
    {},
    { ...(scheduled(null, NOW).yes.memory as object), stability: -1 },
    { ...(scheduled(null, NOW).yes.memory as object), state: 9 },
    { ...(scheduled(null, NOW).yes.memory as object), due: Number.NaN },
  ])('starts again if what was stored is invalid: %j', (memory) => {
    expect(daysOf(memory)).toEqual(daysOf(null));
  });

  it('copes with a clock that was set back', () => {
    const { memory } = scheduled(null, NOW).yes;
    for (const grade of GRADES as readonly Grade[]) {
      expect(scheduled(memory, NOW - 40 * DAY)[grade].due).toBeGreaterThan(NOW - 40 * DAY);
    }
  });
});
