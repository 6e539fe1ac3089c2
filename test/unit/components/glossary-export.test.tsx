// @vitest-environment happy-dom
/** Files of a story's names: what stands in them does nothing, whatever names, titles and notes hold. */
import Papa from 'papaparse';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import type { NamedRow } from '../../../components/glossary/arrange';
import {
  exportedStory,
  GlossaryHead,
  GlossaryPage,
  glossaryFileName,
  glossaryMarkdown,
  glossaryTable,
} from '../../../components/glossary/export';
import type { DatedLine } from '../../../lib/facts';
import type { NoteCopy } from '../../../lib/messages';
import { writeSpreadsheet } from '../../../lib/notes';
import { text } from './render';

const line = (words: string, url: string | null): DatedLine => ({
  property: 'office',
  side: 'own',
  words,
  name: null,
  amount: null,
  other: null,
  start: '2025-01-28',
  end: null,
  tense: 'held',
  source: { name: 'Wikidata', url, licence: null, asOf: '2026-06-30' },
});
const row = (name: string, change: Partial<NamedRow> & { lines?: readonly DatedLine[] } = {}): NamedRow => ({
  entity: name,
  kind: 'person',
  name,
  gloss: '',
  count: 1,
  salience: 0.5,
  order: 0,
  forms: [name],
  sense: { gloss: '', isCountry: false, lines: change.lines ?? [] },
  says: '',
  ...change,
});
const note: NoteCopy = {
  text: 'Said *this*\n1. and <b>that</b>\n\n=HYPERLINK("x")',
  tags: ['oil & gas'],
  quotes: [{ text: 'a [quoted] passage', title: 'Its *title*', url: 'https://news.example/a_(b)', day: null }],
  changedOn: '2026-11-12',
};
const hostile = row('=1+1 [x](javascript:y) <img src=x onerror=z> "q", &lt;', {
  gloss: 'line\nbreak # no',
  forms: ['+form', 'second'],
  lines: [line('Minister', 'https://www.wikidata.org/wiki/Q1'), line('Adviser', 'javascript:alert(1)')],
});
const plainRow = row('Ana', { gloss: 'jurist', order: 1 });
const STORY = { title: 'A *story*\n<script>', day: '2020-11-20' } as const;
const story = (notes: readonly NoteCopy[] = []) =>
  exportedStory(text, STORY, [hostile, plainRow], (one) => (one === hostile ? notes : []));

describe('a file of the names, as Markdown', () => {
  it('has the title, the day, each name with its gloss and lines, and their sources with the day they were read', () => {
    const lines = glossaryMarkdown(text, story()).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '# Names in “A \\*story\\* \\<script\\>”',
      '',
      'Story of 20 November 2020. Backgrounds by Backstory.',
      '',
      '## People',
    ]);
    expect(lines).toContain(
      '  - Minister since January 2025 ([Wikidata, read on 30 June 2026](<https://www.wikidata.org/wiki/Q1>))',
    );
    expect(lines).toContain('  - Adviser since January 2025 (Wikidata, read on 30 June 2026)');
    expect(lines).toContain('- **Ana**: jurist');
    expect(lines.at(-1)).toBe('');
  });

  it('escapes Markdown in names', () => {
    const markdown = glossaryMarkdown(text, story());
    expect(markdown).toContain(
      '- **\\=1+1 \\[x\\](javascript:y) \\<img src=x onerror=z\\> "q", \\&lt;**: line break \\# no',
    );
  });

  it('keeps the lines of a note as an escaped quotation', () => {
    expect(glossaryMarkdown(text, story([note]))).toContain(
      [
        '  - My note of 12 November 2026 (oil \\& gas)',
        '',
        '    > Said \\*this\\*\\',
        '    > 1\\. and \\<b\\>that\\</b\\>',
        '    >',
        '    > \\=HYPERLINK("x")',
        '',
        '    > > a \\[quoted\\] passage',
        '    >',
        '    > [From “Its \\*title\\*”](<https://news.example/a_(b)>)',
        '',
      ].join('\n'),
    );
  });

  it('has no notes if they were not requested', () => {
    expect(glossaryMarkdown(text, story())).not.toContain('My note');
  });
});

