/** The machine of a visit, carried out in a world of pages that come, change and go, and of scans that fail. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Article } from '../../../lib/page/recognise/article';
import type { StoryIdentity } from '../../../lib/page/recognise/story-identity';
import { dayOf, initialVisit, stepVisit } from '../../../lib/page/visit/machine';
import type { Standing, VisitEffect, VisitEvent } from '../../../lib/page/visit/types';

/** Longer ones would be as many looks for a story. */
const MOST_LOOKS = 6;
const REST = 5_000;

/** What the page is when it is looked at, and what becomes of each batch. */
interface World {
  /** The number of the story that the page tells; null for a page without one. */
  readonly story: number | null;
  readonly answers: boolean;
}

type Deed =
  | { readonly do: 'page'; readonly story: number | null; readonly late: boolean }
  | { readonly do: 'scans'; readonly answer: boolean }
  | { readonly do: 'change' | 'check' | 'edit-head' | 'scan-again' | 'names' | 'lose' }
  | { readonly do: 'day'; readonly day: string | null }
  | { readonly do: 'wait'; readonly ms: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('page' as const), story: fc.option(fc.nat({ max: 2 })), late: fc.boolean() }),
  fc.record({ do: fc.constant('scans' as const), answer: fc.boolean() }),
  fc.record({
    do: fc.constantFrom(...(['change', 'change', 'check', 'edit-head', 'scan-again', 'names', 'lose'] as const)),
  }),
  fc.record({ do: fc.constant('day' as const), day: fc.constantFrom(null, '2019-03-04', '1999-12-31') }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.nat({ max: 2 * REST }) }),
);

const DAYS = ['2019-03-04', '2021-07-08', '2024-05-06'];

/** Carries out what the machine asks for, as `startVisit` does, and checks what it asks. */
class Visited {
  state: Standing = initialVisit;
  world: World = { story: null, answers: true };
  /** The page gets its story only after so many looks. */
  late = 0;
  now = 0;
  /** Are the story's elements gone from the page? */
  lost = false;
  headEdits = 0;
  looks = 0;
  /** The batches since the last whole scan: were all answered? */
  allAnswered = true;
  /** Which scan of which story taught the memory. */
  scans = 0;
  lines = 0;
  /** Mentions whose text went since the last answer. */
  gone: string[] = [];
  soughtAt = Number.NEGATIVE_INFINITY;
  namesDue: number | null = null;
  /** The page's glance when it was last checked, or the story found; and how often it was compared. */
  glanced = '';
  compared = 0;
  labelsForgotten = 0;

  step(event: VisitEvent): void {
    const before = this.state;
    const { state, effects } = stepVisit(before, event);
    this.state = state;
    if (state.at === 'ready' && before.at !== 'ready') expect(this.allAnswered).toBe(true);
    for (const effect of effects) this.carryOut(effect);
  }

  identity(): StoryIdentity {
    const { story } = this.world;
    return {
      claimed: `Story ${story}`,
      printed: '',
      canonical: `https://paper.example/${story}`,
      day: story === null ? null : (DAYS[story] ?? null),
    };
  }

  found(): Article | 'not-an-article' {
    const { story } = this.world;
    if (story === null || this.late > 0) {
      this.late = Math.max(0, this.late - 1);
      return 'not-an-article';
    }
    this.lost = false;
    return { headline: `Story ${story}`, roots: [] } as unknown as Article;
  }

  carryOut(effect: VisitEffect): void {
    if (['read', 'read-dirty', 'scan', 'ask-names', 'compare'].includes(effect.type))
      expect(this.state.article).not.toBeNull();
    switch (effect.type) {
      case 'look':
        if (effect.after === 0) this.looks = 0;
        this.looks += 1;
        expect(this.looks).toBeLessThanOrEqual(MOST_LOOKS);
        this.step({ type: 'looked', found: this.found() });
        return;
      case 'date': {
        const identity = this.identity();
        this.glanced = this.glance();
        this.step({ type: 'dated', day: { page: identity.day, chosen: null }, identity, glance: this.glance() });
        return;
      }
      case 'read':
      case 'read-dirty':
        expect(['scanning', 'ready', 'failed']).toContain(this.state.at);
        this.goes(`line ${this.lines++}`);
        this.scanBatches();
        return;
      case 'scan':
        this.allAnswered = true;
        this.scans += 1;
        expect(this.state.memory).toBeNull();
        this.scanBatches();
        return;
      case 'compare':
        this.compared += 1;
        this.compare(null);
        return;
      case 'find-again':
        this.step({ type: 'found-again', found: this.found(), other: effect.other });
        return;
      case 'clear':
        this.cleared();
        return;
      case 'ask-names':
        // A page that keeps changing is not searched for names again and again.
        expect(this.now - this.soughtAt).toBeGreaterThanOrEqual(REST);
        this.soughtAt = this.now;
        this.step({ type: 'names', unknown: [] });
        return;
      case 'seek-names':
        this.namesDue = this.now + effect.after;
        return;
      case 'forget-names':
        this.labelsForgotten += 1;
        return;
      case 'changed':
        return;
      default:
        effect satisfies never;
    }
  }

