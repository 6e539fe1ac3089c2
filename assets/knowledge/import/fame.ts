/**
 * How much a thing is known, on one scale for all files: some 100 for whom the news names daily, 0 for whom hardly
 * anybody reads. Each measure is turned into such points; those of several sources are added, see `draft.ts`.
 */

/** Less is known of it than of a player who played once. */
export const LEAST_FAME = 12;
/** What a reader of news expects is in the pack, known or not: it has so many points more. */
export const WANTED = 20;

const log = (value: number, floor: number, perTenfold: number): number =>
  value <= floor ? 0 : Math.log10(value / floor) * perTenfold;

/** Views of the English article in a month. */
export const fameOfViews = (views: number): number => log(views, 1000, 14);
/** Wikipedias that have an article. */
export const fameOfSitelinks = (sitelinks: number): number => log(sitelinks, 10, 22);
/** Pantheon's index of popularity, some 40 to 100. */
export const fameOfPantheon = (index: number): number => Math.max(0, index - 55) * 0.9;
export const fameOfPeople = (population: number): number => log(population, 20_000, 18);
/** Days on which Wikipedia's Current Events named it. */
export const fameOfDays = (days: number): number => log(days, 1, 16) + 6;
