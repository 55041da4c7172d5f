import type { CountTable } from '@klankbord/model'
import type { ClassRow, Weighing } from '@klankbord/disclosure'
import { questionTables } from '../table-builder.ts'

/** Per class how many said yes and how many no. */
export type WeighedPeople = readonly (readonly [yes: number, no: number])[]

/** One question by one breakdown, with people of two classes of weight. */
export interface WeighedFamily {
  readonly groups: readonly WeighedPeople[]
  /** People of no group. */
  readonly rest: WeighedPeople
  /** By class. */
  readonly weights: readonly number[]
}

/** The tables as they are counted, and apart by what people weigh. */
export function countedFamily({ groups, rest, weights }: WeighedFamily): {
  readonly tables: readonly CountTable[]
  readonly weighing: Weighing
} {
  const tables = questionTables(
    groups.map((people) => ({ counts: countsOf(people) })),
    { stray: { counts: countsOf(rest) } },
  )
  const rows = groups.map(rowOf)
  const nobody = rowOf(weights.map(() => [0, 0]))
  const all = weights.map((_, at): readonly [number, number] => [
    [...groups, rest].reduce((sum, people) => sum + (people[at]?.[0] ?? 0), 0),
    [...groups, rest].reduce((sum, people) => sum + (people[at]?.[1] ?? 0), 0),
  ])
  const whole = { table: 'q', weights, groups: [rowOf(all)], rest: nobody }
  const split = { table: 'q×wijk', weights, groups: rows, rest: rowOf(rest) }
  return {
    tables,
    weighing: {
      tables: new Map([
        ['q', whole],
        ['q×wijk', split],
      ]),
      sensitive: false,
    },
  }
}

export function countsOf(people: WeighedPeople): readonly [number, number] {
  return people.reduce<readonly [number, number]>(([yes, no], [y, n]) => [yes + y, no + n], [0, 0])
}

function rowOf(people: WeighedPeople): ClassRow {
  const sizes = people.map(([yes, no]) => yes + no)
  return { total: sizes, valid: sizes, counts: people.map((counts) => [...counts]) }
}
