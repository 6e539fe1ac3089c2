import type { Cues } from '../language';
import { wordList } from '../word-list';

export const cues: Cues = {
  otherGames: wordList(`
backcourt baseball basketball batsman batsmen batter batters batting bowled bowler bowlers bowling bullpen cricket curling
  dunked fielder fielders flanker flankers flyhalf fullback golf goaltender handball hockey homered infielder inning innings lacrosse lbw
  linebacker linebackers lineout lineouts netball outfielder pitcher pitchers polo puck quarterback quarterbacks rebounds
  rugby scrum scrumhalf scrums seamer sevens shortstop slam softball tennis tiebreak touchdown touchdowns tries umpire umpires
  volleyball wicket wickets wicketkeeper yards yorker`),
  placePrepositions: wordList('in at near from to into outside inside across around toward towards'),
  within: wordList('in'),
  placeNouns: wordList('city town port province capital village region state island county suburb'),
  towns: wordList('cities towns ports villages suburbs'),
  townNouns: wordList('city town village suburb'),
  stateNouns: wordList('state province county'),
  regionNouns: wordList(''),
  regionOnly:
    wordList(`state governor governors gov senator senators sen senate legislature statehouse congressman congresswoman
    congressmen sound island lake river valley county peninsula desert`),
  regionLinks: wordList('of for from in'),
  parts: wordList(
    'north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern upstate downstate rural coastal',
  ),
  regionSeats: wordList('capital counties'),
  lesser: wordList('state provincial regional local county municipal city territorial student'),
  near: wordList('near outside beside'),
  distances: wordList('mile miles kilometre kilometres kilometer kilometers km'),
  from: wordList('from'),
  naming: wordList('called named dubbed nicknamed branded titled christened'),
  copulas: wordList('is are was were been be being'),
  kin: wordList(
    'sister brother daughter son wife husband mother father aunt uncle cousin niece nephew grandmother grandfather friend girlfriend boyfriend colleague sisters brothers daughters sons nieces nephews children twins',
  ),
  companions: wordList('partner neighbour neighbor companion guest classmate roommate'),
  possessors: wordList('my your his her our a whose'),
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
  stormVerbs: wordList('came comes made makes weakened strengthened intensified barrel churned dumped'),
  storms:
    /^ (?:came ashore|comes ashore|(?:made|makes) landfall|weakened|strengthened|intensified|barrel|churned|dumped)/,
  docked: wordList(
    'arrived docked sailed sank departed capsized returned carried carries anchored collided berthed entered ran sails lies carrying needs needed lost listed burned',
  ),
  sides: {
    against:
      wordList(`against beat beating beats beaten defeat defeated defeating defeats edge edged edging face faces faced
      facing held host hosts hosting hosted meet meets met outscored outplayed overcame overcome past play plays played
      playing rout routed thrash thrashed thrashes thrashing thumped swept sweep upset stunned v vs versus whitewashed
      dismissed bowled`),
    beats: wordList(
      'beat beats beaten defeat defeats defeated edged thrashed thrash trounced routed outplayed outscored hammered',
    ),
    away: /\b(?:lost|lose|loses|losing|loss|fell|drew|won|win|defeat|defeated) (?:at home|away|on the road|at) (?:to|against|by) $|\b(?:(?:won|drew|lost)(?: \d{1,2}[-–:]\d{1,2})? against|(?:plays|played|playing|signed|striker|midfielder|goalkeeper) for|(?:scored(?: (?:a|an|the|his|her|twice|once|two|three|four|goals?|late|winner|penalty|hat[- ]?trick)){0,3}|hat[- ]?tricks?) (?:for|against)|(?:match|game|fixture|replay) at) $/,
    awayEnds: wordList('to against by for at'),
    they: wordList('they'),
    later: /^[^.!?;]{0,40}\b(?:when|before|as|until) they (?:play|host|face|meet|visit|travel to) \p{Lu}/u,
    lost: wordList('fall falls fell home lose loses losing loss losses lost bow bowed bows defeat defeats lead second'),
    visits: wordList(
      'match game fixture draw drew win won victory defeat replay trip visit reverse point points beaten held',
    ),
    contests: wordList('olympic olympics tournament marathon golf tennis unseeded prix athletics masters boxing'),
    signs: wordList('signed joined transfer switch loan recruited appointed bought sold'),
    results: wordList('defeat win victory draw loss reward chairman relegation promotion'),
    plays:
      wordList(`advance advanced advances beat beats chase chased clinch clinched clinches crumble crumbled crumbles
      drew draw draws edged fumbled knocked led lose loses lost made outscored play played plays qualified qualify
      rallied rallies rally routed rout score scored scores slumped stumble stumbled stumbles swept thrash thrashed
      thrashes thump thumped tied trail trailed trails win wins won wreck wrecked`),
    players: wordList(`attack backs batsman batsmen batter batters batting bench bowler bowlers bowling captain coach
      crossbar defence defender defenders defense forward forwards fullback goal goalkeeper hopes innings keeper
      lineup manager middle midfield player players season side sides squad midfielder midfielders openers pack pacemen quarterback scorer selectors skipper
      spinner spinners striker strikers top wicketkeeper winger wingers`),
    followers: wordList('fans supporters team squad side'),
    tally: /^,? (?:\d{1,3} for (?:\d|\p{L}+)|(?:needing|chasing|set) \d{2,3})(?!\p{L})/u,
    plural: wordList('are were have go need win lose'),
  },
  venues: wordList('at near outside inside'),
  travel: wordList(
    'flight flights fly flies flew flown flying land lands landed landing plane planes jet jets train trains bus buses way trip route diverted rerouted depart departed departing arrive arrived arriving arrivals departures bound shuttle shuttles taxi',
  ),
  aimed: wordList(
    'look looks looked looking glance glanced stare stared staring smile smiled shout shouted shouting yell yelled shoot shooting shot shots fire fired aim aimed gun laugh laughed laughing angry mad threw thrown throw',
  ),
  placeVerbs: wordList(
    'leave leaves leaving left reach reached reaches reaching enter entered enters crossing crossed',
  ),
  conjunctions: wordList(
    'after although as because before but if since that though unless until when where whether while',
  ),
  born: wordList('born nee aka alias'),
  indefinites: wordList('a an'),
  press: wordList('told tell tells for in by to with from writing read reads reading bought buy owns owned via'),
  languagePrepositions: wordList(
    'in into speak speaks spoke spoken speaking learn learns learned learnt learning teach teaches taught study studied studying',
  ),
  auxiliaries: wordList('is was has had will would can could may might must shall should does did'),
  measured:
    /^ (?:[\p{L}\d.,½¼-]+ ){1,4}(?:inch(?:es)?|foot|feet|cm|mm|centimet(?:er|re)s?|millimet(?:er|re)s?|met(?:er|re)s?|yards?) (?:thick|deep|high|wide|long|tall)\b/u,
  moves:
    /^(?: \([A-Z.: ]{1,14}\))?(?:, (?:which|the|a|an) [^,.]{3,50},)?(?:(?:, \p{Lu}[\p{L}.&’']*){0,4},? and \p{Lu}[\p{L}.&’']*(?: (?:each|both|all))?)?(?: (?:index|average|futures|shares))? (?:(?:ros|f[ea]ll|gain|los[et]|slid|drop|clos|climb|jump|end|slip|plung|advanc|add|shed|sank|surg|soar|tumbl|edg|ris|was (?:up|down))\w*(?: (?:up|down|by|as much as|almost|nearly|about|around|some|more than|less than|over|another|at))* (?:[\d.,]+ ?%|[$€£¥]\d|\d[\d,]*\.\d|(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|half|a quarter|a third|a fifth|a tenth)\b.{0,24}?\b(?:per ?cent|points?|dollars?|cents|value)\b)|(?:was|were) little changed|\d[\d.]* ?(?:%|per ?cent))|^ [—–] [$€£¥]\d/u,
  trust: wordList('confidence trust faith belief believe believes believed interest'),
  articles: wordList('the'),
  pointers: wordList('the this that'),
  postmodifiers: wordList('of for between that which who whom whose'),
};
