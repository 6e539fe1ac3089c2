import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choice,
  changeOf,
  DEFAULT_SETTINGS,
  type Heirs,
  plainChoices,
  type Settings,
} from '../../../lib/settings';

/** `opec` has got an id, which another slug had before as well; `both` was split. */
const TODAY: Readonly<Record<string, readonly string[]>> = { opec: ['q5'], 'opec-plus': ['q5'], both: ['q8', 'q9'] };
const heirs: Heirs = (key) => TODAY[key] ?? [key];
const muted = (...keys: string[]): Settings => ({ ...DEFAULT_SETTINGS, muted: keys });
const refused = (form: string, ...keys: string[]): Settings => ({ ...DEFAULT_SETTINGS, refused: { [form]: keys } });
const decided = (settings: Settings, choice: Choice, by: Heirs = heirs): Settings => ({
  ...settings,
  ...changeOf(choice, by)(settings),
});
const mute = (entity: string, on: boolean): Choice => ({ type: 'mute', entity, muted: on });
const know = (entity: string, on: boolean): Choice => ({ type: 'know', entity, known: on });
const refuse = (form: string, entity: string, on: boolean): Choice => ({ type: 'refuse', form, entity, refused: on });

describe('a choice about an entity whose keys have changed', () => {
  it('is stored under the current key, and earlier choices are kept', () => {
    expect(decided(muted('opec', 'x'), mute('q5', true)).muted).toEqual(['opec', 'x', 'q5']);
    expect(decided(refused('cartel', 'opec'), refuse('cartel', 'q5', true)).refused).toEqual({
      cartel: ['opec', 'q5'],
    });
  });

  it('is undone with everything stored under former keys', () => {
    expect(decided(muted('opec', 'x', 'q5', 'opec-plus'), mute('q5', false)).muted).toEqual(['x']);
    expect(decided(refused('cartel', 'opec', 'x'), refuse('cartel', 'q5', false)).refused).toEqual({ cartel: ['x'] });
    expect(decided(refused('cartel', 'opec'), refuse('cartel', 'q5', false)).refused).toEqual({});
    expect(decided(refused('cartel', 'opec'), refuse('group', 'q5', false)).refused).toEqual({ cartel: ['opec'] });
    expect(decided(refused('cartel', 'opec'), refuse('__proto__', 'q5', false)).refused).toEqual({ cartel: ['opec'] });
  });

  it('about a key that was split is undone for one successor only', () => {
    expect(decided(muted('both'), mute('q8', false)).muted).toEqual(['q9']);
    expect(decided(refused('union', 'both'), refuse('union', 'q9', false)).refused).toEqual({ union: ['q8'] });
  });

  it('is separate for known and for muted entities', () => {
    const before: Settings = { ...muted('q5'), known: ['opec', '*countries', 'both'] };
    expect(decided(before, know('q7', true))).toEqual({ ...before, known: ['opec', '*countries', 'both', 'q7'] });
    expect(decided(before, know('q5', false))).toEqual({ ...before, known: ['*countries', 'both'] });
    expect(decided(before, know('q8', false)).known).toEqual(['opec', '*countries', 'q9']);
    expect(decided(before, know('*countries', false)).known).toEqual(['opec', 'both']);
    expect(decided(before, mute('q5', false))).toEqual({ ...before, muted: [] });
  });

  it('applies in a private window, step by step', () => {
    const settings = muted('both', 'q8');
    const plain = plainChoices(mute('q8', false), settings, heirs);
    let now = settings;
    for (const one of plain) now = decided(now, one, (key) => [key]);
    expect(now.muted).toEqual(['q9']);
  });

  it('made there still holds afterwards, and for nobody else', () => {
    const keys = fc.constantFrom('opec', 'opec-plus', 'q5', 'both', 'q8', 'q9', 'x');
    const current = fc.constantFrom('q5', 'q8', 'q9', 'x');
    const isMuted = (settings: Settings, key: string) => settings.muted.flatMap(heirs).includes(key);
    fc.assert(
      fc.property(fc.uniqueArray(keys), current, fc.boolean(), (before, entity, on) => {
        const now = decided(muted(...before), mute(entity, on));
        expect(isMuted(now, entity)).toBe(on);
        for (const other of ['q5', 'q8', 'q9', 'x'])
          if (other !== entity) expect(isMuted(now, other), other).toBe(isMuted(muted(...before), other));
      }),
    );
  });
});
