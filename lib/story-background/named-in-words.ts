/** Which entities of the story do a fact's free words name? Matched by printed name: whole words, same case. */
import type { KnownEntity } from './types';

const BREAK = /[^\p{L}\p{N}]+/u;
/** "EU"; a single letter could be anything. */
const SHORTEST = 2;

export type NamedInWords = (words: string) => ReadonlySet<string>;

export function nameFinder(entities: readonly KnownEntity[]): NamedInWords {
  const byFirst = new Map<string, { readonly rest: readonly string[]; readonly entity: string }[]>();
  for (const { entity, dossier } of entities) {
    for (const name of [dossier.entity.name, ...dossier.entity.also]) {
      const [first = '', ...rest] = wordsOf(name);
      if (name.length < SHORTEST || first === '') continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, entity }]);
    }
  }
  return (words) => {
    const found = new Set<string>();
    const parts = wordsOf(words);
    parts.forEach((part, at) => {
      for (const { rest, entity } of byFirst.get(part) ?? [])
        if (rest.every((word, behind) => parts[at + 1 + behind] === word)) found.add(entity);
    });
    return found;
  };
}

const wordsOf = (text: string): string[] => text.split(BREAK).filter((word) => word !== '');
