/** Which kind that a reader may know all of does it belong to? Judged by kind and gloss, all that a scan has. */
import { type KnownKind, keyOfKind } from '../../facts';
import type { EntityHead } from '../../pack';
import { tellsCountry } from './is-country';

type Told = Pick<EntityHead, 'kind' | 'gloss'>;

const POLITICAL =
  /\b(?:politician|political|president|senat(?:e|or)|congress(?:man|woman)?|parliament|house of|bundes(?:tag|rat)|republican|democrat(?:ic)?|conservative|labour|tory|party|minist(?:er|ry)|chancellor|governor|department|agency|secretary|attorney general|diplomat|ambassador|supreme court|government|of state)\b/i;

/**
 * A disputed country: its gloss does not call it a country, but names no owner either (unlike "Self-governing territory of
 * Denmark"). Linking does not count these as countries.
 */
const DISPUTED = /^(?:self-governing (?:island|territory|state)\b(?! of)|[\w-]+ state and territor(?:y|ies)\b)/i;

const isCountryToReaders = (told: Told): boolean =>
  // Hardly anyone knows all former countries.
  (tellsCountry(told) && !/^former\b/i.test(told.gloss)) || DISPUTED.test(told.gloss);

/** How a gloss gives the country of a politician: in its first word or its last ones. */
const POLITICS_OF = [
  ['politics_us', /^(?:US|American|United States)\b|\b(?:in|of) the United States$/],
  ['politics_uk', /^(?:UK|British|English|Scottish|Welsh)\b|\b(?:in|of) the United Kingdom$/],
  ['politics_de', /^(?:West |East )?German\b|\b(?:in|of) Germany$/],
] as const;

export function knownKindOf(told: Told): KnownKind | null {
  const { kind, gloss } = told;
  switch (kind) {
    case 'place':
      return isCountryToReaders(told) ? 'countries' : 'places';
    case 'company':
      return 'companies';
    case 'media':
      return 'media';
    case 'team':
      return 'teams';
    case 'person':
    case 'group':
    case 'office':
      if (!POLITICAL.test(gloss)) return null;
      break;
    case 'law':
    case 'policy':
      break;
    default:
      return null;
  }
  return POLITICS_OF.find(([, whose]) => whose.test(gloss))?.[0] ?? null;
}

/** Does the reader know it, by itself or as one of its kind? `known`: current keys, and kinds. */
export function isKnown(known: ReadonlySet<string>, key: string, told: Told): boolean {
  // Most readers have marked nothing as known, and a story has hundreds of mentions.
  if (known.size === 0) return false;
  if (known.has(key)) return true;
  const kind = knownKindOf(told);
  return kind !== null && known.has(keyOfKind(kind));
}
