/** What news names by itself, where so many languages have an article of it: it goes before whoever played one season. */
export const IN_NEWS: Readonly<Record<string, number>> = {
  airlines: 25,
  'brands and companies': 25,
  newspapers: 25,
  'tv channels': 25,
  'social networking services': 25,
  'mobile apps': 25,
  'nobel laureates': 25,
  'protests riots and uprisings': 25,
  coups: 25,
  'aircraft families': 40,
  'weapon models': 40,
  'weapon families': 40,
  'combat vehicle families': 40,
  'bridges towers and skyscrapers': 40,
};
