import type { ReleasedCell, ReleasedTable } from '@klankbord/model'
import type { AgreementFigure, ScaleStep, Segment } from './figure.ts'
import type { FigureContext } from './figure-context.ts'
import { localized } from './localized.ts'
import { scaleSteps } from './scale-step.ts'
import { percentOf, points, wholeHalfUp } from './whole-percent.ts'

interface Part {
  readonly step: ScaleStep
  readonly label: string
  readonly share: number
  readonly low: number
  readonly high: number
}

/** The parts of a bar from left to right: the negative ones up to zero, the positive ones from zero, then the middle. */
export function agreementSegments(
  table: ReleasedTable,
  cells: readonly ReleasedCell[],
  domain: AgreementFigure['domain'],
  context: FigureContext,
): readonly Segment[] {
  const steps = scaleSteps(table.categories)
  const parts = table.categories.map((category, index): Part => {
    const cell = cells[index]
    return {
      step: steps[index] ?? 3,
      label: localized(category.label, context),
      ...(cell?.status === 'shown'
        ? { share: cell.share, low: wholeHalfUp(cell.low), high: wholeHalfUp(cell.high) }
        : { share: 0, low: 0, high: 0 }),
    }
  })
  const outward = (side: readonly Part[]): readonly Part[] =>
    (side[0]?.step === 1 && side.length > 1) || side[0]?.step === 5 ? side.toReversed() : side
  const negative = outward(parts.filter((part) => part.step < 3))
  const positive = outward(parts.filter((part) => part.step > 3))
  const neutral = parts.filter((part) => part.step === 3)
  return [
    ...stacked(negative, 0, -1).toReversed(),
    ...stacked(positive, 0, 1),
    ...stacked(neutral, domain.middle ?? 0, 1),
  ]
}

/** Lays parts end to end away from `start`; places come from running sums, so that roundings never add up. */
function stacked(parts: readonly Part[], start: number, direction: 1 | -1): Segment[] {
  let before = 0
  return parts.map((part) => {
    const near = start + direction * points(before)
    before += part.share
    const far = start + direction * points(before)
    return {
      ...part,
      percent: percentOf(part.share),
      from: Math.min(near, far),
      to: Math.max(near, far),
    }
  })
}
