import { describe, expect, it } from 'vitest';
import { currentVersion, type Migration, migrate, VERSION_KEY } from '../../../lib/settings/stored';

const steps: Migration[] = [
  ({ 'settings.delay': delay, ...rest }) => (delay === undefined ? rest : { ...rest, 'settings.restMs': delay }),
  (stored) => ({ ...stored, 'settings.third': true }),
];

describe('migration of stored settings', () => {
  it('takes every step from the version that was written', () => {
    expect(migrate({ 'settings.delay': 200 }, steps)).toEqual({
      'settings.restMs': 200,
      'settings.third': true,
      [VERSION_KEY]: 3,
    });
    expect(migrate({ [VERSION_KEY]: 2, 'settings.delay': 200 }, steps)).toEqual({
      'settings.delay': 200,
      'settings.third': true,
      [VERSION_KEY]: 3,
    });
  });

  it('leaves alone what this or a newer version wrote', () => {
    const current = { [VERSION_KEY]: 3, a: 1 };
    const newer = { [VERSION_KEY]: 9, 'settings.delay': 1 };
    expect(migrate(current, steps)).toBe(current);
    expect(migrate(newer, steps)).toBe(newer);
  });

  it.each([0, -1, 1.5, Number.NaN, null, 'x'])('treats an invalid version %s as the first', (version) => {
    expect(migrate({ [VERSION_KEY]: version }, steps)[VERSION_KEY]).toBe(currentVersion(steps));
  });
});
