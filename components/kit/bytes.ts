import type { Text } from './text';

const STEPS = [
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
  ['byte', 1],
] as const;

/** "1.2 MB", in the reader's locale. */
export function formatBytes(text: Text, bytes: number): string {
  const [unit, size] = STEPS.find(([, least]) => bytes >= least) ?? STEPS[2];
  return new Intl.NumberFormat(text.locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / size);
}
