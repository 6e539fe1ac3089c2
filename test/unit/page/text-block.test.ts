// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBreak,
  addText,
  BLOCK_LIMIT,
  blocksOf,
  emptyDraft,
  locate,
  type MappedBlock,
  offsetOf,
} from '../../../lib/page/read/text-block';

const piece = fc.string({
  unit: fc.constantFrom('a', 'B', ' ', '\n', '\t', '\u00a0', '\u200b', '\u202b', 'é', '.', '👩', ' '),
});
const nodes = fc.array(fc.record({ text: piece, after: fc.constantFrom(null, ' ' as const, '\n' as const) }), {
  maxLength: 12,
});

function blocksFor(parts: readonly { text: string; after: ' ' | '\n' | null }[]): MappedBlock[] {
  const draft = emptyDraft();
  for (const { text, after } of parts) {
    const node = document.createTextNode(text);
    document.body.append(node);
    addText(draft, node, 0, text.length);
    if (after) addBreak(draft, after);
  }
  return blocksOf(draft, false).cut.map((block, id) => ({ id, role: 'body', element: document.body, ...block }));
}

describe('a block of text', () => {
  it('has the text that a browser would paint, with white space collapsed and nothing else changed', () => {
    fc.assert(
      fc.property(nodes, (parts) => {
        const all = parts.map(({ text, after }) => text + (after ?? '')).join('');
        const expected = all.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '');
        expect(
          blocksFor(parts)
            .map(({ text }) => text.replaceAll('\n', ' '))
            .join(''),
        ).toBe(expected);
      }),
    );
  });

  it('maps every part of its text back to the page', () => {
    fc.assert(
      fc.property(nodes, fc.nat(), fc.nat(), (parts, a, b) => {
        const [block] = blocksFor(parts);
        if (!block) return;
        const start = a % block.text.length;
        const end = start + 1 + (b % (block.text.length - start));
        const points = locate(block, start, end);
        const covered = block.runs.some(({ at, length }) => at < end && at + length > start);
        expect(points !== null).toBe(covered);
        if (!points || !block.runs.some(({ at, length }) => at <= start && start < at + length)) return;
        expect(offsetOf(block, points.start.node, points.start.offset)).toBe(start);
        const same = (one: string, other: string) =>
          /\s/.test(one) === /\s/.test(other) && (/\s/.test(one) || one === other);
        expect(same(points.start.node.data[points.start.offset]!, block.text[start]!)).toBe(true);
        if (points.start.node === points.end.node) expect(points.end.offset).toBeGreaterThan(points.start.offset);
      }),
    );
  });

  it('moves a caret within collapsed white space to its beginning', () => {
    const [block] = blocksFor([{ text: 'one \n\t two', after: null }]);
    const { node } = block!.runs[0]!;
    expect(block!.text).toBe('one two');
    expect([3, 4, 5, 6, 7, 8].map((offset) => offsetOf(block!, node, offset))).toEqual([3, 4, 4, 4, 4, 5]);
    expect(offsetOf(block!, document.createTextNode('one'), 1)).toBeNull();
  });

  it('is cut after sentences when long, and nowhere else', () => {
    const sentence = 'A sentence of some length that ends here. ';
    const blocks = blocksFor([{ text: sentence.repeat(1_000), after: null }]);
    expect(blocks.length).toBeGreaterThan(8);
    for (const { text } of blocks) {
      expect(text.length).toBeLessThanOrEqual(BLOCK_LIMIT);
      expect(text.startsWith('A sentence') && text.endsWith('here.')).toBe(true);
    }
  });

  // Its signs are ten units long: only shifted by each of them does a cut come upon all of them.
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'is cut, if it has no sentences or spaces, shifted by %i, but not through a character',
    (by) => {
      const whole = 'x'.repeat(by) + '👩‍👩‍👧e\u0301'.repeat(3_000);
      const blocks = blocksFor([{ text: whole, after: null }]);
      expect(blocks.map(({ text }) => text).join('')).toBe(whole);
      for (const { text } of blocks) {
        // No half of a surrogate pair; and no mark or joiner without what it joins.
        expect(/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text)).toBe(false);
        expect(/^(?:\p{M}|\u200d)/u.test(text)).toBe(false);
      }
    },
  );
});
