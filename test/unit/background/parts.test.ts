/** The files of the background that are read when they are wanted, as a Chromium worker reads them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const FILES = ['/story-reading.js', '/note-documents.js', '/open-world.js', '/locator.js', '/sync-run.js'];

const realm = globalThis as unknown as Record<string, unknown>;

/** A worker that was born a moment ago: nothing of it is loaded yet. */
async function born(read: (file: string) => void) {
  const heard: Record<string, () => void> = {};
  const importScripts = vi.fn((...files: string[]) => files.forEach(read));
  vi.stubGlobal('importScripts', importScripts);
  vi.stubGlobal('addEventListener', (event: string, run: () => void) => {
    heard[event] = run;
  });
  vi.resetModules();
  return { importScripts, heard, ...(await import('../../../entrypoints/background/parts')) };
}

const documents = { documents: {} };
const leave = () => {
  realm.backstoryNoteDocuments = documents;
};

beforeEach(() => {
  delete realm.backstoryNoteDocuments;
});
afterEach(() => {
  vi.unstubAllGlobals();
  delete realm.backstoryNoteDocuments;
});

describe('a part of the background that loads later', () => {
  it('is not loaded before it is wanted, and then once, however many want it', async () => {
    const { importScripts, keepParts, loadNoteDocuments } = await born(leave);
    keepParts();
    expect(importScripts).not.toHaveBeenCalled();
    const both = await Promise.all([loadNoteDocuments(), loadNoteDocuments()]);
    await loadNoteDocuments();
    expect(both).toEqual([documents, documents]);
    expect(importScripts.mock.calls).toEqual([['/note-documents.js']]);
  });

  it('is loaded with all others at installation, or no later worker could load it', async () => {
    const { importScripts, heard, keepParts } = await born(() => {});
    keepParts();
    heard.install?.();
    expect(importScripts.mock.calls).toEqual([FILES]);
  });

  it('is not loaded twice by the worker that was installed: there would be two copies of Yjs', async () => {
    const { importScripts, heard, keepParts, loadNoteDocuments } = await born(leave);
    keepParts();
    heard.install?.();
    expect(await loadNoteDocuments()).toBe(documents);
    expect(importScripts).toHaveBeenCalledTimes(1);
  });

  it('that cannot be loaded fails with a code of its own and its file name, and is loaded at the next call', async () => {
    let broken = true;
    const { loadNoteDocuments } = await born(() => {
      if (broken) throw new Error('the disk');
      leave();
    });
    const failure = { code: 'part-unread', message: expect.stringMatching(/note-documents\.js.*the disk/) };
    await expect(loadNoteDocuments()).rejects.toMatchObject(failure);
    await expect(loadNoteDocuments()).rejects.toMatchObject(failure);
    broken = false;
    expect(await loadNoteDocuments()).toBe(documents);
  });

  it('that loads without registering itself fails as well', async () => {
    const { loadNoteDocuments } = await born(() => {});
    await expect(loadNoteDocuments()).rejects.toMatchObject({ code: 'part-unread' });
  });
});
