/** Stories whose unknown names are labelled by hand: test/fixtures/unknown-names/README.md. */
import type { Story, UnknownKind } from '../../../../lib/linking';
import { readGold } from '../gold-story';

export interface UnknownGold {
  readonly story: Story;
  /** By their longest form. */
  readonly names: ReadonlyMap<string, { readonly kind: UnknownKind | null; readonly first: readonly string[] }>;
  /** "block:start-end" → the longest form of the name there. */
  readonly places: ReadonlyMap<string, string>;
  /** Names that the pack may or may not know one day. */
  readonly either: ReadonlySet<string>;
}

const LABEL = /\[\[(\??)([^|\]]+)(?:\|([^\]]+))?\]\]/g;

export function readUnknownGold(file: string): UnknownGold {
  const [text = '', labels = ''] = file.split('\n---\n');
  const said = [...text.matchAll(LABEL)];
  const gold = readGold(text.replace(LABEL, '[[$2|*]]'));
  const places = new Map<string, string>();
  const either = new Set<string>();
  for (const [at, { block, start, end }] of gold.labels.entries()) {
    const [, isEither, surface = '', longest = surface] = said[at] ?? [];
    if (isEither === '?') either.add(surface);
    else places.set(`${block}:${start}-${end}`, longest);
  }
  const names = new Map(
    labels
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', kind = '', first = ''] = line.split(' | ');
        return [name, { kind: kind === 'null' ? null : (kind as UnknownKind), first: first.split(' / ') }] as const;
      }),
  );
  return { story: gold.story, names, places, either };
}
