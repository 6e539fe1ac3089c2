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
  it('is shown for its property on the card of its subject', () => {
    for (const name of PROPERTY_NAMES) {
      expect(lineOf({ ...fact(name, 'own', null), start: '2020' })).toBe(propertyOf(name).line);
      expect(lineOf({ ...fact(name, 'own', null), end: '2020' })).toBe(propertyOf(name).line);
    }
    for (const name of PROPERTY_NAMES) expect(lineOf(fact(name, 'own', undefined))).toBe(propertyOf(name).line);
  });

  it('is not shown for an owner or a founder without a date: that is only a tie', () => {
    const without = PROPERTY_NAMES.filter((name) => lineOf(fact(name, 'own', null)) !== propertyOf(name).line);
    expect(without).toEqual(['founded-by', 'owned-by', 'split-from']);
  });

  it('is on both cards for joining, leaving or taking over', () => {
    const both = {
      joined: 'event',
      left: 'event',
      rejoined: 'event',
      'suspended-from': 'event',
      'captured-by': 'event',
    };
    expect(lines('told', null)).toMatchObject(both);
  });

  it('is the holders for an office, and the current holder for what an office heads', () => {
    const offices = (via: string | null | undefined) =>
      Object.fromEntries(Object.entries(lines('told', via)).filter(([, line]) => line !== 'event'));
    expect(offices(null)).toEqual({ office: 'office', 'held-by': 'office' });
    expect(offices(undefined)).toEqual({ office: 'office', 'held-by': 'office' });
    expect(offices('an-office')).toEqual({
      office: 'office',
      'held-by': 'office',
      heads: 'office',
      'second-in': 'role',
    });
  });
});

describe('a tie', () => {
  it('is a fact that names another entity, unless a line says it already', () => {
    const alone = [
      'office',
      'joined',
      'left',
      'rejoined',
      'suspended-from',
      'captured-by',
      'elected',
      're-elected',
      'given-to',
      'majority',
    ];
    for (const name of PROPERTY_NAMES) {
      expect(tiedTo(fact(name, 'own', null))).toBe(alone.includes(name) ? null : 'other');
      expect(tiedTo(fact(name, 'told', undefined))).toBeNull();
    }
    const amount: Fact = { ...fact('population', 'own', null), value: { type: 'quantity', amount: 3 } };
    expect(tiedTo(amount)).toBeNull();
  });
});

it('three properties say where an office belongs', () => {
  expect(PROPERTY_NAMES.filter(isPlacing)).toEqual(['heads', 'post-in', 'second-in']);
});
