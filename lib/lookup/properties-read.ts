/** The Wikidata properties (`P…`) that are shown or weighed; all others are skipped. */
export const PROPERTIES_READ = [
  ...['P31', 'P106', 'P641'],
  ...['P39', 'P463', 'P102', 'P108', 'P54', 'P27'],
  ...['P35', 'P6', 'P169', 'P488', 'P1037', 'P286'],
  ...['P569', 'P570', 'P571', 'P576', 'P577', 'P580', 'P582', 'P585', 'P7588'],
  ...['P159', 'P276', 'P17', 'P36', 'P625', 'P361', 'P749', 'P127', 'P112', 'P1365', 'P1366'],
  ...['P710', 'P1346', 'P1082', 'P1120'],
]; // biome-ignore format: one list
