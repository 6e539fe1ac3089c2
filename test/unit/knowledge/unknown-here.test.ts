import { describe, expect, it } from 'vitest';
import { unknownHere } from '../../../lib/knowledge';
import { openPack, writePack } from '../../../lib/pack';
import { entity, form, smallSource } from '../pack/small-source';

const pack = openPack(
  writePack({
    ...smallSource,
    entities: [entity('mcdonald', 'Michael McDonald', { kind: 'person' })],
    forms: [form('mcdonald', 'Michael McDonald')],
    facts: [],
    backgrounds: [],
  }),
);
const namesIn = (text: string, muted: readonly string[] = []) =>
  unknownHere([pack], { day: null, title: '', blocks: [{ id: 0, text, role: 'body' }], memory: null }, [], muted).map(
    ({ name, key }) => [name, key],
  );

describe('names that no pack knows', () => {
  it('have keys', () => {
    expect(namesIn('The lock keeper, Jorun Haskevold, had reported a crack.')).toEqual([
      ['Jorun Haskevold', 'name-jorun-haskevold'],
    ]);
  });

  it('are not those that packs know and linking rejected', () => {
    expect(namesIn('Later that day Michael McDonald came home to sleep.')).toEqual([]);
  });

  it('may be those of a namesake whom the story describes', () => {
    expect(namesIn('The lock keeper, Michael McDonald, had reported a crack.')).toEqual([
      ['Michael McDonald', 'name-michael-mcdonald'],
    ]);
  });

  it('are not those of muted entities, whatever the story says about them', () => {
    const text = 'The lock keeper, Michael McDonald, had reported a crack. The engineer, Jorun Haskevold, had not.';
    expect(namesIn(text, ['mcdonald'])).toEqual([['Jorun Haskevold', 'name-jorun-haskevold']]);
    expect(namesIn(text, ['somebody-else'])).toHaveLength(2);
  });
});
