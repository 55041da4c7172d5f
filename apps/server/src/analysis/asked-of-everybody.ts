import type { Dataset } from '@klankbord/model'
import { countSelected, rowsWhere, selectedByAll, selectionOf, type Selection } from '@klankbord/statistics'
import type { Analysed } from './analysed-variable.ts'
import type { AnalysisGroup } from './analysis-groups.ts'

/** Whether each of these people was asked at least one of these questions. */
export function askedOfEverybody(dataset: Dataset, questions: readonly string[], people?: Selection): boolean {
  const all = people ?? selectionOf(dataset.rows, () => true)
  const notAsked = questions.map((variable) => rowsWhere(dataset, { variable, empty: ['notAsked'] }))
  return countSelected(selectedByAll(all, ...notAsked)) === 0
}

/**
 * Groups as a question finds them: where only some of a group were asked, nobody knows how many of the population would have
 * been, and intervals are for a large one, which makes them wide rather than too sure.
 */
export function asAsked(
  dataset: Dataset,
  analysed: Analysed,
  groups: readonly AnalysisGroup[],
): readonly AnalysisGroup[] {
  const questions = analysed.kind === 'scale' ? analysed.scale.items : [analysed.name]
  // Most questions are asked of everybody, and that is one look for all groups.
  if (askedOfEverybody(dataset, questions)) return groups
  return groups.map((group) =>
    askedOfEverybody(dataset, questions, group.rows) ? group : { ...group, population: null },
  )
}
