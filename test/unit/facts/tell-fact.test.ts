import { describe, expect, it } from 'vitest';
import {
  type Fact,
  isPlacing,
  lineOf,
  PROPERTY_NAMES,
  type PropertyName,
  propertyOf,
  tiedTo,
} from '../../../lib/facts';

const source = { name: 'Table', url: null, licence: null, asOf: '2026-01-01' };
const fact = (property: PropertyName, side: Fact['side'], via: string | null | undefined): Fact => ({
  property,
  side,
  value: via === undefined ? null : { type: 'entity', key: 'other', via },
  words: 'Words',
  start: null,
  end: null,
  source,
});
const lines = (side: Fact['side'], via: string | null | undefined) =>
  Object.fromEntries(
    PROPERTY_NAMES.map((name) => [name, lineOf(fact(name, side, via))] as const).filter(([, line]) => line !== null),
  );

describe('a line', () => {
  it('is that of its property on the card of its subject', () => {
    for (const name of PROPERTY_NAMES) expect(lineOf(fact(name, 'own', null))).toBe(propertyOf(name).line);
    for (const name of PROPERTY_NAMES) expect(lineOf(fact(name, 'own', undefined))).toBe(propertyOf(name).line);
  });

  it('tells an office by its holders, and what an office heads by whoever holds it', () => {
    expect(lines('told', null)).toEqual({ office: 'office', 'held-by': 'office' });
    expect(lines('told', undefined)).toEqual({ office: 'office', 'held-by': 'office' });
    expect(lines('told', 'an-office')).toEqual({
      office: 'office',
      'held-by': 'office',
      heads: 'office',
      'second-in': 'role',
    });
  });
});

describe('a tie', () => {
  it('is what names another entity, but for who holds an office: that is a line', () => {
    for (const name of PROPERTY_NAMES) {
      expect(tiedTo(fact(name, 'own', null))).toBe(name === 'office' ? null : 'other');
      expect(tiedTo(fact(name, 'told', undefined))).toBeNull();
    }
    const amount: Fact = { ...fact('population', 'own', null), value: { type: 'quantity', amount: 3 } };
    expect(tiedTo(amount)).toBeNull();
  });
});

it('an office is placed by three properties', () => {
  expect(PROPERTY_NAMES.filter(isPlacing)).toEqual(['heads', 'post-in', 'second-in']);
});
