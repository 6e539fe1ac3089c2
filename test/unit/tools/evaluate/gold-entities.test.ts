import { describe, expect, it } from 'vitest';
import type { EntityRow, FormRow } from '../../../../lib/pack';
import type { Label } from '../../../tools/evaluate/benchmark-documents';
import { goldEntities } from '../../../tools/evaluate/gold-entities';

const entity = (key: string, name: string, wikipedia: string | null, wikidata: string | null = null): EntityRow => ({
  formerly: [],
  key,
  kind: 'group',
  name,
  qualifier: '',
  gloss: '',
  wikipedia,
  wikidata,
  prominence: 1,
  nouns: [],
  source: { name: 'us', url: '', licence: '', asOf: '2026-01-01' },
});
const form = (of: string, text: string, use: FormRow['use'] = 'name'): FormRow => ({
  entity: of,
  form: text,
  use,
  company: [],
  from: null,
  to: null,
  weight: 1,
  transliterated: false,
  printed: false,
});
const label = (title: string, id = ''): Label => ({
  number: 0,
  start: 0,
  end: 1,
  core: null,
  name: true,
  id,
  title,
  known: id !== '',
  optional: false,
  free: false,
  parent: null,
  children: [],
});

const opec = entity('opec', 'OPEC', 'OPEC', 'Q7795');
const plus = entity('opec-plus', 'OPEC Plus', 'OPEC');

describe('matching labels to entities', () => {
  it('assigns a shared article to the entity that has its title as a name, in either order of the tables', () => {
    for (const entities of [
      [opec, plus],
      [plus, opec],
      [{ ...opec, wikidata: null }, plus],
      [plus, { ...opec, wikidata: null }],
    ]) {
      const gold = goldEntities({ entities, forms: [] });
      expect(gold.meant(label('OPEC', 'Q7795'))).toBe('opec');
      expect(gold.meant(label('opec'))).toBe('opec');
      expect(gold.meant(label('OPEC Plus', 'Q9'))).toBe('opec-plus');
      expect(gold.borrowed(label('OPEC', 'Q7795'), 'opec-plus')).toBe(true);
      expect(gold.borrowed(label('OPEC', 'Q7795'), 'opec')).toBe(false);
      expect(gold.titleOf('opec')).toBe('OPEC');
      expect(gold.titleOf('opec-plus')).toBe('OPEC Plus');
    }
  });

  it('recognises a shared article by its id, whatever the label calls it', () => {
    const gold = goldEntities({ entities: [plus, opec], forms: [] });
    expect(gold.borrowed(label('Organization of the Petroleum Exporting Countries', 'Q7795'), 'opec-plus')).toBe(true);
  });

  it('recognises the owner by another name, but not by a form that needs context', () => {
    const entities = [entity('a', 'Resolution 1', 'UN Resolution 1'), entity('b', 'Snapback', 'UN Resolution 1')];
    const title = label('UN Resolution 1');
    const by = (...forms: FormRow[]) => goldEntities({ entities, forms }).meant(title);
    expect(by(form('a', 'UN resolution 1'))).toBe('a');
    expect(by(form('a', 'UN resolution 1', 'company'))).toBeNull();
  });

  it('returns nothing if no entity, or two, have the title as their name', () => {
    const title = label('UN Resolution 1', 'Q5');
    const two = [entity('a', 'Resolution 1', 'UN Resolution 1'), entity('b', 'Snapback', 'UN Resolution 1')];
    const none = goldEntities({ entities: two, forms: [] });
    expect(none.meant(title)).toBeNull();
    expect(two.map(({ key }) => none.borrowed(title, key))).toEqual([true, true]);
    expect(none.titleOf('a')).toBe('Resolution 1');
    const third = entity('c', 'UN Resolution 1', 'UN Resolution 1 (film)');
    expect(goldEntities({ entities: [...two, third], forms: [] }).meant(title)).toBeNull();
    const same = goldEntities({ entities: [entity('a', 'Ba', null), entity('b', 'Ba', null)], forms: [] });
    expect(same.meant(label('Ba'))).toBeNull();
  });

  it('lets a name that is somebody else’s article stand for that article', () => {
    const entities = [entity('film', 'Chicago', 'Chicago (film)'), entity('city', 'City of Chicago', 'Chicago')];
    for (const all of [entities, [...entities].reverse()]) {
      const gold = goldEntities({ entities: all, forms: [] });
      expect(gold.meant(label('Chicago'))).toBe('city');
      expect(gold.meant(label('Chicago (film)'))).toBe('film');
    }
  });

  it('does not join two ids by their title', () => {
    const gold = goldEntities({ entities: [entity('city', 'Chicago', 'Chicago', 'Q1297')], forms: [] });
    expect(gold.meant(label('Chicago', 'Q371938'))).toBeNull();
    expect(gold.meant(label('Chicago'))).toBe('city');
    expect(gold.meant(label('Windy City', 'Q1297'))).toBe('city');
    expect(gold.borrowed(label('Chicago', 'Q371938'), 'city')).toBe(false);
  });

  it('returns nothing for what the packs do not have', () => {
    const gold = goldEntities({ entities: [opec], forms: [] });
    expect(gold.meant(label('Paris', 'Q90'))).toBeNull();
    expect(gold.borrowed(label('Paris', 'Q90'), 'opec')).toBe(false);
    expect(gold.borrowed(label('Paris', 'Q90'), 'nobody')).toBe(false);
  });
});
