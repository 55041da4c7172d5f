import type { CountTable } from '@klankbord/model'

/** Whether everyone with an answer gave the same one; where several may be given, whether there is one that everyone gave. */
export function isUniform(table: CountTable, group: number): boolean {
  const valid = table.bases[group]?.valid ?? 0
  return valid > 0 && (table.counts[group] ?? []).includes(valid)
}
