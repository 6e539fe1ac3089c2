import { wordList } from '../word-list';

/** Words that open sentences; before a name they are not part of it. */
export const openers = wordList(`
  a about above according across after again against ago all almost along already also although always amid among an and
  another any anyone are around as asked at away back because before behind being below beneath beside besides between
  beyond both but by can could critics current despite did do does down during each earlier either else even ever every
  everyone except few finally first five following for former four from given had has have he her here his how however
  i if in indeed inside instead into is it its just last late later least less like likewise many may maybe meanwhile
  more moreover most much my near nearly neither never new next no nobody none nor not nothing now of off officials old on
  once one only onto or other others our out outside over own past per perhaps quite rather say says second seven several
  she should since six so some someone something soon still such ten than that the their them then there therefore these
  they this those though three through throughout thus till to today together tomorrow tonight too toward towards two under unless
  unlike until up upon us versus via was we were what whatever when whenever where whereas whether which while who whose
  why will with within without would yes yesterday yet you your
  eight nine eleven twelve thirteen fourteen fifteen sixteen eighteen twenty thirty forty fifty sixty seventy eighty
  ninety hundred hundreds thousand thousands million dozens scores half
  ask asked meet enter see take call forget consider blame thank remember imagine look give let stop watch read tell
  poor dear like love analysis update exclusive opinion breaking watch
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept oct nov dec`);
