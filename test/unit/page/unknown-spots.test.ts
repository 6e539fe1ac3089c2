import { describe, expect, it } from 'vitest';
import type { KeyedName } from '../../../lib/page';
import { createPageIndex } from '../../../lib/page/read/page-index';
import type { Spot } from '../../../lib/page/read/spot';
import type { MappedBlock } from '../../../lib/page/read/text-block';
import { putUnknown } from '../../../lib/page/read/unknown-spots';

const block = (id: number, text: string) =>
  ({ id, text, role: 'body', runs: [], element: {} }) as unknown as MappedBlock;
const mention = (start: number, end: number): Spot['mention'] => ({
  block: 1,
  start,
  end,
  entity: 'iran',
  confidence: 1,
  salience: 1,
  marked: true,
  evidence: { type: 'only' },
  runnersUp: [],
});
const name = (key: string, ...places: [number, number, number][]): KeyedName => ({
  key,
  name: key,
  language: 'en',
  kind: 'person',
  roles: ['minister'],
  says: [{ block: 1, start: 0, end: 3, text: 'the minister', by: 'title', role: 'body' }],
  places: places.map(([at, start, end]) => ({ block: at, start, end })),
});

function page() {
  const index = createPageIndex();
  const one = block(1, 'Iran and Ana Dragović met Bo.');
  const two = block(2, 'Dragović left.');
  const blocks: MappedBlock[] = [one, two];
  Object.defineProperty(index, 'blocks', { value: blocks });
  index.setSpots(one, [{ id: '1:0', mention: mention(0, 4), block: one }]);
  const spots = (at: MappedBlock) =>
    index.spotsIn(at).map(({ mention: { entity, start, marked } }) => [entity, start, marked]);
  return { index, one, two, spots };
}

describe('unknown names in a page', () => {
  it('can be pointed at in all their places, and have no mark', () => {
    const { index, one, two, spots } = page();
    const entries = putUnknown(index, [name('name-ana', [1, 9, 21], [2, 0, 8]), name('name-bo', [1, 26, 28])]);
    expect(spots(one)).toEqual([
      ['iran', 0, true],
      ['name-ana', 9, false],
      ['name-bo', 26, false],
    ]);
    expect(spots(two)).toEqual([['name-ana', 0, false]]);
    expect(entries[0]).toEqual({
      key: 'name-ana',
      name: 'name-ana',
      language: 'en',
      kind: 'person',
      roles: ['minister'],
      count: 2,
      says: [{ text: 'the minister', by: 'title', role: 'body' }],
    });
  });

  it('leave a place to the name that has a card there', () => {
    const { index, one, spots } = page();
    putUnknown(index, [name('name-iran-and', [1, 0, 8])]);
    expect(spots(one)).toEqual([['iran', 0, true]]);
  });

  it('may touch that name but not overlap it', () => {
    const { index, one, spots } = page();
    index.setSpots(one, [{ id: '1:9', mention: mention(9, 12), block: one }]);
    putUnknown(index, [name('name-before', [1, 5, 9]), name('name-behind', [1, 12, 21]), name('name-in', [1, 11, 21])]);
    expect(spots(one).map(([key]) => key)).toEqual(['name-before', 'iran', 'name-behind']);
  });

  it('disappear where they have become known', () => {
    const { index, one, two, spots } = page();
    putUnknown(index, [name('name-ana', [1, 9, 21], [2, 0, 8])]);
    putUnknown(index, []);
    expect(spots(one)).toEqual([['iran', 0, true]]);
    expect(spots(two)).toEqual([]);
  });
});
