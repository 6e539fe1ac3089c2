import { describe, expect, it } from 'vitest';
import { openPack, writePack } from '../../../lib/pack';
import { entity, smallSource } from './small-source';

const pack = openPack(
  writePack({
    ...smallSource,
    entities: [
      ...smallSource.entities,
      entity('uranium-enrichment', 'Uranium enrichment', { kind: 'concept' }),
      entity('veto', 'Veto', { kind: 'concept' }),
      entity('shia-islam', 'Shia Islam', { kind: 'concept' }),
    ],
  }),
);

const found = (text: string) => pack.detect(text).map(({ start, end }) => text.slice(start, end));

describe('the name of a concept', () => {
  it('with several words is also found in lower case', () => {
    expect(found('It stopped uranium enrichment.')).toEqual(['uranium enrichment']);
    expect(found('Uranium enrichment has stopped.')).toEqual(['Uranium enrichment']);
  });

  it('with one word, or with a proper name in it, needs its capital', () => {
    expect(found('They veto shia islam.')).toEqual([]);
    expect(found('A Veto on Shia Islam.')).toEqual(['Veto', 'Shia Islam']);
  });
});
