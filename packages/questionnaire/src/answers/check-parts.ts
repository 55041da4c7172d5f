import { answerFinding, type Finding, type MatrixQuestion, type MultipleTextQuestion } from '@klankbord/model'
import { partAt, safeKey, type At } from './at.ts'
import { checkSimple } from './check-simple.ts'
import { checkOption } from './check-choice.ts'
import { wrongType } from './check-input.ts'
import { isOpen, type Conditional, type Scope } from './scope.ts'

/** Checks a column per row. */
export function checkMatrix(
  { rows, columns }: MatrixQuestion,
  answer: unknown,
  at: At,
  scope: Scope | undefined,
): readonly Finding[] {
  return checkParts(rows, answer, at, scope, (_, value, there) => checkOption(columns, value, there, scope))
}

/** Checks a short open answer per item. */
export function checkMultipleText(
  { items }: MultipleTextQuestion,
  answer: unknown,
  at: At,
  scope: Scope | undefined,
): readonly Finding[] {
  return checkParts(items, answer, at, scope, (item, value, there) => checkSimple(item, value, there, scope))
}

function checkParts<Part extends Conditional & { readonly name: string }>(
  parts: readonly Part[],
  answer: unknown,
  at: At,
  scope: Scope | undefined,
  check: (part: Part, value: unknown, at: At) => readonly Finding[],
): readonly Finding[] {
  if (!isObject(answer)) return wrongType(at, 'an object with answers by row or item')
  const keys = Reflect.ownKeys(answer)
  if (keys.length === 0) return wrongType(at, 'an object with at least one answer')
  const known = parts.map(({ name }) => name)
  return keys.slice(0, known.length + 1).flatMap((key) => {
    const part = parts.find(({ name }) => name === key)
    if (!part) return [unknownPart(at, key, known)]
    const there = partAt(at, part.name)
    return scope && !isOpen(part, scope)
      ? [answerFinding('answerNotAsked', there.path, { name: there.name })]
      : check(part, answer[key], there)
  })
}

/** Whether it is an object and not a list. */
export const isObject = (value: unknown): value is Readonly<Record<string | symbol, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The finding about a key that is no part of the answer. */
export function unknownPart(at: At, key: string | symbol, known: readonly string[]): Finding {
  const part = safeKey(key)
  return answerFinding('unknownPart', partAt(at, part).path, { name: at.name, part, known })
}
