import type { CurvePoint } from './threshold-curve';

export interface Curve {
  readonly name: string;
  readonly points: readonly CurvePoint[];
}

const [WIDTH, HEIGHT] = [720, 480];
const PLOT = { left: 64, top: 48, right: WIDTH - 24, bottom: HEIGHT - 56 };
/** One colour a curve, told apart on white and on black; what comes after the last begins anew, dashed. */
const COLOURS = ['#2a78d6', '#d9541e', '#16876b', '#a347ba'];
const STYLE = `
  svg { color-scheme: light dark; font: 13px system-ui, sans-serif; }
  .paper { fill: #fff; } .ink { fill: #222; } .soft { fill: #5c5c5c; } .grid { stroke: #ddd; } .ring { fill: #fff; }
  @media (prefers-color-scheme: dark) {
    .paper, .ring { fill: #181818; } .ink { fill: #eee; } .soft { fill: #aaa; } .grid { stroke: #3a3a3a; }
  }`;

/** Precision against recall as the threshold of confidence falls; a ring marks the floor, where the linker stops. */
export function drawCurves(curves: readonly Curve[]): string {
  const lowest = Math.min(0.9, ...curves.flatMap(({ points }) => points.map(({ precision }) => precision)));
  const bottom = Math.floor(lowest * 10) / 10;
  const x = (recall: number): number => round(PLOT.left + recall * (PLOT.right - PLOT.left));
  const y = (precision: number): number =>
    round(PLOT.bottom - ((precision - bottom) / (1 - bottom)) * (PLOT.bottom - PLOT.top));
  const lines = curves.flatMap(({ points }, at) => {
    const path = points.map(({ recall, precision }) => `${x(recall)},${y(precision)}`).join(' ');
    const floor = points.at(-1);
    if (!floor) return [];
    const [cx, cy] = [x(floor.recall), y(floor.precision)];
    return [
      `<polyline points="${path}" fill="none" stroke-linejoin="round" ${lookOf(at)}/>`,
      `<circle cx="${cx}" cy="${cy}" r="5" class="ring" stroke="${colourOf(at)}" stroke-width="2"/>`,
      `<text x="${Math.min(cx + 9, PLOT.right - 28)}" y="${cy + (cx + 9 > PLOT.right - 28 ? 20 : 4)}" class="soft">${floor.threshold.toFixed(2)}</text>`,
    ];
  });
  const legend = curves.flatMap(({ name }, at) => {
    const top = PLOT.bottom - 18 * (curves.length - at);
    return [
      `<line x1="${PLOT.left + 12}" x2="${PLOT.left + 28}" y1="${top - 4}" y2="${top - 4}" ${lookOf(at)}/>`,
      `<text x="${PLOT.left + 34}" y="${top}" class="ink">${escaped(name)}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
    `<title>Precision and recall of linking, by the least confidence that is linked</title><style>${STYLE}</style>`,
    `<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>`,
    `<text x="${PLOT.left}" y="26" class="ink" font-weight="600">Precision and recall by the least confidence that is linked</text>`,
    ...ticks(0, 1).map(
      (at) =>
        `<text x="${x(at)}" y="${PLOT.bottom + 20}" text-anchor="middle" class="soft">${Math.round(at * 100)}</text>`,
    ),
    ...ticks(bottom, 1).flatMap((at) => [
      `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(at)}" y2="${y(at)}" class="grid"/>`,
      `<text x="${PLOT.left - 8}" y="${y(at) + 4}" text-anchor="end" class="soft">${Math.round(at * 100)}</text>`,
    ]),
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 14}" text-anchor="middle" class="ink">Recall, % of the labels that the packs hold (○ the floor, and the least sure mention)</text>`,
    `<text transform="translate(18 ${(PLOT.top + PLOT.bottom) / 2}) rotate(-90)" text-anchor="middle" class="ink">Precision, % of the mentions judged</text>`,
    ...lines,
    ...legend,
    '</svg>\n',
  ].join('\n');
}

const lookOf = (at: number): string =>
  `stroke="${colourOf(at)}" stroke-width="2"${at < COLOURS.length ? '' : ' stroke-dasharray="6 4"'}`;
const colourOf = (at: number): string => COLOURS[at % COLOURS.length] ?? '';
const round = (place: number): number => Math.round(place * 10) / 10;
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Every tenth. */
function ticks(from: number, to: number): number[] {
  const count = Math.round((to - from) * 10);
  return Array.from({ length: count + 1 }, (_, at) => from + at / 10);
}
