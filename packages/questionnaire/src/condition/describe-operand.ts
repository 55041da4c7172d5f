import type { Condition, FunctionName, Json, Operand } from '@klankbord/model'
import type { Subject, Words } from './condition-words.ts'
import { showValue } from '../text/show-value.ts'
import { isDay, isMonth } from './calendar.ts'

/** Puts a condition inside an expression into words. */
type DescribeCondition = (condition: Condition) => string

/** An operand in words: the title of its question, a number or date as it is written in the language, a sum. */
export function describeOperand(operand: Operand, words: Words, describe: DescribeCondition): string {
  const { say } = words
  if ('variable' in operand) return describeVariable(operand.variable, words.subjectOf(operand), words)
  if ('value' in operand) return describeValue(operand.value, [], words)
  if ('holds' in operand) return say('operandGroup', { operand: describe(operand.holds) })
  const of = operand.of.map((part) => describeOperand(part, words, describe))
  if ('call' in operand) return describeCall(operand, of, words)
  const [left = '', right = ''] = of.map((text, index) =>
    'calculate' in (operand.of[index] ?? operand) ? say('operandGroup', { operand: text }) : text,
  )
  return say(CALCULATIONS[operand.calculate], { left, right })
}

const CALCULATIONS = {
  plus: 'operandPlus',
  minus: 'operandMinus',
  times: 'operandTimes',
  divide: 'operandDivide',
  modulo: 'operandModulo',
  power: 'operandPower',
} as const

function describeVariable(name: string, { question, part }: Subject, { say, textOf }: Words): string {
  if (!question) return say('operandCalculated', { name })
  const title = textOf(question.title)
  return part ? say('operandPart', { title, part: textOf(part) }) : say('operandQuestion', { title })
}

/** A value as the label of its option, or as it is written in the language. */
export function describeValue(value: Json, options: Subject['options'], words: Words): string {
  const { say, textOf, language } = words
  const option = options?.find((candidate) => candidate.value === value)
  if (option) return say('operandText', { text: textOf(option.text) })
  if (typeof value === 'boolean') return say('operandText', { text: say(value ? 'yes' : 'no') })
  if (typeof value === 'number') return showValue(value, 'number', language)
  const text = typeof value === 'string' ? value : ''
  if (isDay(text)) return showValue(text, 'date', language)
  if (isMonth(text)) return showValue(text, 'month', language)
  return say('operandText', { text })
}

type Call = Extract<Operand, { call: FunctionName }>

function describeCall(operand: Call, of: readonly string[], words: Words): string {
  const { say } = words
  const list = listed(of, 'operandNext', words)
  const [a = say('functionToday'), b = '', c = say('functionNothing')] = of
  return say(keyOf(operand), { a, b, c, list })
}

/** Texts beside each other, with a comma, "and" or "or" between them. */
export function listed(
  texts: readonly string[],
  by: 'operandNext' | 'conditionAnd' | 'conditionOr',
  { say }: Words,
): string {
  return texts.length === 0 ? '' : texts.reduce((left, right) => say(by, { left, right }))
}

const FUNCTIONS = {
  age: 'functionAge',
  avg: 'functionAvg',
  count: 'functionCount',
  dateAdd: 'functionDateAdd',
  dateDiff: 'functionDateDiff',
  day: 'functionDay',
  iif: 'functionIif',
  max: 'functionMax',
  min: 'functionMin',
  month: 'functionMonth',
  round: 'functionRound',
  sum: 'functionSum',
  today: 'functionToday',
  trunc: 'functionTrunc',
  weekday: 'functionWeekday',
  year: 'functionYear',
} as const

function keyOf({ call, of }: Call) {
  const [first, second, third] = of
  if (call === 'age' && isUnit(second, 'months')) return 'functionAgeMonths'
  if (call === 'dateAdd' && isUnit(third, 'months')) return 'functionDateAddMonths'
  if (call === 'dateAdd' && isUnit(third, 'years')) return 'functionDateAddYears'
  if (call === 'dateDiff' && isUnit(third, 'months')) return 'functionDateDiffMonths'
  if (call === 'dateDiff' && isUnit(third, 'years')) return 'functionDateDiffYears'
  if (call === 'today' && first) return 'functionTodayDays'
  if (call === 'round' && second) return 'functionRoundDecimals'
  return call === 'trunc' && second ? 'functionTruncDecimals' : FUNCTIONS[call]
}

const isUnit = (operand: Operand | undefined, unit: string): boolean =>
  operand !== undefined && 'value' in operand && operand.value === unit
