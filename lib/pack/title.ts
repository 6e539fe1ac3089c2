/** As many words as the longest title has that a story puts before a name: "deputy prime minister". */
const LONGEST_TITLE = 3;

/** The beginning of an office by which a title names it: "President of the United States" is "president of the". */
export const titleOf = (office: string): string =>
  office.toLowerCase().replace(/-/g, ' ').split(' ').slice(0, LONGEST_TITLE).join(' ');
