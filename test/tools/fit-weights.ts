/**
 * `npm run fit`: fits the weights of the evidence on our own labelled stories (test/fixtures: the long ones and every second short one), writes
 * lib/linking/evidence/weights.ts, and in README.md beside it what each piece changes on the other half, the gate. With `--table` the
 * weights stay and only the table is made anew.
 *
 * Candidates are judged in rounds, and some evidence depends on what the round before chose; so the stories are read with
 * the weights of before, their last round is fitted, and they are read anew until the weights stay (test/tools/fit/fit.ts).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cachedPack } from '../../assets/knowledge/cached-pack';
import type { Weights } from '../../lib/linking/evidence/scorer';
import { WEIGHTS } from '../../lib/linking/evidence/weights';
import { openPack } from '../../lib/pack';
import { reliability } from './evaluate/reliability';
import { reportReliability } from './evaluate/report';
import { ablate, tableOf } from './fit/ablation';
import { aboutEvidence } from './fit/about-evidence';
import { judged } from './fit/answers';
import { answersLeftOut, type Fitted, fitWeights, lossUnder } from './fit/fit';
import { observe } from './fit/observe';
import { storyHalves } from './fit/stories';

const EVIDENCE = fileURLToPath(new URL('../../lib/linking/evidence/', import.meta.url));

const pack = openPack((await cachedPack()).bytes);
const { fitting, gate } = storyHalves(pack);
const weights = process.argv.includes('--table') ? WEIGHTS : fitted();
const readme = readFileSync(`${EVIDENCE}README.md`, 'utf8');
const [head = ''] = readme.split('\n| evidence |');
writeFileSync(`${EVIDENCE}README.md`, `${head}\n${tableOf(ablate(pack, gate, weights), await aboutEvidence())}\n`);

function fitted(): Weights {
  const fit = fitWeights(pack, fitting, WEIGHTS);
  const observed = gate.flatMap((story) => observe(pack, story, fit.weights));
  const gateLoss = lossUnder(observed, fit.weights);
  writeFileSync(`${EVIDENCE}weights.ts`, written(fit, gateLoss));
  console.log(`${fit.instances} instances, ${fit.rounds} rounds, ridge ${fit.ridge}, T ${fit.temperature}`);
  console.log(`loss ${fit.loss.toFixed(3)}, folds ${fit.foldLoss.toFixed(3)}, gate ${gateLoss.toFixed(3)}`);
  const leftOut = answersLeftOut(pack, fitting, fit.weights, fit);
  console.log(['Cards of stories left out:', ...reportReliability(reliability(leftOut.map(judged)))].join('\n'));
  return fit.weights;
}

function written(fit: Fitted, gateLoss: number): string {
  const { instances, rounds, ridge, temperature, loss, foldLoss } = fit;
  const lines = Object.entries(fit.weights).map(([name, weight]) => `  ${name}: ${weight},`);
  return `/**
 * Made by \`npm run fit\` (test/tools/fit-weights.ts) on ${new Date().toISOString().slice(0, 10)}; not to be changed by hand.
 * Of ${fitting.length} stories ${instances} candidate spans, ${rounds} rounds, ridge ${ridge}, temperature ${temperature.toFixed(1)}.
 * Mean loss in nats: ${loss.toFixed(3)}, on stories left out ${foldLoss.toFixed(3)}, on the ${gate.length} stories of the gate ${gateLoss.toFixed(3)}.
 */
import type { Weights } from './scorer';

/** How it was fitted, for refitting with some stories left out. Not shipped to readers. */
export const FITTED = { ridge: ${ridge}, temperature: ${temperature} } as const;

/** Log-odds against "this names nothing that the packs know", whose own score is 0. */
export const WEIGHTS: Weights = {
${lines.join('\n')}
};
`;
}
