/**
 * `npm run pack`: builds the bundled pack and says what is in it and what is wrong with the tables. Errors end it with 1.
 * `npm run pack -- FOLDER OUT` makes a pack of a folder of tables of one's own, by the same checks; `--name` names it (by
 * itself it has the folder's name). With an error nothing is written. `--advice` lists the advice too; `--out FILE` writes
 * the bundled pack; `--day DAY` says how much holds on another day than that of the edition.
 */
import { createHash } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openPack, verifyPack } from '../../lib/pack';
import { isDay } from '../../lib/time';
import { buildPack, describeProblem } from './build-pack';
import { howManyHold } from './how-many-hold';

const USAGE = 'npm run pack -- [FOLDER OUT [--name NAME]] [--advice] [--day DAY] [--out FILE]';

async function report(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      advice: { type: 'boolean' },
      day: { type: 'string' },
      out: { type: 'string' },
      name: { type: 'string' },
    },
  });
  const [folder, out = values.out] = positionals;
  if (positionals.length > 2 || (folder !== undefined && out === undefined)) throw new Error(USAGE);
  if (folder !== undefined && !(await stat(folder).catch(() => null))?.isDirectory())
    throw new Error(`${folder} is no folder`);
  const name = values.name ?? (folder === undefined ? undefined : basename(resolve(folder)));
  const { bytes, source, errors, advice } = await buildPack(folder, 'all', name);

  for (const error of errors) console.error(`error   ${describeProblem(error)}`);
  if (values.advice) for (const one of advice) console.log(`advice  ${describeProblem(one)}`);
  if (folder !== undefined && errors.length === 0 && source.entities.length === 0)
    throw new Error(`${folder} has no entity: is there an entities.tsv with a sources.tsv?`);
  verifyPack(bytes);
  const { info } = openPack(bytes);
  const day = values.day ?? info.edition;
  if (!isDay(day)) throw new Error(`${day} is no day of the calendar: 2026-11-27`);
  const { held, lastKnown } = howManyHold(source.facts, day);
  console.log(
    [
      `${info.name}, edition ${info.edition}, format ${info.formatVersion}: ${(bytes.length / 1024).toFixed(0)} kB`,
      `${info.entityCount} entities, ${info.formCount} surface forms, ${source.facts.length} facts, ` +
        `${source.backgrounds.length} backgrounds`,
      `on ${day}: ${held} offices, roles and states hold, ${lastKnown} are last known from an older source`,
      `${errors.length} errors, ${advice.length} pieces of advice${values.advice ? '' : ' (--advice lists them)'}`,
    ].join('\n'),
  );
  // Never a pack of a part of the tables.
  if (out === undefined || errors.length > 0) return errors.length === 0;
  await writeFile(out, bytes);
  console.log(`written to ${out}\nsha256 ${createHash('sha256').update(bytes).digest('hex')}`);
  return true;
}

report().then(
  (done) => {
    process.exitCode = done ? 0 : 1;
  },
  (thrown: unknown) => {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    process.exitCode = 1;
  },
);
