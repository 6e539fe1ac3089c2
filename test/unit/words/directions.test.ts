/** Style sheets know no left and right: they are mirrored where text runs from right to left. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Property and value of each declaration, without comments. */
const declarations = (css: string): readonly (readonly [property: string, value: string])[] =>
  [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(
    ([, property = '', value = '']) => [property, value.trim()],
  );

/** `1px 2px 3px 4px`: the second and the fourth are right and left. */
function isLopsided(value: string): boolean {
  const sides = value.match(/[^\s(]+(?:\([^)]*\))?/g) ?? [];
  return sides.length === 4 && sides[1] !== sides[3];
}

const isPhysical = (property: string, value: string): boolean =>
  /(^|-)(left|right)(-|$)/.test(property) ||
  (/^(text-align|float|clear|caption-side)$/.test(property) && /\b(left|right)\b/.test(value)) ||
  (/^(margin|padding|inset|scroll-margin|scroll-padding|border-(width|style|color))$/.test(property) &&
    isLopsided(value)) ||
  (property === 'transform' && /translate(X|3d)?\(\s*-?[1-9.]/.test(value));

const physicalIn = (css: string): readonly string[] =>
  declarations(css)
    .filter(([property, value]) => isPhysical(property, value))
    .map(([property, value]) => `${property}: ${value}`);

const styles = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => `${folder}/${name}`),
);

it.each([
  'margin-left: 1px',
  'padding-right: 0',
  'left: 4px',
  'border-top-left-radius: 3px',
  'text-align: left',
  'float: right',
  'margin: 0 0 10px -18px',
  'inset: 0 0 auto auto',
  'padding: 1px calc(2px + 1px) 3px 4px',
  'transform: translateX(4px)',
])('finds %s', (declaration) => {
  expect(physicalIn(`/* left: 0 */ a { color: red; ${declaration}; }`)).toEqual([declaration]);
});

it.each(['margin: 1px 2px 3px', 'padding: 0 4px 2px 4px', 'margin-inline-start: 2px', 'inset: 0', 'text-align: start'])(
  'takes %s',
  (declaration) => {
    expect(physicalIn(`a { ${declaration} }`)).toEqual([]);
  },
);

it('holds in every file', () => {
  expect(styles.length).toBeGreaterThan(15);
  const physical = styles.flatMap((path) =>
    physicalIn(readFileSync(`${ROOT}${path}`, 'utf8')).map((one) => `${path}: ${one}`),
  );
  expect(physical).toEqual([]);
});
