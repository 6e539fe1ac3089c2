/** Notes as readers might write them, and as nobody would. */
import * as fc from 'fast-check';
import { KINDS } from '../../../../lib/facts';
import type { FileWords, PlainNote } from '../../../../lib/notes/formats';
import { isEntity } from '../../../../lib/notes/formats/is-entity';
import { tagKey } from '../../../../lib/notes/tag-key';
import { anyCharacter } from '../../../tools/any-character';

export const words: FileWords = {
  quotes: 'Quoted passages',
  related: 'Related notes',
  kind: (kind) => kind.toUpperCase(),
};

/** What the formats themselves are made of. */
const SYNTAX = [
  '---',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '"',
  '""',
  ',',
  ';',
  "'",
  '=1+1',
  "'=2",
  '-',
  '+',
  '@x',
  '[[OPEC]]',
  '[//]: # (backstory: the note ends here)',
  '[//]: # (quote a 2020-01-01T00:00:00.000Z)',
  '> quoted',
  '— [a](<b>), 2020-01-01',
  '## Quoted passages',
  '# head',
  '```',
  '<div data-backstory="{}">',
  '</blockquote>',
  '<br>',
  '&amp;',
  '&#10;',
  '&nbsp;',
  '\u00a0',
  '\ufeff',
  '\u2028',
  'e\u0301',
  'محمد',
  '中東',
  '😀',
  '%%',
  '[latex]x[/latex]',
  '[sound:a.mp3]',
  '\\',
  '\\n',
  '{"backstory": "backup"}',
  '#tag',
  ' ',
  '   ',
  'word',
];

const piece = fc.oneof(fc.constantFrom(...SYNTAX), fc.string({ unit: anyCharacter, maxLength: 8 }));
export const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const filled = anyText.filter((text) => text.trim() !== '');
const instant = fc.integer({ min: Date.UTC(1999, 0), max: Date.UTC(2060, 0) });
const day = fc.option(
  instant.map((at) => new Date(at).toISOString().slice(0, 10)),
  { nil: null },
);

const tags = fc
  .array(
    filled.map((tag) => tag.trim().replace(/\s+/g, ' ')),
    { maxLength: 4 },
  )
  .map((labels) =>
    [...new Map(labels.map((label) => [tagKey(label), label])).entries()].sort().map(([, label]) => label),
  );

const quote = fc.record({
  id: fc.string({ minLength: 1, maxLength: 10 }),
  text: filled.map((text) => text.trim()),
  title: anyText,
  url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
  day,
  at: instant,
});

const plainNote: fc.Arbitrary<PlainNote> = fc.record({
  entity: fc.oneof(
    fc.stringMatching(/^[a-z]+(-[a-z]+)*$/),
    fc.string({ unit: anyCharacter, minLength: 1, maxLength: 12 }).filter(isEntity),
  ),
  name: filled,
  kind: fc.option(fc.constantFrom(...KINDS), { nil: null }),
  text: anyText,
  tags,
  quotes: fc.uniqueArray(quote, { maxLength: 3, selector: ({ id }) => id }),
  createdAt: instant,
  changedAt: instant,
  deletedAt: fc.constant(null),
});

export const anyNote: fc.Arbitrary<PlainNote> = fc
  .tuple(
    plainNote,
    fc.option(fc.constantFrom('q5', 'q7795', 'other'), { nil: null }),
    fc.option(anyText, { nil: null }),
  )
  .map(([note, today, who]) => ({ ...note, ...(today !== null && { today }), ...(who !== null && { who }) }));

export const anyNotes = fc.uniqueArray(anyNote, { minLength: 1, maxLength: 4, selector: ({ entity }) => entity });
