import { expect, it } from 'vitest';
import { openPack, writePack } from '../../../../lib/pack';
import type { BenchmarkDocument, Label } from '../../../tools/evaluate/benchmark-documents';
import { judgeTitles, titledDocument } from '../../../tools/evaluate/judge-titles';
import { readTitleTable, TITLE_COLUMNS, type TitleRow } from '../../../tools/evaluate/title-table';

const row = (title: string, cells: Partial<TitleRow>): string =>
  TITLE_COLUMNS.map((column) => (column === 'title' ? title : (cells[column] ?? ''))).join('\t');
const TABLE = readTitleTable(
  [
    TITLE_COLUMNS.join('\t'),
    row('Ada Brunnvik', {
      ...{ qid: 'Q901', kind: 'person', name: 'Ada Brunnvik', start: '1961', words: 'Zendrian judge' },
      ...{ aliases: 'A. Brunnvik', posts: 'Minister of Tides@2001@2005' },
    }),
    row('A. Brunnvik', { to: 'Q901' }),
    row('Ola Fjeldsund', { qid: 'Q902', kind: 'person', name: 'Ola Fjeldsund', start: '1970', words: 'footballer' }),
    row('Mo Tarn (singer)', { qid: 'Q903', kind: 'person', name: 'Mo Tarn', start: '1970', words: 'singer' }),
    row('Mo Tarn (judge)', { qid: 'Q904', kind: 'person', name: 'Mo Tarn', start: '1970', words: 'judge' }),
    row('Mo Tarn', { to: '*' }),
  ].join('\n'),
);
const pack = openPack(
  writePack({ name: 'Test', edition: '2026-11-27', entities: [], forms: [], facts: [], backgrounds: [] }),
);

function documentOf(text: string, name: string, meant: Partial<Label>): BenchmarkDocument {
  const start = text.indexOf(name);
  const label: Label = {
    number: 0,
    start,
    end: start + name.length,
    core: null,
    name: true,
    id: '',
    title: '',
    known: true,
    optional: false,
    free: false,
    parent: null,
    children: [],
    ...meant,
  };
  return { id: 1, text, day: '2015-05-06', span: [0, text.length], labels: [label] };
}

const outcomeOf = (said: string, name: string, meant: Partial<Label>) => {
  const [judged] = judgeTitles(
    pack,
    titledDocument(
      pack,
      documentOf(`It was raining.\nOn Monday ${said} ${name} said that it would end soon.`, name, meant),
    ),
    TABLE,
  );
  return judged && [judged.outcome, judged.sure];
};

it('the table is queried like Wikipedia', () => {
  expect(TABLE.ask('Ada Brunnvik')).toMatchObject({ state: 'item', key: 'q901', way: 'direct' });
  expect(TABLE.ask('A. Brunnvik')).toEqual({ state: 'item', key: 'q901', title: 'Ada Brunnvik', way: 'redirected' });
  expect(TABLE.ask('Mo Tarn')).toEqual({ state: 'namesakes' });
  expect(TABLE.ask('Nobody Atall')).toEqual({ state: 'none' });
});

it.each([
  ['the right card', 'the judge', 'Ada Brunnvik', { id: 'Q901' }, ['right', true]],
  [
    'a card of the right title, where the label has no id',
    'the judge',
    'Ada Brunnvik',
    { title: 'Ada Brunnvik' },
    ['right', true],
  ],
  ['a wrong card', 'the judge', 'Ada Brunnvik', { id: 'Q7' }, ['wrong', true]],
  ['a card of somebody who has no item', 'the judge', 'Ada Brunnvik', { known: false }, ['nobody', true]],
  ['a card of which no label speaks', 'the judge', 'Ada Brunnvik', { start: 0, end: 2 }, ['unlabelled', true]],
  ['a post of another day', 'the minister of tides', 'Ada Brunnvik', { id: 'Q901' }, ['right', false]],
  ['a list of namesakes alone', 'the neighbour', 'Mo Tarn', { id: 'Q7' }, ['namesakes', false]],
  ['no card of whom is meant', 'the striker', 'Ada Brunnvik', { id: 'Q901' }, ['refused', false]],
  ['no card of a namesake', 'the striker', 'Ada Brunnvik', { id: 'Q7' }, ['spared', false]],
  ['the one of several', 'the judge', 'Mo Tarn', { id: 'Q904' }, ['right', true]],
  ['nothing in the table', 'the judge', 'Nobody Atall', { id: 'Q7' }, ['no-row', false]],
])('counts %s', (_, said, name, meant, expected) => {
  expect(outcomeOf(said, name, meant)).toEqual(expected);
});
