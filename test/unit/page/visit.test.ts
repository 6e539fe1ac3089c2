// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Story } from '../../../lib/linking';
import { CallError, type ScanAnswer } from '../../../lib/messages';
import { startVisit, type VisitOptions } from '../../../lib/page';

/** What becomes of a visit whose scan fails. Marks and hits need a real browser: test/browser/page. */

// The DOM of these tests has no visibility of its own.
const STORY =
  '<p style="visibility: visible">Soldiers left the base near Baghdad on Friday, said a spokesman of the army there.</p>'.repeat(
    3,
  );
const memory = { named: {}, stems: [], marked: [] };

function answerTo({ blocks }: Story): ScanAnswer {
  const mentions = blocks.flatMap(({ id, text }) => {
    const start = text.indexOf('Baghdad');
    const place = { block: id, start, end: start + 7, entity: 'baghdad', confidence: 1, salience: 1, marked: true };
    return start < 0 ? [] : [{ ...place, evidence: { type: 'name' } as const, runnersUp: [] }];
  });
  return { mentions, memory, previews: {} };
}

let end = new AbortController();
afterEach(() => end.abort());

function visit(scan: VisitOptions['scan'], asked = true) {
  end = new AbortController();
  document.body.innerHTML = `<main>${STORY}</main>`;
  return startVisit({
    top: window,
    scan,
    asked,
    marksHidden: false,
    isOwn: () => false,
    changed: () => {},
    signal: end.signal,
  });
}

describe('a visit', () => {
  it('tells what failed, and is whole again after a scan that goes well', async () => {
    const damaged = new CallError('pack-damaged', 'checksum');
    const scan = vi.fn(async (story: Story) => answerTo(story)).mockRejectedValueOnce(damaged);
    scan.mockRejectedValueOnce(damaged);
    const now = visit(scan);
    await expect.poll(() => now.state, { timeout: 5_000 }).toBe('failed');
    expect(now.failure).toBe(damaged);
    expect(scan).toHaveBeenCalledTimes(2);
    expect(now.index.spots()).toEqual([]);

    await now.scanAgain();
    expect(now.state).toBe('ready');
    expect(now.failure).toBeNull();
    expect(now.index.spots()).toHaveLength(3);
  });

  it('does not mind a worker that answers the second time', async () => {
    const scan = vi.fn(async (story: Story) => answerTo(story)).mockRejectedValueOnce(new Error('no receiver'));
    const now = visit(scan);
    await expect.poll(() => now.state, { timeout: 5_000 }).toBe('ready');
    expect(now.index.spots()).toHaveLength(3);
  });

  it('scans nothing of a page that is no story, whoever changes the settings', async () => {
    const scan = vi.fn(async (story: Story) => answerTo(story));
    const now = visit(scan, false);
    await expect.poll(() => now.state, { timeout: 5_000 }).toBe('not-an-article');
    void now.scanAgain();
    await new Promise((done) => setTimeout(done, 50));
    expect(scan).not.toHaveBeenCalled();
    expect(now.state).toBe('not-an-article');
  });
});
