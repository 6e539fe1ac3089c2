import { expect, it } from 'vitest';
import { readTables } from '../../../lib/pack/tables';
import { countSources } from '../../tools/knowledge-check/count-sources';

const tables = readTables('two sources', [
  { path: 'sources.tsv', text: 'id\tname\turl\tlicence\na\tSource A\t\tMIT\nb\tSource B\t\tMIT\n' },
  {
    path: 'entities.tsv',
    text: [
      'key\tkind\tname\tqualifier\tgloss\tprominence\tnouns\twikipedia\twikidata\tsource\tas_of',
      'hofbau\tplace\tHofbau\tRuritania\tTown\t10\t\t\t\ta\t2026-11-22',
      'otto\tperson\tOtto Strakencz\tRuritania\tSinger\t10\t\t\t\tb\t2026-11-22',
      'otto-2\tperson\tOtto Strakencz\tBorduria\tBaker\t10\t\t\t\tb\t2026-11-22',
      '',
    ].join('\n'),
  },
  {
    path: 'names.tsv',
    text: [
      'entity\tform\tuse\tcompany\tfrom\tto\tweight\tflags',
      'hofbau\tHofbau\tcompany\thofbau\t\t\t\t',
      'hofbau\tHofbau on the Sea\tname\t\t\t\t\t',
      'otto-2\tStrakencz\tshort\t\t\t\t\t',
      '',
    ].join('\n'),
  },
  {
    path: 'facts.tsv',
    text: 'entity\tproperty\tvalue\twords\tback\tstart\tend\tsource\tas_of\nhofbau\tpopulation\t900\t\t\t2020\t\tb\t2026-11-22\n',
  },
]);

it('counts what each source adds, and which risks its names bring', () => {
  expect(tables.problems).toEqual([]);
  const cards = [
    { entity: 'hofbau', right: true },
    { entity: 'otto', right: false },
  ];
  expect(countSources(tables.source, cards)).toEqual([
    { name: 'Source B', entities: 2, facts: 1, names: 2, oneWord: 0, needCompany: 0, shared: 2, right: 0, wrong: 1 },
    { name: 'Source A', entities: 1, facts: 0, names: 1, oneWord: 0, needCompany: 1, shared: 0, right: 1, wrong: 0 },
  ]);
});
