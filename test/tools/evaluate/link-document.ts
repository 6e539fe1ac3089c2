import { english } from '../../../lib/language';
import { linkStory, type Mention } from '../../../lib/linking';
import { inCredit } from '../../../lib/linking/read/in-credit';
import type { Pack } from '../../../lib/pack';
import type { BenchmarkDocument } from './benchmark-documents';

/**
 * The mentions of a public document, with offsets into the whole of it. Demonyms, which get no mark, and nouns that only
 * point back are no predictions: the sets label none. An agency in a credit is one, though it gets no mark either.
 */
export function linkDocument(pack: Pack, { text, day }: BenchmarkDocument): Mention[] {
  let offset = 0;
  const blocks = text.split('\n').map((line, id) => {
    const block = { id, text: line, role: id === 0 ? ('standfirst' as const) : ('body' as const), offset };
    offset += line.length + 1;
    return block;
  });
  const story = { day, title: '', blocks, memory: null };
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'every' });
  return mentions.flatMap((mention) => {
    const { text: line = '', offset: shift = 0 } = blocks[mention.block] ?? {};
    const { start, end, marked } = mention;
    if (!(marked || inCredit(line, start, end, english)) || pointsBack(mention, line)) return [];
    return [{ ...mention, start: start + shift, end: end + shift }];
  });
}

const pointsBack = ({ evidence, start }: Mention, text: string): boolean =>
  evidence.type === 'full-name' && /\p{Ll}/u.test(text[start] ?? '');
