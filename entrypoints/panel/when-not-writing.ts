/** Runs at once, or when the reader has left the field of a note: only the last of several requests. */
let waiting: (() => void) | null = null;

export function whenNotWriting(doc: Document, run: () => void): void {
  const was = waiting;
  waiting = null;
  if (!isWriting(doc)) {
    run();
    return;
  }
  waiting = run;
  if (was) return;
  const look = () => {
    // By then it is known where the focus went.
    setTimeout(() => {
      if (isWriting(doc)) return;
      doc.removeEventListener('focusout', look);
      const due = waiting;
      waiting = null;
      due?.();
    });
  };
  doc.addEventListener('focusout', look);
}

const isWriting = (doc: Document): boolean => doc.hasFocus() && doc.activeElement?.closest('.note') != null;
