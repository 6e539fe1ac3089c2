import type { Role, RoleWords } from '../roles';
import { wordList } from '../word-list';
import { companySuffixes } from './companies';
import { cues } from './cues';
import { persons as personCues } from './persons';
import { bodyNouns, eitherNouns, personNouns, placeNouns, thingNouns } from './role-nouns';
import { titles } from './titles';

const RANKS = wordList(`
  cpl pvt pfc spc ssgt msgr supt insp det pc dc hon msr
  councillor councilor councilman councilwoman alderman alderwoman sheriff coach constable sergeant corporal private
  major principal provost dean rector administrator bailiff coroner magistrate solicitor comptroller treasurer assemblyman
  assemblywoman assemblymember delegate superintendent subinspector cofounder father brother sister mother mayor
  baroness baron duke duchess count countess viscount rabbi swami guru lieutenant taoiseach tanaiste lawmaker
  spokesperson singer actor actress author director executive`);

/** Part of titles, but not titles on their own. */
const NO_HEADS = wordList(
  'acting former interim then ex late deposed elect designate prime vice foreign defence defense finance interior deputy crown',
);

/** Have such an ending but are not persons. */
const PERSON_ENDING = /(?:[a-z]{3}(?:ist|ician|ologist|ographer|woman|person|smith))$/;
const NO_PERSONS = wordList(`
  list twist assist exist consist resist insist persist mist fist wrist gist human german roman woman ottoman norman
  talisman checklist shortlist waitlist playlist watchlist`);

function kindOf(noun: string): Role | null {
  if (eitherNouns.has(noun)) return 'any';
  if (thingNouns.has(noun)) return 'thing';
  if (placeNouns.has(noun)) return 'place';
  if (bodyNouns.has(noun)) return 'body';
  if (personNouns.has(noun) || cues.kin.has(noun) || cues.companions.has(noun) || personCues.trades.has(noun))
    return 'person';
  if (RANKS.has(noun) || (titles.titleOf(noun) !== null && !NO_HEADS.has(noun))) return 'person';
  return noun.length > 4 && PERSON_ENDING.test(noun) && !NO_PERSONS.has(noun) ? 'person' : null;
}

/** Bodies that are often of something: "Bank of", "Ministry of". */
const BODY_HEADS = `
  university bank ministry church institute museum college school court council office department order league union
  party chamber academy society association federation authority centre center agency bureau board commission
  committee campaign coalition alliance front movement army brigades force forces foundation fund workers teachers
  network service services institution directorate administration confederation congress assembly hospital guild group
  initiative journal organisation organization`;
const BODY_WORDS = wordList(`${BODY_HEADS}
  partners capital securities ventures associates holdings holding technologies systems electronics motors industries
  pharmaceuticals airlines airways energy petroleum financial software labs laboratories studios pictures records
  entertainment media press books publishing publishers news times post tribune herald gazette broadcasting radio
  television bancorp trust insurance investments investment equity advisors advisers management consulting logistics
  tribunal parliament senate clinic mosque temple synagogue gallery theatre theater orchestra philharmonic ensemble
  choir band club fc united rovers wanderers athletic navy police guard brigade battalion regiment squadron militia
  corps project programme program company corporation enterprises lodge cooperative collective farmers restaurant cafe
  diner bakery brewery brewing foods farms stores supermarkets aerospace aerodynamics robotics biotech biosciences
  therapeutics diagnostics analytics solutions networks communications telecom mobile pavilion health healthcare care
  medical market hall hotel inn infirmary library cinema watch international secretariat mission embassy consulate
  jets giants panthers bulldogs wildcats`);
/** Excludes surnames and words in company names: "Silver Lake", "Nathan Lane". */
const PLACE_WORDS = wordList(`
  river sea gulf strait canal island islands isle peninsula coast mountain mountains valley canyon desert street road avenue boulevard
  highway plaza bridge tunnel station airport airfield harbour harbor dam reservoir county province district region village
  township borough parish governorate prefecture plateau glacier stadium arena prison jail crossing quarry refinery terminal`);
/** A name with one of these is neither a person nor a body: "Charles Schwab Cup". */
const THING_WORDS = wordList(`
  lake hill hills park woods springs heights falls bay beach ridge garden gardens drive square lane port pier castle palace tower cape camp
  act bill law treaty accord accords agreement pact deal plan cup championship championships trophy award awards prize medal open classic
  masters games olympics tour marathon derby bowl race rally festival fair expo show day week month year test index system registry
  papers scandal trial case inquiry report series album song book novel film movie war battle siege massacre revolution uprising
  hurricane storm fire wildfire flood earthquake virus disease syndrome law rule theorem line`);
const inNames = new Map<string, Role>([
  ...[...THING_WORDS].map((word) => [word, 'thing'] as const),
  ...[...BODY_WORDS, ...companySuffixes].map((word) => [word, 'body'] as const),
  ...[...PLACE_WORDS].map((word) => [word, 'place'] as const),
]);

const DONE = wordList(`
  is was has had will would can could should may might must does did says said tells told won lost took gave ran rose fell led hit beat held
  kept left met sold spent thought went wrote began became brought built bought came drew drove found got grew knew made paid
  put sat saw sent set spoke stood struck taught wept sang swam threw caught chose broke cut flew forgot hid laid lay lent lit
  rode shook shot slept stole swept swore tore woke wore wins loses takes gives leads wants needs plays works lives runs keeps plans
  hopes sits stands calls makes sees goes comes thinks believes expects owns sells pays`);

