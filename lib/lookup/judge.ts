/**
 * Can a name in a story mean an item? A wrong card is worse than none: contrary evidence rules it out, and only the
 * story's own words beside the name make it sure.
 */
import type { EntityKey, Kind } from '../facts';
import { encyclopedias } from '../language';
import { foldText } from '../text';
import { type Day, earliest, isBefore, latest, type PartialDate, shiftYears } from '../time';
import { type Asked, bearsName, isCalledAfter, isInFull } from './bears-name';
import { isHouse, isNoEntity, kindOf, kindOfRole, kindSaidByName } from './class-kinds';
import { type Item, itemsOf, type Label } from './item';
import { dateOf } from './item-facts';
import { areOtherPlaces } from './place-classes';
import { isPlainWord } from './plain-words';
import { isAnybody, isOfMany, isOfPast, isTradeOfNobody, SPEAKS, speaksFor, TWOFOLD } from './role-words';
import { holdsOn, spanOf } from './time-spans';
import type { WantedName } from './types';
import { foldedWords } from './words';

/** `likely`: it fits what the story calls the person, but so would many others. */
export type Judgement = 'sure' | 'likely' | 'only' | 'out';

export interface JudgeGround {
  readonly labels: ReadonlyMap<EntityKey, Label>;
  readonly nameOf: (key: EntityKey) => string | null;
  /** The story's day. */
  readonly day: Day;
}

const BODIES: ReadonlySet<Kind> = new Set(['group', 'company', 'media', 'team']);
/** Kinds that a title alone never proves: the story's words must. */
const NEVER_BARE: ReadonlySet<Kind> = new Set(['work', 'concept', 'law', 'policy', 'office']);
/** In years: younger people are in the news as someone's children. */
const YOUNGEST = 10;
const OLDEST = 105;
/** In years: so long after a death a story may still speak as if the person were alive. */
const MOURNED_YEARS = 2;
/** Storm names from lists are reused. */
const STORM_YEARS = 1;

export function judge(wanted: WantedName, item: Item, asked: Asked, ground: JudgeGround): Judgement {
  const roles = wanted.roles.filter((role) => role !== TWOFOLD);
  const judgement = judgeOne({ ...wanted, roles }, item, asked, ground);
  return judgement !== 'out' && roles.length < wanted.roles.length ? 'only' : judgement;
}

function judgeOne(wanted: WantedName, item: Item, asked: Asked, ground: JudgeGround): Judgement {
  const { labels, day } = ground;
  const kind = kindOf(item, labels);
  if (
    kind === null ||
    item.label === '' ||
    isNoEntity(item) ||
    item.descriptions.some((text) => /^Wikimedia\b/i.test(text))
  )
    return 'out';
  if (!bearsName(item, asked, kind === 'person')) return 'out';
  if (kind === 'event' && isCalledAfter(item, wanted.name)) return 'out';
  if (!fitsKind(wanted, kind, isHouse(item))) return 'out';
  const time = standsInTime(item, kind, day);
  if (time === 'out') return 'out';
  const said = kind === 'person' ? judgePerson(wanted, item, ground) : judgeThing(wanted, item, kind, ground);
  if (said === 'out' || time === 'held') return said;
  // A story that speaks of someone long dead, or a company long gone, in the present means another one. It may speak of
  // the past, and need not say so for people still widely remembered.
  if (isOfPast(wanted)) return 'only';
  return wanted.roles.length === 0 && time === 'gone' ? 'only' : 'out';
}

function fitsKind({ kind: wanted, roles }: WantedName, kind: Kind, house: boolean): boolean {
  if (wanted === 'person') return kind === 'person';
  if (wanted === 'place') return kind === 'place' || (house && kind === 'group');
  if (wanted === 'body') return BODIES.has(kind) || (house && kind === 'place');
  return roles.some((role) => role !== SPEAKS) || !NEVER_BARE.has(kind);
}

/** `gone`: over or dead for so long that a story would not treat it as present; `forgotten`: for a lifetime. */
function standsInTime(item: Item, kind: Kind, day: Day): 'held' | 'gone' | 'forgotten' | 'out' {
  const isAhead = (date: PartialDate | null): boolean => date !== null && isBefore(day, earliest(date));
  if (kind === 'person') {
    const [born, died] = [dateOf(item, 'P569'), dateOf(item, 'P570')];
    if (born !== null && isBefore(shiftYears(day, -YOUNGEST), earliest(born))) return 'out';
    if (died !== null && isBefore(latest(died), shiftYears(day, -OLDEST))) return 'forgotten';
    if (died !== null) return isBefore(latest(died), shiftYears(day, -MOURNED_YEARS)) ? 'gone' : 'held';
    const isDead = item.statements.get('P570')?.some(({ value }) => value.type !== 'none') ?? false;
    const isOld = born !== null && isBefore(latest(born), shiftYears(day, -OLDEST));
    return isDead || isOld ? 'gone' : 'held';
  }
  if (isAhead(dateOf(item, 'P571')) || isAhead(dateOf(item, 'P580')) || isAhead(dateOf(item, 'P585'))) return 'out';
  const on = dateOf(item, 'P585') ?? dateOf(item, 'P580');
  const isStorm = kind === 'event' && encyclopedias.some(({ storms }) => storms.test(foldText(item.label)));
  if (isStorm && on !== null && isBefore(latest(on), shiftYears(day, -STORM_YEARS))) return 'out';
  const ended = dateOf(item, 'P576');
  return ended !== null && isBefore(latest(ended), shiftYears(day, -MOURNED_YEARS)) ? 'gone' : 'held';
}

