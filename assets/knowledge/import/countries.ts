/** The countries that the hand-written tables hold, by every way in which files of facts name them. */

import type { PackSource } from '../../../lib/pack';
import { foldText } from '../../../lib/text';

export interface Country {
  /** Key of the entity. */
  readonly key: string;
  readonly name: string;
  /** "Iranian"; null where the tables have none. */
  readonly adjective: string | null;
}

export interface Countries {
  /** By name, adjective, code of two or three letters. */
  find(written: string | null): Country | null;
  /** The first that a phrase names, by name or adjective: "Italian football club". The last for "county in Georgia, United States". */
  within(phrase: string, which: 'first' | 'last'): Country | null;
}

/** Codes of three letters by those of two; the Olympic ones that differ behind them. */
const CODES = `AFG AF ALB AL DZA DZ AND AD AGO AO ARG AR ARM AM AUS AU AUT AT AZE AZ BHS BS BHR BH BGD BD BRB BB BLR BY BEL BE BLZ BZ BEN BJ
BTN BT BOL BO BIH BA BWA BW BRA BR BRN BN BGR BG BFA BF BDI BI KHM KH CMR CM CAN CA CPV CV CAF CF TCD TD CHL CL CHN CN COL CO COM KM
COD CD COG CG CRI CR CIV CI HRV HR CUB CU CYP CY CZE CZ DNK DK DJI DJ DMA DM DOM DO ECU EC EGY EG SLV SV GNQ GQ ERI ER EST EE SWZ SZ
ETH ET FJI FJ FIN FI FRA FR GAB GA GMB GM GEO GE DEU DE HKG HK MAC MO PRI PR GRL GL GHA GH GRC GR GRD GD GTM GT GIN GN GNB GW GUY GY HTI HT HND HN HUN HU ISL IS
IND IN IDN ID IRN IR IRQ IQ IRL IE ISR IL ITA IT JAM JM JPN JP JOR JO KAZ KZ KEN KE KIR KI XKX XK PRK KP KOR KR KWT KW KGZ KG LAO LA
LVA LV LBN LB LSO LS LBR LR LBY LY LIE LI LTU LT LUX LU MDG MG MWI MW MYS MY MDV MV MLI ML MLT MT MHL MH MRT MR MUS MU MEX MX FSM FM
MDA MD MCO MC MNG MN MNE ME MAR MA MOZ MZ MMR MM NAM NA NRU NR NPL NP NLD NL NZL NZ NIC NI NER NE NGA NG MKD MK NOR NO OMN OM PAK PK
PLW PW PSE PS PAN PA PNG PG PRY PY PER PE PHL PH POL PL PRT PT QAT QA ROU RO RUS RU RWA RW KNA KN LCA LC VCT VC WSM WS SMR SM STP ST
SAU SA SEN SN SRB RS SYC SC SLE SL SGP SG SVK SK SVN SI SLB SB SOM SO ZAF ZA SSD SS ESP ES LKA LK SDN SD SUR SR SWE SE CHE CH SYR SY
TWN TW TJK TJ TZA TZ THA TH TLS TL TGO TG TON TO TTO TT TUN TN TUR TR TKM TM TUV TV UGA UG UKR UA ARE AE GBR GB USA US URY UY UZB UZ
VUT VU VAT VA VEN VE VNM VN YEM YE ZMB ZM ZWE ZW GER DE SUI CH NED NL CRO HR DEN DK GRE GR POR PT RSA ZA BUL BG CHI CL URU UY PAR PY
INA ID MAS MY PHI PH TPE TW UAE AE ALG DZ NGR NG SLO SI LAT LV IRI IR KSA SA VIE VN MON MC`;

