/**
 * All surface forms of a pack: rows of the names table, plus what follows from an entity's name and nouns. A row always
 * wins over a derived form of the same entity, whatever its use.
 */
import { isPlacing } from '../facts';
import { languageOf, tableNames } from '../language';
import { groupBy } from '../lists';
import { foldText, words } from '../text';
import { byRow } from './by-row';
import { caseRuleOf } from './case-rule';
import { WORDS_LIMIT } from './layout';
import { holderForms, officeForms, officeInText } from './office-forms';
import type { EntityRow, FormRow, PackSource } from './source';
import type { CaseRule, FormUse } from './types';

export interface SurfaceForm extends FormRow {
  /** The entity's row. */
  readonly row: number;
  readonly use: FormUse;
  readonly caseRule: CaseRule;
  readonly folded: string;
}

/** Articles that newspapers also leave out: "Assad" for "al-Assad". */
const ARTICLE = /^(?:al|el|ul|as|ash|at|az|ad|ar|an)[-‐‑ ]/i;
/** "Un", "Xi", "Ma": too short to mean someone unless a row says so. */
const SHORTEST_SURNAME = 3;

const LOOSENESS: Readonly<Record<CaseRule, number>> = { any: 0, initial: 1, exact: 2 };

/** "the Times" is stored without its article, which a text may omit. */
export const withoutArticle = (form: string): string => form.replace(tableNames.article, '');

/** A person's surname as newspapers use it alone, with and without an article; none for rulers and one-word names. */
export function surnames(name: string): string[] {
  if (tableNames.unnamed.test(name)) return [];
  const parts = words(name.replace(tableNames.generation, ''));
  const folded = parts.map(([start, end]) => foldText(name.slice(start, end)));
  const last = parts.length - 1;
  if (last < 1 || tableNames.suffix.test(folded[last]!) || folded[last]!.length < SHORTEST_SURNAME) return [];
  let first = last;
  // A hyphen joins two surnames: "Ocasio-Cortez".
  while (
    first > 1 &&
    (tableNames.particles.has(folded[first - 1]!) || /[-‐‑]/.test(name.slice(parts[first - 1]![1], parts[first]![0])))
  )
    first--;
  if (first === 1 && /[-‐‑]/.test(name.slice(parts[0]![1], parts[1]![0]))) return [];
  const surname = name.slice(parts[first]![0], parts[last]![1]);
  const bare = surname.replace(ARTICLE, '');
  return bare === surname || foldText(bare).length < SHORTEST_SURNAME ? [surname] : [surname, bare];
}

/**
 * The name as written in text. A concept of several words is lower case in mid-sentence ("uranium enrichment"). A
 * single word is left alone, since in lower case it may be any word: such a form needs a row that asks for it.
 */
