import type { ImportReport } from './formats';

export function addReports(one: ImportReport, other: ImportReport): ImportReport {
  return {
    merged: one.merged + other.merged,
    same: one.same + other.same,
    added: one.added + other.added,
    notUnderstood: [...one.notUnderstood, ...other.notUnderstood],
  };
}
