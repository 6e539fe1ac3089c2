/**
 * `npm run knowledge:check [-- --wrong]`: what each source adds to the bundled tables, and what it endangers: names of one
 * word, names that another entity has too, and the cards that its entities get in our labelled stories, right and wrong.
 * `--wrong` lists the wrong ones. At last it lists where the imported tables contradict themselves, and ends with 1 where they do.
 */
import { parseArgs } from 'node:util';
import { cachedPack } from '../../assets/knowledge/cached-pack';
import { openPack } from '../../lib/pack';
import { ownSets } from './evaluate/labelled-sets';
import { contradictions } from './knowledge-check/contradictions';
import { countSources, type JudgedCard } from './knowledge-check/count-sources';
import { readKnowledge } from './read-knowledge';

const { values: options } = parseArgs({ options: { wrong: { type: 'boolean' } } });
const pack = openPack((await cachedPack()).bytes);
const knowledge = readKnowledge();
const names = new Map(knowledge.entities.map(({ key, name, source }) => [key, { name, source }]));

const cards: JudgedCard[] = [];
const faults: string[] = [];
for (const { texts } of ownSets(pack)) {
  for (const text of texts) {
    const mentions = text.link();
    const outcome = text.judge(mentions);
    for (const [at, { verdict }] of outcome.mentions.entries()) {
      const entity = mentions[at]?.entity;
      if (entity !== undefined) cards.push({ entity, right: verdict === 'right' });
    }
    for (const { type, around, ours } of outcome.faults) {
      if (type !== 'missed') faults.push(`${names.get(ours)?.source.name}\t${names.get(ours)?.name}\t${around}`);
    }
  }
}

const columns = ['entities', 'facts', 'names', 'oneWord', 'needCompany', 'shared', 'right', 'wrong'] as const;
const counted = countSources(knowledge, cards);
const total = Object.fromEntries(columns.map((name) => [name, counted.reduce((sum, one) => sum + one[name], 0)]));
const row = (id: string, of: Readonly<Record<string, unknown>>): string =>
  `${id.slice(0, 60).padEnd(62)}${columns.map((name) => String(of[name]).padStart(12)).join('')}`;
console.log(`${'source'.padEnd(62)}${columns.map((name) => name.padStart(12)).join('')}`);
for (const one of counted) console.log(row(one.name, { ...one }));
console.log(row('all', total));
if (options.wrong) console.log(`\n${faults.toSorted().join('\n')}`);

const written = new Set(readKnowledge('written').entities.map(({ key }) => key));
const found = contradictions(knowledge, ({ key }) => !written.has(key));
console.log(`\n${found.length} contradictions`);
for (const { rule, who } of found) console.log(`${rule}: ${who}`);
process.exitCode = found.length > 0 ? 1 : 0;
