import { hasOptions, type Operand, type Option, type Question, type ValueType } from '@klankbord/model'
import { sameValueKey } from '../compile/same-value-key.ts'

/**
 * What a value is before anything is answered. `word`: options that are words. `text`: words that are written or put
 * together. `mixed`: options of several types. `parts`: an answer of several parts, or a drawing.
 */
export type Kind = 'number' | 'boolean' | 'date' | 'month' | 'word' | 'text' | 'mixed' | 'parts'

/** A value in an expression with what is known of it before anything is answered. */
export interface Typed {
  readonly operand: Operand
  readonly kind: Kind
  /** As findings call it. */
  readonly name: string
  /** `ranked` is in an order; survey-core takes it for a list in any order. */
  readonly list?: 'ticked' | 'ranked'
  readonly options?: readonly Option[]
  /** The lowest and highest number that can be answered. */
  readonly limits?: { readonly min?: number; readonly max?: number }
  /** A date that is worked out; survey-core then has an object where an answer is a string. */
  readonly worked?: true
  /** Words in quotation marks, or words put together with those: never empty. */
  readonly certain?: true
}

/** What the answer to a question is, or to a part of it. */
export function typedAnswer(question: Question, operand: Operand, name: string): Typed {
  if (hasOptions(question)) {
    const { options } = question
    const list = question.type === 'checkbox' ? ({ list: 'ticked' } as const) : {}
    return { operand, name, kind: kindOf(options), options, ...list }
  }
  switch (question.type) {
    case 'ranking':
      return { operand, name, kind: kindOf(question.options), options: question.options, list: 'ranked' }
    case 'number': {
      const { min, max } = question
      const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
      return { operand, name, kind: 'number', limits }
    }
    case 'date':
    case 'month':
      return { operand, name, kind: question.type }
    case 'text':
    case 'comment':
    case 'email':
      return { operand, name, kind: 'text' }
    default:
      return { operand, name, kind: 'parts' }
  }
}

/** What a calculated value is. */
export function typedCalculation(valueType: ValueType, name: string): Typed {
  const operand = { variable: name }
  if (valueType === 'date') return { operand, name, kind: 'date', worked: true }
  return { operand, name, kind: valueType === 'string' ? 'text' : valueType }
}

/** The answer to one row of a matrix. */
export function typedOption(options: readonly Option[], operand: Operand, name: string): Typed {
  return { operand, name, kind: kindOf(options), options }
}

function kindOf(options: readonly Option[]): Kind {
  const types = new Set(options.map(({ value }) => typeof value))
  if (types.size > 1) return 'mixed'
  return types.has('number') ? 'number' : types.has('boolean') ? 'boolean' : 'word'
}

/** The words in quotation marks that an operand is, or null. */
export function wordsOf(operand: Operand): string | null {
  return 'value' in operand && typeof operand.value === 'string' ? operand.value : null
}

/** Whether survey-core takes these words for what they are: it reads "2" as 2. */
export function areWords({ options }: Typed): boolean {
  return options !== undefined && options.every(({ value }) => typeof value === 'string' && isWord(value))
}

/** Whether a text is no number to survey-core. */
export function isWord(text: string): boolean {
  return !Number.isFinite(Number(sameValueKey(text) || Number.NaN))
}
