/**
 * `npm run knowledge:draw -- FACTS --seed WORD [--many 300] [--written]`: draws cards of imported entities (or of hand-written
 * ones) and prints each beside all rows of the files that may be about it, for somebody to read. What a script can see is marked: `!` a
 * year that stands in no row with its id, article or name.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { EntityRow, FactRow } from '../../lib/pack';
import { rowsAbout } from './knowledge-check/rows-about';
import { readKnowledge } from './read-knowledge';

const { values: options, positionals } = parseArgs({
  options: { seed: { type: 'string' }, many: { type: 'string', default: '300' }, written: { type: 'boolean' } },
  allowPositionals: true,
});
const [folder] = positionals;
const { seed } = options;
if (folder === undefined || seed === undefined) {
  console.error('Usage: npm run knowledge:draw -- FACTS --seed WORD [--many 300] [--written]');
  process.exit(2);
}

const { entities, forms, facts } = readKnowledge();
const written = new Set(readKnowledge('written').entities.map(({ key }) => key));
const place = ({ key }: EntityRow): string => createHash('sha256').update(`${seed} ${key}`).digest('hex');
const drawn = entities
  .filter(({ key }) => written.has(key) === (options.written ?? false))
  .map((entity) => ({ entity, at: place(entity) }))
  .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  .slice(0, Number(options.many))
  .map(({ entity }) => entity);

const names = new Map(entities.map(({ key, name }) => [key, name]));
const nameOf = (value: FactRow['value']): string =>
  typeof value === 'string' ? (names.get(value) ?? value) : value === null ? '' : JSON.stringify(value);
const LONGEST = 600;
const rows = rowsAbout(folder, drawn);
for (const [at, entity] of drawn.entries()) {
  const about = rows.get(entity.key) ?? [];
  const isTold = (date: string | null): boolean =>
    date === null || about.some(({ text }) => text.includes(date.replace('~', '').slice(0, 4).replace(/^0+/, '')));
  console.log(`\n${at + 1}. ${entity.name} [${entity.kind}] (${entity.qualifier}) – ${entity.gloss}`);
  console.log(
    `   ${entity.key} · ${entity.wikipedia ?? ''} · ${entity.prominence} · ${entity.source.name} ${entity.source.asOf}`,
  );
  const also = forms.filter((form) => form.entity === entity.key);
  if (also.length > 0)
    console.log(
      `   also ${also.map(({ form, use, company }) => `${form} <${use}${company.length > 0 ? `: ${company.map(nameOf).join(', ')}` : ''}>`).join('; ')}`,
    );
  for (const { entity: subject, property, value, words, start, end, source } of facts) {
    if (subject !== entity.key && value !== entity.key) continue;
    const side = subject === entity.key ? '' : `of ${nameOf(subject)}: `;
    const doubt = options.written || (isTold(start) && isTold(end)) ? ' ' : '!';
    console.log(
      `  ${doubt}- ${side}${property} ${nameOf(value)} ${words ?? ''} ${start ?? ''}–${end ?? ''} (${source.name.slice(0, 40)} ${source.asOf})`,
    );
  }
  for (const { file, line, sure, text } of about)
    console.log(`   ${sure ? '=' : '~'} ${file.replace(/\..*/, '')}:${line} ${text.slice(0, LONGEST)}`);
}
