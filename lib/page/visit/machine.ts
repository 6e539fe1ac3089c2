/**
 * How the visit to a story stands, and what is to be done next: one pure function from a state and an event to a state and
 * effects. `start-visit.ts` carries them out, one after the other.
 *
 *   looking ── a story ──▶ scanning ── all batches answered ──▶ ready ⇄ (changed blocks are mapped and scanned again)
 *      │                       └── one was not, asked twice ──▶ failed ── scanned again, all answered ──▶ ready
 *      ▲  └── none: told at once, looked again and again ──▶ not-an-article | off-limits
 *      └── (any state) the story is gone from the page, or another has replaced it: nothing learnt of it is kept
 *
 * Invariants (proved by `test/unit/page/visit.property.test.ts`): "ready" is said only if every batch since the last whole
 * scan was answered; a change of the same story keeps its day; nothing learnt of a story outlives it; while there is
 * none, nothing is scanned and no names are sought; looks come to an end.
 */
import type { Day } from '../../time';
import { isOtherStory } from '../recognise/story-identity';
import type { Standing, VisitEffect, VisitEvent, VisitState } from './types';

/** ms after which a page without a story (yet) is examined again: single-page sites fill in late. */
const LOOKS_MS = [500, 1_000, 2_000, 4_000, 8_000];
/** ms between two searches for unknown names: a live page changes every few seconds. */
const NAMES_REST_MS = 5_000;
/** On a page with more characters unknown names are not searched for. */
const MOST_NAMED_TEXT = 400_000;

const NO_STORY = {
  looks: 0,
  article: null,
  identity: null,
  day: { page: null, chosen: null },
  memory: null,
  gone: [],
  failure: null,
  unknown: [],
} as const;

export const initialVisit: Standing = {
  ...NO_STORY,
  at: 'looking',
  namesAt: Number.NEGATIVE_INFINITY,
  glance: '',
};

export const dayOf = ({ day }: Standing): Day | null => day.chosen ?? day.page;

export function stepVisit(before: Standing, event: VisitEvent): { state: Standing; effects: readonly VisitEffect[] } {
  let state = before;
  const effects: VisitEffect[] = [];
  const put = (change: Partial<Standing>) => {
    state = { ...state, ...change };
  };
  const emit = (effect: VisitEffect) => effects.push(effect);

  function become(at: VisitState) {
    put({ at });
    emit({ type: 'changed' });
  }
  function scanAgain() {
    // Other names may be known now; the rest between searches is for pages that keep changing.
    put({ memory: null, failure: null, namesAt: Number.NEGATIVE_INFINITY });
    emit({ type: 'scan' });
  }

  handle();
  return { state, effects };

  function handle(): unknown {
    const { article, identity, looks } = state;
    switch (event.type) {
      case 'looked': {
        const { found } = event;
        if (typeof found !== 'string') {
          put({ article: found });
          return emit({ type: 'date' });
        }
        const after = LOOKS_MS[looks];
        put({ looks: looks + 1 });
        // Reported early, so that the popup need not wait for the last look.
        if (state.at !== found) become(found);
        return after && emit({ type: 'look', after });
      }
      case 'dated': {
        const { day, glance } = event;
        put({ day, glance, identity: event.identity });
        become('scanning');
        return emit({ type: 'read' });
      }
      case 'answered':
        return put({ memory: event.memory, gone: [] });
      case 'gone':
        return put({ gone: [...state.gone, ...event.gone] });
      case 'unanswered':
        return put({ failure: event.why });
      case 'through':
        become(state.failure === null ? 'ready' : 'failed');
        return emit({ type: 'seek-names', after: Math.max(0, state.namesAt + NAMES_REST_MS - event.now) });
      case 'names-due':
        if (!article || event.characters > MOST_NAMED_TEXT) return;
        put({ namesAt: event.now });
        return emit({ type: 'ask-names' });
      case 'names':
        put({ unknown: event.unknown });
        return emit({ type: 'changed' });
      case 'scan-again':
        return article && scanAgain();
      case 'day-chosen': {
        const was = dayOf(state);
        put({ day: { ...state.day, chosen: event.chosen } });
        if (dayOf(state) === was) return emit({ type: 'changed' });
        emit({ type: 'forget-names' });
        return scanAgain();
      }
      case 'checked': {
        const { glance, lost } = event;
        const isNew = glance !== state.glance;
        put({ glance });
        return (isNew || lost) && emit({ type: 'compare' });
      }
      case 'compared': {
        const { now, lost, dirty } = event;
        if (!identity) return;
        const other = isOtherStory(identity, now);
        if (!other && (lost || !dirty)) {
          put({ identity: { ...now, day: identity.day, canonical: now.canonical ?? identity.canonical } });
        }
        if (other || lost) return emit({ type: 'find-again', other });
        return dirty && emit({ type: 'read-dirty', dirty });
      }
      case 'found-again': {
        const { found, other } = event;
        if (!other && typeof found !== 'string') {
          put({ article: found });
          return emit({ type: 'read' });
        }
        put(NO_STORY);
        emit({ type: 'clear' });
        return emit({ type: 'look', after: 0 });
      }
      default:
        return event satisfies never;
    }
  }
}
