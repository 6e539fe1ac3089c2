/**
 * Fields of life, by the words for who works in them. Two namesakes are told apart by them: a striker is no senator. What a
 * story calls somebody and what Wikidata calls somebody are held against the same table.
 */
import { languageOf } from '../language';
import { wordsOf } from './words';

const FIELDS: Readonly<Record<string, string>> = {
  politics: `
    politician senator congressman congresswoman representative lawmaker legislator mp mps mep msp deputy minister secretary
    president premier chancellor governor mayor councillor councilor councilman councilwoman alderman ambassador diplomat envoy
    parliamentarian statesman stateswoman candidate leader speaker whip commissioner spokesman spokeswoman spokesperson adviser
    advisor aide official undersecretary taoiseach consul delegate senators politicians lobbyist democrat republican
    liberal conservative socialist peer strategist dictator treasurer separatist opposition administrator unionist`,
  business: `
    businessman businesswoman businessperson businesspeople entrepreneur executive ceo cfo coo cto founder cofounder billionaire
    millionaire investor financier banker tycoon magnate industrialist oligarch economist chairman chairwoman chair chairperson
    president director manager owner chef trader analyst boss developer publisher accountant chief restaurateur broker consultant
    spokesman spokeswoman spokesperson strategist partner mogul retailer merchant`,
  law: `
    lawyer attorney prosecutor barrister solicitor judge justice jurist magistrate counsel advocate sheriff`,
  arms: `
    general admiral colonel lieutenant major commander officer soldier sergeant marshal militant fighter rebel warlord captain
    brigadier guerrilla insurgent sniper spy marine`,
  police: 'detective inspector superintendent constable sheriff policeman policewoman commissioner chief officer',
  screen: `
    actor actress comedian filmmaker director producer screenwriter entertainer animator performer star starlet cinematographer
    editor host presenter personality magician dancer choreographer model influencer youtuber`,
  music: `
    singer rapper musician songwriter composer guitarist drummer pianist bassist violinist cellist conductor frontman vocalist dj
    artist performer star librettist soprano tenor entertainer producer lyricist dancer choreographer`,
  letters: `
    playwright novelist poet author writer essayist biographer memoirist critic screenwriter translator lyricist librettist`,
  visual: `
    artist painter sculptor photographer designer architect illustrator cartoonist animator curator model critic`,
  media: `
    journalist reporter editor columnist anchor presenter host broadcaster correspondent commentator essayist blogger publisher newsreader
    photojournalist personality critic pundit podcaster youtuber influencer writer author photographer`,
  science: `
    scientist physicist chemist biologist mathematician engineer inventor researcher professor historian economist sociologist
    psychologist philosopher anthropologist archaeologist astronomer astronaut epidemiologist virologist academic scholar lecturer
    linguist geologist ecologist neuroscientist climatologist theorist fellow expert analyst statistician pollster geneticist
    zoologist botanist academician cosmonaut dean rector chancellor criminologist pathologist`,
  medicine: 'doctor physician surgeon psychiatrist epidemiologist virologist nurse cardiologist neurologist oncologist',
  faith: `
    pope bishop archbishop cardinal priest pastor imam rabbi ayatollah cleric patriarch preacher minister monk nun theologian
    missionary lama saint evangelist reverend vicar chaplain mufti`,
  throne:
    'king queen prince princess duke duchess emir sultan monarch emperor empress crown royal ruler pharaoh noble aristocrat',
  activism: `
    activist campaigner dissident organizer organiser unionist feminist environmentalist suffragist whistleblower advocate
    humanitarian philanthropist pacifist conservationist separatist`,
  crime: `
    murderer killer gangster trafficker suspect gunman terrorist hacker mobster criminal fraudster robber rapist kidnapper bomber
    extremist drug kingpin militant jihadist`,
  sport: `
    athlete coach captain player champion sportsman sportswoman sportsperson trainer referee umpire olympian paralympian medalist
    medallist winger defender midfielder forward manager champion teammate sprinter rider substitute defenceman prospect
    veteran instructor star winner`,
  football: 'footballer striker goalkeeper soccer centre-back fullback',
  gridiron: 'quarterback linebacker cornerback kicker lineman tackle nfl tailback punter halfback receiver gridiron',
  basketball: 'basketball nba wnba',
  baseball: 'baseball pitcher shortstop infielder outfielder catcher mlb slugger',
  hockey: 'hockey goaltender goalie nhl',
  tennis: 'tennis',
  golf: 'golfer golf',
  cricket: 'cricketer cricket batsman bowler batter seamer allrounder',
  rugby: 'rugby flanker scrumhalf flyhalf hooker',
  boxing: 'boxer boxing',
  wrestling: 'wrestler wrestling',
  fighting: 'judoka karateka mma taekwondo',
  athletics: 'sprinter hurdler runner marathoner jumper thrower decathlete heptathlete',
  cycling: 'cyclist',
  swimming: 'swimmer diver',
  skating: 'skater figure',
  skiing: 'skier snowboarder biathlete',
  motorsport: 'racer motorcyclist racing formula nascar',
  gymnastics: 'gymnast',
  chess: 'chess grandmaster',
  rowing: 'rower canoeist sailor',
  racing: 'jockey equestrian',
};

