/**
 * Stories with labels: `[[surface|key]]` asked, `|a,b` either, `|?key` allowed, `|-` a trap, `|*` somebody or something that
 * the tables do not hold; no label: no card. `|key!` is to be explained. A block may say its role first: `caption: …`.
 */
import type { Block, BlockRole, Story } from '../../../lib/linking';
import type { Pack } from '../../../lib/pack';

export interface GoldLabel {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly keys: readonly string[];
  /** Would a well-read adult want the first of the keys explained, here or elsewhere in the story? */
  readonly explain: boolean;
  readonly type: 'asked' | 'allowed' | 'trap' | 'other';
}

export interface GoldStory {
  readonly story: Story;
  readonly labels: readonly GoldLabel[];
}

const LABEL = /\[\[([^|\]]*)\|([^\]]*)\]\]/g;
const ROLE = /^(standfirst|caption|heading|comment|aside): /;

export function readGold(text: string): GoldStory {
  const [head = '', ...lines] = text.replaceAll('\r', '').split('\n\n').join('\n').split('\n');
  const header = new Map<string, string>();
  const rest = [head, ...lines].filter((line) => {
    const match = /^(day|title|language): (.*)$/.exec(line);
    if (match) header.set(match[1] ?? '', match[2] ?? '');
    return !match && line.trim() !== '';
  });
  const labels: GoldLabel[] = [];
  const blocks = rest.map((said, id): Block => {
    const given = ROLE.exec(said);
    const line = given ? said.slice(given[0].length) : said;
    const role: BlockRole = given ? (given[1] as BlockRole) : id === 0 ? 'title' : 'body';
    let plain = '';
    let from = 0;
    for (const match of line.matchAll(LABEL)) {
      plain += line.slice(from, match.index);
      const surface = match[1] ?? '';
      const target = (match[2] ?? '').replace(/!$/, '');
      const explain = target !== match[2];
      const type = target === '-' ? 'trap' : target === '*' ? 'other' : target.startsWith('?') ? 'allowed' : 'asked';
      const keys = type === 'trap' || type === 'other' ? [] : target.replace(/^\?/, '').split(',');
      const start = plain.length;
      plain += surface;
      labels.push({ block: id, start, end: plain.length, surface, keys, type, explain });
      from = match.index + match[0].length;
    }
    return { id, text: plain + line.slice(from), role };
  });
  const said = header.get('day') ?? '-';
  const day = said === '-' ? null : said;
  const language = header.get('language') ?? null;
  return { story: { day, title: header.get('title') ?? '', language, blocks, memory: null }, labels };
}

/** Labels name entities by their handles, as the tables do; a pack knows most of them by their Wikidata ids. */
export function keyIn(pack: Pack, handle: string): string {
  const [row] = pack.heirs(handle);
  return row === undefined ? handle : pack.entity(row).key;
}

/** What a pack does not hold is for it a name of somebody or something else. */
export const labelsIn = (pack: Pack, labels: readonly GoldLabel[]): GoldLabel[] =>
  labels.map((label) => {
    const keys = label.keys.map((handle) => keyIn(pack, handle)).filter((key) => pack.row(key) >= 0);
    const isUnheld = label.keys.length > 0 && keys.length === 0;
    return { ...label, keys, type: isUnheld ? 'other' : label.type };
  });
