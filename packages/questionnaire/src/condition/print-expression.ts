import type { Calculation, Comparison, Condition, Json, Operand } from '@klankbord/model'

/**
 * The SurveyJS text of a condition, with no more brackets than it needs. Binding it gives the same condition again.
 *
 * @example printCondition({ op: 'equal', left: { variable: 'q1' }, right: { value: 'ja' } }) // "{q1} = 'ja'"
 */
export function printCondition(condition: Condition): string {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.of
        .map((part) =>
          part.op === 'or' && condition.op === 'and' ? `(${printCondition(part)})` : printCondition(part),
        )
        .join(` ${condition.op} `)
    case 'not':
      return `!(${printCondition(condition.of)})`
    case 'empty':
    case 'notEmpty':
      return `${printOperand(condition.left)} ${condition.op.toLowerCase()}`
    default:
      return `${printOperand(condition.left)} ${COMPARISONS[condition.op]} ${printOperand(condition.right)}`
  }
}

/** The SurveyJS text of a value. @example printOperand({ call: 'today', of: [] }) // 'today()' */
export function printOperand(operand: Operand): string {
  if ('variable' in operand) {
    const name = operand.part === undefined ? operand.variable : `${operand.variable}.${operand.part}`
    return operand.panel ? `{panel.${name}}` : `{${name}}`
  }
  if ('value' in operand) return printValue(operand.value)
  if ('holds' in operand) return printCondition(operand.holds)
  if ('call' in operand) return `${operand.call}(${operand.of.map(printOperand).join(', ')})`
  const { sign, rank } = CALCULATIONS[operand.calculate]
  const [left, right] = operand.of
  return `${bracketed(left, rank)} ${sign} ${bracketed(right, rank + 1)}`
}

/** Whether survey-core's parser leaves a text in quotation marks as it is. */
export function isPrintable(value: unknown): boolean {
  return typeof value !== 'string' || !/=>|=<|<>|equals|\\$/.test(value)
}

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  equal: '=',
  notEqual: '!=',
  less: '<',
  lessOrEqual: '<=',
  greater: '>',
  greaterOrEqual: '>=',
  contains: 'contains',
  notContains: 'notcontains',
  anyOf: 'anyof',
  allOf: 'allof',
}

const CALCULATIONS: Readonly<Record<Calculation, { readonly sign: string; readonly rank: number }>> = {
  plus: { sign: '+', rank: 1 },
  minus: { sign: '-', rank: 1 },
  times: { sign: '*', rank: 2 },
  divide: { sign: '/', rank: 2 },
  modulo: { sign: '%', rank: 2 },
  power: { sign: '^', rank: 3 },
}

/** Operators of one rank are read from the left. */
function bracketed(operand: Operand, rank: number): string {
  const text = printOperand(operand)
  return 'calculate' in operand && CALCULATIONS[operand.calculate].rank < rank ? `(${text})` : text
}

function printValue(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((each: Json) => printValue(each)).join(', ')}]`
  if (typeof value === 'string') return `'${value.replaceAll(/['"]/g, String.raw`\$&`)}'`
  return typeof value === 'number' ? digitsOf(value) : JSON.stringify(value)
}

/** A number without an exponent, which the parser does not know. */
function digitsOf(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e')
  if (exponent === undefined) return mantissa
  const sign = value < 0 ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}
