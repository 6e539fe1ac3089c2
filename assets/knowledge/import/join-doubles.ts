/**
 * One firm under two keys: a list of shares has no ids, and another file holds the same firm as a site, a bank of nations or under its
 * long name. The row without an id joins the only body of that name, where no country speaks against it.
 */
import { foldText } from '../../../lib/text';
import type { Draft } from './draft';
import type { MovedKey } from './former-keys';
import { withoutLegalForm } from './legal-form';

const BODIES = new Set<Draft['kind']>(['company', 'media', 'group']);

export interface Joined {
  readonly drafts: readonly Draft[];
  readonly merged: readonly MovedKey[];
}

const keyOf = (name: string): string =>
  foldText(withoutLegalForm(name.replace(/ \(.*\)$/, '').replace(/ Corporation$/, '')))
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/s\b/g, '')
    .trim();

const bareOf = (name: string): string => foldText(name.replace(/ \(.*\)$/, ''));

/** Drafts have their keys. */
export function joinDoubles(drafts: readonly Draft[]): Joined {
  const bodies = new Map<string, Draft[]>();
  const put = (key: string, draft: Draft): void => {
    const there = bodies.get(key) ?? [];
    if (!there.includes(draft)) bodies.set(key, [...there, draft]);
  };
  for (const draft of drafts) if (BODIES.has(draft.kind)) put(keyOf(draft.name), draft);
  const merged = new Map<Draft, Draft>();
  for (const draft of drafts) {
    if (draft.kind !== 'company' || draft.qid !== null) continue;
    const others = (bodies.get(keyOf(draft.name)) ?? []).filter((one) => one !== draft && !merged.has(one));
    const exact = others.filter(({ name }) => bareOf(name) === bareOf(draft.name));
    const [only, ...more] = exact.length > 0 ? exact : others;
    if (!only || more.length > 0 || !isSame(draft, only)) continue;
    merged.set(draft, only);
  }
  const added = new Map<Draft, Draft>();
  for (const [draft, into] of merged) added.set(into, joined(added.get(into) ?? into, draft));
  return {
    drafts: drafts.flatMap((draft) => (merged.has(draft) ? [] : [added.get(draft) ?? draft])),
    merged: [...merged].map(([{ key: former }, { key }]) => ({ former, key })),
  };
}

/** "Intercept", "Red Bull": a paper of a town or a party is no firm of a list of shares. */
const isSame = (firm: Draft, other: Draft): boolean => {
  if (other.kind === 'media' && !/^(?:website|web)/i.test(other.what ?? '')) return false;
  if (other.kind === 'group' && !/international organisation|bank/i.test(other.what ?? '')) return false;
  return firm.country === null || other.country === null || firm.country.key === other.country.key;
};

const joined = (into: Draft, from: Draft): Draft => {
  const names = new Set([into.name, ...into.aliases].map(foldText));
  const told = new Set(into.facts.map(({ property }) => property));
  return {
    ...into,
    aliases: [...into.aliases, ...[from.name, ...from.aliases].filter((one) => !names.has(foldText(one)))],
    country: into.country ?? (into.kind === 'group' ? null : from.country),
    remark: into.remark ?? from.remark,
    facts: [...into.facts, ...from.facts.filter(({ property }) => !told.has(property))],
    fame: Math.max(into.fame, from.fame),
    wanted: into.wanted || from.wanted,
    sources: [...new Set([...into.sources, ...from.sources])],
  };
};