function judgePerson(wanted: WantedName, item: Item, { nameOf, day }: JudgeGround): Judgement {
  const { roles } = wanted;
  if (roles.length === 0) return 'only';
  if (isAnybody(wanted)) return 'out';
  const posts = (item.statements.get('P39') ?? []).flatMap((statement) => {
    const title = statement.value.type === 'item' ? nameOf(statement.value.key) : null;
    const span = spanOf(statement);
    return title !== null && span ? [{ title, holds: holdsOn(span, day) }] : [];
  });
  const trades = [...itemsOf(item, 'P106'), ...itemsOf(item, 'P641')].flatMap((key) => nameOf(key) ?? []);
  const told = [...item.descriptions, ...trades, ...posts.map(({ title }) => title)];
  if (posts.length > 0 || item.statements.has('P39')) told.push(...encyclopedias.map(({ ofOffice }) => ofOffice));
  // "Hotel manager" says more than "manager", a title that many have.
  const isOfLonger = (role: string): boolean => isOfMany(role) && roles.some((longer) => longer.endsWith(` ${role}`));
  const verdicts = roles.filter((role) => !isOfLonger(role)).map((role) => ({ role, says: speaksFor(role, told) }));
  if (verdicts.some(({ role, says }) => says !== 'word' && isTradeOfNobody(role, wanted.language))) return 'out';
  const speaks = verdicts.some(({ says }) => says === 'word' || says === 'for');
  const contradicts = verdicts.some(({ says }) => says === 'against');
  if (!speaks) return contradicts ? 'out' : verdicts.some(({ says }) => says === 'may') ? 'likely' : 'only';
  // The same post, but not held on the day: a successor, or a namesake.
  const isFormer = isOfPast(wanted);
  const isPast = roles.some((role) => {
    const same = posts.filter(({ title }) => speaksFor(role, [title]) === 'word');
    return same.length > 0 && !same.some(({ holds }) => holds) && !isFormer;
  });
  return contradicts || isPast ? 'only' : 'sure';
}

function judgeThing({ name, roles, language }: WantedName, item: Item, kind: Kind, { nameOf }: JudgeGround): Judgement {
  const classes = itemsOf(item, 'P31').flatMap((key) => nameOf(key) ?? []);
  const told = [...item.descriptions, ...classes];
  // Other names may be nicknames: "Golden State" is a state and a team's short name. A part after a comma tells it from
  // others of that name: "Queen Elizabeth Hospital, Skerry".
  const [label, asked] = [foldText(item.label), foldText(name)];
  const isCalledSo = (label === asked && !item.label.includes(',')) || isInFull(item.label, asked);
  let isSure = isCalledSo && saysKind(name, kind);
  for (const role of roles) {
    const is = kindOfRole(role, language);
    if (is !== null && !isNear(is, kind)) return 'out';
    if (is === 'place' && kind === 'place' && areOtherPlaces(role, told)) return 'out';
    if (is === kind || speaksFor(role, told) === 'word') isSure = true;
  }
  // Other bodies have the same letters.
  const isAcronym = label !== asked && ACRONYM.test(name);
  return isSure && !isAcronym ? 'sure' : 'only';
}

const ACRONYM = /^\p{Lu}[\p{Lu}\d&.-]+$/u;

/** "Skerry Commission", "University of Skerry": the name itself gives the kind and has a word that is not generic. */
function saysKind(name: string, kind: Kind): boolean {
  const isPlain = (word: string): boolean =>
    isPlainWord(word) || encyclopedias.some(({ generic }) => generic.has(word));
  const isOwn = foldedWords(name).some((word) => !isPlain(word) && kindOfRole(word) === null);
  return isOwn && kindSaidByName(name) === kind;
}

/** A newspaper is also a company, a ministry also a group; but readers take a club for neither. */
const isNear = (said: Kind, is: Kind): boolean =>
  said === is ||
  [said, is].every((kind) => BODIES.has(kind) && kind !== 'team') ||
  [said, is].every((kind) => LETTERS.has(kind));

const LETTERS: ReadonlySet<Kind> = new Set(['deal', 'law', 'policy']);
