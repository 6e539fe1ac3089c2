import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLabelled } from './labelled-stories';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const STORIES = here('../../fixtures/labelled');
const TABLES = here('../../../assets/knowledge');
const LEAST_STORIES = 120;

const handles = new Set(
  readdirSync(TABLES, { withFileTypes: true })
    .filter(({ name }) => existsSync(join(TABLES, name, 'entities.tsv')))
    .flatMap((entry) =>
      readFileSync(join(TABLES, entry.name, 'entities.tsv'), 'utf8')
        .split('\n')
        .slice(1),
    )
    .map((row) => row.split('\t')[0]),
);

const raw = readdirSync(STORIES).flatMap((name) =>
  readFileSync(join(STORIES, name), 'utf8')
    .split(/^---\s*$/m)
    .map((text, index) => ({ name: `${name} ${index}`, text })),
);
const labelled = readLabelled(STORIES);
const textOf = (blocks: readonly { readonly text: string }[]): string => blocks.map(({ text }) => text).join('\n');
/** "field index: …" for whatever is wrong, so that a failure says where. */
const wrong = (of: (one: (typeof labelled)[number]) => readonly string[]): string[] =>
  labelled.flatMap((one) => of(one).map((line) => `${one.field} ${one.index}: ${line}`));

describe('the labelled stories', () => {
  it('are numerous', () => {
    expect(labelled.length).toBe(raw.length);
    expect(labelled.length).toBeGreaterThanOrEqual(LEAST_STORIES);
  });

  it('have a day each, or say that they have none', () => {
    expect(raw.filter(({ text }) => !/^day: (-|\d{4}-\d{2}-\d{2})$/m.test(text)).map(({ name }) => name)).toEqual([]);
    const days = wrong(({ story: { day } }) =>
      day === null || new Date(day).toISOString().startsWith(day) ? [] : [`no day of the calendar: ${day}`],
    );
    expect(days).toEqual([]);
  });

  it('begin with their headline', () => {
    expect(
      wrong(({ story }) =>
        story.title !== '' && story.title === story.blocks[0]?.text && story.blocks[0].role === 'title'
          ? []
          : [story.title],
      ),
    ).toEqual([]);
  });

  it('have a body, and labels', () => {
    expect(wrong(({ story }) => (story.blocks.length >= 3 ? [] : ['less than three blocks']))).toEqual([]);
    expect(labelled.flatMap(({ labels }) => labels).length).toBeGreaterThan(10 * labelled.length);
  });

  it('label entities that are in the tables', () => {
    expect(wrong(({ labels }) => labels.flatMap(({ keys }) => keys.filter((key) => !handles.has(key))))).toEqual([]);
  });

  it('label some text, with brackets that balance', () => {
    expect(wrong(({ story }) => (/\[\[|\]\]/.test(textOf(story.blocks)) ? [textOf(story.blocks)] : []))).toEqual([]);
    expect(
      wrong(({ labels }) => labels.flatMap(({ surface }) => (surface.trim() === surface && surface ? [] : [surface]))),
    ).toEqual([]);
  });

  it('differ from one another', () => {
    const texts = labelled.map(({ story }) => textOf(story.blocks.slice(1)));
    expect(new Set(texts).size).toBe(texts.length);
    const titles = labelled.map(({ story }) => story.title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('the reader of labelled stories', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'labelled-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const read = (text: string) => {
    writeFileSync(join(folder, 'markets.gold.txt'), text);
    writeFileSync(join(folder, 'README.md'), 'not a story');
    return readLabelled(folder);
  };

  it('returns each story separately, with its field and its place in the file', () => {
    const stories = read('day: 2001-02-03\ntitle: A\n\nA\nx\n---\nday: -\ntitle: B\n\nB\ny\n');
    expect(stories.map(({ field, index, story }) => [field, index, story.day, story.title])).toEqual([
      ['markets', 0, '2001-02-03', 'A'],
      ['markets', 1, null, 'B'],
    ]);
  });

  it('takes the role of a block from its first characters, and removes them', () => {
    const [one] = read('day: -\ntitle: A\n\nA\nstandfirst: s\ncaption: [[Oslo|oslo]]\nb: c\ncomment: d\n');
    expect(one?.story.blocks.map(({ role, text }) => [role, text])).toEqual([
      ['title', 'A'],
      ['standfirst', 's'],
      ['caption', 'Oslo'],
      ['body', 'b: c'],
      ['comment', 'd'],
    ]);
    expect(one?.labels).toEqual([
      { block: 2, start: 0, end: 4, surface: 'Oslo', keys: ['oslo'], type: 'asked', explain: false },
    ]);
  });

  it('knows the kinds of labels', () => {
    const [one] = read('day: -\ntitle: A\n\nA\n[[a|x]] [[b|x,y]] [[c|?x]] [[d|-]] [[e|*]]\n');
    expect(one?.labels.map(({ surface, keys, type }) => [surface, keys, type])).toEqual([
      ['a', ['x'], 'asked'],
      ['b', ['x', 'y'], 'asked'],
      ['c', ['x'], 'allowed'],
      ['d', [], 'trap'],
      ['e', [], 'other'],
    ]);
  });
});
