/**
 * Which file shows an entity: a person's portrait, a country's flag, a company's logo. One property is requested at a
 * time.
 */
import * as v from 'valibot';
import type { EntityKey, Kind } from '../../facts';
import { wikidataIdOf } from '../item';
import type { PictureShows } from './types';

export interface PictureProperty {
  readonly property: 'P18' | 'P41' | 'P154';
  readonly shows: PictureShows;
}

const PORTRAIT = { property: 'P18', shows: 'portrait' } as const;
const PICTURE = { property: 'P18', shows: 'picture' } as const;
const FLAG = { property: 'P41', shows: 'flag' } as const;
const LOGO = { property: 'P154', shows: 'logo' } as const;

/**
 * Properties that would show it, best first; a deal or an office has no picture. At most two, since each is a request.
 */
const PROPERTIES: Readonly<Partial<Record<Kind, readonly PictureProperty[]>>> = {
  person: [PORTRAIT],
  place: [FLAG, PICTURE],
  group: [LOGO, FLAG],
  company: [LOGO],
  media: [LOGO],
  team: [LOGO],
  event: [PICTURE],
};

export const picturePropertiesOf = (kind: Kind): readonly PictureProperty[] => PROPERTIES[kind] ?? [];

/** A single property: a whole item can be a megabyte. */
export const claimsQuery = (key: EntityKey, property: string): Record<string, string> => ({
  action: 'wbgetclaims',
  entity: wikidataIdOf(key),
  property,
  props: '',
  maxlag: '5',
});

const Answer = v.object({ claims: v.record(v.string(), v.unknown()) });
/** PHP writes an empty map as a list. */
const Nothing = v.object({ claims: v.pipe(v.array(v.unknown()), v.maxLength(0)) });
const MOST_CLAIMS = 50;
const LONGEST_FILE = 240;
/** Characters that no title has, so not a file name. */
const NO_TITLE = /[|#<>[\]{}\p{Cc}]/u;

const Claim = v.object({
  rank: v.picklist(['preferred', 'normal']),
  mainsnak: v.object({
    snaktype: v.literal('value'),
    datavalue: v.object({ type: v.literal('string'), value: v.string() }),
  }),
});

/** Border: the preferred one, else the first; null if there is none. An invalid claim only costs itself. */
export function readPictureFile(json: unknown, property: string): string | null {
  if (v.is(Nothing, json)) return null;
  const all = v.parse(Answer, json).claims[property];
  const claims = (Array.isArray(all) ? all.slice(0, MOST_CLAIMS) : []).filter((claim) => v.is(Claim, claim));
  const sound = claims.filter(({ mainsnak }) => isFile(mainsnak.datavalue.value));
  const best = sound.find(({ rank }) => rank === 'preferred') ?? sound[0];
  return best?.mainsnak.datavalue.value ?? null;
}

const isFile = (name: string): boolean => name !== '' && name.length <= LONGEST_FILE && !NO_TITLE.test(name);
