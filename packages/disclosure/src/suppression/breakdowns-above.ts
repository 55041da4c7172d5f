import type { CountTable } from '@klankbord/model'

/** A group of a breakdown, by the name of the one and the code of the other. */
interface NamedGroup {
  readonly by: string
  readonly code: number | null
}

type Split = Pick<CountTable, 'by' | 'groups'>

/** A breakdown, and those in whose groups its own lie whole, finest first. */
export function breakdownsAbove(name: string, splits: readonly Split[]): readonly string[] {
  const within = splits.find(({ by }) => by?.name === name)?.by?.within
  return within === undefined ? [name] : [name, ...breakdownsAbove(within, splits)]
}

/** Whether a group is this other one, or lies in it. */
export function sameGroupAbove(group: NamedGroup, other: NamedGroup, splits: readonly Split[]): boolean {
  if (group.by === other.by) return group.code === other.code
  const table = splits.find(({ by }) => by?.name === group.by)
  const within = table?.by?.within
  if (within === undefined) return false
  const code = table?.groups.find((one) => one.code === group.code)?.within ?? null
  return code !== null && sameGroupAbove({ by: within, code }, other, splits)
}
