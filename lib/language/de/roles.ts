import type { Role, RoleKind, RoleWords } from '../roles';
import { wordList } from '../word-list';
import { cues } from './cues';
import { names } from './names';
import { persons } from './persons';
import { titles } from './titles';

/** In the terms of the tables; on their own they are not a post. */
const NO_HEADS = wordList('former then acting ex');

/** Masculine singular; feminine and plural endings are recognised in the word. */
const PERSONS = wordList(`
  abt aktivist analyst anfuhrer angestellter angreifer anhanger anlieger anwohner anwarter arbeiter arbeitgeber arzt assistent athlet
  attentater aufseher augenzeuge ausbilder aussteiger auswanderer autofahrer bankier banker bassist bauer baumeister beamter beisitzer
  bergsteiger besitzer betreiber betreuer bewerber bewohner bildhauer biologe boxer burgerrechtler cellist chemiker choreograf coach
  demonstrant designer dezernent dichter diplomat dirigent dokumentarfilmer dolmetscher dozent dramaturg dramatiker drummer
  einsatzleiter einwohner einzelhandler elektriker entfuhrer entwickler erbe erfinder ermittler erzieher fahnder fahrer fan
  fernsehkoch feuerwehrmann filmemacher finanzier fischer flieger flugbegleiter fluchtling forster forderer fotograf funktionar gastgeber
  gastronom gartner geiger geistlicher geologe gegner geisel gemeinderat geschaftsfrau geschaftsfuhrer geschaftsmann gesandter
  gewerkschafter gitarrist grafiker grossbauer gutachter handler handwerker hausarzt hausmeister hebamme held herausgeber hirte hotelier
  imker immobilienhandler informatiker ingenieur inhaber insasse installateur intendant jager journalist jurist justitiar
  kabarettist kammerer kameramann kandidat kanute kapitan karikaturist kassierer kellner klimatologe kolumnist komiker kommentator
  komponist konditor konkurrent konservator konsul koordinator korrespondent kriegsreporter kritiker kunde kundin kunstler kurator lehrer
  leutnant liedermacher linguist literat logopade lokfuhrer lotse makler maler malermeister masseur mathematiker matrose
  mechaniker mediziner meteorologe mieter mitarbeiter mitbewohner mitglied moderator monteur motorradfahrer musiker nachbar
  nachfahre naturschutzer neurologe notar novize offizier oligarch olympiasieger opfer organisator organist ortsvorsteher pachter
  padagoge passagier passant pastor patient patriarch pfarrer pfleger philosoph physiker pianist pilot planer platzwart poet
  politologe polizist portier praktikant prasident priester produzent profi professor programmierer prokurist psychiater psychologe
  publizist radfahrer rapper raumfahrer rebell redakteur redner referent regisseur reiter rentner reporter ressortleiter retter rivale ruderer
  sachbearbeiter sammler sanger sanitater schaffner schatzmeister schlagzeuger schiedsrichter schlosser schneider schriftsteller schuler
  schutze schwimmer seelsorger segler siedler sieger skifahrer skispringer soldat soziologe spielmacher sportler sprinter staatsanwalt
  stadtrat landrat regierungsrat strafverteidiger student superintendent tanzer tater teilnehmer tenor theologe therapeut tierarzt
  tischler torhuter torjager touristenfuhrer trainer turner ubersetzer uhrmacher umweltschutzer unterhandler unternehmer veranstalter
  verdachtiger verfasser verleger vermieter verteidiger vertrauter vertreter verwalter veteran violinist virologe
  vogelkundler volkswirt wachter wahler wanderer werftarbeiter winzer wirt wissenschaftler witwe witwer zahnarzt zeichner zeuge zimmermann
  kaufmann kauffrau fachmann fachfrau obmann hauptmann torfrau landwirt gastwirt doktor doktorin
  angeklagter angehoriger angeklagte arbeitsloser auszubildender beschuldigter beschaftigter freiwilliger gefangener geretteter
  hinterbliebener jugendlicher selbststandiger tatverdachtiger uberlebender verletzter verurteilter vorsteher nebenklager klager
  tochter sohn star oberarzt volksvertreter gelehrter gouverneur stellvertreter statthalter vormund weltmeister
  geschaftspartner ensemblemitglied schauspieler darsteller betriebsrat aufsichtsrat`);
