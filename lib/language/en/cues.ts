import type { Cues } from '../language';
import { wordList } from '../word-list';

export const cues: Cues = {
  placePrepositions: wordList('in at near from to into outside inside across around toward towards'),
  placeNouns: wordList('city town port province capital village region state island county suburb'),
  regionNouns: wordList(''),
  regionOnly:
    wordList(`state governor governors gov senator senators sen senate legislature statehouse congressman congresswoman
    congressmen sound island lake river valley county peninsula desert`),
  regionLinks: wordList('of for from in'),
  parts: wordList(
    'north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern upstate downstate rural coastal',
  ),
  lesser: wordList('state provincial regional local county municipal city territorial student'),
  near: wordList('near outside beside'),
  distances: wordList('mile miles kilometre kilometres kilometer kilometers km'),
  from: wordList('from'),
  naming: wordList('called named dubbed nicknamed branded titled christened'),
  kin: wordList(
    'sister brother daughter son wife husband mother father aunt uncle cousin niece nephew grandmother grandfather friend girlfriend boyfriend partner colleague neighbour neighbor',
  ),
  speech: wordList(
    'said says told tells added adds warned warns argued insisted tweeted wrote vowed pledged announced testified',
  ),
  and: wordList('and'),
  bodyPrepositions: wordList('to at'),
  credited:
    /(?:[/(©[|]|\b(?:photos?|pictures?|images?|video|credit|source|courtesy(?: of)?|copyright|via)\b\W{0,2})\s*$/i,
  photographers: wordList('photographer photographers cameraman camerawoman'),
  personal:
    wordList(`reigned married wed smiled laughed wept cried wiped shrugged nodded grinned sighed blushed danced teaches
    taught graduated smokes smoked dressed kissed hugged texted phoned`),
  press: wordList('told tell tells for in by to with from writing read reads reading bought buy owns owned via'),
  languagePrepositions: wordList('in speak'),
  articles: wordList('the'),
  pointers: wordList('the this that'),
  postmodifiers: wordList('of for between that which who whom whose'),
};
