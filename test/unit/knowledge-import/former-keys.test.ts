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

describe('keys that have changed', () => {
  it('are matched by the article, whatever its capitals', () => {
    const now = row('q900100', { ...article, wikipedia: 'otto strakencz', name: 'O. Strakencz' });
    expect(movedKeys([row('otto-strakencz-person', article)], [now])).toEqual([
      { former: 'otto-strakencz-person', key: 'q900100' },
    ]);
  });

  it('are matched by name and birth together, and by neither alone', () => {
    const was = row('otto-strakencz-person-1950', { born: '1950' });
    expect(movedKeys([was], [row('q900100', { born: '1950' })])).toEqual([{ former: was.key, key: 'q900100' }]);
    expect(movedKeys([was], [row('q900100', { born: '1951' })])).toEqual([]);
    expect(movedKeys([was], [row('q900100', { born: '1950', name: 'Anna Tarlenheim' })])).toEqual([]);
    expect(movedKeys([row('otto-strakencz-person')], [row('q900100')])).toEqual([]);
  });

  it('must be of one kind, and of one candidate only', () => {
    const was = row('otto-strakencz-person', article);
    expect(movedKeys([was], [row('q900100', { ...article, kind: 'work' })])).toEqual([]);
    expect(movedKeys([was], [row('q900100', article), row('q900101', article)])).toEqual([]);
  });

  it('are not recorded if the key still exists', () => {
    const was = row('q900100', article);
    expect(movedKeys([was], [was, row('q900101', article)])).toEqual([]);
  });
});

describe('the list of changed keys', () => {
  it('leads to the current key after two changes', () => {
    const listed = [{ former: 'one', key: 'two' }];
    expect(joinMoved(listed, [{ former: 'two', key: 'three' }])).toEqual([
      { former: 'one', key: 'three' },
      { former: 'two', key: 'three' },
    ]);
  });

  it('drops a key that was changed back, and contains no circle', () => {
    const listed = [{ former: 'one', key: 'two' }];
    expect(joinMoved(listed, [{ former: 'two', key: 'one' }])).toEqual([{ former: 'two', key: 'one' }]);
  });

  it('is written in the format in which it is read', () => {
    const moved = [{ former: 'one', key: 'two' }];
    expect(readMoved(writeMoved(moved))).toEqual(moved);
    expect(readMoved('')).toEqual([]);
  });
});

it('tables give the former keys of an entity in a column of their own', () => {
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

it('what is on the list is in the shipped tables', () => {
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
