/**
 * In 2017 a register of research gave Wikidata an item for each branch of a firm: "Honda (Germany)". Files that join by names
 * take them for the firm itself; whose article it is they do not say.
 */
const FIRST = 30_250_000;
const LAST = 30_310_000;

export const isBranchItem = (qid: string | null): boolean => {
  const number = Number(qid?.slice(1) ?? 0);
  return number >= FIRST && number <= LAST;
};
