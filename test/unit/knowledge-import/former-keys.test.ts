/** Notes hang on keys: whoever is in the pack still is found by every key that there was. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  joinMoved,
  type KeyedRow,
  keyedRows,
  movedKeys,
  readMoved,
  withFormerKeys,
  writeMoved,
} from '../../../assets/knowledge/import/former-keys';

const row = (key: string, more: Partial<KeyedRow> = {}): KeyedRow => ({
  key,
  kind: 'person',
  name: 'Otto Strakencz',
  wikipedia: '',
  born: null,
  forms: [],
  ...more,
});
const article = { wikipedia: 'Otto Strakencz' };

describe('keys that moved', () => {
  it('are found by the article, whatever its capitals', () => {
    const now = row('q900100', { ...article, wikipedia: 'otto strakencz', name: 'O. Strakencz' });
    expect(movedKeys([row('otto-strakencz-person', article)], [now])).toEqual([
      { former: 'otto-strakencz-person', key: 'q900100' },
    ]);
  });

  it('are found by name and birth together, by neither alone', () => {
    const was = row('otto-strakencz-person-1950', { born: '1950' });
    expect(movedKeys([was], [row('q900100', { born: '1950' })])).toEqual([{ former: was.key, key: 'q900100' }]);
    expect(movedKeys([was], [row('q900100', { born: '1951' })])).toEqual([]);
    expect(movedKeys([was], [row('q900100', { born: '1950', name: 'Anna Tarlenheim' })])).toEqual([]);
    expect(movedKeys([row('otto-strakencz-person')], [row('q900100')])).toEqual([]);
  });

  it('are of one kind, and of one alone', () => {
    const was = row('otto-strakencz-person', article);
    expect(movedKeys([was], [row('q900100', { ...article, kind: 'work' })])).toEqual([]);
    expect(movedKeys([was], [row('q900100', article), row('q900101', article)])).toEqual([]);
  });

  it('are none where the key is there still', () => {
    const was = row('q900100', article);
    expect(movedKeys([was], [was, row('q900101', article)])).toEqual([]);
  });
});

describe('the list of moved keys', () => {
  it('leads to where a thing is after it has moved twice', () => {
    const listed = [{ former: 'one', key: 'two' }];
    expect(joinMoved(listed, [{ former: 'two', key: 'three' }])).toEqual([
      { former: 'one', key: 'three' },
      { former: 'two', key: 'three' },
    ]);
  });

  it('forgets what came back to its first key, and goes in no circle', () => {
    const listed = [{ former: 'one', key: 'two' }];
    expect(joinMoved(listed, [{ former: 'two', key: 'one' }])).toEqual([{ former: 'two', key: 'one' }]);
  });

  it('is written as it is read', () => {
    const moved = [{ former: 'one', key: 'two' }];
    expect(readMoved(writeMoved(moved))).toEqual(moved);
    expect(readMoved('')).toEqual([]);
  });
});

it('tables say what an entity was called, in a column of its own', () => {
  const entities = 'key\tkind\tname\twikipedia\nq900100\tperson\tOtto Strakencz\t\nq900101\tperson\tAnna\tAnna\n';
  const facts = 'entity\tproperty\tstart\nq900100\tborn\t~1950-01\nq900101\toffice\t1990\n';
  expect(keyedRows(entities, facts, 'entity\tform\n').map(({ key, born }) => [key, born])).toEqual([
    ['q900100', '1950'],
    ['q900101', null],
  ]);
  const moved = ['b', 'c'].map((former) => ({ former, key: 'q900100' }));
  expect(
    withFormerKeys(entities, moved)
      .split('\n')
      .map((line) => line.split('\t').at(-1)),
  ).toEqual(['formerly', 'b;c', '', '']);
});

it('what is on the list is in the tables that ship', () => {
  const path = (name: string): string => new URL(`../../../assets/knowledge/${name}`, import.meta.url).pathname;
  const moved = readMoved(readFileSync(path('import/former-keys.tsv'), 'utf8'));
  expect(moved.length).toBeGreaterThan(200);
  const [, ...lines] = readFileSync(path('world/entities.tsv'), 'utf8').split('\n');
  const keys = new Set(lines.map((line) => line.split('\t')[0] ?? ''));
  const formers = new Map(
    lines.flatMap((line) =>
      (line.split('\t')[11] ?? '').split(';').map((one) => [one, line.split('\t')[0] ?? ''] as const),
    ),
  );
  const lost = moved.filter(({ former, key }) => keys.has(key) && !keys.has(former) && formers.get(former) !== key);
  expect(lost).toEqual([]);
});
