/** The word by which the name of an event says what happened: "protests" of "2021 Eswatini protests", "coup attempt", "by-election". */

/** What a reader understands by itself; of several the last one of the name counts. */
const NOUNS =
  `attacks? bombings? shootings? massacres? stabbings? assassinations? kidnappings? hijackings? siege airstrikes? raids? ambush murders?
killings? genocide explosions? crash crashes collapse accidents? disaster derailment fire fires sinking crush stampede blackouts? incidents? collision
protests? riots? unrest uprisings? rebellion insurgency revolution demonstrations? mutiny revolts? insurrection wildfires? floods? flooding earthquakes?
tsunami landslides? eruption drought tornado tornadoes cyclone storms? avalanche blizzard hurricane typhoon war wars conflict offensive invasion clashes
intervention occupation crusade expedition skirmish landings? capture bombardment conquest blockade evacuation scandal affair controversy inquiry
investigation trial impeachment crackdown hearings summit conference negotiations talks elections? by-elections? referendum primaries pandemic epidemic
outbreak crisis death arrest disappearance execution coronation poisonings? ceasefire truce armistice`
    .split(/\s+/)
    .join('|');
const PHRASES =
  "general strikes?|hunger strikes?|(?:teachers|doctors|nurses|workers|writers|truckers)'? strikes?|coup attempts?|coup d'état attempts?|coup d'état|coup|heat ?wave|hurricane season|typhoon season|cyclone season|peace process|presidential campaign|self-coup|hostage crisis|gas leak|oil spill|ethnic cleansing|(?:measles|tornado) outbreak|air battle|missile strikes?|drone strikes?|air raid|border conflict|civil war|peace talks";
const LAST = new RegExp(`(?:^|[\\s–-])(${PHRASES}|${NOUNS})$`, 'i');
/** Where the head of a name ends: "protests in Minneapolis", "collapse of Silicon Valley Bank". */
const TAIL = / (?:in|of|at|on|against|by|during|for|over|near|from|to|with|between|after|and) .*$/;
/** "Operation Atlantic Resolve", "First Battle of the Jordan". */
const FIRST = /^(?:(?:First|Second|Third|Fourth|Fifth) )?(Battle|Operation)\b/;
/** Said at more length, or with a word that has another meaning. */
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/^(?:self-)?coup d'état$/i, 'coup'],
  [/^coup d'état attempt(s?)$/i, 'coup attempt$1'],
  [/^presidential campaign$/i, 'election campaign'],
  [/^peace talks$/i, 'peace talks'],
];

/** Null where the name does not say it. */
export function eventNoun(name: string): string | null {
  const bare = name.replace(/ \(.*\)$/, '').replace(/^(?:\d+(?:st|nd|rd|th)|\d{4}(?:[–-]\d{2,4})?) /, '');
  const head = bare.replace(TAIL, '');
  const found = (LAST.exec(head) ?? (head === bare ? null : LAST.exec(bare.replace(/^.*? of /, ''))))?.[1];
  const first = FIRST.exec(bare)?.[1];
  if (first) return first.toLowerCase();
  if (!found) return null;
  const noun = found.toLowerCase();
  const spelt = SPELT.find(([shape]) => shape.test(noun));
  return spelt ? noun.replace(spelt[0], spelt[1]) : noun;
}
