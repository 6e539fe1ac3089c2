import { describe, expect, it } from 'vitest';
import { unknownKey } from '../../../lib/facts';
import { foldText } from '../../../lib/text';

const keyOf = (name: string) => unknownKey(foldText(name));

describe('the key of an unknown name', () => {
  it('is the same however the name is written, and readable', () => {
    expect(keyOf('Howard Lutnick')).toBe('name-howard-lutnick');
    expect(keyOf('HOWARD  LUTNICK')).toBe('name-howard-lutnick');
    expect(keyOf('Kata’ib O’Neill')).toBe(keyOf("Kata'ib O'Neill"));
  });

  it('is accepted by packs as a former key, in any script and of any length', () => {
    for (const name of ['Ana Dragović', 'Владимир Зеленский', '王毅', 'حشد', '…', 'X'.repeat(500), 'A-B (C) & D']) {
      expect(keyOf(name)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(keyOf(name).length).toBeLessThanOrEqual(200);
    }
  });

  it('differs for different names in a script that it cannot spell', () => {
    expect(keyOf('王毅')).not.toBe(keyOf('王义'));
    expect(keyOf('Владимир Зеленский')).not.toBe(keyOf('Володимир Зеленський'));
  });
});
