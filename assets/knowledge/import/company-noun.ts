/** What a firm does, as its name says: "record label" of "Mercury Records". */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Records|Recordings)$/, 'record label'],
  [/\b(?:Airlines?|Airways|Air Lines)$/, 'airline'],
  [/(?<!\b(?:West|East|Left|Right|South|North) )\bBank$|^Bank of (?!America\b)\p{Lu}/u, 'bank'],
  [/\b(?:Shipyards?|Shipbuilding(?: Company| Corporation)?)$/, 'shipyard'],
  [/\b(?:Hotels?(?: (?:&|and) Resorts)?|Inn)$/, 'hotel chain'],
  [/\b(?:Automobiles|Motors|Motor Company|Motor Cars|Auto)$/, 'car manufacturer'],
  [/\b(?:Pharmaceuticals?|Pharma)$/, 'pharmaceutical company'],
  [/\bInsurance(?: Company| Group)?$/, 'insurance company'],
  [/\b(?:Brewery|Brewing Company|Breweries)$/, 'brewery'],
  [/\b(?:Restaurants?|Pizza|Burger|Fried Chicken)$/, 'restaurant chain'],
  [/\b(?:Supermarkets?)$/, 'supermarket chain'],
  [/\b(?:Railways?|Railroad)$/, 'railway company'],
];

export const companyNoun = (name: string): string | null => WORDS.find(([shape]) => shape.test(name))?.[1] ?? null;
