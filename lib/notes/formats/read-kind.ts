import { KINDS, type Kind } from '../../facts';

export function readKind(word: unknown): Kind | null {
  return KINDS.find((kind) => kind === word) ?? null;
}
