import type { ReleasedTable } from '@klankbord/model'
import type { AgreementFigure } from './figure.ts'
import { scaleSteps } from './scale-step.ts'

/** Least room left of zero, least start and least width of the middle column, in points. */
const LEAST_LEFT = 65
const LEAST_START = 93
const LEAST_MIDDLE = 31
/** Room for a label beyond a bar. */
const LABEL = 8

/**
 * The one scale on which all agreement figures of a page are drawn. It widens to the largest disagreement in tens,
 * and to the largest agreement and the largest middle with room for their labels.
 */
export function agreementDomain(tables: readonly ReleasedTable[]): AgreementFigure['domain'] {
  const sides = tables.flatMap(sidesOf)
  const largest = (side: 'negative' | 'neutral' | 'positive'): number => Math.max(0, ...sides.map((s) => s[side]))
  const left = Math.max(LEAST_LEFT, Math.ceil((largest('negative') + LABEL / 2) / 10) * 10)
  const start = Math.max(LEAST_START, Math.ceil(largest('positive')) + LABEL)
  const hasMiddle = tables.some((table) => scaleSteps(table.categories).includes(3))
  if (!hasMiddle) return { min: -left, max: start, middle: null }
  return { min: -left, max: start + Math.max(LEAST_MIDDLE, Math.ceil(largest('neutral')) + LABEL), middle: start }
}

function sidesOf(table: ReleasedTable): { negative: number; neutral: number; positive: number }[] {
  const steps = scaleSteps(table.categories)
  return table.groups.flatMap((group) => {
    if (group.status === 'hidden') return []
    const sum = (wanted: (step: number) => boolean): number =>
      group.cells.reduce(
        (total, cell, index) => total + (cell.status === 'shown' && wanted(steps[index] ?? 3) ? cell.share * 100 : 0),
        0,
      )
    return [{ negative: sum((s) => s < 3), neutral: sum((s) => s === 3), positive: sum((s) => s > 3) }]
  })
}
