/**
 * Closed lists of English words that tell names from words. All lower case.
 * Invariant: only general English stands here, never an entity.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Ranks, styles and posts that stand before a person's name: dropped from the name, kept as a cue. */
export const TITLES = list(`
  mr mrs ms miss dr sir dame lord lady prof professor gen general lt lieutenant col colonel maj major brig brigadier
  capt captain sgt sergeant cmdr commander adm admiral marshal president vice prime minister chancellor premier
  secretary undersecretary sen senator rep representative congressman congresswoman gov governor mayor ambassador envoy judge justice
  attorney king queen prince princess emperor emir sultan crown pope cardinal archbishop bishop rev reverend ayatollah
  sheikh sheik imam mullah hojatoleslam chairman chairwoman chair chief director speaker spokesman spokeswoman
  spokesperson inspector commissioner detective officer deputy acting former interim then ex late deposed
  democrat republican billionaire candidate nominee elect designate leader taoiseach
  foreign defence defense finance interior`);

/** After "secretary of" and the like they belong to the title. */
export const TITLE_TAILS = list(
  'state defense defence treasury commerce energy labor agriculture transportation education',
);

/** What a place is called before its name: "the city of Liverpool". */
export const PLACE_NOUNS = list('city town port province capital village region state island county suburb');

/** Heads of names that go on with "of". */
export const INSTITUTIONS = list(
  'university bank ministry church republic kingdom institute museum gulf bay college school court council office department duke prince bishop archbishop house order league union party chamber academy society association federation',
);

export const NAMING = list('called named dubbed nicknamed branded titled christened');

/** Family and friends: a given name follows. */
export const KIN = list(
  'sister brother daughter son wife husband mother father aunt uncle cousin niece nephew grandmother grandfather friend girlfriend boyfriend partner colleague neighbour neighbor',
);

/** Words that open sentences; standing before a name they are no part of it. */
export const OPENERS = list(`
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
  ask asked meet enter see take call forget consider blame thank remember imagine look give let stop watch read tell
  poor dear like love analysis update exclusive opinion breaking watch
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept oct nov dec`);

/**
 * Ordinary words that are names too. Alone at the beginning of a sentence, or in a headline where every word has a
 * capital, their capital proves nothing.
 */
export const ORDINARY = list(`
  home world opinion comments comment news sport sports business politics culture life style travel video photo photos live
  more about contact search menu share subscribe times time post sun mirror guardian hill independent standard express
  economist nature science fortune money week apple amazon meta target shell gap visa square block oracle orange sprint
  uber stripe slack zoom alphabet signal telegram twitter gold oil gas may march will mark rose grace hope faith joy bush brown black white
  green gray grey young long short major price rice cook baker butler carter cooper fisher hunter mason miller parker
  porter smith taylor turner walker ward wood woods bell bill bob frank grant jack pat rob sue art chase chance chip drew
  earl guy jean king lance norm rich stone hill lake ford page pound rand real won yen euro bath reading sandwich nice mobile buffalo
  phoenix orlando independence labour labor greens liberals conservatives democrats republicans congress parliament
  senate house court union league council commission assembly fed bank treasury pentagon capitol antiwar war peace
  justice freedom liberty solidarity unity force forces guard guards shield storm blue red eagle hawk lion tiger bear
  shining path way dawn forward progress reform alliance movement party front state base bases core rock monitor
  observer herald tribune journal globe star sky wire axios variety vice vox quartz atlantic nation intercept insider
  street wall bridge tower gate park field ring box net web cloud edge chrome safari android windows office word excel
  sage delta united southern northern eastern western central general federal national international global universal
  progressive allied prudential principal discover capital metro tube tide dove gain cheer crest shout dial`);

export const DETERMINERS = list('the this that these those its his her their our');

/** After a title-like noun these show that it speaks of somebody or something else, or of no one in particular. */
export const POSTMODIFIERS = list('of for between that which who whom whose');

/** Before a place. */
export const PLACE_PREPOSITIONS = list('in at near from to into outside inside across around toward towards');

/** After (or before) a speaker. */
export const SPEECH = list(
  'said says told tells added adds warned warns argued insisted tweeted wrote vowed pledged announced testified',
);

/** Small words inside names. */
export const PARTICLES = list(
  'al el as ash bin bint ibn abu ben de del della di da dos du la le van von der den ter af ul ur',
);

/** They make another person of the name before them. */
export const GENERATIONS = list('jr sr junior senior ii iii iv');
