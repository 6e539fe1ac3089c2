/** Names under which somebody wrote, played or hid: of so many of them each is anybody's, "John Hill" of Dean Koontz. */
import { foldText } from '../../../lib/text';
import type { Draft } from './draft';

/** Somebody's name at birth and one on the stage are names; files that have more have every one that was ever used. */
const MANY = 3;

export function isOneOfPenNames(
  { kind, name, aliases }: Pick<Draft, 'kind' | 'name' | 'aliases'>,
  alias: string,
): boolean {
  const own = new Set(foldText(name).split(' '));
  const isOther = (one: string): boolean => {
    const words = foldText(one).split(' ');
    return words.length > 1 && !words.some((word) => own.has(word));
  };
  return kind === 'person' && isOther(alias) && aliases.filter(isOther).length >= MANY;
}
