/**
 * Measures linking on labelled news:
 *
 *   npm run eval -- FILE.jsonl … [--gate] [--marks] [--titles FILE] [--written | --nothing] [--errors] [--out FILE] [--curve FILE.svg]
 *
 * `open` counts all labels, `in-pack` only those whose entity the packs hold (what linking itself is worth); `coverage` is
 * the share of labels that they hold. `--gate`: also on our own labelled stories
 * (their errors were read while evidence was chosen: how far confidence can be believed, `npm run fit` says). `--marks`: are the right names marked?
 * `--titles FILE`: would names that no pack knows get the right card from Wikidata? FILE stands in its place
 * (`evaluate/make-title-table.ts`); nothing else is measured then. With `--gate` on our own labelled stories, too.
 * `--written`: with the hand-written tables alone instead of the bundled pack; `--nothing`: with a pack that knows nobody, so that every name
 * of the sets is one to be looked up.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cachedPack } from '../../assets/knowledge/cached-pack';
import { openPack, writePack } from '../../lib/pack';
import { labelsIn } from '../unit/linking/gold-story';
import { readBenchmark } from './evaluate/benchmark-documents';
import { drawCurves } from './evaluate/draw-curves';
import { goldEntities } from './evaluate/gold-entities';
import { judgeMarks } from './evaluate/judge-marks';
import { judgeTitles, titledDocument, titledStory } from './evaluate/judge-titles';
import { allOwnStories, fixtureStories, type LabelledSet, linkOwn, ownSets, publicSet } from './evaluate/labelled-sets';
import type { Outcome } from './evaluate/outcome';
import { prediction } from './evaluate/predictions';
import { reliability } from './evaluate/reliability';
import { figures, reportReliability, reportTally } from './evaluate/report';
import { reportTitleCounts } from './evaluate/report-titles';
import { tally } from './evaluate/tally';
import { thresholdCurve } from './evaluate/threshold-curve';
import { readTitleTable } from './evaluate/title-table';
import { readKnowledge } from './read-knowledge';

const USAGE =
  'npm run eval -- FILE.jsonl … [--gate] [--marks] [--titles FILE] [--written | --nothing] [--errors] [--out FILE] [--curve FILE.svg]';
const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    gate: { type: 'boolean' },
    marks: { type: 'boolean' },
    errors: { type: 'boolean' },
    written: { type: 'boolean' },
    nothing: { type: 'boolean' },
    out: { type: 'string' },
    curve: { type: 'string' },
    titles: { type: 'string' },
  },
});
if (files.length === 0 && !options.gate && !options.marks) {
  console.error(`Usage: ${USAGE}`);
  process.exit(1);
}

const which = options.written ? 'written' : 'all';
const nothing = { name: 'Nothing', edition: '2026-11-27', entities: [], forms: [], facts: [], backgrounds: [] };
const pack = openPack(options.nothing ? writePack(nothing) : (await cachedPack(undefined, undefined, which)).bytes);
const knowledge = readKnowledge(which);
const gold = goldEntities(knowledge);
const rows = new Map(knowledge.entities.map((entity) => [entity.key, entity]));
if (options.titles !== undefined) {
  reportTitles(options.titles);
  process.exit(0);
}
const predictions: string[] = [];
const measured: { readonly name: string; readonly outcomes: readonly Outcome[] }[] = [];

const publicSets = files.map((file) => publicSet(file, pack, gold));
const publicOutcomes = publicSets.flatMap(measure);
if (files.length > 1) report('All these sets together', publicOutcomes);
if (options.gate) for (const set of ownSets(pack)) measure(set);
if (options.marks) reportMarks();
if (options.out !== undefined) writeFileSync(options.out, `${predictions.join('\n')}\n`);
if (options.curve !== undefined) {
  const curves = measured.map(({ name, outcomes }) => ({ name, points: thresholdCurve(outcomes) }));
  writeFileSync(options.curve, drawCurves(curves));
}

function measure(set: LabelledSet): Outcome[] {
  const start = performance.now();
  const linked = set.texts.map((text) => text.link());
  const spent = performance.now() - start;
  const outcomes = set.texts.map((text, at) => text.judge(linked[at] ?? []));
  const characters = set.texts.reduce((sum, text) => sum + text.characters, 0);
  report(`${set.name}: ${set.texts.length} texts, ${characters} characters, ${spent.toFixed(0)} ms`, outcomes);
  if (options.errors) {
    for (const { type, around, gold, ours } of outcomes.flatMap((outcome) => outcome.faults)) {
      console.log(`  ${type}\t${around}\tgold ${gold}\tours ${ours}`);
    }
  }
  for (const [at, { document }] of set.texts.entries()) {
    if (document) predictions.push(prediction(document, linked[at] ?? [], rows, gold));
  }
  measured.push({ name: set.name, outcomes });
  return outcomes;
}

function report(title: string, outcomes: readonly Outcome[]): void {
  const bands = reliability(outcomes.flatMap(({ mentions }) => mentions));
  console.log([title, ...reportTally(tally(outcomes)), ...reportReliability(bands), ''].join('\n'));
}

function reportMarks(): void {
  for (const density of ['quiet', 'normal'] as const) {
    const total = { right: 0, wrong: 0, missed: 0 };
    for (const { name, story, labels } of fixtureStories()) {
      const judged = judgeMarks(labelsIn(pack, labels), linkOwn(pack, story, density));
      for (const what of ['right', 'wrong', 'missed'] as const) total[what] += judged[what].length;
      if (!options.errors) continue;
      console.log(`  ${name}, ${density}: wrong ${judged.wrong.join(' ')}; missed ${judged.missed.join(' ')}`);
    }
    console.log(`Entities marked in the fixture stories, ${density}: ${figures(total)}`);
  }
}

function reportTitles(file: string): void {
  const table = readTitleTable(readFileSync(file, 'utf8'));
  const documents = files.flatMap((one) => readBenchmark(readFileSync(one, 'utf8')));
  const byHandle = new Map(
    readKnowledge('all').entities.flatMap((entity) =>
      [entity.key, ...entity.formerly].map((handle) => [handle, entity] as const),
    ),
  );
  const own = options.gate ? allOwnStories() : [];
  const means = (handle: string) => {
    const row = byHandle.get(handle);
    return row ? { id: row.wikidata ?? '', title: row.wikipedia ?? row.name } : null;
  };
  const judged = [
    ...documents.map((document) => titledDocument(pack, document)),
    ...own.map(({ story, labels }) => titledStory(pack, story, labels, means)),
  ].flatMap((titled) => judgeTitles(pack, titled, table));
  for (const line of reportTitleCounts(judged)) console.log(line);
  if (!options.errors) return;
  for (const { outcome, sure, name, told } of judged) {
    if (outcome !== 'no-row') console.log(`  ${outcome}\t${sure ? 'sure' : ''}\t${name}\t${told}`);
  }
}