describe('a file of the names, as a table', () => {
  const parsed = (table: string) => Papa.parse<string[]>(table.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;

  it('has a row for each name, which no spreadsheet runs as a formula', () => {
    const table = writeSpreadsheet(glossaryTable(text, story(), false));
    expect(table.startsWith('\ufeff')).toBe(true);
    const [head, first, second] = parsed(table);
    expect(head).toEqual(['Name', 'Kind', 'In the story', 'Who or what', 'On the day of the story', 'Sources']);
    expect(first?.[0]).toBe(`'${hostile.name}`);
    expect(first?.[2]).toBe("'+form; second");
    expect(first?.[4]).toBe('Minister since January 2025; Adviser since January 2025');
    expect(first?.[5]).toBe(
      'Wikidata, read on 30 June 2026 https://www.wikidata.org/wiki/Q1; Wikidata, read on 30 June 2026',
    );
    expect(second).toEqual(['Ana', 'Person', 'Ana', 'jurist', '', '']);
  });

  it.each(['=A1', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '＋1', '－1', '＠x'])(
    'keeps %j unchanged',
    (name) => {
      const one = exportedStory(text, STORY, [row('x', { name })], () => []);
      expect(parsed(writeSpreadsheet(glossaryTable(text, one, false)))[1]?.[0]).toBe(`'${name}`);
    },
  );

  it('has a column of notes only if they were requested', () => {
    const [head, first, second] = glossaryTable(text, story([note]), true);
    expect(head?.[6]).toBe('My notes');
    expect(first?.[6]).toBe(`${note.text}\n#oil & gas\n“a [quoted] passage” (Its *title* https://news.example/a_(b))`);
    expect(second?.[6]).toBe('');
    expect(glossaryTable(text, story([note]), false)[1]).toHaveLength(6);
  });
});

describe('a file of the names, as a page', () => {
  function draw(notes: readonly NoteCopy[] = []): Document {
    const page = document.implementation.createHTMLDocument();
    page.head.replaceChildren();
    render(<GlossaryHead title={story().title} />, page.head);
    render(<GlossaryPage text={text} story={story(notes)} />, page.body);
    return page;
  }

  it('shows names, titles and notes as text, and links only to web addresses', () => {
    const page = draw([note]);
    expect(page.querySelectorAll('img, script, b, iframe')).toHaveLength(0);
    expect(page.querySelector('dt')?.textContent).toBe(hostile.name);
    expect(page.querySelector('.note .words')?.textContent).toBe(note.text);
    expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://www.wikidata.org/wiki/Q1',
      'https://news.example/a_(b)',
    ]);
    expect(page.querySelectorAll('.day')[1]?.textContent).toBe(
      'Adviser since January 2025 (Wikidata, read on 30 June 2026)',
    );
  });

  it('has no notes if they were not requested', () => {
    expect(draw().querySelector('.note')).toBeNull();
  });

  it('is not allowed to load or run anything', () => {
    const policy = draw().querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });
});

describe('the file name', () => {
  it('is valid on every file system', () => {
    expect(glossaryFileName('Iran: "a/b\\c"?', '2020-11-20', 'markdown')).toBe('backstory-2020-11-20-iran-a-b-c.md');
    expect(glossaryFileName('', null, 'table')).toBe('backstory.csv');
    expect(glossaryFileName('../..\u202e\0', null, 'page')).toBe('backstory.html');
    expect(glossaryFileName('Krieg in der Ukraine: Außenminister', null, 'page')).toBe(
      'backstory-krieg-in-der-ukraine-außenminister.html',
    );
    for (const title of ['x'.repeat(500), '😀'.repeat(90), '戦'.repeat(500)])
      expect(new TextEncoder().encode(glossaryFileName(title, '2020-11-20', 'page')).length).toBeLessThan(255);
  });
});
