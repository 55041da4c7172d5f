import type { Frame, ReleasedTable } from '@klankbord/model'

/**
 * The frame as it may stand beside these tables: without the sizes of a trait of which the table of everybody hides an answer.
 * That a stratum has two people says of "1 to 4 answers" that there are at most two. All sizes of the trait go, since what is
 * left of the population would tell a single one.
 *
 * Sizes that the groups of a breakdown bring along stay: protection counted on everybody knowing them.
 *
 * @param tables as `protect` let them through
 * @example frameBesideTables(frame, tables).strata // { district: { 1: 600, 2: 400 } }
 */
export function frameBesideTables(frame: Frame, tables: readonly ReleasedTable[]): Frame {
  const strata = Object.entries(frame.strata).filter(
    ([trait, sizes]) => !hidesAnswers(trait, tables) || isCountedOn(trait, sizes, tables),
  )
  return { ...frame, strata: Object.fromEntries(strata) }
}

function hidesAnswers(trait: string, tables: readonly ReleasedTable[]): boolean {
  const own = tables.filter(({ by, subject }) => by === null && subject.name === trait)
  return own
    .flatMap(({ groups }) => groups)
    .some((group) => group.status === 'hidden' || group.cells.some(({ status }) => status === 'hidden'))
}

function isCountedOn(
  trait: string,
  sizes: Readonly<Record<string, number>>,
  tables: readonly ReleasedTable[],
): boolean {
  const groups = tables.find(({ by }) => by?.name === trait)?.groups ?? []
  const told = new Map(groups.map(({ code, population }) => [String(code), population]))
  return Object.entries(sizes).every(([code, people]) => told.get(code) === people)
}
