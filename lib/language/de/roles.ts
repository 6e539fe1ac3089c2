import type { Role, RoleKind, RoleWords } from '../roles';
import { wordList } from '../word-list';
import { cues } from './cues';
import { names } from './names';
import { persons } from './persons';
import { titles } from './titles';

/** In the terms of the tables; by themselves they are nobody's post. */
const NO_HEADS = wordList('former then acting ex');

const PERSONS = wordList(`
  landrat landratin forster forsterin gemeinderat kammerer notar notarin gutachterin tierarztin wirtin
  landwirt bauer arzt arztin anwohner anwohnerin augenzeuge augenzeugin autorin bewohner chemiker dichter dichterin dirigent
  einwohner erbe erbin fahrer fischer fotograf fotografin geiger geschaftsfrau geschaftsmann gutachter handler handwerker held heldin
  ingenieur ingenieurin jurist juristin kapitan kritiker kritikerin kunstler kunstlerin lehrer lehrerin maler malerin mitarbeiter
  mitarbeiterin musiker nachbar nachbarin oberarzt opfer patient pfarrer pfarrerin philosoph pianist pilot polizist rapper rentner
  reporter rivale schriftsteller schriftstellerin siedler soldat stadtrat stadtratin sturmer student tater tochter sohn torjager
  verdachtiger verdachtige verteidiger verteidigerin verleger verlegerin witwe witwer wirt wirtin zeuge zeugin zeugen
  angeklagte angeklagter angeklagten architekt architektin athlet athletin biologe biologin boxer chefin coach dramaturg
  geschaftsfuhrer grosser journalist journalistin komponist kuratorin kurator masseur mechaniker moderator moderatorin
  okonom physiker produzent redakteur redakteurin regisseur regisseurin sanger skifahrer staatsanwalt star tennisprofi turner
  vertreter virologe volkswirt wissenschaftler wissenschaftlerin`);
const PERSON_ENDING =
  /(?:wirt|arzt|lehrer|leiter|fahrer|meister|trager|macher|kunstler|ologe|iker|ist|mann|frau|hirt|bauer|redakteur|wissenschaftler|schriftsteller|verteidiger|mitglied|inhaber|betreiber|besitzer|gesellschafter|schutzer|schuler|student|kritiker|partner)(?:in)?$/;
const BODY_ENDING =
  /(?:firma|unternehmen|konzern|partei|verein|verband|stiftung|behorde|agentur|zeitung|zeitschrift|magazin|sender|bank|klub|club|gruppe|miliz|organisation|gesellschaft|hersteller|anbieter|startup|initiative|bundnis|gewerkschaft|institut|universitat|hochschule|verlag|band|reederei|brauerei|kette|handler|versicherer|betrieb|genossenschaft|bewegung|fraktion|werft|kanzlei|mannschaft)s?$/;
const PLACE_ENDING =
  /(?:stadt|dorf|gemeinde|ort|insel|fluss|berg|provinz|region|landkreis|vorort|stadtteil|bezirk|siedlung|hafen|viertel)s?$/;
/** The same endings, and no role of a name. */
const NO_ROLES = wordList(
  'antwort wort sport transport export import rekord fort sofort frist geist dienst ist mist jemand jedermann stichwort vorwort',
);

function kindOf(noun: string): Role | null {
  const title = titles.titleOf(noun);
  if (title !== null) return NO_HEADS.has(title) ? null : 'person';
  if (PERSONS.has(noun) || cues.kin.has(noun) || cues.companions.has(noun) || persons.trades.has(noun)) return 'person';
  if (cues.placeNouns.has(noun)) return 'place';
  if (noun.length < 4 || NO_ROLES.has(noun)) return null;
  if (BODY_ENDING.test(noun)) return 'body';
  if (PLACE_ENDING.test(noun)) return 'place';
  return PERSON_ENDING.test(noun) ? 'person' : null;
}

const BODY_WORDS = wordList(`
  verein verband stiftung partei union bund institut universitat hochschule akademie verlag bank sparkasse werke werk group holding
  gruppe partners capital media systems energie bau stadtwerke initiative bundnis gewerkschaft orchester theater klinik`);

export const roles: RoleWords = {
  kindOf,
  ranks: wordList(''),
  modifiers: wordList(''),
  determiners: wordList(`
  der die das dem den des ein eine einem einen einer eines sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer
  ihres unser unsere unserem unseren unserer mein meine meinem meinen meiner dessen deren`),
  impersonal: wordList('das dies dieses'),
  relatives: new Map([
    ['der', null],
    ['die', null],
    ['das', null],
    ['dessen', null],
    ['deren', null],
  ]),
  goesOn: wordList('aus von vom des der in im bei beim fur zur zum am an auf mit und'),
  copulas: wordList('ist war'),
  isSuffix: () => true,
  placesOf: wordList(''),
  inNames: new Map<string, RoleKind>([...BODY_WORDS, ...names.companySuffixes].map((word) => [word, 'body'])),
  owners: wordList(''),
  placesBegin: wordList('bad sankt'),
  prefixes: wordList('ex anti pro nicht'),
  finite: wordList('ist war sind waren hat hatte haben hatten wird wurde werden kann soll will sagte sagt'),
  isDone: () => false,
  heads: wordList(''),
  links: wordList(''),
  noNames: wordList(`
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar marz april mai juni juli august september
  oktober november dezember ende anfang mitte uhr euro dollar prozent millionen milliarden million milliarde jahr jahre jahren
  woche wochen tag tage kilometer meter tonnen menschen weihnachten ostern`),
  asides:
    /^(?:lesen sie|lies auch|mehr zum thema|mehr dazu|auch interessant|jetzt abonnieren|newsletter|hinweis der redaktion|anm(?:erkung|\.) d)/i,
  pointers: wordList('links rechts mitte oben unten archivbild'),
};