const SUFFIXES = wordList(
  'led era style like type run born made owned area only bound wide free to in on off up based linked held built is and or wing esque ish',
);

export const roles: RoleWords = {
  kindOf,
  isPost: (noun) => kindOf(noun) !== null,
  plural: /(?!)/,
  foreign: /(?!)/,
  adjective: /(?!)/,
  contracted: wordList(''),
  ranks: RANKS,
  modifiers: wordList(`
  new old own current next last previous only other big biggest top leading well
  former ex then late acting interim retired veteran senior junior deputy assistant vice chief co fellow longtime
  opposition rebel left right centre center defensive attacking midfield head lead first second third regional local
  national federal state city county provincial police army navy military prime foreign finance defence defense interior
  human rights film music art football basketball baseball hockey tennis rugby cricket boxing cycling sports business
  family trade labour labor prosecution real estate hedge private equity tech technology software oil gas energy mining
  media pop rock jazz opera folk rap hip hop punk billionaire millionaire presidential mayoral congressional independent
  star world olympic record marketing communications campaign executive managing financial operating general legal
  medical political economic scientific technical climate health education culture sport transport justice agriculture
  environment development research investigative war news television tv radio stage screen teenage young midsize leading
  nonprofit startup crypto cryptocurrency car drug drone chip truck plane investment law consulting consultancy security
  insurance property construction retail`),
  determiners: wordList('the a an his her its their our my your whose another'),
  impersonal: wordList(''),
  relatives: new Map([
    ['who', 'person'],
    ['whom', 'person'],
    ['whose', null],
    ['which', 'body'],
    ['where', 'place'],
  ]),
  goesOn: wordList('of for in at from with on by to near who whom whose which that and based known under behind'),
  copulas: wordList('is was'),
  placesOf: wordList(
    'town city village port province district hamlet island county region state township borough municipality neighborhood neighbourhood settlement community parish',
  ),
  inNames,
  isSuffix: (word) => word.length > 6 || (word.length > 5 && /(?:ed|ing)$/.test(word)) || SUFFIXES.has(word),
  heads: wordList(`${BODY_HEADS}
  republic kingdom house centers centres friends sons daughters voices doctors physicians lawyers mothers students
  scientists artists writers faculty partnership bulletin book conference`),
  links: wordList('of for on the'),
  owners: wordList(
    'children people peoples women men workers veterans farmers teachers students mothers citizens kids',
  ),
  placesBegin: wordList('lake mount mt cape fort port isle gulf bay camp rio'),
  prefixes: wordList('pro anti non ex post pre mid co pan neo un semi ultra'),
  unended: /^(?!)/,
  aged: /^(?!)/,
  lives: /^ (?:died|dies|was born|was married|married|is survived)\b/,
  bodiesToo: wordList(
    'owner investor shareholder sponsor leader member founder creditor killer host guarantor holder builder brewer broker dealer trader merchant carrier keeper backer head maker',
  ),
  placesToo: wordList(`
    adviser advisor aide candidate collector consultant critic defendant defender driver father fighter fugitive guide
    hostage incumbent judge king landlord manager manufacturer master mother native negotiator neighbor neighbour
    newcomer nominee opener parent patron performer player prisoner promoter provider queen refugee regulator rider
    runner sister brother son daughter supplier supporter survivor tackle tenant twin veteran victim visitor witness`),
  degrees: /^(?:[KQS]C|MS?P|MEP|[OMCK]BE|DBE|Ph\.?D|MD|FRS|Esq)$/,
  wins: /^ [\p{Ll}\p{Nd} ,-]{0,30}(?:\p{Lu}\p{Ll}+day )?[\p{Ll} ]{0,20}\b(?:beat|won|win|drew|lost|lose)\b[^.;!?]{0,40}?\b\d{1,3}[-–]\d{1,3}\b/u,
  finite: wordList(`
  is was are were has had have will would can could should may might must did does do said says told tells became becomes
  gets got went goes came comes took takes made makes gave gives`),
  isDone: (word) => DONE.has(word) || /[a-z]{3}ed$/.test(word),
  noNames: wordList(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december christmas easter thanksgiving halloween ramadan eid hanukkah passover diwali eve day night
  morning afternoon evening week weekend year winter summer spring autumn fall today tomorrow yesterday god allah
  lord heaven bible quran koran torah internet web affairs covid coronavirus ai am pm gmt est edt pst utc bst cet ok tv dvd cd
  dna hiv aids q a faq mr mrs ms dr sir madam ceo cfo coo cto vp mp mps mep meps msp pr hr id it pc us uk eu un read
  more follow like share comment comments subscribe newsletter sign log related photo photos video videos image images
  caption credit copyright rights reserved advertisement continue reading story editor editors note correction updated
  published north south east west northern southern eastern western phd mba ba ma bsc msc nobel oscar oscars emmy grammy
  earth sun moon mars i im ive ill hes shes its theyre thats whats dont cant yes no oh well please thanks thank hello hi
  dear`),
  asides:
    /^(?:(?:read|see|watch|listen) (?:more|also|next)\b|also read\b|related\b|more (?:from|on|in)\b|recommended\b|sign up\b|subscribe\b|correction:|editor[’']s note)/i,
  pointers: wordList('left right above below centre center pictured see file top bottom back front seated standing'),
};
