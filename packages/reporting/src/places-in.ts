import type { CountTable } from '@klankbord/model'
import type { SelectedVariables } from './select-variables.ts'

/** Per row the place of its group in a breakdown or crossing; −1 for who is in none. */
export function placesIn(
  name: string,
  groups: CountTable['groups'],
  { breakdowns, crossings }: SelectedVariables,
): (row: number) => number {
  const crossing = crossings.find(
    ({ breakdowns: [first, second] }) => `${first.variable.name}×${second.variable.name}` === name,
  )
  if (crossing) return (row) => crossing.column.codes[row] ?? -1
  const codes = breakdowns.find(({ variable }) => variable.name === name)?.column.codes
  const places = new Map(groups.map(({ code }, place) => [code, place]))
  return (row) => places.get(codes?.[row] ?? -1) ?? -1
}
