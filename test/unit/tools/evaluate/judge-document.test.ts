import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../../lib/linking';
import { readBenchmark } from '../../../tools/evaluate/benchmark-documents';
import type { GoldEntities } from '../../../tools/evaluate/gold-entities';
import { judgeDocument } from '../../../tools/evaluate/judge-document';

const HELD: Readonly<Record<string, string>> = { Q1: 'trump', Q2: 'usa', Q3: 'aceh', Q4: 'indonesia' };
const gold: GoldEntities = {
  meant: ({ id }) => HELD[id] ?? null,
  borrowed: ({ id }, entity) => id === 'Q9' && entity === 'borrower',
  titleOf: (entity) => entity,
};

const said = (text: string, words: string, entity: string, confidence = 0.9): Mention => {
  const start = text.indexOf(words);
  const rest = { block: 0, salience: 0, marked: true, evidence: { type: 'only' as const }, runnersUp: [] };
  return { ...rest, start, end: start + words.length, entity, confidence };
};

/** Labels as ELEVANT writes them. */
function judge(text: string, labels: object[], mentions: Mention[], more: object = {}) {
  const [document] = readBenchmark(JSON.stringify({ id: 1, text, labels, ...more }));
  if (!document) throw new Error('no document');
  return judgeDocument(document, mentions, gold);
}
const label = (text: string, words: string, entity_id: string, more: object = {}) => {
  const start = text.indexOf(words);
  return { span: [start, start + words.length], entity_id, name: words, ...more };
};
const verdicts = (outcome: ReturnType<typeof judge>) => outcome.mentions.map(({ verdict }) => verdict);

const TEXT = '🙂 Trump flew to Aceh, Indonesia, on Monday.';
/** The smiling face is one code point and two units. */
const at = (words: string, id: string, more: object = {}) => label(TEXT.replace('🙂', '-'), words, id, more);

describe('judging a public document', () => {
  it('distinguishes right, wrong, not in the packs, and no entity', () => {
    const outcome = judge(
      TEXT,
      [at('Trump', 'Q1'), at('Aceh', 'Q77'), at('Indonesia', 'Q4')],
      [said(TEXT, 'Trump', 'trump', 0.8), said(TEXT, 'Aceh', 'aceh'), said(TEXT, 'Monday', 'monday')],
    );
    expect(verdicts(outcome)).toEqual(['right', 'other', 'nothing']);
    expect(outcome.labels).toEqual([
      { held: true, name: true, confidence: 0.8 },
      { held: false, name: true, confidence: null },
      { held: true, name: true, confidence: null },
    ]);
    expect(outcome.faults.map(({ type, gold: one, ours }) => [type, one, ours])).toEqual([
      ['missed', 'indonesia', ''],
      ['wrong', 'Aceh', 'aceh'],
      ['extra', '', 'monday'],
    ]);
    expect(verdicts(judge(TEXT, [at('Trump', 'Q1')], [said(TEXT, 'Trump', 'usa')]))).toEqual(['wrong']);
  });

  it('accepts the parts of a label as another right answer, as certain as the least certain of them', () => {
    const labels = [
      at('Aceh, Indonesia', 'Q77', { id: 1, children: [2, 3] }),
      at('Aceh', 'Q3', { id: 2, parent: 1 }),
      at('Indonesia', 'Q4', { id: 3, parent: 1 }),
    ];
    const [aceh, indonesia] = [said(TEXT, 'Aceh', 'aceh', 0.7), said(TEXT, 'Indonesia', 'indonesia', 0.95)];
    expect(judge(TEXT, labels, [aceh, indonesia]).labels).toEqual([{ held: false, name: true, confidence: 0.7 }]);
    expect(judge(TEXT, labels, [aceh]).labels[0]?.confidence).toBeNull();
    // Once the label is met as a whole, what stands on its parts does not matter.
    const whole = labels.map((one, number) => (number === 0 ? { ...one, entity_id: 'Q3' } : one));
    const mentions = [said(TEXT, 'Aceh, Indonesia', 'aceh'), said(TEXT, 'Indonesia', 'usa')];
    expect(verdicts(judge(TEXT, whole, mentions))).toEqual(['right', 'unjudged']);
  });

  it('ignores dates, entities that merely share an article, and mentions outside the labelled part', () => {
    const mentions = [said(TEXT, 'Monday', 'monday'), said(TEXT, 'Trump', 'borrower'), said(TEXT, 'Indonesia', 'usa')];
    const labels = [at('Monday', 'Q5', { type: 'DATETIME' }), at('Trump', 'Q9')];
    const outcome = judge(TEXT, labels, mentions, { evaluation_span: [0, 10] });
    expect(verdicts(outcome)).toEqual(['unjudged', 'borrowed', 'unjudged']);
    expect(outcome.labels).toHaveLength(1);
    expect(outcome.faults).toEqual([]);
  });

  it('extends labels to word boundaries', () => {
    const text = "They call it Trump's war.";
    expect(verdicts(judge(text, [label(text, "Trump's", 'Q1')], [said(text, 'Trump', 'trump')]))).toEqual(['right']);
  });

  it('uses a link on the name within a phrase of GUM, and knows which labels are names', () => {
    const text = "U.S. President Donald Trump 's aides met the US Navy and told him. It left.";
    const phrase = (surface: string, qid: string, more: object = {}) => {
      const start = text.indexOf(surface);
      return { start, end: start + surface.length, surface, qid, wiki: 'X', coref_link: 'coref', ...more };
    };
    const outcome = judge(
      text,
      [
        phrase("U.S. President Donald Trump 's", 'Q1', { wiki: 'Donald_Trump', type: 'person' }),
        phrase('U.S.', 'Q2'),
        phrase('the US Navy', 'Q78'),
        phrase('US', 'Q2'),
        phrase('him', 'Q1', { type: 'person', coref_link: 'ana' }),
        phrase('It', 'Q78', { type: 'organization', coref_link: 'ana' }),
      ],
      [said(text, 'Donald Trump', 'trump'), said(text, 'U.S.', 'usa')],
    );
    expect(verdicts(outcome)).toEqual(['right', 'right']);
    expect(outcome.labels.map(({ name }) => name)).toEqual([true, true, true, false, false, false]);
  });
});
