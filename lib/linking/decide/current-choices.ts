/**
 * The reader's decisions, carried over to today's keys: a decision about a key that was split holds for all its
 * successors.
 */
import type { EntityKey } from '../../facts';
import { openIdentities, type Pack } from '../../pack';
import type { LinkingChoices } from '../types';

export function currentChoices(packs: readonly Pack[], choices: LinkingChoices): LinkingChoices {
  const { heirs } = openIdentities(packs);
  const today = (keys: readonly EntityKey[]): EntityKey[] => [...new Set(keys.flatMap(heirs))];
  const refused = Object.entries(choices.refused).map(([form, keys]) => [form, today(keys)] as const);
  const [muted, known] = [today(choices.muted), today(choices.known ?? [])];
  return { density: choices.density, muted, known, refused: Object.fromEntries(refused) };
}
