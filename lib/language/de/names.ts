import type { NameWords } from '../language';
import { PARTICLES } from '../particles';
import { wordList } from '../word-list';
import { openers } from './openers';
import { ordinary } from './ordinary';

/**
 * Before the name of a place or body they make a different name: "Neu-Ulm", "Borussia Dortmund", "Universität Bagdad".
 */
const HEADS = wordList(`
  neu new alt klein gross ober unter nieder sankt st bad san santa santo sao los las el la le fort port rio mount lake
  north south east west northern southern fc sc sv vfb vfl tsv tsg ac as inter real atletico eintracht borussia hertha
  werder fortuna arminia union dynamo lokomotive bayern universitat hochschule klinikum uniklinik flughafen hotel bistum
  erzbistum landgericht amtsgericht oberlandesgericht stadion schloss bank sparkasse messe oper philharmonie`);

/** Behind a name they make a different one. */
const TAILS = wordList(`
  foundation organization organisation university college institute center centre tower towers hotel airport group
  holding capital partners street avenue boulevard united city rovers stiftung universitat institut`);

/** Places that are also given names: a word behind one may be a surname. */
const GIVEN = wordList(`
  israel paris london sydney austin orlando dallas houston jackson lincoln madison virginia washington santiago victoria
  kingston florence georgia jordan chelsea brooklyn savannah carolina cuba india kenya tunis lima`);

/** A word with such an ending is a noun, not a given name. */
const NOUN =
  /(?:ung|heit|keit|schaft|tion|tat|ismus|tum|ment|chen|lein|konzern|firma|bank|stadt|land|region|insel|provinz|staat|republik|sender|zeitung|magazin|partei|gruppe|regierung|armee|miliz|agentur|verband|verein|gericht|amt|haus|krise|krieg|seite|lager|team|star|freund|freundin|mitglied|bewohner|reise|besuch|rede|brief|sieg|plan|plane|dienst|tag|jahr|monat|woche|prozent|euro|dollar|truppen|leute|menschen|waffen)$/;

const DETERMINERS = wordList(`
  der die das dem den des ein eine einem einen einer eines dieser diese dieses diesem diesen mein meine meinem meinen
  meiner sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres unser unsere unserem unseren unserer
  vom zum zur beim im am kein keine keinem keinen keiner`);

const isNoun = (word: string): boolean => NOUN.test(word);

/**
 * Every noun is capitalised, so a capital beside a name means little: only what looks like a given name joins a
 * person's name, and only known beginnings or endings join other names.
 */
export const names: NameWords = {
  companySuffixes: wordList('ag se gmbh kg kgaa inc corp co ltd plc sa nv'),
  companyTails: wordList('gruppe konzern holding group'),
  compoundHeads: wordList('schnitzel wurstchen wurst kranz pfannkuchen sauce salat pudding dogge'),
  adjectiveHeads: wordList(''),
  setPhrases: wordList(''),
  placeHeads: wordList('berg west ost nord sud'),
  directions: wordList(''),
  articled: wordList(''),
  landforms: wordList('kanal fluss meer see golf bucht wuste gebirge'),
  epithets: wordList('grosse schreckliche eroberer taufer weise junge alte'),
  districts: wordList(''),
  verbs: wordList(''),
  pluralHeads: wordList(''),
  ships: wordList('fregatte flugzeugträger zerstörer forschungsschiff kreuzfahrtschiff uss hms ms mv'),
  features: wordList('insel inseln mine minen sonde krater vulkan'),
  bearers: wordList('brucke flughafen stadion preis platz strasse allee schule klinik universitat stiftung museum'),
  treaties: wordList('abkommen vertrag pakt gesellschaft dialog krieg'),
  holidays: wordList('silvester weihnachten ostern heiligabend'),
  waters: wordList(''),
  brands: wordList('air radio hotel cafe'),
  goesOn: /^(?: (?:am|an der|im) \p{Lu})/u,
  saints: wordList('st sankt'),
  gameBodies: wordList(''),
  acronymWords: wordList(''),
  newer: wordList('neu new'),
  members: wordList(''),
  abbreviatedPlaces: new Map(),
  sharedHeads: new Map(),
  openers,
  ordinary,
  particles: wordList(`${PARTICLES} zu zum zur`),
  generations: wordList('jr sr junior senior ii iii iv'),
  institutions: wordList(''),
  of: null,
  joinsBefore: (word, name, wordBefore) =>
    name === 'other' ? HEADS.has(word) : !isNoun(word) && (wordBefore === null || !DETERMINERS.has(wordBefore)),
  joinsAfter: (word, name) => TAILS.has(word) || (GIVEN.has(name) && !isNoun(word)),
};
