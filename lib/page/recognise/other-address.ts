/** The parts of an address that show the kind of page; both a `URL` and a window's location have them. */
export type Address = Pick<URL, 'hostname' | 'pathname' | 'search'>;

/** Whole parts of an address, including the host's first label. */
const OTHER_ADDRESS =
  /(?:^|\/)(?:products?|shop|store|cart|forums?|threads?|questions|discuss(?:ions?)?|community|support|search|tags?|categor(?:y|ies)|collections?|page\/\d+)(?:[./]|$)/i;
const OTHER_QUERY = /[?&](?:s|q|query|search)=/i;

/** Is this where a shop, list, forum or search results are expected? The page may still declare a story. */
export const isOtherAddress = ({ hostname, pathname, search }: Address): boolean =>
  OTHER_ADDRESS.test(hostname + pathname) || OTHER_QUERY.test(search);
