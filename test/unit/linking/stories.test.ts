import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { linkStory } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { judgeMarks } from '../../tools/evaluate/judge-marks';
import { precision, recall } from '../../tools/evaluate/tally';
import { labelsIn, readGold } from './gold-story';
import { judge } from './judge-story';

const STORIES = fileURLToPath(new URL('../../fixtures/stories', import.meta.url));
const LEAST_RECALL = 0.95;
/** Of entities marked at the normal setting, against what a well-read adult would want explained. */
const LEAST_OF_MARKS = { precision: 0.7, recall: 0.82 };

const names = existsSync(STORIES) ? readdirSync(STORIES).filter((name) => name.endsWith('.gold.txt')) : [];
const pack = openPack((await cachedPack()).bytes);

const judged = names.map((name) => {
  const { story, labels } = readGold(readFileSync(join(STORIES, name), 'utf8'));
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'normal' });
  const known = labelsIn(pack, labels);
  return { name, ...judge(story, known, mentions), marks: judgeMarks(known, mentions) };
});

describe('the fixture stories, with the real knowledge tables', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(8);
  });

  it.each(judged)('$name: no card on a wrong name or a trap', ({ wrong }) => {
    expect(wrong.join('\n')).toBe('');
  });

  it.each(judged)('$name: no card on words that name nothing', ({ extra }) => {
    expect(extra.join('\n')).toBe('');
  });

  it('nearly all names are found', () => {
    const asked = judged.reduce((sum, one) => sum + one.asked, 0);
    const found = judged.reduce((sum, one) => sum + one.found, 0);
    const missed = judged.flatMap((one) => one.missed.map((line) => `${one.name}: ${line}`));
    expect(asked).toBeGreaterThan(0);
    expect(found / asked, `${found} of ${asked}; missed:\n${missed.join('\n')}`).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  it('marks are where a well-read adult would want an explanation, and rarely elsewhere', () => {
    const sum = (what: 'right' | 'wrong' | 'missed') => judged.reduce((all, { marks }) => all + marks[what].length, 0);
    const counts = { right: sum('right'), wrong: sum('wrong'), missed: sum('missed') };
    expect(precision(counts), JSON.stringify(counts)).toBeGreaterThanOrEqual(LEAST_OF_MARKS.precision);
    expect(recall(counts), JSON.stringify(counts)).toBeGreaterThanOrEqual(LEAST_OF_MARKS.recall);
  });
});