  /** Nothing that was learnt of a story outlives it. */
  cleared(): void {
    const { article, identity, memory, gone, failure, unknown, day } = this.state;
    expect({ article, identity, memory, gone, failure, unknown, day }).toEqual({
      article: null,
      identity: null,
      memory: null,
      gone: [],
      failure: null,
      unknown: [],
      day: { page: null, chosen: null },
    });
    this.allAnswered = true;
    this.scans += 1;
    this.gone = [];
  }

  goes(entity: string): void {
    if (this.state.memory !== null) this.gone.push(entity);
    this.step({ type: 'gone', gone: [{ entity, marked: true, role: 'body' }] });
  }

  scanBatches(): void {
    for (let batch = 0; batch < 2; batch++) {
      // Each batch continues what the last answer of the same scan taught, and tells all that has gone since.
      if (this.state.memory !== null) {
        expect(this.state.memory).toBe(`scan ${this.scans}`);
        expect(this.state.gone.map(({ entity }) => entity)).toEqual(expect.arrayContaining(this.gone));
      }
      if (this.world.answers) {
        this.step({ type: 'answered', memory: `scan ${this.scans}` });
        this.gone = [];
        expect(this.state.gone).toEqual([]);
      } else {
        this.allAnswered = false;
        this.step({ type: 'unanswered', why: 'no receiver' });
      }
    }
    this.step({ type: 'through', now: this.now });
    expect(this.state.at).toBe(this.allAnswered ? 'ready' : 'failed');
  }

  glance = (): string => `${this.world.story} ${this.headEdits}`;

  compare(dirty: 'everything' | null): void {
    if (!this.state.article || !this.state.identity) return;
    const { day } = this.state.identity;
    const same = this.identity().canonical === this.state.identity.canonical;
    this.step({ type: 'compared', now: { ...this.identity(), day: '2020-01-01' }, lost: this.lost, dirty });
    // The same story keeps its day, whatever the page says later.
    if (same && this.state.identity) expect(this.state.identity.day).toBe(day);
  }

  do(deed: Deed): unknown {
    switch (deed.do) {
      case 'page':
        this.world = { ...this.world, story: deed.story };
        this.late = deed.late ? 2 : 0;
        this.lost = true;
        return this.check();
      case 'scans':
        this.world = { ...this.world, answers: deed.answer };
        return;
      case 'lose':
        this.lost = true;
        return;
      case 'change':
        return this.compare('everything');
      case 'check':
        return this.check();
      case 'edit-head':
        this.headEdits += 1;
        return this.check();
      case 'scan-again':
        // What may be known by now was not known before.
        if (!this.state.article) return this.step({ type: 'scan-again' });
        this.soughtAt = Number.NEGATIVE_INFINITY;
        this.step({ type: 'scan-again' });
        return expect(this.namesDue).toBe(this.now);
      case 'day': {
        if (!this.state.article) return;
        const was = dayOf(this.state);
        const will = deed.day ?? this.state.day.page;
        if (was !== will) this.soughtAt = Number.NEGATIVE_INFINITY;
        const { scans, labelsForgotten } = this;
        this.step({ type: 'day-chosen', chosen: deed.day });
        expect(dayOf(this.state)).toBe(will);
        // Another day, other facts: the whole story is scanned again, else nothing is.
        expect(this.scans - scans).toBe(was === will ? 0 : 1);
        expect(this.labelsForgotten - labelsForgotten).toBe(was === will ? 0 : 1);
        return;
      }
      case 'wait':
        this.now += deed.ms;
        return;
      case 'names':
        if (this.namesDue === null) return;
        this.now = Math.max(this.now, this.namesDue);
        this.namesDue = null;
        return this.step({ type: 'names-due', now: this.now, characters: 1_000 });
    }
  }

  check(): void {
    if (!this.state.article) return;
    const { compared } = this;
    // Nothing is compared as long as the page looks the same.
    const changes = this.lost || this.glance() !== this.glanced;
    this.glanced = this.glance();
    this.step({ type: 'checked', glance: this.glance(), lost: this.lost });
    expect(this.compared - compared).toBe(changes ? 1 : 0);
  }
}

it('keeps its promises, whatever becomes of the page and of its scans', () => {
  fc.assert(
    fc.property(fc.option(fc.nat({ max: 2 })), fc.array(deed, { maxLength: 30 }), (story, deeds) => {
      const visited = new Visited();
      visited.world = { story, answers: true };
      visited.carryOut({ type: 'look', after: 0 });
      for (const one of deeds) visited.do(one);
    }),
    { numRuns: 500 },
  );
});

it('does not search an enormous page for unknown names', () => {
  const state: Standing = { ...initialVisit, article: {} as Article };
  const due = (characters: number) => stepVisit(state, { type: 'names-due', now: 0, characters }).effects;
  expect(due(400_000)).toEqual([{ type: 'ask-names' }]);
  expect(due(400_001)).toEqual([]);
});
