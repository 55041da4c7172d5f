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
  const groups = shownGroups(all, people, leastGroup)
  return {
    by,
    groups,
    hidden: all.filter((group) => !groups.includes(group)).map(({ code, label }) => ({ code, label })),
  }
}

/** Without those that are too small, and without others until what is not shown, taken together, is none of them either. */
function shownGroups(groups: readonly AnalysisGroup[], people: number, least: number): readonly AnalysisGroup[] {
  const shown = groups.filter((group) => group.people >= least || group.people === 0)
  const unseen = people - shown.reduce((sum, group) => sum + group.people, 0)
  if (unseen === 0 || unseen >= least) return shown
  const next = shown.filter((group) => group.people > 0).toSorted((one, other) => one.people - other.people)[0]
  return next ? shown.filter((group) => group !== next) : shown
}
