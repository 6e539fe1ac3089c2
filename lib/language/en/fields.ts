import { fieldsByPair, fieldsByWord } from '../fields-of-life';

const BY_WORD = fieldsByWord({
  politics: `
    politician senator congressman congresswoman representative lawmaker legislator mp mps mep deputy minister
    secretary president premier chancellor governor mayor councillor councilor councilman councilwoman
    ambassador diplomat envoy parliamentarian statesman candidate leader speaker commissioner spokesman
    spokeswoman spokesperson adviser advisor aide official undersecretary taoiseach democrat republican liberal
    conservative socialist strategist unionist opposition administrator incumbent gov sen rep`,
  business: `
    businessman businesswoman businessperson entrepreneur executive ceo founder cofounder billionaire investor
    banker tycoon oligarch economist chairman chairwoman chair chairperson president director manager owner chef
    trader analyst boss chief spokesman spokeswoman spokesperson strategist partner producer`,
  law: `
    lawyer attorney prosecutor barrister solicitor judge justice jurist magistrate counsel advocate sheriff`,
  arms: `
    general admiral colonel lieutenant major commander officer soldier sergeant marshal militant fighter rebel
    warlord captain brigadier guerrilla insurgent gen col maj capt lt brig`,
  police: 'detective inspector sheriff commissioner chief officer superintendent constable sergeant',
  screen: `
    actor actress comedian filmmaker director producer screenwriter entertainer performer star editor host
    presenter personality dancer choreographer model`,
  music: `
    singer rapper musician songwriter composer guitarist drummer pianist bassist violinist cellist conductor
    frontman vocalist dj artist performer star soprano tenor entertainer producer dancer choreographer`,
  letters: 'playwright novelist poet author writer essayist critic screenwriter',
  visual: 'artist painter sculptor photographer designer architect cartoonist model critic',
  media: `
    journalist reporter editor columnist anchor presenter host broadcaster correspondent commentator essayist
    blogger personality critic writer author photographer`,
  science: `
    scientist physicist chemist biologist mathematician engineer inventor researcher professor historian
    economist sociologist psychologist philosopher anthropologist archaeologist astronomer astronaut
    epidemiologist virologist academic scholar lecturer linguist geologist fellow expert analyst botanist
    cosmonaut chancellor`,
  medicine: 'doctor physician surgeon psychiatrist epidemiologist virologist nurse oncologist',
  faith: `
    pope bishop archbishop cardinal priest pastor imam rabbi ayatollah cleric patriarch preacher minister monk
    theologian missionary lama evangelist reverend`,
  throne: `
    king queen prince princess duke duchess emir sultan monarch emperor empress royal ruler pharaoh aristocrat`,
  activism: `
    activist campaigner dissident organizer organiser unionist feminist environmentalist whistleblower advocate
    humanitarian conservationist`,
  crime: `
    murderer killer gangster trafficker suspect gunman terrorist hacker criminal bomber kingpin militant`,
  sport: `
    athlete coach captain player champion sportsperson trainer manager champion teammate sprinter rider veteran star
    winner`,
  football: 'footballer striker goalkeeper soccer centre-back fullback winger defender midfielder forward referee',
  gridiron: 'quarterback linebacker kicker gridiron referee',
  basketball: 'basketball nba wnba forward referee',
  baseball: 'baseball pitcher slugger umpire',
  hockey: 'hockey nhl winger forward defender referee',
  tennis: 'tennis umpire',
  golf: 'golfer golf',
  cricket: 'cricketer cricket batsman bowler allrounder umpire',
  rugby: 'rugby hooker winger forward referee',
  boxing: 'boxer boxing',
  wrestling: 'wrestler wrestling',
  fighting: 'judoka mma taekwondo',
  athletics: 'athletics sprinter runner heptathlete',
  cycling: 'cyclist',
  swimming: 'swimmer diver',
  skating: 'skater figure',
  skiing: 'skier snowboarder biathlete',
  motorsport: 'racer motorcyclist racing formula nascar',
  gymnastics: 'gymnast',
  chess: 'chess grandmaster',
  rowing: 'rower canoeist sailor',
  racing: 'jockey equestrian',
});

const singular = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word);

export const fieldsOf = (word: string) => BY_WORD.get(word) ?? BY_WORD.get(singular(word)) ?? [];

/** Two words that together mean something other than the last one. */
export const pairs = fieldsByPair({
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
});
