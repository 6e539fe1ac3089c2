import { describe, expect, it } from 'vitest';
import { entitiesNamed } from '../../../lib/knowledge';
import { smallPack } from '../linking/small-world';

const named = (name: string) => entitiesNamed([smallPack], name).map(({ entity }) => entity);

describe('a name that comes without its entity', () => {
  it('means the one whose printed name it is', () => {
    expect(entitiesNamed([smallPack], 'Ada Morrow')).toEqual([
      { entity: 'ada-morrow', name: 'Ada Morrow', kind: 'person' },
    ]);
  });

  it('means the bearer of a printed name rather than all that are called so', () => {
    expect(named('Mercury')).toEqual(['mercury-planet']);
  });

  it('means by its other full names whoever bears them', () => {
    expect(named('WHL')).toEqual(['world-health-league']);
  });

  it('means nobody by a form that needs company, by a part of it, or by an unknown word', () => {
    expect(['Congress', 'Times', 'Ada Morrow and others', 'Nobody', ''].map(named)).toEqual([[], [], [], [], []]);
  });

  it('is looked up once where two packs know the entity', () => {
    expect(entitiesNamed([smallPack, smallPack], 'Gala')).toHaveLength(1);
  });
});
