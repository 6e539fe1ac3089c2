import { type FieldOfLife, fieldsByPair, fieldsByWord } from '../fields-of-life';

/** Masculine singular; feminines, cases and compounds are recognised by these endings. */
const BY_WORD = fieldsByWord({
  politics: `
    politiker senator abgeordnete parlamentarier minister kanzler prasident ministerprasident premier premierminister gouverneur
    burgermeister landrat stadtrat gemeinderat dezernent ortsvorsteher bezirksburgermeister botschafter diplomat gesandte
    staatsmann staatssekretar kandidat fraktionschef fraktionsvorsitzende fraktionsgeschaftsfuhrer parteichef parteivorsitzende
    kommissar sprecher beauftragte berater regierungschef staatschef oppositionsfuhrer generalsekretar haushaltsexperte
    innenexperte aussenexperte oberburgermeister obmann wahlkampfer spitzenkandidat vorsitzende vermittler unterhandler
    bundesprasident bundestagsprasident landtagsprasident parlamentsprasident`,
  business: `
    unternehmer geschaftsmann geschaftsfrau manager vorstand vorstandschef vorstandin finanzvorstand geschaftsfuhrer grunder
    firmengrunder konzernchef firmenchef investor milliardar bankier banker okonom volkswirt inhaber eigentumer kaufmann
    kauffrau aufsichtsratschef aufsichtsratsvorsitzende vorsitzende prasident direktor chef analyst analystin sprecher partner
    verleger handler reeder fabrikant oligarch leiter geschaftspartner unternehmensberater`,
  law: `
    anwalt jurist richter verteidiger strafverteidiger pflichtverteidiger notar justitiar strafrechtler volkerrechtler verfassungsrechtler rechtswissenschaftler`,
  arms: `
    general admiral oberst offizier soldat major leutnant feldwebel kommandeur kommandant marschall hauptmann kampfer rebell
    milizenfuhrer warlord inspekteur`,
  police: 'polizist kommissar ermittler polizeichef polizeiprasident kriminalist',
  screen: `
    schauspieler regisseur filmemacher produzent drehbuchautor komiker kabarettist darsteller star moderator model tanzer
    choreograf intendant dramaturg buhnenbildner synchronsprecher`,
  music: `
    sanger musiker komponist dirigent rapper pianist geiger gitarrist schlagzeuger bassist cellist organist liedermacher
    sopranistin tenor kapellmeister generalmusikdirektor star produzent songwriter`,
  letters: 'schriftsteller autor dichter lyriker romancier dramatiker essayist drehbuchautor kritiker ubersetzer',
  visual: 'maler kunstler bildhauer fotograf designer architekt karikaturist buhnenbildner kurator grafiker zeichner',
  media: `
    journalist reporter redakteur kolumnist korrespondent moderator kommentator publizist blogger kritiker chefredakteur
    herausgeber fotograf autor nachrichtensprecher`,
  science: `
    wissenschaftler forscher physiker chemiker biologe mathematiker ingenieur erfinder professor historiker okonom soziologe
    psychologe philosoph archaologe astronom astronaut raumfahrer epidemiologe virologe linguist geologe geograf botaniker
    meteorologe klimaforscher politologe politikwissenschaftler theologe ethnologe informatiker gutachter experte hochschullehrer`,
  medicine: 'arzt mediziner chirurg psychiater virologe epidemiologe internist onkologe krankenpfleger',
  faith: `
    papst bischof erzbischof kardinal priester pfarrer pastor imam rabbiner ajatollah geistliche patriarch prediger monch
    theologe missionar abt nonne dekan superintendent`,
  throne: 'konig koniginnen konigin prinz prinzessin herzog furst emir sultan monarch kaiser herrscher graf adlige',
  activism: `
    aktivist dissident umweltschutzer gewerkschafter feministin burgerrechtler menschenrechtler burgerrechtlerin
    whistleblower betriebsrat klimaaktivist naturschutzer`,
  crime: 'morder gangster terrorist hacker attentater verbrecher serienmorder extremist',
  sport: `
    sportler athlet trainer kapitan spieler meister weltmeister olympiasieger schiedsrichter profi cheftrainer manager
    sportdirektor nationalspieler sieger star teamchef bundestrainer videoassistent titelverteidiger`,
  football: `
    fussballer fussballspieler fussballtrainer sturmer torwart torhuter mittelfeldspieler innenverteidiger aussenverteidiger
    linksverteidiger rechtsverteidiger verteidiger
    flugelspieler fussballprofi fussballschiedsrichter libero torjager`,
  gridiron: 'quarterback footballspieler linebacker',
  basketball: 'basketballspieler basketballer basketballtrainer basketballprofi',
  baseball: 'baseballspieler pitcher',
  hockey: 'eishockeyspieler eishockeytrainer hockeyspieler eishockeyprofi',
  handball: 'handballspieler handballer handballtrainer kreislaufer',
  tennis: 'tennisspieler tennisprofi tennistrainer',
  golf: 'golfspieler golfer golfprofi',
  cricket: 'cricketspieler',
  rugby: 'rugbyspieler',
  boxing: 'boxer boxprofi',
  wrestling: 'ringer wrestler',
  fighting: 'judoka kampfsportler fechter karateka',
  athletics: `leichtathlet sprinter laufer hurdenlaufer langstreckenlaufer marathonlaufer hochspringer weitspringer
    stabhochspringer speerwerfer kugelstosser zehnkampfer`,
  cycling: 'radsportler radrennfahrer radprofi',
  swimming: 'schwimmer wasserspringer turmspringer',
  skating: 'eiskunstlaufer eisschnelllaufer',
  skiing: 'skifahrer skirennlaufer skispringer biathlet skilanglaufer langlaufer snowboarder rodler bobfahrer',
  motorsport: 'rennfahrer motorradrennfahrer rallyefahrer formel',
  gymnastics: 'turner kunstturner',
  chess: 'schachspieler schachgrossmeister grossmeister',
  rowing: 'ruderer kanute segler',
  racing: 'jockey springreiter dressurreiter reiter',
});

