/** Everything that opens the documents of notes. What a change means is in `document/edits`, how it is stored in `commit`. */
import * as Y from 'yjs';
import type { EntityKey } from '../../facts';
import {
  addQuote,
  addTag,
  type Edit,
  introduce,
  putIn,
  remove,
  removeQuote,
  removeTag,
  takeBack,
  writeText,
} from '../document/edits';
import { applyUpdate, type OpenDocument, openDocument } from '../document/open-document';
import { readRemovedPassages } from '../document/removed-passages';
import { refuseTakenSession } from '../document/session-taken';
import type { EditorNews, NoteSubject, NoteWriting } from '../types';
import { commit, type Work } from './commit';
import { docOf } from './doc-id';
import { mergeWorks } from './merge-works';
import type { StoreParts } from './parts';

/** What an editor lacks if it lacks nothing: an update without content. */
const NOTHING_BYTES = 2;

export function createNoteWriting(parts: StoreParts): NoteWriting {
  const { database } = parts;
  const { docs, notes, versions } = database;

  function edit(entity: EntityKey, endedBy: Work['endedBy'], ...edits: readonly Edit[]) {
    const act: Work['act'] = (open, now) =>
      open.doc.transact(() => {
        for (const one of edits) one(open, now);
      });
    return commit(parts, [{ doc: docOf(entity), endedBy, act }]);
  }

  /** For a note that may not exist yet. */
  const add = (subject: NoteSubject, one: Edit) => edit(subject.entity, 'edit', one, introduceAfter(subject));

  async function stored(entity: EntityKey): Promise<OpenDocument | null> {
    const row = await docs.get(docOf(entity));
    return row ? openDocument(parts.session(), row.state) : null;
  }

  async function exchange({ subject, update, vector }: EditorNews) {
    const doc = docOf(subject.entity);
    if (update === null) {
      const open = await stored(subject.entity);
      return { update: open && lacking(open, vector), savedAt: null };
    }
    let answer: Uint8Array | null = null;
    const act = (open: OpenDocument) => {
      applyUpdate(open, update, doc);
      refuseTakenSession(open, update);
      answer = lacking(open, vector);
    };
    const changed = await commit(parts, [{ doc, act, endedBy: 'edit' }]);
    return { update: answer, savedAt: changed.length > 0 ? parts.now() : null };
  }

  return {
    putIn: async (entity, place) => {
      if (await notes.get(entity)) await edit(entity, 'edit', putIn(place));
    },
    exchange,
    addTag: async (subject, tag) => void (await add(subject, addTag(tag))),
    addQuote: async (subject, passage, at) => void (await add(subject, addQuote(passage, at))),
    removeTag: async (entity, tag) => void (await edit(entity, 'edit', removeTag(tag))),
    removeQuote: async (entity, id) => void (await edit(entity, 'edit', removeQuote(id))),
    remove: async (entity) => {
      if (await notes.get(entity)) await edit(entity, 'delete', remove);
    },
    takeBack: async (entity) => void (await edit(entity, 'restore', takeBack)),
    async restoreVersion(entity, version) {
      const row = await versions.get(version);
      if (row?.entity === entity) await edit(entity, 'restore', writeText(row.text), takeBack);
    },
    async removedPassages(entity) {
      const open = await stored(entity);
      return open ? readRemovedPassages(open) : [];
    },
    merge: async (updates) => ({ changed: (await commit(parts, mergeWorks(updates, 'restore'))).length }),
  };
}

/** Only if the edits before it have created the note. */
function introduceAfter(subject: NoteSubject): Edit {
  return (open, now) => {
    if (open.meta.has('changedAt')) introduce(subject)(open, now);
  };
}

function lacking({ doc }: OpenDocument, vector: Uint8Array): Uint8Array | null {
  const update = Y.encodeStateAsUpdate(doc, vector);
  return update.length === NOTHING_BYTES ? null : update;
}
