import type { Kind } from '../../facts';
import { kindsByNoun } from '../kinds-by-noun';

const KINDS = kindsByNoun({
  company: `
    unternehmen firma konzern bank sparkasse fluggesellschaft hersteller bauer handler anbieter zulieferer versicherer reederei
    brauerei werft betrieb aktiengesellschaft startup bankhaus kette baukonzern verlag kanzlei dienstleister lieferant
    entwickler backerei`,
  media:
    'zeitung tageszeitung wochenzeitung zeitschrift magazin sender fernsehsender radiosender nachrichtenagentur portal podcast',
  team: 'klub club fussballverein fussballklub mannschaft sportverein basketballklub handballverein eishockeyklub nationalmannschaft',
  group: `
    partei regionalpartei organisation behorde ministerium bundesministerium regierung rat kommission ausschuss gewerkschaft
    verband verein universitat hochschule akademie schule institut museum krankenhaus klinik kirche gemeinschaft miliz armee
    marine polizei parlament landtag gericht bundnis bewegung stiftung band orchester agentur fraktion gruppe genossenschaft
    initiative burgerinitiative gesellschaft ensemble chor theater kammer`,
  place: `
    land bundesland bundesstaat staat stadt hansestadt kleinstadt grossstadt dorf gemeinde ortschaft ort ortsteil stadtteil
    region provinz bezirk kreis landkreis fluss nebenfluss berg insel meerenge halbinsel flughafen gebaude stadion strasse platz
    park wald wuste talsperre brucke vorort hauptstadt vulkan hafen hafenstadt tal gefangnis kanal schloss burg halle arena
    haus gebirge viertel siedlung`,
  event: `
    krieg schlacht konflikt wahl volksabstimmung referendum erdbeben anschlag attentat massaker unruhen sturm orkan flut
    hochwasser sturmflut waldbrand brand absturz ungluck schleusenungluck katastrophe turnier meisterschaft gipfel konferenz
    pandemie krise putsch skandal prozess mord streik rennen saison wahlkampf offensive aufstand explosion`,
  deal: 'vertrag abkommen staatsvertrag friedensvertrag ubereinkommen waffenstillstand protokoll',
  law: 'gesetz verordnung verfassung grundgesetz',
  policy: 'programm strategie',
  work: `
    film spielfilm dokumentarfilm fernsehserie album lied roman buch sachbuch oper gemalde serie theaterstuck musical skulptur
    computerspiel`,
  office: 'amt minister staatssekretar botschafter',
  concept: `preis auszeichnung krankheit sprache religion waffe flugzeug rakete schiff fahrzeug software medikament impfstoff
    virus wahrung feiertag sportart`,
});

/** The shortest ending of a compound that says what it is: "Autozulieferer", "Hafenstadt", "Nordseeinsel". */
const SHORTEST_END = 4;
/** They end unrelated words: "Verstand", "Vorrat", "Einfall". */
const NO_ENDS = new Set([
  'haus',
  'platz',
  'land',
  'ende',
  'lied',
  'band',
  'tier',
  'bauer',
  'kreis',
  'kette',
  'amt',
  'preis',
]);
const ENDS = [...KINDS.keys()]
  .filter((noun) => noun.length >= SHORTEST_END && !NO_ENDS.has(noun))
  .sort((one, other) => other.length - one.length);

/** Accepts case endings: "des Konzerns", "den Städten". */
function kindOfBare(noun: string): Kind | null {
  return KINDS.get(noun) ?? KINDS.get(ENDS.find((end) => noun.endsWith(end)) ?? '') ?? null;
}

/** The kind of thing named by "türkischer Drohnenhersteller", "Stadt in Sachsen", "Fußballverein". */
export function kindOf(noun: string): Kind | null {
  for (const ending of ['', 's', 'es', 'n', 'en']) {
    if (!noun.endsWith(ending) || noun.length - ending.length < 3) continue;
    const kind = kindOfBare(noun.slice(0, noun.length - ending.length));
    if (kind !== null) return kind;
  }
  return null;
}