/** The shortest ending of a compound: "Brandgutachter". Shorter ones also end surnames and other words. */
const SHORTEST_END = 6;
/** They end words that are not persons. */
const NO_ENDS = wordList('fischer schneider schutze tochter gegner kunde kundin opfer sieger');
const PERSON_ENDS = [...PERSONS].filter((word) => word.length >= SHORTEST_END && !NO_ENDS.has(word));

/** "Gutachterin", "Zeugen", "des Angeklagten": yields the base form. */
function* alone(noun: string): Generator<string> {
  yield noun;
  for (const ending of ['innen', 'in', 's', 'es', 'n', 'en', 'e'])
    if (noun.endsWith(ending) && noun.length > ending.length + 3) yield noun.slice(0, -ending.length);
  // "Zeugin", "Biologin"; "der Angeklagte", "dem Angeklagten".
  if (noun.endsWith('in')) yield `${noun.slice(0, -2)}e`;
  if (noun.endsWith('e')) yield `${noun}r`;
  if (noun.endsWith('en')) yield `${noun.slice(0, -1)}r`;
}

function isPersonAlone(noun: string): boolean {
  for (const one of alone(noun)) if (PERSONS.has(one)) return true;
  return false;
}

function endsAsPerson(noun: string): boolean {
  for (const one of alone(noun))
    if (PERSON_ENDS.some((end) => one.length > end.length + 1 && one.endsWith(end))) return true;
  return false;
}

const PERSON_ENDING =
  /(?:arzt|lehrer|leiter|fahrer|meister|trager|macher|kunstler|ologe|ologin|iker|ist|redakteur|wissenschaftler|schriftsteller|verteidiger|mitglied|inhaber|betreiber|besitzer|gesellschafter|schutzer|schuler|student|kritiker|partner)(?:in)?$/;
const BODY_ENDING =
  /(?:firma|unternehmen|konzern|partei|verein|verband|stiftung|behorde|agentur|zeitung|zeitschrift|magazin|sender|bank|klub|club|gruppe|miliz|organisation|gesellschaft|hersteller|anbieter|startup|initiative|bundnis|gewerkschaft|institut|universitat|hochschule|verlag|band|reederei|brauerei|kette|handler|versicherer|betrieb|genossenschaft|bewegung|fraktion|werft|kanzlei|mannschaft|buro|theater|bankhaus|zulieferer|ensemble|orchester|kollektiv|galerie|spedition|studio|netzwerk|komitee|airline|lieferant)s?$/;
const PLACE_ENDING =
  /(?:stadt|dorf|gemeinde|ort|insel|fluss|berg|provinz|region|landkreis|vorort|stadtteil|bezirk|siedlung|hafen|viertel)s?$/;
/** The same endings, but no role: "Motorsport", "Ressort", "der Einfluss Putins". */
const NO_ROLES = /(?:wort|sport|port|ressort|komfort|rekord|einfluss|uberfluss)s?$/;
const NO_ROLE = wordList('fort sofort frist geist dienst ist mist jemand jedermann pinsel');

function kindOf(noun: string): Role | null {
  const title = titles.titleOf(noun);
  if (title !== null) return NO_HEADS.has(title) ? null : 'person';
  if (isPersonAlone(noun) || cues.kin.has(noun) || cues.companions.has(noun) || persons.trades.has(noun))
    return 'person';
  if (cues.placeNouns.has(noun)) return 'place';
  // "Start-up".
  if (noun === 'up') return 'body';
  if (noun.length < 4 || NO_ROLES.test(noun) || NO_ROLE.has(noun)) return null;
  if (BODY_ENDING.test(noun)) return 'body';
  if (PLACE_ENDING.test(noun)) return 'place';
  return endsAsPerson(noun) || PERSON_ENDING.test(noun) ? 'person' : null;
}

