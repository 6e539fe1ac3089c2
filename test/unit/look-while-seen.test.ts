import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lookWhileSeen } from '../../entrypoints/popup/look-while-seen';

/** A document as far as its being seen goes. */
function documentThatIsSeen() {
  const doc = Object.assign(new EventTarget(), { hidden: false });
  return {
    doc: doc as unknown as Document,
    turn(hidden: boolean) {
      doc.hidden = hidden;
      doc.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

describe('the refreshes of the popup', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('follow at the interval that each requests', async () => {
    const look = vi.fn(async () => (look.mock.calls.length < 3 ? 300 : 1_500));
    lookWhileSeen(documentThatIsSeen().doc, look, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(600);
    expect(look).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(1_499);
    expect(look).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(look).toHaveBeenCalledTimes(4);
  });

  it('stop while the popup is hidden, and start at once when it is shown', async () => {
    const { doc, turn } = documentThatIsSeen();
    const look = vi.fn(async () => 1_500);
    lookWhileSeen(doc, look, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(100);
    turn(true);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(look).toHaveBeenCalledTimes(1);
    turn(false);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(look).toHaveBeenCalledTimes(3);
  });

  it('happen one at a time, and end with the popup', async () => {
    const { doc, turn } = documentThatIsSeen();
    const end = new AbortController();
    const look = vi.fn(() => new Promise<number>((done) => setTimeout(() => done(300), 1_000)));
    lookWhileSeen(doc, look, end.signal);
    turn(true);
    turn(false);
    expect(look).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_300);
    expect(look).toHaveBeenCalledTimes(2);
    end.abort();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(look).toHaveBeenCalledTimes(2);
  });
});
