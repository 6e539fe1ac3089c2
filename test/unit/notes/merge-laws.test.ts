/**
 * The law of notes: whatever was typed, wherever, in whatever order the news travels, every replica says the same, and
 * every typed character is in the text or in a removed passage.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeStateAsUpdate } from 'yjs';
import { readContent } from '../../../lib/notes/document/content';
import { createEditorDocument, type EditorDocument } from '../../../lib/notes/document/editor-document';
import { remove } from '../../../lib/notes/document/edits';
import { applyUpdate, openDocument } from '../../../lib/notes/document/open-document';
import { readRemovedPassages } from '../../../lib/notes/document/removed-passages';
import { ana, session } from './device';

type Step =
  | { readonly do: 'insert'; readonly device: number; readonly at: number; readonly length: number }
  | { readonly do: 'cut'; readonly device: number; readonly at: number; readonly length: number }
  | { readonly do: 'tag' | 'untag' | 'delete' | 'take-back' | 'reopen'; readonly device: number; readonly at: number }
  | { readonly do: 'send'; readonly device: number; readonly to: number };

const DEVICES = 3;
const device = fc.nat(DEVICES - 1);
const at = fc.nat(60);
const length = fc.integer({ min: 1, max: 8 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('insert' as const), device, at, length }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), device, at, length }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('tag', 'untag', 'delete', 'take-back', 'reopen'), device, at }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('send' as const), device, to: device }) },
);

/** Characters that occur once each in the whole script, every third one a surrogate pair. */
function typist() {
  let typed = 0;
  const next = () => String.fromCodePoint(++typed % 3 === 0 ? 0x20000 + typed : 0x4e00 + typed);
  const all: string[] = [];
  return {
    all,
    type: (length: number) => {
      const run = Array.from({ length }, next);
      all.push(...run);
      return run.join('');
    },
  };
}

/** A place in the text that is no half of a pair. */
function place(text: string, at: number): number {
  const letters = Array.from(text);
  return letters.slice(0, at % (letters.length + 1)).join('').length;
}

/** Performs a script; hands back every update that was made, in the order of making. */
function perform(steps: readonly Step[]) {
  const { all, type } = typist();
  const clock = { at: 0 };
  const updates: Uint8Array[] = [];
  const open = () => createEditorDocument({ subject: ana, session: session(), now: () => (clock.at += 20_000) });
  const editors: EditorDocument[] = Array.from({ length: DEVICES }, open);
  const known: Uint8Array[][] = editors.map(() => []);

  function flush(device: number): void {
    const { update } = (editors[device] as EditorDocument).take();
    if (!update) return;
    updates.push(update);
    known[device]?.push(update);
  }

  /** As the store does it, beside an open editor. */
  function putIntoBin(device: number): void {
    flush(device);
    const stored = openDocument(session(), null);
    for (const update of known[device] ?? []) applyUpdate(stored, update);
    stored.doc.on('update', (update) => {
      updates.push(update);
      known[device]?.push(update);
      editors[device]?.receive(update);
    });
    clock.at += 20_000;
    remove(stored, clock.at);
  }

  for (const step of steps) {
    const editor = editors[step.device] as EditorDocument;
    const { text, tags } = editor.content();
    if (step.do === 'send') {
      flush(step.device);
      for (const update of known[step.device] ?? []) {
        if (known[step.to]?.includes(update)) continue;
        editors[step.to]?.receive(update);
        known[step.to]?.push(update);
      }
    } else if (step.do === 'insert') {
      const from = place(text, step.at);
      editor.write(text.slice(0, from) + type(step.length) + text.slice(from));
    } else if (step.do === 'cut') {
      const from = place(text, step.at);
      const letters = Array.from(text.slice(from));
      editor.write(text.slice(0, from) + letters.slice(step.length).join(''));
    } else if (step.do === 'tag') editor.addTag(`tag ${step.at % 3}`);
    else if (step.do === 'untag') editor.removeTag(tags[0] ?? '');
    else if (step.do === 'delete') putIntoBin(step.device);
    else if (step.do === 'take-back') editor.takeBack();
    else if (step.do === 'reopen') {
      flush(step.device);
      const anew = open();
      for (const update of known[step.device] ?? []) anew.receive(update);
      editors[step.device] = anew;
    }
  }
  for (let each = 0; each < DEVICES; each++) flush(each);
  return { all, updates };
}

function replica(updates: readonly Uint8Array[]) {
  const open = openDocument(session(), null);
  for (const update of updates) applyUpdate(open, update);
  return { content: readContent(open), removed: readRemovedPassages(open) };
}

const runs = { numRuns: 200 };

describe('merging', () => {
  it('gives the same in any order, with duplicates, and with pieces that were merged before', {
    timeout: 60_000,
  }, () => {
    const orders = fc.array(step, { maxLength: 40 }).chain((steps) => {
      const made = perform(steps);
      const indices = made.updates.map((_, index) => index);
      return fc.tuple(
        fc.constant(made),
        fc.shuffledSubarray(indices, { minLength: indices.length }),
        fc.array(fc.nat(Math.max(0, indices.length - 1)), { maxLength: 10 }),
        fc.nat(indices.length),
      );
    });
    fc.assert(
      fc.property(orders, ([{ updates }, order, doubles, cut]) => {
        const pick = (indices: readonly number[]) => indices.flatMap((index) => updates[index] ?? []);
        const straight = replica(updates);
        expect(replica(pick([...doubles, ...order, ...doubles]))).toEqual(straight);
        const left = stateOf(pick(order.slice(0, cut)));
        const right = stateOf(pick(order.slice(cut)));
        expect(replica([left, right])).toEqual(straight);
        expect(replica([right, left])).toEqual(straight);
      }),
      runs,
    );
  });

  it('loses no typed character: each is once in the text or once in a removed passage', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { all, updates } = perform(steps);
        const { content, removed } = replica(updates);
        expect(Array.from(content.text + removed.join('')).sort()).toEqual([...all].sort());
      }),
      runs,
    );
  });
});

/** A device's whole state, with what it cannot place yet. */
function stateOf(updates: readonly Uint8Array[]): Uint8Array {
  const open = openDocument(session(), null);
  for (const update of updates) applyUpdate(open, update);
  return encodeStateAsUpdate(open.doc);
}