const BODY_WORDS = wordList(`
  verein verband stiftung partei union bund institut universitat hochschule akademie verlag bank sparkasse werke werk group holding
  gruppe partners capital media systems energie bau stadtwerke initiative bundnis gewerkschaft orchester theater klinik`);

export const roles: RoleWords = {
  kindOf,
  isPost: (word) => isPersonAlone(word) || titles.titleOf(word) !== null,
  plural: /(?:e|en|n|er|ern|el|s)$/,
  // "Voltaro", "AeroSprint".
  foreign: /(?:[aouyi]|\p{Ll}\p{Lu}\p{L}*)$/u,
  adjective: /e[nrsm]?$/,
  contracted: wordList('im am vom zum zur beim ins ans aufs'),
  ranks: wordList(''),
  modifiers: wordList(`
    fruhere fruherer fruheren ehemalige ehemaliger ehemaligen damalige damaliger damaligen amtierende amtierender amtierenden
    designierte designierter designierten parlamentarische parlamentarischer parlamentarischen regierende regierender regierenden
    vorsitzende vorsitzender vorsitzenden stellvertretende stellvertretender stellvertretenden erste erster ersten zweite zweiter
    zweiten kaufmannische kaufmannischer kaufmannischen kunstlerische kunstlerischer kunstlerischen wissenschaftliche
    wissenschaftlicher wissenschaftlichen leitende leitender leitenden geschaftsfuhrende geschaftsfuhrender geschaftsfuhrenden
    technische technischer technischen oberste oberster obersten`),
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
  unended: /^ (?:für|gegen|am|ohne|statt|der|die|das|den|dem) \p{Lu}/u,
  lives: /^ (?:starb|ist gestorben|verstarb|heiratete|wurde (?:\d{4} )?geboren)(?![\p{L}])/u,
  bodiesToo: wordList(
    'eigentumer eigentumerin inhaber inhaberin investor aktionar sponsor mitglied grunder grunderin glaubiger anbieter betreiber handler makler trager besitzer',
  ),
  placesToo: wordList(`
    anfuhrer angreifer ausrichter berater bewerber bruder dauerrivale forderer gastgeber gastgeberin gegner hersteller
    hoffnungstrager kandidat konig kritiker lieferant mutter nachbar nachbarin opfer partner partnerin produzent
    retter rivale schwester sieger spieler spitzenreiter tabellenfuhrer teilnehmer titelverteidiger tochter sohn vater
    vermieter vorreiter zulieferer`),
  aged: /\b1?\d?\d(?: Jahre alten?|-?jährigen?)\s$/u,
  degrees: /^(?!)/,
  wins: /^(?!)/,
  finite: wordList('ist war sind waren hat hatte haben hatten wird wurde werden kann soll will sagte sagt'),
  isDone: () => false,
  heads: wordList(`
    universitat hochschule fachhochschule klinikum uniklinik universitatsklinikum landgericht amtsgericht oberlandesgericht
    verwaltungsgericht arbeitsgericht flughafen stadtwerke sparkasse volksbank bistum erzbistum handelskammer landratsamt`),
  links: wordList(''),
  noNames: wordList(`
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar marz april mai juni juli august september
  streit kritik zweifel protest jubel druck ruckendeckung vorwurfe vorwurf lob hoffnung sorge sorgen angst strafe anklage klage
  finanzen personal vertrieb produktion einkauf marketing technik entwicklung verwaltung organisation recht kommunikation presse
  stellung bezug kurs klasse untreue betrug mord diebstahl fragen antworten hilfe geld zeit arbeit legende idol kandidat
  oktober november dezember ende anfang mitte uhr euro dollar prozent millionen milliarden million milliarde jahr jahre jahren
  woche wochen tag tage kilometer meter tonnen menschen weihnachten ostern`),
  asides:
    /^(?:lesen sie|lies auch|mehr zum thema|mehr dazu|auch interessant|jetzt abonnieren|newsletter|hinweis der redaktion|anm(?:erkung|\.) d)/i,
  pointers: wordList('links rechts mitte oben unten archivbild'),
};
