import type { NameWords } from '../language';
import { PARTICLES } from '../particles';
import { wordList } from '../word-list';
import { abbreviatedPlaces } from './abbreviated-places';
import { acronymWords } from './acronym-words';
import { companySuffixes, companyTails } from './companies';
import { adjectiveHeads, compoundHeads, setPhrases } from './compounds';
import { openers } from './openers';
import { ordinary } from './ordinary';

export const names: NameWords = {
  openers,
  ordinary,
  particles: wordList(`${PARTICLES} as ash ul ur`),
  generations: wordList('jr sr junior senior ii iii iv'),
  institutions: wordList(
    'university bank ministry church republic kingdom institute museum gulf bay college school court council office department duke duchess prince princess earl countess bishop archbishop house order league union party chamber academy society association federation authority',
  ),
  companySuffixes,
  companyTails,
  compoundHeads,
  adjectiveHeads,
  setPhrases,
  placeHeads: wordList(
    'mount mt west east north south central upper lower greater inner outer western eastern northern southern white blue black red green old great little saint st san fort port cape lake river island isle air bank radio club college university school street road hotel house navy army police state city county department hospital museum park court office ministry embassy times post news today national',
  ),
  directions: wordList('north south east west'),
  districts: wordList('coast side end quarter hill hills heights village square sands'),
  verbs: wordList('falls springs rises bends rocks sinks'),
  pluralHeads: wordList(
    'sports arms sales savings goods systems news series species headquarters means works lens drugs communications operations securities futures bonds services affairs veterans rights drinks arts crafts letters records games schools cars homes jobs claims crimes weapons products sciences studies buildings resources relations humanities materials textiles antiques',
  ),
  articled: wordList('bronx congo crimea gambia hague lebanon sudan ukraine vatican yemen'),
  landforms: wordList(
    'canal river sea strait gulf bay lake ocean desert mountain mountains peninsula valley islands forest',
  ),
  epithets: wordList(
    'divine baptist evangelist apostle martyr confessor great terrible conqueror impaler wise bold bald fat elder younger magnificent',
  ),
  ships: wordList(
    'uss usns hms hmas hmcs hmnzs rms mv rv rrs ins carrier destroyer frigate cruiser warship flagship icebreaker submarine trawler shuttle spacecraft yacht ferry tanker liner schooner lifeboat tugboat ship vessel barge sloop brig tug steamer steamship',
  ),
  features: wordList('island islands isle mine mines lander rover probe spacecraft volcano crater reef glacier'),
  bearers: wordList(
    'bridge airport airfield stadium arena auditorium hospital school street avenue boulevard highway expressway freeway parkway tunnel dam terminal prize award awards medal trophy scholarship fellowship library museum square theatre theater university college church cathedral carrier destroyer frigate warship',
  ),
  treaties: wordList(
    'agreement treaty accord accords pact protocol convention compact commission council foundation chamber dialogue summit forum partnership alliance institute association society friendship war',
  ),
  holidays: new Set(
    'new year eve,new year day,valentine day,independence day,groundhog day,mother day,father day,memorial day,labor day,boxing day,thanksgiving,halloween,christmas,christmas eve,christmas day,easter,good friday,bloody sunday'.split(
      ',',
    ),
  ),
  waters: wordList('gulf bay strait straits cape isle'),
  brands: wordList('air radio hotel cafe'),
  goesOn: /^(?: by the (?:Sea|Lake|Bay|Water)\b| upon \p{Lu})/u,
  saints: wordList('st saint ste'),
  gameBodies: wordList('icc pcb sec acc pac iba wba wbc ibf isu fis fia atp rfu irfu pfa fa'),
  acronymWords,
  newer: wordList('new'),
  members: wordList('mp mps mep meps msp msps peer peers'),
  abbreviatedPlaces,
  sharedHeads: new Map(
    Object.entries({
      counties: 'County',
      provinces: 'Province',
      districts: 'District',
      departments: 'Department',
      ministries: 'Ministry',
      universities: 'University',
      rivers: 'River',
      airports: 'Airport',
      parties: 'Party',
    }),
  ),
  of: 'of',
  joinsBefore: () => true,
  joinsAfter: () => true,
};
