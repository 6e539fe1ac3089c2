/** The accessibility violations that axe-core finds in a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface AxeOptions {
  /** A selector; default: the whole page. */
  readonly within?: string;
  /** `colours`: of a page whose other theme passed every rule, since nothing else of it depends on the theme. */
  readonly rules?: 'all' | 'colours';
}

/** Rule, element and what to do, a line for each rule that is broken. */
export async function axeViolations(
  page: Page | Frame,
  { within = 'html', rules = 'all' }: AxeOptions = {},
): Promise<string[]> {
  // Evaluated, not added: the page's own policy lets no inline script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(
    async ([within, rules]) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(within, {
        resultTypes: ['violations'],
        ...(rules === 'colours' && { runOnly: ['color-contrast'] }),
        // A part of a page needs no landmarks of its own.
        ...(within !== 'html' && { rules: { region: { enabled: false } } }),
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
    },
    [within, rules] as const,
  );
}

/** By day every rule, by night those of colours: nothing else of a page depends on the theme. */
export const rulesFor = (colorScheme: 'light' | 'dark'): AxeOptions => ({
  rules: colorScheme === 'light' ? 'all' : 'colours',
});
