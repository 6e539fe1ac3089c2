/**
 * `npm run pack`: builds the pack and says what is in it and what is wrong with the tables. Errors end it with 1.
 * `npm run pack -- --advice` lists the advice too; `-- --out FILE` writes the pack.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openPack, verifyPack } from '../../lib/pack';
import { buildPack, describeProblem } from './build-pack';

const { values } = parseArgs({ options: { advice: { type: 'boolean' }, out: { type: 'string' } } });
const { bytes, source, errors, advice } = await buildPack();
verifyPack(bytes);
const { info } = openPack(bytes);

for (const error of errors) console.error(`error   ${describeProblem(error)}`);
if (values.advice) for (const one of advice) console.log(`advice  ${describeProblem(one)}`);
console.log(
  [
    `${info.name}, edition ${info.edition}, format ${info.formatVersion}: ${(bytes.length / 1024).toFixed(0)} kB`,
    `${info.entityCount} entities, ${info.formCount} surface forms, ${source.facts.length} facts, ` +
      `${source.backgrounds.length} backgrounds`,
    `${errors.length} errors, ${advice.length} pieces of advice${values.advice ? '' : ' (--advice lists them)'}`,
  ].join('\n'),
);
if (values.out) await writeFile(values.out, bytes);
process.exitCode = errors.length > 0 ? 1 : 0;
