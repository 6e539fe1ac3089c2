import * as Y from 'yjs';
import type { Glimpse } from '../types';
import { readContent } from './content';
import { DamagedUpdateError } from './damaged-update';
import { applyUpdate, openDocument } from './open-document';
import { decodeBounded } from './refuse-too-large';

/**
 * What an update says on its own, shortened: to look at it before merging. One that continues another shows the words
 * it adds. Null: not an update.
 */
export function glimpseOf(update: Uint8Array, characters: number): Glimpse | null {
  try {
    const open = openDocument(0, null);
    applyUpdate(open, update);
    const { name, text, quotes } = readContent(open);
    const words = text || wordsIn(update) || (quotes[0]?.text ?? '');
    return { name: name.slice(0, characters), text: words.slice(0, characters) };
  } catch (error) {
    if (error instanceof DamagedUpdateError) return null;
    throw error;
  }
}

function wordsIn(update: Uint8Array): string {
  return decodeBounded(update, null)
    .structs.flatMap((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : [],
    )
    .join(' ');
}
