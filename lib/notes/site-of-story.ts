/** The site of a story as a reader calls it; the address itself where it is none of the web. */
export const siteOfStory = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || url : url;