/** What they are called besides; a nation of the United Kingdom keeps its adjective and stands in the whole. */
const ALSO: Readonly<Record<string, string>> = {
  usa: 'United States',
  'u s': 'United States',
  'united states of america': 'United States',
  uk: 'United Kingdom',
  'great britain': 'United Kingdom',
  'united kingdom of great britain and northern ireland': 'United Kingdom',
  'united kingdom of great britain and ireland': 'United Kingdom',
  turkiye: 'Turkey',
  'peoples republic of china': 'China',
  'people s republic of china': 'China',
  'the netherlands': 'Netherlands',
  'kingdom of the netherlands': 'Netherlands',
  holland: 'Netherlands',
  czechia: 'Czech Republic',
  'russian federation': 'Russia',
  burma: 'Myanmar',
  'myanmar burma': 'Myanmar',
  'democratic people s republic of korea': 'North Korea',
  dprk: 'North Korea',
  korea: 'South Korea',
  'republic of korea': 'South Korea',
  'cote d ivoire': 'Ivory Coast',
  'dr congo': 'Democratic Republic of the Congo',
  'congo kinshasa': 'Democratic Republic of the Congo',
  'republic of ireland': 'Ireland',
  'republic of moldova': 'Moldova',
  'viet nam': 'Vietnam',
  'syrian arab republic': 'Syria',
  'islamic republic of iran': 'Iran',
  'the gambia': 'Gambia',
  'the bahamas': 'Bahamas',
  'state of palestine': 'Palestine',
  'palestinian territories': 'Palestine',
  macedonia: 'North Macedonia',
  'hong kong sar china': 'Hong Kong',
  'macao sar china': 'Macau',
  swaziland: 'Eswatini',
  'east timor': 'Timor-Leste',
};
/** In the United Kingdom, and with words of their own. */
const NATIONS: readonly (readonly [name: string, adjective: string])[] = [
  ['England', 'English'],
  ['Scotland', 'Scottish'],
  ['Wales', 'Welsh'],
  ['Northern Ireland', 'Northern Irish'],
];
/** No countries, and named like ones. */
const TERRITORIES = new Set(['Hong Kong', 'Macau', 'Puerto Rico', 'Greenland']);
/** "Georgian" and "Georgia" are the state as well. */
const DOUBTFUL = new Set(['georgia', 'georgian', 'jordan', 'chad', 'dominican', 'congolese']);

/** "New England", "New South Wales", "New Mexico" are called after a country, and are another. */
const isCalledAfter = (words: readonly string[], first: number, phrase: string): boolean =>
  /\bNew \p{Lu}/u.test(phrase) && (words[first - 1] === 'south' ? words[first - 2] : words[first - 1]) === 'new';

export function readCountries({ entities, forms }: Pick<PackSource, 'entities' | 'forms'>): Countries {
  const byName = new Map<string, Country>();
  const add = (written: string, country: Country | undefined): void => {
    if (country && !byName.has(foldText(written))) byName.set(foldText(written), country);
  };
  const adjectives = new Map<string, string[]>();
  for (const { entity, form, use } of forms)
    if (use === 'demonym') adjectives.set(entity, [...(adjectives.get(entity) ?? []), form]);
  for (const { key, name, qualifier } of entities) {
    if (qualifier !== 'Country' && !TERRITORIES.has(name)) continue;
    const own = adjectives.get(key) ?? [];
    const country = { key, name, adjective: own[0] ?? null };
    add(name, country);
    for (const adjective of own) add(adjective, country);
  }
  const whole = byName.get('united kingdom');
  for (const [name, adjective] of NATIONS) {
    const nation = whole && { key: whole.key, name, adjective };
    if (nation) byName.set(foldText(name), nation).set(foldText(adjective), nation);
  }
  const regions = new Intl.DisplayNames('en', { type: 'region' });
  const pairs = CODES.split(/\s+/);
  for (const [also, name] of Object.entries(ALSO)) add(also, byName.get(foldText(name)));
  for (let at = 0; at < pairs.length; at += 2) {
    const [three = '', two = ''] = [pairs[at], pairs[at + 1]];
    const spelt = foldText((regions.of(two) ?? '').replace(/^Congo - /, 'Congo ').replace(/ \(.*\)$/, ''));
    const country = byName.get(spelt) ?? byName.get(foldText(ALSO[spelt] ?? ''));
    add(three, country);
    add(two, country);
  }

  const longest = 5;
  return {
    find: (written) => (written === null ? null : (byName.get(foldText(written.trim())) ?? null)),
    within(phrase, which) {
      const words = foldText(phrase).split(' ');
      let found: Country | null = null;
      for (let first = 0; first < words.length; first++) {
        for (let count = Math.min(longest, words.length - first); count > 0; count--) {
          const written = words.slice(first, first + count).join(' ');
          // Codes are words in a phrase: "in", "no", "be".
          if (written.length <= 3 && written !== 'usa') continue;
          const country = byName.get(written);
          if (!country || (DOUBTFUL.has(written) && which === 'last') || isCalledAfter(words, first, phrase)) continue;
          if (which === 'first') return country;
          found = country;
          first += count - 1;
          break;
        }
      }
      return found;
    },
  };
}
