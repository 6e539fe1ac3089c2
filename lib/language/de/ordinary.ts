import { wordList } from '../word-list';
import { openers } from './openers';

/** Nouns and other words that are also names in the tables. In German a capital does not tell them apart. */
const NOUNS = wordList(`
  abc achse ader akt allianz alpha anker arena art atlas au august aurora bad baden bahn bank bar baron basis bath bayer
  berg bericht beta bild bing blick block bogen boot bord brand brest brief bruch bug bund burg chance chat chief
  concordia dachs dank dawn dax delta diskont donner druck eber edge ei eis enge engel erde erz essen euro express falke
  fall familie fels feuer finger fink fisch flora flug focus fokus forbes forum frage franken freiheit friede frieden
  frist fuchs gabel galaxie gamma gap garten gasse gast gelb geld gemini georgia gericht gesetz gewalt gift glocke gold
  golf grau grenze grun grune grunen haft hall halle halt hamm hammer handel haus herd herz himmel hof hoffnung holm horn
  hort hund independent index insel insider intel jordan kabel kaiser kamm kanal kanzler kapital kappa karte kater kern
  kiel kind kirche klein kluft koch kohl kompass kongress konig kopf kraft kranz krebs kreis kreuz krieg krone kugel lab
  lager laken land lang lange last laster laune leben leer lehre leiter leser licht lid linde linke linken liste lob lohn
  luft luna lust macht magna mai major mal man mann mark markt mars marsch maus meer mensch metro mirror mittel modi moers
  mond moor mord motor mund mut nacht natur nice norden not nova null nummer ober observer omega onkel opfer orange orden
  orient ort osten paar paradies park partei pass pension people pfeil pilot plan platz plus pol politik post preis presse
  prime prinz prozess punkt quad quartz rad rand rang rat rate reading recht reform reh rest richter ring ritter rolle
  rose ross rot ruhe ruhr rum runde saal sachse samt sand sarg saturn satz schatten schild schirm schlag schmied schritt
  schuld schule schuss schwarz see segel senat senf siegen signal singen sinn slack sol sommer song sonne speer spiegel
  spiel spitze split spot staat stab stadt stahl stamm standard star start stein stella stern stich stier stimme stoff
  strand strich strom sturm sucht sud suden sun tag tal tank target tat tau team telegram telegramm tempo termin test text
  thema tiger time titel tod ton tor total tour tours trend tresor tropfen tube turm uber ufer ufo uhr union unit urteil
  van verein vertrag via vice victoria visa vista vogel volk vorstand wahl wald wall wand watt wechsel weg weide weiden
  weise weiss welle welt wende werk west westen wetter wind winter wirt wissen woche wolf wolke world worms wort wuste
  zahl zeichen zeit zeitung zelt zentrum ziel zoom zug zukunft zunge`);

/** Names of several words that German uses as ordinary words. */
const PHRASES = new Set([
  'home office',
  'social media',
  'big tech',
  'task force',
  'think tank',
  'black friday',
  'green card',
  'fake news',
  'super league',
  'common sense',
  'high court',
  'chief executive',
  'open source',
  'wall street',
]);

export const ordinary: ReadonlySet<string> = new Set([...openers, ...NOUNS, ...PHRASES]);
