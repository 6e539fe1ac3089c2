import type { JudgedTitle, TitleOutcome } from './judge-titles';

/** The figures of what is looked up, as lines for a terminal. */
export function reportTitleCounts(judged: readonly JudgedTitle[]): string[] {
  const count = (outcome: TitleOutcome, sure?: boolean): number =>
    judged.filter((one) => one.outcome === outcome && (sure === undefined || one.sure === sure)).length;
  const namesakes = (what: 'sure' | 'only' | 'out') => judged.reduce((sum, one) => sum + one.namesakes[what], 0);
  const cards = [true, false].map((sure) => {
    const [right, wrong] = [count('right', sure), count('wrong', sure)];
    const precision = right + wrong === 0 ? '–' : `${((100 * right) / (right + wrong)).toFixed(1)} %`;
    return `${sure ? 'sure' : 'merely the only one'}: right ${right}, wrong ${wrong}, precision ${precision}; not judged: said to have no item ${count('nobody', sure)}, without a label ${count('unlabelled', sure)}`;
  });
  return [
    `${judged.length} names, ${count('no-row')} of them without a row, ${count('namesakes')} with a list of namesakes alone`,
    ...cards,
    `no card: refused though right ${count('refused')}, spared ${count('spared')}`,
    `other people under that name: sure ${namesakes('sure')}, merely the only one ${namesakes('only')}, out ${namesakes('out')}`,
  ];
}
