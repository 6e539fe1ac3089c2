/** Several packs read as one: what each of them finds in a text stands in one order, and what both say of the same words together. */
import { expect, it } from 'vitest';
import { openShelf } from '../../../lib/linking/known/shelf';
import { openPack, type PackSource, writePack } from '../../../lib/pack';
import { world } from './small-world';

const packOf = (source: Partial<PackSource>) => openPack(writePack({ ...world, ...source }));
const hale = world.entities.find(({ key }) => key === 'tom-hale')!;
const militia = world.entities.find(({ key }) => key === 'river-brigade')!;
const nobody = { forms: [], facts: [], neighbours: [] };
const none: ReadonlySet<string> = new Set();

it('the longer name comes first, whichever pack it comes from', () => {
  const longer = packOf({ ...nobody, entities: [{ ...hale, key: 'tom-hale-kelmar', name: 'Tom Hale Kelmar' }] });
  for (const packs of [
    [packOf({}), longer],
    [longer, packOf({})],
  ]) {
    const text = 'Tom Hale Kelmar wept.';
    const names = openShelf(packs).detect(text, none);
    expect(names.map(({ start, end }) => text.slice(start, end)).slice(0, 2)).toEqual(['Tom Hale Kelmar', 'Tom Hale']);
  }
});

it('the entries of all packs for one noun are joined', () => {
  const other = packOf({ ...nobody, entities: [{ ...militia, key: 'lake-brigade', name: 'Lake Brigade' }] });
  const [hit] = openShelf([packOf({}), other]).detect('The militia left.', none);
  const one = openShelf([packOf({})]).detect('The militia left.', none);
  expect(hit?.nouns.length).toBe((one[0]?.nouns.length ?? 0) + 1);
});
