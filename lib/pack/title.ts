/** In words: the longest title that stories put before a name, "deputy prime minister". */
const LONGEST_TITLE = 3;

/** The beginning of an office that a title names: "President of the United States" → "president of the". */
export const titleOf = (office: string): string =>
  office.toLowerCase().replace(/-/g, ' ').split(' ').slice(0, LONGEST_TITLE).join(' ');
