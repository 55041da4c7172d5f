import { columnOf, problem, variableOf, type LocalizedText } from '@klankbord/model'
import { countSelected, rowsWhere, selectedByAll, type Selection } from '@klankbord/statistics'
import type { AnalysisData } from './analysis-data.ts'

/** Some of those who are analysed: who gave one answer to the question that splits them, or everybody. */
export interface AnalysisGroup {
  /** Null: everybody. */
  readonly code: number | null
  readonly label: LocalizedText | null
  readonly rows: Selection
  readonly people: number
  /** How many there are in the population; null where that is not known, or only some are analysed. */
  readonly population: number | null
}

/** How people are split. */
export interface AnalysisGroups {
  readonly by: string | null
  readonly groups: readonly AnalysisGroup[]
  /** Groups of an anonymous wave that are too small, or without which a small one could be computed: nothing is told of them. */
  readonly hidden: readonly Pick<AnalysisGroup, 'code' | 'label'>[]
}

/**
 * Everybody who is analysed as one group, or split by the answers to a question with one answer.
 *
 * @throws Problem `unknownVariable`, `breakdownNotUsable`
 */
export function analysisGroups(data: AnalysisData, by: string | undefined): AnalysisGroups {
  const { dataset, taken, people, everybody, wave, leastGroup } = data
  if (by === undefined) {
    const population = everybody ? (wave.frame?.population ?? null) : null
    return { by: null, groups: [{ code: null, label: null, rows: taken, people, population }], hidden: [] }
  }
  const { type, categories } = variableOf(dataset.codebook, by)
  if (columnOf(dataset, by).type !== 'single') throw problem('breakdownNotUsable', { variable: by, type })
  const all = categories
    .filter(({ empty }) => empty === undefined)
    .map(({ code, label }): AnalysisGroup => {
      const rows = selectedByAll(taken, rowsWhere(dataset, { variable: by, anyOf: [code] }))
      const known = everybody ? (wave.frame?.strata[by]?.[String(code)] ?? null) : null
      return { code, label, rows, people: countSelected(rows), population: known }
    })
  const groups = showableGroups(all, (group) => group.people, people, leastGroup)
  return {
    by,
    groups,
    hidden: all.filter((group) => !groups.includes(group)).map(({ code, label }) => ({ code, label })),
  }
}

/**
 * Groups of which figures may be shown: of an anonymous wave without those that are too small, and without others until what
 * is not shown, taken together, is none of them either, since it follows from the whole and the rest.
 *
 * @param sizeOf how many of a group the figures are about
 * @param all how many they are about altogether, also of people in no group
 * @example showableGroups([{ n: 3 }, { n: 12 }, { n: 40 }], ({ n }) => n, 55, 10) // [{ n: 40 }]
 */
export function showableGroups<Group>(
  groups: readonly Group[],
  sizeOf: (group: Group) => number,
  all: number,
  least: number,
): readonly Group[] {
  const large = groups.filter((group) => sizeOf(group) >= least || sizeOf(group) === 0)
  const unseen = all - large.reduce((sum, group) => sum + sizeOf(group), 0)
  if (unseen === 0 || unseen >= least) return large
  const [smallest] = large.filter((group) => sizeOf(group) > 0).toSorted((one, other) => sizeOf(one) - sizeOf(other))
  return large.filter((group) => group !== smallest)
}
