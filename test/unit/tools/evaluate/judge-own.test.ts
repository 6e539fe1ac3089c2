import { expect, it } from 'vitest';
import type { Mention } from '../../../../lib/linking';
import { judgeMarks } from '../../../tools/evaluate/judge-marks';
import { judgeOwn } from '../../../tools/evaluate/judge-own';
import { readGold } from '../../linking/gold-story';

const { story, labels } = readGold(
  [
    'day: 2024-01-01',
    'title: A day in Paris',
    '',
    'A day in [[Paris|paris]]',
    '[[Moreau|moreau!]] met [[Jordan|-]] Smith of the [[Labor Party|*]] and the [[bloc|?eu]], and [[Moreau|moreau]] left.',
  ].join('\n'),
);

function said(block: number, words: string, entity: string, marked = true): Mention {
  const start = story.blocks[block]?.text.indexOf(words) ?? -1;
  const rest = { salience: 0, marked, evidence: { type: 'only' as const }, runnersUp: [] };
  return { ...rest, block, start, end: start + words.length, entity, confidence: 0.9 };
}

it('a story of our own has no card without a label, and none on a trap', () => {
  const mentions = [
    said(1, 'Moreau', 'moreau'),
    said(1, 'Jordan', 'jordan'),
    said(1, 'bloc', 'eu'),
    said(1, 'left', 'left'),
    said(1, 'Labor Party', 'q1'),
    said(1, 'Labor Party', 'labour'),
    said(1, 'Smith', 'q2'),
    said(1, 'Jordan', 'q3'),
  ];
  const outcome = judgeOwn(story, labels, mentions);
  expect(outcome.mentions.map(({ verdict }) => verdict)).toEqual([
    'right',
    'wrong',
    'right',
    'wrong',
    'wrong',
    'wrong',
    'wrong',
    'wrong',
  ]);
  expect(outcome.labels.map(({ confidence }) => confidence)).toEqual([null, 0.9, null]);
  expect(outcome.faults.map(({ type, ours }) => [type, ours])).toEqual([
    ['missed', ''],
    ['missed', ''],
    ['wrong', 'jordan'],
    ['extra', 'left'],
    ['wrong', 'q1'],
    ['wrong', 'labour'],
    ['extra', 'q2'],
    ['wrong', 'q3'],
  ]);
});

it('marks are judged by what needs an explanation, once per entity', () => {
  const mentions = [said(1, 'Moreau', 'moreau'), said(1, 'Moreau', 'moreau'), said(0, 'Paris', 'paris')];
  expect(judgeMarks(labels, mentions)).toEqual({ right: ['moreau'], wrong: ['paris'], missed: [] });
  const unmarked = [said(1, 'Moreau', 'moreau', false)];
  expect(judgeMarks(labels, unmarked)).toEqual({ right: [], wrong: [], missed: ['moreau'] });
});
