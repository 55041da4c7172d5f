import { EMPTY_CODES, type EmptyKind } from '@klankbord/model'
import { InvalidArgumentError } from 'commander'
import type { AnalysisCondition } from '../../analysis/analysis-order.ts'
import type { WantedShare } from '../../analysis/compared-measure.ts'
import type { PopulationTargets } from '../../analysis/weighting.ts'
import { say } from '../say.ts'

const CONDITION = /^([^!=\s]+)(!?=)(.+)$/
const RANGE = /^(?!\.\.$)(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/
const CODES = /^\d+(?:,\d+)*$/

/**
 * Whom to look at, as it was typed, after those before it: codes, a range with both ends in it, or a kind of empty; with `!=`
 * all others.
 *
 * @example typedConditions('district=2,3') // [{ variable: 'district', anyOf: [2, 3] }]
 */
export function typedConditions(
  typed: string,
  before: readonly AnalysisCondition[] = [],
): readonly AnalysisCondition[] {
  const [, variable = '', sign, asked = ''] = CONDITION.exec(typed) ?? []
  const condition = conditionOn(variable, asked)
  if (sign === undefined || condition === null) throw new InvalidArgumentError(say('notACondition'))
  return [...before, sign === '!=' ? { ...condition, not: true } : condition]
}

function conditionOn(variable: string, asked: string): AnalysisCondition | null {
  if (CODES.test(asked)) return { variable, anyOf: asked.split(',').map(Number) }
  const range = RANGE.exec(asked)
  if (range) {
    const [, from, to] = range
    return { variable, ...(from && { from: Number(from) }), ...(to && { to: Number(to) }) }
  }
  if (asked === 'empty') return { variable, empty: 'any' }
  const kinds = asked.split(',')
  return kinds.every((kind): kind is EmptyKind => kind in EMPTY_CODES) ? { variable, empty: kinds } : null
}

/** Bounds of weights as they were typed. @example typedBounds('0.3-3') // { low: 0.3, high: 3 } */
export function typedBounds(typed: string): NonNullable<PopulationTargets['trim']> {
  const [, low, high] = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(typed) ?? []
  const bounds = { low: Number(low), high: Number(high) }
  if (!(bounds.low <= 1 && bounds.high >= 1 && bounds.low < bounds.high))
    throw new InvalidArgumentError(say('notBounds'))
  return bounds
}

/** The answers whose share is compared. @example typedShare('1,2') // [1, 2] */
export function typedShare(typed: string): WantedShare {
  if (typed === 'positive') return typed
  if (!CODES.test(typed)) throw new InvalidArgumentError(say('notAShare'))
  return typed.split(',').map(Number)
}
