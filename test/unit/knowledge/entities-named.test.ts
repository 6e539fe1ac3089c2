import { describe, expect, it } from 'vitest';
import { entitiesNamed } from '../../../lib/knowledge';
import { smallPack } from '../linking/small-world';

const named = (name: string) => entitiesNamed([smallPack], name).map(({ entity }) => entity);

describe('the entity for a bare name', () => {
  it('is the one whose printed name it is', () => {
    expect(entitiesNamed([smallPack], 'Ada Morrow')).toEqual([
      { entity: 'ada-morrow', name: 'Ada Morrow', kind: 'person' },
    ]);
  });

  it('is the one with that printed name rather than all that are called so', () => {
    expect(named('Mercury')).toEqual(['mercury-planet']);
  });

  it('may be found by another full name', () => {
    expect(named('WHL')).toEqual(['world-health-league']);
  });

  it('is unknown for a form that needs context, a part of a name, or an unknown word', () => {
    expect(['Congress', 'Times', 'Ada Morrow and others', 'Nobody', ''].map(named)).toEqual([[], [], [], [], []]);
  });

  it('is found once if it is in two packs', () => {
    expect(entitiesNamed([smallPack, smallPack], 'Gala')).toHaveLength(1);
  });
});
