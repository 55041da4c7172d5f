import type { CountTable } from '@klankbord/model'

/** Whether everyone with an answer gave the same one. In a multiple table options are judged one by one instead. */
export function isUniform(table: CountTable, group: number): boolean {
  const valid = table.bases[group]?.valid ?? 0
  return table.kind === 'single' && valid > 0 && (table.counts[group] ?? []).includes(valid)
}
