import { columnOf, problem, variableOf, type LocalizedText } from '@klankbord/model'
import { countSelected, isSelected, rowsWhere, selectedByAll, type Selection } from '@klankbord/statistics'
import { areNoneOrEnough } from './analysis-cells.ts'
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
  /** How many there are by the list, where more answered: it does not fit, and nothing is made of it. */
  readonly listed?: number
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
  const { dataset, taken, people, everybody, wave } = data
  if (by === undefined) {
    const population = everybody ? (wave.frame?.population ?? null) : null
    return {
      by: null,
      groups: [{ code: null, label: null, rows: taken, people, ...fitting(population, people) }],
      hidden: [],
    }
  }
  const { type, categories } = variableOf(dataset.codebook, by)
  if (columnOf(dataset, by).type !== 'single') throw problem('breakdownNotUsable', { variable: by, type })
  const all = categories
    .filter(({ empty }) => empty === undefined)
    .map(({ code, label }): AnalysisGroup => {
      const rows = selectedByAll(taken, rowsWhere(dataset, { variable: by, anyOf: [code] }))
      const known = everybody ? (wave.frame?.strata[by]?.[String(code)] ?? null) : null
      const answered = countSelected(rows)
      return { code, label, rows, people: answered, ...fitting(known, answered) }
    })
  const groups = shownGroups(data, by, all)
  return {
    by,
    groups,
    hidden: all.filter((group) => !groups.includes(group)).map(({ code, label }) => ({ code, label })),
  }
}

/** A population that is large enough for those who answered, or what the list says where it is not. */
function fitting(listed: number | null, answered: number): Pick<AnalysisGroup, 'population' | 'listed'> {
  if (listed === null || listed >= answered) return { population: listed }
  return { population: null, listed }
}

/**
 * Groups of which figures may be shown: of an anonymous wave without those of which a small part could be told apart, and
 * without others until what is not shown, taken together, has no small part either, since it follows from the whole and the
 * rest.
 *
 * @param groups answers to `by`, or everybody
 * @param known whom the figures are about; everybody unless told
 */
export function shownGroups<Group extends Pick<AnalysisGroup, 'code'>>(
  { dataset, cells, leastGroup }: Pick<AnalysisData, 'dataset' | 'cells' | 'leastGroup'>,
  by: string | null,
  groups: readonly Group[],
  known?: Selection,
): readonly Group[] {
  if (leastGroup === 1) return groups
  const column = by === null ? null : columnOf(dataset, by)
  const places = new Map(groups.map(({ code }, place) => [code, place]))
  const none = (): number[] => Array.from({ length: cells.many }, () => 0)
  const [all, inGroups] = [none(), groups.map(none)]
  for (const [row, cell] of cells.of.entries()) {
    if (known && !isSelected(known, row)) continue
    const code = column?.type === 'single' ? (column.codes[row] ?? null) : null
    for (const counts of [all, inGroups[places.get(code) ?? -1]]) if (counts) counts[cell] = (counts[cell] ?? 0) + 1
  }
  return showableGroups(groups, (group) => inGroups[places.get(group.code) ?? -1] ?? all, all, leastGroup)
}

/**
 * Groups that leave no few unseen.
 *
 * @param sizesOf how many of a group there are, in each part that can be told apart
 * @param all how many there are altogether, also in no group
 * @example showableGroups([{ n: 3 }, { n: 12 }, { n: 40 }], ({ n }) => [n], [55], 10) // [{ n: 40 }]
 */
export function showableGroups<Group>(
  groups: readonly Group[],
  sizesOf: (group: Group) => readonly number[],
  all: readonly number[],
  least: number,
): readonly Group[] {
  const sumOf = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0)
  let shown = groups.filter((group) => areNoneOrEnough(sizesOf(group), least))
  for (;;) {
    const unseen = all.map((size, part) => size - sumOf(shown.map((group) => sizesOf(group)[part] ?? 0)))
    if (areNoneOrEnough(unseen, least)) return shown
    const [smallest] = shown
      .filter((group) => sumOf(sizesOf(group)) > 0)
      .toSorted((one, other) => sumOf(sizesOf(one)) - sumOf(sizesOf(other)))
    if (smallest === undefined) return shown
    shown = shown.filter((group) => group !== smallest)
  }
}
