/**
 * Keys in a list of names: up and down move between rows, Home and End to the ends, a letter to the next name starting
 * with it, left and right between a name and its buttons. The list is one step down from the search field. All of this
 * is optional: every name is a plain button in Tab order.
 */
import { plain } from './arrange';

/** ms between two letters of one name. */
const PAUSE_MS = 800;

/** One per list, since letters add up. */
export function createWalk(): (event: KeyboardEvent, list: HTMLElement | null) => void {
  let typed = '';
  let typedAt = Number.NEGATIVE_INFINITY;

  function byLetter(event: KeyboardEvent, rows: readonly HTMLElement[], at: number): HTMLElement | null {
    typed = event.timeStamp - typedAt > PAUSE_MS ? plain(event.key) : typed + plain(event.key);
    typedAt = event.timeStamp;
    // Repeating a letter goes to the next match; a further letter stays if it still matches.
    const isSame = [...typed].every((letter) => letter === typed[0]);
    const sought = isSame ? (typed[0] ?? '') : typed;
    const from = isSame ? at + 1 : at;
    return rows.map((_, step) => rows[(from + step) % rows.length]!).find((row) => begins(row, sought)) ?? null;
  }

  function goalOf(event: KeyboardEvent, rows: readonly HTMLElement[], at: number, list: HTMLElement) {
    switch (event.key) {
      case 'ArrowDown':
        return rows[Math.min(at + 1, rows.length - 1)];
      case 'ArrowUp':
        return rows[at - 1] ?? fieldOf(list);
      case 'Home':
        return rows[0];
      case 'End':
        return rows.at(-1);
      case 'ArrowLeft':
      case 'ArrowRight':
        return besides(event.key, event.target as HTMLElement, rows[at]!);
      default:
        return isLetter(event.key) ? byLetter(event, rows, at) : null;
    }
  }

  return (event, list) => {
    const { key, target } = event;
    if (!list || !(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof HTMLSelectElement) return;
    const rows = [...list.querySelectorAll<HTMLElement>('.glossary-entry, .glossary-fold > summary')].filter(isOpen);
    const at = rows.findIndex((row) => (row.closest('li') ?? row).contains(target));
    const isField = target instanceof HTMLInputElement;
    if (at < 0 && !(isField && key === 'ArrowDown')) return;
    const goal = goalOf(event, rows, at, list);
    if (!goal) return;
    event.preventDefault();
    goal.focus();
  };
}

/** A space presses the focused button. */
const isLetter = (key: string): boolean => [...key].length === 1 && plain(key).trim() !== '';

/** Any word of its name counts, as "Trump" is looked for under T. */
const begins = (row: HTMLElement, sought: string): boolean =>
  ` ${plain(row.querySelector('.glossary-name')?.textContent ?? row.textContent ?? '')}`.includes(` ${sought}`);

/** Folded rows cannot be reached. */
const isOpen = (row: HTMLElement): boolean =>
  row.parentElement?.closest('details:not([open])') === null || row.localName === 'summary';

const fieldOf = (list: HTMLElement): HTMLElement | null =>
  list.closest('.glossary')?.querySelector<HTMLElement>('input[type="search"]') ?? null;

/** Cycles through a row's name and its buttons. */
function besides(key: string, target: HTMLElement, row: HTMLElement): HTMLElement | null {
  const line = row.closest('li');
  if (!line) return null;
  const all = [...line.querySelectorAll<HTMLElement>('button')];
  const isBack = (key === 'ArrowLeft') === (getComputedStyle(line).direction !== 'rtl');
  return all.at((all.indexOf(target) + (isBack ? -1 : 1)) % all.length) ?? null;
}
