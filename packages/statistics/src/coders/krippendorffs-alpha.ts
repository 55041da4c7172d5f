import { notComputed, problem, type Figure, type NotComputed } from '@klankbord/model'
import { requireLength } from '../columns/require-rows.ts'
import { requireLevel } from '../distributions/require-parameter.ts'
import { around, studentReach, type Interval } from '../intervals/around.ts'
import { jackknifeError } from '../summaries/jackknife-error.ts'
import { sumOf } from '../summaries/sum-of.ts'
import type { Coding } from './cohens-kappa.ts'

/** How well any number of coders agree, beyond what chance would make. */
export interface KrippendorffsAlpha {
  /** Units that at least two coded. Others say nothing and are left out. */
  readonly units: number
  /** Codes given to these. */
  readonly codings: number
  readonly alpha: number
  /** By leaving out one unit at a time (Efron & Stein 1981). Not computed: `tooFewAnswers`. */
  readonly standardError: Figure
  /** With Student's t on units − 1 degrees of freedom; not above 1. Not computed: `noSpread` where the standard error is 0. */
  readonly interval: Interval | NotComputed
}

/** What differences between codes mean: any is as bad as another; by rank; by their numbers. */
export type CodeLevel = 'nominal' | 'ordinal' | 'interval'

/**
 * Krippendorff's (2004, chapter 11; 2011) alpha: 1 minus disagreement seen over disagreement by chance, for any number of
 * coders of whom not each coded each unit. 0.8 and more is what he asks for conclusions, from 0.667 tentative ones.
 *
 * Not computed: `noAnswers` where no unit was coded twice; `noSpread` where all got one and the same code.
 *
 * @param coders the codes that each gave, unit by unit
 * @example krippendorffsAlpha([[1, 2, 3, 3], [1, 2, 3, 4]], { level: 'nominal' }).alpha // 0.7083…
 * @throws Problem `lengthsDiffer`, `levelOutOfRange`, `valuesNotFinite`
 */
export function krippendorffsAlpha(
  coders: readonly Coding[],
  { level, confidence = 0.95 }: { readonly level: CodeLevel; readonly confidence?: number },
): KrippendorffsAlpha | NotComputed {
  requireLevel(confidence)
  const units = unitsOf(coders)
  if (units.length === 0) return notComputed('noAnswers')
  const codes = [...new Set(units.flat())].toSorted((a, b) => a - b)
  const places = units.map((unit) => unit.map((code) => codes.indexOf(code)))
  const all = coincidences(places, codes.length)
  const alpha = alphaOf(all, codes, level)
  if (alpha === null) return notComputed('noSpread')
  const without = places.map((unit) => alphaOf(difference(all, coincidences([unit], codes.length)), codes, level))
  return { units: units.length, codings: units.flat().length, alpha, ...errorOf(alpha, without, confidence) }
}

/** The codes of each unit that at least two coders coded. */
function unitsOf(coders: readonly Coding[]): readonly (readonly number[])[] {
  const length = coders[0]?.length ?? 0
  for (const [coder, coding] of coders.entries()) requireLength(`coder ${coder + 1}`, coding, length)
  const units = Array.from({ length }, (_, unit) =>
    coders.map((coding) => coding[unit] ?? null).filter((code) => code !== null),
  ).filter((codes) => codes.length > 1)
  if (!units.flat().every((code) => Number.isFinite(code))) throw problem('valuesNotFinite', { name: 'codes' })
  return units
}

type Matrix = readonly (readonly number[])[]

/** How often two codes of one unit meet, each unit counting for as many as it has codes. */
function coincidences(units: readonly (readonly number[])[], size: number): Matrix {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  for (const unit of units) {
    for (const [one, code] of unit.entries()) {
      for (const [other, beside] of unit.entries()) {
        const line = matrix[code]
        if (one !== other && line) line[beside] = (line[beside] ?? 0) + 1 / (unit.length - 1)
      }
    }
  }
  return matrix
}

function difference(all: Matrix, part: Matrix): Matrix {
  return all.map((line, row) => line.map((value, column) => Math.max(0, value - (part[row]?.[column] ?? 0))))
}

/** Null where there is no disagreement by chance either. */
function alphaOf(matrix: Matrix, codes: readonly number[], level: CodeLevel): number | null {
  const totals = matrix.map(sumOf)
  const all = sumOf(totals)
  const distance = distances(codes, totals, level)
  let [observed, expected] = [0, 0]
  for (const [row, line] of matrix.entries()) {
    for (const [column, value] of line.entries()) {
      observed += value * distance(row, column)
      expected += (totals[row] ?? 0) * (totals[column] ?? 0) * distance(row, column)
    }
  }
  return expected > ROUNDING * all ? 1 - ((all - 1) * observed) / expected : null
}

/** What subtracting leaves of nothing. */
const ROUNDING = 1e-9

/** The squared difference of two codes, by their places. */
function distances(
  codes: readonly number[],
  totals: readonly number[],
  level: CodeLevel,
): (one: number, other: number) => number {
  if (level === 'nominal') return (one, other) => (one === other ? 0 : 1)
  if (level === 'interval') return (one, other) => ((codes[one] ?? 0) - (codes[other] ?? 0)) ** 2
  let sum = 0
  const middles = totals.map((total) => {
    sum += total
    return sum - total / 2
  })
  return (one, other) => ((middles[one] ?? 0) - (middles[other] ?? 0)) ** 2
}

function errorOf(
  alpha: number,
  without: readonly (number | null)[],
  confidence: number,
): Pick<KrippendorffsAlpha, 'standardError' | 'interval'> {
  const standardError = jackknifeError(without)
  if (typeof standardError !== 'number') return { standardError, interval: standardError }
  if (standardError <= ROUNDING) return { standardError, interval: notComputed('noSpread') }
  const { low, high } = around(alpha, standardError * studentReach(confidence, without.length - 1))
  return { standardError, interval: { low, high: Math.min(1, high) } }
}
