import type { EncyclopediaWords } from '../encyclopedia-words';
import { wordList } from '../word-list';
import { bracketOfField, bracketOfWord } from './brackets';
import { fieldsOf, headOf, pairs } from './fields';
import { names } from './names';
import { sortOfPlace } from './place-sorts';
import { kindOf } from './thing-nouns';

/** The head of something may come from any field. */
const HEADS = `prasident prasidentin vorsitzende vorsitzender vorsitzenden direktor direktorin leiter leiterin chef chefin grunder
  grunderin manager managerin inhaber inhaberin mitglied meister vorstand vorstandin`;
const ANYBODY = `radfahrer radfahrerin radler radlerin fahrer fahrerin autofahrer autofahrerin schwimmer schwimmerin laufer lauferin
  wanderer wanderin skifahrer skifahrerin segler seglerin taucher taucherin reiter reiterin kletterer fotograf fotografin
  tanzer tanzerin spieler spielerin jager jagerin`;
const GONE = `fruhere fruherer fruheren ehemalige ehemaliger ehemaligen damalige damaliger damaligen einstige einstiger
  einstigen verstorbene verstorbener verstorbenen pensionierte pensionierter pensionierten abgesetzte abgesetzter altkanzler
  altkanzlerin ex grunder grunderin mitgrunder mitgrunderin`;

export const encyclopedia: EncyclopediaWords = {
  tag: 'de',
  fieldsOf,
  headOf,
  pairs,
  kindOf,
  kindOfNameBy: 'first word',
  stops: /\s(?:in|im|von|vom|aus|für|der|die|das|des|bei|beim|mit|am|an|auf|zu|zur|zum|zwischen|nahe|seit)\s|[,;(–]/,
  and: 'und',
  houses: wordList(
    'krankenhaus klinik museum schule universitat hochschule kirche bibliothek gericht gefangnis theater',
  ),
  // "Alt Bundesrat"; but a person's "34 Jahre alt" says nothing about the past.
  gone: wordList(`${GONE} alt`),
  saidOfGone: wordList(`${GONE} starb gestorben tot tote getotet getotete aufgelost aufgeloste grundete`),
  tails: new Set([...names.companySuffixes, ...names.companyTails]),
  generic: wordList(`
    der die das des fur und von partei arbeit volk volkes volkspartei haus amt ministerium bundesministerium behorde kommission
    ausschuss rat gericht gerichtshof oberster oberstes verfassungsgericht regierung parlament kammer senat bank zentralbank
    nationalbank union bund bundnis bewegung front liga verband demokratische demokratischer demokratisches soziale
    sozialdemokratische sozialistische kommunistische konservative liberale nationale nationaler nationales staatliche
    inneren auswartige finanzen justiz gesundheit bildung umwelt verteidigung wirtschaft verkehr freiheit gerechtigkeit
    fortschritt polizei armee marine universitat hochschule institut`),
  small: wordList('der die das des dem den von vom fur und ein eine in im am bei zu zur zum'),
  ofAnyField: wordList(HEADS),
  ofMany:
    wordList(`${HEADS} ${ANYBODY} schiedsrichter schiedsrichterin sprecher sprecherin partner partnerin star berater beraterin mitarbeiter mitarbeiterin beauftragte
    beauftragter experte expertin`),
  ofOffices: wordList(
    `prasident prasidentin vorsitzende vorsitzender direktor direktorin leiter leiterin chef chefin vorstand vorstandin`,
  ),
  ofAnybody: wordList(ANYBODY),
  sortOfPlace,
  storms: /^(?:sturm|orkan|hurrikan|taifun|zyklon) /,
  ofOffice: 'politiker',
  bracketOfField,
  bracketOfWord,
  timeless: (gloss) =>
    gloss
      .replace(/\b(?:derzeitige[nrs]?|amtierende[nrs]?|aktuelle[nrs]?|derzeit|aktuell)\s+/gi, '')
      .replace(/^seit (?:\p{L}+ )?\d{4} /iu, '')
      .replace(/[,;]?\s*\(?\bseit (?:\p{L}+ )?\d{4}\)?.*$/u, ''),
};
