import { wordList } from '../word-list';

/** Legal forms behind a company's name: "Pfizer Inc". */
export const companySuffixes = wordList(`
  inc incorporated corp corporation co company ltd limited plc llc llp lp ag se gmbh kg kgaa nv sa spa ab as asa oyj oy
  srl bv pty kk bhd pjsc pao`);

/** Words that may stand before the legal form: "Samsung Electronics Co", "Mercedes-Benz Group AG". */
export const companyTails = wordList(`
  group holdings holding technologies technology systems electronics motor motors industries international platforms
  pharmaceuticals airlines energy petroleum financial software`);
