import type { FigureReference, NumberFigure, ReleasedGroup, ReleasedTable } from '@klankbord/model'
import { agrees } from './agrees.ts'
import { figureValue, type FigureValue, type ReleasedFigures } from './figure-value.ts'
import type { NumberReading } from './number-reading.ts'

/** A figure that a number in a text may be, with what it is. */
export interface AgreeingFigure {
  readonly figure: FigureReference
  readonly value: Extract<FigureValue, { status: 'released' }>
}

/**
 * The released figures that say what a number says, those of everybody first: an author picks the one that is meant. Nothing
 * that is hidden is among them.
 *
 * @param most no more than so many
 */
export function agreeingFigures(
  readings: readonly NumberReading[],
  figures: ReleasedFigures,
  most: number,
): readonly AgreeingFigure[] {
  const found: AgreeingFigure[] = []
  if (readings.length === 0) return found
  for (const figure of referencesTo(figures)) {
    const value = figureValue(figure, figures)
    if (value.status !== 'released' || !readings.some((reading) => agrees(reading, value))) continue
    found.push({ figure, value })
    if (found.length === most) break
  }
  return found
}

/** Every figure that a text can point to: single answers, all positive answers together, sizes, and what numbers say. */
function* referencesTo({ account, tables, numbers = [] }: ReleasedFigures): Generator<FigureReference> {
  yield { account: 'answered' }
  if (account.frame !== null) yield* [{ account: 'invited' } as const, { account: 'population' } as const]
  for (const whole of [true, false]) {
    for (const table of tables) if ((table.by === null) === whole) yield* inTable(table)
    for (const one of numbers)
      if ((one.by === null) === whole)
        for (const { code } of one.groups)
          for (const value of NUMBER_FIGURES) yield { numbers: one.id, group: code, value }
  }
}

const NUMBER_FIGURES: readonly NumberFigure[] = ['mean', 'median', 'ninetieth', 'insufficient', 'good', 'n']
const BASES = ['valid', 'answered', 'asked', 'total', 'population'] as const

function* inTable({ id: table, kind, categories, groups }: ReleasedTable): Generator<FigureReference> {
  const positive = categories.filter(({ tone }) => tone === 'positive').map(({ code }) => code)
  for (const { code: group } of groups as readonly ReleasedGroup[]) {
    if (positive.length > 1 && kind === 'single') yield { table, group, answers: positive }
    for (const { code } of categories) yield { table, group, answers: [code] }
    for (const base of BASES) yield { table, group, base }
  }
}
