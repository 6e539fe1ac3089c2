import * as Y from 'yjs';
import type { OpenDocument } from './open-document';

/** Everything ever removed from the text, in text order; neighbours form one passage. */
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
