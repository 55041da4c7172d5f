import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  FunctionOperand,
  UnaryOperand,
  Variable,
} from 'survey-core'
import type { Expression } from './expression.ts'

/** Keeps the work of the parser, and the depth of its tree, bounded. */
const LONGEST = 2000
const DEEPEST = 40

/** Why a text is not even given to the parser, in a sentence, or null. */
export function textFault(text: string): string | null {
  return text.length > LONGEST ? `longer than ${LONGEST} characters` : bracketFault(text)
}

/**
 * Parses a SurveyJS expression with survey-core's own parser, so that it means here what it means in any
 * SurveyJS tool. The only place that needs survey-core to understand a condition.
 *
 * @returns the expression, or the reason in a sentence why there is none
 * @example parseExpression("{q1} = 2")
 */
export function parseExpression(text: string): { readonly expression: Expression } | { readonly reason: string } {
  const fault = textFault(text)
  if (fault !== null) return { reason: fault }
  const parser = new ConditionsParser()
  const operand: unknown = parser.parseExpression(text)
  if (!operand) return { reason: reasonOf(parser) }
  return { expression: expressionOf(operand) }
}

/** survey-core reads a bracket that is never closed as if it were. */
function bracketFault(text: string): string | null {
  const open: string[] = []
  let quote = ''
  for (const character of text.replaceAll(/\\['"]/g, '')) {
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character in CLOSING) open.push(CLOSING[character] ?? '')
    else if (CLOSERS.has(character) && open.pop() !== character) return `a ${character} that was not opened`
    if (open.length > DEEPEST) return `more than ${DEEPEST} brackets inside each other`
  }
  const missing = open.pop()
  return missing === undefined ? null : `a ${missing} is missing`
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const CLOSERS: ReadonlySet<string> = new Set(Object.values(CLOSING))

function reasonOf(parser: ConditionsParser): string {
  const error: { readonly at: number; readonly code: string } | undefined = parser.error
  if (!error) return 'not an expression'
  const found = /but (.+) found\.?$/s.exec(error.code)?.[1] ?? 'something else'
  return `unexpected ${found.slice(0, 40)} at character ${error.at + 1}`
}

function expressionOf(operand: unknown): Expression {
  if (operand instanceof BinaryOperand)
    return {
      kind: 'binary',
      operator: operand.operator,
      left: expressionOf(operand.leftOperand),
      right: expressionOf(operand.rightOperand),
    }
  if (operand instanceof UnaryOperand)
    return { kind: 'unary', operator: operand.operator, of: expressionOf(operand.expression) }
  if (operand instanceof Variable) return { kind: 'variable', name: writtenName(operand) }
  if (operand instanceof ArrayOperand) return { kind: 'list', of: listOf(operand).map(expressionOf) }
  if (operand instanceof FunctionOperand)
    return { kind: 'function', name: operand.functionName, of: operand.paramValues.map(expressionOf) }
  if (operand instanceof Const) return { kind: 'value', value: primitive(operand.correctValue) }
  return { kind: 'value', value: null }
}

/** With the sign that keeps survey-core from reading "1" as 1; we never read it so, and know no such name. */
const writtenName = (operand: Variable): string => operand.toString().slice(1, -1)

/** survey-core keeps the values of a list private, but gives the operands of its whole subtree. */
function listOf(operand: ArrayOperand): readonly unknown[] {
  const { values } = operand as unknown as { readonly values: unknown }
  return Array.isArray(values) ? values : []
}

const primitive = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
