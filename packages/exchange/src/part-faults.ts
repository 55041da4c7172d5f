import { finding, pointer } from '@klankbord/model'
import type { SourcedValue } from '@klankbord/questionnaire'
import type { ColumnFinding } from './csv-header.ts'

/** What is wrong with the places of a ranking: they are 1, 2, 3 and so on, each once. */
export function rankFaults(name: string, ranks: readonly SourcedValue[]): readonly ColumnFinding[] {
  const places = new Set(ranks.map(({ value }) => value))
  if (ranks.every((_, index) => places.has(index + 1))) return []
  return [{ ...finding('csvNotRanked', pointer('/answers', name), { name }), column: name }]
}

/** What is wrong with the number of panels: it is a whole number, and no panel beyond it has an answer. */
export function panelFaults(name: string, values: readonly SourcedValue[]): readonly ColumnFinding[] {
  const count = values.find(({ source }) => source.kind === 'panels')?.value ?? 0
  const last = Math.max(0, ...values.map(({ source }) => source.panel ?? 0))
  if (typeof count === 'number' && Number.isInteger(count) && count >= last && count <= MOST_PANELS) return []
  const column = `${name}__count`
  return [{ ...finding('csvPanelCount', pointer('/answers', name), { column }), column }]
}

/** More than any questionnaire has; bounds the work on a wrong cell. `check` knows how many it may be. */
const MOST_PANELS = 100
