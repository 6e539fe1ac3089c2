import type { EntityKey } from '../../facts';
import {
  type Candidate,
  type CaseRule,
  type EntityHead,
  type FormUse,
  type Life,
  type Office,
  type OtherLanguage,
  openIdentities,
  type Pack,
} from '../../pack';
import type { Day } from '../../time';
import { NOTHING_SHARED, type Shared } from './context';
import type { Head } from './known-of-head';
import { openStemPool, type StemRange } from './stem-pool';

/** An entity on the shelf: a number, which keeps sets and maps cheap. Valid for one shelf only. */
export type Ref = number;

/** A candidate, independent of the pack it comes from. */
export interface Option {
  // The fields read most come first, so that they share a cache line.
  readonly ref: Ref;
  readonly use: FormUse;
  readonly caseRule: CaseRule;
  readonly language: OtherLanguage | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly company: readonly Ref[];
  readonly prior: number;
  /** How the words led to it: a form of a pack, another spelling, or a name that the story itself introduced. */
  readonly via: 'form' | 'spelling' | 'story';
}

/** The possible meanings of a form. Nouns are apart: one may mean hundreds of things and rarely means any. */
interface Meanings {
  readonly options: readonly Option[];
  readonly nouns: readonly Option[];
}

export interface ShelfHit extends Meanings {
  readonly start: number;
  readonly end: number;
}

/** Several packs read as one. Invariant: the first pack that knows an entity, under any of its keys, owns it. */
export interface Shelf {
  detect(text: string, abbreviations: ReadonlySet<string>): ShelfHit[];
  similar(name: string): readonly Option[];
  /** By its current key or an older one; null if that key was split. */
  find(key: EntityKey): Ref | null;
  entity(ref: Ref): Head;
  offices(ref: Ref): readonly Office[];
  neighbours(ref: Ref): readonly Ref[];
  /** Their range in `allStems`; read that after this call. */
  stems(ref: Ref): StemRange;
  allStems(): Uint32Array;
  life(ref: Ref): Life;
  /** What linking has worked out about it and stored with it. */
  notes(ref: Ref): Notes;
}

/** All fields are null until asked for. */
export interface Notes extends Shared {
  homes: readonly Ref[] | null;
  countries: readonly Ref[] | null;
  /** From this day on no news is about what the person does; empty if there is no such day. */
  deadFrom: Day | '' | null;
  /** How many entities it is related to, in the latest scene that asked. */
  related: number;
  scene: number;
}

/** Decoded rows are kept for the next story up to this many entities, then dropped: a visit rarely needs a tenth. */
const MOST_KEPT = 20_000;

let kept: { readonly packs: readonly Pack[]; readonly shelf: Shelf; readonly size: () => number } | null = null;

/** The shelf of these packs. The latest is kept, since one page after another uses the same packs. */
export function openShelf(packs: readonly Pack[]): Shelf {
  const same =
    kept !== null && kept.packs.length === packs.length && kept.packs.every((pack, at) => pack === packs[at]);
  if (kept === null || !same || kept.size() > MOST_KEPT) kept = { packs: [...packs], ...makeShelf(packs) };
  return kept.shelf;
}

/** Everything known about an entity in one object: several objects cost more memory reads than the work itself. */
interface Row extends Head, Notes {
  neighbours: readonly Ref[] | null;
  /** Where its stems begin; -1 before they are decoded. */
  from: number;
  to: number;
  offices: readonly Office[] | null;
  life: Life | null;
}

/** More rows than any pack can hold (at most 5 million surface forms). */
const ROWS_PER_PACK = 2 ** 26;

