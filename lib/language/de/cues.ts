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
    grossmutter grossvater freund freundin partner partnerin kollegin nachbar nachbarin`),
  speech:
    wordList(`sagte sagt erklarte erklart betonte betont warnte warnt schrieb schreibt kundigte teilte forderte fordert
    kritisierte kritisiert versprach`),
  and: wordList('und'),
  bodyPrepositions: wordList(''),
  credited: /(?:[/(©[|]|\b(?:fotos?|bild(?:er)?|video|quelle|via)\b\W{0,2})\s*$/i,
  photographers: wordList('fotograf fotografin fotografen kameramann'),
  personal: wordList('heiratete lachte weinte lachelte sang tanzte lehrt studiert lebte schlief trug'),
  press: wordList(''),
  languagePrepositions: wordList('auf'),
  articles: wordList('der die das dem den des'),
  pointers: wordList('der die das dem den des dieser diese dieses diesem diesen'),
  postmodifiers: wordList('von vom fur des der im in zwischen aus'),
};
