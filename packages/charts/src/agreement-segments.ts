import type { ReleasedCell, ReleasedTable } from '@klankbord/model'
import type { AgreementFigure, FigureContext, ScaleStep, Segment } from './figure.ts'
import { localized } from './localized.ts'
import { scaleSteps } from './scale-step.ts'
import { points, wholePercent } from './whole-percent.ts'

interface Part {
  readonly step: ScaleStep
  readonly label: string
  readonly count: number
}

/** The parts of a bar from left to right: the negative ones up to zero, the positive ones from zero, then the middle. */
export function agreementSegments(
  table: ReleasedTable,
  cells: readonly ReleasedCell[],
  valid: number,
  domain: AgreementFigure['domain'],
  context: FigureContext,
): readonly Segment[] {
  const steps = scaleSteps(table.categories)
  const parts = table.categories.map((category, index): Part => {
    const cell = cells[index]
    return {
      step: steps[index] ?? 3,
      label: localized(category.label, context),
      count: cell?.status === 'shown' ? cell.count : 0,
    }
  })
  const outward = (side: readonly Part[]): readonly Part[] =>
    (side[0]?.step === 1 && side.length > 1) || side[0]?.step === 5 ? side.toReversed() : side
  const negative = outward(parts.filter((part) => part.step < 3))
  const positive = outward(parts.filter((part) => part.step > 3))
  const neutral = parts.filter((part) => part.step === 3)
  return [
    ...stacked(negative, valid, 0, -1).toReversed(),
    ...stacked(positive, valid, 0, 1),
    ...stacked(neutral, valid, domain.middle ?? 0, 1),
  ]
}

/** Lays parts end to end away from `start`; places come from running counts, so that roundings never add up. */
function stacked(parts: readonly Part[], valid: number, start: number, direction: 1 | -1): Segment[] {
  let before = 0
  return parts.map((part) => {
    const near = start + direction * points(valid === 0 ? 0 : before / valid)
    before += part.count
    const far = start + direction * points(valid === 0 ? 0 : before / valid)
    return {
      ...part,
      percent: wholePercent(part.count, valid),
      from: Math.min(near, far),
      to: Math.max(near, far),
    }
  })
}