function makeShelf(packs: readonly Pack[]): { shelf: Shelf; size: () => number } {
  /** By pack and row: read constantly, and an array is fastest. */
  const entities = packs.map(({ info }) => new Array<Row | undefined>(info.entityCount));
  let entityCount = 0;
  const meanings = packs.map(() => new Map<number, Meanings>());
  /** By the options of one pack and of another. */
  const joined = new Map<readonly Option[], Map<readonly Option[], Meanings>>();

  const packOf = (ref: Ref): Pack => packs[Math.floor(ref / ROWS_PER_PACK)] as Pack;
  const rowOf = (ref: Ref): number => ref % ROWS_PER_PACK;

  const pool = openStemPool();
  const identities = openIdentities(packs);
  const owners = new Map<Ref, Ref>();
  /** For names no pack knows: batches of a story repeat them, and so does the next story. */
  const spellings = new Map<string, readonly Option[]>();

  const refOf = (key: EntityKey): Ref | null => {
    const [first] = identities.rows(key);
    return first ? first.pack * ROWS_PER_PACK + first.row : null;
  };
  /** The owner's number for a row in any pack. */
  const owned = (pack: number, row: number): Ref => {
    const ref = pack * ROWS_PER_PACK + row;
    if (packs.length === 1) return ref;
    return remember(owners, ref, () => find((packs[pack] as Pack).entity(row).key) ?? ref);
  };

  const find = (key: EntityKey): Ref | null => {
    const current = identities.current(key);
    return current === null ? null : refOf(current);
  };

  /** Under its current key, which another pack may know. */
  const headOf = (ref: Ref): EntityHead => {
    const head = packOf(ref).entity(rowOf(ref));
    return packs.length === 1 ? head : { ...head, key: identities.current(head.key) ?? head.key };
  };

  const option = (pack: number, candidate: Candidate, via: Option['via']): Option => ({
    ref: owned(pack, candidate.entity),
    use: candidate.use,
    caseRule: candidate.caseRule,
    language: candidate.language,
    from: candidate.from,
    to: candidate.to,
    company: candidate.company.map((row) => owned(pack, row)),
    prior: candidate.prior,
    via,
  });

  const meaningsOf = (pack: number, form: number): Meanings => {
    const known = meanings[pack]?.get(form);
    if (known) return known;
    const all = (packs[pack] as Pack).candidates(form).map((candidate) => option(pack, candidate, 'form'));
    const made = { options: all.filter(({ use }) => use !== 'noun'), nouns: all.filter(({ use }) => use === 'noun') };
    meanings[pack]?.set(form, made);
    return made;
  };

  /** Returns the same list for the same pair, since much is cached by list. */
  const join = (one: Meanings, other: Meanings): Meanings => {
    const others = remember(joined, one.options, () => new Map<readonly Option[], Meanings>());
    return remember(others, other.options, () => ({
      options: [...one.options, ...other.options],
      nouns: [...one.nouns, ...other.nouns],
    }));
  };

  const rowAt = (ref: Ref): Row => {
    const pack = entities[ref < ROWS_PER_PACK ? 0 : Math.floor(ref / ROWS_PER_PACK)] ?? [];
    const known = pack[ref % ROWS_PER_PACK];
    if (known !== undefined) return known;
    const made = rowOfHead(headOf(ref));
    pack[ref % ROWS_PER_PACK] = made;
    entityCount += 1;
    return made;
  };

  const neighboursOf = (ref: Ref): readonly Ref[] => {
    const pack = Math.floor(ref / ROWS_PER_PACK);
    return Array.from(packOf(ref).neighbours(rowOf(ref)), (row) => owned(pack, row));
  };

  const shelf: Shelf = {
    find,
    detect(text, abbreviations) {
      const found = packs.map((pack, at) =>
        pack.detect(text, abbreviations).map(({ start, end, form }) => hitOf(start, end, meaningsOf(at, form))),
      );
      return found.length === 1 ? (found[0] as ShelfHit[]) : found.reduce((all, hits) => merge(all, hits, join), []);
    },
    similar: (name) =>
      remember(spellings, name, () =>
        packs.flatMap((pack, at) => pack.similar(name).map((candidate) => option(at, candidate, 'spelling'))),
      ),
    entity: rowAt,
    notes: rowAt,
    offices(ref) {
      const row = rowAt(ref);
      row.offices ??= packOf(ref).offices(rowOf(ref));
      return row.offices;
    },
    stems(ref) {
      const row = rowAt(ref);
      if (row.from < 0) {
        const stems = packOf(ref).contextStems(rowOf(ref));
        row.from = pool.put(stems);
        row.to = row.from + stems.length;
      }
      return row;
    },
    allStems: () => pool.list,
    neighbours(ref) {
      const row = rowAt(ref);
      row.neighbours ??= neighboursOf(ref);
      return row.neighbours;
    },
    life(ref) {
      const row = rowAt(ref);
      row.life ??= packOf(ref).life(rowOf(ref));
      return row.life;
    },
  };
  const size = (): number =>
    entityCount + owners.size + spellings.size + meanings.reduce((sum, forms) => sum + forms.size, 0);
  return { shelf, size };
}

/** Written field by field, so that all rows have one shape. */
const rowOfHead = ({ key, name, gloss, kind, prominence }: EntityHead): Row => ({
  // The fields read most come first, so that they share a cache line.
  kind,
  ...NOTHING_SHARED,
  asked: 0,
  so: 0,
  name,
  gloss,
  key,
  prominence,
  told: [],
  from: -1,
  to: -1,
  neighbours: null,
  homes: null,
  countries: null,
  deadFrom: null,
  related: 0,
  scene: 0,
  life: null,
  offices: null,
});

function remember<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

const hitOf = (start: number, end: number, { options, nouns }: Meanings): ShelfHit => ({ start, end, options, nouns });

/** Merges two lists in reading order, longer before shorter; entries for the same words are joined. */
function merge(
  some: readonly ShelfHit[],
  others: readonly ShelfHit[],
  join: (one: Meanings, other: Meanings) => Meanings,
): ShelfHit[] {
  const merged: ShelfHit[] = [];
  let next = 0;
  for (const one of some) {
    for (let other = others[next]; other !== undefined && comesBefore(other, one); other = others[next]) {
      merged.push(other);
      next += 1;
    }
    const other = others[next];
    if (other?.start === one.start && other.end === one.end) {
      merged.push(hitOf(one.start, one.end, join(one, other)));
      next += 1;
    } else merged.push(one);
  }
  for (; next < others.length; next++) merged.push(others[next] as ShelfHit);
  return merged;
}

const comesBefore = (one: ShelfHit, other: ShelfHit): boolean =>
  one.start < other.start || (one.start === other.start && one.end > other.end);
