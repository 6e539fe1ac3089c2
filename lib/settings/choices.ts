import type { EntityKey } from '../facts';
import { grantPattern } from './site-rules';
import type { Settings } from './types';

/** The reader's standing decisions as changes to settings; each can be undone. `form` is already folded. */

export function refuse(form: string, entity: EntityKey): Change {
  return ({ refused }) => {
    const before = Object.hasOwn(refused, form) ? (refused[form] ?? []) : [];
    return before.includes(entity) ? {} : { refused: { ...refused, [form]: [...before, entity] } };
  };
}

export function allowAgain(form: string, entity: EntityKey): Change {
  return ({ refused }) => {
    const { [form]: before = [], ...others } = refused;
    const left = before.filter((key) => key !== entity);
    return { refused: left.length > 0 ? { ...others, [form]: left } : others };
  };
}

/** Adds an entity to a list or removes it. */
function list(name: 'muted' | 'known', entity: EntityKey, on: boolean): Change {
  return (now) => {
    const others = now[name].filter((key) => key !== entity);
    return { [name]: on ? [...others, entity] : others };
  };
}

export const mute = (entity: EntityKey, muted: boolean): Change => list('muted', entity, muted);
/** `entity`: a key, or a whole kind. */
export const know = (entity: string, known: boolean): Change => list('known', entity, known);

export function switchSite(site: string, on: boolean): Change {
  return (now) => {
    const others = now.sitesOff.filter((name) => name !== site);
    return { sitesOff: on ? others : [...others, site] };
  };
}

/** Sites matching these patterns are read from now on, even if one had been switched off. */
export function chooseSites(patterns: readonly string[]): Change {
  return ({ sitesRead, sitesOff }) => ({
    sitesRead: [...new Set([...sitesRead, ...patterns])],
    sitesOff: sitesOff.filter((site) => !patterns.includes(grantPattern(site))),
  });
}

export function dropSites(patterns: readonly string[]): Change {
  return ({ sitesRead }) => ({ sitesRead: sitesRead.filter((pattern) => !patterns.includes(pattern)) });
}

export type Change = (now: Settings) => Partial<Settings>;

/** A decision as plain data, so that it can be stored until it is needed. */
export type Choice =
  | { readonly type: 'refuse'; readonly form: string; readonly entity: EntityKey; readonly refused: boolean }
  | { readonly type: 'mute'; readonly entity: EntityKey; readonly muted: boolean }
  /** `entity`: a key, or a whole kind. */
  | { readonly type: 'know'; readonly entity: string; readonly known: boolean }
  | { readonly type: 'switch-site'; readonly site: string; readonly on: boolean };

/** What a key means today: another one once it got an id, several if it was split. */
export type Heirs = (key: EntityKey) => readonly EntityKey[];

/**
 * The settings change for a decision, where stored keys may be former ones. A decision is stored under the current key;
 * undoing it removes every key that leads there. Nothing else is rewritten: a device that only knows the former key
 * keeps obeying it.
 */
export function changeOf(choice: Choice, heirs: Heirs = (key) => [key]): Change {
  return (now) => {
    const change: Partial<Settings> = {};
    for (const one of plainChoices(choice, now, heirs)) {
      Object.assign(change, plainChange(one)({ ...now, ...change }));
    }
    return change;
  };
}

/** The same decision as one or more that name the keys as stored. */
export function plainChoices(choice: Choice, now: Settings, heirs: Heirs): readonly Choice[] {
  if (choice.type === 'switch-site') return [choice];
  const { entity } = choice;
  const say = (key: EntityKey, on: boolean): Choice => {
    if (choice.type === 'mute') return { type: 'mute', entity: key, muted: on };
    return choice.type === 'know' ? { type: 'know', entity: key, known: on } : { ...choice, entity: key, refused: on };
  };
  if (isOn(choice)) return [choice];
  const kept = listOf(choice, now).filter((key) => heirs(key).includes(entity));
  const others = kept.flatMap(heirs).filter((key) => key !== entity);
  // For a key that was split, only the decision about this successor is undone.
  return [...kept.map((key) => say(key, false)), ...[...new Set(others)].map((key) => say(key, true))];
}

type OfEntity = Exclude<Choice, { type: 'switch-site' }>;

function isOn(choice: OfEntity): boolean {
  if (choice.type === 'mute') return choice.muted;
  return choice.type === 'know' ? choice.known : choice.refused;
}

function listOf(choice: OfEntity, { muted, known, refused }: Settings): readonly EntityKey[] {
  if (choice.type === 'mute') return muted;
  if (choice.type === 'know') return known;
  return Object.hasOwn(refused, choice.form) ? (refused[choice.form] ?? []) : [];
}

function plainChange(choice: Choice): Change {
  switch (choice.type) {
    case 'refuse':
      return choice.refused ? refuse(choice.form, choice.entity) : allowAgain(choice.form, choice.entity);
    case 'mute':
      return mute(choice.entity, choice.muted);
    case 'know':
      return know(choice.entity, choice.known);
    case 'switch-site':
      return switchSite(choice.site, choice.on);
  }
}
