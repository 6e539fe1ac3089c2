import { wordList } from '../word-list';
import { SMALL_WORDS } from './small-words';

/** Words that open sentences; before a name they are not part of it. */
export const openers = wordList(`${SMALL_WORDS}
  amid anyone asked behind beneath beside besides beyond critics current despite earlier everyone except finally five
  following four given inside likewise meanwhile moreover neither nobody officials old outside past second seven six
  someone ten throughout till tomorrow tonight unless unlike versus whatever whenever whereas eight nine eleven twelve
  thirteen fourteen fifteen sixteen eighteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
  thousand thousands million dozens scores half ask meet enter call forget consider blame thank remember imagine look
  let stop watch read tell poor dear love analysis update exclusive opinion breaking january february march april june
  july august september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept oct nov
  dec`);
