import type { Titles } from '../language';
import { wordList } from '../word-list';

/** Offices in the terms of the tables. */
const OFFICES: ReadonlyMap<string, string> = new Map([
  ['prasident', 'president'],
  ['staatsprasident', 'president'],
  ['staatschef', 'president'],
  ['kremlchef', 'president'],
  ['vizeprasident', 'vice president'],
  ['kanzler', 'chancellor'],
  ['bundeskanzler', 'chancellor'],
  ['altkanzler', 'former chancellor'],
  ['exkanzler', 'former chancellor'],
  ['exprasident', 'former president'],
  ['altprasident', 'former president'],
  ['premier', 'premier'],
  ['premierminister', 'prime minister'],
  ['ministerprasident', 'prime minister'],
  ['regierungschef', 'prime minister'],
  ['aussenminister', 'foreign minister'],
  ['verteidigungsminister', 'defence minister'],
  ['finanzminister', 'finance minister'],
  ['innenminister', 'interior minister'],
  ['generalsekretar', 'secretary general'],
  ['konig', 'king'],
  ['konigin', 'queen'],
  ['kronprinz', 'crown prince'],
  ['papst', 'pope'],
  ['emir', 'emir'],
  ['sultan', 'sultan'],
  ['gouverneur', 'governor'],
  ['burgermeister', 'mayor'],
  ['oberburgermeister', 'mayor'],
  ['generaldirektor', 'director general'],
  ['vorsitzende', 'chair'],
  ['vorsitzender', 'chair'],
  ['vorsitzenden', 'chair'],
  ['fruhere', 'former'],
  ['fruherer', 'former'],
  ['fruheren', 'former'],
  ['ehemalige', 'former'],
  ['ehemaliger', 'former'],
  ['ehemaligen', 'former'],
  ['damalige', 'then'],
  ['damaliger', 'then'],
  ['damaligen', 'then'],
  ['ex', 'ex'],
  ['amtierende', 'acting'],
  ['amtierender', 'acting'],
  ['amtierenden', 'acting'],
]);

const ADDRESS: ReadonlyMap<string, string> = new Map([
  ['herr', 'mr'],
  ['herrn', 'mr'],
  ['frau', 'mrs'],
  ['dr', 'dr'],
  ['prof', 'professor'],
  ['professor', 'professor'],
]);

/** Forms of address and ranks that name no office. */
const STYLES = wordList(`
  general oberst major kommandeur admiral marschall prinz prinzessin kaiser graf furst
  kardinal bischof erzbischof ajatollah scheich imam ayatollah richter anwalt botschafter senator kommissar kommissarin minister
  chef trainer torwart sprecher abgeordnete abgeordneter abgeordneten kandidat politiker unternehmer milliardar investor
  grunder sanger autor schauspieler diktator machthaber herrscher revolutionsfuhrer oppositionsfuhrer kollege`);
/** Endings of posts and trades: "Regierungssprecherin", "Konzernchef", "Spitzenkandidat". */
const TRADE =
  /(?:chef|minister|prasident|kanzler|sprecher|fuhrer|politiker|kandidat|grunder|vorsitzende[rn]?|abgeordnete[rn]?|anwalt|richter|trainer|spieler|sturmer|sanger|darsteller|schauspieler|unternehmer|milliardar|investor|berater|beauftragte[rn]?|sekretar|kommissar|botschafter|direktor|manager|vorstand|leiter|experte|experten|forscher|historiker|okonom|okonomen|general|herrscher|machthaber|diktator|nachfolger|vorganger|kollege|kollegen)$/;

/** "Kanzlerin", "des Kanzlers", "Präsidenten": yields the base form. */
function* bare(word: string): Generator<string> {
  yield word;
  if (word.endsWith('in')) yield word.slice(0, -2);
  if (word.endsWith('en')) yield word.slice(0, -2);
  if (word.endsWith('es')) yield word.slice(0, -2);
  if (word.endsWith('s') || word.endsWith('n')) yield word.slice(0, -1);
}

function titleOf(word: string): string | null {
  for (const one of bare(word)) {
    const office = OFFICES.get(one);
    if (office !== undefined) return office;
    const style = ADDRESS.get(one);
    if (style !== undefined) return style;
    if (STYLES.has(one) || TRADE.test(one)) return 'chief';
  }
  return null;
}

export const titles: Titles = {
  titleOf,
  deputies: wordList(''),
  tails: wordList(''),
};
