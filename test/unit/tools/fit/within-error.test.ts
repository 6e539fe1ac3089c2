import { describe, expect, it } from 'vitest';
import { strongestWithinError } from '../../../tools/fit/within-error';

const tried = (ridge: number, losses: readonly number[]) => ({ ridge, temperature: 1, losses });
const chosen = (...all: readonly [ReturnType<typeof tried>, ...ReturnType<typeof tried>[]]) =>
  strongestWithinError(all).ridge;

describe('the ridge that a fit takes', () => {
  it('is the strongest that is worse by no more than chance', () => {
    expect(chosen(tried(0.3, [1, 2, 3, 4]), tried(1, [1, 2, 3, 3.9]), tried(3, [1.5, 1.6, 3.3, 3.7]))).toBe(3);
  });

  it('is not one that costs a little in every story', () => {
    expect(chosen(tried(1, [1, 2, 3, 4]), tried(3, [1.1, 2.1, 3.1, 4.1]))).toBe(1);
  });

  it('is not one that costs much', () => {
    expect(chosen(tried(1, [1, 2, 3, 4]), tried(3, [1, 2, 3, 4.1]), tried(10, [3, 2.5, 4, 6]))).toBe(3);
  });

  it('never is weaker than the best', () => {
    expect(chosen(tried(0.1, [1.01, 2, 3]), tried(1, [1, 2, 3]))).toBe(1);
  });

  it('may be the only one', () => expect(chosen(tried(3, [7]))).toBe(3));
});
