/** What the gazetteer calls otherwise than the tables do. */
export const GAZETTEER_NAMES: Readonly<Record<string, string>> = {
  Bahamas: 'The Bahamas',
  'Democratic Republic of the Congo': 'Congo (Kinshasa)',
  England: 'United Kingdom',
  Eswatini: 'Swaziland',
  Gambia: 'The Gambia',
  'Gaza Strip': 'Palestine',
  'North Macedonia': 'Macedonia',
  'Northern Ireland': 'United Kingdom',
  'Palestinian territories': 'Palestine',
  'Republic of the Congo': 'Congo (Brazzaville)',
  Scotland: 'United Kingdom',
  'São Tomé and Príncipe': 'Sao Tome and Principe',
  'Timor-Leste': 'East Timor',
  'United States': 'United States of America',
  Wales: 'United Kingdom',
  'West Bank': 'Palestine',
};