function asInText({ kind, name }: EntityRow): string {
  const isPlain = /^\p{Lu}[\p{Ll}-]+(?: [\p{Ll}-]+)+$/u.test(name);
  return kind === 'concept' && isPlain ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The source's entities are in row order. */
export function deriveForms(source: PackSource, rowOf: ReadonlyMap<string, number>): SurfaceForm[] {
  const terms = groupBy(source.facts, ({ property, value }) =>
    property === 'office' && typeof value === 'string' ? value : null,
  );
  const placings = groupBy(source.facts, ({ property, entity }) => (isPlacing(property) ? entity : null));
  const written = source.forms.flatMap((row) =>
    row.use === 'holder' ? holderForms(row, terms.get(row.entity) ?? []) : row,
  );
  const rowsOf = byRow([...written, ...officeForms(source)], ({ entity }) => rowOf.get(entity), rowOf.size);
  const all: SurfaceForm[] = [];
  source.entities.forEach((entity, row) => {
    const name = entity.kind === 'office' ? officeInText(entity, placings.get(entity.key) ?? []) : asInText(entity);
    const forms = formsOf(entity, row, name, rowsOf(row));
    for (const same of forms) for (const form of same) all.push(form);
  });
  return all;
}

/** All forms of one entity; those that fold to the same words stand together. */
function formsOf(entity: EntityRow, row: number, name: string, rows: readonly FormRow[]): Iterable<SurfaceForm[]> {
  const found = new FoundForms(entity.key, row);
  for (const given of rows) {
    if (given.language !== undefined) {
      for (const form of languageOf(given.language).inflections(given.form)) found.add(given, form, foldText(form));
      continue;
    }
    const form = withoutArticle(given.form);
    found.add(given, form, foldText(form));
  }
  const transliterated = rows.some((given) => given.transliterated);
  found.derive(name, entity.inPassing === true ? 'short' : 'name', transliterated);
  if (entity.kind === 'person')
    for (const surname of surnames(entity.name)) found.derive(surname, 'short', transliterated);
  for (const noun of entity.nouns) found.derive(noun, 'noun', false);
  return found.all();
}

/** A class rather than closures: there are a hundred thousand entities. */
class FoundForms {
  /** By folded form: a hostile table may give one entity every form there is. */
  private readonly found = new Map<string, SurfaceForm[]>();

  constructor(
    private readonly entity: string,
    private readonly row: number,
  ) {}

  all(): Iterable<SurfaceForm[]> {
    return this.found.values();
  }

  add(given: Omit<FormRow, 'entity'>, form: string, folded: string): void {
    const { row, entity } = this;
    // A form for an office's holder has been turned into forms of the holders.
    const use = given.use === 'holder' ? 'name' : given.use;
    const { company, from, to, weight, transliterated, printed, language, derived } = given;
    const caseRule = caseRuleOf(form);
    const made = {
      row,
      entity,
      form,
      use,
      company,
      from,
      to,
      weight,
      transliterated,
      printed,
      language,
      caseRule,
      folded,
      derived,
    };
    const forms = this.found.get(folded);
    if (!forms) {
      this.found.set(folded, [made]);
      return;
    }
    const same = forms.findIndex((other) => isSame(other, made));
    if (same < 0) forms.push(made);
    else forms[same] = merge(forms[same]!, made);
  }

  derive(text: string, use: FormUse, transliterated: boolean): void {
    const form = withoutArticle(text);
    const folded = foldText(form);
    if (folded === '' || folded.split(' ').length > WORDS_LIMIT) return;
    const forms = this.found.get(folded);
    // A row in the tables' language.
    if (forms?.some(({ language }) => language === undefined)) {
      // A text may always write the entity as it is written itself ("Covid-19"), whatever a row says ("COVID-19").
      if (use === 'name')
        this.found.set(
          folded,
          forms.map((one) => loosened(one, form)),
        );
      return;
    }
    this.add(
      { form, use, company: NOBODY, from: null, to: null, weight: 1, transliterated, printed: false, derived: true },
      form,
      folded,
    );
  }
}

function loosened(one: SurfaceForm, form: string): SurfaceForm {
  const caseRule = caseRuleOf(form);
  const keeps = one.use !== 'name' || one.language !== undefined || LOOSENESS[one.caseRule] <= LOOSENESS[caseRule];
  return keeps ? one : { ...one, caseRule };
}

const NOBODY: readonly string[] = [];

/** Same entity under the same conditions, for forms that fold to the same words. */
function isSame(one: SurfaceForm, other: SurfaceForm): boolean {
  return (
    one.use === other.use &&
    one.language === other.language &&
    one.from === other.from &&
    one.to === other.to &&
    one.company.length === other.company.length &&
    [...one.company].sort().join() === [...other.company].sort().join()
  );
}

function merge(one: SurfaceForm, other: SurfaceForm): SurfaceForm {
  return {
    ...one,
    form: [one.form, other.form].sort()[0]!,
    caseRule: LOOSENESS[one.caseRule] <= LOOSENESS[other.caseRule] ? one.caseRule : other.caseRule,
    weight: Math.max(one.weight, other.weight),
    transliterated: one.transliterated || other.transliterated,
    printed: one.printed || other.printed,
    derived: one.derived && other.derived,
  };
}
