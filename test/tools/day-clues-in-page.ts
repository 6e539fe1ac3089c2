/** Run by `evaluate-dates.ts` in a browser: the reader script's own code on a page that is only parsed. */
import type { Clues } from '../../lib/dating';
import { dayClues } from '../../lib/page/recognise/day-clues';

declare global {
  interface Window {
    cluesOf: (html: string, address: string) => { readonly clues: Clues; readonly ms: number };
  }
}

window.cluesOf = (html, address) => {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const began = performance.now();
  const clues = dayClues(doc, address);
  return { clues, ms: performance.now() - began };
};
