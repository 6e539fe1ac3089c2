/** What of an address tells the kind of a page; a `URL` has it, and a window's location. */
export type Address = Pick<URL, 'hostname' | 'pathname' | 'search'>;

/** Whole parts of an address, the first of the host's name included. */
const OTHER_ADDRESS =
  /(?:^|\/)(?:products?|shop|store|cart|forums?|threads?|questions|discuss(?:ions?)?|community|support|search|tags?|categor(?:y|ies)|collections?|page\/\d+)(?:[./]|$)/i;
const OTHER_QUERY = /[?&](?:s|q|query|search)=/i;

/** Where a shop, a list, a forum or the results of a search are to be expected, unless the page says that it is a story. */
export const isOtherAddress = ({ hostname, pathname, search }: Address): boolean =>
  OTHER_ADDRESS.test(hostname + pathname) || OTHER_QUERY.test(search);
