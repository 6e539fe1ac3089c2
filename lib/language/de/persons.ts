import type { PersonCues } from '../language';
import { wordList } from '../word-list';

export const persons: PersonCues = {
  trades: wordList(`
    apotheker backer bauarbeiter buchhalter dachdecker elektriker erzieherin fischer fleischer floristin friseur friseurin gartner
    hausfrau hausmeister hebamme imker kassiererin kellner kellnerin klempner koch krankenpfleger krankenschwester kurierfahrer
    lastwagenfahrer lehrling maler maurer mechaniker metzger pflegerin pfleger putzfrau rentner rentnerin schlosser schneider
    schreiner schuler schulerin student studentin tischler zahnarzt`),
  tradePairs: new Set(),
  elder: wordList('altere alteren alterer senior'),
  younger: wordList('jungere jungeren jungerer junior'),
  livesIn: wordList('aus'),
  introduced: /^,? (?:\d|\(|eine? |aus |von )/,
  means: wordList('bedeutet heisst'),
  plural: wordList('sind waren haben'),
  newsroom: wordList('reporter reporterin journalist journalistin journalisten korrespondent korrespondentin'),
  remembered: wordList('verstorbene verstorbenen verstorbener wie'),
  unrelated: /^[^.!?]{0,40}\bnicht verwandt\b/,
  livesBy: /^(?!)/,
  standsFor: /^(?!)/,
  has: /^(?!)/,
  months: wordList('januar april mai juni august'),
  beforeMonths: wordList('im bis seit ab anfang mitte ende letzten nachsten diesen vergangenen kommenden'),
  bylines: /^(?:(?:ein )?(?:bericht|text|foto) )?von\s/i,
  negations: wordList('nicht nie'),
  prepositions: wordList('an auf aus bei durch fur gegen in mit nach uber um unter von vom vor zu zum zur'),
};
