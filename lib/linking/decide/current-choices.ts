/** The reader's decisions, taken over to the keys of today: one on a key that was split holds for all of its heirs. */
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