/** A word of all sports goes with each of them; each of them is another than the others. */
const GAMES: ReadonlySet<string> = new Set(Object.keys(FIELDS).slice(Object.keys(FIELDS).indexOf('football')));

/** Two words that are another thing than the last of them. */
const PAIRS: Readonly<Record<string, string>> = {
  'prime minister': 'politics',
  'film director': 'screen',
  'music director': 'music',
  'creative director': 'visual business',
  'racing driver': 'motorsport',
  'football player': 'football gridiron',
  'football manager': 'football',
  'football coach': 'football gridiron',
  'american football': 'gridiron',
  'attorney general': 'law politics',
  'secretary general': 'politics',
  'security guard': '',
  'voice actor': 'screen',
  'chief justice': 'law',
  'drug lord': 'crime',
  'disc jockey': 'music',
  'radio personality': 'media',
  'general manager': 'business sport',
  'general secretary': 'politics activism',
  'managing director': 'business',
  'executive director': 'business activism politics',
  'vice president': 'politics business',
  'track athlete': 'athletics',
  'head coach': 'sport',
  'team principal': 'motorsport',
  'police chief': 'police politics',
};

const OF_WORD = new Map<string, string[]>();
for (const [field, words] of Object.entries(FIELDS)) {
  for (const word of words.trim().split(/\s+/)) OF_WORD.set(word, [...(OF_WORD.get(word) ?? []), field]);
}

/** All fields of which the text has a word. */
export function fieldsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  const found = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const pair = PAIRS[`${word} ${words[at + 1] ?? ''}`];
    const fields = pair === undefined ? fieldsOfWord(word) : pair.split(' ');
    for (const field of fields) if (field !== '') found.add(field);
    if (pair !== undefined) at++;
  }
  return found;
}

function fieldsOfWord(word: string): readonly string[] {
  const known = OF_WORD.get(word) ?? OF_WORD.get(singular(word));
  if (known) return known;
  // "Bundeskanzlerin" is a chancellor; of other trades the folder says that they are some.
  const title = german.titleOf(word);
  return title === null || title === 'chief' ? [] : (OF_WORD.get(title) ?? []);
}

const german = languageOf('de').titles;

/** Can the same person be meant by both? */
export function meet(said: ReadonlySet<string>, is: ReadonlySet<string>): boolean {
  for (const field of said) {
    if (is.has(field)) return true;
    if (field === 'sport' && [...is].some((other) => GAMES.has(other))) return true;
    if (GAMES.has(field) && is.has('sport') && ![...is].some((other) => GAMES.has(other))) return true;
  }
  return false;
}

const singular = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word);
