import { computed, type Figure, type NotComputed, type NotComputedReason } from '@klankbord/model'
import type { Interval } from '@klankbord/statistics'
import { say } from '../say.ts'

const SENTENCES: Readonly<Record<NotComputedReason, Parameters<typeof say>[0]>> = {
  noAnswers: 'figureNoAnswers',
  oneAnswer: 'figureOneAnswer',
  tooFewAnswers: 'figureTooFewAnswers',
  noSpread: 'figureNoSpread',
  perfectSeparation: 'figurePerfectSeparation',
  emptyMargin: 'figureEmptyMargin',
  oneGroup: 'figureOneGroup',
  tooFewItems: 'figureTooFewItems',
  tooFewStrata: 'figureTooFewStrata',
  oneInStratum: 'figureOneInStratum',
  noWeight: 'figureNoWeight',
  tooMuchWork: 'figureTooMuchWork',
  notReached: 'figureNotReached',
  notComparable: 'figureNotComparable',
}

/** Why there is no figure, in words. */
export function toldReason({ notComputed }: NotComputed): string {
  return say(SENTENCES[notComputed])
}

/** Why nothing is known of a difference, where that is not for want of people. */
export function untested(adjusted: Figure): { readonly untested: 'yes' | 'no'; readonly why: string } {
  const few = computed<number>(adjusted) || adjusted.notComputed === 'tooFewAnswers'
  return few ? { untested: 'no', why: '' } : { untested: 'yes', why: toldReason(adjusted) }
}

/** A figure as it is written, or why there is none. */
export function toldFigure(figure: Figure, written: (value: number) => string = decimals): string {
  return computed<number>(figure) ? written(figure) : toldReason(figure)
}

/** An interval, both ends written alike. */
export function toldInterval(interval: Interval | NotComputed, written: (value: number) => string = decimals): string {
  if (!computed<Interval>(interval)) return `(${toldReason(interval)})`
  return say('analysisInterval', { low: written(interval.low), high: written(interval.high) })
}

/** @example percent(0.2071) // '20.7 %' */
export const percent = (share: number): string => `${points(share)} %`

/** Points of a percentage. @example points(-0.072) // '-7.2' */
export const points = (share: number): string => rounded(share * 100, 1)

/** @example decimals(7.256) // '7.26' */
export const decimals = (value: number): string => rounded(value, 2)

/** Without a sign where nothing is left. */
function rounded(value: number, digits: number): string {
  const text = value.toFixed(digits)
  return Number(text) === 0 ? text.replace('-', '') : text
}

/** A chance, which is never written as 0. @example chance(0.00002) // '< 0.001' */
export const chance = (p: number): string => (p < 0.001 ? '< 0.001' : p.toFixed(3))
