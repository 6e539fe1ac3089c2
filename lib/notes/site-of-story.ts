/** A story's site as readers call it; the address itself if it is not a web address. */
export const siteOfStory = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || url : url;
