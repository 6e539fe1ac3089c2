/**
 * Tickets with which a note frame learns what it is to edit. The frame's address says nothing, and whoever frames it
 * without a ticket gets an empty page. Each is good once, for a minute, in the tab in which it was drawn.
 */
import type { NoteSubject, Passage } from '../../lib/notes';

/** The part of `browser.storage.session` that is used: memory, which outlives the worker and never reaches the disk. */
export interface TicketArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface NoteTask {
  readonly subject: NoteSubject;
  readonly passage: Passage | null;
}

interface Ticket extends NoteTask {
  readonly tabId: number;
  readonly drawnAt: number;
}

export interface NoteTickets {
  draw(task: NoteTask, tabId: number): Promise<string>;
  /** Null for a ticket that is used, too old or of another tab. */
  redeem(ticket: string, tabId: number | null): Promise<NoteTask | null>;
}

const KEY = 'note-tickets';
/** ms; a frame redeems its ticket as soon as it has loaded. */
const GOOD_FOR_MS = 60_000;

export function createNoteTickets(area: TicketArea, now: () => number, random: () => string): NoteTickets {
  /** One after the other: of two that redeem the same ticket at once only one may have it. */
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = last.then(work, work);
    last = run.catch(() => undefined);
    return run;
  }

  /** Only this worker writes them, so what lies there is what was put there. */
  async function good(): Promise<Record<string, Ticket>> {
    const all = ((await area.get(KEY))[KEY] ?? {}) as Record<string, Ticket>;
    return Object.fromEntries(Object.entries(all).filter(([, { drawnAt }]) => now() - drawnAt < GOOD_FOR_MS));
  }

  return {
    draw: (task, tabId) =>
      inTurn(async () => {
        const ticket = random();
        await area.set({ [KEY]: { ...(await good()), [ticket]: { ...task, tabId, drawnAt: now() } } });
        return ticket;
      }),
    redeem: (ticket, tabId) =>
      inTurn(async () => {
        const all = await good();
        const found = Object.hasOwn(all, ticket) ? all[ticket] : undefined;
        if (!found) return null;
        // Shown once, it is gone, whoever showed it.
        const { [ticket]: _, ...rest } = all;
        await area.set({ [KEY]: rest });
        return found.tabId === tabId ? { subject: found.subject, passage: found.passage } : null;
      }),
  };
}
