/** Types of structured data that are not stories: goods, places, lists. */
export const OTHER_TYPE =
  /(?:Products?|ProductGroup|Offer|QAPage|ForumPosting|(?:Collection|SearchResults|Profile|Item)Page|ItemList|JobPosting|Hotel)$/;
/** The same for a page's `og:type`. */
export const OTHER_OG = /^(?:og:)?(?:product|profile|business|place|book|video|music|game|ebay)/i;
