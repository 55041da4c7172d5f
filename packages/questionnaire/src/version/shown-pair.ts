import { canonicalJson, type Condition, type Operand } from '@klankbord/model'
import { printCondition, printOperand } from '../condition/print-expression.ts'
import type { VersionChange } from './version-change.ts'

/** What something was and is, for whoever reads of a change; what is absent has no words. */
export type Shown = Pick<VersionChange, 'before' | 'after'>

/**
 * A pair of values as their author could have written them: conditions and expressions as SurveyJS texts, lists with
 * commas. Nothing where both read the same, as when only a calculated value behind a condition changed.
 *
 * @example shownPair(undefined, true) // { after: 'true' }
 */
export function shownPair(before: unknown, after: unknown): Shown {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  if (old === now) return {}
  return { ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) }
}

function wordsOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (Array.isArray(value)) return value.map(wordsOf).join(', ')
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return JSON.stringify(value)
  if ('op' in value) return printCondition(value as Condition)
  if (OPERAND_KEYS.some((key) => key in value)) return printOperand(value as Operand)
  if ('fixed' in value) return wordsOf(value.fixed)
  if ('question' in value) return `{${wordsOf(value.question)}}`
  return canonicalJson(value)
}

const OPERAND_KEYS = ['variable', 'value', 'calculate', 'call', 'holds']
