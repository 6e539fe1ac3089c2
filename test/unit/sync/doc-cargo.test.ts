import { expect, it } from 'vitest';
import type { DocId } from '../../../lib/database';
import { packDoc, unpackDoc } from '../../../lib/sync/note-items/doc-cargo';

it.each(['ana', 'a/b:c#d%65?&', 'two\nlines', '\ud800', '"quoted"', '__proto__', ' ', '日本'])(
  'brings back a document by the name of %j',
  (entity) => {
    const doc: DocId = `note:${entity}`;
    const update = new Uint8Array([10, 0, 255]);
    expect(unpackDoc(packDoc({ doc, update }))).toEqual({ doc, update });
  },
);
