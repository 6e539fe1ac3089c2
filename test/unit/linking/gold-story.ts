/** Stories with labels: `[[surface|key]]` asked, `|a,b` either, `|?key` allowed, `|-` a trap; no label: no card. */
import type { Block, Story } from '../../../lib/linking';
import type { Pack } from '../../../lib/pack';

export interface GoldLabel {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly keys: readonly string[];
  readonly type: 'asked' | 'allowed' | 'trap';
}

export interface GoldStory {
  readonly story: Story;
  readonly labels: readonly GoldLabel[];
}

const LABEL = /\[\[([^|\]]*)\|([^\]]*)\]\]/g;

export function readGold(text: string): GoldStory {
  const [head = '', ...lines] = text.replaceAll('\r', '').split('\n\n').join('\n').split('\n');
  const header = new Map<string, string>();
  const rest = [head, ...lines].filter((line) => {
    const match = /^(day|title): (.*)$/.exec(line);
    if (match) header.set(match[1] ?? '', match[2] ?? '');
    return !match && line.trim() !== '';
  });
  const labels: GoldLabel[] = [];
  const blocks = rest.map((line, id): Block => {
    let plain = '';
    let from = 0;
    for (const match of line.matchAll(LABEL)) {
      plain += line.slice(from, match.index);
      const surface = match[1] ?? '';
      const target = match[2] ?? '';
      const keys = target.replace(/^\?/, '').split(',');
      const type = target === '-' ? 'trap' : target.startsWith('?') ? 'allowed' : 'asked';
      const start = plain.length;
      plain += surface;
      labels.push({ block: id, start, end: plain.length, surface, keys, type });
      from = match.index + match[0].length;
    }
    return { id, text: plain + line.slice(from), role: id === 0 ? 'title' : 'body' };
  });
  const day = header.get('day') ?? null;
  return { story: { day, title: header.get('title') ?? '', blocks, memory: null }, labels };
}

/** Labels name entities by their handles, as the tables do; a pack knows most of them by their Wikidata ids. */
export function keyIn(pack: Pack, handle: string): string {
  const [row] = pack.heirs(handle);
  return row === undefined ? handle : pack.entity(row).key;
}

export const labelsIn = (pack: Pack, labels: readonly GoldLabel[]): GoldLabel[] =>
  labels.map((label) => ({ ...label, keys: label.keys.map((handle) => keyIn(pack, handle)) }));
