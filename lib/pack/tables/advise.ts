/** Legal but suspicious rows in the knowledge tables, reported to their authors. */
import { createWordScan, foldText } from '../../text';
import { caseRuleOf } from '../case-rule';
import { withoutArticle } from '../derive-forms';
import { namesakesMeant } from './namesakes-meant';
import type { TableProblem } from './read-table';
import type { ReadTables } from './read-tables';

const LONGEST_GLOSS = 90;
const LONGEST_BACKGROUND = 900;

export function advise({ source, placeOf }: ReadTables): TableProblem[] {
  const found: TableProblem[] = [];
  const say = (row: object, column: string, message: string): void => {
    found.push({ ...(placeOf(row) ?? { file: '?', line: 0 }), column, message, severity: 'advice' });
  };
  /** By the tables' handle. */
  const handles = new Map(
    source.entities.map(({ key, formerly, wikidata }) => [key, (wikidata && formerly[0]) ?? key]),
  );
  const lower = new Set<string>();
  const seen = new Set<string>();
  for (const row of source.forms) {
    const folded = foldText(withoutArticle(row.form));
    const id = JSON.stringify([folded, row.entity, row.use, [...row.company].sort(), row.from, row.to, row.language]);
    if (seen.has(id) && caseRuleOf(row.form) !== 'exact')
      say(row, 'form', `"${row.form}" is there already for ${handles.get(row.entity)}`);
    seen.add(id);
    if (withoutArticle(row.form) !== row.form) say(row, 'form', `"${row.form}" is stored without its article`);
    if (isBroken(row.form))
      say(row, 'form', `"${row.form}" holds punctuation that ends a name: never found as written`);
    if (caseRuleOf(row.form) === 'any') lower.add(row.entity);
  }
  const names = new Map<string, string>();
  const articles = new Map<string, string>();
  for (const entity of source.entities) {
    const { gloss, name, key, wikipedia } = entity;
    if (gloss === '') say(entity, 'gloss', 'is empty');
    if (gloss.length > LONGEST_GLOSS)
      say(entity, 'gloss', `has ${gloss.length} characters, more than ${LONGEST_GLOSS}`);
    if (gloss.endsWith('.') && !/\b\p{Lu}\.$/u.test(gloss)) say(entity, 'gloss', 'ends with a stop');
    const id = `${entity.kind} ${foldText(name)}`;
    if (names.has(id)) say(entity, 'name', `"${name}" is the name of ${names.get(id)} too`);
    names.set(id, handles.get(key) ?? key);
    const other = wikipedia === null ? undefined : articles.get(wikipedia.toLowerCase());
    if (other !== undefined)
      say(entity, 'wikipedia', `"${wikipedia}" is the article of ${other} too: its Wikidata id belongs to one of them`);
    else if (wikipedia !== null) articles.set(wikipedia.toLowerCase(), handles.get(key) ?? key);
    if (isBroken(name)) say(entity, 'name', `"${name}" is never found as written: list a form`);
    if (entity.kind === 'concept' && !lower.has(key) && /^\p{Lu}\p{Ll}+(?: \p{Ll}+)*$/u.test(name)) {
      say(entity, 'name', `"${name}" is not found in lower case: list it so, if it is written so`);
    }
  }
  for (const { fact, namesake } of namesakesMeant(source))
    say(fact, 'value', `"${handles.get(namesake)}" has the same name and is of the same country: is it meant?`);
  for (const fact of source.facts) if (fact.words?.endsWith('.')) say(fact, 'words', 'ends with a stop');
  for (const background of source.backgrounds) {
    const { length } = background.text;
    if (length > LONGEST_BACKGROUND)
      say(background, 'text', `has ${length} characters, more than ${LONGEST_BACKGROUND}`);
  }
  return found;
}

/** Does sentence punctuation stand between two words of the form? */
function isBroken(form: string): boolean {
  const scan = createWordScan();
  for (let from = 0; scan.next(form, from); from = scan.resume) if (scan.join === 'break') return true;
  return false;
}
