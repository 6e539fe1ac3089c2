import * as Y from 'yjs';
import type { OpenDocument } from './open-document';

/** What was ever removed from the text, in the order of the text; neighbours are one passage. */
export function readRemovedPassages({ text }: OpenDocument): string[] {
  const passages: string[] = [];
  let passage = '';
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) {
      if (item.content instanceof Y.ContentString) passage += item.content.str;
    } else if (passage !== '') {
      passages.push(passage);
      passage = '';
    }
  }
  return passage === '' ? passages : [...passages, passage];
}
