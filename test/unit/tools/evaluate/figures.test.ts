import { describe, expect, it } from 'vitest';
import { drawCurves } from '../../../tools/evaluate/draw-curves';
import type { JudgedLabel, JudgedMention, Outcome, Verdict } from '../../../tools/evaluate/outcome';
import { calibrationError, reliability } from '../../../tools/evaluate/reliability';
import { precision, recall, tally } from '../../../tools/evaluate/tally';
import { thresholdCurve } from '../../../tools/evaluate/threshold-curve';

const said = (confidence: number, verdict: Verdict = 'right'): JudgedMention => ({ confidence, verdict });
const label = (confidence: number | null, held = true, name = true): JudgedLabel => ({ held, name, confidence });
const outcome = (labels: JudgedLabel[], mentions: JudgedMention[]): Outcome => ({ labels, mentions, faults: [] });

describe('the figures of the evaluation', () => {
  it('are added up over texts, open and in-pack', () => {
    const sums = tally([
      outcome([label(0.9), label(null), label(null, false)], [said(0.9), said(0.8, 'other'), said(0.8, 'unjudged')]),
      outcome([label(0.7), label(null, true, false)], [said(0.7), said(0.9, 'wrong'), said(0.9, 'nothing')]),
    ]);
    expect(sums.open).toEqual({ right: 2, wrong: 3, missed: 3 });
    expect(sums.inPack).toEqual({ right: 2, wrong: 1, missed: 2 });
    expect(sums.names).toEqual({ right: 2, wrong: 0, missed: 1 });
    expect([sums.labels, sums.held]).toEqual([5, 4]);
    expect(sums.mentions).toEqual({ right: 2, wrong: 1, other: 1, nothing: 1, borrowed: 0, unjudged: 1 });
    expect(precision(sums.inPack)).toBeCloseTo(2 / 3);
    expect(recall(sums.inPack)).toBeCloseTo(2 / 4);
    expect([precision(tally([]).open), recall(tally([]).open)]).toEqual([0, 0]);
  });

  it('group judgements by confidence, and show the deviation', () => {
    const bands = reliability([
      said(0.6),
      said(0.64, 'wrong'),
      said(0.95),
      said(1, 'other'),
      said(0.7),
      said(0.99, 'nothing'),
      said(0.99, 'unjudged'),
      said(0.99, 'borrowed'),
    ]);
    expect(bands.map(({ from, to, mentions, right }) => [from, to, mentions, right])).toEqual([
      [0.6, 0.7, 2, 1],
      [0.7, 0.8, 1, 1],
      [0.95, 1, 2, 1],
    ]);
    expect(bands[0]?.meanConfidence).toBeCloseTo(0.62);
    // |1 − 1.24| + |1 − 0.7| + |1 − 1.95|, over five mentions
    expect(calibrationError(bands)).toBeCloseTo((0.24 + 0.3 + 0.95) / 5);
    expect(calibrationError([])).toBe(0);
  });

  it('follow precision and recall down to the floor, with equal confidences together', () => {
    const points = thresholdCurve([
      outcome([label(0.9), label(0.7), label(null), label(0.9, false)], [said(0.9), said(0.8, 'wrong')]),
      outcome([label(0.7)], [said(0.7), said(0.7), said(0.3, 'nothing')]),
    ]);
    expect(points).toEqual([
      { threshold: 0.9, precision: 1, recall: 1 / 4 },
      { threshold: 0.8, precision: 1 / 2, recall: 1 / 4 },
      { threshold: 0.7, precision: 3 / 4, recall: 3 / 4 },
    ]);
  });

  it('are drawn as a curve with its name and its floor', () => {
    const svg = drawCurves([
      { name: 'News & <Fair>', points: [{ threshold: 0.97, precision: 1, recall: 0.2 }] },
      {
        name: 'other',
        points: [
          { threshold: 0.9, precision: 1, recall: 0 },
          { threshold: 0.62, precision: 0.8, recall: 1 },
        ],
      },
      { name: 'empty', points: [] },
    ]);
    expect(svg).toContain('News &amp; &lt;Fair>');
    expect(svg).toContain('points="64,48 696,424"');
    expect(svg.match(/<circle cx="696" cy="424"/g)).toHaveLength(1);
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).toContain('>0.62</text>');
  });
});
