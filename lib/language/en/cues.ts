import type { Cues } from '../language';
import { wordList } from '../word-list';

export const cues: Cues = {
  placePrepositions: wordList('in at near from to into outside inside across around toward towards'),
  placeNouns: wordList('city town port province capital village region state island county suburb'),
  naming: wordList('called named dubbed nicknamed branded titled christened'),
  kin: wordList(
    'sister brother daughter son wife husband mother father aunt uncle cousin niece nephew grandmother grandfather friend girlfriend boyfriend partner colleague neighbour neighbor',
  ),
  speech: wordList(
    'said says told tells added adds warned warns argued insisted tweeted wrote vowed pledged announced testified reported reports',
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
  moves:
    /^ (?:(?:index|average|futures|shares) )?(?:ros|f[ea]ll|gain|los[et]|slid|drop|clos|climb|jump|end|slip|plung|advanc|add|shed|sank|surg|soar|tumbl|edg|ris|was (?:up|down))\w*(?: (?:up|down|by|as much as|almost|nearly|about|around|some|more than|less than|over|another|at))* (?:[\d.,]+ ?%|[$€£¥]\d|\d[\d,]*\.\d|(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|half|a quarter)\b.{0,24}?\b(?:per ?cent|points?|dollars?|cents)\b)/,
  months: wordList('may april june august'),
  beforeMonths: wordList('in until till since beyond late early mid last next during through'),
  trust: wordList('confidence trust faith belief believe believes believed interest'),
  plurals: wordList('are were'),
  languagePrepositions: wordList('in speak speaks spoke speaking learn learns learned learnt learning'),
  articles: wordList('the'),
  pointers: wordList('the this that'),
  postmodifiers: wordList('of for between that which who whom whose'),
};