export const pairs = fieldsByPair({ 'deutscher meister': 'sport', 'formel 1': 'motorsport' });

/** Shorter ones end too many other words. */
const SHORTEST_END = 5;
/** They also end unrelated words. */
const NO_ENDS = new Set(['major', 'tenor', 'meister', 'kritiker', 'model', 'profi', 'formel', 'laufer', 'partner']);
const ENDS = [...BY_WORD.keys()]
  .filter((word) => (word.length >= SHORTEST_END || word === 'arzt') && !NO_ENDS.has(word))
  .sort((one, other) => other.length - one.length);
/**
 * Words that end like a trade but are none: "Mitstreiter", "Wegbereiter", "Verfechter", "Begleiter",
 * "Fallschirmspringer".
 */
const NO_COMPOUND = /(?:streiter|bereiter|verfechter|begleiter|springer)(?:in(?:nen)?|[sn])?$/;
/** "Oberstes Gericht" is not a colonel. */
const NO_RANK = /^oberste[ns]?$/;

/** "Bundesministerin", "des Anwalts", "Abgeordneten", "Biologin": yields the base form. */
function* bare(word: string): Generator<string> {
  yield word;
  for (const ending of ['innen', 'in', 'es', 'en', 's', 'n', 'r', 'e'])
    if (word.endsWith(ending) && word.length > ending.length + 3) yield word.slice(0, -ending.length);
  const [woman] = /in(?:nen)?$/.exec(word) ?? [];
  if (woman !== undefined) yield `${word.slice(0, -woman.length)}e`;
}

function knownOf(word: string): readonly FieldOfLife[] | null {
  if (NO_RANK.test(word)) return [];
  for (const one of bare(word)) {
    const known = BY_WORD.get(one);
    if (known) return known;
  }
  return null;
}

export const fieldsOf = (word: string): readonly FieldOfLife[] => knownOf(word) ?? BY_WORD.get(headOf(word)) ?? [];

/** For a compound not in the lists: the listed word it ends in. */
export function headOf(word: string): string {
  if (knownOf(word) !== null || NO_COMPOUND.test(word)) return word;
  for (const one of bare(word)) {
    const end = ENDS.find((known) => one.endsWith(known));
    if (end !== undefined) return end;
  }
  return word;
}
