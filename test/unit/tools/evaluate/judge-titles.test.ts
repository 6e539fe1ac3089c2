import { expect, it } from 'vitest';
import { openPack, writePack } from '../../../../lib/pack';
import type { BenchmarkDocument, Label } from '../../../tools/evaluate/benchmark-documents';
import { judgeTitles } from '../../../tools/evaluate/judge-titles';
import { readTitleTable } from '../../../tools/evaluate/title-table';

const TABLE = readTitleTable(
  [
    'title\tkind\tstart\tend\twords\tqid',
    'Ada Brunnvik\tperson\t1961\t\tZendrian judge\tQ901',
    'Ola Fjeldsund\tperson\t1970\t\tfootballer\tQ902',
    'Mo Tarn (singer)\tperson\t1970\t\tsinger\tQ903',
    'Mo Tarn (judge)\tperson\t1970\t\tjudge\tQ904',
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
    documentOf(`It was raining.\nOn Monday ${said} ${name} said that it would end soon.`, name, meant),
    TABLE,
  );
  return judged && [judged.outcome, judged.sure];
};

it('asks the table as Wikipedia is asked', () => {
  expect(TABLE.ask('Ada Brunnvik')).toMatchObject({ state: 'item', key: 'q901', way: 'direct' });
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
  ['a card of which no label speaks', 'the judge', 'Ada Brunnvik', { known: false }, ['unlabelled', true]],
  ['no card of whom is meant', 'the striker', 'Ada Brunnvik', { id: 'Q901' }, ['refused', false]],
  ['no card of a namesake', 'the striker', 'Ada Brunnvik', { id: 'Q7' }, ['spared', false]],
  ['the one of several', 'the judge', 'Mo Tarn', { id: 'Q904' }, ['right', true]],
  ['nothing in the table', 'the judge', 'Nobody Atall', { id: 'Q7' }, ['no-row', false]],
])('counts %s', (_, said, name, meant, expected) => {
  expect(outcomeOf(said, name, meant)).toEqual(expected);
});
