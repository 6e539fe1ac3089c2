import type { Cues } from '../language';
import { wordList } from '../word-list';

export const cues: Cues = {
  placePrepositions: wordList('in im nach aus nahe richtung'),
  placeNouns: wordList('stadt ort dorf hafen provinz hauptstadt grossstadt kleinstadt insel landkreis vorort'),
  regionNouns: wordList('bundesstaat bundesstaates us-bundesstaat us-bundesstaates teilstaat'),
  regionOnly: wordList('gouverneur gouverneurin gouverneurs senator senatorin senators'),
  regionLinks: wordList('von fur aus in'),
  parts: wordList(''),
  lesser: wordList(''),
  near: wordList('nahe bei unweit'),
  distances: wordList('kilometer kilometern km meilen'),
  from: wordList('von'),
  naming: wordList('namens genannt getauft sogenannte sogenannten sogenannter'),
  kin: wordList(`schwester bruder tochter sohn frau ehefrau mann ehemann mutter vater tante onkel cousin cousine nichte neffe
    grossmutter grossvater freund freundin kollegin`),
  companions: wordList('partner partnerin nachbar nachbarin'),
  possessors: wordList('mein meine meinem dein deine sein seine seinem seiner unser unsere ein eine einem einer'),
  speech:
    wordList(`sagte sagt erklarte erklart betonte betont warnte warnt schrieb schreibt kundigte teilte forderte fordert
    kritisierte kritisiert versprach`),
  and: wordList('und'),
  bodyPrepositions: wordList(''),
  credited: /(?:[/(©[|]|\b(?:fotos?|bild(?:er)?|video|quelle|via)\b\W{0,2})\s*$/i,
  photographers: wordList('fotograf fotografin fotografen kameramann'),
  personal: wordList('heiratete lachte weinte lachelte sang tanzte lehrt studiert lebte schlief trug'),
  sides: {
    against: wordList('gegen besiegt besiegte schlagt schlug empfangt empfing bezwang bezwingt'),
    lost: wordList(''),
    plays: wordList(
      'gewann gewinnt verlor verliert siegte siegt spielt spielte unterlag unterliegt fuhrte trifft traf',
    ),
    players: wordList('abwehr angriff kapitan spieler sturmer torhuter torwart trainer'),
    followers: wordList('fans anhanger mannschaft team elf'),
    tally: /(?!)/,
    plural: wordList(''),
  },
  venues: wordList(''),
  travel: wordList(''),
  aimed: wordList(''),
  placeVerbs: wordList('erreicht erreichte verlasst verliess'),
  conjunctions: wordList(''),
  born: wordList('geboren geborene geborener alias'),
  indefinites: wordList('ein eine einen einem eines einer'),
  press: wordList(''),
  moves: /^ (?:stieg|fiel|gewann|verlor|schloss|legte|gab)\b[^.,]{0,20} \d/,
  trust: wordList(''),
  languagePrepositions: wordList('auf'),
  articles: wordList('der die das dem den des'),
  pointers: wordList('der die das dem den des dieser diese dieses diesem diesen'),
  postmodifiers: wordList('von vom fur des der im in zwischen aus'),
};
