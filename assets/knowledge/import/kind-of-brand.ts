/**
 * What a brand, an operator or an agency is, by a line that describes it for a map: "Italian luxury fashion house", "chain of
 * cafes in Poland", "rapid transit system in New York City". Only what is listed here is told.
 */
import { type KindOfWords, kindOfDescription } from './kind-of-words';

const SAID = (
  [
    // The first that fits counts: "supermarket chain" is more than a chain.
    [/\bchurch\b.*\bdenomination|\bdenomination of\b/, 'group', 'church'],
    [/\bRed (?:Cross|Crescent)\b.*society|\bnational society of the Red\b/i, 'group', 'Red Cross society'],
    [/\b(?:land|air|maritime|naval|sea) warfare branch\b/, 'group', 'branch of the armed forces'],
    [
      /\brevenue service\b|\b(?:federal|government|national|state|law enforcement|executive) agency\b/,
      'group',
      'agency',
    ],
    [/\bhealth ?care systems?\b|\bhealth service\b/, 'group', 'health service'],
    [/\b(?:rapid|mass|urban) (?:rail )?transit\b|\bmetro system\b|\brapid transport system\b/, 'place', 'metro'],
    [/\bfashion (?:house|label|brand|company)\b/, 'company', 'fashion house'],
    [/\b(?:automo(?:bile|tive)|car|vehicle|sports car)s? (?:manufacturer|maker|marque|brand)\b/, 'company', 'carmaker'],
    [/\bcar marque\b|\bmanufacturer of (?:\S+ ){0,2}(?:automobiles|(?:sports )?cars)\b/, 'company', 'carmaker'],
    [/\bmotor(?:cycle|bike)s?\b.*\bmanufacturer|\bmanufacturer of motorcycles\b/, 'company', 'motorcycle maker'],
    [/\bwatch(?:maker|es)?\b(?:.*\bmanufacturer)?$/, 'company', 'watchmaker'],
    [/\b(?:supermarket|hypermarket|grocery)\b/, 'company', 'supermarket chain'],
    [/\b(?:pharmacy|drugstore)\b/, 'company', 'pharmacy chain'],
    [/\b(?:cinema|movie theater|theatre|theater) (?:chain|operator|company)\b/, 'company', 'cinema chain'],
    [/\bdepartment stores?\b/, 'company', 'department store'],
    [/\bhotels?\b/, 'company', 'hotel chain'],
    [
      /\b(?:cafe|café|coffee(?:house)?|restaurants?|pizza|pizzeria|fast[- ]food|pub) (?:chain|franchise)\b/,
      'company',
      'restaurant chain',
    ],
    [
      /\bchain of (?:\S+ ){0,3}(?:cafes|cafés|coffee ?(?:houses|shops)|restaurants|pizzerias)\b/,
      'company',
      'restaurant chain',
    ],
    [/\binsurance (?:company|group|provider)\b|\binsurer\b/, 'company', 'insurance company'],
    [/\b(?:bank|banking|financial (?:institution|services))\b/, 'company', 'bank or financial company'],
    [/\b(?:management consulting|consulting firm|professional services)\b/, 'company', 'consulting firm'],
    [/\b(?:postal|mail) (?:service|operator|system|administration)\b/, 'company', 'postal service'],
    [
      /\b(?:rail|railroad|railway|train)\b.*\b(?:operator|network|service|company|carrier)\b|\brailroad\b/,
      'company',
      'railway company',
    ],
    [
      /\b(?:telecommunications?|mobility|mobile|cable|internet) (?:provider|network|operator|group|service)/,
      'company',
      'telecommunications company',
    ],
    [
      /\b(?:oil|gas|electric|energy|power|water)\b.*\b(?:company|utility|supplier|provider|producer|operator)\b/,
      'company',
      'energy or water company',
    ],
    [
      /\b(?:online marketplace|e-commerce|retailer|retail (?:chain|business)|clothing (?:chain|retailer))\b/,
      'company',
      'retailer',
    ],
    [/\b(?:chain|stores?|shops?)\b/, 'company', 'chain of shops'],
    [/\b(?:manufacturer|producer|maker)\b/, 'company', 'manufacturer'],
  ] satisfies ReadonlyArray<readonly [RegExp, KindOfWords['kind'], string]>
).map(([shape, kind, what]) => ({ shape, is: { kind, what } }));

/** "Management consulting company" says more than its last word. */
export function kindOfBrand(description: string): KindOfWords | null {
  const is = kindOfDescription(description);
  return is && is.what !== 'company' ? is : (SAID.find(({ shape }) => shape.test(description))?.is ?? is);
}
